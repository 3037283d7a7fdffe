using System.CommandLine;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Trade;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Cli.Data;

/// <summary><c>rootscope data remove NAME</c>: forgets an imported table.</summary>
internal static class DataRemoveCommand
{
    private static readonly Argument<string> Table = new("NAME")
    {
        Description = "An imported table or set of trade; embedded tables cannot be removed.",
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "remove",
            "Removes an imported table, with its figures and the results saved for it, or a set of trade, from the workspace.",
            "rootscope data remove china-own"
        )
        {
            Table,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string name = parsed.GetRequiredValue(Table);
        if (EmbeddedTables.Has(name))
        {
            throw new UsageException($"'{name}' is an embedded table: it is part of the program and cannot be removed.");
        }

        var library = new TableLibrary(parsed.GetValue(TableArgument.Workspace));
        if (!library.Workspace.Remove(name) && !TradeSets.Remove(parsed, name))
        {
            throw new UnknownNameException(
                "imported table",
                name,
                NearestNames.Of(name, library.Workspace.List().Select(t => t.Name)),
                $"'rootscope data list' names the tables; the workspace is {library.Workspace.Place}."
            );
        }

        if (!parsed.GetValue(ReportWriter.Quiet))
        {
            parsed.InvocationConfiguration.Output.WriteLine($"{name}: removed from {library.Workspace.Place}");
        }

        return ExitCode.Ok;
    }
}
