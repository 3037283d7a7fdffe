using System.Globalization;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Planning;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Planning;

/// <summary>What pages say of plans.</summary>
internal static class PlanTexts
{
    public static readonly Phrase Measure = new("Measure", "措施");
    public static readonly Phrase Before = new("Loss before", "规划前损失");
    public static readonly Phrase After = new("Loss after", "规划后损失");
    public static readonly Phrase Money = new("Money", "资金");
    public static readonly Phrase Saves = new("Saves", "减少损失");

    /// <summary>What a measure is called.</summary>
    public static Phrase Called(PlanMeasure measure) => PlanWords.Called(measure);

    /// <summary>What a plan makes small.</summary>
    public static Phrase Called(PlanRisk risk) =>
        risk == PlanRisk.Expected ? new("expected loss", "期望损失") : new("mean loss of the worst tenth", "最坏十分之一情景的平均损失");

    /// <summary>How a solve ended.</summary>
    public static Phrase Called(ProgramStatus status) =>
        new(
            StatusWords.Of(status),
            status switch
            {
                ProgramStatus.Optimal => "最优",
                ProgramStatus.Feasible => "可行",
                ProgramStatus.Infeasible => "无可行解",
                ProgramStatus.Unbounded => "无界",
                _ => "未求解",
            }
        );

    /// <summary>What a rule of thumb is called.</summary>
    public static Phrase Rule(string rule) =>
        new(
            rule,
            rule switch
            {
                "nothing" => "不作为",
                "this plan" => "本规划",
                "greedy" => "贪心",
                "by revenue" => "按营收",
                "even" => "平均分配",
                "by distortion centrality" => "按扭曲中心度",
                _ => rule,
            }
        );

    /// <summary>What the subject of an item is called.</summary>
    public static string NameOf(PlanSubject subject, Tongue tongue) => new Phrase(subject.Name, subject.ChineseName)[tongue];

    /// <summary>The first thing that a reader has to know: how much of it is assumed.</summary>
    public static Phrase Assumed(PlanAnswer answer) =>
        new(
            PlanReport.AssumptionsInWords(answer),
            $"本规划建立在假设之上：措施成本与效果的 {answer.Measures.Count} 个数值中有 {answer.Measures.Count(m => m.IsAssumption)} 个、升级路径的 "
                + $"{answer.Loop.Parameters.All.Count} 个参数中有 {answer.Loop.Parameters.All.Count(p => p.IsAssumption)} 个没有公开数据支持。"
        );

    /// <summary>The plan in a sentence.</summary>
    public static Phrase InWords(PlanAnswer answer)
    {
        Plan plan = answer.Plan;
        var money = MoneyScale.Of(answer.Loop.Spots.Table);
        if (plan.Status is not (ProgramStatus.Optimal or ProgramStatus.Feasible))
        {
            return plan.Conflicts.Count > 0
                ? new(
                    $"There is no plan: these cannot all be kept: {ConflictsOf(plan).English}.",
                    $"没有规划：以下各项无法同时满足：{ConflictsOf(plan).Chinese}。"
                )
                : new(
                    $"There is no plan: the solve ended {StatusWords.Of(plan.Status)}. Raise the budget, or ask for a shorter horizon.",
                    $"没有规划：求解结果为{Called(plan.Status).Chinese}。请提高预算或缩短年限。"
                );
        }

        if (plan.Problem.Budget <= 0)
        {
            return new("A budget of 0 funds nothing.", "预算为 0，不资助任何措施。");
        }

        Phrase risk = Called(answer.Question.Measure);
        string gap = plan.Gap is { } share ? (share * 100).ToString("0.##", CultureInfo.InvariantCulture) : "–";
        string price = plan.ShadowPrice is { } worth ? worth.ToString("0.##", CultureInfo.InvariantCulture) : "–";
        (string spent, string budget) = (money.Text(plan.Spent), money.Text(plan.Problem.Budget));
        (string before, string after) = (money.Text(answer.Nothing), money.Text(plan.Risk));
        int scenarios = plan.Problem.Scenarios.Count;
        string chance = answer.Outcomes[0].SavesError is { } error ? $" ± {money.Text(error)}" : string.Empty;
        string saved = money.Text(answer.Nothing - plan.Risk) + chance;
        long seed = answer.Question.Loop.Seed;
        return new(
            $"{spent} of {budget} {money.Unit} are spent; the {risk.English} over {scenarios} scenarios drawn with seed {seed} falls "
                + $"from {before} to {after} {money.Unit}, which saves {saved} ({StatusWords.Of(plan.Status)}, gap {gap}%). The last unit "
                + $"of the budget saves {price}.",
            $"预算 {budget} {money.Unit} 中使用 {spent}；以种子 {seed} 抽取的 {scenarios} 个情景的{risk.Chinese}由 {before} 降至 {after} "
                + $"{money.Unit}，减少 {saved}（{Called(plan.Status).Chinese}，差距 {gap}%）。预算的最后一单位减少损失 {price}。"
        );
    }

    /// <summary>Why a measure is in or out.</summary>
    public static Phrase Why(PlanLine line, PlanAnswer answer)
    {
        var money = MoneyScale.Of(answer.Loop.Spots.Table);
        string unit = money.Unit;
        string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
        if (line.Choice.Money > 0)
        {
            return new(
                line.Why,
                $"入选：投入 {money.Text(line.Choice.Money)} {unit}，自第 {line.Choice.Year + line.Item.Lead} 年起减少关乎价值的 "
                    + $"{Number(line.TakenOff * 100)}%，平均损失减少 {money.Text(line.Saves)} {unit}，每单位 "
                    + $"{Number(line.Saves / line.Choice.Money)}。"
            );
        }

        string least = money.Text(line.Item.Minimum);
        string when = (line.FundedFrom, line.NotFundedAt) switch
        {
            ({ } from, { } less) => $"预算达到 {money.Text(from)} {unit} 时入选，{money.Text(less)} 时不入选",
            ({ } from, null) => $"预算达到 {money.Text(from)} {unit} 时入选",
            (null, { } most) => $"预算至 {money.Text(most)} {unit} 均未入选",
            _ => "未对其他预算求解",
        };
        return new(
            line.Why,
            line.Item.Minimum > answer.Plan.Problem.Budget
                ? $"未入选：最低投入 {least} {unit} 超过预算；{when}。"
                : $"未入选：首笔投入每单位减少平均损失 {Number(line.FirstRatio)}，而预算的最后一单位减少 "
                    + $"{(answer.Plan.ShadowPrice is { } price ? Number(price) : "–")}；最低投入 {least} {unit}；{when}。"
        );
    }

    /// <summary>The columns of plans that are compared, under a first one that names them.</summary>
    public static IReadOnlyList<Column<PlanOutcome>> OutcomeColumns(Column<PlanOutcome> first, Tongue tongue) =>
        [
            first,
            Amount<PlanOutcome>("spent", "Money that it spends.", new Phrase("Spent", "支出")[tongue], o => o.Plan.Spent),
            PlanColumns.Of("loss").Headed(new Phrase("Loss", "损失"), tongue),
            PlanColumns.Of("lossError").Headed(new Phrase("± its standard error", "± 标准误"), tongue),
            Amount<PlanOutcome>("saves", "What it takes off the loss of doing nothing.", Saves[tongue], o => o.Saves),
            PlanColumns.Of("savesError").Headed(new Phrase("± that of what is saved", "± 减少额的标准误"), tongue),
            PlanColumns
                .Of("shadowPrice")
                .Headed(new Phrase("Last unit saves", "最后一单位减少"), tongue, new Phrase(string.Empty, string.Empty)),
            new(
                "status",
                string.Empty,
                "How the solve ended; none of rules.",
                ColumnStyle.Text,
                new Phrase("Status", "状态")[tongue],
                o => o.Kind == PlanOutcome.Rule ? null : Called(o.Plan.Status)[tongue]
            ),
            PlanColumns.Of("bound").Headed(new Phrase("At least", "下界"), tongue),
            PlanColumns.Of("gap").Headed(new Phrase("Gap", "差距"), tongue),
        ];

    /// <summary>What cannot all be kept, as the planner names it.</summary>
    private static Phrase ConflictsOf(Plan plan) =>
        new(string.Join("; ", plan.Conflicts), string.Join("；", plan.Conflicts.Select(c => c == "the budget" ? "预算" : $"“{c}”")));

    /// <summary>How much of the loss is of cuts deeper than elasticities are known for; null where nothing is.</summary>
    public static Phrase? Depth(PlanAnswer answer) =>
        PlanReport.DepthInWords(answer) is { } words
            ? new(
                words,
                $"外推：不作为时平均损失中有 {answer.ExtrapolatedShare * 100:0.#}% 来自极深的削减，其弹性并无依据（与根技术表中的标记相同）。"
            )
            : null;

    /// <summary>A figure's provenance.</summary>
    public static Provenance ProvenanceOf(PlanAnswer answer, Phrase title, Phrase sentence, Tongue tongue) =>
        new()
        {
            Title = title[tongue],
            Sentence = sentence[tongue],
            Table = answer.Loop.Spots.Table,
            Question = answer.Question,
        };

    /// <summary>A column of words.</summary>
    public static Column<TRow> Text<TRow>(string name, string meaning, string? heading, Func<TRow, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Text, heading, value);

    /// <summary>A column of money of the table.</summary>
    public static Column<TRow> Amount<TRow>(string name, string meaning, string heading, Func<TRow, double?> value) =>
        new(name, Column.Money, meaning, ColumnStyle.Money, heading, r => value(r));
}
