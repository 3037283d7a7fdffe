using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Roots.Stake;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Answers.Stake;

/// <summary>The tables that people read of one product, each within 80 columns.</summary>
internal static class StakeOfOneSections
{
    private const int MostBuyers = 10;
    private const int Digits = 4;
    private const int MostLosers = 10;
    private const int LongestBar = 14;

    /// <summary>From here on a purchase counts as one of a capital good.</summary>
    public const double MostlyCapital = 0.5;

    private const int LongestStep = 34;

    /// <summary>The tables in order.</summary>
    public static IEnumerable<Section> Of(StakeOfOneAnswer answer)
    {
        TableMetadata about = answer.Economy.Table.Metadata;
        string name = BriefName.Of(answer.Name);
        string where = answer.Economy.Table.Sectors.Regions[0].Name;
        yield return Figures(answer, $"What is at stake with {BriefName.InSentence(answer.Name)}, {where} {about.Year}", about);
        yield return Path(answer);
        if (answer.Buyers.Count > 0)
        {
            yield return Buyers(answer, $"Who stands on it: the largest of {answer.Buyers.Count} buyers of {name}", about);
        }

        if (answer.Losers.Count > 0 && answer.Losers[0].Loses[0] is not null)
        {
            yield return Losers(answer, about);
        }

        foreach ((StakeEndKind kind, IReadOnlyList<StakeEnd> ends) in StakeEnds.Told(answer.Chains))
        {
            yield return Chains(answer, TitleOf(kind), ends, about);
        }

        if (answer.ChainsThroughOutstanding.Count > 0)
        {
            yield return Chains(answer, "Through purchases that stand out in the source table", answer.ChainsThroughOutstanding, about);
        }

        if (answer.Traits.Count > 0)
        {
            yield return Section.Of("Why it is hard to replace, trait by trait", TraitColumns, answer.Traits);
        }
    }

    private static string TitleOf(StakeEndKind kind) =>
        kind switch
        {
            StakeEndKind.Goods => "Further on, where goods are made: what comes that far",
            StakeEndKind.Information => "Further on, in information, communication and e-commerce",
            StakeEndKind.Services => "Further on, in other services",
            _ => "Further on",
        };

    private static readonly IReadOnlyList<Column<TraitOfOne>> TraitColumns =
    [
        new("item", string.Empty, "The trait.", ColumnStyle.Text, "trait", t => IrreplaceabilityData.NameOf(t.Trait)),
        new("traitValue", "share", "Its value.", ColumnStyle.Share, "value", t => t.Value),
        new("share", "share", "Rank among products, 1 hardest.", ColumnStyle.Number, "rank", t => t.Rank is { } r ? Two(r) : "–"),
        new("words", string.Empty, "What it means.", ColumnStyle.Prose, "in words", t => t.Words),
    ];

    private static readonly Column<(StakeAnswer Ranking, StakeRow Row)> Typical = new(
        "timesTypical",
        "ratio",
        "Over the median leverage.",
        ColumnStyle.Tenths,
        "× typical",
        r => r.Row.TimesTypical
    );

    private static readonly Column<(StakeAnswer Ranking, StakeRow Row)> Place = new(
        "rank",
        string.Empty,
        "Place.",
        ColumnStyle.Number,
        "place",
        r => string.Create(CultureInfo.InvariantCulture, $"{r.Row.Rank} of {r.Ranking.Ranking.Rows.Count}")
    );

    private static Column<(StakeAnswer Ranking, StakeRow Row)> TierOf(StakeOfOneAnswer answer) =>
        new("tier", string.Empty, "Tier.", ColumnStyle.Text, "tier", r => answer.BandUnder(r.Ranking)?.Tier);

    private static Section Figures(StakeOfOneAnswer answer, string title, TableMetadata about)
    {
        (StakeAnswer Ranking, StakeRow Row)[] rows = [.. answer.Rankings.Select(r => (r, answer.Under(r)))];
        var money = new MoneyScale(about, rows.Max(r => r.Row.AtStake ?? 0));
        IReadOnlyList<Column<(StakeAnswer Ranking, StakeRow Row)>> columns =
        [
            new(
                "supplyCut",
                string.Empty,
                "What is missing.",
                ColumnStyle.Text,
                "missing",
                r =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{r.Ranking.Ranking.Options.Cut * 100:0.##}% of {StakeOfOneWords.SupplyInWords(r.Ranking.Ranking.Options.Supply)}"
                    )
            ),
            new(
                "atStake",
                money.Unit,
                "At stake.",
                ColumnStyle.Number,
                money.Unit,
                r => r.Row.AtStake is { } value ? money.Text(value) : "–"
            ),
            new("atStakeShare", "share", "Of a year's final spending.", ColumnStyle.Share, "of a year", r => r.Row.AtStakeShare),
            new("band", "share", "Its 90% band.", ColumnStyle.Text, "90% band", r => StakeOfOneWords.BandOf(answer, r.Ranking)),
            .. answer.Question.Alone ? Array.Empty<Column<(StakeAnswer Ranking, StakeRow Row)>>() : [TierOf(answer)],
            new("leverage", "ratio", "Money lost per unit of yearly supply cut.", ColumnStyle.Tenths, "leverage", r => r.Row.Leverage),
            .. answer.Question.Alone ? Array.Empty<Column<(StakeAnswer Ranking, StakeRow Row)>>() : [Typical, Place],
            .. new[] { StakeStrain.Column<(StakeAnswer Ranking, StakeRow Row)>(rows.Select(r => r.Row), r => r.Row) }.OfType<
                Column<(StakeAnswer Ranking, StakeRow Row)>
            >(),
        ];
        return Section.Of(title, columns, rows);
    }

    private static Section Path(StakeOfOneAnswer answer)
    {
        double most = answer.Paths.Max(p => p.Moments.Max(m => m.Loss ?? 0));
        string Bar(double? loss) =>
            most <= 0 || loss is not { } x ? string.Empty : new string('#', (int)Math.Round(LongestBar * Math.Max(0, x) / most));
        StakeOfOnePath first = answer.Paths[0];
        int[] rows = [.. Enumerable.Range(0, first.Marks.Count)];
        string When(int i) =>
            string.Create(CultureInfo.InvariantCulture, $"{first.Marks[i].Years, 4:0.0}")
            + (
                !first.Marks[i].Years.Equals(answer.Years.Years) ? string.Empty
                : first.Marks[i].MissingFlow > 0 ? ", still missing"
                : ", replaced"
            );
        var columns = new List<Column<int>> { new("years", "years", "After the cut.", ColumnStyle.Text, "years after", i => When(i)) };
        foreach (StakeOfOnePath path in answer.Paths)
        {
            string heading = $"lost: {StakeOfOneWords.SupplyInWords(path.Supply)}";
            columns.Add(new("loss", "share", "Lost, a year.", ColumnStyle.Share, heading, i => path.Marks[i].Loss));
        }

        columns.Add(new("bar", string.Empty, "The same, drawn.", ColumnStyle.Text, "drawn", i => Bar(first.Marks[i].Loss)));
        return Section.Of("What it costs by year, % of a year's final spending at that rate", columns, rows);
    }

    private static Section Buyers(StakeOfOneAnswer answer, string title, TableMetadata about)
    {
        StakeBuyer[] buyers = [.. answer.Buyers.Take(MostBuyers)];
        var money = new MoneyScale(about, buyers[0].Flow + buyers[0].Capital);
        IReadOnlyList<Column<StakeBuyer>> columns =
        [
            new("name", string.Empty, "Who.", ColumnStyle.Text, "buyer", b => BriefName.Of(b.Name)),
            new("value", money.Unit, "What it takes.", ColumnStyle.Number, money.Unit, b => money.Text(b.Flow + b.Capital)),
            new("share", "share", "Of all use.", ColumnStyle.Share, "of use", b => b.Share),
            new(
                "capitalShare",
                "share",
                "As capital.",
                ColumnStyle.Share,
                "as capital",
                b => Math.Round(b.Capital / (b.Flow + b.Capital), Digits)
            ),
            new(
                "shareOfCapital",
                "share",
                "Of capital use.",
                ColumnStyle.Share,
                "of capital",
                b => b.ShareOfCapital is { } c ? Math.Round(c, Digits) : null
            )
            {
                Dispensable = 1,
            },
            new("loses", "share", "Of its output of a year.", ColumnStyle.Share, "loses", b => Rounded(b.Loses)),
            new("standsOut", string.Empty, "Stands out.", ColumnStyle.Text, "!", b => b.StandsOut ? "!" : string.Empty),
        ];
        return Section.Of(title, columns, buyers) with { OutOf = answer.Buyers.Count };
    }

    private static Section Losers(StakeOfOneAnswer answer, TableMetadata about)
    {
        StakeLoser[] losers = [.. answer.Losers.Take(MostLosers)];
        HashSet<string> outstanding = [.. answer.Buyers.Where(b => b.StandsOut).Select(b => b.Code)];
        var money = new MoneyScale(about, losers[0].Money(0) ?? 0);
        IReadOnlyList<Column<StakeLoser>> columns =
        [
            new("name", string.Empty, "Who.", ColumnStyle.Text, "industry", l => BriefName.Of(l.Name)),
            new("value", money.Unit, "Output lost.", ColumnStyle.Number, money.Unit, l => l.Money(0) is { } m ? money.Text(m) : null),
            .. answer.Rankings.Select(
                (r, i) =>
                    new Column<StakeLoser>(
                        "loses",
                        "share",
                        "Of its output of a year.",
                        ColumnStyle.Share,
                        $"loses: {StakeOfOneWords.SupplyInWords(r.Ranking.Options.Supply)}",
                        l => Rounded(l.Loses[i])
                    )
            ),
            new("standsOut", string.Empty, "Stands out.", ColumnStyle.Text, "!", l => outstanding.Contains(l.Code) ? "!" : string.Empty),
        ];
        string most = answer.Years.Years.ToString("0.0", CultureInfo.InvariantCulture);
        return Section.Of("Who loses most output until it is replaced, and how much of a year's that is", columns, losers) with
        {
            OutOf = answer.Losers.Count,
            Below = _ =>
                [
                    $"'Loses' is summed over the {most} years, in % of one year's output: what a missing quantity costs until it is replaced. "
                        + "'shock' answers another question, a year in which buyers have adjusted to a dearer product.",
                ],
        };
    }

    private static Section Chains(StakeOfOneAnswer answer, string title, IReadOnlyList<StakeEnd> ends, TableMetadata about)
    {
        var money = new MoneyScale(about, ends.Max(e => e.Chain.Links[0].Carried));
        IReadOnlyList<Column<StakeEnd>> columns =
        [
            new("name", string.Empty, "The purchases.", ColumnStyle.Prose, "chain", e => Steps(answer, e, money)),
            new("value", money.Unit, "What comes that far.", ColumnStyle.Number, money.Unit, e => money.Text(e.Chain.Carried)),
        ];
        return Section.Of(title, columns, ends);
    }

    private static string Steps(StakeOfOneAnswer answer, StakeEnd end, MoneyScale money) =>
        string.Join(
            " → ",
            end.Chain.Links.Select(
                (link, i) =>
                {
                    string name = BriefName.Of(answer.Economy.Table.Sectors.IndustryOf(new(link.Buyer)).Name);
                    string brief = name.Length > LongestStep ? $"{name[..(LongestStep - 1)].TrimEnd()}…" : name;
                    string value = i + 1 < end.Chain.Links.Count ? $" {money.Text(link.Carried)}" : string.Empty;
                    string mark =
                        (link.CapitalShare > MostlyCapital ? " [capital]" : string.Empty) + (link.StandsOut ? " [!]" : string.Empty);
                    string commerce = end.HoldsCommerce && i + 1 == end.Chain.Links.Count ? " (with e-commerce)" : string.Empty;
                    return $"{brief}{commerce}{mark}{value}";
                }
            )
        );

    private static double? Rounded(double? share) => share is { } s ? Math.Round(s, Digits) : null;

    private static string Two(double x) => x.ToString("0.00", CultureInfo.InvariantCulture);
}
