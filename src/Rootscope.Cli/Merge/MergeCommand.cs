using System.CommandLine;
using Rootscope.Answers;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage.Parts;

namespace Rootscope.Cli.Merge;

/// <summary><c>rootscope merge PARTS… -o result</c>: what one run would have given, out of the parts that its shards wrote.</summary>
/// <remarks>
/// The command that the parts are of runs again, but takes what each piece comes to from them: all that is written about the pieces has one
/// home, so that the bytes are those of one process. It reads its inputs again, and refuses parts of other ones.
/// </remarks>
internal static class MergeCommand
{
    private static readonly Argument<string[]> Files = new("PARTS")
    {
        Description = "The files that the shards wrote, in any order; all of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "merge",
            "Adds up the parts that a long command wrote with --shard, to the bytes that one run gives. Run it where the shards ran: the "
                + "inputs are read again.",
            "rootscope merge risk-1.part risk-2.part -o risk.csv"
        )
        {
            Files,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        PartSet parts = Analyst.Parts(parsed.GetRequiredValue(Files));
        ParseResult made = parsed.RootCommandResult.Command.Parse([
            .. GivenWords.Only(parsed, ShardOutput.AboutOutput),
            .. parts.Header.Command,
        ]);
        if (made.Errors.Count > 0 || !made.CommandResult.Command.Options.Contains(ShardOutput.Shard))
        {
            throw new UsageException(
                $"the parts are of '{string.Join(' ', parts.Header.Command)}', which is no command with --shard. Programs add up what "
                    + "they made themselves; for the command line use parts that it wrote."
            );
        }

        return made.InvokeAsync(
            new MergeConfiguration
            {
                Parts = parts,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = parsed.InvocationConfiguration.Output,
                Error = parsed.InvocationConfiguration.Error,
            },
            cancellation
        );
    }
}
