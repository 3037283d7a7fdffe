namespace Rootscope.Roots.Validation;

/// <summary>A measure to hold against an expert list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">
/// One value an industry, in table order; larger means more of a root, in whatever unit the measure has. Null is undefined and ranked
/// last; positive infinity stands for what is ranked first, such as a collapse.
/// </param>
/// <param name="IsDefault">Whether rankings are sorted by it unless asked otherwise.</param>
/// <param name="Refusal">Why it is no ranking, so that it is not scored; null where it is one.</param>
public sealed record MeasureValues(string Name, IReadOnlyList<double?> Values, bool IsDefault = false, string? Refusal = null);

/// <summary>What a row of the validity table can say.</summary>
public enum ValidityStatus
{
    /// <summary>The area stands on enough positives for a verdict.</summary>
    Ok,

    /// <summary>Fewer than <see cref="ValidityTable.FewestPositives"/> positives: the area is reported, without a verdict.</summary>
    TooFewPositives,

    /// <summary>No positive or no negative: there is no area.</summary>
    Undefined,

    /// <summary>The measure gives most industries the same value, or all of them, so that it ranks nothing.</summary>
    Refused,
}

/// <summary>One row of the validity table.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Area">Area under the curve. Unit: share; 0.5 is chance. Null where undefined.</param>
/// <param name="Low">Lower end of the bootstrap band. Unit: share.</param>
/// <param name="High">Upper end of the bootstrap band. Unit: share.</param>
/// <param name="Positives">Number of industries the list names.</param>
/// <param name="Industries">Number of industries compared, the positives included.</param>
/// <param name="IsDefault">Whether it is the default measure.</param>
/// <param name="Status">What the row can say.</param>
public sealed record ValidityRow(
    string Measure,
    double? Area,
    double? Low,
    double? High,
    int Positives,
    int Industries,
    bool IsDefault,
    ValidityStatus Status
);

/// <summary>Whether measures find what experts name: the area under the curve of each against a list.</summary>
public static class ValidityTable
{
    /// <summary>The least number of positives for which an area is a verdict.</summary>
    public const int FewestPositives = 8;

    /// <summary>Scores measures against labels.</summary>
    /// <param name="measures">The measures, each with one value an industry.</param>
    /// <param name="labels">The labels of the same industries.</param>
    /// <param name="options">How the band is drawn.</param>
    /// <param name="cancellation">Stops between draws.</param>
    /// <returns>One row a measure, in the order given. The same draws serve all measures, so that bands can be compared.</returns>
    /// <exception cref="ArgumentException">A measure has another number of values than there are labels, or a value is NaN.</exception>
    public static IReadOnlyList<ValidityRow> Of(
        IReadOnlyList<MeasureValues> measures,
        ExpertLabels labels,
        BootstrapOptions options,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(labels);
        int[] compared =
        [
            .. Enumerable.Range(0, labels.Labels.Count).Where(i => labels.Labels[i] is IndustryLabel.Positive or IndustryLabel.Negative),
        ];
        bool[] positive = [.. compared.Select(i => labels.Labels[i] == IndustryLabel.Positive)];
        return [.. measures.Select(m => RowOf(m, labels, compared, positive, options, cancellation))];
    }

    /// <summary>
    /// Scores a measure under several permutations: the mean of their areas, with the lowest and the highest in place of a bootstrap band.
    /// </summary>
    /// <param name="measure">The measure under each permutation.</param>
    /// <param name="labels">The labels of the same industries.</param>
    public static ValidityRow Of(PermutedMeasure measure, ExpertLabels labels)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(labels);
        int[] compared =
        [
            .. Enumerable.Range(0, labels.Labels.Count).Where(i => labels.Labels[i] is IndustryLabel.Positive or IndustryLabel.Negative),
        ];
        bool[] positive = [.. compared.Select(i => labels.Labels[i] == IndustryLabel.Positive)];
        double[][] scores = [.. measure.Draws.Select(d => ScoresOf(d.Values, compared))];
        if (scores.Any(IsConstant))
        {
            return new ValidityRow(measure.Name, null, null, null, labels.Positives, compared.Length, false, ValidityStatus.Refused);
        }

        double?[] areas = [.. scores.Select(s => RocCurve.Area(s, positive))];
        ValidityStatus status =
            areas.Any(a => a is null) ? ValidityStatus.Undefined
            : labels.Positives < FewestPositives ? ValidityStatus.TooFewPositives
            : ValidityStatus.Ok;
        return new ValidityRow(measure.Name, areas.Average(), areas.Min(), areas.Max(), labels.Positives, compared.Length, false, status);
    }

    /// <summary>Values by which industries are ranked; what is undefined is last.</summary>
    private static double[] ScoresOf(IReadOnlyList<double?> values, int[] compared) =>
        [.. compared.Select(i => values[i] ?? double.NegativeInfinity)];

    /// <summary>Whether a measure tells no two industries apart: its area would be 0.5 whatever the list.</summary>
    private static bool IsConstant(double[] scores) => scores.Length > 0 && Array.TrueForAll(scores, s => s == scores[0]);

    private static ValidityRow RowOf(
        MeasureValues measure,
        ExpertLabels labels,
        int[] compared,
        bool[] positive,
        BootstrapOptions options,
        CancellationToken cancellation
    )
    {
        if (measure.Values.Count != labels.Labels.Count)
        {
            throw new ArgumentException(
                $"Measure '{measure.Name}' has {measure.Values.Count} values for {labels.Labels.Count} industries.",
                nameof(measure)
            );
        }

        double[] scores = ScoresOf(measure.Values, compared);
        if (measure.Refusal is not null || IsConstant(scores))
        {
            return new ValidityRow(
                measure.Name,
                null,
                null,
                null,
                labels.Positives,
                compared.Length,
                measure.IsDefault,
                ValidityStatus.Refused
            );
        }

        double? area = RocCurve.Area(scores, positive);
        RocInterval? band = RocCurve.Interval(scores, positive, options, cancellation);
        ValidityStatus status =
            area is null ? ValidityStatus.Undefined
            : labels.Positives < FewestPositives ? ValidityStatus.TooFewPositives
            : ValidityStatus.Ok;
        return new ValidityRow(measure.Name, area, band?.Low, band?.High, labels.Positives, compared.Length, measure.IsDefault, status);
    }
}
