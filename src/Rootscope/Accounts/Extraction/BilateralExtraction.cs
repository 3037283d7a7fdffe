using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Rootscope.Accounts.Trade;
using Rootscope.Tables;

namespace Rootscope.Accounts.Extraction;

/// <summary>
/// What is lost when one sector's deliveries to one region, inputs and final goods, are cut: every sector and region at once.
/// </summary>
/// <remarks>
/// <para>With E_ks what k delivers to s and q_ks = Σ over j in s of a_kj l_jk, cutting the share α loses α l_ik E_ks / (1 + α q_ks) in
/// sector i: a rank-one update of the inverse, equal to solving again. Nothing is replaced from elsewhere. In a closed world the value
/// added lost is α E_ks / (1 + α q_ks), so that what matters is where it is lost.</para>
/// <para>Unit of losses: the table's. Shape: n × regions, row-major. Source: Dietzenbacher and Lahr (2013) for shares of a row; Los, Timmer
/// and de Vries (2016) for flows between countries. Cost: one pass over A and L for all pairs. Immutable.</para>
/// </remarks>
public sealed class BilateralExtraction
{
    /// <summary>Columns of L that are read together, so that a cache line is used whole: the matrix is walked against its order.</summary>
    private const int Stripe = 16;

    private readonly TotalRequirements _total;
    private readonly RegionalDeliveries _deliveries;
    private readonly double[] _feedback;

    private BilateralExtraction(TotalRequirements total, double[] feedback)
    {
        _total = total;
        _deliveries = RegionalDeliveries.Of(total.Table);
        _feedback = feedback;
    }

    /// <summary>
    /// q_ks: what of sector k's own product goes, through its buyers in s, into one unit of it. Unit: ratio. Shape: n × regions.
    /// </summary>
    public ReadOnlySpan<double> Feedback => _feedback;

    /// <summary>What the pairs lose, from the inverse.</summary>
    public static BilateralExtraction Of(TotalRequirements total)
    {
        ArgumentNullException.ThrowIfNull(total);
        int n = total.Size;
        int regions = total.Table.Sectors.Regions.Count;
        var feedback = new double[n * regions];
        for (int first = 0; first < n; first += Stripe)
        {
            AddStripe(total, feedback, first, Math.Min(Stripe, n - first));
        }

        return new BilateralExtraction(total, feedback);
    }

    /// <summary>
    /// Output lost in every sector when a share of what <paramref name="seller"/> delivers to <paramref name="region"/> is cut. Unit: the
    /// table's. Shape: n.
    /// </summary>
    public double[] LossesOf(SectorNumber seller, RegionNumber region, double share = 1)
    {
        double scale = Scale(seller, region, CheckShare(share));
        var losses = new double[_total.Size];
        for (int i = 0; i < losses.Length; i++)
        {
            losses[i] = _total[new(i), seller] * scale;
        }

        return losses;
    }

    /// <summary>
    /// Output lost in the whole economy, a row a seller and a column a buying region. Unit: the table's. Shape: n × regions.
    /// </summary>
    /// <param name="share">The share that is cut, in (0, 1].</param>
    public double[] OutputLosses(double share = 1) => Losses(share, (k, _) => _total.Multipliers[k]);

    /// <summary>Value added lost in the whole economy. Unit: the table's. Shape: n × regions.</summary>
    /// <param name="share">The share that is cut, in (0, 1].</param>
    public double[] ValueAddedLosses(double share = 1)
    {
        double[] perUnit = _total.PerUnitOfFinalDemand(ValueAddedShares.Of(_total.Table).Values);
        return Losses(share, (k, _) => perUnit[k]);
    }

    /// <summary>Value added lost in the buying region itself. Unit: the table's. Shape: n × regions.</summary>
    /// <param name="share">The share that is cut, in (0, 1].</param>
    public double[] ValueAddedLossesInBuyingRegion(double share = 1)
    {
        int n = _total.Size;
        double[] content = RegionContent.ByRegion(_total, ValueAddedShares.Of(_total.Table).Values);
        return Losses(share, (k, s) => content[(s * n) + k]);
    }

    private double[] Losses(double share, Func<int, int, double> perUnit)
    {
        CheckShare(share);
        int regions = _total.Table.Sectors.Regions.Count;
        var losses = new double[_feedback.Length];
        for (int at = 0; at < losses.Length; at++)
        {
            losses[at] = perUnit(at / regions, at % regions) * Scale(at / regions, at % regions, share);
        }

        return losses;
    }

    private double Scale(int k, int region, double share)
    {
        if (_total.Table.Output[k] == 0)
        {
            return 0;
        }

        double feedback = _feedback[(k * _total.Table.Sectors.Regions.Count) + region];
        return share * _deliveries.Of(new(k), new(region)) / (1 + (share * feedback));
    }

    private static void AddStripe(TotalRequirements total, double[] feedback, int first, int width)
    {
        SectorIndex sectors = total.Table.Sectors;
        ReadOnlySpan<double> direct = total.Direct.Values;
        ReadOnlySpan<double> inverse = total.Values;
        int n = total.Size;
        int regions = sectors.Regions.Count;
        int industries = sectors.Industries.Count;
        Span<double> sums = stackalloc double[Stripe];
        for (int region = 0; region < regions; region++)
        {
            sums.Clear();
            for (int j = region * industries; j < (region + 1) * industries; j++)
            {
                AddColumn(sums[..width], direct[((first * n) + j)..], n, inverse.Slice((j * n) + first, width));
            }

            for (int c = 0; c < width; c++)
            {
                feedback[((first + c) * regions) + region] = sums[c];
            }
        }
    }

    /// <summary>sums_c += column[c n] cells_c, four at a time.</summary>
    private static void AddColumn(Span<double> sums, ReadOnlySpan<double> column, int n, ReadOnlySpan<double> cells)
    {
        ref double sum = ref MemoryMarshal.GetReference(sums);
        ref double cell = ref MemoryMarshal.GetReference(cells);
        int c = 0;
        for (; c + 4 <= cells.Length; c += 4)
        {
            var coefficients = Vector256.Create(column[c * n], column[(c + 1) * n], column[(c + 2) * n], column[(c + 3) * n]);
            (Vector256.LoadUnsafe(ref sum, (nuint)c) + (coefficients * Vector256.LoadUnsafe(ref cell, (nuint)c))).StoreUnsafe(
                ref sum,
                (nuint)c
            );
        }

        for (; c < cells.Length; c++)
        {
            sums[c] += column[c * n] * cells[c];
        }
    }

    private static double CheckShare(double share) =>
        share is > 0 and <= 1
            ? share
            : throw new ArgumentOutOfRangeException(nameof(share), share, "The share that is cut has to lie above 0 and at most at 1.");
}
