using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.FirstOrder;

/// <summary>Hulten's lens: every flow weighs what it is worth, nothing is replaced and nothing becomes scarce.</summary>
/// <remarks>
/// In one region the elasticity e of real final spending to the supply of a product, loss = 1 − Π (1 − φ)^e. With many regions the cost
/// content of each region's final spending at given wages: summed over the world that is Hulten's theorem, region by region it leaves out
/// how wages answer. Source: Hulten (1978); docs/methods/scenarios.md. No elasticity enters.
/// </remarks>
internal sealed class FirstOrderLens : ILens
{
    private const string NoLogarithm =
        "To first order the loss of everything is the logarithm of nothing; give a share below 1, such as 0.99.";

    private static readonly ScenarioModel<LogSpending> InOneRegion = new ScenarioModel<LogSpending>(
        LogSpending.Of,
        (log, _) => log.Figures()
    )
        .Takes<OutputCut>((log, cut) => log.Cut(cut), (cut, _) => cut.Share >= 1 ? NoLogarithm : null)
        .Takes<DeliveryCut>(
            (log, cut) => log.Cut(cut),
            (cut, _) =>
                cut.Share >= 1 ? NoLogarithm
                : cut.To == ScenarioTable.Abroad
                    ? "In a one-region table what foreigners lose is not seen, and exports keep their composition; take a table of many "
                        + "regions."
                : null
        )
        .Takes<ProductivityShift>((log, shift) => log.Shift(shift))
        .Refuses<TariffChange>("A tariff needs those who sell and those who buy as regions; take a table of many regions.");

    private static readonly ScenarioModel<CostContent> InTheWorld = new ScenarioModel<CostContent>(
        (table, elasticities, cancellation) => new CostContent(table, elasticities, cancellation),
        (content, cancellation) => content.Solve(cancellation)
    )
        .Takes<OutputCut>((content, cut) => content.Cut(cut), (cut, _) => cut.Share >= 1 ? NoLogarithm : null)
        .Takes<DeliveryCut>((content, cut) => content.Cut(cut), (cut, _) => cut.Share >= 1 ? NoLogarithm : null)
        .Takes<PurchaseCut>((content, cut) => content.Cut(cut), (cut, _) => cut.Share >= 1 ? NoLogarithm : null)
        .Takes<ProductivityShift>((content, shift) => content.Shift(shift))
        .Takes<TariffChange>((content, tariff) => content.Add(tariff));

    /// <inheritdoc/>
    public string Word => "first-order";

    /// <inheritdoc/>
    public string Meaning => "Hulten: every flow weighs what it is worth; nothing is replaced and nothing becomes scarce.";

    /// <inheritdoc/>
    public LensDescription Description { get; } =
        new(
            "First order (Hulten)",
            "一阶（赫尔滕）",
            "What sales alone say: the share of output in GDP times the cut (Hulten 1978). The yardstick that the gap compares with.",
            "仅凭销售额所说的：产出占 GDP 之比乘以削减幅度（Hulten 1978）。缺口以此为基准。"
        );

    /// <inheritdoc/>
    public string Horizon => "infinitesimal";

    /// <inheritdoc/>
    public string LossOf => "real final spending";

    /// <inheritdoc/>
    public CutTraits Cuts { get; } = new() { Benchmark = CutBenchmark.Itself, RanksByLoss = true };

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
        var model = new EquilibriumCuts(economy.Calibrated);
        return new CutAnswers(
            economy.Calibrated.FinalSpending,
            [
                .. cuts.Select(cut =>
                {
                    double elasticity = model.ElasticityOf(cut.Product, cut.Supply);
                    return new CutAnswer(
                        new CutOutcome(cut, CutStatus.Ok, CutAnswers.FirstOrderLoss(cut.Share, elasticity), null, 0, 0),
                        elasticity,
                        model.IsUsed(cut.Product, cut.Supply)
                    );
                }),
            ]
        );
    }

    /// <inheritdoc/>
    public ScenarioModel ScenarioOn(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.IsOneRegion ? InOneRegion : InTheWorld;
    }
}
