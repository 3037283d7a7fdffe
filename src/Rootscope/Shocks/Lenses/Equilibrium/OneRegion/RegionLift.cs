using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>What uplifts lift on both sides in a one-region economy; as in a world of many regions.</summary>
internal sealed class RegionLift(RegionEconomy economy, PriceSolver solver, CostRises rises, double[] outputAfter)
{
    private const double Tolerance = 1e-12;
    private const int MostPasses = 5_000;

    private readonly CalibratedShares _shares = economy.Shares;
    private readonly double[] _before = economy.Base.Output;
    private readonly int _n = economy.Size;

    public IEnumerable<LiftedSector> Of(HashSet<int> lifted)
    {
        if (lifted.Count == 0)
        {
            yield break;
        }

        double[] upstream = Upstream(lifted);
        double[] logCost = solver.Home.ToArray();
        for (int sector = 0; sector < _n; sector++)
        {
            if (lifted.Contains(sector) || _before[sector] <= 0)
            {
                continue;
            }

            double saved = 1 - Math.Exp(logCost[sector]);
            yield return new LiftedSector(new(sector), LiftDirection.Downstream, saved, saved * _before[sector]);
            yield return new LiftedSector(new(sector), LiftDirection.Upstream, upstream[sector] / _before[sector], upstream[sector]);
        }
    }

    private double[] Upstream(HashSet<int> lifted)
    {
        PriceSystem prices = solver.Prices;
        var direct = new double[_n];
        foreach (int k in lifted)
        {
            // Bundles of inputs, as the quantities of the equilibrium have them.
            double bundles =
                outputAfter[k]
                * InputsPerOutput(k)
                * Math.Exp(rises.Home[k] + (economy.Elasticities.ValueAddedInputs[k] * (prices.Cost[k] - prices.Inputs[k])));
            double before = _before[k] * InputsPerOutput(k);
            for (int j = 0; j < _n; j++)
            {
                double share = _shares.InputShares[(k * _n) + j];
                double now = bundles * share * Math.Exp(economy.Elasticities.AmongInputs[k] * (prices.Inputs[k] - prices.Composite[j]));
                direct[j] += (now - (before * share)) * (1 - _shares.ImportShare[j]);
            }
        }

        double[] all = [.. direct];
        for (int pass = 0; pass < MostPasses; pass++)
        {
            double change = 0;
            double[] needed = NeededFor(all);
            for (int j = 0; j < _n; j++)
            {
                double next = direct[j] + needed[j];
                change += Math.Abs(next - all[j]);
                all[j] = next;
            }

            if (change <= Tolerance * economy.FinalSpending)
            {
                break;
            }
        }

        return all;
    }

    private double[] NeededFor(double[] output)
    {
        var needed = new double[_n];
        for (int k = 0; k < _n; k++)
        {
            double inputs = output[k] * InputsPerOutput(k);
            for (int j = 0; j < _n && inputs != 0; j++)
            {
                needed[j] += inputs * _shares.InputShares[(k * _n) + j] * (1 - _shares.ImportShare[j]);
            }
        }

        return needed;
    }

    private double InputsPerOutput(int industry)
    {
        double cost = _shares.Inputs[industry] + _shares.ValueAdded[industry];
        return cost > 0 ? _shares.Inputs[industry] / cost : 0;
    }
}
