using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Scenarios.Draws;

/// <summary>How sure the figures of one region are under one lens.</summary>
/// <param name="Loss">Its loss over draws. Unit: share.</param>
/// <param name="RankShare">
/// Share of draws in which its place among regions, by loss, is within a tenth of their number of that of the point figures; null where
/// there are no places to speak of. Unit: share of draws.
/// </param>
public sealed record RegionBand(FigureBand Loss, double? RankShare);

/// <summary>How sure the figures of one lens are.</summary>
/// <param name="Whole">The loss of all regions together, over draws. Unit: share.</param>
/// <param name="Regions">One entry a region, in table order; none where the point figures have none.</param>
/// <param name="Output">The change of output over draws, one entry a sector, in table order; null where the lens does not tell it. Unit:
/// share.</param>
/// <param name="Undefined">Number of draws in which the lens had no figures.</param>
public sealed record LensBands(FigureBand Whole, IReadOnlyList<RegionBand> Regions, IReadOnlyList<FigureBand?> Output, int Undefined);

/// <summary>A scenario run again and again with what it does not know drawn anew: sizes of shocks, elasticities, days of stock.</summary>
/// <remarks>
/// Every draw is solved as the point figures are: nothing is linearized. Cost: the lenses' own, once a draw. The same bytes on any number
/// of threads. See docs/methods/scenarios.md.
/// </remarks>
public sealed class ScenarioBands
{
    private const double HeldWithin = 0.1;
    private const int FewestPlaces = 10;

    private ScenarioBands(ScenarioDrawOptions options, IReadOnlyList<LensBands> lenses) => (Options, Lenses) = (options, lenses);

    /// <summary>How the draws were made.</summary>
    public ScenarioDrawOptions Options { get; }

    /// <summary>One entry a lens, in the order of the result.</summary>
    public IReadOnlyList<LensBands> Lenses { get; }

    /// <summary>Draws what a result rests on.</summary>
    /// <param name="result">The result at the point figures.</param>
    /// <param name="options">How many draws, and from what.</param>
    /// <param name="progress">Told how many runs of a lens are done, of draws × lenses with figures.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    public static ScenarioBands Of(
        ScenarioResult result,
        ScenarioDrawOptions options,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Draws, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        ElasticitySet elasticities = result.Table.ElasticitiesOf(result.Scenario.Elasticities);
        IReadOnlyList<IChange>[] changes = ScenarioRun.ChangesIn(result.Scenario, result.Table);
        int[] lenses = [.. Enumerable.Range(0, result.Lenses.Count).Where(l => result.Lenses[l].HasFigures)];
        var drawn = new DrawnFigures?[result.Lenses.Count][];
        foreach (int lens in lenses)
        {
            drawn[lens] = new DrawnFigures?[options.Draws];
        }

        int done = 0;
        Parallel.For(
            0,
            options.Draws * lenses.Length,
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            i =>
            {
                (int draw, int lens) = (i / lenses.Length, lenses[i % lenses.Length]);
                var with = ScenarioDraw.Of(options, draw, changes.Length);
                LensResult solved = ScenarioRun.Solve(
                    result.Lenses[lens].Lens.WithStocks(with.Stocks),
                    result.Table,
                    [.. changes.Select(IReadOnlyList<IChange> (of, shock) => [.. of.Select(c => with.Of(c, shock))])],
                    with.Of(elasticities, isWorld: !result.Table.IsOneRegion),
                    cancellation
                );
                drawn[lens][draw] = solved.HasFigures ? DrawnFigures.Of(solved) : null;
                progress?.Report(Interlocked.Increment(ref done));
            }
        );
        return new ScenarioBands(
            options,
            [.. result.Lenses.Select((lens, i) => drawn[i] is { } figures ? BandsOf(lens, figures) : new LensBands(None, [], [], 0))]
        );
    }

    private static FigureBand None => FigureBand.Of([]);

    private static LensBands BandsOf(LensResult point, DrawnFigures?[] draws)
    {
        int regions = point.Figures.Regions.Count;
        int[] places = PlacesOf([.. point.Figures.Regions.Select(r => r.Loss)]);
        int[]?[] drawnPlaces = [.. draws.Select(d => d is null ? null : PlacesOf(d.Losses))];
        double within = HeldWithin * regions;
        return new LensBands(
            FigureBand.Of([.. draws.Select(d => d?.Whole)]),
            [
                .. Enumerable
                    .Range(0, regions)
                    .Select(r => new RegionBand(
                        FigureBand.Of([.. draws.Select(d => d?.Losses[r])]),
                        regions < FewestPlaces
                            ? null
                            : drawnPlaces.Count(p => p is not null && Math.Abs(p[r] - places[r]) <= within) / (double)draws.Length
                    )),
            ],
            [
                .. point.Figures.Sectors.Select(
                    (sector, s) => sector.OutputChange is null ? null : FigureBand.Of([.. draws.Select(d => d?.Outputs[s])])
                ),
            ],
            draws.Count(d => d is null)
        );
    }

    /// <summary>Places by loss, the largest first; of equal ones the first in the table comes first.</summary>
    private static int[] PlacesOf(double[] losses)
    {
        int[] places = new int[losses.Length];
        int[] order = [.. Enumerable.Range(0, losses.Length).OrderByDescending(r => losses[r]).ThenBy(r => r)];
        for (int place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }

    /// <summary>What is kept of one draw under one lens.</summary>
    private sealed record DrawnFigures(double? Whole, double[] Losses, double?[] Outputs)
    {
        public static DrawnFigures Of(LensResult result) =>
            new(
                ScenarioSweep.LossOfAll(result),
                [.. result.Figures.Regions.Select(r => r.Loss)],
                [.. result.Figures.Sectors.Select(s => s.OutputChange)]
            );
    }
}
