using Rootscope.Numerics;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Roots;

/// <summary>The root ranking of an economy: every product cut in turn, and what that costs beside what its size says.</summary>
/// <remarks>
/// Definitions: docs/methods/roots.md. Source of the first-order benchmark: Hulten (1978); of the gap: Baqaee and Farhi (2019).
/// </remarks>
public sealed class RootRanking
{
    private RootRanking(
        FlowTable table,
        FlowTable support,
        RootOptions options,
        IReadOnlyList<RootRow> rows,
        IReadOnlyList<string> calibrationNotes
    )
    {
        Table = table;
        Support = support;
        Options = options;
        Rows = rows;
        CalibrationNotes = calibrationNotes;
    }

    /// <summary>The one-region table that was ranked, as it was given.</summary>
    public FlowTable Table { get; }

    /// <summary>
    /// The table that was cut: with the yearly use of capital goods among its flows where the options say so, otherwise as given.
    /// </summary>
    public FlowTable Support { get; }

    /// <summary>The question.</summary>
    public RootOptions Options { get; }

    /// <summary>One row a product that was asked for, best first.</summary>
    public IReadOnlyList<RootRow> Rows { get; }

    /// <summary>What was assumed of capital, and what was clamped to make the table an economy; empty where nothing was.</summary>
    public IReadOnlyList<string> CalibrationNotes { get; }

    /// <summary>Ranks the products of a one-region table.</summary>
    /// <param name="table">The table; take one region out of many with <see cref="RegionalView"/>.</param>
    /// <param name="options">The question.</param>
    /// <param name="threads">Most threads; the ranking is the same on any number.</param>
    /// <param name="progress">Told how many cuts are done.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ModelException">The options do not hold, or the table is no economy.</exception>
    public static RootRanking Of(
        FlowTable table,
        RootOptions options,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        return Of(table, options, Enumerable.Range(0, table.Size).Select(k => new IndustryNumber(k)), threads, progress, cancellation);
    }

    /// <summary>Ranks some products of a one-region table among themselves; only they are cut.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">The question.</param>
    /// <param name="products">Numbers of the products.</param>
    /// <param name="threads">Most threads; the ranking is the same on any number.</param>
    /// <param name="progress">Told how many cuts are done.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ModelException">The options do not hold, or the table is no economy.</exception>
    public static RootRanking Of(
        FlowTable table,
        RootOptions options,
        IEnumerable<IndustryNumber> products,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    ) => Of(table, options, products, refuses: true, threads, progress, cancellation);

    /// <summary>
    /// The same; a measure that tells products apart by nothing is refused, or told all the same where it is one of many draws.
    /// </summary>
    internal static RootRanking Of(
        FlowTable table,
        RootOptions options,
        IEnumerable<IndustryNumber> products,
        bool refuses,
        int threads,
        IProgress<int>? progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(products);
        options.Validate();
        var support = SupportTable.Of(table, options);
        RegionEconomy economy = RegionEconomy.Of(support.Table, options.Equilibrium);
        RootSupply[] supplies = RootSupply.Of(support.Table, economy, options.Supply);
        SupplyCut[] cuts = [.. products.Select(k => new SupplyCut(k, options.Cut, options.Supply))];

        CutAnswers answers = options.Lens.Cut(
            new CutEconomy(support.Table, economy, options.Essentiality),
            cuts,
            threads,
            progress,
            cancellation
        );
        List<RootRow> rows = [.. answers.Answers.Select(a => Row(supplies[a.Outcome.Cut.Product], a, answers.Base, options))];
        if (refuses && RefusalOf(rows, options, table) is { } reason)
        {
            throw new ModelException(reason);
        }

        return new RootRanking(
            table,
            support.Table,
            options,
            RootOrder.Sort(rows, options),
            [.. support.Notes, .. economy.CalibrationNotes]
        );
    }

    /// <summary>
    /// The leverage of every product under the equilibrium lens, in table order, and nothing else; infinite for a collapse, null where
    /// there is none.
    /// </summary>
    internal static double?[] Leverages(FlowTable table, RootOptions options, int threads, CancellationToken cancellation)
    {
        options.Validate();
        FlowTable support = SupportTable.Of(table, options).Table;
        RegionEconomy economy = RegionEconomy.Of(support, options.Equilibrium);
        RootSupply[] supplies = RootSupply.Of(support, economy, options.Supply);
        var lens = new EquilibriumCuts(economy);
        SupplyCut[] cuts = [.. Enumerable.Range(0, table.Size).Select(k => new SupplyCut(new(k), options.Cut, options.Supply))];
        return
        [
            .. lens.Solve(cuts, withReach: false, threads, progress: null, cancellation)
                .Select(
                    (outcome, k) =>
                        !lens.IsUsed(k, options.Supply) || supplies[k].Money <= 0 ? null
                        : outcome.Status == CutStatus.Collapse ? double.PositiveInfinity
                        : outcome.Loss * economy.FinalSpending / (options.Cut * supplies[k].Money)
                ),
        ];
    }

    /// <summary>Why rows are no ranking; null where they are one, and where they are only some of the products.</summary>
    private static string? RefusalOf(List<RootRow> rows, RootOptions options, FlowTable table) =>
        rows.Count != table.Size ? null
        : options.Lens.Cuts.MayReachAlike ? RigidCascade.RefusalOf([.. rows.Select(r => r.Loss ?? 0)])
        : options.EffectiveSort.RefusalOf(rows);

    /// <summary>The figures of one cut; unranked.</summary>
    internal static RootRow Row(RootSupply supply, CutAnswer answer, double baseSpending, RootOptions options)
    {
        (CutOutcome outcome, double elasticity, bool isUsed) = answer;
        CutBenchmark benchmark = options.Lens.Cuts.Benchmark;
        double cut = outcome.Cut.Share;
        bool represented = outcome.Status != CutStatus.NotRepresented;
        CutStatus status = represented && outcome.Status != CutStatus.NotConverged && !isUsed ? CutStatus.NoUse : outcome.Status;
        double? firstOrder = represented && benchmark != CutBenchmark.None ? CutAnswers.FirstOrderLoss(cut, elasticity) : null;

        // A cut in quantity costs nothing to first order, so there is nothing to compare it with.
        bool hasGap =
            benchmark != CutBenchmark.None
            && status == CutStatus.Ok
            && outcome.Loss < 1
            && cut < 1
            && elasticity >= CutAnswers.LeastElasticity;
        return new RootRow
        {
            Rank = 0,
            Product = outcome.Cut.Product,
            Code = supply.Code,
            Name = supply.Name,
            OutputShare = supply.OutputShare,
            Supply = supply.Money,
            DomarWeight = supply.DomarWeight,
            Elasticity = represented ? elasticity : null,
            FirstOrderLoss = firstOrder,
            Loss = outcome.Loss,
            ExcessLoss = outcome.Loss - firstOrder,
            Leverage = supply.Money > 0 ? outcome.Loss * baseSpending / (cut * supply.Money) : null,
            Gap =
                !hasGap ? null
                : benchmark == CutBenchmark.Itself ? 1
                : AccurateExponentials.LogOnePlus(-outcome.Loss!.Value) / (elasticity * AccurateExponentials.LogOnePlus(-cut)),
            Reach = outcome.Reach,
            Status = status,
        };
    }
}
