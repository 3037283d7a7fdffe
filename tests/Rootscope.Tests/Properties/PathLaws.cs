using CsCheck;
using Rootscope.Accounts;
using Rootscope.Accounts.Paths;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>What structural paths are on every productive table.</summary>
public class PathLaws
{
    /// <summary>Some twelve factors and as many sums: thirteen digits survive.</summary>
    private const double Tolerance = 1e-12;

    private const int Deep = 4;

    [Fact]
    public void The_listed_paths_are_the_strongest_of_all() =>
        RandomTables.Any.ForAll(
            table =>
            {
                var direct = DirectRequirements.Of(table, InputOrigin.Domestic);
                double[] contributions = [.. ValueAddedShares.Of(table).Values];
                double[] finalDemand = direct.FinalDemand();
                var found = StructuralPaths.Upstream(
                    direct,
                    contributions,
                    finalDemand,
                    new StructuralPathOptions
                    {
                        Count = 50,
                        MostTiers = Deep,
                        LeastValue = 1e-250,
                    }
                );
                List<double> all = [];
                for (int product = 0; product < table.Size; product++)
                {
                    List(direct, contributions, product, finalDemand[product], 0, all);
                }

                double[] strongest = [.. all.Where(v => Math.Abs(v) > 1e-250).OrderByDescending(Math.Abs).Take(50)];
                Close.Equal([.. strongest.Select(Math.Abs)], [.. found.Paths.Select(p => Math.Abs(p.Value))], Tolerance);
                Assert.Equal(found.BeyondTiers, found.Total - all.Sum(), Tolerance * (1 + Math.Abs(found.Total)));
            },
            count: 60
        );

    [Fact]
    public void Paths_from_above_and_from_below_are_the_same_paths() =>
        RandomTables.Any.ForAll(
            table =>
            {
                var direct = DirectRequirements.Of(table, InputOrigin.Domestic);
                double[] root = new double[table.Size];
                root[table.Size / 2] = 1;
                // Flows may be drawn so small that their products leave the range in which doubles keep their digits.
                var options = new StructuralPathOptions { Count = 30, LeastValue = 1e-250 };
                var up = StructuralPaths.Upstream(direct, root, direct.FinalDemand(), options);
                var down = StructuralPaths.Downstream(direct, root, direct.FinalDemand(), options);
                Close.Equal([.. up.Paths.Select(p => p.Value)], [.. down.Paths.Select(p => p.Value)], Tolerance);
                Close.Equal(up.Total, down.Total, Tolerance);
                Close.Equal(table.Output[table.Size / 2], down.Total, Tolerance);
            },
            count: 200
        );

    [Fact]
    public void The_total_is_what_the_inverse_says() =>
        RandomTables.Any.ForAll(
            table =>
            {
                var total = TotalRequirements.Of(table, InputOrigin.Domestic);
                double[] shares = [.. ValueAddedShares.Of(table).Values];
                var unit = new double[table.Size];
                unit[0] = 1;
                var paths = StructuralPaths.Upstream(total.Direct, shares, unit, new StructuralPathOptions());
                Assert.Equal(total.PerUnitOfFinalDemand(shares)[0], paths.Total, Tolerance);
            },
            count: 200
        );

    [Fact]
    public void More_paths_begin_with_the_fewer_and_cover_no_less_of_what_is_positive() =>
        RandomTables.Closed.ForAll(
            table =>
            {
                var direct = DirectRequirements.Of(table, InputOrigin.All);
                double[] ones = [.. Enumerable.Repeat(1.0, table.Size)];
                var few = StructuralPaths.Upstream(direct, ones, direct.FinalDemand(), new StructuralPathOptions { Count = 10 });
                var more = StructuralPaths.Upstream(direct, ones, direct.FinalDemand(), new StructuralPathOptions { Count = 40 });
                Assert.Equal(few.Paths.Select(p => p.Value), more.Paths.Take(few.Paths.Count).Select(p => p.Value));
                Assert.True(more.Covered >= few.Covered);
                Assert.True(more.Coverage <= 1 + Tolerance);
                Assert.All(more.Paths, p => Assert.True(p.Remainder >= -Tolerance * p.Potential));
                Assert.All(more.Paths, p => Assert.True(p.Potential >= p.Value));
            },
            count: 200
        );

    [Fact]
    public void A_threshold_lists_exactly_the_paths_that_reach_it() =>
        RandomTables.Closed.ForAll(
            table =>
            {
                var direct = DirectRequirements.Of(table, InputOrigin.All);
                double[] ones = [.. Enumerable.Repeat(1.0, table.Size)];
                var all = StructuralPaths.Upstream(direct, ones, direct.FinalDemand(), new StructuralPathOptions { Count = 200 });
                double least = all.Paths[all.Paths.Count / 2].Value;
                var some = StructuralPaths.Upstream(
                    direct,
                    ones,
                    direct.FinalDemand(),
                    new StructuralPathOptions { Count = 200, LeastValue = least }
                );
                Assert.Equal(all.Paths.Where(p => p.Value >= least).Select(p => p.Value), some.Paths.Select(p => p.Value));
            },
            count: 200
        );

    private static void List(DirectRequirements direct, double[] contributions, int sector, double flow, int tier, List<double> all)
    {
        all.Add(contributions[sector] * flow);
        for (int i = 0; tier < Deep && i < direct.Size; i++)
        {
            List(direct, contributions, i, direct.Values[(i * direct.Size) + sector] * flow, tier + 1, all);
        }
    }
}
