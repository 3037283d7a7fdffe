using System.CommandLine;
using Rootscope.Cli.Options;
using Rootscope.Storage.Formats;

namespace Rootscope.Cli.Data;

/// <summary><c>rootscope data</c>: the tables, embedded and imported.</summary>
internal static class DataCommand
{
    public static Command Create(TableFormats formats) =>
        new DocumentedCommand(
            "data",
            "Lists, shows, fetches, imports, checks, balances, aggregates, exports and removes input-output tables.",
            "rootscope data list",
            "rootscope data show usa-2017"
        )
        {
            DataListCommand.Create(),
            DataShowCommand.Create(),
            DataAddCommand.Create(formats),
            DataGetCommand.Create(formats),
            DataCheckCommand.Create(),
            DataAggregateCommand.Create(),
            DataConcordancesCommand.Create(),
            DataBalanceCommand.Create(),
            DataExportCommand.Create(),
            DataRemoveCommand.Create(),
        };
}
