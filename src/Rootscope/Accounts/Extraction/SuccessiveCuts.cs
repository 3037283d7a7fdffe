using Rootscope.Accounts.Trade;
using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Accounts.Extraction;

/// <summary>An economy after several cuts of deliveries, one upon the other, without inverting again.</summary>
/// <remarks>
/// <para>Each cut takes a share of the table's deliveries of one sector, to one region or to all, out of A and out of final demand. What is
/// kept is the inverse of the capacitance matrix C = I + W L_K, which grows by one row and column a cut (bordering); I − A is never
/// factored again. Up to about n / 3 cuts that is the cheaper way. Shares of one delivery add up over cuts and must not exceed 1
/// together.</para>
/// <para>Source: Woodbury (1950); Hager (1989). Cost: O(n w + m²) for cut number m of deliveries to w sectors; O(n m) for the losses.
/// Immutable: a cut gives a new state and shares what it can with the one before.</para>
/// </remarks>
public sealed class SuccessiveCuts
{
    private readonly TotalRequirements _total;
    private readonly RegionalDeliveries _deliveries;
    private readonly int[] _sellers;
    private readonly double[][] _rows;
    private readonly double[] _cutFlows;
    private readonly double[] _inverse;

    private SuccessiveCuts(
        TotalRequirements total,
        RegionalDeliveries deliveries,
        int[] sellers,
        double[][] rows,
        double[] cutFlows,
        double[] inverse
    )
    {
        _total = total;
        _deliveries = deliveries;
        _sellers = sellers;
        _rows = rows;
        _cutFlows = cutFlows;
        _inverse = inverse;
    }

    /// <summary>How many cuts were made.</summary>
    public int Count => _sellers.Length;

    /// <summary>The economy as it is, before any cut.</summary>
    public static SuccessiveCuts Before(TotalRequirements total)
    {
        ArgumentNullException.ThrowIfNull(total);
        return new SuccessiveCuts(total, RegionalDeliveries.Of(total.Table), [], [], [], []);
    }

    /// <summary>The economy after one more cut.</summary>
    /// <param name="seller">Number of the sector whose deliveries are cut.</param>
    /// <param name="buyingRegion">Number of the region that it no longer delivers to; null for all, exports included.</param>
    /// <param name="share">The share of the table's deliveries that is cut, in (0, 1].</param>
    public SuccessiveCuts Cut(SectorNumber seller, RegionNumber? buyingRegion = null, double share = 1)
    {
        SectorIndex sectors = _total.Table.Sectors;
        ArgumentOutOfRangeException.ThrowIfNegative(seller.Value, nameof(seller));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(seller, sectors.Count);
        if (buyingRegion < 0 || buyingRegion >= sectors.Regions.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(buyingRegion),
                buyingRegion,
                $"Regions are numbers from 0 to {sectors.Regions.Count - 1}."
            );
        }

        if (!(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share that is cut has to lie above 0 and at most at 1.");
        }

        int n = _total.Size;
        int first = buyingRegion is { } r ? sectors.SectorOf(r, new(0)) : 0;
        int width = buyingRegion is null ? n : sectors.Industries.Count;
        double flow = buyingRegion is { } region ? _deliveries.Of(seller, region) : _total.Table.Output[seller];
        var row = new double[n];
        for (int j = first; j < first + width; j++)
        {
            DenseKernels.AddScaled(row, share * _total.Direct.Values[(seller * n) + j], _total.Values.Slice(j * n, n));
        }

        return new SuccessiveCuts(
            _total,
            _deliveries,
            [.. _sellers, seller],
            [.. _rows, row],
            [.. _cutFlows, share * flow],
            Bordered(seller, row)
        );
    }

    /// <summary>Output lost in every sector by all cuts together. Unit: the table's. Shape: n.</summary>
    public double[] Losses()
    {
        int m = Count;
        int n = _total.Size;
        var scales = new double[m];
        DenseKernels.Multiply(_inverse, _cutFlows, scales);
        var losses = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int a = 0; a < m; a++)
            {
                losses[i] += _total[new(i), new(_sellers[a])] * scales[a];
            }
        }

        return losses;
    }

    /// <summary>The inverse of C with one more row and column, by its Schur complement.</summary>
    private double[] Bordered(int seller, double[] row)
    {
        int m = Count;
        var right = new double[m];
        var below = new double[m];
        for (int a = 0; a < m; a++)
        {
            right[a] = _rows[a][seller];
            below[a] = row[_sellers[a]];
        }

        var column = new double[m];
        var line = new double[m];
        DenseKernels.Multiply(_inverse, right, column);
        DenseKernels.MultiplyTransposed(_inverse, below, line);
        double pivot = 1 / (1 + row[seller] - DenseKernels.Dot(below, column));
        var inverse = new double[(m + 1) * (m + 1)];
        for (int a = 0; a < m; a++)
        {
            for (int b = 0; b < m; b++)
            {
                inverse[(a * (m + 1)) + b] = _inverse[(a * m) + b] + (pivot * column[a] * line[b]);
            }

            inverse[(a * (m + 1)) + m] = -pivot * column[a];
            inverse[(m * (m + 1)) + a] = -pivot * line[a];
        }

        inverse[^1] = pivot;
        return inverse;
    }
}
