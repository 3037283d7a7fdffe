using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Scenarios;
using Rootscope.Cli.Output;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Shocks.Scenarios.Draws;

namespace Rootscope.Cli.Shock;

/// <summary>What lenses say about a scenario, as rows; docs/schema/shock.md describes them.</summary>
internal static class ShockReport
{
    public static Report Of(ScenarioResult result, ScenarioView view, ShockOrigin origin) =>
        new Report<ScenarioLine>(
            "shock",
            ScenarioColumns.All,
            new ScenarioLines(result, view).All(),
            new Provenance
            {
                Command = "shock run",
                Table = result.Table.Source,
                Question = origin.Study.Question,
                Steps = origin.Study.Economy.Steps,
                Options = [.. OptionsOf(result.Scenario, origin), new("lens", string.Join(' ', result.Lenses.Select(l => l.Lens.Word)))],
                Notes =
                [
                    .. origin.Notes,
                    .. result.Notes,
                    .. result.Lenses.SelectMany(l => l.Figures.Notes).Distinct(StringComparer.Ordinal),
                    .. result.Bands is { } bands ? OnBands(result, bands) : [],
                ],
            }
        )
        {
            ForPeople = [.. new ShockSections(result, view).All()],
            Remarks = [.. ShockWords.Of(result)],
        };

    /// <summary>What bands are of, and draws in which a lens had none.</summary>
    private static IEnumerable<string> OnBands(ScenarioResult result, ScenarioBands bands)
    {
        string draws = string.Create(CultureInfo.InvariantCulture, $"{bands.Options.Draws} draws (seed {bands.Options.Seed})");
        yield return $"Bands hold nine tenths of {draws} of the sizes of shocks, of elasticities and of days of stock, and of nothing "
            + "else: recipes, the table and the models are taken as given.";
        foreach ((int i, LensResult lens) in result.Lenses.Index())
        {
            if (bands.Lenses[i].Undefined is > 0 and { } missing)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"In {missing} of {bands.Options.Draws} draws the lens {lens.Lens.Word} has no figures; its bands leave them out."
                );
            }
        }
    }

    /// <summary>What shaped the figures.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OptionsOf(Scenario scenario, ShockOrigin origin) =>
        [
            new("file", origin.File),
            new("scenario", scenario.ContentHash),
            new("elasticities", scenario.Elasticities.Name),
            new("ratings", scenario.Elasticities.RatedBy ?? "off"),
            new("capital", QuestionWords.Capitals.WordOf(origin.Study.Economy.Question.Capital)),
            new("bridge", origin.Study.Made.Bridge?.Name ?? EconomyQuestion.None),
            .. scenario.Essentiality is { } ratings ? new[] { new KeyValuePair<string, string>("essentiality", ratings.Name) } : [],
        ];

    /// <summary>The lens whose figures say most: the one with the most adjustment that has any.</summary>
    public static LensResult? Fullest(ScenarioResult result) => result.Lenses.LastOrDefault(l => l.HasFigures);
}
