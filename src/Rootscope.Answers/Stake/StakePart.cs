using Rootscope.Roots.Stake;
using Rootscope.Shocks;

namespace Rootscope.Answers.Stake;

/// <summary>One row of what is said of one product: its figures, a moment, a buyer, a purchase of a chain or a trait.</summary>
/// <param name="Part">figures, path, buyer, industry, chain, trait or source.</param>
/// <param name="Item">The number of the buyer or chain, the trait, or what the source is of.</param>
internal sealed record StakePart(string Part, string Item)
{
    /// <summary>The supply that goes missing.</summary>
    public SupplyScope? Supply { get; init; }

    /// <summary>Its place in the ranking.</summary>
    public StakeLine? Line { get; init; }

    /// <summary>How many products are ranked.</summary>
    public int? Ranked { get; init; }

    /// <summary>How sure the years are.</summary>
    public ReplacementYears? Years { get; init; }

    /// <summary>A moment of the path.</summary>
    public StakeMoment? Moment { get; init; }

    /// <summary>A buyer.</summary>
    public StakeBuyer? Buyer { get; init; }

    /// <summary>An industry, with the number of the supply whose loss is told.</summary>
    public (StakeLoser Industry, int Supply)? Loser { get; init; }

    /// <summary>A purchase of a chain, with the buyer's code and name.</summary>
    public (StakeChainLink Link, int Step, string Code, string Name)? Link { get; init; }

    /// <summary>A trait.</summary>
    public TraitOfOne? Trait { get; init; }

    /// <summary>What it means, in words.</summary>
    public string? Words { get; init; }

    /// <summary>Where it is from.</summary>
    public string? Source { get; init; }
}
