namespace Rootscope.Accounts.Extraction;

/// <summary>What hypothetical extraction of a sector takes away.</summary>
public enum ExtractionKind
{
    /// <summary>Its sales, its purchases and the final demand for it: the sector is gone.</summary>
    Total,

    /// <summary>
    /// Its sales to sectors and its purchases, while final demand for it stays and is met: it makes what final users buy.
    /// </summary>
    TotalKeepingDemand,

    /// <summary>Its trade with other sectors, while final demand for it and its use of its own product stay.</summary>
    TotalKeepingOwnUse,

    /// <summary>Its purchases: it makes what it made without inputs from this table. (Column of A.)</summary>
    Backward,

    /// <summary>Its sales to sectors, while final demand for it stays. (Row of A.)</summary>
    ForwardDemand,

    /// <summary>Its sales to sectors in the allocation model, while primary inputs stay. (Row of B.)</summary>
    ForwardGhosh,

    /// <summary>A share of its sales and of the final demand for it.</summary>
    Partial,

    /// <summary>A share of its purchases.</summary>
    PartialPurchases,
}
