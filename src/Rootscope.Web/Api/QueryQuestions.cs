using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Upgrading;

namespace Rootscope.Web.Api;

/// <summary>The questions that requests put: parameters in the words of questions, and nothing decided here.</summary>
internal static class QueryQuestions
{
    /// <summary>The root ranking that a request asks for.</summary>
    public static RootQuestion Roots(ResourceQuery query)
    {
        var question = new RootQuestion(Economy(query))
        {
            By = QuestionWords.Subjects.Read("by", query.Text("by")),
            Lens = Ranked(QuestionWords.Lenses.Read("lens", query.Text("lens"))),
            Sort = query.Find("measure") is { } measure ? MeasureWords.Read("measure", measure) : null,
            Top = query.Count("top"),
        };
        return Cut(question, query);
    }

    /// <exception cref="QuestionException">The lens takes too long to rank every product while somebody waits.</exception>
    private static ILens Ranked(ILens lens) =>
        lens.Cuts.TakesLong
            ? throw new QuestionException([
                new QuestionFault(
                    "lens",
                    $"{{lens}} '{lens.Word}' follows a year for every product, which takes too long to wait for.",
                    "Ask for one product, or rank under this model on the command line."
                ),
            ])
            : lens;

    /// <summary>The question of what is at stake.</summary>
    public static StakeQuestion Stake(ResourceQuery query) =>
        Episode(query) with
        {
            By = QuestionWords.Subjects.Read("by", query.Text("by")),
            Supply = QuestionWords.Supplies.Read("supply", query.Text("supply")),
            Top = query.Count("top"),
        };

    /// <summary>The question of what is at stake with one product.</summary>
    public static StakeOfOneQuestion StakeOfOne(ResourceQuery query) =>
        new(query.Text("product"), Episode(query))
        {
            Alone = query.Text("place") == "off",
            Supply = query.Text("supply") == StakeResource.Both ? null : QuestionWords.Supplies.Read("supply", query.Text("supply")),
        };

    private static StakeQuestion Episode(ResourceQuery query) =>
        new(
            new EconomyQuestion(query.Text("table"))
            {
                Region = query.Find("region"),
                Ratings = QuestionWords.Ratings.Read("ratings", query.Text("ratings")),
            }
        )
        {
            Cut = double.Parse(query.Text("cut"), CultureInfo.InvariantCulture),
            Capital = QuestionWords.CapitalReadings.Read("capital", query.Text("capital")),
            Draws = query.Count("draws"),
            Seed = query.Count("seed"),
        };

    /// <summary>The measure of a table that a request asks for.</summary>
    public static AccountsQuestion Accounts(ResourceQuery query) =>
        new(query.Text("measure"), query.Text("table"))
        {
            Share = query.Find("share") is { } share ? double.Parse(share, CultureInfo.InvariantCulture) : null,
            Wedge = query.Find("wedge") is { } wedge ? double.Parse(wedge, CultureInfo.InvariantCulture) : null,
            Supplier = query.Find("supplier"),
            Buyer = query.Find("buyer"),
            Sort = QuestionWords.AccountOrders.Read("sort", query.Text("sort")),
            Top = query.Count("top"),
        };

    /// <summary>The question about one technology or industry.</summary>
    public static TechnologyQuestion Technology(ResourceQuery query, string name) =>
        Cut(new TechnologyQuestion(name, Economy(query)), query);

    /// <summary>The question about weak spots.</summary>
    public static WeakSpotQuestion WeakSpots(ResourceQuery query) =>
        new(query.Text("region").ToUpperInvariant())
        {
            Rule = query.Text("rule"),
            Table = query.Find("table"),
            Measure = QuestionWords.WeakSpotMeasures.Read("horizon", query.Text("horizon")),
            Supply = query.Find("supply") is { } supply ? QuestionWords.Supplies.Read("supply", supply) : null,
            Stake = new StakeQuestion(
                new EconomyQuestion
                {
                    Technologies = query.Text("technologies"),
                    Ratings = QuestionWords.Ratings.Read("ratings", query.Text("ratings")),
                }
            )
            {
                Cut = double.Parse(query.Text("cut"), CultureInfo.InvariantCulture),
                Capital = QuestionWords.CapitalReadings.Read("capital", query.Text("capital")),
                Elasticities = query.Text("elasticities"),
            },
        };

    /// <summary>The question of how an economy catches up.</summary>
    public static UpgradeQuestion Upgrade(ResourceQuery query)
    {
        const int MostDraws = 1000;
        Waited(query, "draws", MostDraws);
        return Loop(query) with
        {
            Policy = new UpgradingPolicy
            {
                Ban = Number(query, "ban"),
                ExportBan = Number(query, "exportBan"),
                Tariff = Number(query, "tariff"),
                ForeignTariff = Number(query, "foreignTariff"),
                CapitalCut = Number(query, "capitalCut"),
                PublicMoney = Number(query, "publicMoney"),
                From = query.Count("from"),
            },
            History = Several(query, "history"),
            Below = Number(query, "below"),
            Years = query.Count("years"),
        };
    }

    /// <summary>The question of where a budget goes.</summary>
    public static PlanQuestion Plan(ResourceQuery query)
    {
        const int MostDraws = 500;
        const int MostPlans = 20;
        const int MostScenarios = 1000;
        Waited(query, "draws", MostDraws);
        Waited(query, "count", MostScenarios);
        Waited(query, "frontier", MostPlans);
        Waited(query, "robust", MostPlans);
        return new PlanQuestion(Loop(query))
        {
            Budget = Number(query, "budget"),
            Horizon = query.Count("horizon"),
            Measure = QuestionWords.PlanRisks.Read("measure", query.Text("measure")),
            Tail = Number(query, "tail"),
            Count = query.Count("count"),
            MostAYear = Number(query, "mostAYear"),
            Ordered = query.Text("ordered") == "true",
            Without = Several(query, "without"),
            Require = Several(query, "require"),
            Frontier = query.Count("frontier"),
            Robust = query.Count("robust"),
        };
    }

    private static UpgradeQuestion Loop(ResourceQuery query) =>
        new(
            new WeakSpotQuestion(query.Text("region").ToUpperInvariant())
            {
                Table = query.Find("table"),
                Stake = new StakeQuestion { Cut = Number(query, "cut") },
            }
        )
        {
            Technologies = Several(query, "technology"),
            Draws = query.Count("draws"),
            Seed = query.Count("seed"),
        };

    private static string[] Several(ResourceQuery query, string name) =>
        (query.Find(name) ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static double Number(ResourceQuery query, string name) => double.Parse(query.Text(name), CultureInfo.InvariantCulture);

    /// <exception cref="QuestionException">It asks for more than somebody waits for.</exception>
    private static void Waited(ResourceQuery query, string option, int most)
    {
        if (query.Count(option) > most)
        {
            throw new QuestionException([
                new QuestionFault(
                    option,
                    $"{{{option}}} {query.Count(option)} takes too long to wait for.",
                    $"Ask for at most {most}, or for more on the command line."
                ),
            ]);
        }
    }

    private static EconomyQuestion Economy(ResourceQuery query) =>
        Making(new EconomyQuestion(query.Text("table")) { Region = query.Find("region") }, query);

    private static EconomyQuestion Making(EconomyQuestion economy, ResourceQuery query) =>
        economy with
        {
            Capital = QuestionWords.Capitals.Read("capital", query.Text("capital")),
            Technologies = query.Text("technologies"),
            Elasticities = query.Text("elasticities"),
            Ratings = QuestionWords.Ratings.Read("ratings", query.Text("ratings")),
        };

    private static TQuestion Cut<TQuestion>(TQuestion question, ResourceQuery query)
        where TQuestion : CutQuestion =>
        (TQuestion)(
            question with
            {
                Cut = double.Parse(query.Text("cut"), CultureInfo.InvariantCulture),
                Supply = QuestionWords.Supplies.Read("supply", query.Text("supply")),
                Trade = QuestionWords.Trades.Read("trade", query.Text("trade")),
                Exports = double.Parse(query.Text("exports"), CultureInfo.InvariantCulture),
                OwnUse = QuestionWords.OwnUses.Read("ownUse", query.Text("ownUse")),
                CutAs = QuestionWords.CutKinds.Read("cutAs", query.Text("cutAs")),
            }
        );
}
