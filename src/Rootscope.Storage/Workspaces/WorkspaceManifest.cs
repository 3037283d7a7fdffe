using System.Text.Json.Serialization;

namespace Rootscope.Storage.Workspaces;

/// <summary>The list of a workspace folder's tables as the first version kept it, in <c>manifest.json</c>.</summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="Tables">By name in ordinal order.</param>
internal sealed record WorkspaceManifest(string Format, IReadOnlyList<WorkspaceEntry> Tables)
{
    public const string CurrentFormat = "rootscope workspace 1";
}

/// <summary>One table of a workspace folder.</summary>
/// <param name="About">What a list says of it.</param>
/// <param name="Blob">SHA-256 of the file that holds it, which is also that file's name.</param>
internal sealed record WorkspaceEntry(TableSummary About, string Blob);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(WorkspaceManifest))]
internal sealed partial class WorkspaceManifestJson : JsonSerializerContext;
