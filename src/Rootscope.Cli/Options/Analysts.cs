using System.CommandLine;
using Rootscope.Answers;
using Rootscope.Storage;

namespace Rootscope.Cli.Options;

/// <summary>Who answers the questions of a command: over its workspace, with its threads.</summary>
internal static class Analysts
{
    public static Analyst Of(ParseResult parsed) =>
        new(
            new TableLibrary(parsed.GetValue(TableArgument.Workspace)),
            GlobalOptions.ThreadsOf(parsed),
            tables: null,
            GlobalOptions.InverseOf(parsed)
        );
}
