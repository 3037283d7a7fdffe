using Rootscope.Numerics;
using Rootscope.Shocks.Equilibrium;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.Equilibrium;

/// <summary>A scenario as rises and falls of cost in a one-region economy.</summary>
internal sealed class RegionScenario
{
    private readonly RegionEconomy _economy;

    public RegionScenario(ScenarioTable table, ElasticitySet elasticities) =>
        _economy = RegionEconomy.Of(table.Table, new EquilibriumOptions { Elasticities = elasticities });

    public LensFigures Solve(IReadOnlyList<IChange> changes, CancellationToken cancellation)
    {
        var solver = new PriceSolver(_economy);
        CostRises rises = RisesOf(changes);
        PriceShock shock = PriceShock.None with { Rises = rises };
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
                    Region = 0,
                    Loss = collapsed ? 1 : -AccurateExponentials.ExpMinusOne(-prices.FinalLogPrice),
                    Base = _economy.FinalSpending,
                    OutputChange = after is null ? null : Figures.Change(before.Sum(), after.Sum()),
                },
            ],
            Sectors = collapsed ? [] : [.. Enumerable.Range(0, _economy.Size).Select(i => SectorOf(i, before, after, solver.Home[i]))],
            Lifted = after is null ? [] : [.. new RegionLift(_economy, solver, rises, after).Of(changes)],
            Notes = _economy.Clamped,
        };
    }

    private static SectorOutcome SectorOf(int sector, double[] before, double[]? after, double logCost) =>
        new()
        {
            Sector = sector,
            Output = before[sector],
            OutputChange = after is null ? null : Figures.Change(before[sector], after[sector]),
            CostChange = Math.Exp(logCost) - 1,
        };

    private CostRises RisesOf(IReadOnlyList<IChange> changes)
    {
        var home = new double[_economy.Size];
        var import = new double[_economy.Size];
        foreach (IChange change in changes)
        {
            switch (change)
            {
                case OutputCut cut:
                    home[cut.Product] -= Math.Log(1 - cut.Share);
                    break;
                case DeliveryCut cut:
                    import[cut.Product] -= Math.Log(1 - cut.Share);
                    break;
                case ProductivityShift shift:
                    home[shift.Product] -= Math.Log(shift.Factor);
                    break;
            }
        }

        return new CostRises(home, import);
    }
}
