using Rootscope.Numerics;

namespace Rootscope.Shocks.Equilibrium.World;

/// <summary>Solves a world economy after a shock: wages such that every region's factor earns what its industries pay.</summary>
/// <remarks>
/// Exact-hat form: only shares, elasticities and the shock enter. Wages by Anderson's method on a damped map; prices and spending inside, from the
/// last iterate on. Numeraire: world value added. Source: Caliendo and Parro (2015), section 3. Cost: about 25 price solves.
/// </remarks>
public static class WorldEquilibrium
{
    private const double Tolerance = 1e-11;
    private const double Damping = 0.3;
    private const int MostIterations = 2_000;

    /// <summary>Solves for the economy after a shock.</summary>
    /// <param name="economy">The base.</param>
    /// <param name="shock">What changes.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ModelException">The base does not hold together.</exception>
    public static WorldOutcome Solve(WorldEconomy economy, WorldShock shock, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(economy);
        ArgumentNullException.ThrowIfNull(shock);
        economy.Validate();
        double[] before = BaseIncome(economy, cancellation);
        var prices = new WorldPrices(economy, shock);
        var spending = new WorldSpending(economy, shock);
        double[] deficits = shock.CloseDeficits ? new double[economy.RegionCount] : [.. economy.Deficits];
        var logWages = new double[economy.RegionCount];
        List<(int Region, int Product)> without = prices.WithoutOrigin();
        (SolveStatus status, int iterations, double residual) = without.Count > 0
            ? (SolveStatus.Infeasible, 0, double.PositiveInfinity)
            : Iterate(economy, prices, spending, deficits, logWages, cancellation);
        double[] wages = Array.ConvertAll(logWages, Math.Exp);
        return new WorldOutcome
        {
            Status = status,
            Iterations = iterations,
            Residual = residual,
            Infeasible = [.. without.Select(w => $"{economy.Products[w.Product]} in {economy.Regions[w.Region]}")],
            Wages = wages,
            FinalPrices = [.. Enumerable.Range(0, economy.RegionCount).Select(region => Math.Exp(prices.FinalIndex(region)))],
            Prices = Array.ConvertAll(prices.Price, Math.Exp),
            Spending = [.. spending.Spending],
            Income = (before, [.. spending.Income]),
            Economy = economy with
            {
                TradeShares = [.. prices.Trade],
                Tariffs = shock.Tariffs ?? economy.Tariffs,
                InputShares = spending.InputShares,
                ValueAddedShares = spending.ValueAddedShares,
                FinalShares = spending.FinalShares,
                ValueAdded = [.. wages.Select((w, region) => w * economy.ValueAdded[region])],
                Deficits = deficits,
            },
        };
    }

    private static (SolveStatus Status, int Iterations, double Residual) Iterate(
        WorldEconomy economy, WorldPrices prices, WorldSpending spending, double[] deficits, double[] logWages, CancellationToken cancellation)
    {
        var acceleration = new AndersonAcceleration(logWages.Length);
        acceleration.Reset();
        var next = new double[logWages.Length];
        double residual = double.PositiveInfinity;
        for (int iteration = 1; iteration <= MostIterations; iteration++)
        {
            bool solved = prices.Solve(logWages, cancellation);
            if (solved)
            {
                spending.SetShares(prices, logWages);
                solved = spending.Solve(logWages, prices.Trade, deficits, cancellation);
            }

            if (!solved)
            {
                return (SolveStatus.NotConverged, iteration, double.PositiveInfinity);
            }

            residual = NextWages(economy, spending, logWages, next);
            if (residual <= Tolerance)
            {
                return (SolveStatus.Converged, iteration, residual);
            }

            acceleration.Step(logWages, next);
            Normalise(economy, logWages);
        }

        return (SolveStatus.NotConverged, MostIterations, residual);
    }

    /// <summary>Moves each wage part of the way to what its factor is paid; returns the largest gap in logs.</summary>
    private static double NextWages(WorldEconomy economy, WorldSpending spending, double[] logWages, double[] next)
    {
        int n = economy.ProductCount;
        double gap = 0;
        for (int region = 0; region < next.Length; region++)
        {
            double paid = 0;
            for (int k = 0; k < n; k++)
            {
                paid += spending.ValueAddedShares[(region * n) + k] * spending.Sales[(region * n) + k];
            }

            double wanted = Math.Log(paid / economy.ValueAdded[region]) - logWages[region];
            gap = Math.Max(gap, Math.Abs(wanted));
            next[region] = logWages[region] + (Damping * wanted);
        }

        return gap;
    }

    private static void Normalise(WorldEconomy economy, double[] logWages)
    {
        double now = 0;
        double before = 0;
        for (int region = 0; region < logWages.Length; region++)
        {
            now += Math.Exp(logWages[region]) * economy.ValueAdded[region];
            before += economy.ValueAdded[region];
        }

        double shift = Math.Log(before / now);
        for (int region = 0; region < logWages.Length; region++)
        {
            logWages[region] += shift;
        }
    }

    /// <summary>Income of the base: value added, deficit, and the tariff revenue that base spending brings.</summary>
    private static double[] BaseIncome(WorldEconomy economy, CancellationToken cancellation)
    {
        var spending = new WorldSpending(economy, new WorldShock());
        if (!spending.Solve(new double[economy.RegionCount], economy.TradeShares, economy.Deficits, cancellation))
        {
            throw new ModelException("The world economy has no finite spending before any shock: its input shares leave nothing over. Check value-added shares.");
        }

        return [.. spending.Income];
    }
}
