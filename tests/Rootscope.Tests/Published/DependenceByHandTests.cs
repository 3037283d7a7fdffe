using Rootscope.Dependence;
using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Panels;
using Rootscope.Storage;
using Rootscope.Tests.Dependence;

namespace Rootscope.Tests.Published;

/// <summary>
/// The two published rules worked by hand on made figures of the kind their authors print. Every number below can be checked with a pencil.
/// </summary>
public class DependenceByHandTests
{
    private const double Exact = 1e-15;

    /// <summary>
    /// The European Commission's three conditions (SWD(2021) 352, annex): a union of DEU and FRA buys a mineral.
    /// From outside: CHN 70 (50 to DEU, 20 to FRA), ZAF 20, BRA 10: 100 in all. Shares 0.7, 0.2, 0.1; squares 0.49 + 0.04 + 0.01 = 0.54
    /// &gt; 0.4.
    /// Within the union: DEU to FRA 25. External share 100 / 125 = 0.8 &gt; 0.5. Exports: 25 within, 15 to USA: 40. Ratio 100 / 40 = 2.5
    /// &gt; 1. Flagged.
    /// Margins: (0.54 − 0.4) / 0.6 = 0.2333…; (0.8 − 0.5) / 0.5 = 0.6; 1 − 1 / 2.5 = 0.6. The concentration decides.
    /// </summary>
    [Fact]
    public void A_mineral_that_a_union_depends_on_by_the_rule_of_the_european_commission()
    {
        const string Text = """
            2018,mineral,CHN,DEU,50
            2018,mineral,CHN,FRA,20
            2018,mineral,ZAF,DEU,20
            2018,mineral,BRA,FRA,10
            2018,mineral,DEU,FRA,25
            2018,mineral,DEU,USA,15
            2018,mineral,CHN,USA,500
            """;
        DependenceRow row = DependenceAnalysis
            .Of(TradeTexts.Panel(Text), new Bloc("EU", "A union of two", ["DEU", "FRA"]), DependenceRules.Read("eu2021"))
            .Rows[0];
        Assert.Equal([0.54, 0.8, 2.5], row.Conditions.Select(c => c.Value.Value!.Value), Nearly);
        Assert.Equal([7.0 / 30, 0.6, 0.6], row.Conditions.Select(c => c.Margin!.Value), Nearly);
        Assert.True(row.Verdict.IsDependent);
        Assert.Equal(7.0 / 30, row.Verdict.Margin!.Value, Exact);
        Assert.Equal(DependenceIndicator.ImportConcentration, row.Deciding!.Condition.Indicator);
        Assert.Equal(["CHN", "ZAF", "BRA"], row.Indicators!.Origins.Select(o => o.Economy));
    }

    /// <summary>
    /// GeoDep's three conditions in at least two of three years (Lefebvre and Wibaux 2024): FRA buys a compound.
    /// 2019: CHN 60, USA 40: 0.36 + 0.16 = 0.52. World: CHN 60 + 30 = 90, USA 40, FRA 20 of 150: (8100 + 1600 + 400) / 22500 = 0.448….
    /// Ratio 100 / 20 = 5. Holds.
    /// 2020: CHN 50, USA 50: 0.5. World: CHN 80, USA 60, FRA 60 of 200: 0.16 + 0.09 + 0.09 = 0.34, not above 0.4. Does not hold, by (0.34 −
    /// 0.4) / 0.4 = −0.15.
    /// 2021: CHN 90, USA 10: 0.82. World: CHN 190, USA 10 of 200: 0.9025 + 0.0025 = 0.905. FRA sells nothing: 9999. Holds.
    /// Two of three: flagged. The second best year decides: 2019, by its smallest margin, that of the world: (0.448888… − 0.4) / 0.6 =
    /// 0.081481…: close.
    /// </summary>
    [Fact]
    public void A_compound_that_france_depends_on_by_the_rule_of_geodep()
    {
        const string Text = """
            2019,compound,CHN,FRA,60
            2019,compound,USA,FRA,40
            2019,compound,CHN,JPN,30
            2019,compound,FRA,JPN,20
            2020,compound,CHN,FRA,50
            2020,compound,USA,FRA,50
            2020,compound,CHN,JPN,30
            2020,compound,USA,JPN,10
            2020,compound,FRA,JPN,60
            2021,compound,CHN,FRA,90
            2021,compound,USA,FRA,10
            2021,compound,CHN,JPN,100
            """;
        DependenceRow row = DependenceAnalysis.Of(TradeTexts.Panel(Text), Bloc.Of("FRA"), DependenceRules.Read("geodep")).Rows[0];
        Assert.Equal([true, false, true], row.Years.Select(y => y.Holds));
        Assert.Equal([((10100.0 / 22500) - 0.4) / 0.6, -0.15, (0.82 - 0.4) / 0.6], row.Years.Select(y => y.Margin!.Value), Nearly);
        Assert.Equal([0.82, 0.905, 9999], row.Conditions.Select(c => c.Value.Value!.Value), Nearly);
        Assert.True(row.Verdict.IsDependent);
        Assert.Equal(((10100.0 / 22500) - 0.4) / 0.6, row.Verdict.Margin!.Value, Exact);
        Assert.True(row.Verdict.IsClose);
        Assert.Equal((2, 3), (row.Verdict.YearsHeld, row.Verdict.YearsKnown));
        Assert.Equal(new Holder("CHN", 0.9), row.Indicators!.Origins[0]);
    }

    private static bool Nearly(double expected, double actual) => Math.Abs(expected - actual) <= Exact * Math.Max(1, Math.Abs(expected));
}
