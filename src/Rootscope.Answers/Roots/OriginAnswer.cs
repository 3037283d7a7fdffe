using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Roots;

namespace Rootscope.Answers.Roots;

/// <summary>What a <see cref="RootQuestion"/> with an origin comes to: what the economy loses if one partner withholds a product.</summary>
public sealed record OriginAnswer
{
    /// <summary>The question.</summary>
    public required RootQuestion Question { get; init; }

    /// <summary>The economy, with the steps by which it was made.</summary>
    public required EconomyUnderStudy Economy { get; init; }

    /// <summary>The whole ranking.</summary>
    public required OriginRanking Ranking { get; init; }

    /// <summary>The number of the partner in the table; null for each in turn.</summary>
    public RegionNumber? Origin { get; init; }

    /// <summary>The rows that are told, best first.</summary>
    public IReadOnlyList<OriginRow> Rows => Question.Top == 0 ? Ranking.Rows : [.. Ranking.Rows.Take(Question.Top)];

    /// <summary>What a reader must know to trust the figures.</summary>
    public IReadOnlyList<string> Notes { get; } =
    [
        "Equilibrium over many regions: trade balances beside base deficits, own use is kept, capital goods stay in investment, all users "
            + "of a region share its origins of a product.",
    ];
}
