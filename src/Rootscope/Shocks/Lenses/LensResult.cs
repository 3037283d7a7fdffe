using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses;

/// <summary>What a lens computed. Lists are empty where the status leaves no figures.</summary>
public sealed record LensFigures
{
    /// <summary>How it ended.</summary>
    public required ScenarioStatus Status { get; init; }

    /// <summary>Iterations the solver took; 0 for a closed form.</summary>
    public int Iterations { get; init; }

    /// <summary>Largest gap that was left. Unit: log points, or share of output in the extraction lens.</summary>
    public double Residual { get; init; }

    /// <summary>Buyers left without a way to have a product that they need, one sentence each.</summary>
    public IReadOnlyList<string> Infeasible { get; init; } = [];

    /// <summary>One entry a region, in table order.</summary>
    public IReadOnlyList<RegionOutcome> Regions { get; init; } = [];

    /// <summary>One entry a sector, in table order.</summary>
    public IReadOnlyList<SectorOutcome> Sectors { get; init; } = [];

    /// <summary>What an uplift lifts, downstream and upstream; empty without one.</summary>
    public IReadOnlyList<LiftedSector> Lifted { get; init; } = [];

    /// <summary>The course over time; null for a lens that compares two states of rest.</summary>
    public LensCourse? Course { get; init; }

    /// <summary>What the largest losses are due to, largest first; empty for a lens that does not say.</summary>
    public IReadOnlyList<LossCause> Causes { get; init; } = [];

    /// <summary>What a reader must know to trust the figures.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A shock, or a part of one, that a lens cannot represent.</summary>
/// <param name="Shock">Number of the shock in the scenario, from 0.</param>
/// <param name="Part">What of it, such as "a cut of imports".</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record UnrepresentedShock(int Shock, string Part, string Reason);

/// <summary>What a lens says about a scenario.</summary>
/// <param name="Lens">The lens.</param>
/// <param name="Figures">What it computed of the shocks that it represents.</param>
/// <param name="Unrepresented">The shocks that it does not represent, in their order.</param>
public sealed record LensResult(ILens Lens, LensFigures Figures, IReadOnlyList<UnrepresentedShock> Unrepresented)
{
    /// <summary>How it ended.</summary>
    public ScenarioStatus Status =>
        Figures.Status == ScenarioStatus.Ok && Unrepresented.Count > 0 ? ScenarioStatus.Partial : Figures.Status;

    /// <summary>Whether there are figures.</summary>
    public bool HasFigures => Status is ScenarioStatus.Ok or ScenarioStatus.Partial or ScenarioStatus.Collapse;
}
