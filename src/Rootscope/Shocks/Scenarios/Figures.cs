using Rootscope.Shocks.Lenses;

namespace Rootscope.Shocks.Scenarios;

/// <summary>Sums and ratios that lenses share.</summary>
internal static class Figures
{
    /// <summary>New over old less 1; null where there was nothing before, or where the result is no number.</summary>
    public static double? Change(double before, double after)
    {
        double change = (after / before) - 1;
        return before > 0 && double.IsFinite(change) ? change : null;
    }

    /// <summary>
    /// The figures of a lens as they may be told: without losses that are numbers there are none, and what else is no number is null.
    /// </summary>
    public static LensFigures Told(LensFigures figures)
    {
        bool holds =
            figures.Regions.All(r => double.IsFinite(r.Loss) && double.IsFinite(r.Base))
            && figures.Sectors.All(s => double.IsFinite(s.Output))
            && (figures.Course is not { } course || course.LossOfRegions.Concat(course.OutputByMonth).All(double.IsFinite));
        return holds
            ? figures with
            {
                Residual = double.IsFinite(figures.Residual) ? figures.Residual : 1,
                Regions = [.. figures.Regions.Select(Told)],
                Sectors = [.. figures.Sectors.Select(Told)],
                Lifted = [.. figures.Lifted.Where(l => double.IsFinite(l.Change) && double.IsFinite(l.Money))],
                Causes = [.. figures.Causes.Where(c => double.IsFinite(c.ValueAddedLost))],
            }
            : new LensFigures
            {
                Status = ScenarioStatus.NotConverged,
                Iterations = figures.Iterations,
                Residual = double.IsFinite(figures.Residual) ? figures.Residual : 1,
                Notes = figures.Notes,
            };
    }

    private static RegionOutcome Told(RegionOutcome region) =>
        region with
        {
            OutputChange = Finite(region.OutputChange),
            ExportsChange = Finite(region.ExportsChange),
            ImportsChange = Finite(region.ImportsChange),
            TermsOfTradeChange = Finite(region.TermsOfTradeChange),
            RealGdpChange = Finite(region.RealGdpChange),
            RealWageChange = Finite(region.RealWageChange),
            Parts = region.Parts is { } parts && double.IsFinite(parts.Sum) ? parts : null,
        };

    private static SectorOutcome Told(SectorOutcome sector) =>
        sector with
        {
            OutputChange = Finite(sector.OutputChange),
            ExportsChange = Finite(sector.ExportsChange),
            CostChange = Finite(sector.CostChange),
            ValueAddedLost = Finite(sector.ValueAddedLost),
        };

    private static double? Finite(double? value) => value is { } x && double.IsFinite(x) ? x : null;
}
