namespace Rootscope.Tables.Balancing;

/// <summary>A matrix scaled to row and column sums, and how that went.</summary>
/// <remarks>Unit of figures: that of the matrix. Shape: as given, row-major.</remarks>
public sealed class BalancedMatrix
{
    internal BalancedMatrix(
        BalanceStatus status,
        int rounds,
        double[] values,
        double rowError,
        double columnError,
        IReadOnlyList<int> stuckRows,
        IReadOnlyList<int> stuckColumns
    )
    {
        Status = status;
        Rounds = rounds;
        Values = values;
        RowError = rowError;
        ColumnError = columnError;
        StuckRows = stuckRows;
        StuckColumns = stuckColumns;
    }

    /// <summary>How it ended.</summary>
    public BalanceStatus Status { get; }

    /// <summary>Number of rounds; each scales all rows and then all columns.</summary>
    public int Rounds { get; }

    /// <summary>The scaled cells, in the unit of the matrix. Zeros have stayed zeros, signs have stayed.</summary>
    public ReadOnlyMemory<double> Values { get; }

    /// <summary>Largest gap of a row, as a share of the largest sum asked for.</summary>
    public double RowError { get; }

    /// <summary>Largest gap of a column, as a share of the largest sum asked for.</summary>
    public double ColumnError { get; }

    /// <summary>Rows whose cells cannot move to the sum asked for: all zero, or all of the other sign.</summary>
    public IReadOnlyList<int> StuckRows { get; }

    /// <summary>Columns whose cells cannot move to the sum asked for: all zero, or all of the other sign.</summary>
    public IReadOnlyList<int> StuckColumns { get; }
}
