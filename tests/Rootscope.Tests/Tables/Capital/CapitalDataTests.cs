using Rootscope.Storage;
using Rootscope.Storage.Capital;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Capital;

namespace Rootscope.Tests.Tables.Capital;

/// <summary>Who uses which capital goods must make sense to someone who knows the industries.</summary>
public class CapitalDataTests
{
    /// <summary>RAS stops at 1e-11 of the largest sum.</summary>
    private const double Kept = 1e-9;

    private static readonly FlowTable America = EmbeddedTables.Read("usa-2017");
    private static readonly FlowTable China = EmbeddedTables.Read("china-2020");
    private static readonly CapitalUse AmericanUse = CapitalUse.Of(America, CapitalData.For(America).Flows);
    private static readonly CapitalUse ChineseUse = CapitalUse.Of(China, CapitalData.For(China).Flows);

    [Theory]
    [InlineData("333242", 0.99, "334413")]
    [InlineData("336411", 0.80, "481000 S00500")]
    [InlineData("336500", 0.75, "482000")]
    [InlineData("336611", 0.85, "483000 S00500")]
    [InlineData("334510", 0.80, "62 GSLGH")]
    [InlineData("334517", 0.80, "62 GSLGH")]
    [InlineData("339112", 0.80, "62 GSLGH")]
    [InlineData("333111", 0.95, "11")]
    [InlineData("333130", 0.95, "21")]
    [InlineData("333120", 0.30, "23")]
    [InlineData("334111", 0.45, "51 52 54 55 56")]
    [InlineData("511200", 0.45, "51 52 54 55 56")]
    [InlineData("333611", 0.85, "221100")]
    [InlineData("33329A", 0.98, "31 32")]
    [InlineData("333517", 0.90, "33")]
    [InlineData("233411", 0.99, "531H")]
    [InlineData("233262", 0.85, "GSLGE 611")]
    [InlineData("233240", 0.60, "221 486 517 S00203")]
    public void American_capital_goods_go_to_those_who_use_them(string product, double least, string users) =>
        Assert.InRange(ShareOf(America, AmericanUse, product, users), least, 1 + Kept);

    [Theory]
    [InlineData("076", 0.70, "001 002 003 004 005")]
    [InlineData("077", 0.60, "145")]
    [InlineData("091", 0.30, "125")]
    [InlineData("081", 0.30, "111 112 113")]
    [InlineData("082", 0.60, "115 116")]
    [InlineData("074", 0.45, "006 007 008 009 010 011 103 104 105 106")]
    [InlineData("078", 0.10, "094")]
    public void Chinese_capital_goods_go_to_those_who_use_them(string product, double least, string users) =>
        Assert.InRange(ShareOf(China, ChineseUse, product, users), least, 1 + Kept);

    [Fact]
    public void Makers_of_components_use_more_of_other_special_machinery_in_China_than_anyone_else()
    {
        Assert.True(China.Sectors.TryFindIndustry("078", out IndustryNumber machinery));
        ReadOnlySpan<double> row = ChineseUse.Cells.Slice(machinery * China.Size, China.Size);
        Assert.Equal("094", China.Sectors.IndustryOf(new(row.IndexOf(row.ToArray().Max()))).Code);
    }

    [Fact]
    public void American_use_is_formation_by_product()
    {
        for (int i = 0; i < America.Size; i++)
        {
            double formed = 0;
            for (int c = 0; c < America.FinalDemandCategories.Count; c++)
            {
                bool isCapital = America.FinalDemandCategories[c].Kind == FinalDemandKind.FixedCapital;
                formed += isCapital ? Math.Max(0, America.FinalDemandFor(new(i))[c]) : 0;
            }

            double used = Sum(AmericanUse.Cells.Slice(i * America.Size, America.Size));
            Assert.Equal(formed, used, Kept * Math.Max(1, formed));
        }

        Assert.Equal(0, AmericanUse.Mixed);
        CapitalUseTests.AssertSameTotals(America, AmericanUse.Table);
    }

    [Fact]
    public void Chinese_use_is_depreciation_by_industry_and_says_what_was_mixed_in()
    {
        var plain = CapitalUse.Of(China);
        double largest = plain.Used.Max();
        Assert.All(Enumerable.Range(0, China.Size), j => Assert.Equal(plain.Used[j], ChineseUse.Used[j], Kept * largest));
        Assert.InRange(ChineseUse.Mixed, 0.001, CapitalData.MostMixed);
        Assert.Contains(ChineseUse.Notes, n => n.Contains("mixed in", StringComparison.Ordinal));
        CapitalUseTests.AssertSameTotals(China, ChineseUse.Table);
    }

    [Fact]
    public void Cells_are_what_the_support_table_has_more_than_the_table()
    {
        double largest = China.Flows.ToArray().Max();
        for (int c = 0; c < China.Flows.Length; c++)
        {
            Assert.Equal(ChineseUse.Table.Flows[c] - China.Flows[c], ChineseUse.Cells[c], Kept * largest);
        }
    }

    [Fact]
    public void A_world_table_uses_up_the_formation_of_each_region()
    {
        FlowTable world = EmbeddedTables.Read("world-2011");
        var use = CapitalUse.Of(world, CapitalData.For(world).Flows);
        var plain = CapitalUse.Of(world);
        CapitalUseTests.AssertSameTotals(world, use.Table);
        for (int r = 0; r < world.Sectors.Regions.Count; r++)
        {
            int[] own = [.. Enumerable.Range(0, world.Size).Where(j => world.Sectors.RegionNumberOf(new(j)) == r)];
            double formed = CapitalUseTests.Formation(world, r);
            Assert.Equal(own.Sum(j => plain.Used[j]), own.Sum(j => use.Used[j]), Kept * formed);
        }

        Assert.Equal(0, use.Mixed);
    }

    [Theory]
    [InlineData("wiod2016", "isic4-wiod2016")]
    [InlineData("icio-36", "isic4-icio2018")]
    [InlineData("icio-45", "isic4-icio2021")]
    [InlineData("own", null)]
    public void Carried_to_coarser_classes_it_is_what_the_fine_ones_add_up_to(string classification, string? next)
    {
        Concordance toDivisions = ConcordanceLibrary.Read("bea2017-isic4");
        Concordance toTable = next is null ? toDivisions : toDivisions.Then(ConcordanceLibrary.Read(next));
        FlowTable added = TableAggregation.Aggregate(America, null, toTable);
        var coarse = new FlowTable(added.ToParts() with { Metadata = added.Metadata with { Classification = classification } });
        CapitalEvidence evidence = CapitalData.For(coarse);
        Assert.NotNull(evidence.Flows);
        var use = CapitalUse.Of(coarse, evidence.Flows);
        FlowTable expected = TableAggregation.Aggregate(AmericanUse.Table, null, toTable);

        // The embedded figures have four digits, and what is hardly formed at all counts a thousandth of output.
        const double Rounding = 0.002;
        double apart = 0;
        for (int c = 0; c < expected.Flows.Length; c++)
        {
            apart += Math.Abs(expected.Flows[c] - use.Table.Flows[c]);
        }

        Assert.InRange(apart, 0, Rounding * use.Used.Sum());
    }

    [Fact]
    public void A_table_of_unknown_classes_is_told_and_spread()
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 1, 2 },
                { 3, 4 },
            },
            [5, 6]
        );
        CapitalEvidence evidence = CapitalData.For(table);
        Assert.Null(evidence.Flows);
        Assert.Contains("No capital pattern is known", evidence.Origin, StringComparison.Ordinal);
        Assert.All(evidence.Depreciation.Values, rate => Assert.InRange(rate, 0.1, 0.2));
        Assert.Equal(table.Size, evidence.Depreciation.Count);
    }

    [Fact]
    public void Computers_wear_faster_than_aircraft_and_aircraft_faster_than_houses()
    {
        foreach (
            (FlowTable table, string computers, string aircraft, string houses) in new[]
            {
                (America, "334111", "336411", "233411"),
                (China, "090", "082", "103"),
            }
        )
        {
            IReadOnlyDictionary<string, double> rates = CapitalData.For(table).Depreciation;
            Assert.All(rates.Values, rate => Assert.InRange(rate, 0.01, 0.6));
            Assert.True(rates[computers] > 2 * rates[aircraft]);
            Assert.True(rates[aircraft] > 2 * rates[houses]);
        }
    }

    private static double ShareOf(FlowTable table, CapitalUse use, string product, string users)
    {
        Assert.True(table.Sectors.TryFindIndustry(product, out IndustryNumber i));
        string[] prefixes = users.Split(' ');
        double part = 0;
        double sum = 0;
        for (int j = 0; j < table.Size; j++)
        {
            double cell = use.Cells[(i * table.Size) + j];
            sum += cell;
            string code = table.Sectors.IndustryOf(new(j)).Code;
            part += prefixes.Any(p => code.StartsWith(p, StringComparison.Ordinal)) ? cell : 0;
        }

        return part / sum;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double v in values)
        {
            sum += v;
        }

        return sum;
    }
}
