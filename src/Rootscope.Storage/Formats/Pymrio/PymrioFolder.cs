using System.Text.Json;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Pymrio;

/// <summary>What <c>file_parameters.json</c> says of one folder: its kind, and each matrix with its file and its depth of labels.</summary>
internal sealed class PymrioFolder
{
    public const string FileName = "file_parameters.json";

    private readonly Dictionary<string, (string File, int IndexColumns, int HeaderLines)> _files = new(StringComparer.Ordinal);

    private PymrioFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>"IOSystem" or "Extension".</summary>
    public string SystemType { get; private set; } = string.Empty;

    public static bool Is(string path) => File.Exists(System.IO.Path.Combine(path, FileName));

    /// <exception cref="TableException">The description is missing or no JSON of that form.</exception>
    public static PymrioFolder Open(string path)
    {
        string file = System.IO.Path.Combine(path, FileName);
        if (!File.Exists(file))
        {
            throw new TableException(path, $"holds no {FileName}. Give the folder that pymrio's save_all wrote, unpacked.");
        }

        var root = YamlBlock.Read(file);
        var folder = new PymrioFolder(path) { SystemType = root.Text("systemtype") };
        YamlBlock files = root.FindBlock("files") ?? throw root.Fault("files", "'files' is missing. Save the system again with pymrio.");
        foreach (string key in new[] { "Z", "Y", "x", "unit", "F", "A" })
        {
            if (files.FindBlock(key) is { } described)
            {
                folder._files.Add(key, (described.Text("name"), Depth(described, "nr_index_col"), Depth(described, "nr_header")));
            }
        }

        return folder;
    }

    public bool Has(string matrix) => _files.ContainsKey(matrix);

    /// <summary>Opens a matrix.</summary>
    /// <exception cref="TableException">It is not there, or is kept in another format than text.</exception>
    public PymrioMatrix Read(string matrix, CancellationToken cancellation)
    {
        if (!_files.TryGetValue(matrix, out (string File, int IndexColumns, int HeaderLines) described))
        {
            throw new TableException(
                System.IO.Path.Combine(Path, FileName),
                $"names no matrix {matrix}. Calculate it in pymrio (calc_all) and save the system again."
            );
        }

        string suffix = System.IO.Path.GetExtension(described.File).ToLowerInvariant();
        bool leaves = described.File.AsSpan().IndexOfAny('/', '\\') >= 0;
        return suffix is ".txt" or ".tsv" or ".csv" && !leaves
            ? PymrioMatrix.Read(System.IO.Path.Combine(Path, described.File), described.IndexColumns, described.HeaderLines, cancellation)
            : throw new TableException(
                System.IO.Path.Combine(Path, FileName),
                $"keeps {matrix} in '{described.File}'. Save the system as text: save_all(path, table_format='txt')."
            );
    }

    /// <summary>The title that metadata.json has, where it is there.</summary>
    public string? Title()
    {
        string file = System.IO.Path.Combine(Path, "metadata.json");
        try
        {
            using JsonDocument? json = File.Exists(file) ? JsonDocument.Parse(File.ReadAllBytes(file)) : null;
            return
                json is { RootElement: { ValueKind: JsonValueKind.Object } root }
                && root.TryGetProperty("description", out JsonElement text)
                && text.ValueKind == JsonValueKind.String
                && text.GetString() is { Length: > 0 } title
                ? title
                : null;
        }
        catch (JsonException)
        {
            // Only a title is looked for: the table does not depend on it.
            return null;
        }
    }

    private static int Depth(YamlBlock block, string key) =>
        block.FindWhole(key) is { } depth and >= 1 and <= 8
            ? depth
            : throw block.Fault(key, $"'{key}' is to be a whole number from 1 to 8.");
}
