namespace Rootscope.Screening.Ownership;

/// <summary>What one holds in another, as far as it is known.</summary>
/// <param name="Owner">Who holds it, by name.</param>
/// <param name="Owned">In whom, by name.</param>
/// <param name="Least">The least that it can be: share between 0 and 1.</param>
/// <param name="Most">The most that it can be: share between <paramref name="Least"/> and 1; equal to it where the share is known.</param>
public sealed record OwnershipStake(string Owner, string Owned, decimal Least, decimal Most)
{
    /// <summary>Whether the owner controls the other by something else than its share: votes, a board, a contract.</summary>
    public bool IsControl { get; init; }

    /// <summary>The first day on which it holds; null where it always did.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it holds; null where it still does.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where it is known from; may be empty.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => !(day < From) && !(day > To);
}
