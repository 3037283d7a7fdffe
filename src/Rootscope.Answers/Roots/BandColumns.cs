using Rootscope.Answers.Reports;
using Rootscope.Roots.Bands;
using Rootscope.Roots.Measures;

namespace Rootscope.Answers.Roots;

/// <summary>What draws say of a row of the ranking; all null where nothing was drawn.</summary>
internal static class BandColumns
{
    /// <summary>The columns in order.</summary>
    /// <param name="measure">The unit of what rows are sorted by.</param>
    /// <param name="drawn">Whether bands were drawn, so that people see them.</param>
    public static IReadOnlyList<Column<RankedRow>> Of(string measure, bool drawn) =>
        [
            new(
                "median",
                measure,
                "Median over draws of what rows are sorted by, in its unit; null without draws, as all that follows from draws.",
                ColumnStyle.Number,
                drawn ? "median" : null,
                r => r.Band?.Measure.Median
            ),
            new("low", measure, "Lower end of its 90% band.", ColumnStyle.Number, drawn ? "low" : null, r => r.Band?.Measure.Low),
            new("high", measure, "Upper end of its 90% band.", ColumnStyle.Number, drawn ? "high" : null, r => r.Band?.Measure.High),
            new(
                "rankShare",
                "share",
                "Share of draws in which the rank holds: the place is within a tenth of the list of that in rank.",
                ColumnStyle.Share,
                drawn ? "rank holds" : null,
                r => r.Band?.RankShare
            ),
            new(
                "rankLow",
                string.Empty,
                "Best place but a twentieth of the draws.",
                ColumnStyle.Whole,
                drawn ? "best #" : null,
                r => Place(r.Band?.Rank.Low, Math.Floor)
            ),
            new(
                "rankMedian",
                string.Empty,
                "Place in the middle draw.",
                ColumnStyle.Whole,
                null,
                r => Place(r.Band?.Rank.Median, Math.Round)
            ),
            new(
                "rankHigh",
                string.Empty,
                "Worst place but a twentieth of the draws.",
                ColumnStyle.Whole,
                drawn ? "worst #" : null,
                r => Place(r.Band?.Rank.High, Math.Ceiling)
            ),
            .. Banded.SelectMany(m => Of(m.Column, m.Unit, m.Name.ToLowerInvariant(), b => b.Of(m))),
            new("valueAtStake", Column.Money, "What is lost, in money.", ColumnStyle.Money, null, r => r.ValueAtStake),
            .. Of("valueAtStake", Column.Money, "value at stake", b => b.ValueAtStake),
            new(
                "driver",
                string.Empty,
                $"What spreads the measure most when it alone is drawn: {StatusWords.AllOf<BandSource>()}; for the rows that are printed.",
                ColumnStyle.Text,
                drawn ? "spread by" : null,
                r => r.Driver?.Source
            ),
            new(
                "driverShare",
                "share",
                "Its variance over the sum of the variances of all sources drawn alone.",
                ColumnStyle.Share,
                null,
                r => r.Driver?.VarianceShare
            ),
            new(
                "driverButCut",
                string.Empty,
                "The same without the cut, whose size is the question and which moves all rows together.",
                ColumnStyle.Text,
                drawn ? "then by" : null,
                r => r.DriverButCut?.Source
            ),
        ];

    /// <summary>Leverage, loss, excess loss and gap, then all others that draws give bands of.</summary>
    private static IEnumerable<RootMeasure> Banded =>
        ((RootMeasure[])[RootMeasures.Leverage, RootMeasures.Loss, RootMeasures.Excess, RootMeasures.Gap]).Union(RootMeasures.WithBands);

    private static Column<RankedRow>[] Of(string name, string unit, string words, Func<RootBand, Band> band) =>
        [
            new($"{name}Low", unit, $"Lower end of the 90% band of {words}.", ColumnStyle.Number, null, r => BandOf(r, band)?.Low),
            new($"{name}Median", unit, $"Median over draws of {words}.", ColumnStyle.Number, null, r => BandOf(r, band)?.Median),
            new($"{name}High", unit, $"Upper end of the 90% band of {words}.", ColumnStyle.Number, null, r => BandOf(r, band)?.High),
        ];

    private static Band? BandOf(RankedRow row, Func<RootBand, Band> band) => row.Band is { } drawn ? band(drawn) : null;

    /// <summary>Places are whole; between two draws, the one farther from the middle.</summary>
    private static int? Place(double? place, Func<double, double> whole) => place is { } p ? (int)whole(p) : null;
}
