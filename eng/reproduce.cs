// Builds and packs the last commit twice, each time from an empty folder of the same name, and compares what came out, byte by byte:
//     dotnet run eng/reproduce.cs
// Exit code 0: all assemblies and the bill of materials are the same. 1: some differ; they are named. Some minutes.
using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

string root = Path.GetFullPath(Path.Combine(Here(), ".."));
DirectoryInfo work = Directory.CreateTempSubdirectory("rootscope-reproduce-");
try
{
    // Both are taken before anything is built: somebody may commit meanwhile.
    string folder = Clone("one");
    string other = Clone("another");
    SortedDictionary<string, string> first = Build(folder);
    Directory.Delete(folder, recursive: true);
    Directory.Move(other, folder);
    SortedDictionary<string, string> second = Build(folder);
    string[] different =
    [
        .. first
            .Keys.Union(second.Keys)
            .Where(k => first.GetValueOrDefault(k) != second.GetValueOrDefault(k))
            .Order(StringComparer.Ordinal),
    ];
    foreach (string file in different)
    {
        Console.WriteLine($"differs: {file}");
    }

    Console.WriteLine($"{first.Count} files compared, {different.Length} differ");
    return different.Length == 0 && first.Count > 0 ? 0 : 1;
}
finally
{
    work.Delete(recursive: true);
}

string Clone(string name)
{
    string folder = Path.Combine(work.FullName, name);
    Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
    Run("git", ["clone", "-q", "--no-hardlinks", root, folder], work.FullName);
    return folder;
}

SortedDictionary<string, string> Build(string folder)
{
    string packages = Path.Combine(folder, "artifacts", "packages");
    Run(
        "dotnet",
        ["pack", Path.Combine("src", "Rootscope.Tool"), "-c", "Release", "-o", packages, "-nologo", "-v", "q", "-p:NativesOf=here"],
        folder
    );
    var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
    foreach (string package in Directory.GetFiles(packages))
    {
        // The envelope of a package has times of its own; what it carries is compared.
        using ZipArchive archive = ZipFile.OpenRead(package);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(e => Path.GetExtension(e.Name) is ".dll" or ".pdb" or ".json" or ".xml"))
        {
            using Stream stream = entry.Open();
            hashes[$"{Path.GetFileName(package)}: {entry.FullName}"] = Convert.ToHexStringLower(SHA256.HashData(stream));
        }
    }

    return hashes;
}

static void Run(string program, string[] arguments, string folder)
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
    start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
    start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    start.Environment["UseSharedCompilation"] = "false";
    using Process process = Process.Start(start)!;
    if (!process.WaitForExit(TimeSpan.FromMinutes(20)))
    {
        process.Kill(entireProcessTree: true);
    }

    if (process.ExitCode != 0)
    {
        throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
