using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Shocks.Scenarios;

/// <summary>
/// What a shock does, in terms that lenses share: kinds translate themselves into changes, lenses say which changes they represent.
/// </summary>
/// <remarks>
/// So a kind knows no lens and a lens knows no kind. A change that a lens does not know is reported by it, never passed over.
/// </remarks>
public interface IChange
{
    /// <summary>What changes, for a sentence that says that a lens cannot represent it, such as "a cut of imports".</summary>
    string Subject { get; }

    /// <summary>What lenses say that have no notion of it, as a sentence.</summary>
    string Unrepresented => $"This lens has no notion of {Subject}.";

    /// <summary>Number of the region that it is aimed at; <see cref="ScenarioTable.Abroad"/> for none of the table's.</summary>
    RegionNumber AimedAt => ScenarioTable.Abroad;

    /// <summary>Number of the region that acts, where another one than that; <see cref="ScenarioTable.Abroad"/> for none.</summary>
    RegionNumber Acting => ScenarioTable.Abroad;

    /// <summary>Whether it works on what crosses borders, and so first on the choice among origins.</summary>
    bool CrossesBorders => false;

    /// <summary>When it begins, how it grows and how it ends; lenses that compare two states of rest do not ask.</summary>
    ShockTiming Timing => default;

    /// <summary>The same change at another time; the change itself where it has no notion of time.</summary>
    IChange At(ShockTiming timing) => this;

    /// <summary>The same change, more or less of it: shares by their log odds, rates and other changes by their logs.</summary>
    /// <param name="shift">By how much. Unit: log points.</param>
    /// <returns>The change itself where it has no size, or where all of something is cut.</returns>
    IChange Moved(double shift) => this;

    /// <summary>What it comes to for lenses that compare two states of rest: itself, unless it works through time alone.</summary>
    IReadOnlyList<IChange> AtRest(ScenarioTable table) => [this];
}

/// <summary>A change that has its time.</summary>
public abstract record DatedChange : IChange
{
    /// <inheritdoc/>
    public abstract string Subject { get; }

    /// <inheritdoc/>
    public ShockTiming Timing { get; init; }

    /// <inheritdoc/>
    public IChange At(ShockTiming timing) => this with { Timing = timing };
}

/// <summary>Part of what one region delivers to another of a product no longer gets through.</summary>
/// <param name="Product">Number of the product in <see cref="ScenarioTable.Table"/>.</param>
/// <param name="From">Number of the region that sells; <see cref="ScenarioTable.Abroad"/> for all that lies outside a one-region
/// table.</param>
/// <param name="To">Number of the region that buys; <see cref="ScenarioTable.Abroad"/> likewise.</param>
/// <param name="Share">Share that is cut, in (0, 1]. Unit: share.</param>
public sealed record DeliveryCut(IndustryNumber Product, RegionNumber From, RegionNumber To, double Share) : DatedChange, IChange
{
    /// <summary>
    /// Factor on the price at which a buyer whom the cut leaves without any way to have the product can have it all the same; null for no
    /// such way. Unit: ratio.
    /// </summary>
    public double? OutsidePrice { get; init; }

    /// <inheritdoc/>
    public override string Subject =>
        From == ScenarioTable.Abroad ? "a cut of imports"
        : To == ScenarioTable.Abroad ? "a cut of exports"
        : "a cut of deliveries";

    /// <inheritdoc/>
    public RegionNumber AimedAt => To;

    /// <inheritdoc/>
    public RegionNumber Acting => From;

    /// <inheritdoc/>
    public bool CrossesBorders => true;

    /// <inheritdoc/>
    public IChange Moved(double shift) => this with { Share = LogOdds.Moved(Share, shift) };
}

/// <summary>Part of what a region makes of a product is lost, whoever buys it.</summary>
/// <param name="Product">Number of the product in <see cref="ScenarioTable.Table"/>.</param>
/// <param name="Region">Number of the region.</param>
/// <param name="Share">Share that is cut, in (0, 1]. Unit: share.</param>
public sealed record OutputCut(IndustryNumber Product, RegionNumber Region, double Share) : DatedChange, IChange
{
    /// <inheritdoc/>
    public override string Subject => "a cut of domestic supply";

    /// <inheritdoc/>
    public IChange Moved(double shift) => this with { Share = LogOdds.Moved(Share, shift) };

    /// <inheritdoc/>
    public RegionNumber AimedAt => Region;
}

/// <summary>A tariff on top of those of the table.</summary>
/// <param name="Product">Number of the product in <see cref="ScenarioTable.Table"/>.</param>
/// <param name="From">Number of the region that sells, or <see cref="ScenarioTable.Abroad"/>.</param>
/// <param name="To">Number of the region that buys and collects.</param>
/// <param name="Rate">What is added to the rate, above 0. Unit: share of the value before tariff.</param>
public sealed record TariffChange(IndustryNumber Product, RegionNumber From, RegionNumber To, double Rate) : DatedChange, IChange
{
    /// <inheritdoc/>
    public override string Subject => "a tariff";

    /// <inheritdoc/>
    public IChange Moved(double shift) => this with { Rate = Rate * Math.Exp(shift) };

    /// <inheritdoc/>
    public RegionNumber AimedAt => From;

    /// <inheritdoc/>
    public RegionNumber Acting => To;

    /// <inheritdoc/>
    public bool CrossesBorders => true;
}

/// <summary>An industry makes more, or less, of the same inputs.</summary>
/// <param name="Product">Number of the product in <see cref="ScenarioTable.Table"/>.</param>
/// <param name="Region">Number of the region.</param>
/// <param name="Factor">New productivity over old, above 0. Unit: ratio.</param>
public sealed record ProductivityShift(IndustryNumber Product, RegionNumber Region, double Factor) : DatedChange, IChange
{
    /// <inheritdoc/>
    public override string Subject => "a change of productivity";

    /// <inheritdoc/>
    public IChange Moved(double shift) => this with { Factor = LogOdds.MovedRatio(Factor, shift) };

    /// <inheritdoc/>
    public RegionNumber AimedAt => Region;
}

/// <summary>Part of what one industry buys in a region, of every product, no longer gets through; other buyers are not touched.</summary>
/// <param name="Industry">Number of the industry that buys, in <see cref="ScenarioTable.Table"/>.</param>
/// <param name="Region">Number of its region.</param>
/// <param name="From">Number of the region that sells, or <see cref="ScenarioTable.Abroad"/>.</param>
/// <param name="Share">Share of the purchases that is cut, in (0, 1]. Unit: share.</param>
public sealed record PurchaseCut(IndustryNumber Industry, RegionNumber Region, RegionNumber From, double Share) : DatedChange, IChange
{
    /// <inheritdoc/>
    public override string Subject => "a cut of what one industry buys";

    /// <inheritdoc/>
    public IChange Moved(double shift) => this with { Share = LogOdds.Moved(Share, shift) };

    /// <inheritdoc/>
    public string Unrepresented =>
        "Here all buyers of a region share one purchase of each product, so that one industry alone cannot be cut off.";

    /// <inheritdoc/>
    public RegionNumber AimedAt => Region;

    /// <inheritdoc/>
    public RegionNumber Acting => From;

    /// <inheritdoc/>
    public bool CrossesBorders => true;
}

/// <summary>Firms are put on a list and cut off from what the list forbids.</summary>
/// <param name="Firms">Their names.</param>
/// <param name="List">The list.</param>
public sealed record FirmListing(IReadOnlyList<string> Firms, string List) : DatedChange, IChange
{
    /// <inheritdoc/>
    public override string Subject => "the listing of firms";

    /// <inheritdoc/>
    public string Unrepresented =>
        "A table holds industries: say what the firms make, where, and which share of it they are (product, region, share). A cascade in "
        + "a network of firms can cut out the firms themselves.";
}

/// <summary>Investment of an industry changes: what it orders of capital goods now, and its capacity as the old ones wear out.</summary>
/// <param name="Industry">Number of the industry in <see cref="ScenarioTable.Table"/>.</param>
/// <param name="Region">Number of the region.</param>
/// <param name="Factor">New investment over old, at least 0. Unit: ratio.</param>
public sealed record InvestmentChange(IndustryNumber Industry, RegionNumber Region, double Factor) : DatedChange, IChange
{
    private const double MonthsOfYear = 12;

    /// <summary>Months after which missing capital is told where a scenario does not look further. Unit: months.</summary>
    internal const double UsualHorizon = MonthsOfYear;

    /// <inheritdoc/>
    public override string Subject => "a change of investment";

    /// <inheritdoc/>
    public IChange Moved(double shift) => this with { Factor = LogOdds.MovedRatio(Factor, shift) };

    /// <inheritdoc/>
    public string Unrepresented =>
        "Here a fall of investment is the capital that wears out and is not replaced: the use of capital goods must be among inputs, and "
        + "more of them change nothing while nothing is scarce.";

    /// <inheritdoc/>
    public RegionNumber AimedAt => Region;

    /// <summary>
    /// A fall of investment is a loss of capacity: what of the industry's capital is worn out at the horizon and not replaced.
    /// </summary>
    public IReadOnlyList<IChange> AtRest(ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double years = (table.HorizonMonths ?? UsualHorizon) / MonthsOfYear;
        return
            Factor < 1
            && table.Capital?.MissingAfter(table.Table.Sectors.SectorOf(Region, Industry), 1 - Factor, years) is > 0 and { } missing
            ? [new OutputCut(Industry, Region, missing) { Timing = Timing }]
            : [this];
    }
}
