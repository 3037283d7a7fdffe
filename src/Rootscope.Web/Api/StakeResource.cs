using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;

namespace Rootscope.Web.Api;

/// <summary>What is at stake with each product of an economy.</summary>
internal static class StakeResource
{
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
            Parameters.By with
            {
                Default = "industry",
            },
            Parameters.Supply,
            Parameters.Cut,
            new(
                "capital",
                "How the use of capital goods is read: missed as it wears out (stock), at once (flow), or left in investment.",
                "stock"
            )
            {
                Words = QuestionWords.CapitalReadings.Words,
            },
            new("ratings", "Whether products differ by how hard they are to replace: on, any (in every table), or off.", "on")
            {
                Words = QuestionWords.Ratings.Words,
            },
            Parameters.Top,
        ],
        Columns = StakeColumns.All,
        Answer = (query, context, _) =>
        {
            query.RequireRegion(context.Economies.Table(query.Text("table")));
            StakeAnswer answer = context.Economies.Stake(QueryQuestions.Stake(query));
            return Task.FromResult(StakeReport.Of([answer], context.Economies.Catalogue, command: null));
        },
    };
}
