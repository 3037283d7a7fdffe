using System.CommandLine;
using Rootscope.Accounts.Measures;
using Rootscope.Answers.Accounts;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.Accounts;

/// <summary><c>rootscope accounts list</c>.</summary>
internal static class AccountsListCommand
{
    private static readonly Column<AccountMeasure>[] Columns =
    [
        new("name", string.Empty, "The name the measure is asked for by.", ColumnStyle.Text, "Measure", m => m.Name),
        new("unit", string.Empty, "What its values are measured in.", ColumnStyle.Text, "Unit", m => m.Unit),
        new(
            "options",
            string.Empty,
            "Options that it reads.",
            ColumnStyle.Text,
            "Options",
            m => string.Join(' ', m.Parameters.Select(AccountsReport.OptionName))
        ),
        new("source", string.Empty, "Who it comes from.", ColumnStyle.Text, "Source", m => m.Source),
        new("cell", string.Empty, "Whether a value belongs to a pair.", ColumnStyle.Flag, null, m => m.IsCellMeasure),
        new("meaning", string.Empty, "What it is.", ColumnStyle.Text, null, m => m.Meaning),
    ];

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "list",
            "Names every measure with its unit and source.",
            "rootscope accounts list",
            "rootscope accounts list -f json"
        );
        command.SetAction(parsed => ReportWriter.Write(ReportOf(), parsed));
        return command;
    }

    private static Report ReportOf() =>
        new Report<AccountMeasure>("accounts-list", Columns, AccountMeasures.All, new Provenance { Command = "accounts list" })
        {
            Remarks = [.. AccountMeasures.All.Select(m => $"{m.Name}: {m.Meaning}")],
        };
}
