using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Extraction;

/// <summary>The outputs that go with the deliveries that are kept, and what is missing of value added.</summary>
/// <remarks>
/// Partial extraction of any number of deliveries at once: the rows of A and of final demand shrink, x' = (I − A')⁻¹ f', and the loss is
/// the value added of the output that is missing. Cost: some dozens of passes over the table.
/// </remarks>
internal sealed class ExtractionFigures(KeptDeliveries kept)
{
    private const double Tolerance = 1e-12;
    private const int MostPasses = 5_000;

    public LensFigures Solve(CancellationToken cancellation)
    {
        FlowTable economy = kept.Table;
        kept.Shrink();
        double[] before = economy.Output.ToArray();
        double[] after = [.. before];
        int passes = 0;
        double residual = double.PositiveInfinity;
        double scale = Math.Max(before.Sum(), double.Epsilon);
        while (residual > Tolerance && passes < MostPasses)
        {
            cancellation.ThrowIfCancellationRequested();
            residual = kept.Pass(after) / scale;
            passes++;
        }

        double[] valueAdded = TableTotals.ValueAdded(kept.Source);
        return residual <= Tolerance
            ? new LensFigures
            {
                Status = ScenarioStatus.Ok,
                Iterations = passes,
                Residual = residual,
                Regions = Regions(economy, valueAdded, before, after),
                Sectors = [.. Enumerable.Range(0, before.Length).Select(i => Sector(i, valueAdded[i], before[i], after[i]))],
            }
            : new LensFigures
            {
                Status = ScenarioStatus.NotConverged,
                Iterations = passes,
                Residual = double.IsFinite(residual) ? residual : 1,
            };
    }

    private static SectorOutcome Sector(int sector, double valueAdded, double before, double after) =>
        new()
        {
            Sector = new(sector),
            Output = before,
            OutputChange = Figures.Change(before, after),
            ValueAddedLost = before > 0 ? valueAdded * (1 - (after / before)) : 0,
        };

    private RegionOutcome[] Regions(FlowTable economy, double[] valueAdded, double[] before, double[] after)
    {
        int n = economy.Sectors.Industries.Count;
        (double[] exportsBefore, double[] exportsAfter, double[] importsBefore, double[] importsAfter) = kept.Trade(before, after);
        return
        [
            .. Enumerable
                .Range(0, economy.Sectors.Regions.Count)
                .Select(region =>
                {
                    double lost = 0;
                    double product = 0;
                    for (int i = region * n; i < (region + 1) * n; i++)
                    {
                        product += valueAdded[i];
                        lost += before[i] > 0 ? valueAdded[i] * (1 - (after[i] / before[i])) : 0;
                    }

                    return new RegionOutcome
                    {
                        Region = new(region),
                        Loss = product > 0 ? lost / product : 0,
                        Base = product,
                        OutputChange = Figures.Change(
                            before.AsSpan(region * n, n).ToArray().Sum(),
                            after.AsSpan(region * n, n).ToArray().Sum()
                        ),
                        ExportsChange = Figures.Change(exportsBefore[region], exportsAfter[region]),
                        ImportsChange = Figures.Change(importsBefore[region], importsAfter[region]),
                    };
                }),
        ];
    }
}
