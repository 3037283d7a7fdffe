using Rootscope.Catalogue;
using Rootscope.Complexity;

namespace Rootscope.WeakSpots;

/// <summary>A product at some distance from a technology.</summary>
/// <param name="Product">Code of the product.</param>
/// <param name="Proximity">How often it is made where the technology's product is. Unit: share.</param>
/// <param name="To">Code of the technology's product that it is nearest to.</param>
public sealed record NearProduct(string Product, double Proximity, string To);

/// <summary>How near a technology is to what an economy makes already.</summary>
/// <remarks>
/// For each product of the technology: 1 where the economy has an advantage in it, otherwise the share of the products it does not make
/// around which its density is lower. The mean over products is weighted by world exports and purity. Unlike a bare density it does not
/// grow with the size of the economy. The band is that of advantages at 0.75, 1 and 1.25.
/// </remarks>
public sealed record TechnologyFeasibility
{
    /// <summary>A technology counts as feasible from here: nearer than half of what the economy does not make. Unit: share.</summary>
    public const double Feasible = 0.5;

    private const int Named = 5;

    /// <summary>What it rests on.</summary>
    public required SpotStatus Status { get; init; }

    /// <summary>The nearness. Unit: share; null without data.</summary>
    public double? Score { get; init; }

    /// <summary>Lower end of the band. Unit: share; null without data.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the band. Unit: share; null without data.</summary>
    public double? High { get; init; }

    /// <summary>Mean density around its products, weighted alike. Unit: share; null without data.</summary>
    public double? Density { get; init; }

    /// <summary>
    /// Share of its world exports, weighted by purity, in products in which the economy has an advantage already; null without data.
    /// </summary>
    public double? MadeShare { get; init; }

    /// <summary>Whether it is feasible; null without data.</summary>
    public bool? IsFeasible => Score is { } score ? score >= Feasible : null;

    /// <summary>What the economy makes already that is nearest to products of the technology which it does not make.</summary>
    public IReadOnlyList<NearProduct> Leads { get; init; } = [];

    /// <summary>What it does not make and is nearest to them: the missing capabilities.</summary>
    public IReadOnlyList<NearProduct> Missing { get; init; } = [];

    /// <summary>Why there is no figure, as a sentence; empty where there is one.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The feasibility of a technology for an economy.</summary>
    /// <param name="economy">Code of the economy.</param>
    /// <param name="codes">The classes that hold the technology, in the edition of the exports.</param>
    /// <param name="profiles">The same exports at several thresholds, the central one first; empty where there are none.</param>
    /// <param name="without">Why there are no profiles, as a sentence; null where nobody gave exports.</param>
    public static TechnologyFeasibility Of(
        string economy,
        IReadOnlyList<IndustryCode> codes,
        IReadOnlyList<ComplexityProfile> profiles,
        string? without = null
    )
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(profiles);
        if (profiles.Count == 0)
        {
            return Without(without ?? "Bring exports by country and product, or trade between economies.");
        }

        if (codes.Count == 0)
        {
            return Without("No class of goods holds it.");
        }

        (double Score, double Density, double Made, bool IsPure)?[] scores = [.. profiles.Select(p => ScoreOf(economy, codes, p))];
        if (scores[0] is not { } central)
        {
            return Without(
                IndexOf(profiles[0].Advantage.Countries, economy) < 0
                    ? $"{economy} is not among the countries that are compared."
                    : "Nobody sells its products in these data: their codes may belong to another edition."
            );
        }

        return new TechnologyFeasibility
        {
            Status = central.IsPure ? SpotStatus.Measured : SpotStatus.Proxy,
            Score = central.Score,
            Density = central.Density,
            MadeShare = central.Made,
            Low = scores.OfType<(double Score, double, double, bool)>().Min(s => s.Score),
            High = scores.OfType<(double Score, double, double, bool)>().Max(s => s.Score),
            Leads = Near(economy, codes, profiles[0], isMade: true),
            Missing = Near(economy, codes, profiles[0], isMade: false),
        };
    }

    private static TechnologyFeasibility Without(string reason) => new() { Status = SpotStatus.NoData, Reason = reason };

    private static (double Score, double Density, double Made, bool IsPure)? ScoreOf(
        string economy,
        IReadOnlyList<IndustryCode> codes,
        ComplexityProfile profile
    )
    {
        AdvantageMatrix matrix = profile.Advantage;
        int country = IndexOf(matrix.Countries, economy);
        if (country < 0)
        {
            return null;
        }

        double[] absent =
        [
            .. Enumerable
                .Range(0, matrix.Products.Count)
                .Where(p => !matrix[new(country), new(p)])
                .Select(p => profile.Density[new(country), new(p)]!.Value)
                .Order(),
        ];
        (double score, double density, double made, double weights, bool isPure) = (0, 0, 0, 0, false);
        foreach (IndustryCode code in codes)
        {
            int product = IndexOf(matrix.Products, code.Code);
            if (product < 0)
            {
                continue;
            }

            double weight = profile.Exports.ProductTotals[matrix.ProductNumbers[product]] * TechnologyProduct.PurityOf(code.Grade);
            double near = profile.Density[new(country), new(product)]!.Value;
            isPure |= code.Grade != PurityGrade.C;
            weights += weight;
            density += weight * near;
            made += matrix[new(country), new(product)] ? weight : 0;
            score += weight * (matrix[new(country), new(product)] ? 1 : Below(absent, near));
        }

        return weights > 0 ? (score / weights, density / weights, made / weights, isPure) : null;
    }

    /// <summary>The share of sorted values that are smaller.</summary>
    private static double Below(double[] sorted, double value)
    {
        int at = Array.BinarySearch(sorted, value);
        at = at < 0 ? ~at : at;
        while (at > 0 && sorted[at - 1] == value)
        {
            at--;
        }

        return (double)at / sorted.Length;
    }

    private static NearProduct[] Near(string economy, IReadOnlyList<IndustryCode> codes, ComplexityProfile profile, bool isMade)
    {
        AdvantageMatrix matrix = profile.Advantage;
        int country = IndexOf(matrix.Countries, economy);
        var proximity = Proximity.Of(matrix);
        int[] own = [.. codes.Select(c => IndexOf(matrix.Products, c.Code)).Where(p => p >= 0)];
        int[] targets = [.. own.Where(p => !matrix[new(country), new(p)])];
        return targets.Length == 0
            ? []
            :
            [
                .. Enumerable
                    .Range(0, matrix.Products.Count)
                    .Where(p => !own.Contains(p) && matrix[new(country), new(p)] == isMade)
                    .Select(p => (Product: p, To: targets.MaxBy(t => proximity[new(p), new(t)])))
                    .Select(n => new NearProduct(matrix.Products[n.Product], proximity[new(n.Product), new(n.To)], matrix.Products[n.To]))
                    .Where(n => n.Proximity > 0)
                    .OrderByDescending(n => n.Proximity)
                    .ThenBy(n => n.Product, StringComparer.Ordinal)
                    .Take(Named),
            ];
    }

    private static int IndexOf(IReadOnlyList<string> codes, string code)
    {
        for (int i = 0; i < codes.Count; i++)
        {
            if (string.Equals(codes[i], code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
