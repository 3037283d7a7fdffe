using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Stake;
using Rootscope.Complexity;
using Rootscope.Dependence;
using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.WeakSpots;

/// <summary>What a <see cref="WeakSpotQuestion"/> comes to.</summary>
public sealed record WeakSpotAnswer
{
    /// <summary>The question.</summary>
    public required WeakSpotQuestion Question { get; init; }

    /// <summary>The economy by its three-letter code.</summary>
    public string Economy => Question.Economy;

    /// <summary>The rule by which it counts as dependent.</summary>
    public required DependenceRule Rule { get; init; }

    /// <summary>Every technology, those to build first at the head.</summary>
    public required IReadOnlyList<WeakSpot> Spots { get; init; }

    /// <summary>The one-region economy, with the steps by which it was made.</summary>
    public required EconomyUnderStudy Studied { get; init; }

    /// <summary>
    /// What is at stake with the products that carry technologies, and perhaps with others; null where root leverage was asked for.
    /// </summary>
    public StakeAnswer? Stake { get; init; }

    /// <summary>The root ranking that gives leverage; null where what is at stake was asked for.</summary>
    public RootAnswer? Roots { get; init; }

    /// <summary>The one-region table that says how much rests on a technology.</summary>
    public FlowTable Table => Stake?.Ranking.Inputs.Table ?? Roots!.Ranking.Table;

    /// <summary>Trade between economies; null where none was given.</summary>
    public TradePanel? Panel { get; init; }

    /// <summary>Dependence by trade; null where none was given.</summary>
    public DependenceResult? Trade { get; init; }

    /// <summary>What the economy makes, at the central threshold of advantage first; empty without exports.</summary>
    public IReadOnlyList<ComplexityProfile> Profiles { get; init; } = [];

    /// <summary>How complex its exports are as a whole; null where that is not known.</summary>
    public CountryComplexity? Country { get; init; }

    /// <summary>The table in which origins of inputs were looked up; null where it does not show the economy.</summary>
    public FlowTable? World { get; init; }

    /// <summary>What a reader must know to trust the figures.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What its weight is measured on: the part that was split off, or the whole carrying industry.</summary>
    internal static string WeightNote(WeakSpot spot) =>
        spot.Part is { } part ? $"of the part split off {part.Split.Parent}, an estimate" : "of the whole carrying industry";
}
