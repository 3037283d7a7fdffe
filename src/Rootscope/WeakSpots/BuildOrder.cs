using Rootscope.Accounts;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Stake;
using Rootscope.Tables;

namespace Rootscope.WeakSpots;

/// <summary>What stands on each technology through the technologies it goes into: the order in which to build first.</summary>
/// <remarks>
/// s = b + W b + W² b + …, where b is what is at stake with the technology, or its loss under a lens (of its carrying industry, times
/// purity) and W, along the links of the catalogue alone, what a unit of the downstream industry needs directly of the upstream one, times
/// purity; of what is at stake, capital goods that it uses up in a year among them. Links of real technologies are cyclic, so counting how
/// many others a technology reaches says nothing; the series has a limit because W stays below direct requirements. Purities are the
/// middles of the grades. Unit: share of a year's final spending, or of what the lens loses. Cost: a few hundred passes over the links.
/// </remarks>
internal static class BuildOrder
{
    private const int MostPasses = 10_000;
    private const double Negligible = 1e-15;

    /// <summary>The score of each technology by what is at stake with it.</summary>
    /// <param name="ranking">The ranking of the economy.</param>
    /// <param name="technologies">The stake of each technology by identifier.</param>
    /// <param name="catalogue">The links.</param>
    /// <returns>
    /// Share of a year's final spending, by identifier; technologies without a carrier or without a figure are absent.
    /// </returns>
    public static IReadOnlyDictionary<string, double> Of(
        StakeRanking ranking,
        IReadOnlyDictionary<string, TechnologyStake> technologies,
        TechnologyCatalogue catalogue
    )
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(technologies);
        return Of(
            ranking.Inputs.Support,
            technologies
                .Where(t => t.Value is { AtStakeShare: not null, Carrier: not null, Product: not null })
                .ToDictionary(
                    t => t.Key,
                    t => new Step(t.Value.Product!.Value, TechnologyProduct.PurityOf(t.Value.Carrier!.Grade), t.Value.AtStakeShare!.Value),
                    StringComparer.Ordinal
                ),
            catalogue
        );
    }

    /// <summary>The score of each technology by its loss under a lens.</summary>
    /// <param name="ranking">The root ranking of the economy.</param>
    /// <param name="technologies">The same by technology.</param>
    /// <param name="catalogue">The links.</param>
    /// <returns>Share of what the lens loses, by identifier; technologies without a carrier or without a loss are absent.</returns>
    public static IReadOnlyDictionary<string, double> Of(
        RootRanking ranking,
        IReadOnlyList<TechnologyRow> technologies,
        TechnologyCatalogue catalogue
    )
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(technologies);
        return Of(
            ranking.Table,
            technologies
                .Where(t => t.Root?.Loss is not null)
                .ToDictionary(
                    t => t.Technology.Id,
                    t => new Step(t.Root!.Product, TechnologyProduct.PurityOf(t.Carrier!.Grade), t.Root.Loss!.Value),
                    StringComparer.Ordinal
                ),
            catalogue
        );
    }

    /// <summary>One technology along the links.</summary>
    /// <param name="Product">Number of its carrier.</param>
    /// <param name="Purity">How much of the carrier it is. Unit: share.</param>
    /// <param name="Loss">What is lost with the carrier.</param>
    private sealed record Step(IndustryNumber Product, double Purity, double Loss);

    private static Dictionary<string, double> Of(FlowTable table, Dictionary<string, Step> rows, TechnologyCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var direct = DirectRequirements.Of(table, InputOrigin.All);
        (string Up, string Down, double Weight)[] links =
        [
            .. catalogue
                .Links.Where(l => rows.ContainsKey(l.Upstream.Id) && rows.ContainsKey(l.Downstream.Id))
                .Select(l => (l.Upstream.Id, l.Downstream.Id, WeightOf(rows[l.Upstream.Id], rows[l.Downstream.Id], direct))),
        ];
        var scores = rows.ToDictionary(r => r.Key, r => r.Value.Loss * r.Value.Purity, StringComparer.Ordinal);
        var step = new Dictionary<string, double>(scores, StringComparer.Ordinal);
        for (int pass = 0; pass < MostPasses && step.Values.Any(v => v > Negligible); pass++)
        {
            var next = step.Keys.ToDictionary(k => k, _ => 0.0, StringComparer.Ordinal);
            foreach ((string up, string down, double weight) in links)
            {
                next[up] += weight * step[down];
            }

            foreach ((string id, double value) in next)
            {
                scores[id] += value;
            }

            step = next;
        }

        return scores;
    }

    private static double WeightOf(Step up, Step down, DirectRequirements direct) =>
        Math.Max(0, direct.Values[(up.Product * direct.Size) + down.Product]) * up.Purity;
}
