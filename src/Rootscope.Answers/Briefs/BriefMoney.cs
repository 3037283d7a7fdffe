using Rootscope.Answers.Language;
using Rootscope.Answers.Reports;
using Rootscope.Tables;

namespace Rootscope.Answers.Briefs;

/// <summary>Amounts of money in the words of a language: "7,163 bn CNY", "7.16 万亿元".</summary>
internal sealed class BriefMoney(FlowTable table)
{
    private readonly MoneyScale _scale = MoneyScale.Of(table);

    /// <summary>An amount.</summary>
    /// <param name="amount">Unit: the table's money.</param>
    public Phrase Of(double amount) =>
        new($"{_scale.Text(amount)} {_scale.Unit}", ChineseMoney.Of(amount * table.Metadata.UnitScale, table.Metadata.Currency));
}
