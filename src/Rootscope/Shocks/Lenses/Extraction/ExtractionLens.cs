using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Extraction;

/// <summary>The accounting lens: what is cut is gone, nothing replaces it, and all that was made for it is not made either.</summary>
/// <remarks>
/// Cuts and scenarios are partial extraction (Dietzenbacher and Lahr 2013) on the domestic requirements. It follows demand, so it falls on
/// those who sell; it knows no prices, and no buyer who goes without.
/// </remarks>
internal sealed class ExtractionLens : ILens
{
    private static readonly ScenarioModel<KeptDeliveries> Scenarios = new ScenarioModel<KeptDeliveries>(
        (table, _, _) => KeptDeliveries.Of(table),
        (kept, cancellation) => new ExtractionFigures(kept).Solve(cancellation)
    )
        .Takes<OutputCut>((kept, cut) => kept.Cut(cut))
        .Takes<DeliveryCut>(
            (kept, cut) => kept.Cut(cut),
            (cut, _) =>
                cut.From == ScenarioTable.Abroad
                    ? "The accounts follow what is made at home: imports alone cannot be extracted from a one-region table."
                    : null
        )
        .Takes<PurchaseCut>(
            (kept, cut) => kept.Cut(cut),
            (cut, _) =>
                cut.From == ScenarioTable.Abroad
                    ? "The accounts follow what is made at home: imports alone cannot be extracted from a one-region table."
                    : null
        )
        .Refuses<TariffChange>("The accounts know no prices, so a tariff changes nothing in them.")
        .Refuses<ProductivityShift>("The accounts know no prices, so cheaper goods change nothing in them.");

    /// <inheritdoc/>
    public string Word => "extraction";

    /// <inheritdoc/>
    public string Meaning => "Accounting: what is cut is gone, nothing replaces it, and what was made for it is not made either.";

    /// <inheritdoc/>
    public LensDescription Description { get; } =
        new(
            "Extraction (accounting)",
            "提取法（核算）",
            "The industry's sales are taken out of the table and the rest is computed anew (Dietzenbacher, van Burken and Kondo 2019). It "
                + "is accounting: nobody replaces anything, nothing has a price.",
            "把该行业的销售从表中提取后重新计算（Dietzenbacher、van Burken 与 Kondo 2019）。这是核算：无人替代，没有价格。"
        );

    /// <inheritdoc/>
    public string Horizon => "accounting";

    /// <inheritdoc/>
    public string LossOf => "value added";

    /// <inheritdoc/>
    public CutTraits Cuts { get; } = new() { KnowsImports = false };

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
        var model = new ExtractionCuts(economy.Table, economy.Calibrated.Options.OwnUse, cancellation);
        return new CutAnswers(
            TableTotals.GrossDomesticProduct(economy.Table),
            [
                .. cuts.Select(cut =>
                {
                    double elasticity = model.ElasticityOf(cut.Product);
                    return new CutAnswer(model.Solve(cut), elasticity, elasticity >= CutAnswers.LeastElasticity);
                }),
            ]
        );
    }

    /// <inheritdoc/>
    public ScenarioModel ScenarioOn(ScenarioTable table) => Scenarios;
}
