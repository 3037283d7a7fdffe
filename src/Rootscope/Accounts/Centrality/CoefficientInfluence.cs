using Rootscope.Numerics;

namespace Rootscope.Accounts.Centrality;

/// <summary>How much single coefficients matter for the whole inverse: a value for each seller and buyer.</summary>
/// <remarks>From L alone, O(1) a cell after one pass. Immutable.</remarks>
public sealed class CoefficientInfluence
{
    private readonly TotalRequirements _total;
    private readonly double[] _columnSquares;
    private readonly double[] _rowSquares;
    private readonly double[] _largestShare;

    private CoefficientInfluence(TotalRequirements total)
    {
        _total = total;
        int n = total.Size;
        _columnSquares = new double[n];
        _rowSquares = new double[n];
        _largestShare = new double[n];
        for (int k = 0; k < n; k++)
        {
            ReadOnlySpan<double> row = total.Values.Slice(k * n, n);
            _rowSquares[k] = DenseKernels.Dot(row, row);
            double output = total.Table.Output[k];
            for (int i = 0; i < n; i++)
            {
                _columnSquares[i] += row[i] * row[i];
                _largestShare[i] = output == 0 ? _largestShare[i] : Math.Max(_largestShare[i], row[i] / output);
            }
        }
    }

    /// <summary>The influence of a table's coefficients.</summary>
    public static CoefficientInfluence Of(TotalRequirements total)
    {
        ArgumentNullException.ThrowIfNull(total);
        return new CoefficientInfluence(total);
    }

    /// <summary>
    /// Field of influence of the coefficient a_ij: the sum of the squares of the first-order change of all cells of L, Σ_kl (l_ki l_jl)².
    /// Unit: ratio.
    /// </summary>
    /// <remarks>
    /// Source: Sonis and Hewings (1989, 1992). It looks at the place of the coefficient, not at its size: it is defined for cells that are
    /// 0 as well.
    /// </remarks>
    public double Field(SectorNumber seller, SectorNumber buyer) => _columnSquares[seller] * _rowSquares[buyer];

    /// <summary>
    /// The share by which a_ij may rise before the output of any sector changes by more than <paramref name="change"/>; null where a_ij is
    /// not positive. Unit: share.
    /// </summary>
    /// <remarks>
    /// p / (a_ij (x_j max_k(l_ki / x_k) + p l_ji)) with final demand kept. Small values are the inverse-important coefficients. Source:
    /// Jílek (1971); Schintke and Stäglin (1988).
    /// </remarks>
    /// <param name="seller">Number of the selling sector.</param>
    /// <param name="buyer">Number of the buying sector.</param>
    /// <param name="change">The change of output that is tolerated, a share above 0.</param>
    public double? Tolerance(SectorNumber seller, SectorNumber buyer, double change = 0.01)
    {
        if (!(change > 0 && double.IsFinite(change)))
        {
            throw new ArgumentOutOfRangeException(nameof(change), change, "The change of output that is tolerated is a share above 0.");
        }

        double coefficient = _total.Direct.Values[(seller * _total.Size) + buyer];
        double effect = coefficient * ((_total.Table.Output[buyer] * _largestShare[seller]) + (change * _total[buyer, seller]));
        double tolerance = change / effect;
        return coefficient > 0 && double.IsFinite(tolerance) ? tolerance : null;
    }
}
