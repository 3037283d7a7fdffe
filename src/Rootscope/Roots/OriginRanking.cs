using Rootscope.Numerics;
using Rootscope.Roots.Measures;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Tables;

namespace Rootscope.Roots;

/// <summary>What an economy loses where one partner withholds part of one product: every partner and product cut in turn.</summary>
/// <remarks>
/// In the equilibrium over many regions (docs/methods/world-equilibrium.md): the product of one origin gets 1/(1 − φ) dearer for the
/// economy, which buys elsewhere as far as elasticities let it, while wages and prices move everywhere. The elasticity is a central
/// difference of the same model. Cost: three solves a row, as batches.
/// </remarks>
public sealed class OriginRanking
{
    private const double LeastElasticity = 1e-9;
    private const double ReachThreshold = 0.05;

    /// <summary>Log supply moves by this much for the elasticity: its square is below what an elasticity is printed with.</summary>
    private const double Step = 1e-3;

    private OriginRanking(FlowTable table, int region, RootOptions options, IReadOnlyList<OriginRow> rows)
    {
        Table = table;
        Region = new(region);
        Options = options;
        Rows = rows;
    }

    /// <summary>The table of many regions.</summary>
    public FlowTable Table { get; }

    /// <summary>Number of the economy under study in the table.</summary>
    public RegionNumber Region { get; }

    /// <summary>The question.</summary>
    public RootOptions Options { get; }

    /// <summary>One row a product and origin, best first.</summary>
    public IReadOnlyList<OriginRow> Rows { get; }

    /// <summary>Ranks the products of one partner or of all.</summary>
    /// <param name="table">A table of many regions.</param>
    /// <param name="region">Number of the economy under study.</param>
    /// <param name="origin">Number of the partner that withholds; null for each in turn.</param>
    /// <param name="options">The question: the equilibrium lens, imported supply, a cost cut. Trade closure and own use are those of the
    /// world equilibrium.</param>
    /// <param name="threads">Most threads; the ranking is the same on any number.</param>
    /// <param name="progress">Told how many solves are done, three a row that has supply.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ModelException">The table has one region, the options ask for another lens, supply or kind of cut, or the origin is
    /// the economy itself.</exception>
    public static OriginRanking Of(
        FlowTable table,
        RegionNumber region,
        RegionNumber? origin,
        RootOptions options,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        int regions = table.Sectors.Regions.Count;
        ArgumentOutOfRangeException.ThrowIfNegative(region.Value, nameof(region));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(region, regions);
        Check(table, region, origin, options);
        var lens = new PreparedWorld(WorldCalibration.Of(table, options.Equilibrium.Elasticities), threads, cancellation);
        var supplies = OriginSupply.Of(
            lens.Model,
            region,
            origin is { } one ? [one] : [.. Enumerable.Range(0, regions).Where(o => o != region)]
        );
        OriginSupply[] cut = [.. supplies.Where(s => s.Money > 0)];
        WorldShock[] shocks =
        [
            .. cut.SelectMany(s =>
                new[] { options.Cut, -AccurateExponentials.ExpMinusOne(-Step), -AccurateExponentials.ExpMinusOne(Step) }.Select(
                    share => new WorldShock
                    {
                        Cuts = [new WorldCut(region, new(s.Product), share, SupplyScope.Imported, new RegionNumber(s.Origin))],
                    }
                )
            ),
        ];
        IReadOnlyList<OriginOutcome> outcomes = lens.Solve(
            shocks,
            (i, outcome) => OriginOutcome.Of(outcome, region, i % 3 == 0 ? ReachThreshold * options.Cut : null),
            threads,
            progress,
            cancellation
        );
        var solved = new Dictionary<OriginSupply, (OriginOutcome Outcome, double? Elasticity)>();
        for (int i = 0; i < cut.Length; i++)
        {
            double? elasticity =
                outcomes[(3 * i) + 1].LogIncome is { } less && outcomes[(3 * i) + 2].LogIncome is { } more
                    ? (more - less) / (2 * Step)
                    : null;
            solved[cut[i]] = (outcomes[3 * i], elasticity);
        }

        double income = lens.Model.BaseIncome[region];
        IEnumerable<OriginRow> rows = supplies.Select(s =>
            solved.TryGetValue(s, out (OriginOutcome Outcome, double? Elasticity) found)
                ? Row(table, s, found.Outcome, found.Elasticity, income, options.Cut)
                : Row(table, s, OriginOutcome.Unused, 0, income, options.Cut)
        );
        OriginRow[] sorted = Sort(rows, options.EffectiveSort);
        return options.EffectiveSort.RefusalOf(sorted) is { } reason
            ? throw new ModelException(reason)
            : new OriginRanking(table, region, options, sorted);
    }

    private static void Check(FlowTable table, int region, int? origin, RootOptions options)
    {
        options.Validate();
        if (table.Sectors.Regions.Count < 2)
        {
            throw new ModelException(
                $"{table.Metadata.Id} has one region and does not know where imports come from; an origin needs a table such as world-2011."
            );
        }

        if (options.Lens is not EquilibriumLens || options.Supply != SupplyScope.Imported || options.Equilibrium.CutAs != CutKind.Cost)
        {
            throw new ModelException("A cut by origin is one of imported supply, as a cost, under the equilibrium lens.");
        }

        if (origin == region)
        {
            throw new ModelException($"{table.Sectors.Regions[region].Code} does not import from itself; name another origin.");
        }

        if (origin is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(given, nameof(origin));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(given, table.Sectors.Regions.Count, nameof(origin));
        }
    }

    private static OriginRow Row(FlowTable table, OriginSupply supply, OriginOutcome outcome, double? elasticity, double income, double cut)
    {
        double? firstOrder = elasticity is { } e ? CutAnswers.FirstOrderLoss(cut, e) : null;
        bool hasGap = outcome is { Status: CutStatus.Ok, Loss: < 1 } && elasticity > LeastElasticity;
        return new OriginRow
        {
            Rank = 0,
            Origin = new(supply.Origin),
            OriginCode = table.Sectors.Regions[supply.Origin].Code,
            OriginName = table.Sectors.Regions[supply.Origin].Name,
            Product = new(supply.Product),
            Code = table.Sectors.Industries[supply.Product].Code,
            Name = table.Sectors.Industries[supply.Product].Name,
            Supply = supply.Money,
            ShareOfUse = supply.ShareOfUse,
            ShareOfImports = supply.ShareOfImports,
            DomarWeight = supply.DomarWeight,
            Elasticity = elasticity,
            FirstOrderLoss = firstOrder,
            Loss = outcome.Loss,
            ExcessLoss = outcome.Loss - firstOrder,
            Leverage = supply.Money > 0 ? outcome.Loss * income / (cut * supply.Money) : null,
            Gap = hasGap
                ? AccurateExponentials.LogOnePlus(-outcome.Loss!.Value) / (elasticity!.Value * AccurateExponentials.LogOnePlus(-cut))
                : null,
            Reach = outcome.Reach,
            Status = outcome.Status,
        };
    }

    private static OriginRow[] Sort(IEnumerable<OriginRow> rows, RootMeasure measure) =>
        [
            .. rows.OrderBy(r => RootOrder.Place(r.Status, measure.Of(r)))
                .ThenByDescending(measure.Order)
                .ThenBy(r => r.Origin)
                .ThenBy(r => r.Product)
                .Select((row, i) => row with { Rank = i + 1 }),
        ];
}
