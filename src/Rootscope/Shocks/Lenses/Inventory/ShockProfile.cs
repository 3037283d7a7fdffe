using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>The size of a shock over time, as a share of its full size.</summary>
/// <param name="Start">First day.</param>
/// <param name="Ramp">Days until it has its full size; 0 for at once.</param>
/// <param name="Duration">Days that it lasts, ramp included; infinity for the rest of the run.</param>
/// <param name="Recovery">How it ends.</param>
/// <param name="RecoveryDays">Days of the recovery, where it is not sudden.</param>
internal sealed record ShockProfile(double Start, double Ramp, double Duration, RecoveryCurve Recovery, double RecoveryDays)
{
    private const double ConvexSpeed = 4;
    private const double Steepness = 1e-6;

    /// <summary>The whole size from the first day to the last.</summary>
    public static ShockProfile Lasting { get; } = new(0, 0, double.PositiveInfinity, RecoveryCurve.Sudden, 0);

    /// <summary>The size on a day. Unit: share in [0, 1].</summary>
    public double At(double day)
    {
        if (day < Start)
        {
            return 0;
        }

        if (day < Start + Duration)
        {
            return Ramp > 0 ? Math.Min(1, (day - Start + 1) / Ramp) : 1;
        }

        return Left(day - Start - Duration);
    }

    /// <summary>What is left after some days of recovery. Unit: share.</summary>
    public double Left(double elapsed) =>
        Recovery switch
        {
            RecoveryCurve.Linear => Math.Max(0, 1 - (elapsed / RecoveryDays)),
            RecoveryCurve.Convex => Math.Pow(1 - (1 / RecoveryDays), ConvexSpeed * elapsed),
            RecoveryCurve.Concave => RecoveryDays / (RecoveryDays + (Steepness * Math.Pow(elapsed, ConcaveExponent))),
            _ => 0,
        };

    private double ConcaveExponent => (Math.Log(RecoveryDays) - Math.Log(Steepness)) / (Math.Log(RecoveryDays) - Math.Log(2));
}
