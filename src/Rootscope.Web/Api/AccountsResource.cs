using Rootscope.Accounts.Measures;
using Rootscope.Answers.Accounts;
using Rootscope.Answers.Questions;
using Rootscope.Tables;
using Rootscope.Web.Answering;

namespace Rootscope.Web.Api;

/// <summary>One measure of every sector, region or pair of a table.</summary>
internal static class AccountsResource
{
    /// <summary>Pairs that one answer holds at most; a table of many regions has millions.</summary>
    private const int MostPairs = 100_000;

    private static readonly AccountsQuestion Usual = new();

    public static readonly Resource Accounts = new()
    {
        Name = AccountsReport.Kind,
        Path = "accounts",
        Summary = "One measure of a table",
        Description =
            "Multipliers, linkages, stages of production, hypothetical extraction, trade in value added: one measure of every sector, "
            + "region or pair of a table as it was published. Where values belong to pairs the partner's columns name the other side; the "
            + "unit and the meaning of the value stand with the columns of the answer.",
        Parameters =
        [
            Parameters.Table,
            Parameters.Of(Usual, "measure", "The measure.") with
            {
                Words = [.. AccountMeasures.All.Select(m => m.Name)],
            },
            Parameters.Of(Usual, "share", "The share that is cut; only for partial extractions, where it is a half unless given.") with
            {
                Range = (0, 1),
                Example = "0.5",
            },
            Parameters.Of(
                Usual,
                "wedge",
                "By what part inputs are dearer to their buyers than their sellers' price; only for distortion-centrality."
            ) with
            {
                Range = (0, 10),
                Example = "0.1",
            },
            Parameters.Of(Usual, "supplier", "Only rows in which this sector (CHN.c14), region or industry supplies.") with
            {
                Example = "TWN.c14",
            },
            Parameters.Of(Usual, "buyer", "Only rows in which this sector, region or industry buys.") with
            {
                Example = "CHN",
            },
            Parameters.Of(Usual, "sort", "The order of the rows: that of the table, or by value, the largest first.") with
            {
                Words = QuestionWords.AccountOrders.Words,
            },
            Parameters.Top(Usual),
        ],
        Columns = AccountColumns.All,
        Answer = (query, context, _) =>
        {
            AccountsQuestion question = QueryQuestions.Accounts(query);
            question.Validate();
            Require(question, context.Economies.Table(question.Table));
            return Task.FromResult<Report>(AccountsReport.Of(context.Economies.Accounts(question), command: null, hasEveryColumn: true));
        },
    };

    /// <summary>Refuses what takes more time or room than an address has.</summary>
    private static void Require(AccountsQuestion question, FlowTable table)
    {
        if (table.Size > SiteAnswers.LargestInverse)
        {
            throw new ModelException(
                $"{table.Metadata.Id} has {table.Size} sectors; measures are computed here for up to {SiteAnswers.LargestInverse}. "
                    + "'rootscope accounts' has no limit."
            );
        }

        bool isWhole = question.Supplier is null && question.Buyer is null;
        if (isWhole && AccountMeasures.Find(question.Measure).Shape == AccountShape.SectorPair && table.Size * table.Size > MostPairs)
        {
            throw new QuestionException([
                new QuestionFault(
                    "supplier",
                    $"{table.Metadata.Id} has {table.Size * table.Size} pairs of sectors, too many for one answer.",
                    "Name {supplier} or {buyer}."
                ),
            ]);
        }
    }
}
