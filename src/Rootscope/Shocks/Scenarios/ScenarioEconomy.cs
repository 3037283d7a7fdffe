using Rootscope.Catalogue;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Tables;

namespace Rootscope.Shocks.Scenarios;

/// <summary>The economy that a scenario happens to: the table as it is named, and as lenses work on it.</summary>
/// <param name="Source">The table as it is named.</param>
/// <remarks>
/// <see cref="Table"/> may have parts split off by <see cref="Bridge"/>, with recipes and buyers of their own, and the yearly use of
/// capital goods among its flows; totals of the industries are those of <see cref="Source"/> (docs/methods/scenarios.md).
/// </remarks>
public sealed record ScenarioEconomy(FlowTable Source)
{
    /// <summary>The table that is shocked, before what no part stands for is cut out of its carrier.</summary>
    public FlowTable Table { get; init; } = Source;

    /// <summary>What industries of <see cref="Table"/> were split by; null where none was.</summary>
    public TechnologyBridge? Bridge { get; init; }

    /// <summary>The yearly use of capital goods among the flows of <see cref="Table"/>; null where none was added.</summary>
    public CapitalInFlows? Capital { get; init; }

    /// <summary>
    /// How essential inputs of <see cref="Source"/> are, for lenses under which every input stops whoever lacks it unless somebody says
    /// otherwise; null where nothing is known.
    /// </summary>
    public EssentialityMatrix? Ratings { get; init; }

    /// <summary>How long it takes to replace each industry's product, by code; null where nothing is known. Unit: years.</summary>
    public IReadOnlyDictionary<string, double>? YearsToReplace { get; init; }

    /// <summary>What was assumed to make it, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>
    /// The part that stands for a technology inside the industry that is said to carry it; null where none was split off.
    /// </summary>
    public BridgePart? PartOf(ScenarioProduct product)
    {
        ArgumentNullException.ThrowIfNull(product);
        return
            product.IsPartOfCarrier
            && Bridge?.Find(product.Technology!) is { Part: { IsWhole: false } part }
            && part.Split.Parent == product.Code
            && Table.Sectors.TryFindIndustry(part.Split.Code, out _)
            ? part
            : null;
    }
}
