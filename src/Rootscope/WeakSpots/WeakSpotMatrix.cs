using Rootscope.Catalogue;
using Rootscope.Roots;

namespace Rootscope.WeakSpots;

/// <summary>What to do about a technology.</summary>
public enum Corner
{
    /// <summary>Dependent, and near to what is made already: build now.</summary>
    BuildNow,

    /// <summary>Dependent, far off, and much rests on it: build with partners.</summary>
    Partner,

    /// <summary>Dependent, far off, and less rests on it: hold stocks and second sources.</summary>
    Stockpile,

    /// <summary>Not dependent: watch.</summary>
    Watch,
}

/// <summary>One technology of an economy: dependence, feasibility and leverage side by side, and what they say to do.</summary>
public sealed record WeakSpot
{
    /// <summary>The technology.</summary>
    public required Technology Technology { get; init; }

    /// <summary>How dependent.</summary>
    public required TechnologyDependence Dependence { get; init; }

    /// <summary>How feasible.</summary>
    public required TechnologyFeasibility Feasibility { get; init; }

    /// <summary>How much rests on it, through the industry that carries it; null where no ranking was asked for.</summary>
    public TechnologyRow? Leverage { get; init; }

    /// <summary>Whether its leverage is at least the median of the technologies; null where it has none.</summary>
    public bool? IsHighLeverage { get; init; }

    /// <summary>Where the inputs of its carrier come from; null where the table does not tell.</summary>
    public InputOrigins? Inputs { get; init; }

    /// <summary>
    /// What stands on it along weighted links (<see cref="BuildOrder"/>). Unit: share of what the lens loses; null where it has no carrier.
    /// </summary>
    public double? Supported { get; init; }

    /// <summary>The place in the order of building, from 1; null for technologies that need no building or have no figure.</summary>
    public int? BuildFirst { get; init; }

    /// <summary>The corners that the figures leave open: one where it is decided, none where the dependence is not known.</summary>
    public IReadOnlyList<Corner> Corners { get; init; } = [];

    /// <summary>The corner; null where figures are missing.</summary>
    public Corner? Corner => Corners.Count == 1 ? Corners[0] : null;
}

/// <summary>What the matrix is made from, beside dependence and feasibility.</summary>
/// <param name="Ranking">The root ranking of the economy; null for none.</param>
/// <param name="Inputs">Origins of inputs by technology.</param>
/// <param name="Bridge">The bridge that the ranked table was split by; null where it was not split.</param>
public sealed record WeakSpotContext(
    RootRanking? Ranking,
    IReadOnlyDictionary<string, InputOrigins> Inputs,
    TechnologyBridge? Bridge = null
);

/// <summary>The weak spots of an economy: every technology of the catalogue with its cells.</summary>
public static class WeakSpotMatrix
{
    /// <summary>Builds the matrix.</summary>
    /// <param name="catalogue">The technologies.</param>
    /// <param name="dependence">The dependence of each.</param>
    /// <param name="feasibility">The feasibility of each.</param>
    /// <param name="context">Ranking and origins of inputs.</param>
    /// <returns>Those to build first come first, in that order; then those that are dependent without a place, those that are not known,
    /// and those to watch, each by leverage.</returns>
    public static IReadOnlyList<WeakSpot> Of(
        TechnologyCatalogue catalogue,
        Func<Technology, TechnologyDependence> dependence,
        Func<Technology, TechnologyFeasibility> feasibility,
        WeakSpotContext context
    )
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(dependence);
        ArgumentNullException.ThrowIfNull(feasibility);
        ArgumentNullException.ThrowIfNull(context);
        IReadOnlyList<TechnologyRow> ranked = context.Ranking is null ? [] : TechnologyRanking.Of(context.Ranking, catalogue, context.Bridge);
        IReadOnlyDictionary<string, double> scores = context.Ranking is null
            ? new Dictionary<string, double>()
            : BuildOrder.Of(context.Ranking, ranked, catalogue);
        double[] leverages = [.. ranked.Select(r => r.Root?.Leverage).OfType<double>().Order()];
        double median = leverages.Length == 0 ? 0 : leverages[leverages.Length / 2];
        WeakSpot[] spots =
        [
            .. catalogue.Technologies.Select(t =>
                Spot(t, dependence(t), feasibility(t), ranked.FirstOrDefault(r => r.Technology == t), median, scores, context)
            ),
        ];
        string[] order =
        [
            .. spots
                .Where(s => s.Dependence.IsDependent == true && s.Supported is not null)
                .OrderByDescending(s => s.Supported)
                .ThenBy(s => s.Technology.Id, StringComparer.Ordinal)
                .Select(s => s.Technology.Id),
        ];
        return
        [
            .. spots
                .Select(s => s with { BuildFirst = Array.IndexOf(order, s.Technology.Id) is >= 0 and var place ? place + 1 : null })
                .OrderBy(s => s.BuildFirst ?? int.MaxValue)
                .ThenBy(s =>
                    s.Dependence.IsDependent switch
                    {
                        true => 0,
                        null => 1,
                        false => 2,
                    }
                )
                .ThenByDescending(s => s.Leverage?.Root?.Leverage ?? double.NegativeInfinity)
                .ThenBy(s => s.Technology.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The corners that dependence, feasibility and leverage leave open.</summary>
    /// <param name="isDependent">Whether the economy depends on the technology; null where it is not known.</param>
    /// <param name="isFeasible">Whether it is near to what the economy makes.</param>
    /// <param name="isHighLeverage">Whether much rests on it.</param>
    public static IReadOnlyList<Corner> CornersOf(bool? isDependent, bool? isFeasible, bool? isHighLeverage)
    {
        if (isDependent != true)
        {
            return isDependent is null ? [] : [Corner.Watch];
        }

        Corner[] far = isHighLeverage switch
        {
            true => [Corner.Partner],
            false => [Corner.Stockpile],
            _ => [Corner.Partner, Corner.Stockpile],
        };
        return isFeasible switch
        {
            true => [Corner.BuildNow],
            false => far,
            _ => [Corner.BuildNow, .. far],
        };
    }

    private static WeakSpot Spot(
        Technology technology,
        TechnologyDependence dependence,
        TechnologyFeasibility feasibility,
        TechnologyRow? row,
        double median,
        IReadOnlyDictionary<string, double> scores,
        WeakSpotContext context
    )
    {
        bool? isHigh = row?.Root?.Leverage is { } leverage ? leverage >= median : null;
        return new WeakSpot
        {
            Technology = technology,
            Dependence = dependence,
            Feasibility = feasibility,
            Leverage = row,
            IsHighLeverage = isHigh,
            Inputs = context.Inputs.GetValueOrDefault(technology.Id),
            Supported = scores.TryGetValue(technology.Id, out double score) ? score : null,
            Corners = CornersOf(dependence.IsDependent, feasibility.IsFeasible, isHigh),
        };
    }
}
