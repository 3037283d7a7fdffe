using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Tests.HowTo;

/// <summary>A lens that counts what an industry itself no longer earns, and nothing behind it.</summary>
public sealed class DirectLossLens : ILens
{
    private static readonly ScenarioModel<DirectLosses> Scenarios = new ScenarioModel<DirectLosses>(
        (table, _, _) => new DirectLosses(table.Table),
        (losses, _) => losses.Figures()
    )
        .Takes<OutputCut>((losses, cut) => losses.Cut(cut))
        .Refuses<TariffChange>("Nobody pays anything here, so a tariff changes nothing.");

    public string Word => "direct";

    public string Meaning => "What an industry itself no longer earns; nothing behind it moves.";

    public LensDescription Description { get; } =
        new("Direct (at once)", "直接损失（即时）", "The value added of what is not made, and no more.", "未生产部分的增加值，仅此而已。");

    public string Horizon => "at once";

    public string LossOf => "value added";

    public CutTraits Cuts { get; } = new() { Benchmark = CutBenchmark.None, KnowsImports = false };

    public CutAnswers Cut(
        CutEconomy economy,
        IReadOnlyList<SupplyCut> cuts,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        double[] valueAdded = TableTotals.ValueAdded(economy.Table);
        double product = valueAdded.Sum();
        return new CutAnswers(product, [.. cuts.Select(Answer)]);

        CutAnswer Answer(SupplyCut cut)
        {
            double share = valueAdded[cut.Product] / product;
            CutOutcome outcome =
                cut.Supply == SupplyScope.Imported
                    ? new CutOutcome(cut, CutStatus.NotRepresented, null, null, 0, 0)
                    : new CutOutcome(cut, CutStatus.Ok, cut.Share * share, null, 0, 0);
            return new CutAnswer(outcome, share, share >= CutAnswers.LeastElasticity);
        }
    }

    public ScenarioModel ScenarioOn(ScenarioTable table) => Scenarios;
}

/// <summary>What scenarios gather: the share of each industry's output that is left.</summary>
internal sealed class DirectLosses(FlowTable table)
{
    private readonly double[] _left = [.. Enumerable.Repeat(1.0, table.Size)];

    public void Cut(OutputCut cut) => _left[table.Sectors.SectorOf(cut.Region, cut.Product)] *= 1 - cut.Share;

    public LensFigures Figures()
    {
        double[] valueAdded = TableTotals.ValueAdded(table);
        return new LensFigures
        {
            Status = ScenarioStatus.Ok,
            Regions = [.. Enumerable.Range(0, table.Sectors.Regions.Count).Select(Outcome)],
        };

        RegionOutcome Outcome(int region)
        {
            int[] own = [.. Enumerable.Range(0, table.Size).Where(s => table.Sectors.RegionNumberOf(new(s)) == region)];
            double product = own.Sum(s => valueAdded[s]);
            double lost = own.Sum(s => valueAdded[s] * (1 - _left[s]));
            return new RegionOutcome
            {
                Region = new(region),
                Loss = lost / product,
                Base = product,
            };
        }
    }
}
