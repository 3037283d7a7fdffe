using System.Globalization;
using Rootscope.Dependence.Indicators;

namespace Rootscope.Dependence.Rules;

/// <summary>How a value is held against a threshold.</summary>
public enum ThresholdKind
{
    /// <summary>More than the threshold.</summary>
    Above,

    /// <summary>The threshold or more.</summary>
    AtLeast,

    /// <summary>Less than the threshold.</summary>
    Below,

    /// <summary>The threshold or less.</summary>
    AtMost,
}

/// <summary>One condition of a rule: an indicator and its threshold.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Kind">On which side of the threshold the condition holds.</param>
/// <param name="Threshold">The threshold, in the unit of the indicator; finite, at least 0, at most 1 for shares and indexes.</param>
public sealed record DependenceCondition(DependenceIndicator Indicator, ThresholdKind Kind, double Threshold)
{
    /// <summary>Whether the condition holds; null where that is not known.</summary>
    /// <param name="value">The indicator's value.</param>
    /// <remarks>A ratio without bound is above every threshold. Without imports no condition holds.</remarks>
    public bool? Holds(IndicatorValue value) =>
        value.Status switch
        {
            IndicatorStatus.Defined => Kind switch
            {
                ThresholdKind.Above => value.Value > Threshold,
                ThresholdKind.AtLeast => value.Value >= Threshold,
                ThresholdKind.Below => value.Value < Threshold,
                _ => value.Value <= Threshold,
            },
            IndicatorStatus.Unbounded => IsUpper,
            IndicatorStatus.NoImports => false,
            _ => null,
        };

    /// <summary>How far the value is beyond the threshold: 0 at it, above 0 where the condition holds, below 0 where it does not.</summary>
    /// <param name="value">The indicator's value.</param>
    /// <returns>A ratio from −1 to 1; null where the value has none.</returns>
    /// <remarks>
    /// For indexes and shares it is the part of the way from the threshold t to the end of the scale: (v − t) / (1 − t) above it, (v − t) /
    /// t below. For ratios, money and counts, which have no end, 1 − t / v above and v / t − 1 below, so that twice the threshold is 0.5
    /// and a ratio without bound 1. For conditions that hold below their threshold the sign is turned.
    /// </remarks>
    public double? Margin(IndicatorValue value) =>
        value.Status switch
        {
            IndicatorStatus.Defined => (IsUpper ? 1 : -1) * Above(value.Value!.Value),
            IndicatorStatus.Unbounded => IsUpper ? 1 : -1,
            _ => null,
        };

    private bool IsUpper => Kind is ThresholdKind.Above or ThresholdKind.AtLeast;

    /// <summary>The condition in words, such as "import-hhi above 0.4".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{DependenceIndicators.Of(Indicator).Name} {WordOf(Kind)} {Threshold}");

    /// <summary>The word of rule files and of people.</summary>
    private static string WordOf(ThresholdKind kind) =>
        kind switch
        {
            ThresholdKind.Above => "above",
            ThresholdKind.AtLeast => "at least",
            ThresholdKind.Below => "below",
            _ => "at most",
        };

    private double Above(double value)
    {
        if (value == Threshold)
        {
            return 0;
        }

        if (value < Threshold)
        {
            return (value - Threshold) / Threshold;
        }

        return DependenceIndicators.Of(Indicator).IsBounded ? Math.Min(1, (value - Threshold) / (1 - Threshold)) : 1 - (Threshold / value);
    }
}
