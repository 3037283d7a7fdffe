using Rootscope.Answers.Planning;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Answers.WeakSpots;
using Rootscope.Roots.Stake;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.Briefs;

/// <summary>A technology, or several that one product of the table carries, that the economy depends on others for.</summary>
/// <param name="Spots">The technologies, those to build first at the head; they have one stake.</param>
/// <param name="Row">What is at stake with it in the embargo.</param>
/// <param name="Band">How sure that is; null where it has no figure.</param>
/// <param name="Moments">The loss over time in the embargo.</param>
public sealed record Chokepoint(IReadOnlyList<WeakSpot> Spots, StakeRow Row, StakeBand? Band, IReadOnlyList<StakeMoment> Moments);

/// <summary>What a <see cref="BriefQuestion"/> comes to.</summary>
public sealed record BriefAnswer
{
    /// <summary>The question.</summary>
    public required BriefQuestion Question { get; init; }

    /// <summary>What is at stake with the imports of every product.</summary>
    public required StakeAnswer Stake { get; init; }

    /// <summary>The weak spots, judged by that ranking.</summary>
    public required WeakSpotAnswer WeakSpots { get; init; }

    /// <summary>The first of the technologies that the economy is known to depend on others for, in the order of building.</summary>
    public required IReadOnlyList<Chokepoint> Chokepoints { get; init; }

    /// <summary>What the budget goes to; null where no budget was given, or nothing foreign is at stake.</summary>
    public PlanAnswer? Plan { get; init; }
}
