using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses.Equilibrium;

/// <summary>The long-run lens: prices, the mix of inputs and sources adjust by elasticity.</summary>
/// <remarks>
/// Many regions: nested CES with trade between all of them (docs/methods/world-equilibrium.md). One region: docs/methods/equilibrium.md,
/// with imports that exports pay for and own use netted out, as the root ranking has them. A share that is cut makes the flow 1/(1 − φ)
/// dearer; all of it is a weight of 0.
/// </remarks>
internal sealed class EquilibriumLens : ILens
{
    private const string NoPrice = "A cut of all that is made has no price; give a share below 1, such as 0.99.";

    private static readonly ScenarioModel<RegionScenario> InOneRegion = new ScenarioModel<RegionScenario>(
        (table, elasticities, _) => new RegionScenario(table, elasticities),
        (scenario, cancellation) => scenario.Solve(cancellation)
    )
        .Takes<OutputCut>((scenario, cut) => scenario.Cut(cut), (cut, table) => cut.Share >= 1 ? NoPrice : AgainstFactors(table))
        .Takes<DeliveryCut>(
            (scenario, cut) => scenario.Cut(cut),
            (cut, table) =>
                cut.Share >= 1 ? "A cut of all imports has no price in a one-region table; give a share below 1, such as 0.99."
                : cut.To == ScenarioTable.Abroad
                    ? "In a one-region table exports have no buyers to be cut off; take a table of many regions."
                : AgainstFactors(table)
        )
        .Takes<ProductivityShift>((scenario, shift) => scenario.Shift(shift), (_, table) => AgainstFactors(table))
        .Refuses<TariffChange>("A tariff needs those who sell and those who buy as regions; take a table of many regions.");

    /// <summary>A world is solved to 1e-11: what a change of less than a hundred thousandth costs would be mostly rounding.</summary>
    private static string? TooSmall(double size) =>
        Math.Abs(size) is > 0 and < 1e-5
            ? "A change of less than 0.001% costs less than the equilibrium over many regions is solved for; give a larger one, or take "
                + "the first-order lens."
            : null;

    private static string? AgainstFactors(ScenarioTable table) =>
        table.Factors == FactorMobility.Fixed
            ? "In a one-region table the factor moves freely between industries; take a table of many regions, or factors: mobile."
            : null;

    private static readonly ScenarioModel<WorldScenario> InTheWorld = WorldFrom(
        (table, elasticities) => new WorldScenario(table, elasticities)
    );

    /// <inheritdoc/>
    public string Word => "equilibrium";

    /// <inheritdoc/>
    public string Meaning => "Prices, the mix of inputs and sources adjust by elasticity.";

    /// <inheritdoc/>
    public LensDescription Description { get; } =
        new(
            "Equilibrium (years)",
            "均衡（数年）",
            "Prices clear every market and buyers replace what is scarce as far as elasticities let them (Baqaee and Farhi 2019). The "
                + "loss is what people can buy less, years after the cut.",
            "价格使各市场出清，买方在替代弹性允许的范围内替换稀缺品（Baqaee 与 Farhi 2019）。损失是削减数年后人们少买到的部分。"
        );

    /// <inheritdoc/>
    public string Horizon => "years";

    /// <inheritdoc/>
    public string LossOf => "real final spending";

    /// <inheritdoc/>
    public CutTraits Cuts { get; } = new() { AgainstFullCut = "has no price in the equilibrium lens", UsesElasticities = true };

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
                .. model
                    .Solve(cuts, threads, progress, cancellation)
                    .Select(o => new CutAnswer(
                        o,
                        model.ElasticityOf(o.Cut.Product, o.Cut.Supply),
                        model.IsUsed(o.Cut.Product, o.Cut.Supply)
                    )),
            ]
        );
    }

    /// <inheritdoc/>
    public ScenarioModel ScenarioOn(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.IsOneRegion ? InOneRegion : InTheWorld;
    }

    /// <summary>What it makes of scenarios in a world that is given or calibrated.</summary>
    internal static ScenarioModel<WorldScenario> WorldFrom(Func<ScenarioTable, ElasticitySet, WorldScenario> begin) =>
        new ScenarioModel<WorldScenario>(
            (table, elasticities, _) => begin(table, elasticities),
            (scenario, cancellation) => scenario.Solve(cancellation)
        )
            .Takes<OutputCut>((scenario, cut) => scenario.Cut(cut), (cut, _) => cut.Share >= 1 ? NoPrice : TooSmall(cut.Share))
            .Takes<DeliveryCut>((scenario, cut) => scenario.Cut(cut), (cut, _) => TooSmall(cut.Share))
            .Takes<ProductivityShift>((scenario, shift) => scenario.Shift(shift), (shift, _) => TooSmall(shift.Factor - 1))
            .Takes<TariffChange>((scenario, tariff) => scenario.Add(tariff), (tariff, _) => TooSmall(tariff.Rate));
}
