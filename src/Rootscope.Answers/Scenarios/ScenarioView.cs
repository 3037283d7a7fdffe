using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Answers.Scenarios;

/// <summary>What rows of regions are sorted by.</summary>
internal enum ScenarioOrder
{
    /// <summary>Largest loss as a share first.</summary>
    Loss,

    /// <summary>Largest gain as a share first.</summary>
    Gain,

    /// <summary>Largest loss in money first.</summary>
    Money,

    /// <summary>Largest fall of output first.</summary>
    Output,

    /// <summary>The order of the table.</summary>
    Table,
}

/// <summary>Which rows of a scenario's result are shown.</summary>
/// <param name="RegionNames">Regions by name; empty for all.</param>
/// <param name="Sort">What regions are sorted by.</param>
/// <param name="Top">Most rows of each list; 0 for all.</param>
/// <param name="Regions">Numbers of the regions; empty for all.</param>
internal sealed record ScenarioView(IReadOnlyList<string> RegionNames, ScenarioOrder Sort, int Top, IReadOnlyList<int> Regions)
{
    /// <summary>Every row in the order of the table.</summary>
    public static ScenarioView Everything { get; } = new([], ScenarioOrder.Table, 0, []);

    /// <summary>The view with its regions found in a table.</summary>
    public ScenarioView At(FlowTable table) => this with { Regions = [.. RegionNames.Select(table.Sectors.FindRegion).Distinct()] };

    public bool Shows(int region) => Regions.Count == 0 || Regions.Contains(region);

    public IEnumerable<T> First<T>(IEnumerable<T> rows) => Top == 0 ? rows : rows.Take(Top);

    /// <summary>Regions with figures that are shown, in the order asked for.</summary>
    public IEnumerable<RegionOutcome> Sorted(IEnumerable<RegionOutcome> regions)
    {
        IEnumerable<RegionOutcome> shown = regions.Where(r => Shows(r.Region));
        return Sort switch
        {
            ScenarioOrder.Gain => shown.OrderBy(r => r.Loss),
            ScenarioOrder.Money => shown.OrderByDescending(r => r.Money),
            ScenarioOrder.Output => shown.OrderBy(r => r.OutputChange ?? 0),
            ScenarioOrder.Table => shown,
            _ => shown.OrderByDescending(r => r.Loss),
        };
    }
}
