using Rootscope.Roots.Bands;

namespace Rootscope.Roots.Stake;

/// <summary>How sure one product's figure and place are.</summary>
/// <param name="Point">The point figures.</param>
/// <param name="AtStake">What is at stake over draws. Unit: share of one year's final spending.</param>
/// <param name="Rank">Place over draws; equal figures share the middle of their places. Unit: ranks.</param>
/// <param name="RankShare">
/// Share of draws in which the place is within a tenth of the list of that of the point figures. Unit: share of draws.
/// </param>
/// <param name="Tier">The tier by <see cref="StakeTiers"/>, A first; null where the product has no figure.</param>
public sealed record StakeBand(StakeRow Point, Band AtStake, Band Rank, double RankShare, string? Tier);

/// <summary>What is at stake as bands and tiers: over draws of what is not known.</summary>
/// <remarks>
/// What is drawn, and why so widely: docs/methods/stake.md. Exact draws solve every product again; without them draws go through an
/// approximation around the central solve, eight equilibria a product. All products of a draw, and all supplies, meet the same draw.
/// </remarks>
public sealed class StakeBands
{
    /// <summary>Draws of the approximation, which cost next to nothing.</summary>
    internal const int ApproximateDraws = 400;

    /// <summary>Nodes a panel of exact draws: they err by less than a thousandth of what is at stake.</summary>
    private const int Nodes = 3;

    private StakeBands(StakeBandOptions options, int draws, IReadOnlyList<StakeBand> rows)
    {
        Options = options;
        Draws = draws;
        Rows = rows;
    }

    /// <summary>How bands were made.</summary>
    public StakeBandOptions Options { get; }

    /// <summary>Number of draws.</summary>
    public int Draws { get; }

    /// <summary>Whether every draw was solved; otherwise bands are approximate.</summary>
    public bool IsExact => Options.Draws > 0;

    /// <summary>One row a product, in the order of the ranking.</summary>
    public IReadOnlyList<StakeBand> Rows { get; }

    /// <summary>Makes the bands of a ranking.</summary>
    /// <param name="ranking">The point figures.</param>
    /// <param name="options">Draws, seed, widths and what ratings are made of.</param>
    /// <param name="progress">Told how many draws are done; without draws, how many products.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ModelException">The options do not hold.</exception>
    public static StakeBands Of(
        StakeRanking ranking,
        StakeBandOptions options,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        StakeDrawing drawing = ranking.Inputs.DrawnFor(options);
        double?[][] draws =
            options.Draws > 0
                ? Exact(ranking, options, drawing, progress, cancellation)
                : Approximate(ranking, options, drawing, progress, cancellation);
        return new StakeBands(options, draws.Length, Bands(ranking.Rows, draws));
    }

    /// <summary>Figures by draw and row of the ranking, every draw solved.</summary>
    private static double?[][] Exact(
        StakeRanking ranking,
        StakeBandOptions options,
        StakeDrawing drawing,
        IProgress<int>? progress,
        CancellationToken cancellation
    )
    {
        var point = StakeSolver.Of(ranking.Inputs, ranking.Options);
        var draws = new double?[options.Draws][];
        int done = 0;
        Parallel.For(
            0,
            draws.Length,
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            i =>
            {
                StakeDraw draw = drawing.At(i);
                StakeSolver solver = point.Drawn(draw.Moved(ranking.Inputs), draw.Moved(ranking.Options), Nodes);
                var workspace = solver.NewWorkspace();
                draws[i] = [.. ranking.Rows.Select(r => solver.RowOf(r.Product, workspace, cancellation).AtStakeShare)];
                progress?.Report(Interlocked.Increment(ref done));
            }
        );
        return draws;
    }

    private static double?[][] Approximate(
        StakeRanking ranking,
        StakeBandOptions options,
        StakeDrawing drawing,
        IProgress<int>? progress,
        CancellationToken cancellation
    )
    {
        var point = StakeSolver.Of(ranking.Inputs, ranking.Options);
        StakeSolver[] up = StakeSlopes.Solvers(ranking.Inputs, ranking.Options, point, 1);
        StakeSolver[] down = StakeSlopes.Solvers(ranking.Inputs, ranking.Options, point, -1);
        var slopes = new StakeSlope?[ranking.Rows.Count];
        int done = 0;
        Parallel.For(
            0,
            slopes.Length,
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            () => new StakeSlopes(ranking.Options, point, up, down),
            (i, _, solver) =>
            {
                slopes[i] = solver.Of(ranking.Rows[i], cancellation);
                progress?.Report(Interlocked.Increment(ref done));
                return solver;
            },
            _ => { }
        );
        var draws = new double?[ApproximateDraws][];
        Parallel.For(
            0,
            draws.Length,
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            i =>
            {
                StakeDraw draw = drawing.At(i);
                draws[i] = [.. ranking.Rows.Select((r, k) => slopes[k]?.At(draw, r.Product) ?? r.AtStakeShare)];
            }
        );
        return draws;
    }

    private static StakeBand[] Bands(IReadOnlyList<StakeRow> rows, double?[][] draws)
    {
        double[][] places = [.. draws.Select(Places)];
        int tolerance = RootBands.PlacesThatHold(rows.Count);
        Band[] ranks = [.. rows.Select((_, k) => Band.Of([.. places.Select(p => (double?)p[k])]))];
        IReadOnlyList<int?> tiers = StakeTiers.Of([
            .. rows.Select((r, k) => r.AtStakeShare is null ? ((double, double)?)null : (ranks[k].Low!.Value, ranks[k].High!.Value)),
        ]);
        return
        [
            .. rows.Select(
                (r, k) =>
                    new StakeBand(
                        r,
                        Band.Of([.. draws.Select(d => d[k])]),
                        ranks[k],
                        (double)places.Count(p => Math.Abs(p[k] - r.Rank) <= tolerance) / places.Length,
                        tiers[k] is { } tier ? StakeTiers.NameOf(tier) : null
                    )
            ),
        ];
    }

    /// <summary>Places of the figures of a draw, those without one last; equal figures share the middle of their places.</summary>
    private static double[] Places(double?[] figures)
    {
        var places = new double[figures.Length];
        int[] order = [.. Enumerable.Range(0, figures.Length).OrderByDescending(k => figures[k] ?? double.NegativeInfinity)];
        for (int from = 0, to; from < order.Length; from = to)
        {
            to = from + 1;
            while (to < order.Length && Nullable.Equals(figures[order[to]], figures[order[from]]))
            {
                to++;
            }

            for (int i = from; i < to; i++)
            {
                places[order[i]] = 0.5 * (from + to + 1);
            }
        }

        return places;
    }
}
