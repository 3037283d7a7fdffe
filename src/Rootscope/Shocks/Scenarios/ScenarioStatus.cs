namespace Rootscope.Shocks.Scenarios;

/// <summary>How a lens came through a scenario.</summary>
public enum ScenarioStatus
{
    /// <summary>The figures hold for every shock.</summary>
    Ok,

    /// <summary>The figures hold for the shocks that the lens represents; the others are named.</summary>
    Partial,

    /// <summary>Buyers are left without any way to have a product that they need; they are named, and there are no figures.</summary>
    Infeasible,

    /// <summary>No finite price supports the scenario: everything is lost (loss 1).</summary>
    Collapse,

    /// <summary>The solver did not reach its tolerance; there are no figures.</summary>
    NotConverged,

    /// <summary>The lens represents none of the shocks; there are no figures.</summary>
    NotRepresented,
}
