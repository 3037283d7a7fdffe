using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;

namespace Rootscope.Web.Api;

/// <summary>What is at stake with each product of an economy.</summary>
internal static class StakeResource
{
    private static readonly StakeQuestion Usual = new();

    private static readonly StakeOfOneQuestion UsualOfOne = new(string.Empty);

    /// <summary>The word for all supply and imports, one after the other.</summary>
    internal const string Both = "both";

    /// <summary>Exact draws take about a second each on two cores (china-2020).</summary>
    private const int MostDraws = 20;

    /// <summary>How the economy is made and its capital goods are read.</summary>
    internal static IReadOnlyList<ResourceParameter> Making { get; } =
    [
        Parameters.Of(
            Usual,
            "capital",
            "How the use of capital goods is read: missed as it wears out (stock), at once (flow), or left in investment."
        ) with
        {
            Words = QuestionWords.CapitalReadings.Words,
        },
        Parameters.Of(Usual, "ratings", "Whether products differ by how hard they are to replace: on, any (in every table), or off.") with
        {
            Words = QuestionWords.Ratings.Words,
        },
    ];

    /// <summary>How bands are made.</summary>
    private static IReadOnlyList<ResourceParameter> Drawing { get; } =
    [
        Parameters.Of(
            Usual,
            "draws",
            "Exact draws behind bands and tiers, each a full solve, at most 20 here; 0 for an approximation."
        ) with
        {
            IsCount = true,
            Example = "20",
        },
        Parameters.Of(Usual, "seed", "The seed of draws, exact or approximate.") with
        {
            IsCount = true,
            Example = "7",
        },
    ];

    public static readonly Resource AtStake = new()
    {
        Name = StakeReport.Kind,
        Path = "at-stake",
        Summary = "What is at stake in an economy",
        Description =
            "What an economy loses, product by product, until a share of its supply that goes missing is replaced: in money, as a share "
            + "of a year's final spending, and per unit of money of yearly supply cut (leverage). Capital goods are missed as the old "
            + "ones wear "
            + "out; years to replace and elasticities are rough, so that neighbouring places do not differ.",
        Parameters =
        [
            Parameters.Table,
            Parameters.Region,
            Parameters.By(Usual),
            Parameters.Supply(Usual),
            Parameters.Of(Usual, "cut", Parameters.Cut.Meaning) with
            {
                Range = Parameters.Cut.Range,
            },
            .. Making,
            Parameters.Top(Usual),
            .. Drawing,
        ],
        Columns = StakeColumns.All,
        Answer = (query, context, _) =>
        {
            query.RequireRegion(context.Economies.Table(query.Text("table")));
            StakeQuestion question = QueryQuestions.Stake(query);
            RefuseManyDraws(question);
            StakeAnswer answer = context.Economies.Stakes.Of(question);
            return Task.FromResult(StakeReport.Of([answer], context.Economies.Catalogue, command: null));
        },
    };

    public static readonly Resource OfOne = new()
    {
        Name = StakeOfOneReport.Kind,
        Path = "at-stake/{product}",
        Summary = "What is at stake with one product",
        Description =
            "One technology or industry: its figures for all supply and for imports (part figures), the loss over the years after the cut "
            + "(path), who takes it, as a current input or as a capital good (buyer), which industries lose most output "
            + "(industry), the chains that carry it further on, a row a "
            + "purchase (chain), why it is hard to replace (trait), and where the pattern of capital goods is from (source). standsOut "
            + "marks a "
            + "purchase that stands out in the source table.",
        Parameters =
        [
            new("product", "The technology or industry, by identifier, code, name or unambiguous part of a name.", null)
            {
                IsRequired = true,
                Example = "semi_equipment",
            },
            Parameters.Table,
            Parameters.Region,
            new(
                "supply",
                "Which supply is cut: both, all and imports one after the other; or one of them.",
                UsualOfOne.Supply is { } one ? QuestionWords.Supplies.WordOf(one) : Both
            )
            {
                Words = [Both, .. QuestionWords.Supplies.Words],
            },
            Parameters.Of(UsualOfOne, "cut", Parameters.Cut.Meaning) with
            {
                Range = Parameters.Cut.Range,
            },
            .. Making,
            new(
                "place",
                "Whether all products are cut, so that its place and × typical are told: on, or off, which is faster.",
                UsualOfOne.Alone ? "off" : "on"
            )
            {
                Words = ["on", "off"],
            },
            .. Drawing,
        ],
        Columns = StakeOfOneColumns.All,
        Answer = (query, context, _) =>
        {
            query.RequireRegion(context.Economies.Table(query.Text("table")));
            StakeOfOneQuestion question = QueryQuestions.StakeOfOne(query);
            RefuseManyDraws(question.Asked);
            StakeOfOneAnswer answer = context.Economies.Stakes.Of(question);
            return Task.FromResult(StakeOfOneReport.Of(answer, context.Economies.Catalogue, command: null));
        },
    };

    private static void RefuseManyDraws(StakeQuestion question)
    {
        if (question.Draws > MostDraws)
        {
            throw new QuestionException([
                new QuestionFault(
                    "draws",
                    "{draws} are exact solves, too many for a page's time.",
                    "Give at most 20 here; the command line takes any number."
                ),
            ]);
        }
    }
}
