using CsCheck;
using Rootscope.Shocks;
using Rootscope.Shocks.Kinds.Bans;
using Rootscope.Shocks.Kinds.SupplyCuts;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Cascade.Sectors;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Tests.Properties;

/// <summary>What holds of every shortage that spreads through the sectors of a table.</summary>
public class SectorCascadeLaws
{
    private const int Tables = 60;

    /// <summary>The limit is found to 1e-13 a sector.</summary>
    private const double SolverTolerance = 1e-11;

    /// <summary>
    /// Where every input is essential and next to nothing is imported, losses fade by next to nothing a step, and a step of 1e-13 may be
    /// that far from the limit.
    /// </summary>
    private const double RigidTolerance = 1e-4;

    private static readonly SupplyScope[] Scopes = [SupplyScope.All, SupplyScope.Domestic, SupplyScope.Imported];

    [Fact]
    public void Losses_grow_in_proportion_to_the_cut_and_are_at_most_the_cut() =>
        RandomTables.Open.ForAll(
            table =>
            {
                foreach (EssentialityMatrix? ratings in new[] { null, Essential(table) })
                {
                    var lens = new CascadeCuts(table, ratings);
                    foreach (SupplyScope scope in Scopes)
                    {
                        double whole = LossOf(lens, new SupplyCut(new(1), 1, scope));
                        if (TableTotals.ValueAdded(table).All(v => v >= 0))
                        {
                            Assert.InRange(whole, 0, 1 + SolverTolerance);
                        }

                        Assert.Equal(
                            0.3 * whole,
                            LossOf(lens, new SupplyCut(new(1), 0.3, scope)),
                            ratings is null ? SolverTolerance : RigidTolerance
                        );
                        Assert.Equal(0, LossOf(lens, new SupplyCut(new(1), 0, scope)));
                    }
                }
            },
            count: Tables
        );

    [Fact]
    public void Where_inputs_count_by_their_shares_both_channels_solve_linear_systems() =>
        RandomTables.Open.ForAll(
            table =>
            {
                const double Cut = 0.7;
                int n = table.Size;
                double[] home = DomesticFlows.Of(table);
                double[] valueAdded = TableTotals.ValueAdded(table);
                var (down, up) = (new double[n, n], new double[n, n]);
                for (int j = 0; j < n; j++)
                {
                    double cost = Math.Max(0, valueAdded[j]);
                    for (int i = 0; i < n; i++)
                    {
                        cost += i == j ? 0 : table.Flows[(i * n) + j];
                    }

                    for (int i = 0; i < n; i++)
                    {
                        down[j, i] = i == j ? 0 : home[(i * n) + j] / cost;
                        up[i, j] = i == j ? 0 : home[(i * n) + j] / (table.Output[i] - home[(i * n) + i]);
                    }
                }

                double[] ofInputs = Solved(down, Cut);
                double[] ofSales = Solved(up, Cut);
                double expected = Enumerable.Range(0, n).Sum(i => valueAdded[i] * Math.Max(ofInputs[i], ofSales[i])) / valueAdded.Sum();
                Assert.Equal(expected, LossOf(new CascadeCuts(table), new SupplyCut(new(0), Cut, SupplyScope.Domestic)), SolverTolerance);
            },
            count: Tables
        );

    [Fact]
    public void The_unit_of_money_and_the_order_of_industries_change_nothing() =>
        RandomTables.Open.ForAll(
            table =>
            {
                int[] order = [.. Enumerable.Range(0, table.Size).Reverse()];
                double plain = LossOf(new CascadeCuts(table), new SupplyCut(new(0), 0.5, SupplyScope.All));
                Assert.Equal(
                    plain,
                    LossOf(new CascadeCuts(TableRelabelling.Scale(table, 1e6)), new SupplyCut(new(0), 0.5, SupplyScope.All)),
                    SolverTolerance
                );
                Assert.Equal(
                    plain,
                    LossOf(
                        new CascadeCuts(TableRelabelling.Reorder(table, [0], order)),
                        new SupplyCut(new(table.Size - 1), 0.5, SupplyScope.All)
                    ),
                    SolverTolerance
                );
            },
            count: Tables
        );

    [Fact]
    public void A_supply_cut_of_a_scenario_is_the_cut_of_the_lens() =>
        RandomTables.Open.ForAll(
            table =>
            {
                foreach (SupplyScope scope in Scopes)
                {
                    var shock = new SupplyCutShock
                    {
                        Products = [new ScenarioProduct("i0")],
                        Region = "ONE",
                        Share = 0.6,
                        Supply = scope,
                    };
                    Assert.Equal(
                        LossOf(new CascadeCuts(table), new SupplyCut(new(0), 0.6, scope)),
                        Of(table, null, shock).Figures.Regions[0].Loss,
                        SolverTolerance
                    );
                }
            },
            count: Tables
        );

    [Fact]
    public void A_ban_costs_buyers_and_sellers_more_the_larger_it_is_and_more_with_harder_ratings() =>
        RandomTables
            .Closed.Where(t => t.Sectors.Regions.Count > 1)
            .ForAll(
                table =>
                {
                    BanShock Ban(double share) =>
                        new()
                        {
                            Products = [new ScenarioProduct("i0")],
                            From = ["R0"],
                            To = ["R1"],
                            Share = share,
                        };
                    double[] small = Losses(Of(table, null, Ban(0.3)));
                    double[] large = Losses(Of(table, null, Ban(0.8)));
                    double[] hard = Losses(Of(table, Essential(table), Ban(0.8)));
                    double[] two = Losses(
                        Of(
                            table,
                            null,
                            Ban(0.8),
                            new SupplyCutShock
                            {
                                Products = [new ScenarioProduct("i1")],
                                Region = "R0",
                                Share = 0.2,
                            }
                        )
                    );
                    for (int s = 0; s < small.Length; s++)
                    {
                        Assert.InRange(small[s], 0, large[s] + SolverTolerance);
                        Assert.True(large[s] <= hard[s] + RigidTolerance && large[s] <= two[s] + SolverTolerance);
                    }
                },
                count: Tables
            );

    [Fact]
    public void A_ban_of_all_that_a_region_delivers_is_missed_by_buyers_as_if_it_were_not_made()
    {
        // R0 sells i0 to R1 alone: what a border stops and what is not made are the same to R1, and the seller loses its sales either way.
        FlowTable table = SmallTables.ManyRegions(
            ["R0", "R1"],
            ["i0", "i1"],
            [0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0],
            [0, 1, 5, 0, 0, 6, 0, 8],
            ["F"]
        );
        double[] banned = Losses(
            Of(
                table,
                Essential(table),
                new BanShock
                {
                    Products = [new ScenarioProduct("i0")],
                    From = ["R0"],
                    To = ["R1"],
                    Share = 0.5,
                }
            )
        );
        double[] cut = Losses(
            Of(
                table,
                Essential(table),
                new SupplyCutShock
                {
                    Products = [new ScenarioProduct("i0")],
                    Region = "R0",
                    Share = 0.5,
                }
            )
        );
        Assert.Contains(banned, l => l > 0);
        Assert.All(banned.Zip(cut), p => Assert.Equal(p.First, p.Second, SolverTolerance));
    }

    [Fact]
    public void Parts_are_rated_as_the_industry_they_were_split_off_from_and_unrated_industries_are_named()
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 1, 4 },
                { 3, 2 },
            },
            [10, 5]
        );
        var ratings = new EssentialityMatrix("mine", "mine.csv", ["s1", "s2"], ["s1", "s2"], [0, 2, 1, 0]);
        var shock = new SupplyCutShock
        {
            Products = [new ScenarioProduct("s1", "chips", "Chips", 0.4)],
            Region = "ONE",
            Share = 0.5,
        };
        LensResult result = Of(table, ratings, shock);
        Assert.Equal(ScenarioStatus.Ok, result.Status);
        SectorOutcome buyer = result.Figures.Sectors.Single(s => s.Sector == result.Figures.Sectors.Count - 1);

        // Chips are essential to s2 as s1 is, a group of their own: half of them missing is half of the output.
        Assert.Equal(-0.5, buyer.OutputChange!.Value, SolverTolerance);
        Assert.Equal(InputRating.Essential, ratings.WithParts([("chips", "s1"), ("lost", "nowhere")]).RatingOf("chips", "s2"));
        var partly = new EssentialityMatrix("mine", "mine.csv", ["s1"], ["s1"], [2]);
        Assert.Contains("'s2'", Assert.Throws<TableException>(() => new CascadeCuts(table, partly)).Message, StringComparison.Ordinal);
    }

    private static EssentialityMatrix Essential(FlowTable table) =>
        EssentialityMatrix.Uniform(InputRating.Essential, [.. table.Sectors.Industries.Select(i => i.Code)]);

    private static double LossOf(CascadeCuts lens, SupplyCut cut) => lens.Solve(cut, TestContext.Current.CancellationToken).Loss!.Value;

    /// <summary>By sector: where value added is negative, the loss of a region need not grow with those of its sectors.</summary>
    private static double[] Losses(LensResult result) => [.. result.Figures.Sectors.Select(s => -(s.OutputChange ?? 0))];

    private static LensResult Of(FlowTable table, EssentialityMatrix? ratings, params IShock[] shocks) =>
        ScenarioRun
            .Of(
                new Scenario
                {
                    Name = "law",
                    Table = table.Metadata.Id,
                    Shocks = shocks,
                    Elasticities = ElasticitySet.Uniform("laws", 0.5, 0.3, 2, 0.9),
                    Essentiality = ratings,
                },
                table,
                [new CascadeLens()],
                progress: null,
                TestContext.Current.CancellationToken
            )
            .Lenses[0];

    /// <summary>The smallest ℓ with ℓ_0 = cut and ℓ_j = Σ m_ji ℓ_i elsewhere, by elimination.</summary>
    private static double[] Solved(double[,] matrix, double cut)
    {
        int n = matrix.GetLength(0);
        var system = new double[n, n + 1];
        for (int j = 0; j < n; j++)
        {
            for (int i = 0; i < n; i++)
            {
                system[j, i] = (i == j ? 1 : 0) - (j == 0 ? 0 : matrix[j, i]);
            }

            system[j, n] = j == 0 ? cut : 0;
        }

        for (int p = 0; p < n; p++)
        {
            for (int j = 0; j < n; j++)
            {
                double factor = j == p ? 0 : system[j, p] / system[p, p];
                for (int i = p; i <= n; i++)
                {
                    system[j, i] -= factor * system[p, i];
                }
            }
        }

        return [.. Enumerable.Range(0, n).Select(j => system[j, n] / system[j, j])];
    }
}
