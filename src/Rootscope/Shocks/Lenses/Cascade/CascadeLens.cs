using Rootscope.Shocks.Lenses.Cascade.Sectors;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Cascade;

/// <summary>The shortage lens: what is missing stops those who need it, and those who sold to them.</summary>
/// <remarks>
/// The cascade of firm networks with the sectors of the table as nodes (docs/methods/cascade.md), at its limit, for all cuts at once:
/// nothing is replaced, nothing is in stock, shares stay as they are. Every input counts by its share of all cost, unless the question has
/// ratings. Loss: value added, each sector's in proportion to its output. Cost: some dozens of passes over the table.
/// </remarks>
internal sealed class CascadeLens : ILens
{
    private const string NoPrices = "A cascade knows no prices and keeps all shares, so";

    private static readonly ScenarioModel<SectorShortage> Scenarios = new ScenarioModel<SectorShortage>(
        (table, _, _) => new SectorShortage(table),
        (shortage, cancellation) => shortage.Solve(cancellation)
    )
        .Takes<OutputCut>((shortage, cut) => shortage.Cut(cut))
        .Takes<DeliveryCut>((shortage, cut) => shortage.Cut(cut), (cut, table) => table.ReasonAgainstCutting(cut.From))
        .Takes<PurchaseCut>(
            (shortage, cut) => shortage.Cut(cut),
            (cut, table) =>
                table.Essentiality is not null
                    ? "Where inputs are rated, goods fall short for all who buy them, not for one industry; leave ratings out."
                    : table.ReasonAgainstCutting(cut.From)
        )
        .Refuses<TariffChange>($"{NoPrices} a tariff changes nothing in it.")
        .Refuses<ProductivityShift>($"{NoPrices} a gain in productivity changes nothing in it; give a loss of output as supply_cut.");

    /// <inheritdoc/>
    public string Word => "cascade";

    /// <inheritdoc/>
    public string Meaning => "Shortage: what is missing stops those who need it, in turn, and nobody finds a replacement.";

    /// <inheritdoc/>
    public LensDescription Description { get; } =
        new(
            "Cascade (weeks to months)",
            "级联（数周至数月）",
            "Shortages spread from sector to sector as fixed recipes have it: the short run, before anybody adapts.",
            "短缺按固定配方在部门间扩散：任何人作出调整之前的短期。"
        );

    /// <inheritdoc/>
    public string Horizon => "weeks to months";

    /// <inheritdoc/>
    public string LossOf => "value added";

    /// <inheritdoc/>
    public CutTraits Cuts { get; } =
        new()
        {
            Benchmark = CutBenchmark.None,
            MayReachAlike = true,
            UsesEssentiality = true,
        };

    /// <inheritdoc/>
    public CutAnswers Cut(
        CutEconomy economy,
        IReadOnlyList<SupplyCut> cuts,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(economy);
        ArgumentNullException.ThrowIfNull(cuts);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var model = new CascadeCuts(economy.Table, economy.Essentiality);
        var outcomes = new CutOutcome[cuts.Count];
        int done = 0;
        Parallel.For(
            0,
            cuts.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            i =>
            {
                outcomes[i] = model.Solve(cuts[i], cancellation);
                progress?.Report(Interlocked.Increment(ref done));
            }
        );

        // Losses grow in proportion to the cut, so that the slope at no cut is that of any cut.
        return new CutAnswers(
            TableTotals.GrossDomesticProduct(economy.Table),
            [.. outcomes.Select(o => new CutAnswer(o, (o.Loss ?? 0) / o.Cut.Share, o.Loss / o.Cut.Share >= CutAnswers.LeastElasticity))]
        );
    }

    /// <inheritdoc/>
    public ScenarioModel ScenarioOn(ScenarioTable table) => Scenarios;
}
