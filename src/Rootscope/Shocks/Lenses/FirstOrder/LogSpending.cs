using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.FirstOrder;

/// <summary>Log of real final spending of one region, to which every change adds its elasticity times its log.</summary>
internal sealed class LogSpending
{
    private readonly EquilibriumCuts _cuts;
    private double _log;

    private LogSpending(RegionEconomy economy) => _cuts = new EquilibriumCuts(economy);

    public static LogSpending Of(ScenarioTable table, ElasticitySet elasticities, CancellationToken cancellation) =>
        new(RegionEconomy.Of(table.Table, new EquilibriumOptions { Elasticities = elasticities }));

    public void Cut(OutputCut cut) =>
        _log += _cuts.ElasticityOf(cut.Product, SupplyScope.Domestic) * AccurateExponentials.LogOnePlus(-cut.Share);

    public void Cut(DeliveryCut cut) =>
        _log += _cuts.ElasticityOf(cut.Product, SupplyScope.Imported) * AccurateExponentials.LogOnePlus(-cut.Share);

    public void Shift(ProductivityShift shift) => _log += _cuts.ElasticityOf(shift.Product, SupplyScope.Domestic) * Math.Log(shift.Factor);

    public LensFigures Figures() =>
        new()
        {
            Status = ScenarioStatus.Ok,
            Regions =
            [
                new RegionOutcome
                {
                    Region = new(0),
                    Loss = -AccurateExponentials.ExpMinusOne(_log),
                    Base = _cuts.Economy.FinalSpending,
                },
            ],
            Notes = _cuts.Economy.CalibrationNotes,
        };
}
