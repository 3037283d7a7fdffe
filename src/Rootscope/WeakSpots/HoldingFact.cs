namespace Rootscope.WeakSpots;

/// <summary>How a published share is to be read.</summary>
public enum ShareBound
{
    /// <summary>It is the share.</summary>
    Exact,

    /// <summary>It is about the share.</summary>
    About,

    /// <summary>The share is this or more.</summary>
    AtLeast,
}

/// <summary>A published share: who holds how much of something that a technology stands on.</summary>
/// <remarks>
/// The embedded ones are compiled from the catalogue's evidence and from published production by country; users add theirs as CSV.
/// </remarks>
public sealed record HoldingFact
{
    /// <summary>Identifier of the technology.</summary>
    public required string Technology { get; init; }

    /// <summary>What is shared, such as "EUV lithography tools" or "lithium refining".</summary>
    public required string Subject { get; init; }

    /// <summary>What is counted: production, capacity, headquarters of the makers, orders, use and the like.</summary>
    public required string Basis { get; init; }

    /// <summary>Code of the economy whose purchases are shared out; empty where it is the world's.</summary>
    public string Buyer { get; init; } = string.Empty;

    /// <summary>Who holds the share, in words.</summary>
    public required string Holder { get; init; }

    /// <summary>
    /// Codes of the economies that the holder belongs to; empty where the source does not say, <see cref="Abroad"/> for all but the buyer.
    /// </summary>
    public required IReadOnlyList<string> Economies { get; init; }

    /// <summary>The share, from 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>How the share is to be read.</summary>
    public ShareBound Bound { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>Who published it.</summary>
    public required string Source { get; init; }

    /// <summary>The licence of the source, or how it is used.</summary>
    public required string Licence { get; init; }

    /// <summary>How well it was verified: seen, secondary or weak.</summary>
    public required string Status { get; init; }

    /// <summary>Stands for all economies but the buyer.</summary>
    public const string Abroad = "abroad";
}

/// <summary>All published shares of one thing in one year: who holds it and how concentrated it is.</summary>
/// <remarks>
/// What the shares leave over is held by somebody: concentration has a lower end, where that is many small ones, and an upper end, where it
/// is one.
/// </remarks>
public sealed class HoldingSubject
{
    private HoldingSubject(IReadOnlyList<HoldingFact> facts) => Facts = facts;

    /// <summary>The shares, the largest first.</summary>
    public IReadOnlyList<HoldingFact> Facts { get; }

    /// <summary>The largest share.</summary>
    public HoldingFact Largest => Facts[0];

    /// <summary>What no named holder holds. Unit: share.</summary>
    public double Rest => Math.Max(0, 1 - Facts.Sum(f => f.Share));

    /// <summary>Σ of squared shares by economy, if the rest is spread over many. Unit: a number between 0 and 1.</summary>
    public double LowestConcentration => ByEconomy(Facts).Sum(s => s * s);

    /// <summary>Σ of squared shares by economy, if one more economy holds the rest. Unit: a number between 0 and 1.</summary>
    public double HighestConcentration => Math.Min(1, LowestConcentration + (Rest * Rest));

    /// <summary>Groups shares by technology, subject, buyer and year.</summary>
    /// <param name="facts">The shares.</param>
    /// <returns>The groups, in the order in which they first occur.</returns>
    public static IReadOnlyList<HoldingSubject> Of(IEnumerable<HoldingFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. facts
                .GroupBy(f => (f.Technology, f.Subject, f.Buyer, f.Year))
                .Select(g => new HoldingSubject([.. g.OrderByDescending(f => f.Share).ThenBy(f => f.Holder, StringComparer.Ordinal)])),
        ];
    }

    /// <summary>What an economy holds itself. Unit: share. Null where holders are not located, so that it may hold more.</summary>
    public double? HomeShare(string economy) =>
        Facts.Any(f => f.Economies.Count == 0)
            ? null
            : Facts.Where(f => f.Economies.Contains(economy, StringComparer.Ordinal)).Sum(f => f.Share);

    /// <summary>The shares that are held outside an economy.</summary>
    internal HoldingFact[] OutsideOf(string economy) => [.. Facts.Where(f => !f.Economies.Contains(economy, StringComparer.Ordinal))];

    /// <summary>
    /// Shares by economy; holders that several economies share, or that are not located, stand for themselves. All from abroad together is
    /// nobody in particular.
    /// </summary>
    internal static IEnumerable<double> ByEconomy(IEnumerable<HoldingFact> facts) =>
        facts
            .Where(f => !f.Economies.Contains(HoldingFact.Abroad, StringComparer.Ordinal))
            .GroupBy(f => f.Economies.Count == 1 ? f.Economies[0] : f.Holder, StringComparer.Ordinal)
            .Select(g => g.Sum(f => f.Share));
}
