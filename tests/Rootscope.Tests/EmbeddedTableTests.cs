using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Checks;
using Rootscope.Tables.Regions;

namespace Rootscope.Tests;

/// <summary>The embedded tables against figures that their sources publish or that were computed from them elsewhere.</summary>
public class EmbeddedTableTests
{
    /// <summary>Sums of figures that were rounded to the table's step: what is left is floating-point noise.</summary>
    private const double Balanced = 1e-12;

    /// <summary>Known shares are printed with one decimal of a percent.</summary>
    private const double PrintedShare = 0.0005;

    /// <summary>Known amounts are printed with one decimal of a billion dollars.</summary>
    private const double PrintedBillion = 0.05;

    public static TheoryData<string> Names => [.. EmbeddedTables.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_and_column_of_an_embedded_table_balances(string name)
    {
        TableBalance balance = TableBalance.Of(EmbeddedTables.Read(name));
        Assert.InRange(balance.RowError, 0, Balanced);
        Assert.InRange(balance.ColumnError, 0, Balanced);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_embedded_table_says_where_it_comes_from(string name)
    {
        TableMetadata about = EmbeddedTables.Read(name).Metadata;
        Assert.Equal(name, about.Id);
        Assert.NotEmpty(about.Source);
        Assert.NotEmpty(about.Licence);
        Assert.NotEmpty(about.Derivations);
    }

    [Fact]
    public void Three_tables_are_embedded() => Assert.Equal(["china-2020", "usa-2017", "world-2011"], EmbeddedTables.Names);

    [Fact]
    public void China_2020_has_153_sectors() => Assert.Equal(153, EmbeddedTables.Read("china-2020").Size);

    [Fact]
    public void China_2020_has_the_published_totals()
    {
        const double TrillionYuan = 1e8;
        FlowTable china = EmbeddedTables.Read("china-2020");
        Assert.Equal(269.9, Sum(china.Output) / TrillionYuan, 0.05);
        Assert.Equal(101.64, TableTotals.GrossDomesticProduct(china) / TrillionYuan, 0.005);
    }

    [Theory]
    [InlineData("094", 0.447)]
    [InlineData("078", 0.247)]
    [InlineData("096", 0.375)]
    [InlineData("087", 0.049)]
    [InlineData("128", 0.065)]
    public void Import_shares_of_China_2020_are_the_known_ones(string code, double share) =>
        Assert.Equal(share, ShareOf(EmbeddedTables.Read("china-2020"), code), PrintedShare);

    [Fact]
    public void Usa_2017_has_398_commodities() => Assert.Equal(398, EmbeddedTables.Read("usa-2017").Size);

    [Fact]
    public void Usa_2017_has_the_published_value_added()
    {
        const double TrillionDollars = 1e6;
        FlowTable usa = EmbeddedTables.Read("usa-2017");
        double valueAdded = 0;
        for (int c = 0; c < usa.ValueAdded.Length; c++)
        {
            valueAdded += usa.ValueAddedCategories[c / usa.Size].Kind == ValueAddedKind.Other ? 0 : usa.ValueAdded[c];
        }

        Assert.Equal(19.612, valueAdded / TrillionDollars, 0.001);
    }

    [Theory]
    [InlineData("334413", 50.5, 30.3, 23.1)]
    [InlineData("333242", 14.3, null, 11.3)]
    [InlineData("336414", 17.6, null, null)]
    public void Commodities_of_Usa_2017_have_the_published_output_imports_and_exports(
        string code,
        double output,
        double? imports,
        double? exports
    )
    {
        const double Billion = 1e3;
        FlowTable usa = EmbeddedTables.Read("usa-2017");
        int i = usa.Sectors.FindIndustry(code);
        Assert.Equal(output, usa.Output[i] / Billion, PrintedBillion);
        Assert.Equal(imports ?? usa.Imports[i] / Billion, usa.Imports[i] / Billion, PrintedBillion);
        Assert.Equal(exports ?? TableTotals.Exports(usa)[i] / Billion, TableTotals.Exports(usa)[i] / Billion, PrintedBillion);
    }

    [Theory]
    [InlineData("334413", 0.525)]
    [InlineData("334111", 0.955)]
    [InlineData("335911", 0.562)]
    [InlineData("325412", 0.412)]
    public void Import_shares_of_Usa_2017_are_the_known_ones(string code, double share) =>
        Assert.Equal(share, ShareOf(EmbeddedTables.Read("usa-2017"), code), PrintedShare);

    [Fact]
    public void Imports_of_Usa_2017_are_the_sum_of_its_imported_uses_and_never_negative()
    {
        FlowTable usa = EmbeddedTables.Read("usa-2017");
        int k = usa.FinalDemandCategories.Count;
        for (int i = 0; i < usa.Size; i++)
        {
            double uses = Sum(usa.ImportedFlows.Slice(i * usa.Size, usa.Size)) + Sum(usa.ImportedFinalDemand.Slice(i * k, k));
            Assert.Equal(uses, usa.Imports[i], 1e-6);
            Assert.True(usa.Imports[i] >= 0, usa.Sectors.LabelOf(new(i)));
        }
    }

    [Fact]
    public void No_imported_flow_of_Usa_2017_exceeds_the_flow_but_where_the_source_has_negative_uses()
    {
        string[] negativeUses = ["1111A0", "1111B0", "31151A"];
        FlowTable usa = EmbeddedTables.Read("usa-2017");
        for (int c = 0; c < usa.Flows.Length; c++)
        {
            string seller = usa.Sectors.LabelOf(new(c / usa.Size));
            Assert.True(usa.ImportedFlows[c] >= 0 && (usa.ImportedFlows[c] <= usa.Flows[c] || negativeUses.Contains(seller)), seller);
        }
    }

    [Fact]
    public void Margins_and_duties_of_Usa_2017_stand_where_the_source_has_negative_imports()
    {
        FlowTable usa = EmbeddedTables.Read("usa-2017");
        double[] margins = TableTotals.FinalDemand(usa, c => c.Code == "MADJ");
        Assert.Equal(38_513, margins[usa.Sectors.FindIndustry("4200ID")]);
        foreach (string code in new[] { "4200ID", "482000", "483000", "484000" })
        {
            Assert.Equal(0, usa.Imports[usa.Sectors.FindIndustry(code)]);
            Assert.True(margins[usa.Sectors.FindIndustry(code)] > 0, code);
        }
    }

    [Fact]
    public void World_2011_is_whole()
    {
        FlowTable world = EmbeddedTables.Read("world-2011");
        Assert.Equal(41, world.Sectors.Regions.Count);
        Assert.Equal(35, world.Sectors.Industries.Count);
        Assert.Equal(205, world.FinalDemandCategories.Count);
    }

    [Fact]
    public void World_2011_has_the_published_output_but_for_rounding()
    {
        // The printed outputs sum to 141.77; the rows, whose cells were rounded one by one, fall short by 0.042 %.
        const double TrillionDollars = 1e6;
        const double CellRounding = 0.0005;
        Assert.Equal(141.77, Sum(EmbeddedTables.Read("world-2011").Output) / TrillionDollars, 141.77 * CellRounding);
    }

    [Theory]
    [InlineData("CHN", 2132)]
    [InlineData("USA", 561)]
    [InlineData("JPN", 463)]
    [InlineData("KOR", 322)]
    [InlineData("DEU", 297)]
    [InlineData("TWN", 156)]
    public void Electrical_equipment_of_world_2011_has_the_published_output(string region, double billions)
    {
        FlowTable world = EmbeddedTables.Read("world-2011");
        int sector = world.Sectors.SectorOf(world.Sectors.FindRegion(region), world.Sectors.FindIndustry("c14"));
        Assert.Equal(billions, world.Output[sector] / 1e3, 0.5);
    }

    [Fact]
    public void Sectors_without_output_and_with_negative_value_added_survive_in_world_2011()
    {
        FlowTable world = EmbeddedTables.Read("world-2011");
        double[] valueAdded = TableTotals.ValueAdded(world);
        int[] negative = [.. Enumerable.Range(0, world.Size).Where(s => valueAdded[s] < 0)];
        Assert.Equal(22, world.Output.Count(0));
        Assert.Equal(["LUX.c24"], negative.Select(k => world.Sectors.LabelOf(new(k))));
    }

    private static double ShareOf(FlowTable table, string code) => ImportShares.Of(table).Values[table.Sectors.FindIndustry(code)];

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double x in values)
        {
            sum += x;
        }

        return sum;
    }
}
