using Rootscope.Answers.Planning;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Upgrading;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;

namespace Rootscope.Web.Api;

/// <summary>How an economy catches up in technologies, and where a budget goes.</summary>
internal static class InvestmentResources
{
    private static readonly UpgradeQuestion UsualLoop = new();
    private static readonly PlanQuestion UsualPlan = new();

    public static readonly Resource Upgrade = new()
    {
        Name = "upgrade",
        Path = "upgrade",
        Summary = "How an economy catches up",
        Description =
            "Home share, cost gap and what a foreign cut puts at stake, by technology and year, with 90% bands over seeded draws, under "
            + "bans, tariffs, limits of capital and public money. Most parameters are assumptions with ranges: a way to "
            + "compare policies, no "
            + "forecast. Technologies that one industry carries (sharedWith) have one stake together.",
        Parameters =
        [
            .. Economy(UsualLoop),
            Share(UsualLoop, "ban", "Share of foreign supply that is not sold to the economy any more."),
            Share(UsualLoop, "exportBan", "Share of its own supply that is not bought abroad any more."),
            Parameters.Of(UsualLoop, "tariff", "Its tariff on foreign goods, a share of the price.") with
            {
                Ends = (0, 10),
            },
            Parameters.Of(UsualLoop, "foreignTariff", "The tariff of others on its goods, a share of the price.") with
            {
                Ends = (0, 10),
            },
            Share(UsualLoop, "capitalCut", "Share of makers' research that falls away because capital is withheld."),
            Parameters.Of(UsualLoop, "publicMoney", "Public money for research into each technology, in currency a year.") with
            {
                Ends = (0, InvestmentChoices.MostBudget),
            },
            Count(UsualLoop, "from", "The first year in which these hold, 0 for the base year."),
            new(
                "history",
                "Dated tables of the same economy, three at least, divided by commas: the rate at which gaps close is "
                    + "fitted to all but the "
                    + "last, which tells how well that foresees. The rate of publications unless some are named.",
                null
            )
            {
                Example = "world-1995,world-2000,world-2005",
            },
            Parameters.Of(UsualLoop, "below", "What is at stake counts as little below this share of a year's final spending.") with
            {
                Range = (0, 1),
            },
            Count(UsualLoop, "years", "Years after the base year."),
            .. Draws(UsualLoop),
        ],
        Columns = UpgradeColumns.All,
        Answer = (query, context, _) =>
            Task.FromResult<Report>(UpgradeReport.Of(context.Economies.Investments.Upgrade(QueryQuestions.Upgrade(query)), command: null)),
    };

    public static readonly Resource Plan = new()
    {
        Name = "plan",
        Path = "plan",
        Summary = "Where a budget goes",
        Description =
            "Which measures (research, capacity, stockpile, second source, licence) for which technologies a budget goes to, how much and "
            + "when, so that foreign cuts cost least, with the reason for each. What measures cost and do is assumption. A mixed-integer "
            + $"program, each solve at most {SiteInvestments.Seconds:0} seconds; the page tells the status and the gap.",
        Parameters =
        [
            .. Economy(UsualPlan),
            Parameters.Of(UsualPlan, "budget", "All money together, in currency.") with
            {
                Ends = (0, InvestmentChoices.MostBudget),
                Example = "50000000000",
            },
            Count(UsualPlan, "horizon", "Years in which money is spent and cuts may come."),
            Parameters.Of(UsualPlan, "measure", "What is made small: the expected loss, or the mean of the worst scenarios (cvar).") with
            {
                Words = QuestionWords.PlanRisks.Words,
            },
            Share(UsualPlan, "tail", "The tail of cvar: 0.9 for the worst tenth."),
            Count(UsualPlan, "count", "Number of scenarios that are drawn."),
            Share(UsualPlan, "mostAYear", "Most of the budget that may be spent in a year."),
            Parameters.Of(UsualPlan, "ordered", "Whether what others need is built first, along the links of the catalogue.") with
            {
                Words = ["true", "false"],
            },
            new(
                "without",
                "What must not be funded: technologies, measures, or technology:measure, divided by commas; nothing unless some are named.",
                null
            )
            {
                Example = "stockpile,logic_chips:licence",
            },
            new(
                "require",
                "What has to be funded: technology:measure, or with its least money technology:measure=5e9 or technology=5e9, divided by "
                    + "commas; nothing unless some are named.",
                null
            )
            {
                Example = "semi_equipment:research",
            },
            Count(UsualPlan, "frontier", "Number of other budgets that plans are made for; they say from which budget on a measure is in."),
            Count(UsualPlan, "robust", "Draws of what measures cost and do, each with a plan of its own."),
            .. Draws(UsualPlan),
        ],
        Columns = PlanColumns.All,
        Answer = (query, context, _) =>
            Task.FromResult<Report>(PlanReport.Of(context.Economies.Investments.Plan(QueryQuestions.Plan(query)), command: null)),
    };

    private static IEnumerable<ResourceParameter> Economy(Question question) =>
        [
            Parameters.Of(question, "region", "The economy, by its three-letter code.") with
            {
                Example = "USA",
            },
            Parameters.Of(question, "table", "The table; the economy's own unless one is named.") with
            {
                Example = "world-2011",
            },
            new("technology", "Technologies by identifier or name, divided by commas; all core ones unless some are named.", null)
            {
                Example = "logic_chips,instruments",
            },
            Parameters.Of(question, "cut", "The share of imports that goes missing in the foreign cut.") with
            {
                Range = (0, 1),
            },
        ];

    private static IEnumerable<ResourceParameter> Draws(Question question) =>
        [Count(question, "draws", "Draws of the loop."), Count(question, "seed", "The seed; one seed gives the same figures.")];

    private static ResourceParameter Share(Question question, string option, string meaning) =>
        Parameters.Of(question, option, meaning) with
        {
            Ends = (0, 1),
        };

    private static ResourceParameter Count(Question question, string option, string meaning) =>
        Parameters.Of(question, option, meaning) with
        {
            IsCount = true,
        };
}
