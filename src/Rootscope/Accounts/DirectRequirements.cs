using Rootscope.Numerics;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Accounts;

/// <summary>Direct requirements, A: inputs of every product in one unit of a sector's output; a column is a recipe.</summary>
/// <remarks>
/// a_ij = z_ij / x_j, with the column 0 where the sector has no output. Unit: money per money. Shape: n × n, row-major, in table order.
/// Source: Leontief (1936); Miller and Blair (2009), section 2.2. Column sums above 1 occur in real tables (negative value added) and are
/// kept. Cost: one pass over the table. Immutable.
/// </remarks>
public sealed class DirectRequirements
{
    private readonly double[] _values;

    private DirectRequirements(FlowTable table, InputOrigin origin, double[] values)
    {
        Table = table;
        Origin = origin;
        _values = values;
    }

    /// <summary>The table behind the coefficients.</summary>
    public FlowTable Table { get; }

    /// <summary>Which inputs are counted.</summary>
    public InputOrigin Origin { get; }

    /// <summary>Number of sectors, n.</summary>
    public int Size => Table.Size;

    /// <summary>The coefficients, n × n, row-major.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Computes the coefficients of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="origin">Whether imported inputs count. <see cref="DomesticFlows"/> says how they are told apart.</param>
    public static DirectRequirements Of(FlowTable table, InputOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] values = AccountFlows.Of(table, origin);
        int n = table.Size;
        ReadOnlySpan<double> output = table.Output;
        for (int i = 0; i < n; i++)
        {
            Span<double> row = values.AsSpan(i * n, n);
            for (int j = 0; j < n; j++)
            {
                row[j] = output[j] == 0 ? 0 : row[j] / output[j];
            }
        }

        return new DirectRequirements(table, origin, values);
    }

    /// <summary>
    /// Inputs of all products in one unit of each sector's output, 1'A: the direct backward linkage. Unit: ratio. Shape: n.
    /// </summary>
    public double[] ColumnSums()
    {
        var sums = new double[Size];
        for (int i = 0; i < Size; i++)
        {
            DenseKernels.AddScaled(sums, 1, _values.AsSpan(i * Size, Size));
        }

        return sums;
    }

    /// <summary>The final demand that these coefficients leave of the table's output, x − A x. Unit: the table's. Shape: n.</summary>
    /// <remarks>For domestic inputs it holds exports and what rounding leaves over.</remarks>
    public double[] FinalDemand()
    {
        double[] result = Table.Output.ToArray();
        for (int i = 0; i < Size; i++)
        {
            result[i] -= DenseKernels.Dot(_values.AsSpan(i * Size, Size), Table.Output);
        }

        return result;
    }

    /// <summary>The spectral radius of A: below 1 exactly where every final demand can be met. Unit: ratio.</summary>
    /// <remarks>Cost: a power iteration of some hundred passes. Negative flows, where a table has any, make it an estimate.</remarks>
    public double SpectralRadius() => Numerics.SpectralRadius.Of(_values, Size);
}
