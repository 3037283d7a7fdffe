using CsCheck;
using Rootscope.Accounts;
using Rootscope.Accounts.Centrality;
using Rootscope.Accounts.Trade;
using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>Identities that hold on every productive table.</summary>
public class AccountLaws
{
    /// <summary>Random tables are well conditioned (spectral radius below 0.95), so that some thirteen digits survive.</summary>
    private const double Tolerance = 1e-11;

    [Fact]
    public void Final_demand_through_the_inverse_is_output() =>
        RandomTables.Any.ForAll(table =>
        {
            var total = TotalRequirements.Of(table, InputOrigin.Domestic);
            for (int i = 0; i < table.Size; i++)
            {
                Close.Equal(
                    table.Output[i],
                    DenseKernels.Dot(total.Values.Slice(i * table.Size, table.Size), total.FinalDemand),
                    Tolerance
                );
            }
        });

    [Fact]
    public void A_unit_of_final_demand_in_a_closed_table_is_value_added_somewhere() =>
        RandomTables.Closed.ForAll(table =>
            Close.Equal(Ones(table.Size), Multipliers.ValueAdded(DirectRequirements.Of(table, InputOrigin.All)), Tolerance)
        );

    [Fact]
    public void Value_added_and_import_content_of_one_region_make_up_the_whole() =>
        RandomTables.Open.ForAll(table =>
        {
            double[] sum = Multipliers.ValueAdded(DirectRequirements.Of(table, InputOrigin.Domestic));
            double[] imported = ImportContent.Of(table);
            Close.Equal(Ones(table.Size), [.. sum.Zip(imported, (v, m) => v + m)], Tolerance);
        });

    [Fact]
    public void Import_content_of_many_regions_is_what_the_own_region_does_not_add() =>
        RandomTables.Closed.ForAll(table =>
        {
            double[] own = RegionContent.Own(TotalRequirements.Of(table, InputOrigin.All), ValueAddedShares.Of(table).Values);
            double[] imported = ImportContent.Of(table);
            Close.Equal(Ones(table.Size), [.. own.Zip(imported, (v, m) => v + m)], Tolerance);
        });

    [Fact]
    public void The_Ghosh_inverse_taken_from_the_Leontief_inverse_inverts_the_allocation() =>
        RandomTables.Any.ForAll(table =>
        {
            var total = TotalRequirements.Of(table, InputOrigin.Domestic);
            ReadOnlySpan<double> b = DirectAllocation.Of(table, InputOrigin.Domestic).Values;
            int n = table.Size;
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    double cell = total.Ghosh(new(i), new(j));
                    for (int k = 0; k < n; k++)
                    {
                        cell -= b[(i * n) + k] * total.Ghosh(new(k), new(j));
                    }

                    Assert.Equal(i == j ? 1 : 0, cell, Tolerance);
                }
            }
        });

    [Fact]
    public void Series_and_inverse_agree() =>
        RandomTables.Any.ForAll(table =>
        {
            var total = TotalRequirements.Of(table, InputOrigin.Domestic);
            Close.Equal(total.Multipliers, Multipliers.Output(total.Direct), Tolerance);
            double[] forward = Linkages.Forward(DirectAllocation.Of(table, InputOrigin.Domestic));
            for (int i = 0; i < table.Size; i++)
            {
                Close.Equal(Enumerable.Range(0, table.Size).Sum(j => total.Ghosh(new(i), new(j))), forward[i], Tolerance);
            }
        });

    [Fact]
    public void In_a_closed_table_output_stands_as_far_from_final_use_as_from_primary_inputs() =>
        RandomTables.Closed.ForAll(table =>
        {
            double[] up = ProductionStages.Upstreamness(table);
            double[] down = ProductionStages.Downstreamness(table);
            Close.Equal(DenseKernels.Dot(table.Output, up), DenseKernels.Dot(table.Output, down), Tolerance);
        });

    [Fact]
    public void Stages_are_at_least_one() =>
        RandomTables.Any.ForAll(table =>
        {
            Assert.All(ProductionStages.Upstreamness(table), u => Assert.True(u >= 1));
            Assert.All(ProductionStages.Downstreamness(table), d => Assert.True(d >= 1));
        });

    [Fact]
    public void Normalised_linkages_are_one_on_average() =>
        RandomTables.Any.ForAll(table =>
        {
            var direct = DirectRequirements.Of(table, InputOrigin.Domestic);
            Close.Equal(1, Linkages.PowerOfDispersion(direct).Average(), Tolerance);
            Close.Equal(1, Linkages.SensitivityOfDispersion(direct).Average(), Tolerance);
        });

    [Fact]
    public void Coefficients_that_make_more_than_they_take_are_refused_at_any_size() =>
        Gen.Int[2, 12]
            .ForAll(n =>
            {
                var flows = new double[n, n];
                for (int i = 0; i < n; i++)
                {
                    flows[i, (i + 1) % n] = 1.05;
                }

                double[] ones = Ones(n);
                FlowTable table = SmallTables.Closed(flows, [.. ones.Select(_ => -0.05)], output: ones);
                ModelException e = Assert.Throws<ModelException>(() => TotalRequirements.Of(table, InputOrigin.All));
                Assert.Contains("1.05", e.Message, StringComparison.Ordinal);
            });

    private static double[] Ones(int n) => [.. Enumerable.Repeat(1.0, n)];
}
