using Rootscope.Accounts.Extraction;
using Rootscope.Accounts.Trade;
using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>Extractions of deliveries, of single flows and of regions.</summary>
internal static class DeliveryExtractionMeasures
{
    private const string Bilateral = "Los, Timmer and de Vries (2016); Dietzenbacher and Lahr (2013)";

    private static readonly AccountParameter[] Pair = [AccountParameter.Supplier, AccountParameter.Buyer];

    public static IEnumerable<AccountMeasure> All() =>
        [
            OfDeliveries(
                "extraction-bilateral",
                (cuts, _) => cuts.OutputLosses(),
                "Output lost in the whole economy when all that the sector delivers to the partner region, inputs and final goods, is cut."
            ),
            OfDeliveries(
                "extraction-bilateral-partial",
                (cuts, options) => cuts.OutputLosses(options.Share),
                "Output lost in the whole economy when the share 'share' of what the sector delivers to the partner region is cut.",
                AccountParameter.Share
            ),
            OfDeliveries(
                "extraction-bilateral-value-added",
                (cuts, _) => cuts.ValueAddedLosses(),
                "Value added lost in the whole economy when all that the sector delivers to the partner region is cut."
            ),
            OfDeliveries(
                "extraction-bilateral-value-added-of-buyer",
                (cuts, _) => cuts.ValueAddedLossesInBuyingRegion(),
                "Value added lost in the partner region itself when all that the sector delivers to it is cut."
            ),
            new(
                (table, options, cancellation) =>
                {
                    var cells = CellExtraction.Of(TotalRequirements.Of(table, InputOrigin.Domestic, options.Inverse, cancellation));
                    return AccountFigures.OfSectorPairs(table, (k, j) => cells[new(k), new(j)], AccountNotes.Domestic(table));
                }
            )
            {
                Name = "extraction-cell",
                Unit = AccountUnit.Money,
                Shape = AccountShape.SectorPair,
                Parameters = Pair,
                Meaning = "Output lost in the whole economy when one flow, from the sector to the partner, is cut.",
                Source = "Sherman and Morrison (1950); Dietzenbacher and Lahr (2013)",
            },
            OfRegions(
                "extraction-region",
                (_, losses) => losses.Sum(),
                "Output lost in the whole table when the region, all its sales, purchases and the final demand for its products, is "
                    + "taken out."
            ),
            OfRegions(
                "extraction-region-value-added",
                (shares, losses) => losses.Zip(shares.Values.ToArray(), (d, v) => d * v).Sum(),
                "Value added lost in the whole table when the region is taken out."
            ),
            new(ExportsOfPairs)
            {
                Name = "extraction-exports",
                Unit = AccountUnit.Money,
                Shape = AccountShape.RegionPair,
                Parameters = Pair,
                Meaning =
                    "Value added that the region loses when all that it delivers to the partner region, inputs and final goods, is cut.",
                Source = "Los, Timmer and de Vries (2016)",
            },
        ];

    private static AccountMeasure OfDeliveries(
        string name,
        Func<BilateralExtraction, AccountOptions, double[]> losses,
        string meaning,
        params IReadOnlyList<AccountParameter> parameters
    ) =>
        new(
            (table, options, cancellation) =>
            {
                var cuts = BilateralExtraction.Of(TotalRequirements.Of(table, InputOrigin.Domestic, options.Inverse, cancellation));
                return AccountFigures.OfSectorsAndRegions(table, losses(cuts, options), AccountNotes.Domestic(table));
            }
        )
        {
            Name = name,
            Unit = AccountUnit.Money,
            Shape = AccountShape.SectorAndRegion,
            Parameters = [.. parameters, .. Pair],
            Meaning = meaning,
            Source = Bilateral,
        };

    private static AccountMeasure OfRegions(string name, Func<ValueAddedShares, double[], double> sum, string meaning) =>
        new(
            (table, options, cancellation) =>
            {
                var total = TotalRequirements.Of(table, InputOrigin.Domestic, options.Inverse, cancellation);
                var shares = ValueAddedShares.Of(table);
                return AccountFigures.OfRegions(
                    [
                        .. Enumerable
                            .Range(0, table.Sectors.Regions.Count)
                            .Select(r => (double?)sum(shares, SetExtraction.LossesOfRegion(total, new(r)))),
                    ],
                    AccountNotes.Domestic(table)
                );
            }
        )
        {
            Name = name,
            Unit = AccountUnit.Money,
            Shape = AccountShape.Region,
            Parameters = [AccountParameter.Supplier],
            Meaning = meaning,
            Source = "Dietzenbacher, van der Linden and Steenge (1993)",
        };

    private static AccountFigures ExportsOfPairs(FlowTable table, AccountOptions options, CancellationToken cancellation)
    {
        var total = TotalRequirements.Of(table, InputOrigin.Domestic, options.Inverse, cancellation);
        var deliveries = RegionalDeliveries.Of(table);
        var shares = ValueAddedShares.Of(table);
        int regions = table.Sectors.Regions.Count;
        int size = table.Sectors.Industries.Count;
        var losses = new double[regions * regions];
        for (int at = 0; at < losses.Length; at++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (at / regions != at % regions)
            {
                double[] lost = SetExtraction.LossesOfDeliveries(total, deliveries, new(at / regions), new(at % regions));
                int first = at / regions * size;
                losses[at] = Numerics.DenseKernels.Dot(lost.AsSpan(first, size), shares.Values.Slice(first, size));
            }
        }

        return AccountFigures.OfRegionPairs(table, losses, AccountNotes.ManyRegions(table));
    }
}
