using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;

/// <summary>Sales, costs and flows of a world economy, from its outcome.</summary>
internal static class WorldFlows
{
    /// <summary>The place of a flow in the layout of the trade shares.</summary>
    public static int Cell(int regions, int product, int buyer, int origin) => (((product * regions) + buyer) * regions) + origin;

    /// <summary>Sales of each industry [n·N + j], before tariffs.</summary>
    public static double[] SalesOf(WorldEconomy economy, WorldOutcome outcome)
    {
        int r = economy.Regions.Count;
        int n = economy.Products.Count;
        var sales = new double[r * n];
        for (int j = 0; j < n; j++)
        {
            for (int buyer = 0; buyer < r; buyer++)
            {
                for (int i = 0; i < r; i++)
                {
                    int cell = Cell(r, j, buyer, i);
                    sales[(i * n) + j] += outcome.Spending[(buyer * n) + j] * economy.TradeShares[cell] / (1 + economy.Tariffs[cell]);
                }
            }
        }

        return sales;
    }

    /// <summary>Log unit cost of each industry [n·N + k] over that before: its bundle at the new prices, over its productivity.</summary>
    public static double[] LogCosts(WorldEconomy before, WorldOutcome outcome, double[] productivity)
    {
        int n = before.Products.Count;
        var costs = new double[before.Regions.Count * n];
        for (int cell = 0; cell < costs.Length; cell++)
        {
            int region = cell / n;
            double elasticity = before.Elasticities.AmongInputs[cell % n];
            double sum = 0;
            for (int j = 0; j < n; j++)
            {
                double share = before.InputShares[(cell * n) + j];
                sum += share == 0 ? 0 : share * Ces.Term(Math.Log(outcome.Prices[(region * n) + j]), elasticity);
            }

            double materials = Ces.Index(sum, elasticity);
            costs[cell] =
                Ces.Pair(
                    before.ValueAddedShares[cell],
                    Math.Log(outcome.Wages[region]),
                    materials,
                    before.Elasticities.ValueAddedInputs[cell % n]
                ) - Math.Log(productivity[cell]);
        }

        return costs;
    }
}
