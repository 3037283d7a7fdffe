using System.CommandLine;
using System.CommandLine.Completions;
using System.Runtime.CompilerServices;
using Rootscope.Accounts.Measures;
using Rootscope.Catalogue;
using Rootscope.Cli.Data;
using Rootscope.Cli.Options;
using Rootscope.Storage;
using Rootscope.Storage.Scenarios;

namespace Rootscope.Cli.Completion;

/// <summary>What may stand for an argument or an option: tables by name, measures, sets, the words of a choice.</summary>
/// <remarks>
/// Given in one place for the whole tree, by the names that arguments and options have in help, so that a new command completes as the
/// others do.
/// </remarks>
internal static class ValueCompletions
{
    /// <summary>The arguments and options that have their words.</summary>
    private static readonly ConditionalWeakTable<Symbol, object> Done = [];

    /// <summary>Gives every argument and option of a command and of those below it its completions.</summary>
    public static void AttachTo(Command command)
    {
        foreach (Argument argument in command.Arguments)
        {
            // Help would otherwise show today's completions as if they were all there is.
            argument.HelpName ??= argument.Name;
            Set(argument, () => argument.CompletionSources, WordsOf(argument.Name, argument.Name));
        }

        foreach (Option option in command.Options)
        {
            Set(option, () => option.CompletionSources, WordsOf(option.Name, option.HelpName ?? string.Empty));
        }

        foreach (Command sub in command.Subcommands)
        {
            AttachTo(sub);
        }
    }

    /// <summary>The words for a name; null where there are none. The name for people tells choices: "table|json|csv|md".</summary>
    private static Func<CompletionContext, IEnumerable<string>>? WordsOf(string name, string shown) =>
        name switch
        {
            "TABLE" or "TABLE|FILE" or "A" or "B" => Tables,
            "SOURCE" => _ => DownloadSources.All.Select(s => s.Name),
            "TEMPLATE" => _ => ScenarioFiles.Templates,
            "TECHNOLOGY" or "--technology" => Technologies,
            "NAME" or "PRODUCT" or "--product" or "--products" => Technologies,
            "--measure" => _ => AccountMeasures.All.Select(m => m.Name),
            "--elasticities" => _ => ElasticitySets.Names,
            "--rule" => _ => DependenceRules.Names,
            "--bloc" or "--as-one" => _ => EconomyLists.Blocs.Select(b => b.Code),
            "--regions-by" => null,
            _ when shown == "NAME|FILE" => _ => ConcordanceLibrary.Embedded.Select(c => c.Name),
            _ when shown.Contains('|', StringComparison.Ordinal) && !shown.Any(char.IsAsciiLetterUpper) => _ => shown.Split('|'),
            _ => null,
        };

    private static void Set(
        Symbol symbol,
        Func<List<Func<CompletionContext, IEnumerable<CompletionItem>>>> sourcesOf,
        Func<CompletionContext, IEnumerable<string>>? words
    )
    {
        if (words is null)
        {
            return;
        }

        // Options that are shared between commands come by more than once, and their list may be read by another tree meanwhile.
        lock (Done)
        {
            if (Done.TryAdd(symbol, symbol))
            {
                List<Func<CompletionContext, IEnumerable<CompletionItem>>> sources = sourcesOf();
                sources.Clear();
                sources.Add(context => words(context).Select(w => new CompletionItem(w)));
            }
        }
    }

    /// <summary>The embedded tables and those of the workspace; a workspace that cannot be read has none to offer.</summary>
    private static IEnumerable<string> Tables(CompletionContext context)
    {
        try
        {
            var library = new TableLibrary(context.ParseResult.GetValue(TableArgument.Workspace));
            return [.. EmbeddedTables.Names, .. library.Workspace.List().Select(t => t.Name)];
        }
        catch (RootscopeException)
        {
            return EmbeddedTables.Names;
        }
    }

    /// <summary>
    /// Technologies by identifier, and where a word was begun by every name and synonym in either language that holds it: "EUV", "光刻机".
    /// Hyphens stand for spaces, as they may wherever a technology is named, so that a shell sees one word.
    /// </summary>
    private static IEnumerable<string> Technologies(CompletionContext context)
    {
        IReadOnlyList<Technology> all = CatalogueLibrary.Read().Technologies;
        string begun = context.WordToComplete.Trim('"', '\'');
        return begun.Length == 0
            ? all.Select(t => t.Id)
            : all.SelectMany(t => t.Called)
                .Where(n => !n.Contains(',', StringComparison.Ordinal))
                .Select(n => n.Replace(' ', '-'))
                .Where(n => n.Contains(begun, StringComparison.OrdinalIgnoreCase))
                .Distinct(StringComparer.OrdinalIgnoreCase);
    }
}
