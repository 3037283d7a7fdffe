using Rootscope.Planning;

namespace Rootscope.Answers.Questions;

/// <summary>
/// Where a budget goes: which technologies, which measures, how much and when, so that scenarios of foreign cuts cost least.
/// </summary>
/// <param name="Loop">The economy, the technologies, what is done to them meanwhile, and the loop's draws.</param>
/// <example><c>new PlanQuestion(new UpgradeQuestion("CHN")) { Budget = 100e9 }</c></example>
public sealed record PlanQuestion(UpgradeQuestion Loop) : Question
{
    internal const string Name = "plan";

    private const int MostYears = 30;
    private const int MostScenarios = 2000;

    /// <summary>The question about an economy under its defaults.</summary>
    /// <param name="region">The economy by a code or name of it.</param>
    public PlanQuestion(string region = WeakSpotQuestion.DefaultRegion)
        : this(new UpgradeQuestion(region) { Draws = 200 }) { }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>All money together. Unit: the currency of the table.</summary>
    public double Budget { get; init; } = 100e9;

    /// <summary>Years in which it is spent and cuts may come. Unit: years.</summary>
    public int Horizon { get; init; } = 10;

    /// <summary>What is made small.</summary>
    public PlanRisk Measure { get; init; } = PlanRisk.Expected;

    /// <summary>The tail of CVaR: 0.9 for the worst tenth of scenarios. Unit: share.</summary>
    public double Tail { get; init; } = 0.9;

    /// <summary>A folder of scenarios; null to draw <see cref="Count"/>.</summary>
    public string? Scenarios { get; init; }

    /// <summary>Number of scenarios that are drawn.</summary>
    public int Count { get; init; } = 1000;

    /// <summary>Most of the budget that may be spent in a year. Unit: share.</summary>
    public double MostAYear { get; init; } = 1;

    /// <summary>Whether technologies that others need are built first along the links of the catalogue.</summary>
    public bool Ordered { get; init; }

    /// <summary>
    /// What has to be funded: <c>technology:measure</c>, or with the least money <c>technology:measure=5e9</c> or <c>technology=5e9</c>, in
    /// the currency of the table.
    /// </summary>
    public IReadOnlyList<string> Require { get; init; } = [];

    /// <summary>What must not be: <c>technology</c>, <c>measure</c> or <c>technology:measure</c>.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Number of other budgets, from a quarter of this one to four times it, that plans are made for; 0 for none.</summary>
    public int Frontier { get; init; } = 6;

    /// <summary>Draws of what measures cost and do, each with a plan of its own; 0 for none.</summary>
    public int Robust { get; init; } = 8;

    /// <summary>Gap to the bound at which a solve stops. Unit: share.</summary>
    public double Gap { get; init; } = 0.01;

    /// <summary>Most time of one solve. Unit: seconds.</summary>
    public double Seconds { get; init; } = 60;

    internal static IReadOnlyList<QuestionField<PlanQuestion>> Fields { get; } =
    [
        QuestionFields.Number<PlanQuestion>("budget", q => q.Budget, (q, v) => q with { Budget = v }),
        QuestionFields.Whole<PlanQuestion>("horizon", q => q.Horizon, (q, v) => q with { Horizon = checked((int)v) }),
        QuestionFields.Word<PlanQuestion, PlanRisk>(
            "measure",
            QuestionWords.PlanRisks,
            q => q.Measure,
            (q, v) => q with { Measure = v ?? q.Measure }
        ),
        QuestionFields.Number<PlanQuestion>("tail", q => q.Tail, (q, v) => q with { Tail = v }),
        QuestionFields.Text<PlanQuestion>("scenarios", q => q.Scenarios, (q, v) => q with { Scenarios = v }),
        QuestionFields.Whole<PlanQuestion>("count", q => q.Count, (q, v) => q with { Count = checked((int)v) }),
        QuestionFields.Number<PlanQuestion>("mostAYear", q => q.MostAYear, (q, v) => q with { MostAYear = v }),
        QuestionFields.Flag<PlanQuestion>("ordered", q => q.Ordered, (q, v) => q with { Ordered = v }),
        QuestionFields.Texts<PlanQuestion>("require", q => q.Require, (q, v) => q with { Require = v }),
        QuestionFields.Texts<PlanQuestion>("without", q => q.Without, (q, v) => q with { Without = v }),
        QuestionFields.Whole<PlanQuestion>("frontier", q => q.Frontier, (q, v) => q with { Frontier = checked((int)v) }),
        QuestionFields.Whole<PlanQuestion>("robust", q => q.Robust, (q, v) => q with { Robust = checked((int)v) }),
        QuestionFields.Number<PlanQuestion>("gap", q => q.Gap, (q, v) => q with { Gap = v }),
        QuestionFields.Number<PlanQuestion>("seconds", q => q.Seconds, (q, v) => q with { Seconds = v }),
        .. UpgradeQuestion
            .Fields.Where(f => f.Name is not ("below" or "years"))
            .Select(f => f.In<PlanQuestion>(q => q.Loop, (q, l) => q with { Loop = l })),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. Loop.Faults()];
        Expect(Budget is >= 0 and <= 1e18, "budget", Budget, "money from 0 to 1e18", "Give an amount in currency, such as {budget=100e9}.");
        Expect(Horizon is >= 1 and <= MostYears, "horizon", Horizon, $"1 to {MostYears} years", "Give years, such as 10.");
        Expect(Tail is >= 0 and < 1, "tail", Tail, "a share from 0 to below 1", "Give 0.9 for the worst tenth.");
        Expect(Count is >= 1 and <= MostScenarios, "count", Count, $"1 to {MostScenarios} scenarios", "Give 1000.");
        Expect(MostAYear is > 0 and <= 1, "mostAYear", MostAYear, "a share above 0 and at most 1", "Give 1 for no limit.");
        Expect(Frontier is >= 0 and <= 50, "frontier", Frontier, "0 to 50 budgets", "Give 0 for none.");
        Expect(Robust is >= 0 and <= 200, "robust", Robust, "0 to 200 draws", "Give 0 for none.");
        Expect(Gap is >= 0 and < 1, "gap", Gap, "a share from 0 to below 1", "Give 0.01 for 1%.");
        Expect(Seconds is > 0 and <= 3600, "seconds", Seconds, "a time above 0 and at most 3600 seconds", "Give 60.");
        return faults;

        void Expect(bool holds, string option, IFormattable value, string expected, string repair)
        {
            if (!holds)
            {
                faults.Add(CommonFaults.Outside(option, value, expected, repair));
            }
        }
    }

    /// <summary>Whether both ask the same, the lists included.</summary>
    public bool Equals(PlanQuestion? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
