using System.Globalization;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Roots.Stake;
using Rootscope.Storage;
using Rootscope.Storage.References;
using Rootscope.Tables;
using Rootscope.Tables.Splitting;

namespace Rootscope.Answers.Stake;

/// <summary>Answers about one product, from the rankings that it has its place in.</summary>
internal static class StakeOfOneAnswering
{
    /// <summary>Years that tables tell of a path.</summary>
    private static readonly double[] Told = [0, 0.5, 1, 2, 3, 5, 10];

    /// <summary>Section J of ISIC, whose industries are told one by one.</summary>
    public const string Information = "J";

    /// <summary>Retail sale via mail order houses or via Internet in ISIC: electronic commerce.</summary>
    public const string Commerce = "4791";

    private const int Drawn = 60;
    private const int MostThroughOutstanding = 3;

    /// <summary>The ranking that the product has its place in, as a question.</summary>
    public static StakeQuestion RankingOf(StakeOfOneQuestion question, FlowTable table) =>
        question.Asked with
        {
            By = ProductName.IsTechnology(table, question.Name) ? RootSubject.Technology : RootSubject.Industry,
            Top = 0,
        };

    /// <summary>The answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="rankings">One for each of its supplies, in order.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    public static StakeOfOneAnswer Of(
        StakeOfOneQuestion question,
        IReadOnlyList<StakeAnswer> rankings,
        CancellationToken cancellation = default
    )
    {
        EconomyUnderStudy economy = rankings[0].Economy;
        StakeInputs inputs = rankings[0].Ranking.Inputs;
        var notes = new List<string>();
        IndustryNumber product = ProductName.Find(economy.Table, question.Name, economy.Bridge, notes);
        HashSet<(IndustryNumber, IndustryNumber)> outstanding = Outstanding(economy);
        string?[] divisions = Divisions(economy);
        HashSet<int> commerce = Commercial(economy);
        IReadOnlyList<StakeLosses> losses = [.. rankings.Select(r => StakeLosses.Of(inputs, r.Ranking.Options, product, cancellation))];
        IReadOnlyList<StakeChain> around = StakeChains.Of(inputs, product, outstanding, outstanding);
        IReadOnlyList<StakeChain> through =
            outstanding.Count == 0
                ? []
                :
                [
                    .. StakeChains
                        .Of(inputs, product, new HashSet<(IndustryNumber, IndustryNumber)>(), outstanding)
                        .Where(c => c.StandsOut),
                ];
        ReplacementYears years = TraitWords.Years(
            economy,
            economy.Table.Sectors.IndustryOf(new(product)).Code,
            inputs.YearsToReplace[product]
        );
        return new StakeOfOneAnswer
        {
            Question = question,
            Product = product,
            Rankings = rankings,
            Paths = [.. rankings.Select(r => Path(r, product, cancellation))],
            Years = years,
            Buyers = Buyers(inputs, product, outstanding, losses[0]),
            Losers = Losers(inputs.Table, product, losses),
            Chains = [.. around.Select(End).GroupBy(KeyOf, StringComparer.Ordinal).Select(g => g.First())],
            ChainsThroughOutstanding = [.. through.Take(MostThroughOutstanding).Select(End)],
            Traits = TraitWords.Of(economy, economy.Table.Sectors.IndustryOf(new(product)).Code, years.RatedAs),
            Depreciation = inputs.Depreciation[product],
            Notes = [.. notes, .. rankings.SelectMany(r => r.Notes).Distinct(StringComparer.Ordinal)],
        };

        StakeEnd End(StakeChain chain) =>
            new(
                chain,
                divisions[chain.End],
                divisions[chain.End] is { } division ? IsicDivisions.SectionOf(division) : null,
                commerce.Contains(chain.End)
            );

        static string KeyOf(StakeEnd end) =>
            end.Division is null || end.Section == Information || end.HoldsCommerce
                ? string.Create(CultureInfo.InvariantCulture, $"industry {end.Chain.End}")
                : end.Division;
    }

    private static StakeOfOnePath Path(StakeAnswer ranking, int product, CancellationToken cancellation)
    {
        StakeOptions options = ranking.Ranking.Options;
        double last = options.AtMostYears;
        double end = ranking.Ranking.Inputs.YearsToReplace[product];
        double[] told = [.. Told.Where(t => t < last), last];
        IReadOnlyList<StakeMoment> moments = StakePath.At(
            ranking.Ranking.Inputs,
            options,
            new(product),
            [.. Enumerable.Range(0, Drawn + 1).Select(i => last * i / Drawn).Concat(told)],
            cancellation
        );
        return new StakeOfOnePath(options.Supply, moments, [.. moments.Where(m => told.Contains(m.Years) || m.Years.Equals(end))]);
    }

    private static IReadOnlyList<StakeLoser> Losers(FlowTable table, int product, IReadOnlyList<StakeLosses> losses) =>
        [
            .. Enumerable
                .Range(0, table.Size)
                .Where(i => i != product && table.Output[i] > 0)
                .Select(i => new StakeLoser(
                    table.Sectors.IndustryOf(new(i)).Code,
                    table.Sectors.IndustryOf(new(i)).Name,
                    table.Output[i],
                    [.. losses.Select(l => l.Output?[i])]
                ))
                .OrderByDescending(l => l.Money(0) ?? double.NegativeInfinity),
        ];

    private static IReadOnlyList<StakeBuyer> Buyers(
        StakeInputs inputs,
        int product,
        HashSet<(IndustryNumber, IndustryNumber)> outstanding,
        StakeLosses losses
    )
    {
        FlowTable support = inputs.Support;
        double[] uses = [.. support.SalesOf(new(product)), .. support.FinalDemandFor(new(product))];
        double[] flows = [.. inputs.Table.SalesOf(new(product)), .. support.FinalDemandFor(new(product))];
        uses[product] = flows[product] = 0;
        double all = uses.Where(u => u > 0).Sum();
        double capital = Enumerable.Range(0, support.Size).Sum(j => uses[j] - flows[j]);
        return
        [
            .. Enumerable
                .Range(0, uses.Length)
                .Where(j => uses[j] > 0)
                .OrderByDescending(j => uses[j])
                .ThenBy(j => j)
                .Select(j =>
                {
                    bool isFinal = j >= support.Size;
                    (string code, string name) = isFinal
                        ? (support.FinalDemandCategories[j - support.Size].Code, support.FinalDemandCategories[j - support.Size].Name)
                        : (support.Sectors.IndustryOf(new(j)).Code, support.Sectors.IndustryOf(new(j)).Name);
                    double used = Math.Max(0, uses[j] - flows[j]);
                    double? ofCapital = isFinal || capital <= 0 ? null : used / capital;
                    return new StakeBuyer(
                        code,
                        name,
                        flows[j],
                        used,
                        uses[j] / all,
                        ofCapital,
                        outstanding.Contains((new(product), new(j))),
                        !isFinal ? losses.Output?[j]
                            : support.FinalDemandCategories[j - support.Size].Kind == FinalDemandKind.Exports ? losses.Exports
                            : losses.FinalSpending
                    );
                }),
        ];
    }

    /// <summary>Cells that stand out in the table before industries were split, as pairs of numbers of the table studied.</summary>
    private static HashSet<(IndustryNumber, IndustryNumber)> Outstanding(EconomyUnderStudy economy)
    {
        FlowTable whole = economy.Whole;
        ILookup<string, int> numbers = Enumerable
            .Range(0, economy.Table.Size)
            .ToLookup(i => ParentOf(economy, economy.Table.Sectors.IndustryOf(new(i)).Code), StringComparer.Ordinal);
        return
        [
            .. TableReview
                .CellsThatStandOut(whole)
                .SelectMany(c =>
                    from seller in numbers[whole.Sectors.IndustryOf(c.Seller).Code]
                    from buyer in numbers[whole.Sectors.IndustryOf(c.Buyer).Code]
                    select (new IndustryNumber(seller), new IndustryNumber(buyer))
                ),
        ];
    }

    /// <summary>The division of ISIC of every industry and part.</summary>
    private static string?[] Divisions(EconomyUnderStudy economy)
    {
        IReadOnlyList<string?> whole = IsicDivisions.Of(economy.Whole);
        return
        [
            .. economy.Table.Sectors.Industries.Select(i =>
                economy.Whole.Sectors.TryFindIndustry(ParentOf(economy, i.Code), out IndustryNumber parent) ? whole[parent] : null
            ),
        ];
    }

    /// <summary>Industries, and parts of them, that electronic commerce is in, as numbers of the table studied.</summary>
    private static HashSet<int> Commercial(EconomyUnderStudy economy)
    {
        HashSet<string> holders =
        [
            .. IsicDivisions.HoldersOf(economy.Whole, Commerce).Select(i => economy.Whole.Sectors.Industries[i].Code),
        ];
        SectorIndex sectors = economy.Table.Sectors;
        return
        [
            .. Enumerable.Range(0, economy.Table.Size).Where(i => holders.Contains(ParentOf(economy, sectors.IndustryOf(new(i)).Code))),
        ];
    }

    private static string ParentOf(EconomyUnderStudy economy, string code) =>
        (economy.Bridge?.SplitOff ?? []).FirstOrDefault(p => p.Code == code) is SplitPart part ? part.Parent : code;
}
