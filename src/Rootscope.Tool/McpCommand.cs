using System.CommandLine;
using Rootscope.Cli.Options;
using Rootscope.Web.Mcp;

namespace Rootscope.Tool;

/// <summary><c>rootscope mcp</c>: the tools of the Model Context Protocol over standard input and output.</summary>
internal static class McpCommand
{
    private const string ReadySign = "The tools are ready";

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "mcp",
            "Answers a Model Context Protocol client over standard input and output: tools that only read, each answer with source "
                + "and hash. Ends when the input does.",
            "rootscope mcp"
        )
        {
            RunsUntilStopped = ReadySign,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                try
                {
                    // Standard output belongs to the protocol alone.
                    await McpHost.RunAsync(
                        parsed.GetValue(TableArgument.Workspace),
                        GlobalOptions.ThreadsOf(parsed),
                        () =>
                            parsed.InvocationConfiguration.Error.WriteLine(
                                $"{ReadySign}; standard output carries the protocol. Ctrl-C stops it."
                            ),
                        cancellation
                    );
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                    // Ctrl-C is how it is meant to end.
                }

                return ExitCode.Ok;
            }
        );
        return command;
    }
}
