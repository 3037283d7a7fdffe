using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;

namespace Rootscope.Roots.Bands;

/// <summary>
/// How sure a root ranking is: every figure as a median with a 90% band over draws of what is not known, and where its spread comes from.
/// </summary>
/// <remarks>
/// Distributions and their reasons: docs/methods/bands.md. Draw i takes its numbers from stream i of the seed, the same for every width, so
/// that draws of one source do not depend on the others'. Cost: for cost cuts under the equilibrium lens about 0.1 ms a product and draw,
/// and as much for every source alone; other questions take a ranking a draw.
/// </remarks>
public sealed class RootBands
{
    /// <summary>
    /// A rank holds where the place is within this share of the list: closer places are told apart by less than the data are.
    /// </summary>
    private const double RankTolerance = 0.1;

    private RootBands(BandQuestion question, BandOptions options, IReadOnlyList<RootBand> rows, int keptSplits)
    {
        Question = question;
        Options = options;
        Rows = rows;
        KeptSplits = keptSplits;
    }

    /// <summary>The question.</summary>
    public BandQuestion Question { get; }

    /// <summary>How bands were drawn.</summary>
    public BandOptions Options { get; }

    /// <summary>One row a product, in the order of the point ranking.</summary>
    public IReadOnlyList<RootBand> Rows { get; }

    /// <summary>Number of draws whose sizes of parts could not be had, so that the parts kept their sizes.</summary>
    public int KeptSplits { get; }

    /// <summary>Number of rows of the list that is ranked.</summary>
    public int Length => Question.RowsPerProduct?.Sum() ?? Rows.Count;

    /// <summary>How many places a rank may be off and still hold in a list.</summary>
    /// <param name="rows">Length of the list.</param>
    public static int PlacesThatHold(int rows) => (int)(RankTolerance * rows);

    /// <summary>Draws bands.</summary>
    /// <param name="question">The ranking and what of it is drawn.</param>
    /// <param name="options">Draws, seed, widths.</param>
    /// <param name="progress">Told how many draws are done.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ModelException">The options do not hold, or the table is no economy.</exception>
    public static RootBands Of(
        BandQuestion question,
        BandOptions options,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        question.Options.Validate();
        IndustryNumber[] products = [.. question.Products ?? Enumerable.Range(0, question.Table.Size).Select(k => new IndustryNumber(k))];
        var point = RootRanking.Of(question.Table, question.Options, products, options.Threads, progress: null, cancellation);
        bool batched = DrawSolver.IsBatched(question.Options);
        DrawnTable? ready = batched ? DrawnTable.Of(question.Table, question.Options) : null;
        double[]? settling = ready is null ? null : PassThroughMatrix.Of(ready.Economy);
        IndustryNumber[] alone = [.. products.Where(k => options.SourcesOf is null || options.SourcesOf.Contains(k))];
        BandSource[] sources = alone.Length > 0 ? [.. question.Sources] : [];
        var sums = new BandSums(question, products, alone, sources, options.Draws);
        int done = 0;
        int kept = 0;
        Parallel.For(
            0,
            options.Draws,
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            () => new DrawSolver(question, products, alone, ready, settling),
            (i, _, solver) =>
            {
                DrawnNumbers numbers = DrawnNumbers.Of(options.Seed, i, question.Splits?.Parts.Count ?? 0);
                FlowTable? table = solver.TableOf(numbers, options.Widths);
                if (table is null)
                {
                    Interlocked.Increment(ref kept);
                    table = question.Table;
                }

                DrawnTable? own = solver.Ready(table);
                sums.Take(
                    i,
                    solver.Rows(numbers, options.Widths, table, own, cancellation),
                    numbers.Cut(question.Options.Cut, options.Widths.Cut)
                );
                for (int s = 0; s < sources.Length; s++)
                {
                    bool split = sources[s] == BandSource.Splits;
                    sums.TakeAlone(
                        i,
                        s,
                        solver.RowsAlone(
                            numbers,
                            options.Widths.Only(sources[s]),
                            split ? table : question.Table,
                            split ? own : ready,
                            cancellation
                        )
                    );
                }

                progress?.Report(Interlocked.Increment(ref done));
                return solver;
            },
            _ => { }
        );
        var rows = new List<RootBand>(products.Length);
        int place = 1;
        foreach (RootRow row in point.Rows)
        {
            rows.Add(sums.BandOf(row, place));
            place += sums.RowsOf(row.Product);
        }

        return new RootBands(question, options, rows, kept);
    }
}
