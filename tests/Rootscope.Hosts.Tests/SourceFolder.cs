using System.Runtime.CompilerServices;

namespace Rootscope.Hosts.Tests;

/// <summary>The folder of published tables that stands beside a developer's checkout; tests that need it skip, with the reason, where it is absent.</summary>
internal static class SourceFolder
{
    private static readonly string Root = Environment.GetEnvironmentVariable("ROOTSCOPE_SHARED") ?? Path.GetFullPath(Path.Combine(Repository(), "..", "shared"));

    public static bool Exist => Directory.Exists(Path.Combine(Root, "data"));

    /// <summary>Copies a source file into a folder under the name that examples use.</summary>
    public static void CopyTo(string folder, string name, params string[] parts) => File.Copy(Path.Combine([Root, "data", .. parts]), Path.Combine(folder, name));

    public static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
