using System.CommandLine;
using System.CommandLine.Parsing;

namespace Rootscope.Cli.Options;

/// <summary>Where a command stands among the others, as one writes it.</summary>
internal static class CommandPaths
{
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
