using System.CommandLine;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Screening.Decisions;
using Rootscope.Storage.Screening;
using Rootscope.Tables;

namespace Rootscope.Cli.Screen;

/// <summary><c>rootscope screen audit</c>: the log of decisions, and whether it is as it was written.</summary>
internal static class ScreenAuditCommand
{
    private static readonly IReadOnlyList<Column<Decision>> Columns =
    [
        new("time", string.Empty, "When it was decided (UTC).", ColumnStyle.Text, "Time", d => d.Time),
        new("user", string.Empty, "Who decided.", ColumnStyle.Text, "User", d => d.User),
        new("query", string.Empty, "The name as it was compared.", ColumnStyle.Text, "Name", d => d.Query),
        new("list", string.Empty, "The list.", ColumnStyle.Text, "List", d => d.List),
        new("record", string.Empty, "The record's id.", ColumnStyle.Text, "Record", d => d.Record),
        new("verdict", string.Empty, "What was decided.", ColumnStyle.Text, "Verdict", d => d.Verdict),
        new("note", string.Empty, "Why.", ColumnStyle.Prose, "Note", d => d.Note),
        new("recordHash", string.Empty, "SHA-256 of what the record said then.", ColumnStyle.Text, null, d => d.RecordHash),
    ];

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "audit",
            "Lists the decisions and checks their chain: a line that was changed, removed, added or moved is named, and the command ends "
                + "with code 3.",
            "rootscope screen audit",
            "rootscope screen audit -f json"
        );
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        _ = ReportWriter.FormatOf(parsed);
        ScreeningStore store = Analysts.Of(parsed).Screening;
        DecisionLog log = store.ReadLog();
        ReportWriter.Write(
            new Report<Decision>(
                "screen-audit",
                Columns,
                log.Decisions,
                new Provenance { Command = "screen audit", Options = [new("head", log.Head.Hash)] }
            )
            {
                Remarks =
                [
                    FormattableString.Invariant(
                        $"{log.Head.Count} decisions; the chain is {(log.Fault is null ? "whole" : "broken")}. Head: {log.Head.Hash}."
                    ),
                ],
            },
            parsed
        );
        return log.Fault is { } fault
            ? throw new TableException(
                FormattableString.Invariant($"{store.LogPath}, line {fault.Line}"),
                $"{fault.What}. Restore the log from a copy; what stands before that line is whole."
            )
            : ExitCode.Ok;
    }
}
