using Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;

/// <summary>The shares of a world economy after a shock, written out.</summary>
internal static class PostShockShares
{
    public static WorldEconomy Of(WorldModel model, WorldChange change, WorldSolution solution, double[] wages)
    {
        WorldEconomy economy = model.Economy;
        return economy with
        {
            TradeShares = TradeShares(model, change, solution),
            Tariffs = change.Shock.Tariffs ?? economy.Tariffs,
            InputShares = InputShares(model, solution),
            ValueAddedShares = ValueAddedShares(model, solution),
            FinalShares = FinalShares(model, solution),
            ValueAdded = [.. wages.Select((w, region) => w * economy.ValueAdded[region])],
            Deficits = change.Deficits,
        };
    }

    /// <summary>Share of each origin, tariffs included, in the layout of the trade shares.</summary>
    public static double[] TradeShares(WorldModel model, WorldChange change, WorldSolution solution)
    {
        int r = model.Regions;
        int n = model.Products;
        double[] shares = [.. model.Economy.TradeShares];
        var costs = new double[shares.Length];
        var productivity = new double[model.Cells];
        foreach (ProductivityChange p in change.Productivity)
        {
            productivity[p.Cell] = p.Log;
        }

        foreach (TradeFlowChange flow in change.Flows)
        {
            int cell = (((flow.Product * r) + flow.Buyer) * r) + flow.Origin;
            costs[cell] = flow.LogFactor;
            shares[cell] = flow.Banned > 0 ? 0 : shares[cell];
        }

        for (int j = 0; j < n; j++)
        {
            double power = 1 - model.Economy.Elasticities.Origins[j];
            for (int buyer = 0; buyer < r; buyer++)
            {
                Span<double> row = shares.AsSpan(((j * r) + buyer) * r, r);
                double total = 0;
                for (int i = 0; i < r; i++)
                {
                    int seller = (i * n) + j;
                    double price =
                        costs[(((j * r) + buyer) * r) + i]
                        + solution.Bundle[seller]
                        - productivity[seller]
                        - solution.Price[(buyer * n) + j];
                    row[i] *= row[i] == 0 || power == 0 ? 1 : Math.Exp(power * price);
                    total += row[i];
                }

                for (int i = 0; i < r && total > 0; i++)
                {
                    row[i] /= total;
                }
            }
        }

        return shares;
    }

    public static double[] ValueAddedShares(WorldModel model, WorldSolution solution)
    {
        double[] shares = [.. model.Economy.ValueAddedShares];
        for (int cell = 0; cell < shares.Length; cell++)
        {
            double power = 1 - model.Economy.Elasticities.ValueAddedInputs[cell % model.Products];
            shares[cell] *= power == 0 ? 1 : Math.Exp(power * (solution.LogFactor[model.FactorOf(cell)] - solution.Bundle[cell]));
        }

        return shares;
    }

    public static double[] InputShares(WorldModel model, WorldSolution solution)
    {
        int n = model.Products;
        double[] shares = [.. model.Economy.InputShares];
        for (int cell = 0; cell < model.Cells; cell++)
        {
            double power = 1 - model.Economy.Elasticities.AmongInputs[cell % n];
            for (int j = 0; j < n && power != 0; j++)
            {
                shares[(cell * n) + j] *= Math.Exp(power * (solution.Price[(cell / n * n) + j] - solution.Materials[cell]));
            }
        }

        return shares;
    }

    public static double[] FinalShares(WorldModel model, WorldSolution solution)
    {
        double power = 1 - model.Economy.Elasticities.FinalDemand;
        double[] shares = [.. model.Economy.FinalShares];
        for (int cell = 0; cell < shares.Length; cell++)
        {
            shares[cell] *= Math.Exp(power * (solution.Price[cell] - solution.FinalPrice[cell / model.Products]));
        }

        return shares;
    }
}
