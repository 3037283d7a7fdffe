using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Tables;

namespace Rootscope.WeakSpots;

/// <summary>What is at stake with one technology: the figures of the part or the industry that carries it.</summary>
/// <remarks>
/// The same bits as the carrier's row of the ranking, whichever other products were cut beside it. Where the technology is a small part of
/// its carrier, the grade says so roughly: the figures are the carrier's.
/// </remarks>
public sealed record TechnologyStake
{
    /// <summary>The class that carries it, with its grade; null where the table has none.</summary>
    public required IndustryCode? Carrier { get; init; }

    /// <summary>The part of an industry that was split off for it; null where it is seen through a whole industry.</summary>
    public BridgePart? Part { get; init; }

    /// <summary>Number of the carrier in the table; null where there is none.</summary>
    public IndustryNumber? Product { get; init; }

    /// <summary>
    /// What is lost until the supply that is missing is replaced. Unit: share of a year's final spending; null where
    /// <see cref="Status"/> says why.
    /// </summary>
    public double? AtStakeShare { get; init; }

    /// <summary>The same in money. Unit: the table's money.</summary>
    public double? AtStake { get; init; }

    /// <summary>How sure that is, where bands were made. Unit: share of a year's final spending.</summary>
    public Band? Band { get; init; }

    /// <summary>Years until it is replaced. Unit: years.</summary>
    public double? YearsToReplace { get; init; }

    /// <summary>Money lost per unit of money of yearly supply cut. Unit: ratio.</summary>
    public double? Leverage { get; init; }

    /// <summary>
    /// Whether the figures hold: <see cref="CutStatus.NoUse"/> where the table shows no such supply of it (no imports, where they are cut),
    /// <see cref="CutStatus.NotRepresented"/> where no industry carries it.
    /// </summary>
    public CutStatus Status { get; init; } = CutStatus.NotRepresented;

    /// <summary>The products of a table that carry technologies, each once, in table order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="catalogue">The technologies and the classes that carry them.</param>
    /// <param name="bridge">The bridge that the table was split by; null where it was not split.</param>
    public static IReadOnlyList<IndustryNumber> CarriersIn(FlowTable table, TechnologyCatalogue catalogue, TechnologyBridge? bridge)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(catalogue);
        return
        [
            .. catalogue
                .Technologies.Select(t => TechnologyRanking.CarrierOf(t, table, catalogue, bridge))
                .OfType<IndustryCode>()
                .Select(c => table.Sectors.FindIndustry(c.Code))
                .Distinct()
                .OrderBy(i => (int)i),
        ];
    }

    /// <summary>The stake of every technology of the catalogue, by identifier.</summary>
    /// <param name="ranking">The ranking of the products that carry them.</param>
    /// <param name="bands">Bands of the same ranking; null for none.</param>
    /// <param name="catalogue">The technologies and the classes that carry them.</param>
    /// <param name="bridge">The bridge that the ranked table was split by; null where it was not split.</param>
    public static IReadOnlyDictionary<string, TechnologyStake> Of(
        StakeRanking ranking,
        StakeBands? bands,
        TechnologyCatalogue catalogue,
        TechnologyBridge? bridge
    )
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(catalogue);
        Dictionary<string, StakeRow> rows = ranking.Rows.ToDictionary(r => r.Code, StringComparer.Ordinal);
        Dictionary<string, Band> drawn = (bands?.Rows ?? []).ToDictionary(b => b.Point.Code, b => b.AtStake, StringComparer.Ordinal);
        return catalogue.Technologies.ToDictionary(t => t.Id, Stake, StringComparer.Ordinal);

        TechnologyStake Stake(Technology technology)
        {
            IndustryCode? carrier = TechnologyRanking.CarrierOf(technology, ranking.Inputs.Table, catalogue, bridge);
            if (carrier is null || !rows.TryGetValue(carrier.Code, out StakeRow? row))
            {
                return new TechnologyStake { Carrier = carrier };
            }

            return new TechnologyStake
            {
                Carrier = carrier,
                Part =
                    bridge?.Find(technology.Id) is { Part.IsWhole: false } found && found.Part.Split.Code == carrier.Code
                        ? found.Part
                        : null,
                Product = row.Product,
                AtStakeShare = row.AtStakeShare,
                AtStake = row.AtStake,
                Band = drawn.GetValueOrDefault(carrier.Code),
                YearsToReplace = row.YearsToReplace,
                Leverage = row.Leverage,
                Status = row.Status,
            };
        }
    }
}
