using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Rootscope.Cli.Completion;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.Commands;

/// <summary>All commands of <c>rootscope</c>.</summary>
internal static class CommandTree
{
    public static RootCommand Build()
    {
        var root = new RootCommand(
            "Which small technologies an economy stands on, how exposed they are, and what breaks when they are cut."
        )
        {
            RootsCommand.Create(),
            RootCommandOfOne.Create(),
            AccountsCommand.Create(),
            ShockCommand.Create(),
            ComplexityCommand.Create(),
            WeakSpotsCommand.Create(),
            DependenceCommand.Create(),
            CatalogueCommand.Create(),
            NetworkCommand.Create(),
            DataCommand.Create(),
            ServeCommand.Create(),
            AdminCommand.Create(),
            McpCommand.Create(),
            DoctorCommand.Create(),
            CompletionCommand.Create(),
            VersionCommand.Create(),
            ReportWriter.Format,
            ReportWriter.OutputFile,
            ReportWriter.Quiet,
            GlobalOptions.Threads,
            TableArgument.Workspace,
        };
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new DocumentedCommand.HelpWithExamples((HelpAction)help.Action!);

            // Words that begin with a slash are paths.
            help.Aliases.Remove("/h");
            help.Aliases.Remove("/?");
        }

        ValueCompletions.AttachTo(root);
        return root;
    }

    /// <summary>The commands whose results can be drawn, as one writes them.</summary>
    public static IEnumerable<string> Drawing(Command root) => Below(root, "rootscope");

    private static IEnumerable<string> Below(Command command, string path)
    {
        foreach (Command sub in command.Subcommands)
        {
            string own = $"{path} {sub.Name}";
            if (sub is DocumentedCommand { Draws: true })
            {
                yield return own;
            }

            foreach (string below in Below(sub, own))
            {
                yield return below;
            }
        }
    }

    /// <summary>The words that lead to a command, the executable's name first.</summary>
    public static IEnumerable<string> PathOf(CommandResult result)
    {
        var words = new Stack<string>();
        for (SymbolResult? at = result; at is CommandResult command; at = at.Parent)
        {
            words.Push(command.Parent is null ? "rootscope" : command.Command.Name);
        }

        return words;
    }
}
