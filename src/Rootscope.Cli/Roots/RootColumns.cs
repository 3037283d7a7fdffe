using Rootscope.Cli.Output;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Shocks;

namespace Rootscope.Cli.Roots;

/// <summary>The columns of the root ranking; docs/schema/roots.md describes them.</summary>
internal static class RootColumns
{
    /// <summary>The columns of a ranking.</summary>
    /// <param name="unit">The table's money.</param>
    /// <param name="options">The question.</param>
    /// <param name="drawn">Whether bands were drawn, so that people see them in place of what a band says better.</param>
    public static IReadOnlyList<Column> Of(string unit, RootOptions options, bool drawn)
    {
        string measure = options.EffectiveSort is RootSort.Leverage or RootSort.Gap ? "ratio" : "share";
        string share = $"share of {options.Lens.LossOf}";
        return
        [
            new("rank", string.Empty, "Place in the ranking, from 1.", ColumnStyle.Integer, "#"),
            new("code", string.Empty, "Code in the table's classification.", ColumnStyle.Text, "code"),
            new("name", string.Empty, "Official English name.", ColumnStyle.Text, "industry"),
            new(
                "area",
                string.Empty,
                "Area of the core technology that the industry carries; null where it carries none.",
                ColumnStyle.Text,
                null
            ),
            new("outputShare", "share", "Own output over the output of all industries.", ColumnStyle.Share, "output") { Dispensable = 1 },
            new("supply", unit, "The supply that is cut: output and imports, output, or imports.", ColumnStyle.Money, null),
            new("domarWeight", "ratio", "Supply over GDP.", ColumnStyle.Number, drawn ? null : "Domar") { Dispensable = 5 },
            new("elasticity", "ratio", "First-order elasticity of the lens.", ColumnStyle.Number, null),
            new("firstOrderLoss", share, "1 - (1 - cut)^elasticity: what revenue says.", ColumnStyle.Share, drawn ? null : "1st order")
            {
                Dispensable = 3,
            },
            new("loss", share, "What the lens says is lost.", ColumnStyle.Share, "loss"),
            new("excessLoss", share, "Loss less first-order loss: what a revenue view misses.", ColumnStyle.Share, drawn ? null : "excess")
            {
                Dispensable = 6,
            },
            new("leverage", "ratio", "Money lost per unit of money of supply cut.", ColumnStyle.Number, "leverage"),
            new(
                "gap",
                "ratio",
                "ln(1 - loss) / (elasticity ln(1 - cut)); 1 where Hulten holds, above 1 where revenue understates.",
                ColumnStyle.Number,
                "gap"
            ),
            new(
                "reach",
                "share of value added",
                "Value added of industries whose output falls by more than 5% of the cut.",
                ColumnStyle.Share,
                drawn ? null : "reach"
            )
            {
                Dispensable = 4,
            },
            new("status", string.Empty, "ok, collapse, no-use, not-converged or not-represented.", ColumnStyle.Text, "status")
            {
                Dispensable = 2,
            },
            new("horizon", string.Empty, "Horizon of the lens; null until a lens has one.", ColumnStyle.Text, null),
            new(
                "median",
                measure,
                "Median over draws of what rows are sorted by; null without --draws.",
                ColumnStyle.Number,
                drawn ? "median" : null
            ),
            new("low", measure, "Lower end of its 90% band.", ColumnStyle.Number, drawn ? "low" : null),
            new("high", measure, "Upper end of its 90% band.", ColumnStyle.Number, drawn ? "high" : null),
            new(
                "rankShare",
                "share",
                "Share of draws in which the rank holds: the place is within a tenth of the list of that in rank.",
                ColumnStyle.Share,
                drawn ? "rank holds" : null
            ),
            new("rankLow", string.Empty, "Best place but a twentieth of the draws.", ColumnStyle.Integer, drawn ? "best #" : null),
            new("rankMedian", string.Empty, "Place in the middle draw.", ColumnStyle.Integer, null),
            new("rankHigh", string.Empty, "Worst place but a twentieth of the draws.", ColumnStyle.Integer, drawn ? "worst #" : null),
            .. BandOf("leverage", "ratio", "leverage"),
            .. BandOf("loss", share, "loss"),
            .. BandOf("excessLoss", share, "excess loss"),
            .. BandOf("gap", "ratio", "gap"),
            new("valueAtStake", unit, "What is lost, in money.", ColumnStyle.Money, null),
            .. BandOf("valueAtStake", unit, "value at stake"),
            new(
                "driver",
                string.Empty,
                "What spreads the measure most when it alone is drawn: cut, elasticities, ratings or splits; for the rows that are "
                    + "printed.",
                ColumnStyle.Text,
                drawn ? "spread by" : null
            ),
            new("driverShare", "share", "Its variance over the sum of the variances of all sources drawn alone.", ColumnStyle.Share, null),
            new(
                "driverButCut",
                string.Empty,
                "The same without the cut, whose size is the question and which moves all rows together.",
                ColumnStyle.Text,
                drawn ? "then by" : null
            ),
        ];
    }

    /// <summary>The cells of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="area">The area of the core technology that it carries.</param>
    /// <param name="options">The question.</param>
    /// <param name="band">Its bands; null without draws.</param>
    public static object?[] Cells(RootRow row, string? area, RootOptions options, RootBand? band)
    {
        SourceSpread? but = band?.Sources.FirstOrDefault(s => s.Source != BandSource.Cut);
        return
        [
            row.Rank,
            row.Code,
            row.Name,
            area,
            row.OutputShare,
            row.Supply,
            row.DomarWeight,
            row.Elasticity,
            row.FirstOrderLoss,
            row.Loss,
            row.ExcessLoss,
            row.Leverage,
            row.Gap,
            row.Reach,
            StatusWords.Of(row.Status),
            null,
            band?.Measure.Median,
            band?.Measure.Low,
            band?.Measure.High,
            band?.RankShare,
            Place(band?.Rank.Low, Math.Floor),
            Place(band?.Rank.Median, Math.Round),
            Place(band?.Rank.High, Math.Ceiling),
            .. Cells(band?.Leverage),
            .. Cells(band?.Loss),
            .. Cells(band?.Excess),
            .. Cells(band?.Gap),
            row.Leverage * row.Supply * options.Cut,
            .. Cells(band?.ValueAtStake),
            band?.Sources is [var first, ..] ? StatusWords.Of(first.Source) : null,
            band?.Sources is [var widest, ..] ? widest.VarianceShare : null,
            but is null ? null : StatusWords.Of(but.Source),
        ];
    }

    private static Column[] BandOf(string name, string unit, string words) =>
        [
            new($"{name}Low", unit, $"Lower end of the 90% band of {words}.", ColumnStyle.Number, null),
            new($"{name}Median", unit, $"Median over draws of {words}.", ColumnStyle.Number, null),
            new($"{name}High", unit, $"Upper end of the 90% band of {words}.", ColumnStyle.Number, null),
        ];

    /// <summary>Places are whole; between two draws, the one farther from the middle.</summary>
    private static int? Place(double? place, Func<double, double> whole) => place is { } p ? (int)whole(p) : null;

    private static object?[] Cells(Band? band) => [band?.Low, band?.Median, band?.High];
}
