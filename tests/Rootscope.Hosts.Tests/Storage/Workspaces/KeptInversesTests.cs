using Rootscope.Accounts;
using Rootscope.Storage;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Workspaces;

/// <summary>An inverse is computed once a table and found again, or computed again where what is found cannot be trusted.</summary>
public sealed class KeptInversesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _place;
    private readonly FlowTable _table = EmbeddedTables.Read("china-2020") is var china
        ? china.With(china.Metadata with { Id = "own", Year = 2021 })
        : null!;

    public KeptInversesTests()
    {
        _place = _folder.PathOf("workspace");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_kept_inverse_is_the_computed_one_bit_for_bit()
    {
        new TableLibrary(_place).Import(_table);
        double[] expected = TotalRequirements.Of(Direct()).Values.ToArray();
        AssertAnswer(expected, found: false);
        AssertAnswer(expected, found: true);
        string blob = Path.Combine(_place, "blobs", new FolderWorkspace(_place).FindResult(KeyOf(Direct()))!.Blob);
        Assert.Equal((long)_table.Size * _table.Size * sizeof(double), new FileInfo(blob).Length);
    }

    [Fact]
    public void Domestic_and_all_inputs_have_an_inverse_each()
    {
        new TableLibrary(_place).Import(_table);
        Ask();
        Assert.False(Ask(InputOrigin.All).Found);
        Assert.True(Ask(InputOrigin.All).Found);
        Assert.NotEqual(Ask().Values, Ask(InputOrigin.All).Values);
    }

    [Theory]
    [InlineData("a bit is turned")]
    [InlineData("cut short")]
    [InlineData("longer than it was")]
    [InlineData("empty")]
    [InlineData("gone")]
    [InlineData("not readable as a file")]
    public void A_spoilt_inverse_is_never_used_and_is_replaced(string fault)
    {
        new TableLibrary(_place).Import(_table);
        double[] expected = Ask().Values;
        string path = Path.Combine(_place, "blobs", new FolderWorkspace(_place).FindResult(KeyOf(Direct()))!.Blob);
        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        switch (fault)
        {
            case "a bit is turned":
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(path, bytes);
                break;
            case "cut short":
                File.WriteAllBytes(path, bytes[..^8]);
                break;
            case "longer than it was":
                File.WriteAllBytes(path, [.. bytes, .. new byte[8]]);
                break;
            case "empty":
                File.WriteAllBytes(path, []);
                break;
            case "not readable as a file":
                Directory.CreateDirectory(path);
                break;
        }

        AssertAnswer(expected, found: false);
        if (fault == "not readable as a file")
        {
            Directory.Delete(path);
            Ask();
        }

        AssertAnswer(expected, found: true);
        Assert.Equal(bytes.Length, new FileInfo(path).Length);
    }

    [Fact]
    public void An_inverse_of_an_embedded_table_is_kept_where_there_was_no_workspace()
    {
        FlowTable embedded = EmbeddedTables.Read("china-2020");
        Assert.False(Ask(table: embedded).Found);
        Assert.True(Ask(table: embedded).Found);
        new TableLibrary(_place).Import(_table);
        Assert.True(Ask(table: embedded).Found);
    }

    [Fact]
    public void An_inverse_goes_with_its_table()
    {
        var library = new TableLibrary(_place);
        library.Import(_table);
        Ask();
        library.Workspace.Remove("own");
        Assert.Null(new FolderWorkspace(_place).FindResult(KeyOf(Direct())));
        Assert.Empty(Directory.GetFiles(Path.Combine(_place, "blobs")));
    }

    [Fact]
    public void A_workspace_that_cannot_be_written_hinders_nobody()
    {
        File.WriteAllText(_place, "a file where the folder should be");
        AssertAnswer(TotalRequirements.Of(Direct()).Values.ToArray(), found: false);
        Assert.False(Ask().Found);
        Assert.Equal("a file where the folder should be", File.ReadAllText(_place));
    }

    [Fact]
    public void A_list_that_is_damaged_hinders_nobody_and_is_left_as_it_is()
    {
        Directory.CreateDirectory(_place);
        File.WriteAllText(Path.Combine(_place, "catalogue.duckdb"), "no database at all, but long enough to be looked at as one");
        Assert.False(Ask().Found);
        Assert.Contains("no database", File.ReadAllText(Path.Combine(_place, "catalogue.duckdb")), StringComparison.Ordinal);
    }

    [Fact]
    public void Small_tables_are_computed_and_nothing_is_created_for_them()
    {
        using var store = new KeptInverses(new FolderWorkspace(_place));
        TotalRequirements.Of(Direct(), new InverseOptions { Store = store });
        Assert.False(Directory.Exists(_place));
    }

    [Fact]
    public async Task One_who_stops_while_an_inverse_is_kept_leaves_no_trace_of_it()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        using var store = new KeptInverses(new FolderWorkspace(_place), fewestSectors: 1);
        Assert.Throws<OperationCanceledException>(() => store.Keep(TotalRequirements.Of(Direct()), stopped.Token));
        Assert.Empty(Directory.GetFiles(Path.Combine(_place, "blobs")));
        Assert.Null(new FolderWorkspace(_place).FindResult(KeyOf(Direct())));
    }

    [Fact]
    public async Task A_second_question_on_the_command_line_gives_the_same_bytes_from_the_kept_inverse()
    {
        new TableLibrary(_place).Import(MadeTables.OfSize(KeptInverses.FewestSectors, "large"));
        string[] question = ["accounts", "large", "--measure", "extraction-total", "-f", "csv", "--workspace", _place];
        string first = await Answer(question);
        string kept = Assert.Single(
            Directory.GetFiles(Path.Combine(_place, "blobs")),
            f => new FileInfo(f).Length == (long)KeptInverses.FewestSectors * KeptInverses.FewestSectors * sizeof(double)
        );
        DateTime written = File.GetLastWriteTimeUtc(kept);
        Assert.Equal(first, await Answer(question));
        Assert.Equal(written, File.GetLastWriteTimeUtc(kept));
        await Answer(["accounts", "large", "--measure", "linkage-variation", "-f", "csv", "--workspace", _place]);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_place, "blobs")).Length);
    }

    private static async Task<string> Answer(string[] question)
    {
        CliRun run = await CliRun.Of(question);
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        return run.Output;
    }

    private static string KeyOf(DirectRequirements direct) =>
        $"inverse|{TotalRequirements.AlgorithmVersion}|{(direct.Origin == InputOrigin.Domestic ? "domestic" : "all")}|{direct.Table.ContentHash}";

    private void AssertAnswer(double[] expected, bool found)
    {
        (double[] values, bool wasFound) = Ask();
        Assert.Equal(expected, values);
        Assert.Equal(found, wasFound);
    }

    private DirectRequirements Direct() => DirectRequirements.Of(_table, InputOrigin.Domestic);

    /// <summary>The inverse, as another process would ask for it, and whether it was found.</summary>
    private (double[] Values, bool Found) Ask(InputOrigin origin = InputOrigin.Domestic, FlowTable? table = null)
    {
        using var store = new KeptInverses(new FolderWorkspace(_place), fewestSectors: 1);
        var direct = DirectRequirements.Of(table ?? _table, origin);
        bool found = store.Find(direct) is not null;
        return (TotalRequirements.Of(direct, new InverseOptions { Store = store }).Values.ToArray(), found);
    }
}
