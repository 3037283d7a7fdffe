using CsCheck;
using Rootscope.Shocks.Kinds.Capital;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>A fall of investment: fewer orders of capital goods at once, less capacity as the old ones wear out.</summary>
public class InvestmentLaws
{
    private const int Few = 12;
    private const double Rate = 0.2;
    private const double DaysOfYear = 365;

    /// <summary>A world, its use of product s2 as a capital good, and by how much a sector's investment falls.</summary>
    private static readonly Gen<(FlowTable Table, double Share, int Product, int Region)> Cases =
        from table in ScenarioCases.Worlds
        from share in Gen.Double[0.05, 1]
        from product in Gen.Int[0, 2]
        from region in Gen.Int[0, 2]
        select (table, share, product, region);

    [Fact]
    public void Orders_fall_at_once_and_capital_as_it_wears_out() =>
        Cases.ForAll(
            it =>
            {
                InvestmentCourse course = Assert.Single(
                    Run(it.Table, it.Share, it.Product, it.Region, "inventory").Figures.Course!.Investment
                );
                Assert.All(course.Orders, o => Assert.Equal(-it.Share, o, 1e-12));
                double days = DaysOfYear / Rate;
                for (int month = 0; month < course.Capital.Count; month++)
                {
                    // Of what is missing of new machines a day, the share 1/days wears: m += (share - m) / days.
                    int first = (int)Math.Round(month * DaysOfYear / 12);
                    int end = (int)Math.Round((month + 1) * DaysOfYear / 12);
                    double mean = Enumerable.Range(first, end - first).Average(d => it.Share * (1 - Math.Pow(1 - (1 / days), d)));
                    // Makers of capital goods who lack inputs in turn deliver less still.
                    Assert.InRange(course.Capital[month], -1, -mean + 1e-12);
                    Assert.True(month > 0 || course.Capital[0] > -mean * 1.001, $"{course.Capital[0]:R}, {-mean:R}");
                }
            },
            Few
        );

    [Fact]
    public void At_rest_it_is_the_capital_that_is_worn_out_at_the_horizon() =>
        Cases.ForAll(
            it =>
            {
                var table = ScenarioTable.Of(ScenarioOf(it.Table, it.Share, it.Product, it.Region), EconomyOf(it.Table));
                IChange change = Assert.Single(new InvestmentChange(new(it.Product), new(it.Region), 1 - it.Share).AtRest(table));
                OutputCut cut = Assert.IsType<OutputCut>(change);
                Assert.Equal(it.Share * (1 - Math.Exp(-Rate * 1.5)), cut.Share, 1e-12);
            },
            Few
        );

    [Theory]
    [InlineData("first-order")]
    [InlineData("extraction")]
    [InlineData("cascade")]
    [InlineData("inventory")]
    [InlineData("equilibrium")]
    public void Every_lens_has_figures_and_more_of_it_is_worse(string lens) =>
        Cases.ForAll(
            it =>
            {
                double less = LossOf(Run(it.Table, it.Share / 2, it.Product, it.Region, lens));
                double more = LossOf(Run(it.Table, it.Share, it.Product, it.Region, lens));
                Assert.True(more > less && less > 0, $"{lens}: {less:R}, {more:R}");
            },
            Few
        );

    [Fact]
    public void Without_the_use_of_capital_goods_and_for_more_of_them_it_is_refused_with_the_reason()
    {
        FlowTable table = ScenarioCases.World;
        foreach (ILens lens in LensRegistry.Default.All)
        {
            LensResult plain = ScenarioRun.Of(ScenarioOf(table, 0.3, 0, 0), table, [lens]).Lenses[0];
            Assert.Contains("among inputs", Assert.Single(plain.Unrepresented).Reason, StringComparison.Ordinal);
        }

        LensResult more = ScenarioRun
            .Of(ScenarioOf(table, -0.3, 0, 0), EconomyOf(table), [LensRegistry.Default.Named("equilibrium")])
            .Lenses[0];
        Assert.Contains("nothing is scarce", Assert.Single(more.Unrepresented).Reason, StringComparison.Ordinal);
    }

    /// <summary>More investment: makers of capital goods make more at once.</summary>
    [Fact]
    public void More_investment_is_more_orders_of_capital_goods()
    {
        LensResult result = Run(ScenarioCases.World, -0.5, 0, 0, "inventory");
        Assert.All(Assert.Single(result.Figures.Course!.Investment).Orders, o => Assert.True(o >= 0.5));
        Assert.True(result.Figures.Sectors.Where(s => s.Sector % 3 == 1).All(s => s.OutputChange >= 0));
        Assert.Contains(result.Figures.Sectors, s => s.OutputChange > 0);
    }

    private static double LossOf(LensResult result) => result.Figures.Regions.Sum(r => r.Money);

    private static LensResult Run(FlowTable table, double share, int product, int region, string lens) =>
        ScenarioRun.Of(ScenarioOf(table, share, product, region), EconomyOf(table), [LensRegistry.Default.Named(lens)]).Lenses[0];

    private static Scenario ScenarioOf(FlowTable table, double share, int product, int region) =>
        ScenarioCases.Scenario(
            table,
            new CapitalShock
            {
                Products = [new ScenarioProduct(table.Sectors.Industries[product].Code)],
                Region = table.Sectors.Regions[region].Code,
                Investment = -share,
            }
        ) with
        {
            HorizonMonths = 18,
        };

    private static ScenarioEconomy EconomyOf(FlowTable table)
    {
        int n = table.Size;
        double[] cells = new double[n * n];
        for (int seller = 1; seller < n; seller += 3)
        {
            for (int buyer = 0; buyer < n; buyer++)
            {
                cells[(seller * n) + buyer] = 0.4 * table.Flows[(seller * n) + buyer];
            }
        }

        return new ScenarioEconomy(table)
        {
            Capital = new CapitalInFlows(table, cells, new Dictionary<string, double>(StringComparer.Ordinal) { ["s2"] = Rate }),
        };
    }
}
