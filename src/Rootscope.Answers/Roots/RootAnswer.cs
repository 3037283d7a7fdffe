using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Tables;

namespace Rootscope.Answers.Roots;

/// <summary>What a <see cref="RootQuestion"/> comes to: the question, the economy, the rows and what a reader must know.</summary>
public sealed record RootAnswer
{
    /// <summary>The question.</summary>
    public required RootQuestion Question { get; init; }

    /// <summary>The economy, with the steps by which it was made.</summary>
    public required EconomyUnderStudy Economy { get; init; }

    /// <summary>The whole ranking of the economy's products.</summary>
    public required RootRanking Ranking { get; init; }

    /// <summary>
    /// The whole ranking by technology: each through the part or industry that carries it, those that none carries last. Empty where a row
    /// is an industry.
    /// </summary>
    public IReadOnlyList<TechnologyRow> AllTechnologies { get; init; } = [];

    /// <summary>Bands; null where none were drawn.</summary>
    public RootBands? Bands { get; init; }

    /// <summary>What a reader must know to trust the figures.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The rows that are told, best first; by technology, the industries and parts behind them are in
    /// <see cref="Technologies"/>.</summary>
    public IReadOnlyList<RootRow> Rows => Told(Ranking.Rows);

    /// <summary>The technologies that are told, best first; empty where a row is an industry.</summary>
    public IReadOnlyList<TechnologyRow> Technologies => Told(AllTechnologies);

    /// <summary>The band of each product that was drawn, by its number.</summary>
    public IReadOnlyDictionary<IndustryNumber, RootBand> BandByProduct => (Bands?.Rows ?? []).ToDictionary(r => r.Point.Product);

    /// <summary>The area of the catalogue that each industry stands for, by code.</summary>
    internal IReadOnlyDictionary<string, string> Areas(TechnologyCatalogue catalogue) =>
        TechnologyRanking.AreasOf(Ranking.Table.Metadata, catalogue, Economy.Bridge);

    /// <summary>The share of its parent's output that a part is; null for a whole industry.</summary>
    internal double? ShareOfParent(TechnologyRow row)
    {
        if (row.Part is not { } part || row.Root is not { } root)
        {
            return null;
        }

        FlowTable table = Ranking.Table;
        string parent = part.Split.Parent;
        string[] siblings = [parent, .. Economy.Bridge!.SplitOff.Where(p => p.Parent == parent).Select(p => p.Code)];
        return table.Output[root.Product]
            / siblings.Sum(code => table.Sectors.TryFindIndustry(code, out IndustryNumber i) ? table.Output[i] : 0);
    }

    private IReadOnlyList<T> Told<T>(IReadOnlyList<T> rows) => Question.Top == 0 ? rows : [.. rows.Take(Question.Top)];
}
