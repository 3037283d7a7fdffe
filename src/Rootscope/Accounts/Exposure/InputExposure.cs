using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Accounts.Exposure;

/// <summary>
/// Where the inputs of a sector come from: at face value, as invoices say it, and looking through the suppliers of suppliers.
/// </summary>
/// <remarks>
/// <para>With m = 1'L, sector i's share in what j needs is, of inputs, (l_ij − δ_ij) / (m_j − 1), at face value a_ij / Σ_i a_ij; of output,
/// l_ij / m_j, at face value (δ_ij + a_ij) / m_j, so that the difference is what stays hidden. A sector whose inputs are less than a
/// millionth of its output has no share of inputs: null.</para>
/// <para>Every tier counts the gross output that it takes, so that long chains weigh more than in value added. Unit: share. Source: Baldwin
/// and Freeman (2022); Baldwin, Freeman and Theodorakopoulos (2022, 2023), in the forms that public re-implementations use. Cost: one pass
/// over L. Immutable.</para>
/// </remarks>
public sealed class InputExposure
{
    /// <summary>
    /// Inputs below a millionth of output are none: the inverse keeps some sixteen digits of 1, so that shares of less would not be of ten.
    /// </summary>
    internal const double FewestInputs = 1e-6;

    private readonly TotalRequirements _total;
    private readonly double[] _inputs;
    private readonly double[] _allTiers;
    private readonly double[] _ownTiers;

    private InputExposure(TotalRequirements total, ExposureBase @base)
    {
        _total = total;
        Base = @base;
        _inputs = total.Direct.ColumnSums();
        _allTiers = new double[total.Size];
        for (int i = 0; i < total.Size; i++)
        {
            DenseKernels.AddScaled(_allTiers, total.Multipliers[i], total.Direct.Values.Slice(i * total.Size, total.Size));
        }

        _ownTiers = OwnTiers(total);
    }

    /// <summary>What the shares are shares of.</summary>
    public ExposureBase Base { get; }

    /// <summary>The exposure of a table.</summary>
    public static InputExposure Of(TotalRequirements total, ExposureBase @base = ExposureBase.Inputs)
    {
        ArgumentNullException.ThrowIfNull(total);
        return new InputExposure(total, @base);
    }

    /// <summary>
    /// The share of sector <paramref name="supplier"/> in all tiers of what sector <paramref name="buyer"/> needs; null without inputs.
    /// Unit: share.
    /// </summary>
    public double? LookThrough(SectorNumber supplier, SectorNumber buyer)
    {
        if (Base == ExposureBase.Output)
        {
            return _total[supplier, buyer] / _total.Multipliers[buyer];
        }

        return _inputs[buyer] < FewestInputs ? null : (supplier == buyer ? _ownTiers[buyer] : _total[supplier, buyer]) / _allTiers[buyer];
    }

    /// <summary>The share in what it buys directly; null without inputs. Unit: share.</summary>
    public double? FaceValue(SectorNumber supplier, SectorNumber buyer)
    {
        double direct = _total.Direct.Values[(supplier * _total.Size) + buyer];
        if (Base == ExposureBase.Output)
        {
            return ((supplier == buyer ? 1 : 0) + direct) / _total.Multipliers[buyer];
        }

        return _inputs[buyer] < FewestInputs ? null : direct / _inputs[buyer];
    }

    /// <summary>
    /// Look-through shares summed by region of the supplier. Unit: share. Shape: n buyers × regions, row-major; null without inputs.
    /// </summary>
    public IReadOnlyList<double?> LookThroughByRegion() => ByRegion((i, j) => LookThrough(new(i), new(j)));

    /// <summary>
    /// Face-value shares summed by region of the supplier. Unit: share. Shape: n buyers × regions, row-major; null without inputs.
    /// </summary>
    public IReadOnlyList<double?> FaceValueByRegion() => ByRegion((i, j) => FaceValue(new(i), new(j)));

    /// <summary>
    /// Herfindahl index of the look-through shares of regions, Σ_r s_r². Unit: share, 1 over the number of regions to 1. Shape: n; null
    /// without inputs.
    /// </summary>
    public IReadOnlyList<double?> Concentration()
    {
        IReadOnlyList<double?> shares = LookThroughByRegion();
        int regions = _total.Table.Sectors.Regions.Count;
        var index = new double?[_total.Size];
        for (int j = 0; j < index.Length; j++)
        {
            index[j] = 0;
            for (int r = 0; r < regions; r++)
            {
                index[j] += shares[(j * regions) + r] * shares[(j * regions) + r];
            }
        }

        return index;
    }

    /// <summary>Shares of every region in the inputs of some industries of one region, means weighted by output.</summary>
    /// <remarks>
    /// Unit: share. One row a source region, in table order; null where none of the industries has inputs. Industries without inputs are
    /// left out.
    /// </remarks>
    /// <param name="region">The region that buys.</param>
    /// <param name="industries">Numbers of its industries.</param>
    public IReadOnlyList<SourceShare> OfRegion(RegionNumber region, IReadOnlyList<IndustryNumber> industries)
    {
        ArgumentNullException.ThrowIfNull(industries);
        SectorIndex sectors = _total.Table.Sectors;
        ArgumentOutOfRangeException.ThrowIfNegative(region.Value, nameof(region));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(region, sectors.Regions.Count);
        var lookThrough = new double[sectors.Regions.Count];
        var faceValue = new double[sectors.Regions.Count];
        double weights = 0;
        foreach (SectorNumber buyer in industries.Select(i => sectors.SectorOf(region, i)))
        {
            double weight = _total.Table.Output[buyer];
            if (weight == 0 || LookThrough(buyer, buyer) is null)
            {
                continue;
            }

            weights += weight;
            for (int i = 0; i < _total.Size; i++)
            {
                lookThrough[sectors.RegionNumberOf(new(i))] += weight * LookThrough(new(i), buyer)!.Value;
                faceValue[sectors.RegionNumberOf(new(i))] += weight * FaceValue(new(i), buyer)!.Value;
            }
        }

        return
        [
            .. Enumerable
                .Range(0, lookThrough.Length)
                .Select(r =>
                    weights == 0
                        ? new SourceShare(new(r), null, null)
                        : new SourceShare(new(r), lookThrough[r] / weights, faceValue[r] / weights)
                ),
        ];
    }

    /// <summary>
    /// l_kk − 1 as Σ_j a_kj l_jk, m_k − 1 likewise as Σ_i m_i a_ik: differences from 1 would lose the digits of small inputs. Unit: ratio.
    /// Shape: n.
    /// </summary>
    internal static double[] OwnTiers(TotalRequirements total)
    {
        int n = total.Size;
        ReadOnlySpan<double> direct = total.Direct.Values;
        ReadOnlySpan<double> inverse = total.Values;
        var tiers = new double[n];
        for (int j = 0; j < n; j++)
        {
            for (int k = 0; k < n; k++)
            {
                tiers[k] += direct[(k * n) + j] * inverse[(j * n) + k];
            }
        }

        return tiers;
    }

    private double?[] ByRegion(Func<int, int, double?> share)
    {
        int n = _total.Size;
        int regions = _total.Table.Sectors.Regions.Count;
        var shares = new double?[n * regions];
        for (int j = 0; j < n; j++)
        {
            bool isDefined = share(j, j) is not null;
            shares.AsSpan(j * regions, regions).Fill(isDefined ? 0 : null);
        }

        for (int i = 0; i < n; i++)
        {
            int region = _total.Table.Sectors.RegionNumberOf(new(i));
            for (int j = 0; j < n; j++)
            {
                shares[(j * regions) + region] += share(i, j);
            }
        }

        return shares;
    }
}

/// <summary>The share of one region in what another's industries need.</summary>
/// <param name="Region">Number of the source region.</param>
/// <param name="LookThrough">Through all tiers. Unit: share.</param>
/// <param name="FaceValue">In direct purchases. Unit: share.</param>
public sealed record SourceShare(RegionNumber Region, double? LookThrough, double? FaceValue)
{
    /// <summary>What direct purchases do not show. Unit: share.</summary>
    public double? Hidden => LookThrough - FaceValue;
}
