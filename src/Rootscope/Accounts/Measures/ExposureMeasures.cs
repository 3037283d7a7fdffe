using Rootscope.Accounts.Exposure;
using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>Exposure of sectors to regions: look-through beside face value.</summary>
internal static class ExposureMeasures
{
    private const string Source = "Baldwin and Freeman (2022); Baldwin, Freeman and Theodorakopoulos (2022)";

    private static readonly AccountParameter[] Pair = [AccountParameter.Supplier, AccountParameter.Buyer];

    public static IEnumerable<AccountMeasure> All() =>
        [
            ByRegion(
                "exposure-inputs",
                t => InputExposure.Of(t).LookThroughByRegion(),
                keyBuys: true,
                "Share of the partner region in all inputs of the sector, through all tiers of suppliers; undefined without inputs."
            ),
            ByRegion(
                "exposure-inputs-face-value",
                t => InputExposure.Of(t).FaceValueByRegion(),
                keyBuys: true,
                "Share of the partner region in what the sector buys directly; undefined without inputs."
            ),
            ByRegion(
                "exposure-output",
                t => InputExposure.Of(t, ExposureBase.Output).LookThroughByRegion(),
                keyBuys: true,
                "Share of the partner region in all output that a unit of final demand for the sector needs, the unit itself included."
            ),
            ByRegion(
                "exposure-output-face-value",
                t => InputExposure.Of(t, ExposureBase.Output).FaceValueByRegion(),
                keyBuys: true,
                "The unit itself and its direct inputs from the partner region, over all output that a unit of final demand for the "
                    + "sector needs."
            ),
            ByRegion(
                "exposure-sales",
                SalesExposure.LookThroughByRegion,
                keyBuys: false,
                "Share of the partner region in the output of sectors that depends on the sector's sales, through all tiers of buyers; "
                    + "undefined without such sales."
            ),
            ByRegion(
                "exposure-sales-face-value",
                SalesExposure.FaceValueByRegion,
                keyBuys: false,
                "Share of the sector's output that sectors of the partner region buy directly; undefined without output."
            ),
            ByRegion(
                "exposure-final-use",
                SalesExposure.FinalUseByRegion,
                keyBuys: false,
                "Share of the sector's output that is finally used in the partner region; undefined without output."
            ),
            new(
                (table, options, cancellation) =>
                {
                    var total = TotalRequirements.Of(table, InputOrigin.Domestic, options.Inverse, cancellation);
                    return AccountFigures.OfSectors(
                        table,
                        Defined(table, InputExposure.Of(total).Concentration()),
                        AccountNotes.ManyRegions(table)
                    );
                }
            )
            {
                Name = "exposure-concentration",
                Unit = AccountUnit.Ratio,
                Meaning =
                    "Herfindahl index of the shares of regions in all inputs of the sector, through all tiers; 1 where all comes from "
                    + "one region.",
                Source = Source,
            },
        ];

    private static AccountMeasure ByRegion(
        string name,
        Func<TotalRequirements, IReadOnlyList<double?>> shares,
        bool keyBuys,
        string meaning
    ) =>
        new(
            (table, options, cancellation) =>
            {
                var total = TotalRequirements.Of(table, InputOrigin.Domestic, options.Inverse, cancellation);
                return AccountFigures.OfSectorsAndRegions(table, Defined(table, shares(total)), AccountNotes.ManyRegions(table));
            }
        )
        {
            Name = name,
            Unit = AccountUnit.Share,
            Shape = AccountShape.SectorAndRegion,
            Parameters = Pair,
            KeyBuys = keyBuys,
            Meaning = meaning,
            Source = Source,
        };

    private static IReadOnlyList<double?> Defined(FlowTable table, IReadOnlyList<double?> values) =>
        table.Sectors.Regions.Count > 1 ? values : [.. values.Select(_ => (double?)null)];
}
