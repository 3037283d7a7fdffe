namespace Rootscope.Shocks;

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
public readonly record struct SupplyCut(IndustryNumber Product, double Share, SupplyScope Supply);
