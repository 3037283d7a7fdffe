using System.CommandLine;
using System.CommandLine.Parsing;
using Rootscope.Tables;

namespace Rootscope.Cli.Options;

/// <summary>Where a command stands among the others, as one writes it.</summary>
internal static class CommandPaths
{
    private const string Separator = "--";

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

    /// <summary>
    /// What is wrong with a word that begins like an option, is none, and would be taken for a name; null where there is no such word.
    /// Words
    /// behind a lone <c>--</c> are names.
    /// </summary>
    public static string? UnknownOption(ParseResult parsed, IReadOnlyList<string> args)
    {
        string[] open = [.. args.TakeWhile(a => a != Separator)];
        string? word = parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(a => a.Tokens)
            .Select(t => t.Value)
            .Concat(parsed.UnmatchedTokens)
            .FirstOrDefault(v => v.StartsWith(Separator, StringComparison.Ordinal) && v.Length > Separator.Length && open.Contains(v));
        if (word is null)
        {
            return null;
        }

        IReadOnlyList<string> near = NearestNames.Of(word, OptionsOf(parsed.CommandResult));
        string hint = near.Count > 0 ? $" Nearest: {string.Join(", ", near)}." : string.Empty;
        return $"There is no option '{word}'.{hint} A name that begins so stands behind '--'.";
    }

    private static IEnumerable<string> OptionsOf(CommandResult result)
    {
        for (SymbolResult? at = result; at is CommandResult command; at = at.Parent)
        {
            foreach (Option option in command.Command.Options.Where(o => o.Recursive || at == result))
            {
                yield return option.Name;
            }
        }
    }
}
