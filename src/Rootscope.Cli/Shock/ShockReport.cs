using Rootscope.Answers.Questions;
using Rootscope.Cli.Output;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Cli.Shock;

/// <summary>What lenses say about a scenario, as rows; docs/schema/shock.md describes them.</summary>
internal static class ShockReport
{
    public static Report Of(ScenarioResult result, ShockView view, ShockOrigin origin)
    {
        var rows = new ShockRows(result, view);
        return new Report
        {
            Kind = "shock",
            Columns = ShockColumns.Of(result.Table.Source.Metadata.Unit),
            Rows = [.. rows.All()],
            ForPeople = [.. new ShockSections(result, view).All()],
            Provenance = new Provenance
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
                ],
            },
            Remarks = [.. ShockWords.Of(result)],
        };
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

    /// <summary>Regions with figures, in the order asked for.</summary>
    public static IEnumerable<RegionOutcome> Sorted(IEnumerable<RegionOutcome> regions, ShockView view) =>
        view.Sort switch
        {
            ShockSort.Gain => regions.OrderBy(r => r.Loss),
            ShockSort.Money => regions.OrderByDescending(r => r.Money),
            ShockSort.Output => regions.OrderBy(r => r.OutputChange ?? 0),
            ShockSort.Table => regions,
            _ => regions.OrderByDescending(r => r.Loss),
        };

    /// <summary>The lens whose figures say most: the one with the most adjustment that has any.</summary>
    public static LensResult? Fullest(ScenarioResult result) => result.Lenses.LastOrDefault(l => l.HasFigures);

    /// <summary>A sector's region and industry.</summary>
    public static (Region Region, Industry Industry) PlaceOf(ScenarioResult result, int sector)
    {
        SectorIndex sectors = result.Table.Table.Sectors;
        return (sectors.RegionOf(new(sector)), sectors.IndustryOf(new(sector)));
    }
}
