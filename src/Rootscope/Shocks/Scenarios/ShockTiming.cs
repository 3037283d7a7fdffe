namespace Rootscope.Shocks.Scenarios;

/// <summary>When a shock begins and how long it takes to reach its full size.</summary>
/// <param name="StartMonth">Month in which it begins; 0 is the first month of the scenario. Unit: months.</param>
/// <param name="RampMonths">Months from there until it has its full size; 0 at once. Unit: months.</param>
/// <remarks>Lenses that compare two states of rest use neither, and say so.</remarks>
public readonly record struct ShockTiming(double StartMonth, double RampMonths)
{
    /// <summary>Whether the scenario says anything about time.</summary>
    public bool IsStated => StartMonth != 0 || RampMonths != 0;
}
