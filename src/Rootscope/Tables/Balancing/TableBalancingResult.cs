namespace Rootscope.Tables.Balancing;

/// <summary>What balancing made of a table, and what it changed.</summary>
/// <param name="Before">The table as it was.</param>
/// <param name="After">The balanced table; null unless <see cref="BalancedMatrix.Status"/> is
/// <see cref="BalanceStatus.Converged"/>.</param>
/// <param name="Matrix">The scaled flows and how scaling ended.</param>
/// <param name="ColumnFactor">The common factor by which the sums of columns were scaled to the total of the rows; 1 where both agreed.
/// Unit: ratio.</param>
/// <param name="MovedShare">Σ |flow after − flow before| over Σ |flow before|. Unit: share.</param>
public sealed record TableBalancingResult(FlowTable Before, FlowTable? After, BalancedMatrix Matrix, double ColumnFactor, double MovedShare)
{
    /// <summary>The cells that changed most, largest change first.</summary>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<CellChange> LargestChanges(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int n = Before.Size;
        var largest = new PriorityQueue<int, (double Size, int Order)>();
        ReadOnlySpan<double> after = Matrix.Values.Span;
        for (int c = 0; c < after.Length && count > 0; c++)
        {
            double change = Math.Abs(after[c] - Before.Flows[c]);
            if (change > 0)
            {
                largest.Enqueue(c, (change, -c));
                if (largest.Count > count)
                {
                    largest.Dequeue();
                }
            }
        }

        var cells = new List<int>();
        while (largest.TryDequeue(out int cell, out _))
        {
            cells.Add(cell);
        }

        cells.Reverse();
        return [.. cells.Select(c => new CellChange(new(c / n), new(c % n), Before.Flows[c], Matrix.Values.Span[c]))];
    }
}

/// <summary>One flow that balancing changed.</summary>
/// <param name="Seller">Number of the sector that sells.</param>
/// <param name="Buyer">Number of the sector that buys.</param>
/// <param name="Before">The flow as it was, in the table's unit.</param>
/// <param name="After">The flow as it is, in the table's unit.</param>
public sealed record CellChange(SectorNumber Seller, SectorNumber Buyer, double Before, double After);
