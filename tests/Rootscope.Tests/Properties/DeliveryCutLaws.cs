using CsCheck;
using Rootscope.Accounts;
using Rootscope.Accounts.Extraction;
using Rootscope.Accounts.Trade;
using Rootscope.Numerics.Dense;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>Cuts of deliveries, sets and flows against tables that are cut and solved again.</summary>
public class DeliveryCutLaws
{
    /// <summary>
    /// Relative to the largest output: a small loss is the difference of two large outputs when it is found by solving again.
    /// </summary>
    private const double Tolerance = 1e-11;

    private static readonly Gen<double> Share = Gen.Double[0.01, 1];

    [Fact]
    public void A_cut_of_deliveries_equals_solving_again_and_lets_nobody_gain() =>
        Gen.Select(RandomTables.Any, Share)
            .ForAll(
                (table, share) =>
                {
                    var total = TotalRequirements.Of(table, InputOrigin.Domestic);
                    var cuts = BilateralExtraction.Of(total);
                    for (int k = 0; k < table.Size; k++)
                    {
                        for (int s = 0; s < table.Sectors.Regions.Count; s++)
                        {
                            double[] losses = cuts.LossesOf(new(k), new(s), share);
                            AssertLosses(table, losses, new CutEconomy(total).Cut(k, s, share).Losses());
                            Assert.All(losses, d => Assert.True(d >= -Tolerance));
                        }
                    }
                },
                count: 60
            );

    [Fact]
    public void A_cut_of_deliveries_loses_at_most_the_flow_times_its_multiplier_and_just_that_without_feedback() =>
        RandomTables.Any.ForAll(
            table =>
            {
                var total = TotalRequirements.Of(table, InputOrigin.Domestic);
                var cuts = BilateralExtraction.Of(total);
                var deliveries = RegionalDeliveries.Of(table);
                double[] losses = cuts.OutputLosses();
                double scale = table.Output.ToArray().Max();
                for (int at = 0; at < losses.Length; at++)
                {
                    int regions = table.Sectors.Regions.Count;
                    double whole = total.Multipliers[at / regions] * deliveries.Of(new(at / regions), new(at % regions));
                    Assert.True(Math.Abs(losses[at]) <= Math.Abs(whole) + (Tolerance * scale));
                    Assert.True(cuts.Feedback[at] != 0 || Math.Abs(losses[at] - whole) <= Tolerance * scale);
                }
            },
            count: 100
        );

    [Fact]
    public void A_cut_flow_equals_solving_again() =>
        RandomTables.Any.ForAll(
            table =>
            {
                var total = TotalRequirements.Of(table, InputOrigin.Domestic);
                var cells = CellExtraction.Of(total);
                for (int at = 0; at < table.Size * table.Size; at++)
                {
                    double[] after = new CutEconomy(total).CutCell(at).Losses();
                    AssertLosses(table, cells.LossesOf(new(at / table.Size), new(at % table.Size)), after);
                }
            },
            count: 30
        );

    [Fact]
    public void A_set_loses_what_solving_again_without_it_says() =>
        (from table in RandomTables.Any from inSet in Gen.Bool.Array[table.Size] select (table, inSet)).ForAll(it =>
        {
            var total = TotalRequirements.Of(it.table, InputOrigin.Domestic);
            int[] set = [.. Enumerable.Range(0, it.table.Size).Where(k => it.inSet[k])];
            var economy = new CutEconomy(total);
            foreach (int k in set)
            {
                economy.CutAll(k);
            }

            AssertLosses(it.table, SetExtraction.LossesOf(total, [.. set.Select(k => new SectorNumber(k))]), economy.Losses());
        });

    [Fact]
    public void Deliveries_of_a_region_equal_solving_again() =>
        RandomTables.Closed.ForAll(
            table =>
            {
                var total = TotalRequirements.Of(table, InputOrigin.All);
                var deliveries = RegionalDeliveries.Of(table);
                int regions = table.Sectors.Regions.Count;
                for (int pair = 0; pair < regions * regions; pair++)
                {
                    var economy = new CutEconomy(total);
                    for (int i = 0; i < table.Sectors.Industries.Count; i++)
                    {
                        economy.Cut(table.Sectors.SectorOf(new(pair / regions), new(i)), pair % regions, 1);
                    }

                    AssertLosses(
                        table,
                        SetExtraction.LossesOfDeliveries(total, deliveries, new(pair / regions), new(pair % regions)),
                        economy.Losses()
                    );
                }
            },
            count: 60
        );

    [Fact]
    public void Cuts_one_upon_the_other_equal_solving_again_after_each() =>
        (
            from table in RandomTables.Any
            from sellers in Gen.Int[0, table.Size - 1].Array[1, 5]
            from share in Gen.Double[0.05, 0.2]
            from region in Gen.Int[-1, table.Sectors.Regions.Count - 1]
            select (table, sellers, share, region)
        ).ForAll(it =>
        {
            var total = TotalRequirements.Of(it.table, InputOrigin.Domestic);
            var cuts = SuccessiveCuts.Before(total);
            var economy = new CutEconomy(total);
            foreach (int k in it.sellers)
            {
                cuts = it.region < 0 ? cuts.Cut(new(k), share: it.share) : cuts.Cut(new(k), new RegionNumber(it.region), it.share);
                economy = it.region < 0 ? economy.CutEverywhere(k, it.share) : economy.Cut(k, it.region, it.share);
                AssertLosses(it.table, cuts.Losses(), economy.Losses());
            }

            Assert.Equal(it.sellers.Length, cuts.Count);
        });

    [Fact]
    public void A_product_that_nobody_else_makes_cannot_be_re_sourced() =>
        RandomTables.Open.ForAll(
            table =>
            {
                var total = TotalRequirements.Of(table, InputOrigin.Domestic);
                Assert.All(Enum.GetValues<ResourcingShares>(), s => Assert.All(Resourcing.TotalsOf(total, s), Assert.Null));
            },
            count: 10
        );

    [Fact]
    public void Re_sourcing_keeps_final_demand_of_a_closed_table_and_so_value_added() =>
        RandomTables.Closed.ForAll(
            table =>
            {
                var total = TotalRequirements.Of(table, InputOrigin.All);
                double[] shares = ValueAddedShares.Of(table).Values.ToArray();
                for (int k = 0; k < table.Size; k++)
                {
                    foreach (ResourcingShares way in Enum.GetValues<ResourcingShares>())
                    {
                        if (Resourcing.LossesOf(total, new(k), way) is { } losses)
                        {
                            Assert.Equal(table.Output[k], losses[k], Tolerance * table.Output.ToArray().Max());
                            Assert.Equal(0, losses.Zip(shares, (d, v) => d * v).Sum(), Tolerance * table.Output.ToArray().Sum());
                        }
                    }
                }
            },
            count: 60
        );

    private static void AssertLosses(FlowTable table, double[] expected, double[] actual)
    {
        double scale = table.Output.ToArray().Max();
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], Tolerance * scale);
        }
    }

    /// <summary>An economy from which coefficients and final demand are taken by hand, and that is then solved.</summary>
    private sealed class CutEconomy(TotalRequirements total)
    {
        private readonly RegionalDeliveries _deliveries = RegionalDeliveries.Of(total.Table);
        private readonly double[] _a = total.Direct.Values.ToArray();
        private readonly double[] _f = total.FinalDemand.ToArray();

        public CutEconomy Cut(int seller, int region, double share)
        {
            int n = total.Size;
            for (int j = 0; j < n; j++)
            {
                bool buys = total.Table.Sectors.RegionNumberOf(new(j)) == region;
                _a[(seller * n) + j] -= buys ? share * total.Direct.Values[(seller * n) + j] : 0;
            }

            _f[seller] -= share * _deliveries.Final[(seller * total.Table.Sectors.Regions.Count) + region];
            return this;
        }

        public CutEconomy CutEverywhere(int seller, double share)
        {
            for (int j = 0; j < total.Size; j++)
            {
                _a[(seller * total.Size) + j] -= share * total.Direct.Values[(seller * total.Size) + j];
            }

            _f[seller] -= share * total.FinalDemand[seller];
            return this;
        }

        public CutEconomy CutCell(int cell)
        {
            _a[cell] = 0;
            return this;
        }

        public void CutAll(int k)
        {
            for (int i = 0; i < total.Size; i++)
            {
                _a[(k * total.Size) + i] = 0;
                _a[(i * total.Size) + k] = 0;
            }

            _f[k] = 0;
        }

        public double[] Losses()
        {
            int n = total.Size;
            double[] matrix = [.. _a.Select((c, cell) => (cell / n == cell % n ? 1 : 0) - c)];
            double[] right = [.. _f];
            var workspace = new DenseWorkspace(n, threads: 1);
            LuFactors.Of(matrix, n, workspace).Solve(right, 1, workspace);
            return [.. total.Table.Output.ToArray().Zip(right, (x, after) => x - after)];
        }
    }
}
