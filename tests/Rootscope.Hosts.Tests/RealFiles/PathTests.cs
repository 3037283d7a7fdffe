using System.IO.Compression;
using Rootscope.Cli.Options;
using Rootscope.Hosts.Tests.Storage.Formats;

namespace Rootscope.Hosts.Tests.RealFiles;

/// <summary>A path is a name and never syntax: every command that takes one finds the file of that name, and no other.</summary>
public sealed class PathTests : IDisposable
{
    private const string Flows = "year,exporter,importer,product,value\n2022,CHN,DEU,850440,60\n2022,JPN,DEU,850440,40\n";
    private const string Other = "year,exporter,importer,product,value\n2022,USA,FRA,010121,1\n";

    private readonly TemporaryFolder _folder = new();

    /// <summary>Names of folders that mean something to a shell, a database, an address or a pattern of names.</summary>
    public static TheoryData<string> Names =>
        OperatingSystem.IsWindows()
            ? ["with space;threads=1", "it's 100%20 #1", "中国 数据", "br[ac]kets{x}", "-dash,amp&"]
            :
            [
                "with space;threads=1",
                "it's \"quoted\"",
                "percent%20%2e#tag",
                "中国 数据",
                "br[ac]kets{x}*",
                "-dash,amp&",
                "\\\\server\\share:",
            ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Files_workspaces_and_results_are_found_under_any_name(string name)
    {
        string folder = _folder.PathOf(name);
        Directory.CreateDirectory(folder);

        // What a pattern or a shortened name would find instead.
        foreach (string beside in new[] { "brakets", "brackets{x}1", "with", "with space", "percent" })
        {
            Directory.CreateDirectory(_folder.PathOf(beside));
            await File.WriteAllTextAsync(_folder.PathOf($"{beside}/{name[0]}flows.csv"), Other);
        }

        string At(string file) => Path.Combine(folder, file);
        await File.WriteAllTextAsync(At("flows.csv"), Flows);
        await File.WriteAllTextAsync(At("2020_SML.csv"), IcioTexts.Regular);
        await File.WriteAllTextAsync(At("nbs_2020.csv"), SmallTables.Nbs);
        await File.WriteAllTextAsync(At("edges.csv"), "supplier,buyer,sales\nA,B,1\nB,A,2\n");
        await File.WriteAllTextAsync(At("firms.csv"), "id,sector\nA,C26\nB,C27\n");
        ZipFile.CreateFromDirectory(OneFile(At("2020_SML.csv")), At("icio.zip"));
        string workspace = At("work space");

        await Runs("CHN", "dependence", At("flows.csv"), "--importer", "DEU", "--rule", "eu2021", "-f", "csv");
        await Runs("CHN", "complexity", At("flows.csv"), "--filter", "none", "-f", "csv");
        await Runs("A", "network", "risk", At("edges.csv"), At("firms.csv"), "-f", "csv");
        await Runs("own", "data", "add", "icio", At("2020_SML.csv"), "--name", "own", "--workspace", workspace, "-f", "csv");
        await Runs("zipped", "data", "add", "icio", At("icio.zip"), "--name", "zipped", "--workspace", workspace, "-f", "csv");
        await Runs("flows", "data", "add", "trade", At("flows.csv"), "--name", "flows", "--workspace", workspace, "-f", "csv");
        await Runs("unit plausible", "data", "check", At("nbs_2020.csv"), "--layout", "nbs", "-f", "csv");
        await Runs(
            "",
            "data",
            "export",
            "own",
            "--as",
            "parquet",
            "-o",
            At("exported.parquet"),
            "--rights-confirmed",
            "--workspace",
            workspace
        );
        await Runs("again", "data", "add", "parquet", At("exported.parquet"), "--name", "again", "--workspace", workspace, "-f", "csv");
        await Runs("", "dependence", At("flows.csv"), "--importer", "DEU", "--rule", "eu2021", "-o", At("result.csv"));
        await Runs("", "dependence", At("flows.csv"), "--importer", "DEU", "--rule", "eu2021", "-o", At("result.parquet"));
        Assert.All(new[] { "result.csv", "result.parquet", "exported.parquet", "work space" }, f => Assert.True(Path.Exists(At(f)), f));

        // Nothing was written under another name.
        string[] beginnings = ["brakets", "brackets{x}1", "with", "with space", "percent", "one", name];
        Assert.All(Directory.GetFileSystemEntries(_folder.Root).Select(e => Path.GetFileName(e)!), e => Assert.Contains(e, beginnings));
    }

    [Fact]
    public async Task A_workspace_that_the_database_would_spread_over_two_folders_is_refused_and_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no name holds a question mark there");
        string source = _folder.Write("2020_SML.csv", IcioTexts.Regular);
        CliRun run = await CliRun.Of("data", "add", "icio", source, "--name", "own", "--workspace", _folder.PathOf("a?b=1"));
        Assert.Equal(ExitCode.BadData, run.Code);
        Assert.Contains("holds '?'", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFileSystemEntries(_folder.Root), e => e.EndsWith("/a", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dependence MISSING --importer DEU")]
    [InlineData("complexity MISSING")]
    [InlineData("network risk MISSING MISSING")]
    [InlineData("data add icio MISSING --name own")]
    [InlineData("data add trade MISSING --name own")]
    [InlineData("data add mapped MISSING MISSING --name own")]
    [InlineData("data check MISSING")]
    [InlineData("shock check MISSING")]
    [InlineData("roots --elasticities MISSING")]
    public async Task A_path_that_is_not_there_is_named_and_never_replaced_by_another(string command)
    {
        await File.WriteAllTextAsync(_folder.PathOf("flows.csv"), Flows);
        string missing = Path.Combine(_folder.Root, "..", Path.GetFileName(_folder.Root), "flow*.csv");
        IEnumerable<string> words = CommandProcess.Split(command).Select(w => w == "MISSING" ? missing : w);
        CliRun run = await CliRun.Of([.. words, "--workspace", _folder.PathOf("workspace")]);
        Assert.Contains(run.Code, new[] { ExitCode.BadData, ExitCode.NotFound, ExitCode.Usage });
        Assert.Contains("flow*.csv", run.Error + run.Output, StringComparison.Ordinal);
    }

    private static async Task Runs(string told, params string[] words)
    {
        CliRun run = await CliRun.Of(words);
        Assert.True(run.Code == ExitCode.Ok, $"{string.Join(' ', words)}: {run.Error}");
        Assert.Contains(told, run.Output, StringComparison.Ordinal);
    }

    /// <summary>A folder that holds a copy of one file.</summary>
    private string OneFile(string path)
    {
        string folder = _folder.PathOf("one");
        Directory.CreateDirectory(folder);
        File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
        return folder;
    }
}
