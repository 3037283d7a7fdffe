namespace Rootscope.Shocks.Lenses.Equilibrium.World;

/// <summary>What the factors of production of a region can do after a shock.</summary>
public enum FactorMobility
{
    /// <summary>One factor a region moves freely between its industries: one price of it in a region. The long run.</summary>
    Mobile,

    /// <summary>
    /// One factor an industry stays there, whatever it earns: a price of it in every industry, at which the industry uses what it used
    /// before.
    /// </summary>
    Fixed,
}
