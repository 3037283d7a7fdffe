using Rootscope.Storage;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Formats.Bea;
using Rootscope.Storage.Formats.Nbs;
using Rootscope.Storage.Formats.Wiod2013;
using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Hosts.Tests.Storage.Formats;

public sealed class ReaderTests : IDisposable
{
    /// <summary>Published tables keep their identities to the last digits of a double.</summary>
    private const double Balanced = 1e-9;

    private const double Exact = 1e-12;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("china_2002_122.csv", 122, false)]
    [InlineData("china_2005_42.csv", 42, false)]
    [InlineData("china_2007_135.csv", 135, false)]
    [InlineData("china_2010_41.csv", 41, false)]
    [InlineData("china_2012_139.csv", 139, false)]
    [InlineData("china_2015_42.csv", 42, false)]
    [InlineData("china_2017_149.csv", 149, false)]
    [InlineData("china_2017_42.csv", 42, true)]
    [InlineData("china_2018_153.csv", 153, false)]
    [InlineData("china_2018_42.csv", 42, true)]
    [InlineData("china_2020_153.csv", 153, false)]
    [InlineData("china_2020_42.csv", 42, true)]
    public void Every_layout_of_the_statistics_bureau_reads_and_balances(string file, int sectors, bool byUser)
    {
        FlowTable table = NbsReader.Read(SharedData.Require("data", "china_io_nbs", file), "own");
        TableBalance balance = TableBalance.Of(table);
        Assert.Equal(sectors, table.Size);
        Assert.Equal(byUser, table.HasImportedFlows);
        Assert.Equal(int.Parse(file[6..10], System.Globalization.CultureInfo.InvariantCulture), table.Metadata.Year);
        Assert.InRange(balance.RowError, 0, Balanced);
        Assert.InRange(balance.ColumnError, 0, Balanced);
        Assert.True(TableCheck.Of(table, 1e-4).IsProductive);
    }

    [Fact]
    public void The_imported_share_of_own_inputs_of_Chinese_electronics_is_the_known_one()
    {
        FlowTable table = NbsReader.Read(SharedData.Require("data", "china_io_nbs", "china_2020_42.csv"), "own");
        int electronics = table.Sectors.FindIndustry("20");
        int cell = (electronics * table.Size) + electronics;
        Assert.Equal(0.481, table.ImportedFlows[cell] / table.Flows[cell], 0.0005);
    }

    [Fact]
    public void Negative_inventories_and_discrepancies_are_kept()
    {
        FlowTable table = NbsReader.Read(_folder.Write("small_2020.csv", SmallTables.Nbs), "own");
        Assert.Equal(-5, TableTotals.FinalDemand(table, c => c.Kind == FinalDemandKind.Inventories)[1]);
        Assert.Equal(100, table.Output[1]);
        Assert.Equal(60, TableTotals.ValueAdded(table)[0], Exact);
    }

    [Theory]
    [InlineData(1995, "GBR_c16")]
    [InlineData(2000, "POL_c9")]
    [InlineData(2005, "AUT_c20")]
    [InlineData(2007, "AUT_c21")]
    [InlineData(2008, "AUT_c21")]
    [InlineData(2009, "BEL_c16")]
    [InlineData(2010, "BEL_c21")]
    [InlineData(2011, "NLD_c23")]
    public void Every_year_of_the_world_table_reads_and_names_its_worst_row(int year, string worst)
    {
        FlowTable table = WiodReader.Read(SharedData.Require("data", "wiod2013", $"wiot{year}.csv"), "own");
        TableBalance balance = TableBalance.Of(table);
        Assert.Equal(1435, table.Size);
        Assert.Equal(year, table.Metadata.Year);
        Assert.Contains(worst, table.Metadata.Derivations[0], StringComparison.Ordinal);
        Assert.InRange(balance.RowError, 0, Exact);
        Assert.InRange(balance.ColumnError, 0, Exact);
    }

    [Fact]
    public void The_embedded_world_is_the_published_file()
    {
        string file = SharedData.Require("data", "wiod2013", "wiot2011.csv");
        Assert.Equal(WiodReader.Read(file, "own").ContentHash, EmbeddedTables.Read("world-2011").ContentHash);
    }

    [Fact]
    public void Output_of_a_world_sector_is_its_row_and_never_below_zero()
    {
        FlowTable table = WiodReader.Read(_folder.Write("wiot2011.csv", SmallTables.Wiod), "own");
        Assert.Equal([8000, 10000, 5000, 0], table.Output.ToArray());
        Assert.Contains("RoW_c2 by 1", table.Metadata.Derivations[^1], StringComparison.Ordinal);
        Assert.Equal([5300, 5500, 3800, -2400], TableTotals.ValueAdded(table));
        Assert.Equal("Rest of World", table.Sectors.Regions[1].Name);
        Assert.Equal("Mining and Quarrying", table.Sectors.Industries[1].Name);
    }

    [Fact]
    public void A_small_United_States_table_follows_the_industry_technology_assumption()
    {
        FlowTable table = SmallUnitedStates();
        // Industry A makes 95 of A and 5... of B: its inputs are split 95 : 10, those of B 5 : 95; scrap has none.
        double[,] use =
        {
            { 10, 40 },
            { 30, 20 },
        };
        double[,] share =
        {
            { 95 / 105.0, 10 / 105.0 },
            { 5 / 100.0, 95 / 100.0 },
        };
        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j < 2; j++)
            {
                Assert.Equal((use[i, 0] * share[0, j]) + (use[i, 1] * share[1, j]), table.Flows[(i * 2) + j], Exact);
            }
        }

        Assert.Equal([100, 105], table.Output.ToArray());
        Assert.Equal([20, 0], table.Imports.ToArray());
    }

    [Fact]
    public void A_small_United_States_table_balances_with_scrap_margins_and_negative_cells()
    {
        FlowTable table = SmallUnitedStates();
        TableBalance balance = TableBalance.Of(table);
        Assert.InRange(balance.RowError, 0, Exact);
        Assert.InRange(balance.ColumnError, 0, Exact);
        Assert.Equal([0, 5], TableTotals.FinalDemand(table, c => c.Code == "MADJ"));
        Assert.Equal(-2, TableTotals.FinalDemand(table, c => c.Kind == FinalDemandKind.Inventories)[1]);
        // Scrap: 4 bought by B, 5 sold by A.
        Assert.Equal(-1, table.ValueAdded[0] + table.ValueAdded[1], Exact);
        // Income stays what it was: 120 of labour, taxes and surplus less what rounding closes.
        Assert.Equal(96, table.ValueAdded[4..].ToArray().Sum(), Exact);
    }

    [Fact]
    public void The_summary_tables_of_2023_read_too()
    {
        string use = SharedData.Require("data", "us_bea_detail", "Summary_Use_2023_PRO_BeforeRedef.csv");
        string make = SharedData.Require("data", "us_bea_detail", "Summary_Make_2023_BeforeRedef.csv");
        string import = SharedData.Require("data", "us_bea_detail", "Summary_Import_2023_BeforeRedef.csv");
        FlowTable table = BeaReader.Read([make, use, import], "own");
        TableBalance balance = TableBalance.Of(table);
        Assert.Equal(71, table.Size);
        Assert.Equal(2023, table.Metadata.Year);
        Assert.Equal("Farms", table.Sectors.Industries[0].Name);
        Assert.InRange(balance.RowError, 0, Exact);
        Assert.InRange(balance.ColumnError, 0, Exact);
        Assert.DoesNotContain(table.Imports.ToArray(), m => m < 0);
    }

    [Fact]
    public void Layouts_are_told_by_their_first_line()
    {
        Assert.Equal("nbs", TableFormats.Known.Recognise([_folder.Write("a.csv", SmallTables.Nbs)]).Word);
        Assert.Equal("wiod2013", TableFormats.Known.Recognise([_folder.Write("b.csv", SmallTables.Wiod)]).Word);
        Assert.Equal("bea", TableFormats.Known.Recognise([_folder.Write("c.csv", SmallTables.BeaUse)]).Word);
        Assert.Throws<TableException>(() => TableFormats.Known.Recognise([_folder.Write("d.csv", "a,b\n1,2\n")]));
    }

    private FlowTable SmallUnitedStates() =>
        BeaReader.Read(
            [
                _folder.Write("Import.csv", SmallTables.BeaImport),
                _folder.Write("Use.csv", SmallTables.BeaUse),
                _folder.Write("Make.csv", SmallTables.BeaMake),
            ],
            "own",
            2017
        );
}
