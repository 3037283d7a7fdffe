using System.CommandLine;
using Rootscope.Cli.Completion;
using Rootscope.Cli.Options;

namespace Rootscope.Cli.Tool;

/// <summary>
/// <c>rootscope completion bash|zsh|fish|powershell</c>: prints the script that makes a shell complete commands, options and names of
/// tables.
/// </summary>
internal static class CompletionCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "completion",
            "Prints a script that makes a shell complete commands, options and names of tables.",
            "rootscope completion bash"
        );
        foreach ((string shell, string script) in CompletionScripts.All)
        {
            var one = new DocumentedCommand(
                shell,
                $"Prints the script for {shell}; its first line says where to put it.",
                $"rootscope completion {shell}"
            );
            one.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(script));
            command.Add(one);
        }

        return command;
    }
}
