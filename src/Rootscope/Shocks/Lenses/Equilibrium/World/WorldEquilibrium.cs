namespace Rootscope.Shocks.Lenses.Equilibrium.World;

/// <summary>Solves a world economy after one shock: factor prices such that every factor earns what industries pay for it.</summary>
/// <remarks>
/// Exact-hat form: only shares, elasticities and the shock enter. Numeraire: world value added. Source: Caliendo and Parro (2015), section
/// 3. For many shocks to one economy make a <see cref="PreparedWorld"/>, which prepares the economy once.
/// </remarks>
public static class WorldEquilibrium
{
    /// <summary>Solves for the economy after a shock.</summary>
    /// <param name="economy">The base.</param>
    /// <param name="shock">What changes.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ModelException">The base does not hold together, or the shock does not fit it.</exception>
    public static WorldOutcome Solve(WorldEconomy economy, WorldShock shock, CancellationToken cancellation = default) =>
        new PreparedWorld(economy, threads: 1, cancellation).Solve(shock, start: null, cancellation);
}
