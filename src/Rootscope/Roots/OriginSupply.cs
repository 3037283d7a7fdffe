using Rootscope.Numerics;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

namespace Rootscope.Roots;

/// <summary>What an economy buys of one product of one origin.</summary>
internal sealed record OriginSupply(int Origin, int Product, double Money, double ShareOfUse, double ShareOfImports, double DomarWeight)
{
    /// <summary>By origin, then product.</summary>
    public static IReadOnlyList<OriginSupply> Of(WorldModel model, int region, int[] origins)
    {
        var supplies = new List<OriginSupply>();
        foreach (int origin in origins)
        {
            for (int product = 0; product < model.Products; product++)
            {
                int row = ((product * model.Regions) + region) * model.Regions;
                double share = model.Economy.TradeShares[row + origin];
                double use = model.BaseSpending[(region * model.Products) + product];
                double abroad = 1 - model.Economy.TradeShares[row + region];
                double money = use > 0 ? share * use : 0;
                supplies.Add(
                    new OriginSupply(
                        origin,
                        product,
                        money,
                        use > 0 ? share : 0,
                        money > 0 ? share / abroad : 0,
                        money / model.Economy.ValueAdded[region]
                    )
                );
            }
        }

        return supplies;
    }
}

/// <summary>What is kept of the outcome of one cut by origin.</summary>
internal readonly record struct OriginOutcome(CutStatus Status, double? LogIncome, double? Loss, double? Reach)
{
    public static OriginOutcome Unused => new(CutStatus.NoUse, 0, 0, 0);

    /// <summary>Reads an outcome; reach where a threshold is given.</summary>
    public static OriginOutcome Of(WorldOutcome outcome, int region, double? threshold)
    {
        if (outcome.Status != SolveStatus.Converged)
        {
            // A region without an income, which may be another one, is no loss of everything here.
            return outcome.Status == SolveStatus.Infeasible && outcome.InfeasibleBuyers.All(b => b.Reason != InfeasibleReason.NoIncome)
                ? new OriginOutcome(CutStatus.Collapse, null, 1, 1)
                : new OriginOutcome(CutStatus.NotConverged, null, null, null);
        }

        double log = Math.Log(outcome.Solution.Income[region] / outcome.Model.BaseIncome[region]) - outcome.Solution.FinalPrice[region];
        return new OriginOutcome(
            CutStatus.Ok,
            log,
            -AccurateExponentials.ExpMinusOne(log),
            threshold is { } t ? ReachOf(outcome, region, t) : null
        );
    }

    private static double ReachOf(WorldOutcome outcome, int region, double threshold)
    {
        WorldModel model = outcome.Model;
        double reached = 0;
        double total = 0;
        for (int cell = region * model.Products; cell < (region + 1) * model.Products; cell++)
        {
            double before = model.BaseSales[cell];
            double valueAdded = before * model.Economy.ValueAddedShares[cell];
            total += valueAdded;
            reached +=
                before > 0 && 1 - (outcome.Sales[cell] / before * Math.Exp(-outcome.Solution.Bundle[cell])) > threshold ? valueAdded : 0;
        }

        return total > 0 ? reached / total : 0;
    }
}
