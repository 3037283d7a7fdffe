namespace Rootscope.Dependence.Indicators;

/// <summary>Whether an indicator has a value, and why not.</summary>
public enum IndicatorStatus
{
    /// <summary>It has a value.</summary>
    Defined,

    /// <summary>Larger than any number: there are imports, and nothing to set them against.</summary>
    Unbounded,

    /// <summary>The buyer imports nothing of the product from outside.</summary>
    NoImports,

    /// <summary>Nobody trades the product in that year: its code may belong to another edition of the classification.</summary>
    NotTraded,

    /// <summary>The production that it needs is not known.</summary>
    NoProduction,

    /// <summary>Production less exports plus imports is not above zero: the two sources do not fit together.</summary>
    NoUse,

    /// <summary>It was not asked for.</summary>
    NotComputed,
}

/// <summary>The value of an indicator, or why there is none.</summary>
/// <remarks>Unit: that of the indicator (<see cref="IndicatorDefinition.Unit"/>).</remarks>
public readonly record struct IndicatorValue
{
    private readonly double _number;

    private IndicatorValue(double number, IndicatorStatus status) => (_number, Status) = (number, status);

    /// <summary>Whether there is a value, and why not.</summary>
    public IndicatorStatus Status { get; }

    /// <summary>The value in the unit of the indicator; null unless the status is <see cref="IndicatorStatus.Defined"/>.</summary>
    public double? Value => Status == IndicatorStatus.Defined ? _number : null;

    /// <summary>A value.</summary>
    /// <param name="number">Finite, in the unit of the indicator.</param>
    public static IndicatorValue Of(double number) =>
        double.IsFinite(number)
            ? new IndicatorValue(number, IndicatorStatus.Defined)
            : throw new ArgumentOutOfRangeException(nameof(number), number, "A value is finite; say why there is none instead.");

    /// <summary>No value.</summary>
    /// <param name="why">Anything but <see cref="IndicatorStatus.Defined"/>.</param>
    public static IndicatorValue Without(IndicatorStatus why) =>
        why != IndicatorStatus.Defined
            ? new IndicatorValue(0, why)
            : throw new ArgumentOutOfRangeException(nameof(why), why, "A value that is defined has a number.");
}
