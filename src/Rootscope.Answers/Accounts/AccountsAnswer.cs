using Rootscope.Accounts;
using Rootscope.Accounts.Measures;
using Rootscope.Answers.Questions;
using Rootscope.Tables;

namespace Rootscope.Answers.Accounts;

/// <summary>What an <see cref="AccountsQuestion"/> comes to.</summary>
public sealed record AccountsAnswer
{
    internal AccountsAnswer() { }

    /// <summary>The question.</summary>
    public required AccountsQuestion Question { get; init; }

    /// <summary>Every value in table order, with its measure, table, unit and notes.</summary>
    public required AccountResult Result { get; init; }

    /// <summary>The rows that are asked for, in the order that is asked for.</summary>
    public IReadOnlyList<AccountRow> Rows
    {
        get
        {
            IEnumerable<AccountRow> rows =
                Question.Sort == AccountOrder.Value ? Result.Rows.OrderByDescending(r => r.Value ?? double.NegativeInfinity) : Result.Rows;
            return [.. Question.Top == 0 ? rows : rows.Take(Question.Top)];
        }
    }

    /// <summary>Computes the measure.</summary>
    internal static AccountsAnswer Of(AccountsQuestion question, FlowTable table, InverseOptions inverse, CancellationToken cancellation) =>
        new() { Question = question, Result = question.Found!.Compute(table, question.Options with { Inverse = inverse }, cancellation) };
}
