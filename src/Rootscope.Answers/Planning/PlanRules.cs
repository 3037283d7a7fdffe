using Rootscope.Answers.Questions;
using Rootscope.Catalogue;
using Rootscope.Planning;
using Rootscope.Storage.Formats.Text;
using Rootscope.Storage.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Answers.Planning;

/// <summary>A rule of a plan in words: a technology, a measure, or both, with the least money where some is said.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Technology">Identifier of the technology; null for all.</param>
/// <param name="Measure">The measure; null for all.</param>
/// <param name="Money">The least money; null where none is said. Unit: the currency of the table.</param>
internal sealed record PlanRule(string Text, string? Technology, PlanMeasure? Measure, double? Money)
{
    /// <summary>Whether it is about an item.</summary>
    public bool IsAbout(PlanItem item) =>
        (Measure is null || item.Measure == Measure)
        && (Technology is null || item.Technology.Split('+').Contains(Technology, StringComparer.Ordinal));
}

/// <summary>What a question about a plan names, read before anything is solved.</summary>
/// <param name="Scenarios">The scenarios of its folder; null where they are drawn.</param>
/// <param name="Without">What must not be funded.</param>
/// <param name="Require">What has to be.</param>
internal sealed record PlanRules(
    IReadOnlyList<PlanScenarioFile>? Scenarios,
    IReadOnlyList<PlanRule> Without,
    IReadOnlyList<PlanRule> Require
)
{
    /// <summary>The shares of imports that scenarios name: what is at stake is solved at each of them.</summary>
    public IReadOnlyList<double> Cuts => [.. (Scenarios ?? []).SelectMany(s => s.Cuts).Select(c => c.Share).Distinct()];

    /// <summary>Reads folder, technologies and measures.</summary>
    /// <exception cref="QuestionException">A rule cannot be read, or a scenario comes after the plan.</exception>
    /// <exception cref="UnknownNameException">It names a technology that is not there.</exception>
    /// <exception cref="TableException">There is no such folder, or a file does not fit.</exception>
    public static PlanRules Read(PlanQuestion question, TechnologyCatalogue catalogue)
    {
        IReadOnlyList<PlanScenarioFile>? scenarios = question.Scenarios is { } folder ? PlanScenarioFile.ReadAll(folder) : null;
        PlannedCut[] cuts = [.. (scenarios ?? []).SelectMany(s => s.Cuts)];
        foreach (PlannedCut cut in cuts)
        {
            _ = catalogue.Find(cut.Technology);
        }

        QuestionFault[] late =
        [
            .. from scenario in scenarios ?? []
            from cut in scenario.Cuts
            where cut.Year > question.Horizon
            select new QuestionFault(
                "scenarios",
                $"The scenario {scenario.Name} cuts {cut.Technology} in year {cut.Year}, after the last of the plan, {question.Horizon}.",
                "Give an earlier year, or a longer {horizon}."
            ),
        ];
        return late.Length > 0
            ? throw new QuestionException(late)
            : new PlanRules(
                scenarios,
                [.. question.Without.Select(w => WithoutOf(w, catalogue))],
                [.. question.Require.Select(r => RequireOf(r, catalogue))]
            );
    }

    private static PlanRule WithoutOf(string text, TechnologyCatalogue catalogue) =>
        QuestionWords.PlanMeasures.Find(text) is { } measure ? new PlanRule(text, null, measure, null)
        : text.Split(':', 2) is [{ Length: > 0 } technology, var named]
            ? new PlanRule(text, catalogue.Find(technology).Id, QuestionWords.PlanMeasures.Read("without", named), null)
        : Known(text, catalogue);

    private static PlanRule Known(string text, TechnologyCatalogue catalogue)
    {
        try
        {
            return new PlanRule(text, catalogue.Find(text).Id, null, null);
        }
        catch (UnknownNameException fault)
        {
            throw new QuestionException([
                new QuestionFault(
                    "without",
                    $"{{without}} cannot be {QuestionFault.Quoted(text)}: no measure has that name. {fault.Message}",
                    $"Measures are {string.Join(", ", QuestionWords.PlanMeasures.Words)}."
                ),
            ]);
        }
    }

    private static PlanRule RequireOf(string text, TechnologyCatalogue catalogue)
    {
        string[] sides = text.Split('=', 2, StringSplitOptions.TrimEntries);
        double? money = sides.Length == 2 ? TypedNumber.Find(sides[1]) : null;
        string[] names = sides[0].Split(':', 2, StringSplitOptions.TrimEntries);
        bool isWhole = sides.Length == 2 ? money is > 0 : names.Length == 2;
        return isWhole && names[0].Length > 0
            ? new PlanRule(
                text,
                catalogue.Find(names[0]).Id,
                names.Length == 2 ? QuestionWords.PlanMeasures.Read("require", names[1]) : null,
                money
            )
            : throw new QuestionException([
                new QuestionFault(
                    "require",
                    $"{{require}} cannot be {QuestionFault.Quoted(text)}.",
                    "Write technology and measure, such as {require=logic_chips:stockpile}, the least money as well, such as "
                        + "{require=logic_chips:stockpile=5e9}, or that of a technology, such as {require=logic_chips=5e9}."
                ),
            ]);
    }
}
