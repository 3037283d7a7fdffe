using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>The lens of days: stocks are used up, orders are rationed, capacity is stretched, and shortages arrive in turn.</summary>
/// <remarks>
/// Adaptive regional input-output (Hallegatte 2008, 2014; Guan et al. 2020). Loss: value added of the days looked at, each sector's in
/// proportion to its output. Nothing is replaced by anything else and nobody finds a new seller, unless
/// <see cref="InventoryOptions.RewiringDays"/> says so. Cost: a sweep over the table a day.
/// </remarks>
public sealed class InventoryLens(InventoryOptions options) : ILens
{
    private const string NoPrices = "Sectors make what is ordered of them as far as they can: prices, and so";

    /// <summary>A cut whose loss gives the slope at no cut: so small that no stock limits anybody within the days looked at.</summary>
    private const double Small = 1e-6;

    /// <summary>The lens with the values of the published models.</summary>
    public InventoryLens()
        : this(new InventoryOptions()) { }

    /// <inheritdoc/>
    public string Word => "inventory";

    /// <inheritdoc/>
    public string Meaning =>
        "Stocks: what is missing is felt when stocks run low; orders are rationed, and capacity is stretched day by day.";

    /// <inheritdoc/>
    public LensDescription Description { get; } =
        new(
            "Inventories (days to months)",
            "库存（数日至数月）",
            "Day by day, stocks are used up, orders are rationed and capacity is stretched: adaptive regional input-output (Hallegatte "
                + "2014).",
            "逐日模拟：库存消耗、订单配给、产能扩张（自适应区域投入产出模型，Hallegatte 2014）。"
        );

    /// <inheritdoc/>
    public string Horizon => "days to months";

    /// <inheritdoc/>
    public string LossOf => "value added";

    /// <inheritdoc/>
    public CutTraits Cuts { get; } =
        new()
        {
            UsesEssentiality = true,
            NeedsEssentiality = true,
            TakesLong = true,
        };

    /// <inheritdoc/>
    public bool KnowsTime => true;

    /// <summary>The choices.</summary>
    public InventoryOptions Options => options;

    /// <inheritdoc/>
    public ILens WithStocks(double factor) =>
        new InventoryLens(
            options with
            {
                CoverDays = options.CoverDays * factor,
                CoverOf = options.CoverOf.ToDictionary(c => c.Key, c => c.Value * factor, StringComparer.Ordinal),
            }
        );

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
        var flows = DailyFlows.Of(economy.Table);
        InventoryOptions own = options with { Essentiality = economy.Essentiality ?? options.Essentiality };
        var answers = new CutAnswer[cuts.Count];
        int done = 0;
        Parallel.For(
            0,
            cuts.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            i =>
            {
                answers[i] = Answer(flows, own, cuts[i], cancellation);
                progress?.Report(Interlocked.Increment(ref done));
            }
        );
        return new CutAnswers(TableTotals.GrossDomesticProduct(economy.Table), answers);
    }

    /// <inheritdoc/>
    public ScenarioModel ScenarioOn(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new ScenarioModel<InventoryScenario>(
            (t, elasticities, _) => new InventoryScenario(t, options, elasticities),
            (scenario, cancellation) => scenario.Solve(cancellation)
        )
            .Takes<OutputCut>((scenario, cut) => scenario.Add(cut))
            .Takes<DeliveryCut>((scenario, cut) => scenario.Add(cut), (cut, t) => t.ReasonAgainstCutting(cut.From))
            .Takes<TariffChange>(
                (scenario, tariff) => scenario.Add(tariff),
                (tariff, t) =>
                    tariff.To == ScenarioTable.Abroad || (t.IsOneRegion && !t.Table.HasImports && !t.Table.HasImportedFlows)
                        ? "A tariff moves orders between origins; here buyers abroad, or imports, are not in the table."
                        : null
            )
            .Takes<PurchaseCut>((scenario, cut) => scenario.Add(cut), (cut, t) => t.ReasonAgainstCutting(cut.From))
            .Takes<InvestmentChange>(
                (scenario, change) => scenario.Add(change),
                (change, t) =>
                    t.Capital?.MissingAfter(t.Table.Sectors.SectorOf(change.Region, change.Industry), 1, 1) is > 0
                        ? null
                        : "The industry uses no capital goods here: their yearly use must be among inputs."
            )
            .Takes<ProductivityShift>(
                (scenario, shift) => scenario.Add(shift),
                (shift, _) =>
                    shift.Factor > 1
                        ? $"{NoPrices} cheaper goods, change nothing here while nothing is scarce; take the equilibrium."
                        : null
            );
    }

    private static CutAnswer Answer(DailyFlows flows, InventoryOptions options, SupplyCut cut, CancellationToken cancellation)
    {
        if (!(cut.Share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(cut), cut.Share, "The share that is cut must be from 0 to 1.");
        }

        if (cut.Supply == SupplyScope.Imported && flows.Origins == flows.Regions)
        {
            return new CutAnswer(new CutOutcome(cut, CutStatus.NotRepresented, null, null, 0, 0), 0, false);
        }

        if (SellersOf(flows, cut).All(s => flows.Output[s] == 0))
        {
            return new CutAnswer(new CutOutcome(cut, CutStatus.NoUse, 0, null, 0, 0), 0, false);
        }

        double loss = LossOfCut(flows, options, cut, cut.Share, cancellation);
        double slope = LossOfCut(flows, options, cut, Small, cancellation) / Small;
        return new CutAnswer(
            new CutOutcome(cut, CutStatus.Ok, loss, null, options.Days, 0),
            slope,
            Math.Max(slope, loss) >= CutAnswers.LeastElasticity
        );
    }

    private static double LossOfCut(DailyFlows flows, InventoryOptions options, SupplyCut cut, double share, CancellationToken cancellation)
    {
        var events = new InventoryEvents();
        foreach (int seller in SellersOf(flows, cut))
        {
            events.Capacity.Add(new CapacityLoss(seller, share, ShockProfile.Lasting));
        }

        return new InventoryModel(flows, options, events).Run(threads: 1, cancellation).Loss();
    }

    private static IEnumerable<int> SellersOf(DailyFlows flows, SupplyCut cut)
    {
        if (cut.Supply != SupplyScope.Imported)
        {
            yield return flows.SellerOf(cut.Product, 0);
        }

        if (cut.Supply != SupplyScope.Domestic && flows.Origins > flows.Regions)
        {
            yield return flows.SellerOf(cut.Product, flows.Regions);
        }
    }
}
