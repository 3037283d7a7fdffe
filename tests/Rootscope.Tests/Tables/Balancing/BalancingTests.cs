using CsCheck;
using Rootscope.Tables;
using Rootscope.Tables.Balancing;
using Rootscope.Tables.Checks;
using Rootscope.Tests.Properties;

namespace Rootscope.Tests.Tables.Balancing;

public class BalancingTests
{
    /// <summary>Sums that were balanced to 1e-12 of the largest, in tables of a few dozen.</summary>
    private const double Tolerance = 1e-9;

    [Fact]
    public void A_balanced_matrix_stays_as_it_is()
    {
        double[] cells = [1, 2, 3, 4];
        BalancedMatrix balanced = MatrixBalancing.Balance(cells, [3, 7], [4, 6]);
        Assert.Equal((BalanceStatus.Converged, 1), (balanced.Status, balanced.Rounds));
        Close.Equal(cells, balanced.Values.Span, 1e-15);
    }

    [Fact]
    public void A_row_of_zeros_cannot_move_and_is_named()
    {
        BalancedMatrix balanced = MatrixBalancing.Balance([0, 0, 1, 2], [1, 2], [1, 2]);
        Assert.Equal(BalanceStatus.Unreachable, balanced.Status);
        Assert.Equal([0], balanced.StuckRows);
        Assert.Empty(balanced.StuckColumns);
    }

    [Fact]
    public void A_column_of_one_sign_cannot_have_a_sum_of_the_other()
    {
        BalancedMatrix balanced = MatrixBalancing.Balance([-1, 3, -1, 2], [2, 2], [1, 3]);
        Assert.Equal(BalanceStatus.Unreachable, balanced.Status);
        Assert.Equal([0], balanced.StuckColumns);
    }

    [Fact]
    public void Sums_that_no_pattern_of_zeros_allows_reach_the_limit_with_finite_figures()
    {
        // Column 1 is fed by row 1 alone, and is to have more than that row.
        BalancedMatrix balanced = MatrixBalancing.Balance([1, 1, 0, 1], [1, 3], [2, 2], new BalanceOptions { LongestRun = 500 });
        Assert.Equal((BalanceStatus.LimitReached, 500), (balanced.Status, balanced.Rounds));
        Assert.All(balanced.Values.ToArray(), x => Assert.True(double.IsFinite(x)));
        Assert.True(balanced.RowError > 0.1);
    }

    [Fact]
    public void A_row_of_negative_cells_alone_is_scaled()
    {
        BalancedMatrix balanced = MatrixBalancing.Balance([-1, -2, 4, 6], [-6, 10], [1, 3]);
        Assert.Equal(BalanceStatus.Converged, balanced.Status);
        Close.Equal(-6, balanced.Values.Span[0] + balanced.Values.Span[1], Tolerance);
    }

    [Fact]
    public void What_has_no_meaning_is_refused()
    {
        Assert.Throws<ArgumentException>(() => MatrixBalancing.Balance([1, 2, 3], [1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(() => MatrixBalancing.Balance([1, 2, 3, 4], [1, 2], [1, 5]));
        Assert.Throws<ArgumentException>(() =>
            MatrixBalancing.Balance([1, -2, 3, 4], [1, 2], [1, 2], new BalanceOptions { Method = BalanceMethod.Ras })
        );
        Assert.Throws<ArgumentException>(() => MatrixBalancing.Balance([1, double.NaN, 3, 4], [1, 2], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatrixBalancing.Balance([1], [1], [1], new BalanceOptions { Tolerance = 0 }));
        Assert.Throws<OperationCanceledException>(() =>
            MatrixBalancing.Balance([1], [1], [1], cancellation: new CancellationToken(canceled: true))
        );
    }

    [Fact]
    public void Balancing_keeps_signs_and_zeros_and_reaches_the_sums()
    {
        // Sums come from another matrix of the same signs, so that they can be reached.
        Gen<(int N, double[] From, double[] To, int[] Signs)> cases =
            from n in Gen.Int[1, 6]
            from start in Gen.Double[0.1, 10].Array[n * n]
            from goal in Gen.Double[0.1, 10].Array[n * n]
            from signs in Gen.Frequency((6, Gen.Const(1)), (2, Gen.Const(0)), (1, Gen.Const(-1))).Array[n * n]
            select (n, start, goal, signs);
        cases.ForAll(
            c =>
            {
                double[] from = [.. c.From.Zip(c.Signs, (x, sign) => x * sign)];
                double[] to = [.. c.To.Zip(c.Signs, (x, sign) => x * sign)];
                double[] rows = [.. Enumerable.Range(0, c.N).Select(i => to.AsSpan(i * c.N, c.N).ToArray().Sum())];
                double[] columns = [.. Enumerable.Range(0, c.N).Select(j => Enumerable.Range(0, c.N).Sum(i => to[(i * c.N) + j]))];
                BalancedMatrix balanced = MatrixBalancing.Balance(
                    from,
                    rows,
                    columns,
                    new BalanceOptions { Tolerance = 1e-10, LongestRun = 100_000 }
                );
                Assert.Equal(BalanceStatus.Converged, balanced.Status);
                Assert.Equal(c.Signs, balanced.Values.ToArray().Select(Math.Sign));
            },
            count: 200
        );
    }

    [Fact]
    public void A_table_that_was_bent_balances_again_and_says_what_was_done()
    {
        RandomTables.Closed.ForAll(
            table =>
            {
                FlowTable bent = Bent(table);
                TableBalancingResult result = TableBalancing.Balance(
                    bent,
                    "straight",
                    new BalanceOptions { Tolerance = 1e-11, LongestRun = 50_000 }
                );
                if (result.Matrix.Status != BalanceStatus.Converged)
                {
                    // With many zeros the sums may be out of reach; then nothing is made of it.
                    Assert.Null(result.After);
                    return;
                }

                TableBalance balance = TableBalance.Of(result.After!);
                Assert.True(balance.RowError < Tolerance && balance.ColumnError < Tolerance);
                Assert.Equal("straight", result.After!.Metadata.Id);
                Assert.Contains("GRAS", result.After.Metadata.Derivations[^1], StringComparison.Ordinal);
                Assert.Equal(bent.Output.ToArray(), result.After.Output.ToArray());
                Assert.Equal(bent.FinalDemand.ToArray(), result.After.FinalDemand.ToArray());
                Assert.InRange(result.LargestChanges(3).Count, 0, 3);
            },
            count: 200
        );
    }

    [Fact]
    public void Totals_that_are_far_apart_are_refused_with_both()
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 1, 2 },
                { 3, 4 },
            },
            [5, 6]
        );
        FlowTable broken = new(table.ToParts() with { ValueAdded = [1, 1] });
        TableException e = Assert.Throws<TableException>(() => TableBalancing.Balance(broken, "new"));
        Assert.Contains("by columns to", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RAS_refuses_a_negative_flow_by_name()
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 1, -0.5 },
                { 3, 4 },
            },
            [5, 6]
        );
        TableException e = Assert.Throws<TableException>(() =>
            TableBalancing.Balance(table, "new", new BalanceOptions { Method = BalanceMethod.Ras })
        );
        Assert.Contains("s1 to s2", e.Message, StringComparison.Ordinal);
        Assert.Contains("option method=gras", e.Message, StringComparison.Ordinal);
    }

    /// <summary>Every flow off by up to a tenth, with outputs and everything else as they were.</summary>
    private static FlowTable Bent(FlowTable table)
    {
        double[] flows = table.Flows.ToArray();
        for (int c = 0; c < flows.Length; c++)
        {
            flows[c] *= 1 + (0.1 * Math.Sin(c + 1));
        }

        return new FlowTable(table.ToParts() with { Flows = flows });
    }
}
