namespace Rootscope.Hosts.Tests.Cli;

/// <summary>
/// Every way to spoil a table: an error that names place and repair, the right exit code, and a workspace byte for byte as it was.
/// </summary>
public sealed class DataFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _workspace;

    public DataFaultTests()
    {
        _workspace = _folder.PathOf("workspace");
    }

    public static TheoryData<string, string, string, string[]> SpoiltNbsTables =>
        new()
        {
            {
                "a broken row",
                "10,20,30,5,15,20,5,25,10,0,10,45,80,10,100",
                "10,20,30,5,15,20,5,25,10,0,10,45,80,17,100",
                ["line 2", "'01' (Farming)", "93", "published table"]
            },
            { "a broken column", "固定资产折旧\",5,5", "固定资产折旧\",5,9", ["line 3", "'02' (Making)", "104", "published table"] },
            { "a broken subtotal", "30,40,70,", "30,41,70,", ["line 3", "'TIU'", "parts sum to 71"] },
            { "a missing column", "\"EX\",", "\"EXP\",", ["line 1", "no column 'EX'", "Nearest: EXP"] },
            { "a missing row of primary inputs", "\"VA003\"", "\"VA03\"", ["line 7", "'VA03'", "VA001 to VA004"] },
            { "a text cell", "30,40,70,", "30,n/a,70,", ["line 3", "column 5 ('02')", "found 'n/a'", "leave the cell empty"] },
            { "a number with thousands separators", "30,40,70,", "30,\"4,000\",70,", ["line 3", "'4,000'", "thousands"] },
            { "a cell that is not finite", "30,40,70,", "30,1e999,70,", ["line 3", "'1e999'"] },
            { "a duplicate sector", "\"02\",\"Making\"", "\"01\",\"Making\"", ["line 3", "'01' occurs twice", "Remove one"] },
            { "sectors in another order", "\"01\",\"02\",\"TIU\"", "\"02\",\"01\",\"TIU\"", ["line 2", "same order"] },
            {
                "a column that says the table is by origin, behind the sectors",
                "\"FU102\"",
                "\"Origin\"",
                ["line 1", "'TIU'", "found none"]
            },
            {
                "too few cells in a line",
                "10,20,30,5,15,",
                "10,20,30,15,",
                ["line 2", "17 cells where the header has 18", "missing comma"]
            },
            { "a quote that is never closed", "\"Making\"", "\"Making", ["line 3", "quote"] },
        };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(SpoiltNbsTables))]
    public async Task A_spoilt_table_is_refused_with_place_and_repair(string fault, string good, string bad, string[] told)
    {
        Assert.Contains(good, SmallTables.Nbs, StringComparison.Ordinal);
        string file = _folder.Write("spoilt_2020.csv", SmallTables.Nbs.Replace(good, bad, StringComparison.Ordinal));
        await Refuses(3, told, "nbs", file);
        Assert.NotEmpty(fault);
    }

    [Fact]
    public async Task A_table_that_is_not_productive_is_refused()
    {
        string file = _folder.Write("greedy_2020.csv", SmallTables.NotProductive);
        await Refuses(5, [file, "not productive", "1.05", "Check the outputs and inputs"], "nbs", file);
    }

    [Theory]
    [InlineData("nbs")]
    [InlineData("wiod2013")]
    [InlineData("bea")]
    public async Task An_empty_file_is_refused(string layout)
    {
        string file = _folder.Write("empty_2011.csv", string.Empty);
        await Refuses(3, [file, "line 1", "empty", "column names"], layout, file);
    }

    [Theory]
    [InlineData("nbs")]
    [InlineData("wiod2013")]
    [InlineData("bea")]
    public async Task A_file_that_is_not_there_is_refused(string layout)
    {
        string file = _folder.PathOf("nowhere_2011.csv");
        await Refuses(3, [file, "no such file", "Check the path"], layout, file);
    }

    [Fact]
    public async Task A_folder_in_place_of_a_file_is_refused() => await Refuses(3, ["no such file"], "nbs", _folder.Root);

    [Theory]
    [InlineData("RoW_c1,200,0,900", "RoW_c1,200,0,990", "line 4", "'RoW_c1'", "published table")]
    [InlineData(",OUTPUT", ",OUT", "line 1", "no column 'OUTPUT'")]
    [InlineData("USA_c2,1500", "USA_c2,x", "line 3", "column 2 ('USA_c1')", "found 'x'")]
    [InlineData("RoW_c1,200", "USA_c2,200", "line 4", "expected 'RoW_c1', found 'USA_c2'")]
    [InlineData("RoW_c2,0,0,0,0,0,0,0,0,0,0,0,0,0,-1,0\n", "", "4 columns of sectors but 3 rows", "cut off")]
    [InlineData("RoW_c1,RoW_c2", "RoW_c1,RoW_c3", "line 1", "column 4", "expected USA_c3, found 'RoW_c1'")]
    [InlineData("RoW_F5", "RoW_F6", "line 1", "'RoW_F6' is no final use")]
    [InlineData("USA_F1", "USAF1", "line 1", "'USAF1'")]
    public async Task A_spoilt_world_table_is_refused(string good, string bad, params string[] told)
    {
        Assert.Contains(good, SmallTables.Wiod, StringComparison.Ordinal);
        string file = _folder.Write("wiot2011.csv", SmallTables.Wiod.Replace(good, bad, StringComparison.Ordinal));
        await Refuses(3, told, "wiod2013", file);
    }

    [Theory]
    [InlineData("Use", "\"A\",10,40,50,60", "\"A\",10,40,50,600", "commodity 'A'", "published tables")]
    [InlineData("Use", "\"V00100\",60,30", "\"V00100\",60,300", "column 'B'", "makes 100")]
    [InlineData("Use", "F05000", "F05500", "no column 'F05000'")]
    [InlineData("Use", "\"B\",30,20", "\"A\",30,20", "line 3", "row 'A' occurs twice")]
    [InlineData("Make", "\"B\",5,95", "\"C\",5,95", "no row 'B'", "same year")]
    [InlineData("Make", "\"A\",95,10", "\"A\",9x,10", "line 2", "'9x'")]
    [InlineData("Import", "\"A\",2,8", "\"A\",2,800", "commodity 'A'")]
    [InlineData("Import", "\"F04000\"", "\"F04\"", "no column 'F04000'")]
    public async Task Spoilt_United_States_tables_are_refused(string which, string good, string bad, params string[] told)
    {
        string[] files =
        [
            .. new[] { ("Use", SmallTables.BeaUse), ("Make", SmallTables.BeaMake), ("Import", SmallTables.BeaImport) }.Select(t =>
            {
                Assert.True(t.Item1 != which || t.Item2.Contains(good, StringComparison.Ordinal));
                return _folder.Write($"{t.Item1}.csv", t.Item1 == which ? t.Item2.Replace(good, bad, StringComparison.Ordinal) : t.Item2);
            }),
        ];
        await Refuses(3, told, ["bea", .. files, "--year", "2017"]);
    }

    [Fact]
    public async Task United_States_tables_need_all_three_files()
    {
        string use = _folder.Write("Use.csv", SmallTables.BeaUse);
        string make = _folder.Write("Make.csv", SmallTables.BeaMake);
        await Refuses(3, ["there is no Import table"], "bea", use, make, "--year", "2017");
        await Refuses(3, ["second Make table"], "bea", use, make, make, "--year", "2017");
    }

    [Fact]
    public async Task Tables_after_redefinitions_are_refused()
    {
        string use = _folder.Write("Use_AfterRedef.csv", SmallTables.BeaUse);
        await Refuses(3, ["after redefinitions", "before redefinitions"], "bea", use, "--year", "2017");
    }

    [Fact]
    public async Task A_year_that_nothing_tells_is_asked_for()
    {
        string file = _folder.Write("table.csv", SmallTables.Nbs);
        await Refuses(3, ["--year"], "nbs", file);
    }

    private async Task Refuses(int code, string[] told, params string[] arguments)
    {
        string sound = _folder.Write("sound_2020.csv", SmallTables.Nbs);
        CliRun first = await CliRun.Of("data", "add", "nbs", sound, "--name", "sound", "--replace", "--workspace", _workspace);
        Assert.Equal((0, string.Empty), (first.Code, first.Error));
        string before = TemporaryFolder.Snapshot(_workspace);
        CliRun run = await CliRun.Of(["data", "add", .. arguments, "--name", "spoilt", "--workspace", _workspace]);
        Assert.Equal(code, run.Code);
        Assert.Empty(run.Output);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
        Assert.All(told, t => Assert.Contains(t, run.Error, StringComparison.Ordinal));
        Assert.Equal(before, TemporaryFolder.Snapshot(_workspace));
    }
}
