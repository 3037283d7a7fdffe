using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;

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

/// <summary>
/// One technology of an economy: dependence, feasibility and what rests on it side by side, and what they say to do.
/// </summary>
public sealed record WeakSpot
{
    /// <summary>The technology.</summary>
    public required Technology Technology { get; init; }

    /// <summary>How dependent.</summary>
    public required TechnologyDependence Dependence { get; init; }

    /// <summary>How feasible.</summary>
    public required TechnologyFeasibility Feasibility { get; init; }

    /// <summary>What is at stake with it, through the industry that carries it; null where that was not asked for.</summary>
    public TechnologyStake? Stake { get; init; }

    /// <summary>Its root leverage, through the industry that carries it; null where that was not asked for.</summary>
    public TechnologyRow? Leverage { get; init; }

    /// <summary>The class that carries it in the table, with its grade; null where the table has none.</summary>
    public IndustryCode? Carrier => Stake is { } stake ? stake.Carrier : Leverage?.Carrier;

    /// <summary>The part of an industry that was split off for it; null where it is seen through a whole industry.</summary>
    public BridgePart? Part => Stake is { } stake ? stake.Part : Leverage?.Part;

    /// <summary>
    /// How much rests on it: what is at stake, or root leverage where that was asked for instead. Unit: share of a year's final spending,
    /// or ratio; null where the table does not tell, as where it shows no imports of it.
    /// </summary>
    public double? Weight =>
        Stake is { } stake
            ? (stake.Status is CutStatus.Ok or CutStatus.Extrapolated ? stake.AtStakeShare : null)
            : Leverage?.Root?.Leverage;

    /// <summary>Whether its weight is at least the median of the technologies; null where it has none.</summary>
    public bool? RestsMuch { get; init; }

    /// <summary>Where the inputs of its carrier come from; null where the table does not tell.</summary>
    public InputOrigins? Inputs { get; init; }

    /// <summary>
    /// What stands on it along weighted links (<see cref="BuildOrder"/>). Unit: share of a year's final spending, or of what the lens
    /// loses; null where it has no carrier.
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
/// <param name="Inputs">Origins of inputs by technology.</param>
/// <param name="Bridge">The bridge that the ranked table was split by; null where it was not split.</param>
public sealed record WeakSpotContext(IReadOnlyDictionary<string, InputOrigins> Inputs, TechnologyBridge? Bridge = null)
{
    /// <summary>What is at stake with the products that carry technologies; null for none.</summary>
    public StakeRanking? Stake { get; init; }

    /// <summary>How sure that is; null where no bands were made.</summary>
    public StakeBands? Bands { get; init; }

    /// <summary>The root ranking of the economy, whose leverage counts where nothing is at stake; null for none.</summary>
    public RootRanking? Ranking { get; init; }
}

/// <summary>The weak spots of an economy: every technology of the catalogue with its cells.</summary>
public static class WeakSpotMatrix
{
    /// <summary>Builds the matrix.</summary>
    /// <param name="catalogue">The technologies.</param>
    /// <param name="dependence">The dependence of each.</param>
    /// <param name="feasibility">The feasibility of each.</param>
    /// <param name="context">Rankings and origins of inputs.</param>
    /// <returns>Those to build first come first, in that order; then those that are dependent without a place, those that are not known,
    /// and those to watch, each by what rests on it.</returns>
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
        IReadOnlyDictionary<string, TechnologyStake>? stakes = context.Stake is { } ranking
            ? TechnologyStake.Of(ranking, context.Bands, catalogue, context.Bridge)
            : null;
        IReadOnlyList<TechnologyRow> ranked =
            stakes is null && context.Ranking is { } older ? TechnologyRanking.Of(older, catalogue, context.Bridge) : [];
        IReadOnlyDictionary<string, double> scores =
            stakes is not null ? BuildOrder.Of(context.Stake!, stakes, catalogue)
            : context.Ranking is { } root ? BuildOrder.Of(root, ranked, catalogue)
            : new Dictionary<string, double>();
        WeakSpot[] weighed =
        [
            .. catalogue.Technologies.Select(t => new WeakSpot
            {
                Technology = t,
                Dependence = dependence(t),
                Feasibility = feasibility(t),
                Stake = stakes?[t.Id],
                Leverage = ranked.FirstOrDefault(r => r.Technology == t),
                Inputs = context.Inputs.GetValueOrDefault(t.Id),
                Supported = scores.TryGetValue(t.Id, out double score) ? score : null,
            }),
        ];
        double[] weights = [.. weighed.Select(s => s.Weight).OfType<double>().Order()];
        double median = weights.Length == 0 ? 0 : weights[weights.Length / 2];
        WeakSpot[] spots = [.. weighed.Select(s => Judged(s, s.Weight is { } weight ? weight >= median : null))];
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
                .ThenByDescending(s => s.Weight ?? double.NegativeInfinity)
                .ThenBy(s => s.Technology.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The corners that dependence, feasibility and what rests on a technology leave open.</summary>
    /// <param name="isDependent">Whether the economy depends on the technology; null where it is not known.</param>
    /// <param name="isFeasible">Whether it is near to what the economy makes.</param>
    /// <param name="restsMuch">Whether much rests on it.</param>
    public static IReadOnlyList<Corner> CornersOf(bool? isDependent, bool? isFeasible, bool? restsMuch)
    {
        if (isDependent != true)
        {
            return isDependent is null ? [] : [Corner.Watch];
        }

        Corner[] far = restsMuch switch
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

    private static WeakSpot Judged(WeakSpot spot, bool? restsMuch) =>
        spot with
        {
            RestsMuch = restsMuch,
            Corners = CornersOf(spot.Dependence.IsDependent, spot.Feasibility.IsFeasible, restsMuch),
        };
}
