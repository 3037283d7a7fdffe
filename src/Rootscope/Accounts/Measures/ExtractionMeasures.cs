using Rootscope.Accounts.Extraction;
using Rootscope.Accounts.Trade;
using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>
/// Hypothetical extractions of one sector. The value is the total output loss of the economy, the sector's own included, unless the meaning
/// says otherwise.
/// </summary>
internal static class ExtractionMeasures
{
    public static IEnumerable<AccountMeasure> All() =>
        [
            Extraction(
                "extraction-total",
                ExtractionKind.Total,
                "Output lost in the whole economy, the sector's own included, when its sales, its purchases and the final demand for "
                    + "it are taken out.",
                "Paelinck et al. (1965); Strassert (1968); Dietzenbacher and Lahr (2013)"
            ),
            Extraction(
                "extraction-total-keep-demand",
                ExtractionKind.TotalKeepingDemand,
                "Output lost in the whole economy when the sector's sales to sectors and its purchases are taken out and final demand "
                    + "for it stays.",
                "Miller and Lahr (2001)"
            ),
            Extraction(
                "extraction-total-keep-own-use",
                ExtractionKind.TotalKeepingOwnUse,
                "Output lost in the whole economy when the sector's trade with other sectors is taken out and final demand for it and "
                    + "its own use stay.",
                "Dietzenbacher, van der Linden and Steenge (1993)"
            ),
            Extraction(
                "extraction-backward",
                ExtractionKind.Backward,
                "Output lost in the whole economy when the sector's purchases are taken out.",
                "Cella (1984); Dietzenbacher, van der Linden and Steenge (1993)"
            ),
            Extraction(
                "extraction-forward-demand",
                ExtractionKind.ForwardDemand,
                "Output lost in the whole economy when the sector's sales to sectors are taken out and final demand for it stays.",
                "Cella (1984); Miller and Lahr (2001)"
            ),
            Extraction(
                "extraction-forward-ghosh",
                ExtractionKind.ForwardGhosh,
                "Output lost in the whole economy when the sector's sales to sectors are taken out of the allocation model and primary "
                    + "inputs stay.",
                "Dietzenbacher, van der Linden and Steenge (1993)"
            ),
            Extraction(
                "extraction-partial",
                ExtractionKind.Partial,
                "Output lost in the whole economy when the share 'share' of the sector's sales and of the final demand for it is taken "
                    + "out.",
                "Dietzenbacher and Lahr (2013)",
                AccountParameter.Share
            ),
            Extraction(
                "extraction-partial-purchases",
                ExtractionKind.PartialPurchases,
                "Output lost in the whole economy when the share 'share' of the sector's purchases is taken out.",
                "Dietzenbacher and Lahr (2013)",
                AccountParameter.Share
            ),
            Resourced(
                "extraction-resourced",
                ResourcingShares.World,
                "Output lost in the whole economy, less what others gain, when the sector is extracted and its sales are made by the "
                    + "same industry of other regions, in proportion to output."
            ),
            Resourced(
                "extraction-resourced-by-buyer",
                ResourcingShares.Buyer,
                "Output lost in the whole economy, less what others gain, when the sector is extracted and each buyer turns to its "
                    + "other suppliers of the product."
            ),
            new(ValueAddedByRegion)
            {
                Name = "extraction-total-value-added",
                Unit = AccountUnit.Money,
                Shape = AccountShape.SectorAndRegion,
                Parameters = [AccountParameter.Supplier, AccountParameter.Buyer],
                Meaning = "Value added that the partner region loses when the sector is taken out: sales, purchases and final demand.",
                Source = "Dietzenbacher and Lahr (2013)",
            },
            new(Leverage)
            {
                Name = "extraction-leverage",
                Unit = AccountUnit.Ratio,
                Meaning =
                    "Value added lost in other sectors when the sector is taken out, over its own value added; undefined where that is "
                    + "not positive.",
                Source = "Dietzenbacher and Lahr (2013)",
            },
        ];

    private static AccountMeasure Extraction(
        string name,
        ExtractionKind kind,
        string meaning,
        string source,
        params IReadOnlyList<AccountParameter> parameters
    ) =>
        new(
            (table, options, cancellation) =>
            {
                var total = TotalRequirements.Of(table, InputOrigin.Domestic, options.Inverse, cancellation);
                double share = parameters.Contains(AccountParameter.Share) ? options.Share : 1;
                return AccountFigures.OfSectors(
                    table,
                    HypotheticalExtraction.TotalsOf(total, kind, share).Output,
                    AccountNotes.Domestic(table)
                );
            }
        )
        {
            Name = name,
            Unit = AccountUnit.Money,
            Meaning = meaning,
            Source = source,
            Parameters = parameters,
        };

    private static AccountMeasure Resourced(string name, ResourcingShares shares, string meaning) =>
        new(
            (table, options, cancellation) =>
            {
                var total = TotalRequirements.Of(table, InputOrigin.Domestic, options.Inverse, cancellation);
                return AccountFigures.OfSectors(
                    table,
                    Resourcing.TotalsOf(total, shares, cancellation),
                    AccountNotes.Domestic(table).Concat(AccountNotes.ManyRegions(table))
                );
            }
        )
        {
            Name = name,
            Unit = AccountUnit.Money,
            Meaning = meaning,
            Source = "after Dietzenbacher, van Burken and Kondo (2019)",
        };

    private static AccountFigures ValueAddedByRegion(FlowTable table, AccountOptions options, CancellationToken cancellation)
    {
        var total = TotalRequirements.Of(table, InputOrigin.Domestic, options.Inverse, cancellation);
        int regions = table.Sectors.Regions.Count;
        var shares = ValueAddedShares.Of(table);
        double[] content = RegionContent.ByRegion(total, shares.Values);
        var losses = new double[table.Size * regions];
        for (int at = 0; at < losses.Length; at++)
        {
            int k = at / regions;
            losses[at] = content[(at % regions * table.Size) + k] * table.Output[k] / total[new(k), new(k)];
        }

        return AccountFigures.OfSectorsAndRegions(
            table,
            losses,
            AccountNotes.Domestic(table).Concat(AccountNotes.NegativeValueAdded(shares))
        );
    }

    private static AccountFigures Leverage(FlowTable table, AccountOptions options, CancellationToken cancellation)
    {
        var total = TotalRequirements.Of(table, InputOrigin.Domestic, options.Inverse, cancellation);
        var lost = HypotheticalExtraction.TotalsOf(total, ExtractionKind.Total);
        var shares = ValueAddedShares.Of(table);
        var leverage = new double?[table.Size];
        for (int k = 0; k < leverage.Length; k++)
        {
            double own = shares.Values[k] * table.Output[k];
            leverage[k] = own > 0 ? (lost.ValueAdded[k] - own) / own : null;
        }

        return AccountFigures.OfSectors(table, leverage, AccountNotes.Domestic(table).Concat(AccountNotes.NegativeValueAdded(shares)));
    }
}
