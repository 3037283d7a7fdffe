using Rootscope.Shocks.Lenses.Cascade;

namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>How buyers split an order over the origins of a product.</summary>
public enum OrderRule
{
    /// <summary>By what each origin sold them before, times the capacity that it has left.</summary>
    Capacity,

    /// <summary>By what each origin sold them before.</summary>
    Initial,
}

/// <summary>Who is served first where a seller makes less than is ordered.</summary>
public enum Rationing
{
    /// <summary>Every order gets the same share of what is asked.</summary>
    Proportional,

    /// <summary>Orders of industries first; final demand gets what is left.</summary>
    IndustriesFirst,

    /// <summary>The largest order first, in whole, then the next.</summary>
    LargestFirst,
}

/// <summary>What an important but not critical input does to production where it is short.</summary>
public enum ImportantInputs
{
    /// <summary>It limits production as a critical one does.</summary>
    Critical,

    /// <summary>It limits production by half of what is short.</summary>
    Half,

    /// <summary>It does not limit production.</summary>
    Free,
}

/// <summary>Choices of the inventory lens. The values that stand here are those of the published models.</summary>
/// <remarks>
/// Sources: Hallegatte (2014), <i>Risk Analysis</i> 34(1); Guan et al. (2020), <i>Nature Human Behaviour</i> 4; the readings of essential
/// inputs are those of Pichler et al. (2022). See docs/methods/inventory.md.
/// </remarks>
public sealed record InventoryOptions
{
    /// <summary>Stocks below this many days make the model swing for reasons of its arithmetic, not of the economy. Unit: days.</summary>
    public const double LeastSteadyCover = 14;

    /// <summary>Days of use that buyers keep of an input at the start; infinity where an input never runs out. Unit: days.</summary>
    public double CoverDays { get; init; } = 90;

    /// <summary>Other covers, by code of the product. Unit: days.</summary>
    public IReadOnlyDictionary<string, double> CoverOf { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Share of the intended stock below which an input limits production (ψ). Unit: share.</summary>
    public double StockThreshold { get; init; } = 0.8;

    /// <summary>Days in which buyers mean to fill up their stocks (τ of inventories). Unit: days.</summary>
    public double RestorationDays { get; init; } = 60;

    /// <summary>Capacity in quiet times over output before. Unit: ratio.</summary>
    public double QuietCapacity { get; init; } = 1;

    /// <summary>Most that a sector can make over its output before. Unit: ratio.</summary>
    public double MostCapacity { get; init; } = 1.25;

    /// <summary>Days in which a sector reaches its most, and comes back from it (τ of overproduction). Unit: days.</summary>
    public double OverproductionDays { get; init; } = 365;

    /// <summary>How orders are split over origins.</summary>
    public OrderRule Orders { get; init; }

    /// <summary>Who is served first.</summary>
    public Rationing Rationing { get; init; }

    /// <summary>How important inputs count where inputs are rated; without ratings every input is critical.</summary>
    public ImportantInputs Important { get; init; } = ImportantInputs.Half;

    /// <summary>Ratings of inputs; null where every input is critical.</summary>
    public EssentialityMatrix? Essentiality { get; init; }

    /// <summary>Inputs below this share of a buyer's output do not limit it. Unit: share.</summary>
    public double LeastInputShare { get; init; } = 1e-5;

    /// <summary>Days after which buyers have all that is forbidden from others; infinity for never. Unit: days.</summary>
    /// <remarks>
    /// The share rises in proportion to time: it is ordered elsewhere, and makers in the buyers' region build the capacity for it. The
    /// published models know no such thing.
    /// </remarks>
    public double RewiringDays { get; init; } = double.PositiveInfinity;

    /// <summary>Other times, by code of the product. Unit: days.</summary>
    public IReadOnlyDictionary<string, double> RewiringOf { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Productive capital over yearly value added, for events that destroy capital. Unit: ratio.</summary>
    public double CapitalRatio { get; init; } = 4;

    /// <summary>How many days are computed. Unit: days.</summary>
    public int Days { get; init; } = 365;

    /// <summary>Days of the year that a table's flows are spread over. Unit: days.</summary>
    internal const double DaysOfYear = 365;

    /// <summary>Whether the numerical habits of the reference program are kept; for comparison with its series only.</summary>
    internal bool Compatible { get; init; }
}
