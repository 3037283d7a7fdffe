namespace Rootscope.Shocks.Scenarios;

/// <summary>How what a shock takes comes back once it has lasted its time.</summary>
public enum RecoveryCurve
{
    /// <summary>At once.</summary>
    Sudden,

    /// <summary>The same part every day.</summary>
    Linear,

    /// <summary>Fast first: the same share of what is left every day, so that some 98% is back after the time of recovery.</summary>
    Convex,

    /// <summary>Slow, fast, slow: an S that is half way at half the time.</summary>
    Concave,
}

/// <summary>When a shock begins, how long it takes to reach its full size, how long it lasts, and how it ends.</summary>
/// <param name="StartMonth">Month in which it begins; 0 is the first month of the scenario. Unit: months.</param>
/// <param name="RampMonths">Months from there until it has its full size; 0 at once. Unit: months.</param>
/// <remarks>Lenses that compare two states of rest use none of it, and say so.</remarks>
public readonly record struct ShockTiming(double StartMonth, double RampMonths)
{
    /// <summary>How long it lasts from its beginning, ramp included; null for good. Unit: months.</summary>
    public double? DurationMonths { get; init; }

    /// <summary>How long recovery takes after that; 0 for none. Unit: months.</summary>
    public double RecoveryMonths { get; init; }

    /// <summary>How it recovers, where recovery takes time.</summary>
    public RecoveryCurve Recovery { get; init; } = RecoveryCurve.Linear;

    /// <summary>Whether the scenario says anything about time.</summary>
    public bool IsStated => StartMonth != 0 || RampMonths != 0 || DurationMonths is not null || RecoveryMonths != 0;
}
