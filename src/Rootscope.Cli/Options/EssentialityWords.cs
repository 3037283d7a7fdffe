using System.CommandLine;
using Rootscope.Answers.Questions;
using Rootscope.Shocks.Lenses;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Cli.Options;

/// <summary>How essential inputs are, as commands take it: embedded ratings, one rating for all, or a file.</summary>
internal static class EssentialityWords
{
    public const string AllEssential = CascadeQuestion.AllEssential;
    public const string AllImportant = CascadeQuestion.AllImportant;

    /// <summary>The lenses that ask for ratings, by their words.</summary>
    public static string Lenses => string.Join(" or ", LensRegistry.Default.All.Where(l => l.Cuts.UsesEssentiality).Select(l => l.Word));

    /// <summary>The option of commands whose cascades run over a table.</summary>
    public static Option<string> ForTables() =>
        new("--essentiality")
        {
            Description =
                $"How essential inputs are under the lens {Lenses}: '{AllImportant}' (each by its share of all cost), '{AllEssential}', "
                + $"'{EssentialityReader.EmbeddedName}' (for industries with NACE codes), "
                + "or a CSV file with supplier industries down and buyer industries across (2 essential, 1 important, 0 negligible). "
                + $"Default: {AllImportant}.",
            HelpName = $"FILE|{EssentialityReader.EmbeddedName}|{AllImportant}|{AllEssential}",
            DefaultValueFactory = _ => AllImportant,
        };
}
