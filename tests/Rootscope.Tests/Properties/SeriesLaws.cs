using CsCheck;
using Rootscope.Accounts;
using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>Sums of series keep within the bound that they give, and the bound is worth having.</summary>
public class SeriesLaws
{
    /// <summary>
    /// The inverse that the sums are held against has rounding of its own; tables here have radius below 0.95 and a dozen sectors at most.
    /// </summary>
    private const double RoundingOfTheInverse = 2e-13;

    /// <summary>What a bound may be at most on such tables to be of use.</summary>
    private const double Useful = 1e-9;

    [Fact]
    public void Multipliers_lie_within_their_bound_of_the_inverse() =>
        RandomTables.Any.ForAll(
            table =>
            {
                var total = TotalRequirements.Of(table, InputOrigin.Domestic);
                Within(Multipliers.OutputWithBound(total.Direct), total.Multipliers);
            },
            count: 500
        );

    [Fact]
    public void Sums_of_any_coefficients_lie_within_their_bound_of_the_inverse() =>
        RandomTables.Any.ForAll(
            table =>
            {
                var total = TotalRequirements.Of(table, InputOrigin.Domestic);
                double[] mixed = [.. Enumerable.Range(0, table.Size).Select(i => i % 3 == 0 ? 0.0 : (i % 2 == 0 ? -2.5 : 1.5))];
                Within(Multipliers.PerUnitOfFinalDemandWithBound(total.Direct, mixed), total.PerUnitOfFinalDemand(mixed));
            },
            count: 300
        );

    [Fact]
    public void Output_for_a_final_demand_lies_within_its_bound_of_the_output_of_the_table() =>
        RandomTables.Any.ForAll(
            table =>
            {
                var direct = DirectRequirements.Of(table, InputOrigin.Domestic);
                Within(Multipliers.OutputFor(direct, direct.FinalDemand()), table.Output);
            },
            count: 300
        );

    [Fact]
    public void Stages_taken_together_lie_within_their_bounds_of_those_taken_alone() =>
        RandomTables.Any.ForAll(
            table =>
            {
                (SeriesSum up, SeriesSum down) = ProductionStages.WithBounds(table);
                Within(up, ProductionStages.Upstreamness(DirectAllocation.OfDomesticUse(table)));
                Within(down, Multipliers.Output(DirectRequirements.Of(table, InputOrigin.All)));
            },
            count: 300
        );

    [Fact]
    public void Coefficients_of_both_signs_that_add_up_to_nothing_have_a_sum()
    {
        // Sector 1 buys equally from 2 and 3, whose coefficients cancel in every term.
        double[,] flows =
        {
            { 0, 0, 0 },
            { 20, 10, 5 },
            { 20, 5, 10 },
        };
        FlowTable table = SmallTables.Closed(flows, [100, 65, 65]);
        SeriesSum sum = Multipliers.PerUnitOfFinalDemandWithBound(DirectRequirements.Of(table, InputOrigin.All), [0, 1, -1]);
        Assert.Equal(0, sum.Values[0], 1e-15);
        Assert.Equal(sum.Values[1], -sum.Values[2], 1e-15);
    }

    [Fact]
    public void A_bound_holds_where_cells_are_negative()
    {
        double[,] flows =
        {
            { 10, -5, 20 },
            { 15, 20, -2 },
            { 5, 25, 30 },
        };
        FlowTable table = SmallTables.Closed(flows, [60, 50, 40]);
        var total = TotalRequirements.Of(table, InputOrigin.All);
        SeriesSum sum = Multipliers.OutputWithBound(total.Direct);
        Within(sum, total.Multipliers);
        Assert.InRange(sum.Passes, 2, 40);
    }

    [Fact]
    public void A_table_near_the_edge_has_a_wide_bound_that_still_holds()
    {
        double[,] flows =
        {
            { 0, 0.999 },
            { 0.999, 0 },
        };
        FlowTable table = SmallTables.Closed(flows, [0.001, 0.001], output: [1, 1]);
        SeriesSum sum = Multipliers.OutputWithBound(DirectRequirements.Of(table, InputOrigin.All));
        // 1 + 0.999 + 0.999² + …, of the double that is nearest to 0.999.
        double exact = 1 / (1 - 0.999);
        Assert.All(sum.Values.ToArray(), v => Assert.True(Math.Abs(v - exact) <= sum.ErrorBound + (1e-12 * exact)));
        Assert.True(sum.ErrorBound > 1e-10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(66)]
    [InlineData(531)]
    [InlineData(1100)]
    public void One_pass_gives_both_products(int n)
    {
        double[] matrix = [.. Enumerable.Range(0, n * n).Select(c => ((c * 37L % 101) - 50) / 50.0)];
        double[] u = [.. Enumerable.Range(0, n).Select(i => 1 + (i % 13 / 13.0))];
        double[] w = [.. Enumerable.Range(0, n).Select(i => 2 - (i % 17 / 17.0))];
        double[] byRow = new double[n],
            byColumn = new double[n],
            otherRow = new double[n],
            otherColumn = new double[n];
        TwoSidedPass.Multiply(matrix, u, w, byRow, byColumn);
        DenseKernels.Multiply(matrix, u, otherRow);
        DenseKernels.MultiplyTransposed(matrix, w, otherColumn);
        for (int i = 0; i < n; i++)
        {
            Assert.Equal(otherRow[i], byRow[i], 1e-12 * n);
            Assert.Equal(otherColumn[i], byColumn[i], 1e-12 * n);
        }

        TwoSidedPass.MultiplyAbsolute(matrix, u, w, byRow, byColumn);
        double[] absolute = [.. matrix.Select(Math.Abs)];
        DenseKernels.Multiply(absolute, u, otherRow);
        DenseKernels.MultiplyTransposed(absolute, w, otherColumn);
        Close.Equal(otherRow, byRow, 1e-12);
        Close.Equal(otherColumn, byColumn, 1e-12);
    }

    private static void Within(SeriesSum sum, ReadOnlySpan<double> exact)
    {
        Assert.NotNull(sum.ErrorBound);
        double largest = 1;
        foreach (double value in exact)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        Assert.InRange(sum.ErrorBound.Value, 0, Useful * largest);
        for (int i = 0; i < exact.Length; i++)
        {
            double distance = Math.Abs(sum.Values[i] - exact[i]);
            Assert.True(
                distance <= sum.ErrorBound + (RoundingOfTheInverse * largest),
                $"[{i}]: {sum.Values[i]:R} is {distance:G3} from {exact[i]:R}, and the bound is {sum.ErrorBound:G3}"
            );
        }
    }
}
