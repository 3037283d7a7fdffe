using System.Globalization;
using Rootscope.Accounts.Measures;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;

namespace Rootscope.Answers.Accounts;

/// <summary>An account as a report: region, code, name and value; a pair has two of each.</summary>
internal static class AccountsReport
{
    public const string Kind = AccountsQuestion.Name;

    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    /// <param name="hasEveryColumn">Whether the partner's columns are there, empty, where values belong to no pair.</param>
    public static Report<AccountLine> Of(AccountsAnswer answer, string? command, bool hasEveryColumn = false)
    {
        AccountResult result = answer.Result;
        AccountMeasure measure = result.Measure;
        bool hasPartner = hasEveryColumn || measure.IsCellMeasure;
        return new Report<AccountLine>(
            Kind,
            [.. AccountColumns.Of(result).Where(c => hasPartner || !AccountColumns.IsOfPartner(c))],
            answer.Rows.Select(r => new AccountLine(r, result.Table.Sectors)),
            new Provenance
            {
                Command = command,
                Table = result.Table,
                Question = answer.Question,
                Options = [.. OptionsOf(answer)],
                Notes = result.Notes,
            }
        )
        {
            Remarks = [$"{measure.Name}, {result.Unit}: {measure.Meaning} {measure.Source}."],
        };
    }

    /// <summary>What the command line and the API call a parameter of a measure.</summary>
    public static string OptionName(AccountParameter parameter) => parameter.ToString().ToLowerInvariant();

    private static IEnumerable<KeyValuePair<string, string>> OptionsOf(AccountsAnswer answer)
    {
        AccountResult result = answer.Result;
        yield return new("measure", result.Measure.Name);
        foreach (AccountParameter parameter in result.Measure.Parameters)
        {
            yield return new(OptionName(parameter), ValueOf(parameter, result.Options));
        }

        if (answer.Question.Sort != AccountOrder.Table)
        {
            yield return new("sort", QuestionWords.AccountOrders.WordOf(answer.Question.Sort));
        }

        if (answer.Question.Top > 0)
        {
            yield return new("top", answer.Question.Top.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string ValueOf(AccountParameter parameter, AccountOptions options) =>
        parameter switch
        {
            AccountParameter.Share => options.Share.ToString("R", CultureInfo.InvariantCulture),
            AccountParameter.Supplier => options.Supplier ?? "all",
            AccountParameter.Wedge => options.Wedge.ToString("R", CultureInfo.InvariantCulture),
            AccountParameter.Buyer => options.Buyer ?? "all",
            _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "This parameter has no text."),
        };
}
