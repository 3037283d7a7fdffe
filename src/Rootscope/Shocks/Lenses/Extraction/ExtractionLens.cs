using Rootscope.Accounts;
using Rootscope.Shocks.Equilibrium;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Extraction;

/// <summary>The accounting lens: what is cut is gone, nothing replaces it, and all that was made for it is not made either.</summary>
/// <remarks>
/// Partial extraction (Dietzenbacher and Lahr 2013) of any number of deliveries at once, on the domestic requirements: the rows of A and of
/// final demand shrink, x' = (I − A')⁻¹ f', and the loss is the value added of the output that is missing. It follows demand, so it falls
/// on those who sell; it knows no prices, and no buyer who goes without. Cost: some dozens of passes over the table.
/// </remarks>
public sealed class ExtractionScenario : IScenarioLens
{
    private const double Tolerance = 1e-12;
    private const int MostPasses = 5_000;

    /// <inheritdoc/>
    public string Word => "extraction";

    /// <inheritdoc/>
    public string Meaning => "Accounting: what is cut is gone, nothing replaces it, and what was made for it is not made either.";

    /// <inheritdoc/>
    public string Horizon => "accounting";

    /// <inheritdoc/>
    public string LossOf => "value added";

    /// <inheritdoc/>
    public string? ReasonAgainst(IChange change, ScenarioTable table) =>
        change switch
        {
            DeliveryCut { From: ScenarioTable.Abroad } =>
                "The accounts follow what is made at home: imports alone cannot be extracted from a one-region table.",
            DeliveryCut or OutputCut => null,
            TariffChange => "The accounts know no prices, so a tariff changes nothing in them.",
            ProductivityShift => "The accounts know no prices, so cheaper goods change nothing in them.",
            _ => Unknown.Reason(change),
        };

    /// <inheritdoc/>
    public LensFigures Solve(
        ScenarioTable table,
        IReadOnlyList<IChange> changes,
        ElasticitySet elasticities,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(changes);
        FlowTable economy = table.IsOneRegion ? OwnUse.NettedOut(table.Table).Table : table.Table;
        var kept = KeptDeliveries.Of(economy, changes);
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

        double[] valueAdded = TableTotals.ValueAdded(table.Table);
        return residual <= Tolerance
            ? new LensFigures
            {
                Status = ScenarioStatus.Ok,
                Iterations = passes,
                Residual = residual,
                Regions = Regions(economy, valueAdded, before, after, kept),
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
            Sector = sector,
            Output = before,
            OutputChange = Figures.Change(before, after),
            ValueAddedLost = before > 0 ? valueAdded * (1 - (after / before)) : 0,
        };

    private static RegionOutcome[] Regions(FlowTable economy, double[] valueAdded, double[] before, double[] after, KeptDeliveries kept)
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
                        Region = region,
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
