using System.Globalization;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Language;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;
using Rootscope.Answers.WeakSpots;
using Rootscope.Catalogue;
using Rootscope.Planning;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Tables;
using Rootscope.Tables.Economies;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.Briefs;

/// <summary>Writes a brief: what an answer means, in one language, with a figure for each question.</summary>
internal sealed partial class BriefWriting
{
    private const string Far = "†";
    private const int Ranked = 7;
    private const int Funded = 5;

    private readonly BriefAnswer _answer;
    private readonly Tongue _tongue;
    private readonly string _made;
    private readonly StudiedNames _names;
    private readonly BriefMoney _money;
    private readonly IReadOnlyList<StakeMark> _marks;
    private readonly StakeWords _words;

    private BriefWriting(BriefAnswer answer, TechnologyCatalogue catalogue, Tongue tongue, string made)
    {
        (_answer, _tongue, _made) = (answer, tongue, made);
        _names = new StudiedNames(answer.Stake.Economy, catalogue);
        _money = new BriefMoney(Table);
        _marks = [.. StakeMark.Of(answer.Stake, catalogue).Select(m => m with { Name = _names.Of(m.Code, m.Name)[tongue] })];
        StakeWords words = tongue == Tongue.Chinese ? StakeWords.Chinese : StakeWords.English;
        _words = words with
        {
            Area = id => new Phrase(catalogue.FindArea(id).Name.ToLowerInvariant(), catalogue.FindArea(id).ChineseName)[tongue],
            IsRough = !answer.Stake.Bands.IsExact,
        };
    }

    private double Cut => _answer.Stake.Question.Cut;

    private FlowTable Table => _answer.Stake.Ranking.Inputs.Table;

    private TableMetadata About => _answer.Stake.Economy.Given.Metadata;

    private Phrase Place
    {
        get
        {
            Phrase name = EconomyNames.Of(Table.Sectors.Regions[0]);
            return new Phrase(SpokenName.Of(name.English), name.Chinese);
        }
    }

    /// <summary>The brief as a document.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="catalogue">Technologies and areas.</param>
    /// <param name="tongue">The language.</param>
    /// <param name="made">By what it was made, in the words of the face that was asked.</param>
    public static BriefDocument Of(BriefAnswer answer, TechnologyCatalogue catalogue, Tongue tongue, string made) =>
        new BriefWriting(answer, catalogue, tongue, made).Document();

    private BriefDocument Document() =>
        new()
        {
            Tongue = _tongue,
            Title = Said(new($"What {Place.English} stands on, and where it can be cut off", $"{Place.Chinese}立足于什么，何处会被切断")),
            Subtitle = Said(
                new(
                    $"Figures of {About.Year}: input-output table {About.Id}. Rootscope {EngineVersion.Text}.",
                    $"{About.Year} 年数据：投入产出表 {About.Id}。Rootscope {EngineVersion.Text}。"
                )
            ),
            Blocks = [.. First(), .. Roots(), .. Holders(), .. Embargo(), .. Build(), .. Cautions(), .. Sources()],
        };

    private IEnumerable<BriefBlock> First()
    {
        int dependent = _answer.WeakSpots.Spots.Count(s => s.Dependence.IsDependent == true);
        int unknown = _answer.WeakSpots.Spots.Count(s => s.Dependence.IsDependent is null);
        int all = _answer.WeakSpots.Spots.Count;
        string known = Said(
            new(
                $"Of {all} technologies of the catalogue, {Place.English} is known to depend on others for {dependent}; of "
                    + $"{unknown} nobody has "
                    + "published enough to say.",
                $"目录所列 {all} 项技术中，已知{Place.Chinese}对其中 {dependent} 项依赖他人；另有 {unknown} "
                    + $"项尚无足够的公开资料可以判断。"
            )
        );
        if (Leader is not { AtStakeShare: { } share, AtStake: { } money } row)
        {
            yield return new BriefText(
                Said(new("The table shows no imports with anything at stake. ", "该表未显示任何关乎价值的进口。")) + known,
                IsStrong: true
            );
            yield break;
        }

        Phrase name = _names.Of(row.Code, row.Name);
        Phrase lost = _money.Of(money);
        Phrase cut = Share(Cut);
        string years = Tenths(row.YearsToReplace);
        yield return new BriefText(
            Said(
                new(
                    $"If {cut.English} of the imports of {BriefName.InSentence(name.English)} went missing, {Place.English} would lose "
                        + $"{StakeWords.Percent(share)} of a year's final spending ({lost.English}; 90% band {BandOf(row.Code)}) "
                        + $"in the {years} "
                        + $"years until they are replaced, although making them is {StakeWords.Percent(row.OutputShare)} of all output. ",
                    $"若{name.Chinese}的进口失去{cut.Chinese}，在 {years} 年后得到替代之前，{Place.Chinese}将损失一年最终支出的 "
                        + $"{StakeWords.Percent(share)}"
                        + $"（{lost.Chinese}；90% 区间 {BandOf(row.Code)}），而其自身产出只占总产出的 "
                        + $"{StakeWords.Percent(row.OutputShare)}。"
                )
            ) + known,
            IsStrong: true
        );
    }

    /// <summary>The row with most at stake; null where none has anything.</summary>
    private StakeRow? Leader => _answer.Stake.Ranking.Rows.FirstOrDefault(r => r.AtStakeShare > 0);

    private IEnumerable<BriefBlock> Roots()
    {
        StakeMark[] told = [.. _marks.Where(m => m.AtStakeShare > 0).Take(Ranked)];
        yield return new BriefHeading(Said(new("1. Small, and much at stake", "一、体量小，关乎大")));
        if (told.Length == 0)
        {
            yield return new BriefText(Said(new("No product has a figure.", "没有产品有数值。")));
            yield break;
        }

        string?[] tiers = [.. _marks.Select(m => m.Tier)];
        int first = tiers.Count(t => t is not null && t == told[0].Tier);
        yield return new BriefText(
            Said(
                new(
                    $"Ranked by what is lost until the missing imports of a product, {Share(Cut).English} of them, are replaced. "
                        + $"{first} of {_marks.Count} products share "
                        + $"tier {told[0].Tier}: their bands overlap, and the order within a tier is not established.",
                    $"按某产品的进口失去{Share(Cut).Chinese}、直至得到替代期间的损失排列。{_marks.Count} 个产品中有 {first} "
                        + $"个同属 {told[0].Tier} 档：其区间重叠，档内次序未定。"
                )
            )
        );
        yield return BarsOf(
            told,
            Said(
                new(
                    "Share of a year's final spending; the thin line in each bar is the product's own share of output, the "
                        + "whisker the 90% band.",
                    "占一年最终支出的份额；条内细线为该产品自身产出占比，须线为 90% 区间。"
                )
            )
        );
    }

    private IEnumerable<BriefBlock> Cautions()
    {
        yield return new BriefHeading(Said(new("What not to conclude", "不可由此得出的结论")));
        var items = new List<string>
        {
            Said(
                new(
                    $"That these are today's figures: the table is of {About.Year}, and each share of the year beside it.",
                    $"这些是今天的数字：投入产出表为 {About.Year} 年，各份额为所注年份。"
                )
            ),
            Said(
                new(
                    "That what has little at stake can be spared, or that what is unknown is safe: most holders' shares are not "
                        + "published.",
                    "关乎价值小的可以舍弃，或未知的就是安全的：多数持有者的份额并未公开。"
                )
            ),
            Said(
                new(
                    "That the years are exact: years to replace rest on ratings of how hard a product is to replace, "
                        + "elasticities on published "
                        + "ranges; the order of magnitude is claimed.",
                    "年数是精确的：替代年数依据产品替代难度的评级，弹性依据已公布的范围；所主张的只是数量级。"
                )
            ),
            Said(new("That losses of several products add up: each is cut alone.", "各产品的损失可以相加：每项都是单独削减的。")),
        };
        if (_answer.Plan is { } plan)
        {
            int assumed = plan.Measures.Count(m => m.IsAssumption);
            items.Add(
                Said(
                    new(
                        $"That the plan is a forecast: {assumed} of {plan.Measures.Count} figures of what measures cost and do "
                            + $"are assumptions. It "
                            + "says where money does most if they hold.",
                        $"规划即预测：措施成本与效果的 {plan.Measures.Count} 个数值中有 {assumed} 个是假设。"
                            + $"它只说明假设成立时资金用在何处最有效。"
                    )
                )
            );
        }

        yield return new BriefList(items);
    }

    private IEnumerable<BriefBlock> Sources()
    {
        yield return new BriefHeading(Said(new("Sources", "来源")));
        string shares = string.Join(
            "; ",
            _answer
                .Chokepoints.SelectMany(c => c.Spots)
                .Where(s => s.Dependence.Source.Length > 0)
                .Select(s => s.Dependence.Source)
                .Distinct(StringComparer.Ordinal)
        );
        yield return new BriefSmall(
            Said(new("Table: ", "投入产出表："))
                + $"{About.Title}; {About.Source}; {Said(new("licence", "许可"))}: {About.Licence}; "
                + $"SHA-256 {_answer.Stake.Economy.Given.ContentHash[..12]}."
        );
        if (shares.Length > 0)
        {
            yield return new BriefSmall(Said(new("Holders: ", "持有者：")) + shares + ".");
        }

        yield return new BriefSmall(
            Said(
                new(
                    $"Made by {_made} (question {_answer.Question.ContentHash[..12]}). Method: "
                        + "docs/methods/stake.md, weak-spots.md, planning.md of the program.",
                    $"由 {_made} 生成（问题 {_answer.Question.ContentHash[..12]}）。"
                        + "方法见程序文档 docs/methods 中的 stake.md、weak-spots.md、planning.md。"
                )
            )
        );
    }

    private BriefFigure BarsOf(IReadOnlyList<StakeMark> marks, string caption) =>
        new(
            StakeBars.Of([new StakeBlock(string.Empty, marks)], Frame(caption), _words, SheetFormat.Page),
            caption,
            new BriefTable(
                [
                    new("#", 0.4, IsNumber: true),
                    new(Said(new("Product", "产品")), 3),
                    new(Said(new("At stake", "关乎价值")), 1, IsNumber: true),
                    new(Said(new("90% band", "90% 区间")), 1.3, IsNumber: true),
                    new(Said(new("Tier", "档")), 0.6),
                    new(Said(new("Own output", "自身产出")), 1, IsNumber: true),
                ],
                [
                    .. marks.Select(m =>
                        (IReadOnlyList<string>)
                            [
                                m.Rank.ToString(CultureInfo.InvariantCulture),
                                m.Name,
                                StakeWords.Percent(m.AtStakeShare ?? 0),
                                m is { Low: { } low, High: { } high } ? Range(low, high) : "–",
                                m.Tier ?? "–",
                                StakeWords.Percent(m.OutputShare),
                            ]
                    ),
                ]
            )
        );

    private static SheetFrame Frame(string caption) =>
        new()
        {
            Title = caption,
            Subtitle = string.Empty,
            Description = caption,
        };

    private string NameOf(Chokepoint point) =>
        string.Join(Said(new("; ", "；")), point.Spots.Select(s => new Phrase(s.Technology.Name, s.Technology.ChineseName)[_tongue]));

    private string SubjectOf(PlanSubject subject) => new Phrase(subject.Name, subject.ChineseName)[_tongue];

    private string BandOf(string code) =>
        _answer.Stake.Bands.Rows.FirstOrDefault(b => b.Point.Code == code)?.AtStake is { Low: { } low, High: { } high }
            ? Range(low, high)
            : "–";

    private static string BandIn(StakeBand? band) =>
        band?.AtStake is { Low: { } low, High: { } high } ? $" ({Range(low, high)})" : string.Empty;

    private string Said(Phrase phrase) => phrase[_tongue];

    private static string Range(double low, double high) =>
        string.Create(CultureInfo.InvariantCulture, $"{low * 100:0.0}–{high * 100:0.0}%");

    /// <summary>A share inside a sentence.</summary>
    private static Phrase Share(double share) => share.Equals(0.5) ? new("half", "一半") : new(Percent(share), $" {Percent(share)}");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##}%");

    private static string Tenths(double years) => years.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Spelled(int count) =>
        count switch
        {
            0 => "No",
            1 => "One",
            2 => "Two",
            3 => "Three",
            4 => "Four",
            5 => "Five",
            _ => count.ToString(CultureInfo.InvariantCulture),
        };
}
