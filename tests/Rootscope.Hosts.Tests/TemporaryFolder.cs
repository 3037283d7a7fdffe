using System.Security.Cryptography;

namespace Rootscope.Hosts.Tests;

/// <summary>A folder of its own for one test, deleted with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("rootscope-test-").FullName;

    public string PathOf(string name) => Path.Combine(Root, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>
    /// Every file below a folder with the hash of its bytes, in order: equal exactly when the folders are byte for byte the same.
    /// </summary>
    public static string Snapshot(string folder) =>
        Directory.Exists(folder)
            ? string.Join(
                '\n',
                Directory
                    .EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(f =>
                        $"{Path.GetRelativePath(folder, f)} "
                        + $"{(File.Exists(f) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f))) : "folder")}"
                    )
            )
            : "absent";

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
