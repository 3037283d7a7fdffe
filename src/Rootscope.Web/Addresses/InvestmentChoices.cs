using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Planning;

namespace Rootscope.Web.Addresses;

/// <summary>What pages of upgrading and of plans show: what is done to technologies, and what a budget is spent by.</summary>
internal sealed record InvestmentChoices
{
    private const string Expected = "expected";
    private static readonly PlanQuestion UsualPlan = new();
    private static readonly UpgradeQuestion UsualLoop = new();

    /// <summary>Most money that a page plans with. Unit: the currency of the table.</summary>
    public const double MostBudget = 1e15;

    /// <summary>The largest seed of a page.</summary>
    public const int LargestSeed = 1_000_000;

    /// <summary>The longest horizon of a page. Unit: years.</summary>
    public const int LongestHorizon = 30;

    /// <summary>Share of foreign supply that is not sold to the economy any more. Unit: share.</summary>
    public double Ban { get; init; } = UsualLoop.Policy.Ban;

    /// <summary>Share of makers' research that falls away for want of capital. Unit: share.</summary>
    public double CapitalCut { get; init; } = UsualLoop.Policy.CapitalCut;

    /// <summary>Public money for research into each technology. Unit: the currency of the table, a year.</summary>
    public double PublicMoney { get; init; } = UsualLoop.Policy.PublicMoney;

    /// <summary>All money of a plan. Unit: the currency of the table.</summary>
    public double Budget { get; init; } = UsualPlan.Budget;

    /// <summary>Years of a plan. Unit: years.</summary>
    public int Horizon { get; init; } = UsualPlan.Horizon;

    /// <summary>What a plan makes small.</summary>
    public PlanRisk Risk { get; init; } = UsualPlan.Measure;

    /// <summary>The seed of draws and scenarios.</summary>
    public int Seed { get; init; } = (int)UsualLoop.Seed;

    /// <summary>The words for what a plan makes small.</summary>
    public static IReadOnlyList<string> RiskWords => QuestionWords.PlanRisks.Words;

    /// <summary>The word for what the plan makes small.</summary>
    public string RiskWord => QuestionWords.PlanRisks.WordOf(Risk);

    /// <summary>The fields of an address that say them.</summary>
    public static IReadOnlyList<QueryField> Fields { get; } =
    [
        QueryField.OfAmount("ban", 0, 1, "0.5"),
        QueryField.OfAmount("capitalCut", 0, 1, "0.5"),
        QueryField.OfAmount("publicMoney", 0, MostBudget, "1e9"),
        QueryField.OfAmount("budget", 0, MostBudget, "100e9"),
        QueryField.OfCount("horizon", 1, LongestHorizon),
        new("risk") { Words = RiskWords },
        QueryField.OfCount("seed", 0, LargestSeed),
    ];

    /// <summary>Reads them.</summary>
    /// <param name="text">The value of a field; null where the address has none that can be read.</param>
    public static InvestmentChoices Read(Func<string, string?> text)
    {
        double Number(string name, double usual) => text(name) is { } value ? QueryField.NumberOf(value)!.Value : usual;
        return new InvestmentChoices
        {
            Ban = Number("ban", UsualLoop.Policy.Ban),
            CapitalCut = Number("capitalCut", UsualLoop.Policy.CapitalCut),
            PublicMoney = Number("publicMoney", UsualLoop.Policy.PublicMoney),
            Budget = Number("budget", UsualPlan.Budget),
            Horizon = text("horizon") is { } years ? int.Parse(years, CultureInfo.InvariantCulture) : UsualPlan.Horizon,
            Risk = QuestionWords.PlanRisks.Read("risk", text("risk") ?? Expected),
            Seed = text("seed") is { } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : (int)UsualLoop.Seed,
        };
    }

    /// <summary>What differs from the defaults, as addresses say it.</summary>
    public IEnumerable<(string Name, string Value)> Said()
    {
        var usual = new InvestmentChoices();
        if (!Ban.Equals(usual.Ban))
        {
            yield return ("ban", Written(Ban));
        }

        if (!CapitalCut.Equals(usual.CapitalCut))
        {
            yield return ("capitalCut", Written(CapitalCut));
        }

        if (!PublicMoney.Equals(usual.PublicMoney))
        {
            yield return ("publicMoney", Written(PublicMoney));
        }

        if (!Budget.Equals(usual.Budget))
        {
            yield return ("budget", Written(Budget));
        }

        if (Horizon != usual.Horizon)
        {
            yield return ("horizon", Horizon.ToString(CultureInfo.InvariantCulture));
        }

        if (Risk != usual.Risk)
        {
            yield return ("risk", RiskWord);
        }

        if (Seed != usual.Seed)
        {
            yield return ("seed", Seed.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A number as addresses have it: that of 2e+11 is 200000000000, for a plus is a space there.</summary>
    public static string Written(double number) => number.ToString("0.################", CultureInfo.InvariantCulture);
}
