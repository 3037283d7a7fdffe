namespace Rootscope.Shocks;

/// <summary>How the question "what does this cut cost" was answered.</summary>
public enum CutStatus
{
    /// <summary>The figures hold.</summary>
    Ok,

    /// <summary>No finite price supports the cut: everything is lost (loss 1).</summary>
    Collapse,

    /// <summary>Nobody uses the product, so nothing is lost.</summary>
    NoUse,

    /// <summary>The solver did not reach its tolerance; there are no figures.</summary>
    NotConverged,

    /// <summary>The lens cannot represent the cut.</summary>
    NotRepresented,

    /// <summary>
    /// There are figures, but no more than "very much": the cut is so deep that elasticities do not carry (what is at stake only).
    /// </summary>
    Extrapolated,
}

/// <summary>What a lens says about one cut. Figures are null where the status leaves them undefined.</summary>
/// <param name="Cut">The cut.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Loss">Share of real final spending (equilibrium) or of value added (extraction) that is lost.</param>
/// <param name="Reach">Share of value added in industries whose output falls by more than 5% of φ; null where the lens has no
/// quantities.</param>
/// <param name="Iterations">Iterations the solver took.</param>
/// <param name="Residual">Largest change of a log price in the last iteration; 0 for a closed form.</param>
public sealed record CutOutcome(SupplyCut Cut, CutStatus Status, double? Loss, double? Reach, int Iterations, double Residual);
