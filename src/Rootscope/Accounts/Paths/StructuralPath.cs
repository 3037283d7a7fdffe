namespace Rootscope.Accounts.Paths;

/// <summary>One chain of purchases with what it contributes to the total.</summary>
/// <param name="Sectors">The sectors along the chain by number, in the direction in which the paths were asked for.</param>
/// <param name="Value">What the chain contributes: v_jm a_jm,jm-1 … a_j1,j0 y_j0. Unit: that of the total.</param>
/// <param name="Share">Its part of the total. Unit: share.</param>
/// <param name="Potential">What this chain and all its continuations contribute together. Unit: that of the total.</param>
/// <param name="Remainder">Of the potential, what is neither this chain nor a listed continuation of it. Unit: that of the total.</param>
public sealed record StructuralPath(IReadOnlyList<SectorNumber> Sectors, double Value, double Share, double Potential, double Remainder)
{
    /// <summary>Number of purchases in the chain: 0 for the first sector alone.</summary>
    public int Tiers => Sectors.Count - 1;
}

/// <summary>Why a list of structural paths ends where it does.</summary>
public enum PathListEnd
{
    /// <summary>As many paths as were asked for are listed; weaker ones exist.</summary>
    Count,

    /// <summary>Every path that is left is smaller than the least size.</summary>
    Threshold,

    /// <summary>No path is left within the limit of tiers.</summary>
    Exhausted,
}
