using Rootscope.Answers.Questions;
using Rootscope.Storage;
using Rootscope.Web.Addresses;
using Rootscope.Web.Language;

namespace Rootscope.Web.Runs;

/// <summary>One choice of how the economy of a run is made.</summary>
/// <param name="Name">Its name in forms, addresses and tools: that of the question's option.</param>
/// <param name="Meaning">What it says, in a sentence.</param>
/// <param name="Called">What people see beside it.</param>
/// <param name="Words">The words that it takes, the first of which holds unless another is given.</param>
/// <param name="With">A question with another word.</param>
internal sealed record RunOption(
    string Name,
    string Meaning,
    Phrase Called,
    IReadOnlyList<string> Words,
    Func<ScenarioQuestion, string, ScenarioQuestion> With
);

/// <summary>How the economy that a scenario happens to is made: the choices of the lab, of the API and of tools.</summary>
/// <remarks>Bridges are taken by name: whoever sends a run names no file of this machine.</remarks>
internal static class RunOptions
{
    public static IReadOnlyList<RunOption> All { get; } =
    [
        new(
            "capital",
            "Whether the yearly use of capital goods counts among inputs.",
            new("Use of capital goods", "资本品使用"),
            QuestionWords.Capitals.Words,
            (q, w) => q with { Capital = QuestionWords.Capitals.Read("capital", w) }
        ),
        new(
            "technologies",
            "How technologies that the scenario names are split off their industries: by the table's own bridge (auto), by a named "
                + "bridge, as the reference has them, or not at all (none).",
            new("Split technologies off by", "技术拆分"),
            [EconomyQuestion.Auto, EconomyQuestion.Reference, EconomyQuestion.None, .. BridgeLibrary.Names],
            (q, w) => q with { Technologies = w }
        ),
        new(
            "ratings",
            "Whether products differ in elasticity by how hard they are to replace.",
            new("Ratings of products", "产品评级"),
            QuestionWords.Ratings.Words,
            (q, w) => q with { Ratings = QuestionWords.Ratings.Read("ratings", w) }
        ),
    ];

    /// <summary>The question of a scenario's text under the choices that were given.</summary>
    /// <param name="text">The scenario.</param>
    /// <param name="given">The word of an option; empty or null where none was given.</param>
    /// <exception cref="QuestionException">A word is none of those that its option takes; all of them are told.</exception>
    public static ScenarioQuestion Read(string text, Func<string, string?> given)
    {
        (RunOption Option, string Word)[] words =
        [
            .. All.Select(o => (Option: o, Word: given(o.Name) ?? string.Empty)).Where(o => o.Word.Length > 0),
        ];
        QuestionFault[] faults =
        [
            .. words
                .Where(o => !o.Option.Words.Contains(o.Word, StringComparer.Ordinal))
                .Select(o => QuestionFault.UnknownWord(o.Option.Name, o.Word, o.Option.Words)),
        ];
        return faults.Length > 0
            ? throw new QuestionException(faults)
            : words.Aggregate(new ScenarioQuestion(text.ReplaceLineEndings("\n")), (q, o) => o.Option.With(q, o.Word));
    }

    /// <summary>The word that a question has for an option.</summary>
    public static string WordOf(ScenarioQuestion question, RunOption option) =>
        (string)question.Values().Single(v => v.Key == option.Name).Value!;
}

/// <summary>The choices as fields of a query.</summary>
internal sealed class RunQuery : ITakesQuery
{
    public static IReadOnlyList<QueryField> Fields { get; } = [.. RunOptions.All.Select(o => new QueryField(o.Name) { Words = o.Words })];
}
