using System.Diagnostics;
using System.Globalization;
using Rootscope.Storage;
using Rootscope.Storage.Workspaces;

namespace Rootscope.Hosts.Tests.Storage.Workspaces;

/// <summary>Whatever happens to the process that writes, the workspace opens and holds what it held.</summary>
public sealed class WorkspaceCrashTests : IDisposable
{
    /// <summary>How many imports are killed; ROOTSCOPE_KILLS asks for more than the normal run's three.</summary>
    private static readonly int Kills = int.TryParse(
        Environment.GetEnvironmentVariable("ROOTSCOPE_KILLS"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out int n
    )
        ? n
        : 3;

    private readonly TemporaryFolder _folder = new();
    private readonly string _place;
    private readonly CommandProcess _process;

    public WorkspaceCrashTests()
    {
        _place = _folder.PathOf("workspace");
        _process = new CommandProcess(_folder.Root, _place);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killing_an_import_at_any_moment_leaves_earlier_tables_whole_and_no_trace_of_the_broken_one()
    {
        string file = _folder.Write("small_2020.csv", SmallTables.Nbs);
        long began = Stopwatch.GetTimestamp();
        Assert.Equal(0, (await Add(file, "first")).Code);
        TimeSpan whole = Stopwatch.GetElapsedTime(began);
        string hash = new TableLibrary(_place).Read("first").ContentHash;
        var random = new Random(20);
        for (int i = 0; i < Kills; i++)
        {
            // The second half of the run is where it writes.
            TimeSpan moment = whole * (0.3 + (0.8 * random.NextDouble()));
            await _process.Run(["data", "add", "nbs", file, "--name", $"killed-{i}"], killAfter: moment);
            var library = new TableLibrary(_place);
            foreach (TableSummary table in library.Workspace.List())
            {
                Assert.Equal(hash, library.Read(table.Name).ContentHash);
                Assert.Contains(table.Name, (string[])["first", $"killed-{i}"]);
            }

            Assert.Contains("first", library.Workspace.List().Select(t => t.Name));
            library.Import(library.Read("first").With(library.Read("first").Metadata with { Id = "after" }), replace: true);
            library.Workspace.Remove($"killed-{i}");
            library.Workspace.Remove("after");
            Assert.Single(Directory.GetFiles(Path.Combine(_place, "blobs")));
            Assert.Equal(["catalogue.duckdb", "lock"], Directory.GetFiles(_place).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(200)]
    public async Task A_full_disk_is_told_and_loses_nothing(int blocks)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "limits on file sizes are set by a Unix shell");
        string file = _folder.Write("small_2020.csv", SmallTables.Nbs);
        Assert.Equal(0, (await Add(file, "first")).Code);
        string hash = new TableLibrary(_place).Read("first").ContentHash;

        // A file that outgrows the limit fails as on a full disk; the runtime's own code pages must not count as files.
        string prefix = $"export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f {blocks}";
        Large(_folder.PathOf("large_2020.csv"));
        CliRun run = await _process.Run(["data", "add", "nbs", "large_2020.csv", "--name", "second"], shellPrefix: prefix);
        Assert.Equal(3, run.Code);
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Contains("Free space", run.Error, StringComparison.Ordinal);
        Assert.Equal(["first"], new FolderWorkspace(_place).List().Select(t => t.Name));
        Assert.Equal(hash, new TableLibrary(_place).Read("first").ContentHash);
        Assert.Equal(0, (await _process.Run(["data", "add", "nbs", "large_2020.csv", "--name", "second"])).Code);
    }

    [Fact]
    public async Task A_folder_that_may_only_be_read_is_read_and_told()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("rights are set as on Unix");
            return;
        }

        Assert.SkipWhen(Environment.IsPrivilegedProcess, "the superuser may write everywhere");
        string file = _folder.Write("small_2020.csv", SmallTables.Nbs);
        Assert.Equal(0, (await Add(file, "first")).Code);
        UnixFileMode open = File.GetUnixFileMode(_place);
        try
        {
            foreach (string path in Directory.GetFileSystemEntries(_place, "*", SearchOption.AllDirectories).Append(_place))
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | (Directory.Exists(path) ? UnixFileMode.UserExecute : UnixFileMode.None));
            }

            CliRun run = await Add(file, "second");
            Assert.Equal(3, run.Code);
            Assert.Contains("rights on that folder", run.Error, StringComparison.Ordinal);
            Assert.Equal(0, (await _process.Run(["data", "show", "first"])).Code);
        }
        finally
        {
            foreach (string path in Directory.GetFileSystemEntries(_place, "*", SearchOption.AllDirectories).Prepend(_place))
            {
                File.SetUnixFileMode(path, open);
            }
        }
    }

    [Fact]
    public async Task Processes_that_write_and_read_at_the_same_time_all_succeed()
    {
        string file = _folder.Write("small_2020.csv", SmallTables.Nbs);
        Assert.Equal(0, (await Add(file, "first")).Code);
        CliRun[] runs = await Task.WhenAll(
            Add(file, "second"),
            _process.Run(["data", "show", "first"]),
            Add(file, "third"),
            _process.Run(["data", "list"])
        );
        Assert.All(runs, r => Assert.Equal((0, string.Empty), (r.Code, r.Error)));
        Assert.Equal(["first", "second", "third"], new FolderWorkspace(_place).List().Select(t => t.Name));
    }

    [Fact]
    public async Task A_workspace_that_stays_taken_says_so_within_seconds()
    {
        string file = _folder.Write("small_2020.csv", SmallTables.Nbs);
        Assert.Equal(0, (await Add(file, "first")).Code);
        using var taken = new FileStream(Path.Combine(_place, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        CliRun run = await Add(file, "second");
        Assert.Equal(3, run.Code);
        Assert.Contains("another process", run.Error, StringComparison.Ordinal);
        Assert.Contains("Try again", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _process.Run(["data", "show", "first"])).Code);
    }

    [Fact]
    public async Task An_embedded_table_needs_no_database()
    {
        string program = Path.GetDirectoryName(typeof(Rootscope.Cli.Application).Assembly.Location)!;
        foreach (
            string file in Directory
                .GetFiles(program)
                .Where(f =>
                    Path.GetFileName(f) is { } name
                    && !name.Contains("DuckDB", StringComparison.OrdinalIgnoreCase)
                    && !name.EndsWith(".deps.json", StringComparison.Ordinal)
                )
        )
        {
            File.Copy(file, _folder.PathOf(Path.GetFileName(file)));
        }

        CliRun run = await new CommandProcess(_folder.Root, _place, _folder.PathOf("rootscope.dll")).Run([
            "root",
            "094",
            "china-2020",
            "--alone",
        ]);
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
    }

    private Task<CliRun> Add(string file, string name) => _process.Run(["data", "add", "nbs", file, "--name", name]);

    /// <summary>A closed diagonal economy large enough that its figures outgrow the limit.</summary>
    private static void Large(string path)
    {
        const int Sectors = 200;
        string[] codes = [.. Enumerable.Range(1, Sectors).Select(i => i.ToString("000", CultureInfo.InvariantCulture))];
        string sectors = string.Join(',', codes);
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine($"Code,Description,DescriptionInChinese,{sectors},TIU,FU101,FU102,THC,FU103,TC,FU201,FU202,GCF,EX,TFU,IM,GO");
        for (int i = 0; i < Sectors; i++)
        {
            string row = string.Join(',', Enumerable.Range(0, Sectors).Select(j => i == j ? "1" : "0"));
            text.WriteLine($"{codes[i]},S{i},S{i},{row},1,0,1,1,0,1,0,0,0,0,1,0,2");
        }

        string ones = string.Join(',', Enumerable.Repeat("1", Sectors));
        string zeros = string.Join(',', Enumerable.Repeat("0", Sectors));
        foreach (
            (string code, string figures) in new[] { ("TII", ones), ("VA001", ones), ("VA002", zeros), ("VA003", zeros), ("VA004", zeros) }
        )
        {
            text.WriteLine($"{code},{code},{code},{figures},,,,,,,,,,,,,");
        }

        File.WriteAllText(path, text.ToString());
    }
}
