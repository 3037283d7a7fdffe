using Rootscope.Accounts.Centrality;
using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>Stages of production and linkages. Linkages are those of the domestic economy.</summary>
internal static class LinkageMeasures
{
    public static IEnumerable<AccountMeasure> All() =>
        [
            new(Upstreamness(netOfInventories: false))
            {
                NeedsExports = true,
                Name = "upstreamness",
                Unit = AccountUnit.Stages,
                Meaning =
                    "Average number of stages between the sector's output and final use; in a one-region table corrected for exports "
                    + "and imports by row.",
                Source = "Antràs, Chor, Fally and Hillberry (2012)",
            },
            new(Upstreamness(netOfInventories: true))
            {
                NeedsExports = true,
                Name = "upstreamness-net-of-inventories",
                Unit = AccountUnit.Stages,
                Meaning = "Upstreamness with changes in inventories taken out of the uses of each product, row by row.",
                Source = "Antràs and Chor (2018)",
            },
            new(Downstreamness)
            {
                Name = "downstreamness",
                Unit = AccountUnit.Stages,
                Meaning = "Average number of stages between primary inputs and the sector's output, all inputs counted.",
                Source = "Fally (2012); Antràs and Chor (2013)",
            },
            Backward(
                "backward-linkage",
                Linkages.Backward,
                "Total backward linkage: column sum of the Leontief inverse.",
                "Rasmussen (1956); Hirschman (1958)"
            ),
            Forward(
                "forward-linkage",
                Linkages.Forward,
                "Total forward linkage: row sum of the Ghosh inverse.",
                "Jones (1976); Miller and Lahr (2001)"
            ),
            Backward(
                "backward-linkage-direct",
                direct => direct.ColumnSums(),
                "Direct backward linkage: inputs in one unit of the sector's output.",
                "Chenery and Watanabe (1958)"
            ),
            Forward(
                "forward-linkage-direct",
                allocation => allocation.RowSums(),
                "Direct forward linkage: share of the sector's output that sectors buy as input.",
                "Chenery and Watanabe (1958)"
            ),
            Backward(
                "forward-linkage-leontief",
                Linkages.LeontiefForward,
                "Output of the sector when final demand for every sector grows by one unit: row sum of the Leontief inverse.",
                "Rasmussen (1956)"
            ),
            Forward(
                "forward-linkage-normalised",
                Linkages.NormalisedForward,
                "Total forward linkage, row sum of the Ghosh inverse, over the average sector's; above 1 sells on more than most.",
                "Jones (1976)"
            ),
            Backward(
                "power-of-dispersion",
                Linkages.PowerOfDispersion,
                "Total backward linkage over the average sector's; above 1 pulls more than most.",
                "Rasmussen (1956)"
            ),
            Backward(
                "sensitivity-of-dispersion",
                Linkages.SensitivityOfDispersion,
                "Row sum of the Leontief inverse over the average sector's; above 1 is pulled more than most.",
                "Rasmussen (1956)"
            ),
        ];

    private static Func<FlowTable, AccountOptions, CancellationToken, AccountFigures> Upstreamness(bool netOfInventories) =>
        (table, _, _) =>
        {
            var allocation = DirectAllocation.OfDomesticUse(table, netOfInventories);
            SeriesSum sum = ProductionStages.UpstreamnessWithBound(allocation);
            return AccountFigures.OfSectors(table, sum.Values, [.. AccountNotes.DomesticUse(allocation), AccountNotes.Bound(sum)]);
        };

    private static AccountFigures Downstreamness(FlowTable table, AccountOptions options, CancellationToken cancellation)
    {
        SeriesSum sum = ProductionStages.DownstreamnessWithBound(table);
        return AccountFigures.OfSectors(table, sum.Values, [.. AccountNotes.Total(table), AccountNotes.Bound(sum)]);
    }

    private static AccountMeasure Backward(string name, Func<DirectRequirements, double[]> linkage, string meaning, string source) =>
        Linkage(name, table => linkage(DirectRequirements.Of(table, InputOrigin.Domestic)), meaning, source);

    private static AccountMeasure Forward(string name, Func<DirectAllocation, double[]> linkage, string meaning, string source) =>
        Linkage(name, table => linkage(DirectAllocation.Of(table, InputOrigin.Domestic)), meaning, source);

    private static AccountMeasure Linkage(string name, Func<FlowTable, double[]> linkage, string meaning, string source) =>
        new((table, _, _) => AccountFigures.OfSectors(table, linkage(table), AccountNotes.Domestic(table)))
        {
            Name = name,
            Unit = name == "forward-linkage-direct" ? AccountUnit.Share : AccountUnit.Ratio,
            Meaning = meaning,
            Source = source,
        };
}
