using Rootscope.Numerics;

namespace Rootscope.Accounts.Extraction;

/// <summary>
/// What an economy loses when one sector is taken out of its table, prices and recipes unchanged: closed forms, from L alone.
/// </summary>
/// <remarks>
/// <para>With x_k the output, l_kk the diagonal of L and α the share, the loss of sector i is l_ik s_k, less s_k for i = k where only
/// purchases are cut; s_k = x_k / l_kk (total, backward), (x_k − f_k) / l_kk (forward, demand side), α x_k / (1 + α (l_kk − 1)) (partial).
/// Where final demand for the sector stays, it goes on making f_k, or f_k / (1 − a_kk) with its own use. The allocation model loses (l_ki
/// x_i − δ_ki x_k) / l_kk. All follow from a rank-one update of the inverse and equal a full re-solve.</para>
/// <para>It is an accounting exercise: nothing is replaced. On a closed world table the value added lost is x_k / l_kk, so that it ranks by
/// size and cannot tell which sector is hard to do without. A sector without output loses nothing. Losses are in the table's unit,
/// positive.</para>
/// <para>Source: Paelinck et al. (1965), Strassert (1968), Cella (1984), Dietzenbacher, van der Linden and Steenge (1993), Miller and Lahr
/// (2001), Dietzenbacher and Lahr (2013), Miller and Blair (2009) section 12.2. Cost: O(n) a sector for the vector, O(n²) for the totals of
/// all sectors.</para>
/// </remarks>
public static class HypotheticalExtraction
{
    /// <summary>Losses of every sector when sector <paramref name="extracted"/> is extracted. Unit: the table's. Shape: n.</summary>
    /// <param name="total">Total requirements; with domestic inputs for one region with imports.</param>
    /// <param name="kind">What is taken away.</param>
    /// <param name="extracted">Number of the sector.</param>
    /// <param name="share">The share that is cut, in (0, 1]; used by the partial kinds only.</param>
    public static double[] LossesOf(TotalRequirements total, ExtractionKind kind, SectorNumber extracted, double share = 1)
    {
        ArgumentNullException.ThrowIfNull(total);
        ArgumentOutOfRangeException.ThrowIfNegative(extracted.Value, nameof(extracted));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(extracted, total.Size);
        CheckShare(share);
        ReadOnlySpan<double> output = total.Table.Output;
        var losses = new double[total.Size];
        if (kind == ExtractionKind.ForwardGhosh)
        {
            double diagonal = total[extracted, extracted];
            for (int j = 0; j < losses.Length; j++)
            {
                double own = j == extracted ? output[j] : 0;
                losses[j] = output[extracted] == 0 ? 0 : ((total[extracted, new(j)] * output[j]) - own) / diagonal;
            }

            return losses;
        }

        double scale = Scale(total, kind, extracted, share);
        for (int i = 0; i < losses.Length; i++)
        {
            losses[i] = total[new(i), extracted] * scale;
        }

        losses[extracted] -= KeptOutput(total, kind, extracted, scale);
        return losses;
    }

    /// <summary>Losses summed over all sectors, for the extraction of each sector in turn.</summary>
    /// <param name="total">Total requirements; with domestic inputs for one region with imports.</param>
    /// <param name="kind">What is taken away.</param>
    /// <param name="share">The share that is cut, in (0, 1]; used by the partial kinds only.</param>
    public static ExtractionLosses TotalsOf(TotalRequirements total, ExtractionKind kind, double share = 1)
    {
        ArgumentNullException.ThrowIfNull(total);
        CheckShare(share);
        ReadOnlySpan<double> shares = ValueAddedShares.Of(total.Table).Values;
        return kind == ExtractionKind.ForwardGhosh ? GhoshTotals(total, shares) : DemandTotals(total, kind, share, shares);
    }

    private static ExtractionLosses DemandTotals(
        TotalRequirements total,
        ExtractionKind kind,
        double share,
        ReadOnlySpan<double> valueAdded
    )
    {
        int n = total.Size;
        double[] perUnit = total.PerUnitOfFinalDemand(valueAdded);
        var output = new double[n];
        var lost = new double[n];
        for (int k = 0; k < n; k++)
        {
            double scale = Scale(total, kind, k, share);
            double kept = KeptOutput(total, kind, k, scale);
            output[k] = (total.Multipliers[k] * scale) - kept;
            lost[k] = (perUnit[k] * scale) - (kept * valueAdded[k]);
        }

        return new ExtractionLosses(output, lost);
    }

    private static ExtractionLosses GhoshTotals(TotalRequirements total, ReadOnlySpan<double> valueAdded)
    {
        int n = total.Size;
        ReadOnlySpan<double> x = total.Table.Output;
        var income = new double[n];
        for (int j = 0; j < n; j++)
        {
            income[j] = valueAdded[j] * x[j];
        }

        var output = new double[n];
        var lost = new double[n];
        for (int k = 0; k < n; k++)
        {
            if (x[k] != 0)
            {
                ReadOnlySpan<double> row = total.Values.Slice(k * n, n);
                output[k] = (DenseKernels.Dot(row, x) - x[k]) / row[k];
                lost[k] = (DenseKernels.Dot(row, income) - income[k]) / row[k];
            }
        }

        return new ExtractionLosses(output, lost);
    }

    /// <summary>s_k, by which column k of L is multiplied.</summary>
    private static double Scale(TotalRequirements total, ExtractionKind kind, int k, double share)
    {
        double output = total.Table.Output[k];
        double diagonal = total[new(k), new(k)];
        return output == 0
            ? 0
            : kind switch
            {
                ExtractionKind.Total or ExtractionKind.TotalKeepingDemand or ExtractionKind.TotalKeepingOwnUse or ExtractionKind.Backward =>
                    output / diagonal,
                ExtractionKind.ForwardDemand => (output - total.FinalDemand[k]) / diagonal,
                ExtractionKind.Partial or ExtractionKind.PartialPurchases => share * output / (1 + (share * (diagonal - 1))),
                _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of extraction has no demand-side form."),
            };
    }

    /// <summary>What the extracted sector itself still makes of the output that the scaled column of L takes off.</summary>
    private static double KeptOutput(TotalRequirements total, ExtractionKind kind, int k, double scale) =>
        total.Table.Output[k] == 0
            ? 0
            : kind switch
            {
                ExtractionKind.Backward or ExtractionKind.PartialPurchases => scale,
                ExtractionKind.TotalKeepingDemand => total.FinalDemand[k],
                ExtractionKind.TotalKeepingOwnUse => total.FinalDemand[k] / (1 - total.Direct.Values[(k * total.Size) + k]),
                _ => 0,
            };

    private static void CheckShare(double share)
    {
        if (!(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share that is cut has to lie above 0 and at most at 1.");
        }
    }
}

/// <summary>Losses from the extraction of each sector in turn, summed over the economy.</summary>
public sealed class ExtractionLosses
{
    private readonly double[] _output;
    private readonly double[] _valueAdded;

    internal ExtractionLosses(double[] output, double[] valueAdded)
    {
        _output = output;
        _valueAdded = valueAdded;
    }

    /// <summary>Gross output lost, own output included. Unit: the table's. Shape: n, one value an extracted sector.</summary>
    public ReadOnlySpan<double> Output => _output;

    /// <summary>Value added lost, Σ v_i d_i. Unit: the table's. Shape: n, one value an extracted sector.</summary>
    public ReadOnlySpan<double> ValueAdded => _valueAdded;
}
