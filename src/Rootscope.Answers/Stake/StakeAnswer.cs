using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Stake;

namespace Rootscope.Answers.Stake;

/// <summary>What a <see cref="StakeQuestion"/> comes to: the question, the economy, the rows and what a reader must know.</summary>
public sealed record StakeAnswer
{
    /// <summary>The question.</summary>
    public required StakeQuestion Question { get; init; }

    /// <summary>The economy, with the steps by which it was made.</summary>
    public required EconomyUnderStudy Economy { get; init; }

    /// <summary>The whole ranking of the economy's products.</summary>
    public required StakeRanking Ranking { get; init; }

    /// <summary>
    /// Bands and tiers, one row a product of the ranking; where single products were cut, places and tiers mean nothing.
    /// </summary>
    public required StakeBands Bands { get; init; }

    /// <summary>What a reader must know to trust the figures.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The rows that are told, most at stake first.</summary>
    public IReadOnlyList<StakeRow> Rows => Question.Top == 0 ? Ranking.Rows : [.. Ranking.Rows.Take(Question.Top)];

    /// <summary>The technologies of the catalogue that a part stands for, by identifier; empty for whole industries.</summary>
    internal IReadOnlyList<string> TechnologiesOf(string code) =>
        [.. (Economy.Bridge?.Parts ?? []).Where(p => p.Split.Code == code).SelectMany(p => p.Technologies).Select(t => t.Id)];

    /// <summary>
    /// Technologies that no part stands for, with the code of the industry that each is seen through as a whole; empty where nothing was
    /// split, or the table carries none.
    /// </summary>
    internal IReadOnlyList<(SlicedTechnology Slice, string Carrier)> Slices(TechnologyCatalogue catalogue) =>
        [
            .. from slice in Economy.Bridge?.Slices ?? []
            let carrier = TechnologyRanking.CarrierOf(catalogue.Find(slice.Id), Economy.Table, catalogue, Economy.Bridge)
            where carrier is not null
            select (slice, carrier.Code),
        ];

    /// <summary>The area of the catalogue that each industry stands for, by code.</summary>
    internal IReadOnlyDictionary<string, string> Areas(TechnologyCatalogue catalogue) =>
        TechnologyRanking.AreasOf(Economy.Table.Metadata, catalogue, Economy.Bridge);
}
