using CsCheck;
using Rootscope.Roots;
using Rootscope.Roots.Measures;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Tests.Roots;

/// <summary>Definitions, order and null rules of docs/methods/roots.md.</summary>
public class RootRankingTests
{
    /// <summary>A few floating-point operations.</summary>
    private const double Exact = 1e-12;

    /// <summary>Products of a few factors in different orders differ in the last place or two.</summary>
    private const double Rounding = 1e-14;

    private static readonly EquilibriumOptions ShortRun = new() { Elasticities = ElasticitySets.Read("short-run") };

    [Fact]
    public void Every_figure_follows_from_loss_elasticity_and_supply()
    {
        var options = new RootOptions
        {
            Capital = CapitalTreatment.Off,
            Cut = 0.6,
            Equilibrium = ShortRun,
        };
        FlowTable table = EmbeddedTables.Read("china-2020");
        double spending = RegionEconomy.Of(table, ShortRun).FinalSpending;
        double gdp = TableTotals.GrossDomesticProduct(table);
        foreach (RootRow row in RootRanking.Of(table, options).Rows.Where(r => r.Status == CutStatus.Ok))
        {
            Assert.Equal(row.Supply / gdp, row.DomarWeight, Exact);
            Assert.Equal(1 - Math.Pow(0.4, row.Elasticity!.Value), row.FirstOrderLoss!.Value, Exact);
            Assert.Equal(row.Loss!.Value - row.FirstOrderLoss.Value, row.ExcessLoss!.Value, Exact);
            Assert.Equal(row.Loss.Value * spending / (0.6 * row.Supply), row.Leverage!.Value, Exact * 100);
            Assert.Equal(Math.Log(1 - row.Loss.Value) / (row.Elasticity.Value * Math.Log(0.4)), row.Gap!.Value, Exact * 100);
            Assert.InRange(row.Reach!.Value, 0, 1);
        }
    }

    [Theory]
    [InlineData("leverage")]
    [InlineData("gap")]
    [InlineData("loss")]
    [InlineData("excess")]
    [InlineData("reach")]
    [InlineData("output")]
    public void Rows_are_sorted_by_the_measure_and_unused_products_come_last(string word)
    {
        RootMeasure sort = RootMeasures.Find(word);
        var options = new RootOptions
        {
            Capital = CapitalTreatment.Off,
            Supply = SupplyScope.Imported,
            Sort = sort,
            Equilibrium = ShortRun,
        };
        IReadOnlyList<RootRow> rows = RootRanking.Of(EmbeddedTables.Read("china-2020"), options).Rows;
        Assert.Equal(Enumerable.Range(1, 153), rows.Select(r => r.Rank));
        double[] measure = [.. rows.Where(r => sort == RootMeasures.Output || r.Status == CutStatus.Ok).Select(r => sort.Of(r)!.Value)];
        Assert.Equal(measure.OrderDescending(), measure);
        if (sort != RootMeasures.Output)
        {
            int firstUnused = rows.TakeWhile(r => r.Status != CutStatus.NoUse).Count();
            Assert.InRange(firstUnused, 1, 152);
            Assert.All(rows.Skip(firstUnused), r => Assert.Equal(CutStatus.NoUse, r.Status));
            Assert.All(rows.Skip(firstUnused), r => Assert.Null(r.Gap));
        }
    }

    [Fact]
    public void A_collapse_ranks_first_with_loss_1_and_no_gap()
    {
        // The first sector lives on itself; without substitution a large cut leaves nothing.
        FlowTable table = RandomEconomies.Build(2, [0.7, 0.5, 0.3, 0.5], [0.8, 0.3], [1, 50], [0, 0], [0, 0]);
        var rigid = new EquilibriumOptions { Elasticities = ElasticitySet.Uniform("Leontief", 0, 0, 0, 0), OwnUse = OwnUseTreatment.Gross };
        RootRow top = RootRanking
            .Of(
                table,
                new RootOptions
                {
                    Capital = CapitalTreatment.Off,
                    Cut = 0.6,
                    Sort = RootMeasures.Gap,
                    Equilibrium = rigid,
                }
            )
            .Rows[0];
        Assert.Equal((1, CutStatus.Collapse, 1d, null), (top.Rank, top.Status, top.Loss, top.Gap));
    }

    [Fact]
    public void Extraction_is_the_quantity_model_solved_again_without_the_share() =>
        RandomEconomies.Open.ForAll(table =>
        {
            const double Cut = 0.25;
            var options = new RootOptions
            {
                Capital = CapitalTreatment.Off,
                Lens = LensRegistry.Default.Named("extraction"),
                Cut = Cut,
                Equilibrium = ShortRun with { OwnUse = OwnUseTreatment.Gross },
            };
            foreach (RootRow row in RootRanking.Of(table, options).Rows)
            {
                Assert.Equal(SolvedAgain(table, row.Product, Cut), row.Loss!.Value, 1e-9);
                double step = SolvedAgain(table, row.Product, 1e-6) / 1e-6;
                Assert.Equal(step, row.Elasticity!.Value, 1e-4);
            }
        });

    [Fact]
    public void Where_everything_is_nearly_essential_the_reach_still_discriminates()
    {
        IReadOnlyList<RootRow> rows = RootRanking
            .Of(
                EmbeddedTables.Read("china-2020"),
                new RootOptions
                {
                    Capital = CapitalTreatment.Off,
                    Cut = 0.8,
                    Equilibrium = ShortRun,
                }
            )
            .Rows;
        double[] reach = [.. rows.Select(r => r.Reach!.Value).Order()];
        Assert.True(reach[^1] - reach[0] > 0.5, $"reach runs from {reach[0]:0.###} to {reach[^1]:0.###}");
        Assert.True(reach.Distinct().Count() > 100);
    }

    [Fact]
    public void The_pyramid_counts_every_industry_once_and_carries_less_with_every_tier()
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        int product = table.Sectors.FindIndustry("094");
        var pyramid = SupportPyramid.Of(table, new(product));
        int[] industries = [.. pyramid.Tiers.SelectMany(t => t.Industries).Select(s => s.Industry)];
        Assert.Equal(industries.Length, industries.Distinct().Count());
        Assert.DoesNotContain(product, industries);
        Assert.All(
            pyramid.Tiers.SelectMany(t => t.Industries),
            s => Assert.Equal((s.Tier + 1, product, s.Industry), (s.Path.Count, s.Path[0], s.Path[^1]))
        );
        Assert.Equal(table.Output[product], pyramid.Tiers[0].Carried);
        Assert.Equal(pyramid.Tiers.Select(t => t.Carried).OrderDescending(), pyramid.Tiers.Select(t => t.Carried));
        Assert.Equal(pyramid.Tiers.Sum(t => t.Supported) / TableTotals.GrossDomesticProduct(table), pyramid.SupportedShare, Exact);
        foreach (SupportedIndustry supported in pyramid.Tiers.SelectMany(t => t.Industries))
        {
            double strength = 1;
            for (int step = 1; step < supported.Path.Count; step++)
            {
                strength *= table.SalesOf(new(supported.Path[step - 1]))[supported.Path[step]] / table.Output[supported.Path[step]];
            }

            Assert.Equal(supported.Strength, strength, Exact);
            Assert.True(strength >= SupportPyramid.Threshold);
        }
    }

    [Fact]
    public void Downstream_paths_are_the_strongest_of_all_chains()
    {
        // Small enough to list every chain of two to four purchases.
        FlowTable table = RandomEconomies.Build(
            5,
            [.. Enumerable.Range(0, 25).Select(c => (double)((c * 7 % 11) + 1))],
            [0.5, 0.6, 0.4, 0.7, 0.5],
            [1, 2, 3, 4, 5],
            [0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0]
        );
        List<double> all = [];
        Chains([0], table.Output[0]);
        double[] found = [.. DownstreamPaths.Strongest(table, new(0), 12).Select(p => p.Carried)];
        Close.Equal([.. all.OrderDescending().Take(12)], found, Rounding);

        void Chains(int[] path, double carried)
        {
            for (int j = 0; j < 5; j++)
            {
                if (!path.Contains(j))
                {
                    double next = carried / table.Output[path[^1]] * table.SalesOf(new(path[^1]))[j];
                    if (path.Length >= 2)
                    {
                        all.Add(next);
                    }

                    Chains([.. path, j], next);
                }
            }
        }
    }

    /// <summary>
    /// Share of value added lost when a share of one product's domestic sales is taken out of the requirements and of final demand.
    /// </summary>
    private static double SolvedAgain(FlowTable table, int product, double cut)
    {
        int n = table.Size;
        double[] domestic = DomesticFlows.Of(table);
        double[] final = DomesticFlows.FinalDemand(table, domestic);
        double[] valueAdded = TableTotals.ValueAdded(table);
        double[] output = table.Output.ToArray();
        for (int pass = 0; pass < 3000; pass++)
        {
            var next = new double[n];
            for (int i = 0; i < n; i++)
            {
                double kept = i == product ? 1 - cut : 1;
                next[i] = kept * final[i];
                for (int j = 0; j < n; j++)
                {
                    next[i] += kept * domestic[(i * n) + j] / table.Output[j] * output[j];
                }
            }

            output = next;
        }

        double lost = 0;
        for (int i = 0; i < n; i++)
        {
            lost += valueAdded[i] * (1 - (output[i] / table.Output[i]));
        }

        return lost / valueAdded.Sum();
    }
}
