using System.CommandLine;
using Rootscope.Accounts.Measures;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.Accounts;

/// <summary><c>rootscope accounts list</c>.</summary>
internal static class AccountsListCommand
{
    private static readonly Column[] Columns =
    [
        new("name", string.Empty, "The name the measure is asked for by.", ColumnStyle.Text, "Measure"),
        new("unit", string.Empty, "What its values are measured in.", ColumnStyle.Text, "Unit"),
        new("options", string.Empty, "Options that it reads.", ColumnStyle.Text, "Options"),
        new("source", string.Empty, "Who it comes from.", ColumnStyle.Text, "Source"),
        new("cell", string.Empty, "Whether a value belongs to a pair.", ColumnStyle.Flag, null),
        new("meaning", string.Empty, "What it is.", ColumnStyle.Text, null),
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
        new()
        {
            Kind = "accounts-list",
            Columns = Columns,
            Rows = [.. AccountMeasures.All.Select(ToRow)],
            Provenance = new Provenance { Command = "accounts list" },
            Remarks = [.. AccountMeasures.All.Select(m => $"{m.Name}: {m.Meaning}")],
        };

    private static object?[] ToRow(AccountMeasure measure) =>
        [
            measure.Name,
            measure.Unit.ToString().ToLowerInvariant(),
            string.Join(' ', measure.Parameters.Select(AccountsReport.OptionName)),
            measure.Source,
            measure.IsCellMeasure,
            measure.Meaning,
        ];
}
