using System.Globalization;
using Rootscope.Shocks.Lenses.Cascade.Risk;
using Rootscope.Tables;

namespace Rootscope.Roots;

/// <summary>What stops when a product is gone and every purchase is essential: all who buy it, all who buy from those, and so on.</summary>
/// <remarks>
/// No stocks, no prices, no substitutes. In a table of many flows nearly everyone buys from nearly everyone in the end, so nearly every
/// product stops nearly everything, and the figure says nothing about the product. That is detected, and the ranking refused with the
/// reason. Source of the warning: any Leontief production network; the ratings of Pichler et al. (2022) were made because of it. Cost:
/// n³/64 operations on words of bits.
/// </remarks>
public sealed class RigidCascade
{
    /// <summary>Reaches within this share of value added are the same.</summary>
    private const double SameReach = 0.01;

    private const double ShareOfRigid = 0.5;

    /// <summary>Among a handful of products half may be alike by chance.</summary>
    private const int FewestRanked = 5;

    private readonly double[] _reach;

    private RigidCascade(double[] reach, double largestGroup, double commonReach)
    {
        _reach = reach;
        LargestGroup = largestGroup;
        CommonReach = commonReach;
    }

    /// <summary>Value added of the industries that stop, the product's own included, by product. Unit: share of all value added.</summary>
    public IReadOnlyList<double> Reach => _reach;

    /// <summary>The share of products that have the same reach, within 0.01. Unit: share of products.</summary>
    public double LargestGroup { get; }

    /// <summary>That reach. Unit: share of value added.</summary>
    public double CommonReach { get; }

    /// <summary>Whether products can be ranked by it: whether less than half of them reach the same.</summary>
    public bool CanRank => LargestGroup < ShareOfRigid;

    /// <summary>Why it is no ranking; null where it is one.</summary>
    public string? Refusal =>
        CanRank
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{LargestGroup * 100:0}% of products stop the same {CommonReach * 100:0}% of value added: where every purchase is "
                    + $"essential, everything reaches everything, and nothing is ranked."
            );

    /// <summary>
    /// Why losses of a cascade are no ranking: at least half of the products cost about the same as the costliest. Null where they are one.
    /// </summary>
    /// <param name="losses">What each product's cut costs. Unit: share.</param>
    public static string? RefusalOf(IReadOnlyList<double> losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        double highest = losses.DefaultIfEmpty(0).Max();
        double[] alike = [.. losses.Where(l => l >= (1 - RiskPlateau.Width) * highest)];
        return !(highest > 0) || losses.Count < FewestRanked || alike.Length < ShareOfRigid * losses.Count
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{alike.Length * 100.0 / losses.Count:0}% of products cost about the same, {alike.Min() * 100:0.0}% to "
                    + $"{highest * 100:0.0}% of value added: with inputs this essential everything reaches everything, whichever product "
                    + $"fails, and nothing is ranked. Take milder ratings (those that hold all inputs important count every input by its "
                    + $"share), or another lens."
            );
    }

    /// <summary>
    /// Why reaches are no ranking: at least half of the products reach about as far as the one that reaches furthest. Null where they are
    /// one.
    /// </summary>
    /// <param name="reaches">How far each product reaches. Unit: share of value added.</param>
    public static string? RefusalOfReach(IReadOnlyList<double> reaches)
    {
        ArgumentNullException.ThrowIfNull(reaches);
        double highest = reaches.DefaultIfEmpty(0).Max();
        int alike = reaches.Count(r => r >= highest - SameReach);
        return highest <= SameReach || reaches.Count < FewestRanked || alike < ShareOfRigid * reaches.Count
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{alike * 100.0 / reaches.Count:0}% of products reach about as far as any, {highest * 100:0.0}% of value added: "
                    + $"everything reaches everything, so that reach ranks nothing. Sort by another measure, such as leverage."
            );
    }

    /// <summary>Follows every purchase of a table of one region.</summary>
    /// <param name="table">The table.</param>
    /// <param name="leastShare">The share of a buyer's output from which a purchase counts. Unit: ratio; 0 counts all.</param>
    public static RigidCascade Of(FlowTable table, double leastShare = 0)
    {
        ArgumentNullException.ThrowIfNull(table);
        int n = table.Size;
        int words = (n + 63) / 64;
        var stops = new ulong[n * words];
        for (int i = 0; i < n; i++)
        {
            stops[(i * words) + (i / 64)] |= 1UL << (i % 64);
            for (int j = 0; j < n; j++)
            {
                double flow = table.Flows[(i * n) + j];
                if (flow > 0 && flow >= leastShare * table.Output[j])
                {
                    stops[(i * words) + (j / 64)] |= 1UL << (j % 64);
                }
            }
        }

        Close(stops, n, words);
        double[] reach = ReachOf(stops, TableTotals.ValueAdded(table), words);
        (double group, double common) = Largest(reach);
        return new RigidCascade(reach, group, common);
    }

    /// <summary>Warshall's transitive closure, a row of bits at a time.</summary>
    private static void Close(ulong[] stops, int n, int words)
    {
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < n; i++)
            {
                if ((stops[(i * words) + (k / 64)] >> (k % 64) & 1) == 1)
                {
                    for (int w = 0; w < words; w++)
                    {
                        stops[(i * words) + w] |= stops[(k * words) + w];
                    }
                }
            }
        }
    }

    private static double[] ReachOf(ulong[] stops, double[] valueAdded, int words)
    {
        double total = valueAdded.Sum(v => Math.Max(0, v));
        var reach = new double[valueAdded.Length];
        for (int i = 0; i < reach.Length; i++)
        {
            for (int j = 0; j < reach.Length; j++)
            {
                reach[i] += (stops[(i * words) + (j / 64)] >> (j % 64) & 1) == 1 ? Math.Max(0, valueAdded[j]) : 0;
            }

            reach[i] = total > 0 ? reach[i] / total : 0;
        }

        return reach;
    }

    private static (double Share, double Reach) Largest(double[] reach)
    {
        double best = 0,
            common = 0;
        foreach (double at in reach)
        {
            double same = reach.Count(r => Math.Abs(r - at) <= SameReach / 2) / (double)reach.Length;
            (best, common) = same > best ? (same, at) : (best, common);
        }

        return (best, common);
    }
}
