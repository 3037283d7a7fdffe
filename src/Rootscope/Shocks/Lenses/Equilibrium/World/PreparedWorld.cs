using Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

namespace Rootscope.Shocks.Lenses.Equilibrium.World;

/// <summary>A world economy prepared for shocks: one at a time, or thousands as matrix products.</summary>
/// <remarks>
/// Horizon: years. Preparing solves the base and how factor prices answer to it; a shock then takes a few sweeps of the input and trade
/// shares. Thread-safe. Source and laws: docs/methods/world-equilibrium.md.
/// </remarks>
public sealed class PreparedWorld
{
    private readonly WorldModel _model;

    /// <summary>Prepares an economy.</summary>
    /// <param name="economy">The base.</param>
    /// <param name="threads">Most threads to prepare with; what is prepared is the same on any number.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ModelException">The base does not hold together; the message names the first place.</exception>
    public PreparedWorld(WorldEconomy economy, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(economy);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _model = WorldModel.Of(economy, threads, cancellation);
    }

    /// <summary>The base.</summary>
    public WorldEconomy Economy => _model.Economy;

    internal WorldModel Model => _model;

    /// <summary>Solves one shock.</summary>
    /// <param name="shock">What changes.</param>
    /// <param name="start">An outcome of a similar shock to this economy to begin from; null for the base. It changes the path, and the
    /// figures within the tolerance.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ModelException">The shock does not fit the economy.</exception>
    public WorldOutcome Solve(WorldShock shock, WorldOutcome? start = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shock);
        var change = WorldChange.Of(_model, shock);
        WorldOutcome? outcome = null;
        new WorldSolver(_model, ShockBatch.Narrow).Solve(
            [change],
            start?.Start(_model, nameof(start)),
            (_, solution) => outcome = new WorldOutcome(_model, change, solution),
            cancellation
        );
        return outcome!;
    }

    /// <summary>Solves many shocks, several at a time, each from the base.</summary>
    /// <param name="shocks">The shocks.</param>
    /// <param name="threads">Most threads to use; the outcomes are the same bits on any number, and the same as one at a time.</param>
    /// <param name="progress">Told how many shocks are done.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <returns>One outcome a shock, in their order. An outcome keeps a few numbers a sector; what is larger is made when it is asked
    /// for.</returns>
    /// <exception cref="ModelException">A shock does not fit the economy.</exception>
    public IReadOnlyList<WorldOutcome> Solve(
        IReadOnlyList<WorldShock> shocks,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    ) => Solve(shocks, (_, outcome) => outcome, threads, progress, cancellation);

    /// <summary>Solves many shocks and keeps of each outcome only what is asked for.</summary>
    /// <param name="shocks">The shocks.</param>
    /// <param name="read">Reads an outcome, given the number of its shock; called on any thread, once a shock.</param>
    /// <param name="threads">Most threads to use; the outcomes are the same bits on any number, and the same as one at a time.</param>
    /// <param name="progress">Told how many shocks are done.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <returns>What was read, in the order of the shocks.</returns>
    /// <exception cref="ModelException">A shock does not fit the economy.</exception>
    public IReadOnlyList<T> Solve<T>(
        IReadOnlyList<WorldShock> shocks,
        Func<int, WorldOutcome, T> read,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(shocks);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        WorldChange[] changes = [.. shocks.Select(s => WorldChange.Of(_model, s))];
        var results = new T[shocks.Count];
        int done = 0;
        int width = shocks.Count <= ShockBatch.Narrow ? ShockBatch.Narrow : ShockBatch.Wide;
        Parallel.For(
            0,
            (shocks.Count + width - 1) / width,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => new WorldSolver(_model, width),
            (batch, _, solver) =>
            {
                int first = batch * width;
                solver.Solve(
                    new ArraySegment<WorldChange>(changes, first, Math.Min(width, changes.Length - first)),
                    start: null,
                    (lane, solution) =>
                    {
                        results[first + lane] = read(first + lane, new WorldOutcome(_model, changes[first + lane], solution));
                        progress?.Report(Interlocked.Increment(ref done));
                    },
                    cancellation
                );
                return solver;
            },
            _ => { }
        );
        return results;
    }
}
