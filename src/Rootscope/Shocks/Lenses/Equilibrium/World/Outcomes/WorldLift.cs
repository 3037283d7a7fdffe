using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;

/// <summary>What uplifts lift on both sides: the costs of those who buy, and the sales of those who sell.</summary>
/// <remarks>
/// Downstream: the fall of unit cost in units of the region's factor, times output. Upstream: the change of what uplifted industries
/// purchase, at prices before, followed back through all tiers by the recipes of the base. A more productive industry needs less for each
/// piece and makes more pieces: upstream may go either way.
/// </remarks>
internal sealed class WorldLift(WorldEconomy economy, WorldOutcome outcome, double[] sales, double[] logCost)
{
    private const double Tolerance = 1e-12;
    private const int MostPasses = 5_000;

    private readonly int _r = economy.Regions.Count;
    private readonly int _n = economy.Products.Count;

    public IEnumerable<LiftedSector> Of(HashSet<int> lifted)
    {
        if (lifted.Count == 0)
        {
            yield break;
        }

        double[] upstream = Upstream(lifted);
        for (int sector = 0; sector < sales.Length; sector++)
        {
            if (lifted.Contains(sector) || sales[sector] <= 0)
            {
                continue;
            }

            double saved = 1 - Math.Exp(logCost[sector] - Math.Log(outcome.Wages[sector / _n]));
            yield return new LiftedSector(new(sector), LiftDirection.Downstream, saved, saved * sales[sector]);
            yield return new LiftedSector(new(sector), LiftDirection.Upstream, upstream[sector] / sales[sector], upstream[sector]);
        }
    }

    private double[] Upstream(HashSet<int> lifted)
    {
        WorldEconomy after = outcome.Economy;
        double[] salesAfter = WorldFlows.SalesOf(after, outcome);
        var purchases = new double[_r * _n];
        foreach (int sector in lifted)
        {
            for (int j = 0; j < _n; j++)
            {
                int product = (sector / _n * _n) + j;
                double before = sales[sector] * (1 - economy.ValueAddedShares[sector]) * economy.InputShares[(sector * _n) + j];
                double now =
                    salesAfter[sector]
                    * (1 - after.ValueAddedShares[sector])
                    * after.InputShares[(sector * _n) + j]
                    / outcome.Prices[product];
                purchases[product] += now - before;
            }
        }

        double[] direct = ByOrigin(purchases);
        double[] all = [.. direct];
        double scale = sales.Sum();
        for (int pass = 0; pass < MostPasses; pass++)
        {
            double[] next = ByOrigin(NeededFor(all));
            double change = 0;
            for (int i = 0; i < next.Length; i++)
            {
                next[i] += direct[i];
                change += Math.Abs(next[i] - all[i]);
            }

            all = next;
            if (change <= Tolerance * scale)
            {
                break;
            }
        }

        return all;
    }

    /// <summary>What a region's purchases of each product mean for those who sell it.</summary>
    private double[] ByOrigin(double[] purchases)
    {
        var result = new double[_r * _n];
        for (int j = 0; j < _n; j++)
        {
            for (int buyer = 0; buyer < _r; buyer++)
            {
                double bought = purchases[(buyer * _n) + j];
                for (int i = 0; i < _r && bought != 0; i++)
                {
                    result[(i * _n) + j] += bought * economy.TradeShares[WorldFlows.Cell(_r, j, buyer, i)];
                }
            }
        }

        return result;
    }

    private double[] NeededFor(double[] output)
    {
        var needed = new double[_r * _n];
        for (int sector = 0; sector < output.Length; sector++)
        {
            double inputs = output[sector] * (1 - economy.ValueAddedShares[sector]);
            for (int j = 0; j < _n && inputs != 0; j++)
            {
                needed[(sector / _n * _n) + j] += inputs * economy.InputShares[(sector * _n) + j];
            }
        }

        return needed;
    }
}
