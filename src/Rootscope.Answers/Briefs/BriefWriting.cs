using System.Globalization;
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
internal sealed class BriefWriting
{
    private const string Far = "†";
    private const int Ranked = 7;
    private const int Funded = 5;

    private readonly BriefAnswer _answer;
    private readonly TechnologyCatalogue _catalogue;
    private readonly Tongue _tongue;
    private readonly StakeNaming _names;
    private readonly BriefMoney _money;
    private readonly IReadOnlyList<StakeMark> _marks;
    private readonly StakeWords _words;

    private BriefWriting(BriefAnswer answer, TechnologyCatalogue catalogue, Tongue tongue)
    {
        (_answer, _catalogue, _tongue) = (answer, catalogue, tongue);
        _names = new StakeNaming(answer.Stake.Economy, catalogue);
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
    public static BriefDocument Of(BriefAnswer answer, TechnologyCatalogue catalogue, Tongue tongue) =>
        new BriefWriting(answer, catalogue, tongue).Document();

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
                $"Of {all} technologies of the catalogue, {Place.English} is known to depend on others for {dependent}; of {unknown} nobody has "
                    + "published enough to say.",
                $"目录所列 {all} 项技术中，已知{Place.Chinese}对其中 {dependent} 项依赖他人；另有 {unknown} 项尚无足够的公开资料可以判断。"
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
                        + $"{StakeWords.Percent(share)} of a year's final spending ({lost.English}; 90% band {BandOf(row.Code)}) in the {years} "
                        + $"years until they are replaced, although making them is {StakeWords.Percent(row.OutputShare)} of all output. ",
                    $"若{name.Chinese}的进口失去{cut.Chinese}，在 {years} 年后得到替代之前，{Place.Chinese}将损失一年最终支出的 {StakeWords.Percent(share)}"
                        + $"（{lost.Chinese}；90% 区间 {BandOf(row.Code)}），而其自身产出只占总产出的 {StakeWords.Percent(row.OutputShare)}。"
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
                    $"Ranked by what is lost until the missing imports of a product, {Share(Cut).English} of them, are replaced. {first} of {_marks.Count} products share "
                        + $"tier {told[0].Tier}: their bands overlap, and the order within a tier is not established.",
                    $"按某产品的进口失去{Share(Cut).Chinese}、直至得到替代期间的损失排列。{_marks.Count} 个产品中有 {first} 个同属 {told[0].Tier} 档：其区间重叠，档内次序未定。"
                )
            )
        );
        yield return BarsOf(
            told,
            Said(
                new(
                    "Share of a year's final spending; the thin line in each bar is the product's own share of output, the whisker the 90% band.",
                    "占一年最终支出的份额；条内细线为该产品自身产出占比，须线为 90% 区间。"
                )
            )
        );
    }

    private IEnumerable<BriefBlock> Holders()
    {
        int count = _answer.Chokepoints.Count;
        yield return new BriefHeading(
            Said(new($"2. {Spelled(count)} chokepoint{(count == 1 ? "" : "s")}, and who holds them", $"二、{count} 个关口，握于谁手"))
        );
        if (count == 0)
        {
            yield return new BriefText(
                Said(
                    new(
                        "No published share or trade shows this economy to depend on others for a technology with a figure; that is no sign of "
                            + "safety, as most shares are not published.",
                        "没有公开份额或贸易数据显示该经济体在有数值的技术上依赖他人；多数份额并未公开，这并不表示安全。"
                    )
                )
            );
            yield break;
        }

        yield return new BriefTable(
            [
                new(Said(new("Technology", "技术")), 2.6),
                new(Said(new("At stake (90% band)", "关乎价值（90% 区间）")), 1.7),
                new(Said(new("Years", "年数")), 0.7, IsNumber: true),
                new(Said(new("Who holds what", "谁持有什么")), 3.4),
                new(Said(new("What to do", "应对")), 1.6),
            ],
            [
                .. _answer.Chokepoints.Select(c =>
                    (IReadOnlyList<string>)
                        [
                            NameOf(c),
                            StakeOf(c.Spots[0]),
                            c.Spots[0].Stake?.YearsToReplace is { } years ? Tenths(years) : "–",
                            string.Join(Said(new("; ", "；")), c.Spots.Select(HoldingOf).OfType<string>().Distinct(StringComparer.Ordinal)),
                            SpotWords.CornersOf(c.Spots[0])[_tongue],
                        ]
                ),
            ]
        );
        string[] whole = [.. _answer.Chokepoints.Where(c => c.Spots[0].Part is null).Select(NameOf)];
        yield return new BriefSmall(
            Said(
                new(
                    $"At stake with {Share(Cut).English} of the imports missing, until they are replaced. A holder holds the part that is named, not the technology."
                        + (
                            whole.Length > 0
                                ? $" Seen through the whole industry that carries them, which is larger: {string.Join(", ", whole)}."
                                : string.Empty
                        ),
                    $"关乎价值为进口失去{Share(Cut).Chinese}、直至得到替代期间的损失。持有者所持为所列的部分，而非整项技术。"
                        + (whole.Length > 0 ? $"以下技术按承载其的整个行业计，范围较大：{string.Join("、", whole)}。" : string.Empty)
                )
            )
        );
        yield return BarsOf(
            [
                .. _answer.Chokepoints.Select(
                    (c, i) =>
                        _marks.First(m => m.Code == c.Row.Code) with
                        {
                            Name = NameOf(c),
                            Rank = i + 1,
                            Area = c.Spots[0].Technology.Area.Id,
                            Tier = null,
                        }
                ),
            ],
            Said(new("The same figures, in the order of building.", "同上，按建设次序排列。"))
        );
    }

    private IEnumerable<BriefBlock> Embargo()
    {
        yield return new BriefHeading(Said(new("3. What an embargo costs", "三、禁运的代价")));
        if (_answer.Chokepoints is not [var worst, ..])
        {
            yield return new BriefText(Said(new("There is no chokepoint to ask about.", "没有可供考察的关口。")));
            yield break;
        }

        worst = _answer.Chokepoints.MaxBy(c => c.Row.AtStakeShare ?? 0)!;
        string cut = Percent(_answer.Question.Embargo);
        yield return new BriefText(
            Said(
                new(
                    $"With {cut} of the imports of each missing, one at a time: what is lost at first and after some years, as a share of a "
                        + "year's final spending at that rate, and in all until the imports are replaced.",
                    $"各项进口逐一失去 {cut} 时：起初与若干年后的损失率（占一年最终支出的份额），以及直至得到替代的全部损失。"
                )
            )
        );
        yield return new BriefTable(
            [
                new(Said(new("Imports missing", "缺失的进口")), 3),
                new(Said(new("At first", "起初")), 1, IsNumber: true),
                new(Said(new("After 1 year", "1 年后")), 1, IsNumber: true),
                new(Said(new("After 3 years", "3 年后")), 1, IsNumber: true),
                new(Said(new("In all (90% band)", "全部（90% 区间）")), 1.9, IsNumber: true),
                new(Said(new("Money", "金额")), 1.5, IsNumber: true),
            ],
            [
                .. _answer.Chokepoints.Select(c =>
                    (IReadOnlyList<string>)
                        [
                            NameOf(c),
                            LossAt(c, 0),
                            LossAt(c, 1),
                            LossAt(c, 3),
                            c.Row.AtStakeShare is { } share ? StakeWords.Percent(share) + Mark(c) + BandIn(c.Band) : "–",
                            c.Row.AtStake is { } money ? _money.Of(money)[_tongue] + Mark(c) : "–",
                        ]
                ),
            ]
        );
        if (Strain() is { } strain)
        {
            yield return new BriefSmall(strain);
        }

        (double Years, double Loss)[] points = [.. worst.Moments.Where(m => m.Loss is not null).Select(m => (m.Years, m.Loss!.Value))];
        string share = worst.Row.AtStakeShare is { } all ? StakeWords.Percent(all) : "–";
        StakeCurveWords words = _tongue == Tongue.Chinese ? StakeCurveWords.Chinese : StakeCurveWords.English;
        string caption = Said(
            new(
                $"{NameOf(worst)}: loss year by year with {cut} of its imports missing from year 0. The shaded area is what is lost in all.",
                $"{NameOf(worst)}：自第 0 年起进口失去 {cut} 时逐年的损失。阴影面积为全部损失。"
            )
        );
        yield return new BriefFigure(
            StakeCurve.Of(
                [new StakeCurveLine(words.Line(Said(new("imports", "进口")), share), points)],
                worst.Row.YearsToReplace,
                worst.Spots[0].Technology.Area.Id,
                Frame(caption),
                words,
                SheetFormat.Page
            ),
            caption,
            new BriefTable(
                [new(words.XAxis, 1, IsNumber: true), new(words.YAxis, 1, IsNumber: true)],
                [
                    .. points
                        .Where(p => p.Years == Math.Floor(p.Years))
                        .DistinctBy(p => p.Years)
                        .Select(p =>
                            (IReadOnlyList<string>)[p.Years.ToString("0", CultureInfo.InvariantCulture), StakeWords.Percent(p.Loss)]
                        ),
                ]
            )
        );
    }

    private IEnumerable<BriefBlock> Build()
    {
        yield return new BriefHeading(Said(new("4. What to build first", "四、先建设什么")));
        if (_answer.Plan is not { } plan || plan.Plan.Status is not (ProgramStatus.Optimal or ProgramStatus.Feasible))
        {
            yield return new BriefText(
                Said(
                    new(
                        _answer.Question.BudgetShare > 0
                            ? "No foreign supply of a core technology has anything at stake in this table: there is nothing to plan."
                            : "No budget was asked about. In the order of building: "
                                + string.Join(", ", _answer.Chokepoints.Select(NameOf))
                                + ".",
                        _answer.Question.BudgetShare > 0
                            ? "该表中没有核心技术的国外供给关乎价值，无可规划。"
                            : "未询问预算。按建设次序：" + string.Join("、", _answer.Chokepoints.Select(NameOf)) + "。"
                    )
                )
            );
            yield break;
        }

        PlanEffect[] effects = [.. plan.Effects.Where(e => e.Money > 0).OrderByDescending(e => e.Before - e.After).Take(Funded)];
        int funded = plan.Effects.Count(e => e.Money > 0);
        (Phrase spent, Phrase before, Phrase after) = (_money.Of(plan.Plan.Spent), _money.Of(plan.Nothing), _money.Of(plan.Plan.Risk));
        yield return new BriefText(
            Said(
                new(
                    $"{Capital(Percent(_answer.Question.BudgetShare))} of a year's final spending ({_money.Of(plan.Plan.Problem.Budget).English}) "
                        + $"over {plan.Question.Horizon} years, put where it saves most, goes to {funded} technologies ({spent.English} spent); the "
                        + $"mean loss over {plan.Plan.Problem.Scenarios.Count} drawn cuts of imports falls from {before.English} to "
                        + $"{after.English}. The {effects.Length} that save most:",
                    $"{plan.Question.Horizon} 年内投入一年最终支出的 {Percent(_answer.Question.BudgetShare)}"
                        + $"（{_money.Of(plan.Plan.Problem.Budget).Chinese}），用于最能减少损失之处，分配给 {funded} 项技术（实际支出 {spent.Chinese}）；"
                        + $"在抽取的 {plan.Plan.Problem.Scenarios.Count} 种进口削减下，平均损失由 {before.Chinese} 降至 {after.Chinese}。"
                        + $"减少损失最多的 {effects.Length} 项："
                )
            )
        );
        string caption = Said(
            new(
                "Mean loss over drawn cuts, before and after; the money and the measures stand in the table of the plan (rootscope plan).",
                "抽取的各种削减下的平均损失，规划前与规划后；资金与措施见规划表（rootscope plan）。"
            )
        );
        var data = new BriefTable(
            [
                new(Said(new("Technology", "技术")), 2.6),
                new(Said(new("Measures", "措施")), 2.2),
                new(Said(new("Money", "资金")), 1.2, IsNumber: true),
                new(Said(new("Loss before", "规划前损失")), 1.2, IsNumber: true),
                new(Said(new("Loss after", "规划后损失")), 1.2, IsNumber: true),
            ],
            [
                .. effects.Select(e =>
                    (IReadOnlyList<string>)
                        [
                            SubjectOf(e.Subject),
                            string.Join(
                                Said(new(", ", "、")),
                                plan.Lines.Where(l => l.Choice.Money > 0 && l.Subject.Equals(e.Subject))
                                    .Select(l => PlanWords.Called(l.Item.Measure)[_tongue])
                            ),
                            _money.Of(e.Money)[_tongue],
                            _money.Of(e.Before)[_tongue],
                            _money.Of(e.After)[_tongue],
                        ]
                ),
            ]
        );
        yield return data;
        yield return new BriefFigure(
            EffectBars.Of(
                [
                    .. effects.Select(e => new EffectRow(
                        SubjectOf(e.Subject),
                        e.Subject.Technologies[0].Area.Id,
                        e.Before,
                        e.After,
                        string.Create(CultureInfo.InvariantCulture, $"−{(e.Before > 0 ? (e.Before - e.After) / e.Before : 0) * 100:0}%")
                    )),
                ],
                Said(new("mean loss before", "规划前平均损失")),
                Said(new("after", "规划后")),
                Frame(caption),
                SheetFormat.Page
            ),
            caption,
            data
        );
        if (Unfunded(plan) is { } unfunded)
        {
            yield return new BriefText(unfunded);
        }
    }

    /// <summary>Why chokepoints are not among what is funded; null where all are.</summary>
    private string? Unfunded(PlanAnswer plan)
    {
        (Chokepoint Point, PlanLine Best)[] left =
        [
            .. from c in _answer.Chokepoints
            let lines = plan.Lines.Where(l => c.Spots.Any(s => l.Subject.Has(s.Technology.Id))).ToArray()
            where lines.Length > 0 && lines.All(l => l.Choice.Money <= 0)
            select (c, lines.MaxBy(l => l.FirstRatio)!),
        ];
        if (left.Length == 0)
        {
            return null;
        }

        string english = string.Join(
            ", ",
            left.Select(l => string.Create(CultureInfo.InvariantCulture, $"{NameOf(l.Point)} ({l.Best.FirstRatio:0.#})"))
        );
        string last = plan.Plan.ShadowPrice is { } price ? price.ToString("0.#", CultureInfo.InvariantCulture) : "–";
        return Said(
            new(
                $"Chokepoints that this budget does not reach, with the loss that the first unit of money put into each would save: {english}; "
                    + $"the last unit of the budget saves {last}.",
                $"该预算未及的关口，括号内为投入第一单位资金所能减少的损失：{english}；预算的最后一单位减少 {last}。"
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
                    "That what has little at stake can be spared, or that what is unknown is safe: most holders' shares are not published.",
                    "关乎价值小的可以舍弃，或未知的就是安全的：多数持有者的份额并未公开。"
                )
            ),
            Said(
                new(
                    "That the years are exact: years to replace rest on ratings of how hard a product is to replace, elasticities on published "
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
                        $"That the plan is a forecast: {assumed} of {plan.Measures.Count} figures of what measures cost and do are assumptions. It "
                            + "says where money does most if they hold.",
                        $"规划即预测：措施成本与效果的 {plan.Measures.Count} 个数值中有 {assumed} 个是假设。它只说明假设成立时资金用在何处最有效。"
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
                + $"{About.Title}; {About.Source}; {Said(new("licence", "许可"))}: {About.Licence}; SHA-256 {_answer.Stake.Economy.Given.ContentHash[..12]}."
        );
        if (shares.Length > 0)
        {
            yield return new BriefSmall(Said(new("Holders: ", "持有者：")) + shares + ".");
        }

        yield return new BriefSmall(
            Said(
                new(
                    $"Made by 'rootscope brief --region {_answer.WeakSpots.Economy}' (question {_answer.Question.ContentHash[..12]}). Method: "
                        + "docs/methods/stake.md, weak-spots.md, planning.md of the program.",
                    $"由“rootscope brief --region {_answer.WeakSpots.Economy} --lang zh”生成（问题 {_answer.Question.ContentHash[..12]}）。"
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

    /// <summary>The mark beside a figure that is extrapolated.</summary>
    private static string Mark(Chokepoint point) => point.Row.Status == CutStatus.Extrapolated ? Far : string.Empty;

    private string? Strain()
    {
        return _answer.Chokepoints.All(c => c.Row.Status != CutStatus.Extrapolated)
            ? null
            : Said(
                new(
                    $"{Far} Extrapolated: more than {Percent(StakeRanking.FarthestStrain)} of final spending is lost or paid for "
                        + "what is left, and elasticities do not carry so far. Read \"very much\", not the figure.",
                    $"{Far} 外推：最终支出的 {Percent(StakeRanking.FarthestStrain)} 以上损失或用于购买所剩之物，弹性不足以支持；应读作“极多”而非数值。"
                )
            );
    }

    private string NameOf(Chokepoint point) =>
        string.Join(Said(new("; ", "；")), point.Spots.Select(s => new Phrase(s.Technology.Name, s.Technology.ChineseName)[_tongue]));

    private string SubjectOf(PlanSubject subject) => new Phrase(subject.Name, subject.ChineseName)[_tongue];

    /// <summary>Who holds how much of what, with the economy by its name.</summary>
    private string? HoldingOf(WeakSpot spot)
    {
        if (SpotWords.HoldingOf(spot) is not { } phrase)
        {
            return null;
        }

        // English has the economies' codes at the head; a brief says who that is, and where.
        string english = phrase.English;
        if (SpotWords.Deciding(spot) is { Holder: { } name } && spot.Dependence is { Status: not SpotStatus.Measured, Holder: { } codes })
        {
            bool isEconomy = EconomyIdentities.Find(name)?.Code == codes;
            english = (isEconomy ? name : $"{name} ({codes.Replace("+", ", ", StringComparison.Ordinal)})") + english[codes.Length..];
        }

        return new Phrase(english, phrase.Chinese)[_tongue];
    }

    private static string StakeOf(WeakSpot spot) =>
        spot.Stake is { AtStakeShare: { } share }
            ? StakeWords.Percent(share) + (spot.Stake.Band is { Low: { } low, High: { } high } ? $" ({Range(low, high)})" : string.Empty)
            : "–";

    private string BandOf(string code) =>
        _answer.Stake.Bands.Rows.FirstOrDefault(b => b.Point.Code == code)?.AtStake is { Low: { } low, High: { } high }
            ? Range(low, high)
            : "–";

    private static string BandIn(StakeBand? band) =>
        band?.AtStake is { Low: { } low, High: { } high } ? $" ({Range(low, high)})" : string.Empty;

    private static string LossAt(Chokepoint point, double years) =>
        point.Row.YearsToReplace < years ? "0%"
        : point.Moments.FirstOrDefault(m => m.Years.Equals(years))?.Loss is { } loss ? StakeWords.Percent(loss)
        : "–";

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
