using System.CommandLine;
using Rootscope.Answers.Tables;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Trade;
using Rootscope.Storage;
using Rootscope.Storage.Workspaces;

namespace Rootscope.Cli.Data;

/// <summary><c>rootscope data list</c>: one row a table.</summary>
internal static class DataListCommand
{
    private static readonly Option<bool> Trade = new("--trade") { Description = "List the sets of trade in the workspace instead." };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "list",
            "Lists the embedded tables and those of the workspace, or its sets of trade.",
            "rootscope data list",
            "rootscope data list -f json",
            "rootscope data list --trade"
        )
        {
            Trade,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        _ = ReportWriter.FormatOf(parsed);
        if (parsed.GetValue(Trade))
        {
            ReportWriter.Write(TradeSets.List(parsed), parsed);
            return ExitCode.Ok;
        }

        var library = new TableLibrary(parsed.GetValue(TableArgument.Workspace));
        ReportWriter.Write(
            new Report<TableSummary>("tables", TableColumns.All, library.List(), new Provenance { Command = "data list" })
            {
                Remarks = [$"Imported tables are in {library.Workspace.Place}."],
            },
            parsed
        );
        return ExitCode.Ok;
    }
}
