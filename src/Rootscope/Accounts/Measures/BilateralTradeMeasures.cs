using Rootscope.Accounts.Trade;
using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>The terms of Borin and Mancini for each exporter and importer.</summary>
internal static class BilateralTradeMeasures
{
    public static IEnumerable<AccountMeasure> All() =>
        [
            Source("exports-bilateral", t => t.Exports, "Gross exports of the region to the partner."),
            Source(
                "exports-bilateral-dc",
                t => t.DomesticContent,
                "Domestic content of the region's exports to the partner, double counting included."
            ),
            Source(
                "exports-bilateral-dva",
                t => t.DomesticValueAdded,
                "Domestic value added in the region's exports to the partner, booked where it first leaves (source)."
            ),
            Source(
                "exports-bilateral-vax",
                t => t.AbsorbedAbroad,
                "Of the domestic value added in the region's exports to the partner (source), what is finally used abroad."
            ),
            Source(
                "exports-bilateral-davax",
                t => t.AbsorbedDirectly,
                "Of the domestic value added in the region's exports to the partner (source), what the partner uses without exporting "
                    + "it again."
            ),
            Source(
                "exports-bilateral-ref",
                t => t.Reflected,
                "Of the domestic value added in the region's exports to the partner (source), what comes back and is used at home."
            ),
            Source(
                "exports-bilateral-ddc",
                t => t.DomesticDoubleCounted,
                "Domestic value added counted more than once in the region's exports to the partner (source)."
            ),
            Source(
                "exports-bilateral-fc",
                t => t.ForeignContent,
                "Content of all other regions in the region's exports to the partner, double counting included."
            ),
            Source(
                "exports-bilateral-fva",
                t => t.ForeignValueAdded,
                "Foreign value added in the region's exports to the partner, booked where it first leaves the region (source)."
            ),
            Source(
                "exports-bilateral-fdc",
                t => t.ForeignDoubleCounted,
                "Foreign value added counted more than once in the region's exports to the partner (source)."
            ),
            Sink(
                "exports-bilateral-sink-dva",
                t => t.DomesticValueAdded,
                "Domestic value added in the region's exports to the partner, booked where it last leaves (sink)."
            ),
            Sink(
                "exports-bilateral-sink-ddc",
                t => t.DomesticDoubleCounted,
                "Domestic value added counted more than once in the region's exports to the partner (sink)."
            ),
            Sink(
                "exports-bilateral-sink-fva",
                t => t.ForeignValueAdded,
                "Foreign value added in the region's exports to the partner, booked where it last leaves the region (sink)."
            ),
            Sink(
                "exports-bilateral-sink-fdc",
                t => t.ForeignDoubleCounted,
                "Foreign value added counted more than once in the region's exports to the partner (sink)."
            ),
        ];

    private static AccountMeasure Source(string name, Func<ExportTerms, double?> term, string meaning) =>
        Measure(name, BorinMancini.SourceBased, term, meaning);

    private static AccountMeasure Sink(string name, Func<ExportTerms, double?> term, string meaning) =>
        Measure(name, BorinMancini.SinkBased, term, meaning);

    private static AccountMeasure Measure(
        string name,
        Func<TotalRequirements, CancellationToken, IReadOnlyList<ExportTerms>> split,
        Func<ExportTerms, double?> term,
        string meaning
    ) =>
        new(
            (table, options, cancellation) =>
            {
                IReadOnlyList<ExportTerms> terms = split(
                    TotalRequirements.Of(table, InputOrigin.Domestic, options.Inverse, cancellation),
                    cancellation
                );
                return AccountFigures.OfRegionPairs(table, [.. terms.Select(t => term(t)!.Value)], AccountNotes.ManyRegions(table));
            }
        )
        {
            Name = name,
            Unit = AccountUnit.Money,
            Shape = AccountShape.RegionPair,
            Parameters = [AccountParameter.Supplier, AccountParameter.Buyer],
            Meaning = meaning,
            Source = "Borin and Mancini (2019)",
        };
}
