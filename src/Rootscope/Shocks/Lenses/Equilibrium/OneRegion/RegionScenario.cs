using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>A scenario as rises and falls of cost in a one-region economy.</summary>
internal sealed class RegionScenario
{
    private readonly RegionEconomy _economy;
    private readonly CostRises _rises;
    private readonly HashSet<int> _lifted = [];

    public RegionScenario(ScenarioTable table, ElasticitySet elasticities)
    {
        var options = new EquilibriumOptions { Elasticities = elasticities, ExportsElasticity = table.ExportsElasticity };
        _economy = RegionEconomy.Of(table.Table, options);
        _rises = new CostRises(new double[_economy.Size], new double[_economy.Size]);
    }

    /// <summary>Makers need 1/(1 − φ) of everything for what is left of the product.</summary>
    public void Cut(OutputCut cut) => _rises.Home[cut.Product] -= AccurateExponentials.LogOnePlus(-cut.Share);

    /// <summary>What is still imported costs 1/(1 − φ) as much.</summary>
    public void Cut(DeliveryCut cut) => _rises.Import[cut.Product] -= AccurateExponentials.LogOnePlus(-cut.Share);

    public void Shift(ProductivityShift shift)
    {
        _rises.Home[shift.Product] -= Math.Log(shift.Factor);
        _lifted.Add(shift.Product);
    }

    public LensFigures Solve(CancellationToken cancellation)
    {
        var solver = new PriceSolver(_economy);
        PriceShock shock = PriceShock.None with { Rises = _rises };
        PriceSolution prices = solver.Solve(shock, cancellation);
        if (prices.Status == CutStatus.NotConverged)
        {
            return new LensFigures
            {
                Status = ScenarioStatus.NotConverged,
                Iterations = prices.Iterations,
                Residual = double.IsFinite(prices.Residual) ? prices.Residual : 1,
            };
        }

        bool collapsed = prices.Status == CutStatus.Collapse;
        var quantities = new QuantitySystem(_economy);
        bool hasQuantities = !collapsed && quantities.Solve(solver.Prices, solver.Home, shock);
        double[] before = _economy.Base.Output;
        double[]? after = hasQuantities ? quantities.Output.ToArray() : null;
        return new LensFigures
        {
            Status = collapsed ? ScenarioStatus.Collapse : ScenarioStatus.Ok,
            Iterations = prices.Iterations,
            Residual = prices.Residual,
            Regions =
            [
                new RegionOutcome
                {
                    Region = new(0),
                    Loss = collapsed ? 1 : -AccurateExponentials.ExpMinusOne(-prices.FinalLogPrice),
                    Base = _economy.FinalSpending,
                    OutputChange = after is null ? null : Figures.Change(before.Sum(), after.Sum()),
                },
            ],
            Sectors = collapsed ? [] : [.. Enumerable.Range(0, _economy.Size).Select(i => SectorOf(i, before, after, solver.Home[i]))],
            Lifted = after is null ? [] : [.. new RegionLift(_economy, solver, _rises, after).Of(_lifted)],
            Notes = _economy.CalibrationNotes,
        };
    }

    private static SectorOutcome SectorOf(int sector, double[] before, double[]? after, double logCost) =>
        new()
        {
            Sector = new(sector),
            Output = before[sector],
            OutputChange = after is null ? null : Figures.Change(before[sector], after[sector]),
            CostChange = AccurateExponentials.ExpMinusOne(logCost),
        };
}
