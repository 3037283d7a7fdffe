using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

namespace Rootscope.Hosts.Tests;

/// <summary>What is packed can be installed where nothing else is, and works there.</summary>
public sealed class PackageTests(PackedTool packed) : IClassFixture<PackedTool>
{
    [Fact]
    public async Task The_installed_tool_ranks_roots()
    {
        CliRun run = await packed.Run("roots", "--horizon", "settled", "--top", "3", "-f", "csv", "-q");
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        CliRun here = await CliRun.Of("roots", "--horizon", "settled", "--top", "3", "-f", "csv", "-q");
        Assert.Equal(here.Output, run.Output);
    }

    [Fact]
    public async Task The_installed_tool_tells_its_version_and_has_the_observatory()
    {
        CliRun version = await packed.Run("version");
        Assert.Equal((0, "rootscope " + Rootscope.Answers.EngineVersion.Text), (version.Code, version.Output.TrimEnd()));
        CliRun serve = await packed.Run("serve", "--help");
        Assert.Contains("--read-only-discussion", serve.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rootscope")]
    [InlineData("Rootscope.Storage")]
    [InlineData("Rootscope.Answers")]
    [InlineData("Rootscope.Tool")]
    public void A_package_says_what_it_is_and_carries_its_page_and_symbols(string id)
    {
        string file = Assert.Single(packed.Files(id, ".nupkg"));
        Assert.Single(packed.Files(id, ".snupkg"));
        using ZipArchive package = ZipFile.OpenRead(file);
        using Stream text = package.GetEntry(id + ".nuspec")!.Open();
        XElement about = XDocument.Load(text).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
        string ValueOf(string name) => about.Elements().Single(e => e.Name.LocalName == name).Value;
        Assert.Equal("Apache-2.0", ValueOf("license"));
        Assert.Equal("README.md", ValueOf("readme"));
        Assert.NotEmpty(ValueOf("tags"));
        Assert.True(ValueOf("description").Length > "Package Description".Length);
        Assert.NotNull(package.GetEntry("README.md"));
    }

    [Fact]
    public void The_tool_carries_its_bill_of_materials_and_no_file_says_where_it_was_built()
    {
        using ZipArchive package = ZipFile.OpenRead(Assert.Single(packed.Files("Rootscope.Tool", ".nupkg")));
        using (var bill = new StreamReader(package.GetEntry("sbom.cdx.json")!.Open()))
        {
            Assert.Equal(
                File.ReadAllText(Path.Combine(SourceFolder.Repository(), "src", "Rootscope.Tool", "sbom.cdx.json")),
                bill.ReadToEnd()
            );
        }

        byte[] place = System.Text.Encoding.UTF8.GetBytes(SourceFolder.Repository());
        ZipArchiveEntry[] own = [.. package.Entries.Where(e => e.Name.StartsWith("Rootscope", StringComparison.Ordinal))];
        Assert.NotEmpty(own);
        foreach (ZipArchiveEntry entry in own.Where(e => e.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using Stream stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            Assert.True(content.ToArray().AsSpan().IndexOf(place) < 0, $"{entry.FullName} names {SourceFolder.Repository()}");
        }
    }

    [Fact]
    public void The_library_depends_on_no_package()
    {
        using ZipArchive package = ZipFile.OpenRead(Assert.Single(packed.Files("Rootscope", ".nupkg")));
        using Stream text = package.GetEntry("Rootscope.nuspec")!.Open();
        Assert.DoesNotContain(XDocument.Load(text).Descendants(), e => e.Name.LocalName == "dependency");
        Assert.NotNull(package.GetEntry("lib/net10.0/Rootscope.Core.xml"));
    }
}

/// <summary>All packages of the solution as they were built, and the tool installed from its own into an empty folder.</summary>
public sealed class PackedTool : IAsyncLifetime
{
    /// <summary>Packing and installing take seconds; this much is left to a machine that runs other tests meanwhile.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();

    private Dictionary<string, string> Apart =>
        new(StringComparer.Ordinal)
        {
            // A package of the same version that was tried before must not stand in for this one.
            ["NUGET_PACKAGES"] = _folder.PathOf("cache"),
            ["ROOTSCOPE_WORKSPACE"] = _folder.PathOf("workspace"),
        };

    public async ValueTask InitializeAsync()
    {
        string built = typeof(Rootscope.Cli.Application).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        string solution = Path.Combine(SourceFolder.Repository(), "Rootscope.slnx");
        string[] pack = ["pack", solution, "-c", built, "--no-build", "-o", _folder.PathOf("packages"), "-p:NativesOf=here", "-v", "q"];
        CliRun packing = await OtherProgram.Run(OtherProgram.Dotnet, pack, Limit);
        Assert.True(packing.Code == 0, packing.Output + packing.Error);

        // From the folder alone: nothing is asked for elsewhere.
        await File.WriteAllTextAsync(
            _folder.PathOf("nuget.config"),
            """<configuration><packageSources><clear /><add key="packed" value="packages" /></packageSources></configuration>"""
        );
        string[] install =
        [
            "tool",
            "install",
            "Rootscope.Tool",
            "--tool-path",
            _folder.PathOf("tool"),
            "--configfile",
            _folder.PathOf("nuget.config"),
        ];
        CliRun installing = await OtherProgram.Run(OtherProgram.Dotnet, install, Limit, Apart, _folder.Root);
        Assert.True(installing.Code == 0, installing.Output + installing.Error);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<CliRun> Run(params string[] arguments) =>
        OtherProgram.Run(_folder.PathOf(Path.Combine("tool", "rootscope")), arguments, Limit, Apart, _folder.Root);

    internal IEnumerable<string> Files(string id, string suffix) =>
        Directory
            .GetFiles(_folder.PathOf("packages"), "*" + suffix)
            .Where(f =>
                Path.GetFileName(f).StartsWith(id + ".", StringComparison.Ordinal) && char.IsAsciiDigit(Path.GetFileName(f)[id.Length + 1])
            );
}
