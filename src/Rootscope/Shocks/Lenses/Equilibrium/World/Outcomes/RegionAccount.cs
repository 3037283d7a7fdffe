namespace Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;

/// <summary>A figure before a shock and after it, both in money; the numeraire is world value added.</summary>
/// <param name="Before">Before the shock. Unit: money.</param>
/// <param name="After">After it. Unit: money.</param>
public readonly record struct BeforeAfter(double Before, double After)
{
    /// <summary>Relative change; null where there was nothing. Unit: share.</summary>
    public double? Change => Before == 0 ? null : (After / Before) - 1;
}

/// <summary>What a shock does to one region.</summary>
public sealed record RegionAccount
{
    /// <summary>Number of the region.</summary>
    public required RegionNumber Region { get; init; }

    /// <summary>Change of real income: income, tariff revenue and deficit included, over the price of final demand. Unit: share.</summary>
    public required double Welfare { get; init; }

    /// <summary>
    /// The first-order formula behind table 2 of Caliendo and Parro (2015): terms of trade and volume of trade at base weights. Unit: share
    /// of base income.
    /// </summary>
    public double FirstOrderWelfare => TermsOfTrade + VolumeOfTrade;

    /// <summary>Its first part: export prices at base exports less import prices at base imports. Unit: share of base income.</summary>
    public required double TermsOfTrade { get; init; }

    /// <summary>Its second part: what base tariffs earn on the change of the volume of imports. Unit: share of base income.</summary>
    public required double VolumeOfTrade { get; init; }

    /// <summary>Change of the real wage: the price of factors over the price of final demand. Unit: share.</summary>
    public required double RealWage { get; init; }

    /// <summary>
    /// Change of real GDP from the expenditure side, by Fisher's index; null where the index has no meaning. Unit: share.
    /// </summary>
    /// <remarks>
    /// Final use, exports and less imports before tariffs, each at its own price; flows that are forbidden are priced at their maker's
    /// door.
    /// </remarks>
    public required double? RealGdp { get; init; }

    /// <summary>
    /// Change of the price of exports over that of imports, each a geometric mean with base weights at the maker's door; null without
    /// trade. Unit: share.
    /// </summary>
    public required double? TermsOfTradeIndex { get; init; }

    /// <summary>Change of the price of final demand. Unit: share.</summary>
    public required double FinalPrice { get; init; }

    /// <summary>Value added. Unit: money.</summary>
    public required BeforeAfter ValueAdded { get; init; }

    /// <summary>Tariff revenue. Unit: money.</summary>
    public required BeforeAfter TariffRevenue { get; init; }

    /// <summary>Sales to other regions, before tariffs. Unit: money.</summary>
    public required BeforeAfter Exports { get; init; }

    /// <summary>Purchases from other regions, before tariffs. Unit: money.</summary>
    public required BeforeAfter Imports { get; init; }

    /// <summary>The change of welfare in four parts that add up; null where the parts have no meaning on their own.</summary>
    public required WelfareParts? Parts { get; init; }
}

/// <summary>What a shock does to one industry of one region and its product.</summary>
public sealed record SectorAccount
{
    /// <summary>Number of the region.</summary>
    public required RegionNumber Region { get; init; }

    /// <summary>Number of the product.</summary>
    public required IndustryNumber Product { get; init; }

    /// <summary>Sales, before tariffs. Unit: money.</summary>
    public required BeforeAfter Output { get; init; }

    /// <summary>Change of output at prices before, trade costs included; null where nothing was made. Unit: share.</summary>
    public required double? OutputVolume { get; init; }

    /// <summary>Change of the price at the maker's door. Unit: share.</summary>
    public required double OutputPrice { get; init; }

    /// <summary>Change of the price of the product to users in the region, tariffs included. Unit: share.</summary>
    public required double UserPrice { get; init; }

    /// <summary>Value added. Unit: money.</summary>
    public required BeforeAfter ValueAdded { get; init; }

    /// <summary>Sales to other regions, before tariffs. Unit: money.</summary>
    public required BeforeAfter Exports { get; init; }

    /// <summary>Purchases of the product from other regions, before tariffs. Unit: money.</summary>
    public required BeforeAfter Imports { get; init; }
}

/// <summary>The change of sales of one product by one origin to one buyer: who gains where others lose.</summary>
/// <param name="Product">Number of the product.</param>
/// <param name="Origin">Number of the selling region.</param>
/// <param name="Buyer">Number of the buying region; null for all buyers together.</param>
/// <param name="Sales">Sales before tariffs. Unit: money.</param>
public sealed record TradeShift(IndustryNumber Product, RegionNumber Origin, RegionNumber? Buyer, BeforeAfter Sales)
{
    /// <summary>What is gained; below 0 for a loss. Unit: money.</summary>
    public double Gain => Sales.After - Sales.Before;
}

/// <summary>A change of a region's welfare in parts, which sum to ln(1 + welfare change).</summary>
/// <remarks>
/// Unit of each: log points. First what the shock does while factor prices stay as they were, then what factor prices add. Definition:
/// docs/methods/world-equilibrium.md.
/// </remarks>
/// <param name="Direct">What hits the region's own makers and its own purchases: dearer final use, and tariff revenue and deficits. Unit:
/// log points.</param>
/// <param name="Supplier">What hits others and reaches the region's final use through what it buys. Unit: log points.</param>
/// <param name="Buyer">What buyers, at home and abroad, come to order of the region's factors. Unit: log points.</param>
/// <param name="TermsOfTrade">What the move of factor prices, at home against abroad, then changes. Unit: log points.</param>
public sealed record WelfareParts(double Direct, double Supplier, double Buyer, double TermsOfTrade)
{
    /// <summary>All parts together. Unit: log points.</summary>
    public double Sum => Direct + Supplier + Buyer + TermsOfTrade;
}
