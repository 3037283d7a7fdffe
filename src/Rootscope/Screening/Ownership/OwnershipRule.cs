namespace Rootscope.Screening.Ownership;

/// <summary>From which share on an entity that is on no list counts as if it were, by the published word of a regime.</summary>
/// <param name="Regime">Whose rule it is, by its word.</param>
/// <param name="Threshold">The share of blocked owners: between 0 and 1.</param>
/// <param name="From">The first day on which it holds.</param>
public sealed record OwnershipRule(string Regime, decimal Threshold, DateOnly From)
{
    /// <summary>The last day on which it holds; null where no end is known.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether the threshold itself is enough (50% or more); otherwise it takes more than that.</summary>
    public bool IncludesThreshold { get; init; } = true;

    /// <summary>Whether shares of several listed owners are added up; otherwise each is taken alone.</summary>
    public bool Aggregates { get; init; }

    /// <summary>Whether control without a share is enough.</summary>
    public bool CountsControl { get; init; }

    /// <summary>Whether it is suspended: then nobody counts but who is on a list.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>Where it is published.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>What the publication says, in a sentence or two.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => day >= From && !(day > To);

    /// <summary>Whether a share is enough.</summary>
    internal bool IsMet(decimal share) => !IsSuspended && (IncludesThreshold ? share >= Threshold : share > Threshold);
}
