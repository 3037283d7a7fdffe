namespace Rootscope.Accounts.Exposure;

/// <summary>What shares of exposure are shares of. Both readings are in use, and they differ by the sector's own unit.</summary>
public enum ExposureBase
{
    /// <summary>All inputs of all tiers, L − I: what "share of inputs" says. At face value, A.</summary>
    Inputs,

    /// <summary>
    /// All output that a unit of final demand needs, the unit itself included, L. At face value, I + A over the same sum.
    /// </summary>
    Output,
}
