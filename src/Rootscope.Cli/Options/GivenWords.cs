using System.CommandLine;
using System.CommandLine.Parsing;

namespace Rootscope.Cli.Options;

/// <summary>The words of a command line in one order, whichever they were typed in.</summary>
internal static class GivenWords
{
    /// <summary>The command, the options that were given, and its arguments; what has its default is left out.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="but">Options to leave out.</param>
    public static IReadOnlyList<string> Of(ParseResult parsed, params IReadOnlyCollection<Option> but)
    {
        string[] arguments = [.. parsed.CommandResult.Command.Arguments.SelectMany(a => Values(parsed.GetResult(a)))];
        return
        [
            .. CommandPaths.PathOf(parsed.CommandResult).Skip(1),
            .. Options(parsed).Except(but).SelectMany(o => OptionWords(parsed, o)),
            .. arguments.Any(a => a.StartsWith('-')) ? ["--"] : Array.Empty<string>(),
            .. arguments,
        ];
    }

    /// <summary>The given ones of some options.</summary>
    public static IEnumerable<string> Only(ParseResult parsed, IEnumerable<Option> options) =>
        options.SelectMany(o => OptionWords(parsed, o));

    private static IEnumerable<Option> Options(ParseResult parsed)
    {
        for (SymbolResult? at = parsed.CommandResult; at is not null; at = at.Parent)
        {
            if (at is CommandResult { Command: var command })
            {
                foreach (Option option in command.Options.Where(o => command == parsed.CommandResult.Command || o.Recursive))
                {
                    yield return option;
                }
            }
        }
    }

    private static IEnumerable<string> OptionWords(ParseResult parsed, Option option) =>
        parsed.GetResult(option) is not { Implicit: false } given ? []
        : given.Tokens.Count == 0 ? [option.Name]
        : given.Tokens.Select(t => $"{option.Name}={t.Value}");

    private static IEnumerable<string> Values(ArgumentResult? result) =>
        result is { Implicit: false } ? result.Tokens.Select(t => t.Value) : [];
}
