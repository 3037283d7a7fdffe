using System.CommandLine;
using Rootscope.Accounts;
using Rootscope.Answers;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Cli.Options;

/// <summary>Who answers the questions of a command: over its workspace, with its threads.</summary>
internal static class Analysts
{
    public static Analyst Of(ParseResult parsed) =>
        new(
            new TableLibrary(parsed.GetValue(TableArgument.Workspace)),
            GlobalOptions.ThreadsOf(parsed),
            tables: null,
            GlobalOptions.InverseOf(parsed),
            MergeConfiguration.PartsOf(parsed)
        );

    /// <summary>The same about a table that is open already, with an inverse that tells how far it is.</summary>
    public static Analyst Of(ParseResult parsed, FlowTable table, InverseOptions inverse) =>
        new(new TableLibrary(parsed.GetValue(TableArgument.Workspace)), GlobalOptions.ThreadsOf(parsed), _ => table, inverse);
}
