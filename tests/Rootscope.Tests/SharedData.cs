using System.Runtime.CompilerServices;

namespace Rootscope.Tests;

/// <summary>
/// The folder of published tables and golden vectors that stands beside a developer's checkout; tests that need it skip, with the reason,
/// where it is absent.
/// </summary>
internal static class SharedData
{
    public static string Root { get; } =
        Environment.GetEnvironmentVariable("ROOTSCOPE_SHARED") ?? Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared"));

    /// <summary>The path of a file or folder below it; skips the running test where it is absent.</summary>
    public static string Require(params string[] parts)
    {
        string path = Path.Combine([Root, .. parts]);
        Assert.SkipUnless(
            File.Exists(path) || Directory.Exists(path),
            $"needs {string.Join('/', parts)} of the shared data folder, which is not beside this checkout"
        );
        return path;
    }

    public static string RepositoryRoot() => Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>The folder of this file; called from here only, because the compiler fills in the caller's.</summary>
    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
