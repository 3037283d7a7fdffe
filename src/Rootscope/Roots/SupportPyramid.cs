using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Roots;

/// <summary>An industry that stands on a root.</summary>
/// <param name="Industry">Its number.</param>
/// <param name="Tier">Steps of the shortest path that is strong enough.</param>
/// <param name="Strength">Product of input shares along that path: money of the root's product, by way of it, per unit of money of output.
/// Unit: ratio.</param>
/// <param name="ValueAdded">Its value added. Unit: the table's money.</param>
/// <param name="Path">The path, from the root to the industry.</param>
/// <param name="Carried">The root's product, from home and abroad, that reaches the industry's output by that path: strength times output.
/// Unit: the table's money.</param>
public sealed record SupportedIndustry(
    SectorNumber Industry,
    int Tier,
    double Strength,
    double ValueAdded,
    IReadOnlyList<SectorNumber> Path,
    double Carried
);

/// <summary>One tier of the support pyramid.</summary>
/// <param name="Tier">Number of purchases between the root and this tier; 0 is the root itself.</param>
/// <param name="Carried">The root's own sales carried through that many purchases, x_k e_k' B^t. Unit: the table's money. Shrinks with the
/// tier.</param>
/// <param name="Supported">Value added of the industries whose shortest strong path has that many steps. Unit: the table's money.</param>
/// <param name="Industries">Those industries, largest value added first.</param>
public sealed record PyramidTier(int Tier, double Carried, double Supported, IReadOnlyList<SupportedIndustry> Industries);

/// <summary>What stands on one product: its sales shrink from tier to tier, the value added that rests on them grows.</summary>
/// <remarks>
/// Carried goes through the domestic allocation B = z_d / x. Supported counts an industry once, at the fewest steps for which the strongest
/// path of exactly that many input shares a_ij = z / x (home and imported inputs) is at least <see cref="Threshold"/>. The root itself is
/// not counted. Cost: n² a tier.
/// </remarks>
public sealed class SupportPyramid
{
    /// <summary>The weakest path that counts as support: 0.1% of the cost of output.</summary>
    public const double Threshold = 0.001;

    private const int MostTiers = 12;

    private SupportPyramid(IReadOnlyList<PyramidTier> tiers, double supportedShare)
    {
        Tiers = tiers;
        SupportedShare = supportedShare;
    }

    /// <summary>The tiers from the root (0) upwards, as far as any industry is newly supported.</summary>
    public IReadOnlyList<PyramidTier> Tiers { get; }

    /// <summary>Value added of all supported industries over GDP. Unit: share.</summary>
    public double SupportedShare { get; }

    /// <summary>
    /// The largest supported industries by value added, each with the strongest of its shortest strong paths from the root.
    /// </summary>
    /// <param name="count">How many.</param>
    public IReadOnlyList<SupportedIndustry> Largest(int count) =>
        [.. Tiers.SelectMany(t => t.Industries).OrderByDescending(s => s.ValueAdded).ThenBy(s => s.Industry).Take(count)];

    /// <summary>Builds the pyramid of a product.</summary>
    /// <param name="table">A table of one region.</param>
    /// <param name="product">Number of the product.</param>
    public static SupportPyramid Of(FlowTable table, SectorNumber product)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegative(product.Value, nameof(product));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(product, table.Size);
        double[] valueAdded = TableTotals.ValueAdded(table);
        double[] carried = CarriedByTier(table, product);
        List<SupportedIndustry> supported = Supported(table, product, valueAdded);
        int last = supported.Count == 0 ? 0 : supported.Max(s => s.Tier);
        var tiers = new List<PyramidTier>();
        for (int t = 0; t <= last; t++)
        {
            SupportedIndustry[] here = [.. supported.Where(s => s.Tier == t).OrderByDescending(s => s.ValueAdded).ThenBy(s => s.Industry)];
            tiers.Add(new PyramidTier(t, carried[t], here.Sum(s => s.ValueAdded), here));
        }

        return new SupportPyramid(tiers, supported.Sum(s => s.ValueAdded) / valueAdded.Sum());
    }

    private static double[] CarriedByTier(FlowTable table, int product)
    {
        int n = table.Size;
        double[] domestic = DomesticFlows.Of(table);
        var tiers = new double[MostTiers + 1];
        var flow = new double[n];
        flow[product] = table.Output[product];
        for (int t = 0; t <= MostTiers; t++)
        {
            tiers[t] = flow.Sum();
            var next = new double[n];
            for (int i = 0; i < n; i++)
            {
                double scale = table.Output[i] > 0 ? flow[i] / table.Output[i] : 0;
                for (int j = 0; j < n && scale != 0; j++)
                {
                    next[j] += scale * domestic[(i * n) + j];
                }
            }

            flow = next;
        }

        return tiers;
    }

    private static List<SupportedIndustry> Supported(FlowTable table, int product, double[] valueAdded)
    {
        int n = table.Size;
        var supported = new List<SupportedIndustry>();
        var counted = new bool[n];
        counted[product] = true;
        var strength = new double[n];
        strength[product] = 1;
        var from = new int[MostTiers + 1][];
        for (int t = 1; t <= MostTiers; t++)
        {
            from[t] = new int[n];
            strength = Strongest(table, strength, from[t]);
            for (int j = 0; j < n; j++)
            {
                if (!counted[j] && strength[j] >= Threshold)
                {
                    counted[j] = true;
                    supported.Add(
                        new SupportedIndustry(new(j), t, strength[j], valueAdded[j], Trace(from, t, j), strength[j] * table.Output[j])
                    );
                }
            }
        }

        return supported;
    }

    /// <summary>The strongest path of one more step to every industry.</summary>
    private static double[] Strongest(FlowTable table, double[] before, int[] from)
    {
        int n = before.Length;
        var next = new double[n];
        for (int i = 0; i < n; i++)
        {
            if (before[i] <= 0)
            {
                continue;
            }

            ReadOnlySpan<double> sales = table.SalesOf(new(i));
            for (int j = 0; j < n; j++)
            {
                double candidate = table.Output[j] > 0 ? before[i] * sales[j] / table.Output[j] : 0;
                if (candidate > next[j])
                {
                    next[j] = candidate;
                    from[j] = i;
                }
            }
        }

        return next;
    }

    private static SectorNumber[] Trace(int[][] from, int tier, int industry)
    {
        var path = new SectorNumber[tier + 1];
        path[tier] = new(industry);
        for (int t = tier; t > 0; t--)
        {
            path[t - 1] = new(from[t][path[t]]);
        }

        return path;
    }
}
