namespace Rootscope.Accounts.Measures;

/// <summary>What the values of a measure belong to. In a pair the first is the key of a row and the second its partner.</summary>
public enum AccountShape
{
    /// <summary>A sector.</summary>
    Sector,

    /// <summary>A region as a whole.</summary>
    Region,

    /// <summary>A sector and a region.</summary>
    SectorAndRegion,

    /// <summary>A sector that sells and a sector that buys.</summary>
    SectorPair,

    /// <summary>Two regions, never one and the same.</summary>
    RegionPair,
}
