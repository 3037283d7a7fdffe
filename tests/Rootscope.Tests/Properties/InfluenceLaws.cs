using CsCheck;
using Rootscope.Accounts;
using Rootscope.Accounts.Centrality;
using Rootscope.Accounts.Decomposition;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>Linkage tools and decompositions against their definitions.</summary>
public class InfluenceLaws
{
    /// <summary>Random tables are well conditioned, so that some thirteen digits survive.</summary>
    private const double Tolerance = 1e-10;

    /// <summary>A difference quotient keeps half of the digits.</summary>
    private const double Quotient = 1e-5;

    [Fact]
    public void Betweenness_is_what_enters_times_what_leaves() =>
        RandomTables.Any.ForAll(table =>
        {
            var total = TotalRequirements.Of(table, InputOrigin.Domestic);
            double[] v = ValueAddedShares.Of(table).Values.ToArray();
            double[] content = total.PerUnitOfFinalDemand(v);
            double[] between = Betweenness.Of(total.Direct);
            for (int k = 0; k < table.Size; k++)
            {
                Assert.Equal(
                    (content[k] - v[k]) * (table.Output[k] - total.FinalDemand[k]),
                    between[k],
                    Tolerance * table.Output.ToArray().Max()
                );
            }
        });

    [Fact]
    public void The_field_of_influence_is_what_a_small_change_of_a_coefficient_does_to_the_inverse() =>
        RandomTables.Closed.ForAll(
            table =>
            {
                const double Step = 1e-7;
                var total = TotalRequirements.Of(table, InputOrigin.All);
                var influence = CoefficientInfluence.Of(total);
                int n = table.Size;
                for (int at = 0; at < n * n; at++)
                {
                    double sum = 0;
                    double factor = 1 / (1 - (Step * total[new(at % n), new(at / n)]));
                    for (int c = 0; c < n * n; c++)
                    {
                        double change = total[new(c / n), new(at / n)] * total[new(at % n), new(c % n)] * factor;
                        sum += change * change;
                    }

                    Close.Equal(sum, influence.Field(new(at / n), new(at % n)), Quotient);
                }
            },
            count: 20
        );

    [Fact]
    public void A_coefficient_at_its_tolerance_changes_one_output_by_just_so_much_and_none_by_more() =>
        RandomTables.Closed.ForAll(
            table =>
            {
                const double Change = 0.01;
                var total = TotalRequirements.Of(table, InputOrigin.All);
                var influence = CoefficientInfluence.Of(total);
                int n = table.Size;
                for (int at = 0; at < n * n; at++)
                {
                    double coefficient = total.Direct.Values[at];
                    if (influence.Tolerance(new(at / n), new(at % n), Change) is not { } share || coefficient < 1e-6)
                    {
                        continue;
                    }

                    double step = share * coefficient;
                    double scale = step * table.Output[at % n] / (1 - (step * total[new(at % n), new(at / n)]));
                    double largest = Enumerable
                        .Range(0, n)
                        .Max(k => table.Output[k] == 0 ? 0 : total[new(k), new(at / n)] * scale / table.Output[k]);
                    Close.Equal(Change, largest, Tolerance);
                }
            },
            count: 30
        );

    [Fact]
    public void Variation_is_the_deviation_over_the_mean() =>
        RandomTables.Any.ForAll(table =>
        {
            var total = TotalRequirements.Of(table, InputOrigin.Domestic);
            IReadOnlyList<double?> variation = LinkageVariation.Backward(total);
            for (int j = 0; j < table.Size; j++)
            {
                double[] column = [.. Enumerable.Range(0, table.Size).Select(i => total[new(i), new(j)])];
                double mean = column.Average();
                Close.Equal(Math.Sqrt(column.Sum(c => Math.Pow(c - mean, 2)) / (table.Size - 1)) / mean, variation[j]!.Value, Tolerance);
            }

            Assert.Equal(table.Size, LinkageVariation.Forward(total).Count);
        });

    [Theory]
    [InlineData(DecomposedTotal.Output, DecompositionMethod.Shapley)]
    [InlineData(DecomposedTotal.Output, DecompositionMethod.Polar)]
    [InlineData(DecomposedTotal.ValueAdded, DecompositionMethod.Shapley)]
    [InlineData(DecomposedTotal.ValueAdded, DecompositionMethod.Polar)]
    public void Effects_add_up_to_the_change_and_turn_their_sign_with_time(DecomposedTotal total, DecompositionMethod method) =>
        Pairs.ForAll(
            (before, after) =>
            {
                var forth = StructuralDecomposition.Of(before, after, total, method);
                var back = StructuralDecomposition.Of(after, before, total, method);
                double[] expected = total == DecomposedTotal.Output ? after.Output.ToArray() : TableTotals.ValueAdded(after);
                double scale = Tolerance * Math.Max(before.Output.ToArray().Max(), after.Output.ToArray().Max());
                for (int k = 0; k < before.Size; k++)
                {
                    double[] effects = [.. Enumerable.Range(0, forth.Factors.Count).Select(f => forth.Effect(new(k), f))];
                    Assert.Equal(expected[k], forth.After[k], scale);
                    Assert.Equal(forth.After[k] - forth.Before[k], effects.Sum(), scale);
                    Assert.All(Enumerable.Range(0, effects.Length), f => Assert.Equal(effects[f], -back.Effect(new(k), f), scale));
                }
            },
            count: 60
        );

    [Fact]
    public void More_of_everything_is_the_level_of_final_demand() =>
        Gen.Select(RandomTables.Any, Gen.Double[0.5, 3])
            .ForAll(
                (table, factor) =>
                {
                    var split = StructuralDecomposition.Of(table, TableRelabelling.Scale(table, factor));
                    for (int k = 0; k < table.Size; k++)
                    {
                        Assert.Equal((factor - 1) * table.Output[k], split.Effect(new(k), 2), Tolerance * table.Output.ToArray().Max());
                    }
                },
                count: 60
            );

    [Fact]
    public void Two_factors_share_what_they_do_together_by_halves()
    {
        // One sector: x = L f with L from 2 to 4 and f from 1 to 3, mix 1 throughout: ΔL (f0 + f1) / 2 = 4, Δf (L0 + L1) / 2 = 6.
        FlowTable before = SmallTables.Closed(
            new double[,]
            {
                { 1 },
            },
            [1]
        );
        FlowTable after = SmallTables.Closed(
            new double[,]
            {
                { 9 },
            },
            [3]
        );
        foreach (DecompositionMethod method in Enum.GetValues<DecompositionMethod>())
        {
            var split = StructuralDecomposition.Of(before, after, DecomposedTotal.Output, method);
            Close.Equal([4, 0, 6], [split.Effect(new(0), 0), split.Effect(new(0), 1), split.Effect(new(0), 2)], Tolerance);
        }
    }

    [Fact]
    public void Tables_of_different_sectors_or_units_are_refused()
    {
        FlowTable two = SmallTables.Closed(
            new double[,]
            {
                { 1, 0 },
                { 0, 1 },
            },
            [1, 1]
        );
        FlowTable one = SmallTables.Closed(
            new double[,]
            {
                { 1 },
            },
            [1]
        );
        Assert.Contains(
            "'s2'",
            Assert.Throws<TableException>(() => StructuralDecomposition.Of(two, one)).Message,
            StringComparison.Ordinal
        );
        FlowTable other = one.With(one.Metadata with { Unit = "dollars" });
        Assert.Contains(
            "dollars",
            Assert.Throws<TableException>(() => StructuralDecomposition.Of(one, other)).Message,
            StringComparison.Ordinal
        );
    }

    private static Gen<(FlowTable Before, FlowTable After)> Pairs { get; } =
        from first in RandomTables.Closed
        from factors in Gen.Double[0.5, 1.1].Array[first.Size * first.Size]
        from growth in Gen.Double[0.5, 2].Array[first.FinalDemand.Length]
        select (first, Changed(first, factors, growth));

    private static FlowTable Changed(FlowTable table, double[] factors, double[] growth) =>
        SmallTables.ManyRegions(
            [.. table.Sectors.Regions.Select(r => r.Code)],
            [.. table.Sectors.Industries.Select(i => i.Code)],
            [.. table.Flows.ToArray().Zip(factors, (z, f) => z * f * 0.4)],
            [.. table.FinalDemand.ToArray().Zip(growth, (y, g) => y * g)],
            ["F"]
        );
}
