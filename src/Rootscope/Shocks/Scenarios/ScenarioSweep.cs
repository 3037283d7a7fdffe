using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Tables;

namespace Rootscope.Shocks.Scenarios;

/// <summary>The loss of one region at one elasticity.</summary>
/// <param name="Elasticity">The elasticity of substitution of the nest. Unit: none; 0 is Leontief, 1 Cobb-Douglas.</param>
/// <param name="Region">Number of the region; -1 for all regions together.</param>
/// <param name="Loss">Share of what the lens measures that is lost; null where there are no figures. Unit: share.</param>
/// <param name="Status">How the run at this elasticity ended.</param>
public sealed record SweepPoint(double Elasticity, RegionNumber Region, double? Loss, ScenarioStatus Status);

/// <summary>Loss against an elasticity, as a curve: the answer to a large shock is steep in it.</summary>
public static class ScenarioSweep
{
    private static readonly double[] AnyNest = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 4, 6, 8];

    /// <summary>The least elasticity among origins at which a world of many regions has one equilibrium. Unit: none.</summary>
    internal const double LeastAmongOrigins = 0.7;

    /// <summary>Among origins well below 1 a world has several equilibria, and a curve through them means nothing.</summary>
    private static readonly double[] AmongOrigins = [LeastAmongOrigins, 0.76, 0.85, 0.95, 1, 1.1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

    /// <summary>
    /// The elasticities of a sweep where none are given: from no substitution, or from the least with one equilibrium, to the highest that
    /// trade studies find. Unit: none.
    /// </summary>
    public static IReadOnlyList<double> DefaultElasticities(Nest nest, FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return nest == Nest.DomesticImported && table.Sectors.Regions.Count > 1 ? AmongOrigins : AnyNest;
    }

    /// <summary>The nest that a scenario works on first: among origins for what crosses borders, among inputs otherwise.</summary>
    public static Nest NestOf(Scenario scenario, FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return NestOf(scenario, new ScenarioEconomy(table));
    }

    /// <summary>The same in an economy that was made from the table.</summary>
    public static Nest NestOf(Scenario scenario, ScenarioEconomy economy)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var split = ScenarioTable.Of(scenario, economy);
        return scenario.Shocks.SelectMany(s => s.ChangesIn(split)).Any(c => c.CrossesBorders) ? Nest.DomesticImported : Nest.AmongInputs;
    }

    /// <summary>Runs a scenario once for every elasticity.</summary>
    /// <param name="scenario">The scenario; its other elasticities stay.</param>
    /// <param name="table">The table that it names.</param>
    /// <param name="lens">The lens; one that knows no elasticities gives a flat line.</param>
    /// <param name="nest">The nest whose elasticities, general and by code, all become the one of the point; ratings of products, which
    /// would set elasticities against it, do not count.</param>
    /// <param name="elasticities">The elasticities, at least 0.</param>
    /// <param name="threads">Most threads to use; the points are the same bits on any number.</param>
    /// <param name="progress">Told how many elasticities are done.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <returns>By elasticity in the order given: all regions together, then each region.</returns>
    public static IReadOnlyList<SweepPoint> Of(
        Scenario scenario,
        FlowTable table,
        ILens lens,
        Nest nest,
        IReadOnlyList<double> elasticities,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        return Of(scenario, new ScenarioEconomy(table), lens, nest, elasticities, threads, progress, cancellation);
    }

    /// <summary>The same in an economy that was made from the table.</summary>
    /// <inheritdoc cref="Of(Scenario, FlowTable, ILens, Nest, IReadOnlyList{double}, int, IProgress{int}?, CancellationToken)"/>
    /// <param name="scenario">The scenario; its other elasticities stay.</param>
    /// <param name="economy">The economy.</param>
    /// <param name="lens">The lens.</param>
    /// <param name="nest">The nest.</param>
    /// <param name="elasticities">The elasticities, at least 0.</param>
    /// <param name="threads">Most threads to use; the points are the same bits on any number.</param>
    /// <param name="progress">Told how many elasticities are done.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    public static IReadOnlyList<SweepPoint> Of(
        Scenario scenario,
        ScenarioEconomy economy,
        ILens lens,
        Nest nest,
        IReadOnlyList<double> elasticities,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(economy);
        ArgumentNullException.ThrowIfNull(elasticities);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var points = new SweepPoint[elasticities.Count][];
        int done = 0;
        Parallel.For(
            0,
            elasticities.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            i =>
            {
                Scenario at = scenario with { Elasticities = With(scenario.Elasticities.Unrated, nest, elasticities[i]) };
                LensResult result = ScenarioRun.Of(at, economy, [lens], progress: null, cancellation).Lenses[0];
                points[i] = [.. PointsOf(elasticities[i], result, economy.Source.Sectors.Regions.Count)];
                progress?.Report(Interlocked.Increment(ref done));
            }
        );
        return [.. points.SelectMany(p => p)];
    }

    /// <summary>The loss of all regions together, by what each had before; null where there are no figures. Unit: share.</summary>
    public static double? LossOfAll(LensResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        double lost = result.Figures.Regions.Sum(r => r.Money);
        double all = result.Figures.Regions.Sum(r => r.Base);
        return all > 0 ? lost / all : null;
    }

    private static IEnumerable<SweepPoint> PointsOf(double elasticity, LensResult result, int regions)
    {
        yield return new SweepPoint(elasticity, new(-1), LossOfAll(result), result.Status);
        for (int r = 0; r < regions; r++)
        {
            yield return new SweepPoint(
                elasticity,
                new(r),
                r < result.Figures.Regions.Count ? result.Figures.Regions[r].Loss : null,
                result.Status
            );
        }
    }

    private static ElasticitySet With(ElasticitySet set, Nest nest, double value) =>
        new(set.Name, [.. set.Elasticities.Select(e => e.Nest == nest ? e with { Value = value, Source = "swept" } : e)]);
}
