namespace Rootscope.Shocks;

/// <summary>The models that a cut of supply runs through. None is the truth; together they bound it.</summary>
public enum Lens
{
    /// <summary>Infinitesimal: everything adjusts optimally, and an industry matters as much as its sales (Hulten).</summary>
    FirstOrder,

    /// <summary>Accounting: nothing adjusts; the demand-driven quantity model without the product.</summary>
    Extraction,

    /// <summary>Weeks to months: what is missing stops those who need it, in turn; nothing is replaced or in stock.</summary>
    Cascade,

    /// <summary>Years: prices, input mix and sources adjust by elasticity.</summary>
    Equilibrium,
}

/// <summary>Which part of a product's supply is cut.</summary>
public enum SupplyScope
{
    /// <summary>Domestic output and imports.</summary>
    All,

    /// <summary>Domestic output only.</summary>
    Domestic,

    /// <summary>Imports only.</summary>
    Imported,
}

/// <summary>What is done with purchases of a class from itself.</summary>
public enum OwnUseTreatment
{
    /// <summary>They are netted out.</summary>
    Net,

    /// <summary>They stay, and a broad class looks like a root because it is broad.</summary>
    Gross,
}

/// <summary>A cut of one product's supply in one region.</summary>
/// <param name="Product">Number of the product in the table.</param>
/// <param name="Share">Share of the supply that is cut, φ, in [0, 1).</param>
/// <param name="Supply">Which supply is cut.</param>
public readonly record struct SupplyCut(int Product, double Share, SupplyScope Supply);
