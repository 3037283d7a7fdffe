namespace Rootscope.Tables.Checks;

/// <summary>How far one row or column is from its identity.</summary>
/// <param name="Sector">Number of the sector.</param>
/// <param name="IsRow">Whether it is the row (sales) or the column (inputs).</param>
/// <param name="Output">Output of the sector, in the table's unit.</param>
/// <param name="Gap">Sum less output, in the table's unit.</param>
public sealed record BalanceGap(SectorNumber Sector, bool IsRow, double Output, double Gap)
{
    /// <summary>Gap over output, in absolute terms; 0 where both are zero, 1 where only output is. Unit: share.</summary>
    public double RelativeGap =>
        Gap == 0 ? 0
        : Output == 0 ? 1
        : Math.Abs(Gap / Output);
}

/// <summary>The accounting identities of a table, row by row and column by column.</summary>
/// <remarks>
/// Row: Σ flows + Σ final demand − imports = output. Column: Σ flows + Σ primary inputs = output. Unit: the table's.
/// </remarks>
public sealed class TableBalance
{
    private const double SmallPart = 1e-4;

    private TableBalance(IReadOnlyList<BalanceGap> rows, IReadOnlyList<BalanceGap> columns)
    {
        RowGaps = rows;
        ColumnGaps = columns;
    }

    /// <summary>One gap a sector for its row, in table order.</summary>
    public IReadOnlyList<BalanceGap> RowGaps { get; }

    /// <summary>One gap a sector for its column, in table order; empty where the table has no rows of primary inputs.</summary>
    public IReadOnlyList<BalanceGap> ColumnGaps { get; }

    /// <summary>Σ |row gap| / Σ output.</summary>
    public double RowError => Error(RowGaps);

    /// <summary>Σ |column gap| / Σ output.</summary>
    public double ColumnError => Error(ColumnGaps);

    /// <summary>Rows and columns that are off by more than a share of their output, rows first, in table order.</summary>
    /// <param name="tolerance">The share; for sectors smaller than <see cref="LeastOutput"/> the same share of that.</param>
    public IEnumerable<BalanceGap> Broken(double tolerance)
    {
        double least = LeastOutput([.. RowGaps.Select(g => g.Output)]);
        return RowGaps.Concat(ColumnGaps).Where(g => !(Math.Abs(g.Gap) <= tolerance * Math.Max(least, Math.Abs(g.Output))));
    }

    /// <summary>
    /// The output below which a sector is too small to be held to a share of its own: a ten-thousandth of the mean, in whatever unit. Unit:
    /// that of the outputs.
    /// </summary>
    /// <param name="outputs">Outputs of all sectors.</param>
    public static double LeastOutput(ReadOnlySpan<double> outputs)
    {
        double sum = 0;
        foreach (double output in outputs)
        {
            sum += Math.Abs(output);
        }

        return outputs.Length > 0 ? SmallPart * sum / outputs.Length : 0;
    }

    /// <summary>Measures a table.</summary>
    public static TableBalance Of(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Of(table.ToParts());
    }

    /// <summary>Measures parts that are not yet a table.</summary>
    public static TableBalance Of(FlowTableParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        FlowTableShape.Check(parts);
        int n = parts.Sectors.Count;
        double[] rowSums = FlowTableShape.RowSums(parts);
        double[] output = parts.Output ?? rowSums;
        var columnSums = new double[n];
        foreach (double[] matrix in new[] { parts.Flows, parts.ValueAdded })
        {
            for (int c = 0; c < matrix.Length; c++)
            {
                columnSums[c % n] += matrix[c];
            }
        }

        return new TableBalance(
            [.. Enumerable.Range(0, n).Select(i => new BalanceGap(new(i), IsRow: true, output[i], rowSums[i] - output[i]))],
            parts.ValueAddedCategories.Count == 0
                ? []
                : [.. Enumerable.Range(0, n).Select(i => new BalanceGap(new(i), IsRow: false, output[i], columnSums[i] - output[i]))]
        );
    }

    private static double Error(IReadOnlyList<BalanceGap> gaps)
    {
        double total = gaps.Sum(g => g.Output);
        return total == 0 ? 0 : gaps.Sum(g => Math.Abs(g.Gap)) / total;
    }
}
