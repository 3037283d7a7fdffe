using Rootscope.Numerics;

namespace Rootscope.Accounts.Centrality;

/// <summary>How much value added passes through a sector on its way from earlier to later stages of production.</summary>
/// <remarks>
/// b_k = (v'L − v')_k (x − f)_k: the sum over all structural paths that enter k from a supplier and leave it to a buyer, each weighed by
/// its value added. A path that visits k twice counts twice. Unit: the table's money times ratio, so money. Shape: n. May be negative where
/// value added is. Source: Liang, Qu and Xu (2016). Cost: two passes and a power series; no inverse.
/// </remarks>
public static class Betweenness
{
    /// <summary>Value added that passes through each sector. Unit: the table's. Shape: n.</summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] Of(DirectRequirements direct)
    {
        ArgumentNullException.ThrowIfNull(direct);
        int n = direct.Size;
        double[] content = Multipliers.ValueAdded(direct);
        var passedOn = new double[n];
        var sold = new double[n];
        DenseKernels.MultiplyTransposed(direct.Values, content, passedOn);
        DenseKernels.Multiply(direct.Values, direct.Table.Output, sold);
        return [.. passedOn.Zip(sold, (from, to) => from * to)];
    }
}
