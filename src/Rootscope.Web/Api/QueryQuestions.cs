using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;

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
