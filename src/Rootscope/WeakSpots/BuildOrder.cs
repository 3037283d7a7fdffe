using Rootscope.Accounts;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Tables;

namespace Rootscope.WeakSpots;

/// <summary>What stands on each technology through the technologies it goes into: the order in which to build first.</summary>
/// <remarks>
/// s = b + W b + W² b + …, where b is the loss when supply of the technology is cut (of its carrying industry, times purity) and W, along
/// the links of the catalogue alone, what a unit of the downstream industry needs directly of the upstream one, times purity. Links of real
/// technologies are cyclic, so counting how many others a technology reaches says nothing; the series has a limit because W stays below
/// direct requirements. Purities are the middles of the grades. Unit: share of what the lens loses. Cost: a few hundred passes over the
/// links.
/// </remarks>
internal static class BuildOrder
{
    private const int MostPasses = 10_000;
    private const double Negligible = 1e-15;

    /// <summary>The score of each technology that has figures.</summary>
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
        ArgumentNullException.ThrowIfNull(catalogue);
        var rows = technologies.Where(t => t.Root?.Loss is not null).ToDictionary(t => t.Technology.Id, StringComparer.Ordinal);
        var direct = DirectRequirements.Of(ranking.Table, InputOrigin.All);
        (string Up, string Down, double Weight)[] links =
        [
            .. catalogue
                .Links.Where(l => rows.ContainsKey(l.Upstream.Id) && rows.ContainsKey(l.Downstream.Id))
                .Select(l => WeightOf(rows[l.Upstream.Id], rows[l.Downstream.Id], direct)),
        ];
        var scores = rows.ToDictionary(
            r => r.Key,
            r => r.Value.Root!.Loss!.Value * TechnologyProduct.PurityOf(r.Value.Carrier!.Grade),
            StringComparer.Ordinal
        );
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

    private static (string Up, string Down, double Weight) WeightOf(TechnologyRow up, TechnologyRow down, DirectRequirements direct)
    {
        double requirement = Math.Max(0, direct.Values[(up.Root!.Product * direct.Size) + down.Root!.Product]);
        return (up.Technology.Id, down.Technology.Id, requirement * TechnologyProduct.PurityOf(up.Carrier!.Grade));
    }
}
