using Rootscope.Tables;

namespace Rootscope.Accounts;

/// <summary>Value added in one unit of each sector's output, as the table says it: v = 1 − 1'A with all inputs counted.</summary>
/// <remarks>
/// Taxes on production and whatever else is no intermediate input are part of it, so that in a closed table every unit of final demand is
/// value added somewhere: v'L = 1'. Unit: ratio. Shape: n; 0 for a sector without output. May be negative: accounts report it, and models
/// that cannot use it take <see cref="NonNegative"/> and list <see cref="Negative"/>.
/// </remarks>
public sealed class ValueAddedShares
{
    private readonly double[] _values;

    private ValueAddedShares(double[] values, IReadOnlyList<string> negative)
    {
        _values = values;
        Negative = negative;
    }

    /// <summary>The shares, n.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Labels of sectors whose value added is negative.</summary>
    public IReadOnlyList<string> Negative { get; }

    /// <summary>The shares of a table: output less all inputs, over output.</summary>
    public static ValueAddedShares Of(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] values = TableTotals.ValueAdded(table);
        var negative = new List<string>();
        for (int j = 0; j < values.Length; j++)
        {
            values[j] = table.Output[j] == 0 ? 0 : values[j] / table.Output[j];
            if (values[j] < 0)
            {
                negative.Add(table.Sectors.LabelOf(new(j)));
            }
        }

        return new ValueAddedShares(values, negative);
    }

    /// <summary>The shares with negative ones at 0, for models in which an input cannot be negative. Shape: n.</summary>
    public double[] NonNegative()
    {
        double[] result = [.. _values];
        foreach (ref double v in result.AsSpan())
        {
            v = Math.Max(0, v);
        }

        return result;
    }
}
