using Rootscope.Shocks;
using Rootscope.Shocks.Stake;
using Rootscope.Tables;

namespace Rootscope.Roots.Stake;

/// <summary>Products by what is at stake with them: what is lost, over the years, until a share of their supply is replaced.</summary>
/// <remarks>
/// Definitions, equations and laws: docs/methods/stake.md. Every product is cut by itself and starts at the base, so that the ranking is
/// the same bits on any number of threads. Cost: some ten equilibria of n² a product.
/// </remarks>
public sealed class StakeRanking
{
    private StakeRanking(
        StakeInputs inputs,
        StakeOptions options,
        double finalSpending,
        IReadOnlyList<StakeRow> rows,
        IReadOnlyList<string> calibrationNotes
    )
    {
        Inputs = inputs;
        Options = options;
        FinalSpending = finalSpending;
        Rows = rows;
        CalibrationNotes = calibrationNotes;
    }

    /// <summary>
    /// From here on a figure is extrapolated: a quarter of final spending would be lost, or paid for what is left of one product. That is
    /// the fall of real output of the USA from 1929 to 1933 (BEA, table 1.1.6: 26%); elasticities are known from far less.
    /// </summary>
    public const double FarthestStrain = 0.25;

    /// <summary>What was asked of.</summary>
    public StakeInputs Inputs { get; }

    /// <summary>The question.</summary>
    public StakeOptions Options { get; }

    /// <summary>
    /// Final spending of a year of the base: net of the use of capital goods, where that counts. Unit: the table's money.
    /// </summary>
    public double FinalSpending { get; }

    /// <summary>One row a product that was asked for, most at stake first; ties in table order, products without a figure last.</summary>
    public IReadOnlyList<StakeRow> Rows { get; }

    /// <summary>What was clamped to make the table an economy, one sentence each; empty where nothing was.</summary>
    public IReadOnlyList<string> CalibrationNotes { get; }

    /// <summary>Ranks the products of an economy.</summary>
    /// <param name="inputs">The economy.</param>
    /// <param name="options">The question.</param>
    /// <param name="products">Numbers of the products that are cut; null for all.</param>
    /// <param name="threads">Most threads; the ranking is the same on any number.</param>
    /// <param name="progress">Told how many products are done.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ModelException">The options do not hold, or the table is no economy.</exception>
    public static StakeRanking Of(
        StakeInputs inputs,
        StakeOptions options,
        IEnumerable<IndustryNumber>? products = null,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        return OfCuts(inputs, options, [options.Cut], products, threads, progress, cancellation)[0];
    }

    /// <summary>Ranks the same products under several cuts: the economy is made ready once, and all threads have work to the end.</summary>
    /// <param name="inputs">The economy.</param>
    /// <param name="options">The question; its own cut is left aside.</param>
    /// <param name="cuts">The cuts, each above 0 and below 1. Unit: share.</param>
    /// <param name="products">Numbers of the products that are cut; null for all.</param>
    /// <param name="threads">Most threads; rankings are the same on any number.</param>
    /// <param name="progress">Told how many products are done, over all cuts.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <returns>One ranking a cut, in their order.</returns>
    /// <exception cref="ModelException">The options do not hold, or the table is no economy.</exception>
    public static IReadOnlyList<StakeRanking> OfCuts(
        StakeInputs inputs,
        StakeOptions options,
        IReadOnlyList<double> cuts,
        IEnumerable<IndustryNumber>? products = null,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(cuts);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (cuts.Count == 0)
        {
            return [];
        }

        StakeOptions[] questions = [.. cuts.Select(c => options with { Cut = c })];
        StakeSolver[] solvers = [.. questions.Select(q => StakeSolver.Of(inputs, q))];
        IndustryNumber[] asked = [.. products ?? Enumerable.Range(0, inputs.Table.Size).Select(i => new IndustryNumber(i))];
        StakeRow[][] rows = [.. cuts.Select(_ => new StakeRow[asked.Length])];
        int done = 0;
        Parallel.For(
            0,
            asked.Length * cuts.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            solvers[0].NewWorkspace,
            (i, _, workspace) =>
            {
                (int cut, int product) = Math.DivRem(i, asked.Length);
                rows[cut][product] = solvers[cut].RowOf(asked[product], workspace, cancellation);
                progress?.Report(Interlocked.Increment(ref done));
                return workspace;
            },
            _ => { }
        );
        return
        [
            .. questions.Select(
                (question, c) =>
                    new StakeRanking(
                        inputs,
                        question,
                        solvers[c].Economy.Region.FinalSpending,
                        Sorted(rows[c]),
                        solvers[c].Economy.Region.CalibrationNotes
                    )
            ),
        ];
    }

    private static IReadOnlyList<StakeRow> Sorted(StakeRow[] rows)
    {
        double? typical = Median([.. rows.Select(r => r.Leverage).OfType<double>().Where(l => l > 0).Order()]);
        return
        [
            .. rows.OrderByDescending(r => r.AtStakeShare ?? double.NegativeInfinity)
                .ThenBy(r => r.Product)
                .Select((row, i) => row with { Rank = i + 1, TimesTypical = row.Leverage / typical }),
        ];
    }

    private static double? Median(double[] sorted) =>
        sorted.Length == 0 ? null
        : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
        : 0.5 * (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]);
}
