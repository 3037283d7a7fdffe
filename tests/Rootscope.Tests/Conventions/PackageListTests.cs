using System.Text.Json;
using System.Xml.Linq;

namespace Rootscope.Tests.Conventions;

/// <summary>What the project takes from others is pinned, locked, listed with its licence, and in the tool's bill of materials.</summary>
public class PackageListTests
{
    /// <summary>Licences that ask for a notice, and for nothing of the programs that use them.</summary>
    private static readonly string[] Permissive = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL"];

    /// <summary>Taken where nothing is passed on: in tests and measurements.</summary>
    private static readonly string[] AtHome = [.. Permissive, "MPL-2.0"];

    private static readonly string[][] Listed =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "docs", "packages.md"))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Skip(2)
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    ];

    [Fact]
    public void Every_version_is_one_and_every_project_has_a_lock_file()
    {
        string[] versions =
        [
            .. new[] { "Directory.Packages.props", "Directory.Build.props" }.SelectMany(f =>
                XDocument
                    .Load(Path.Combine(Repository.Root, f))
                    .Descendants()
                    .Where(e => e.Name.LocalName is "PackageVersion" or "GlobalPackageReference")
                    .Select(e => e.Attribute("Version")!.Value)
            ),
        ];
        Assert.NotEmpty(versions);
        Assert.All(versions, v => Assert.Matches("^[0-9]+(\\.[0-9]+)+$", v));
        string[] projects = [.. Locks().Select(Path.GetDirectoryName).OfType<string>()];
        string[] unlocked =
        [
            .. new[] { "src", "tests", "bench", "samples" }
                .SelectMany(f => Directory.GetFiles(Path.Combine(Repository.Root, f), "*.csproj", SearchOption.AllDirectories))
                .Where(f => !IsBuilt(f) && !projects.Contains(Path.GetDirectoryName(f))),
        ];
        Assert.Empty(unlocked);
    }

    [Fact]
    public void The_list_has_what_the_lock_files_have_and_the_licences_that_the_packages_say()
    {
        string[] locked =
        [
            .. Locks().SelectMany(Packages).Select(p => $"{p.Name} {p.Version}").Distinct().Order(StringComparer.OrdinalIgnoreCase),
        ];
        Assert.Equal(locked, Listed.Select(l => $"{l[0]} {l[1]}"));
        string cache =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        int read = 0;
        foreach (string[] line in Listed)
        {
            (string name, string version, string licence, string where) = (line[0], line[1], line[2], line[3]);
            Assert.Contains(licence, where == "the tool" ? Permissive : AtHome);
            string nuspec = Path.Combine(cache, name.ToLowerInvariant(), version.ToLowerInvariant(), name.ToLowerInvariant() + ".nuspec");
            if (
                File.Exists(nuspec)
                && XDocument.Load(nuspec).Descendants().FirstOrDefault(e => e.Name.LocalName == "license") is { } said
                && said.Attribute("type")?.Value == "expression"
            )
            {
                Assert.Equal((name, said.Value.Trim()), (name, licence));
                read++;
            }
        }

        Assert.True(read > 0, "no package was found where they are restored");
    }

    [Fact]
    public void The_bill_of_materials_has_what_is_in_the_tool()
    {
        using var bill = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "Rootscope.Tool", "sbom.cdx.json")));
        Assert.Equal("CycloneDX", bill.RootElement.GetProperty("bomFormat").GetString());
        Dictionary<string, string> hashes = Packages(Path.Combine(Repository.Root, "src", "Rootscope.Tool", "packages.lock.json"))
            .ToDictionary(p => $"{p.Name} {p.Version}", p => p.Hash, StringComparer.Ordinal);
        string[][] shipped = [.. Listed.Where(l => l[3] == "the tool")];
        JsonElement[] components = [.. bill.RootElement.GetProperty("components").EnumerateArray()];
        Assert.Equal(
            shipped.Select(l => $"{l[0]} {l[1]} {l[2]} {hashes[$"{l[0]} {l[1]}"]}"),
            components.Select(c =>
                $"{c.GetProperty("name").GetString()} {c.GetProperty("version").GetString()} "
                + $"{c.GetProperty("licenses")[0].GetProperty("license").GetProperty("id").GetString()} "
                + c.GetProperty("properties")[0].GetProperty("value").GetString()
            )
        );
        string[] analyzers = [.. Listed.Where(l => l[3] == "the compiler").Select(l => l[0])];
        Assert.Equal(hashes.Count, shipped.Length + analyzers.Length);
    }

    private static IEnumerable<string> Locks() =>
        Directory.GetFiles(Repository.Root, "packages.lock.json", SearchOption.AllDirectories).Where(f => !IsBuilt(f));

    private static bool IsBuilt(string file) =>
        new[] { "bin", "obj", "artifacts" }.Any(f =>
            file.Contains($"{Path.DirectorySeparatorChar}{f}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        );

    private static IEnumerable<(string Name, string Version, string Hash)> Packages(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        foreach (JsonElement target in document.RootElement.GetProperty("dependencies").EnumerateObject().Select(t => t.Value).ToArray())
        {
            foreach (JsonProperty entry in target.EnumerateObject().Where(e => e.Value.GetProperty("type").GetString() != "Project"))
            {
                yield return (
                    entry.Name,
                    entry.Value.GetProperty("resolved").GetString()!,
                    entry.Value.GetProperty("contentHash").GetString()!
                );
            }
        }
    }
}
