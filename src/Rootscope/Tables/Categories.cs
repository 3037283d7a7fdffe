namespace Rootscope.Tables;

/// <summary>What a column of final demand stands for.</summary>
public enum FinalDemandKind
{
    /// <summary>Consumption by households.</summary>
    Households,

    /// <summary>Consumption by non-profit institutions serving households.</summary>
    NonProfit,

    /// <summary>Consumption by government.</summary>
    Government,

    /// <summary>Gross fixed capital formation.</summary>
    FixedCapital,

    /// <summary>Changes in inventories; may be negative.</summary>
    Inventories,

    /// <summary>Exports of a one-region table. In a table of many regions exports are flows, not a column.</summary>
    Exports,

    /// <summary>Statistical discrepancy, and adjustments that belong to no purpose.</summary>
    Discrepancy,
}

/// <summary>One column of final demand.</summary>
/// <param name="Code">Code in the source.</param>
/// <param name="Name">English name.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Region">Number of the region that buys; 0 in a one-region table.</param>
public sealed record FinalDemandCategory(string Code, string Name, FinalDemandKind Kind, RegionNumber Region);

/// <summary>What a row of primary inputs stands for.</summary>
public enum ValueAddedKind
{
    /// <summary>Compensation of employees.</summary>
    Labour,

    /// <summary>Taxes less subsidies on production.</summary>
    Taxes,

    /// <summary>Consumption of fixed capital.</summary>
    Depreciation,

    /// <summary>Operating surplus.</summary>
    Surplus,

    /// <summary>All of value added in one row, where the source does not split it, or derived as output less inputs.</summary>
    Total,

    /// <summary>Primary inputs that are no income: noncomparable imports, used and scrap goods, margins that could not be spread.</summary>
    Other,
}

/// <summary>One row of primary inputs.</summary>
/// <param name="Code">Code in the source.</param>
/// <param name="Name">English name.</param>
/// <param name="Kind">What it stands for.</param>
public sealed record ValueAddedCategory(string Code, string Name, ValueAddedKind Kind);
