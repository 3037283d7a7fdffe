using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Scenarios;
using Rootscope.Cli.Output;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Cli.Shock;

/// <summary>Loss against an elasticity: as data a row a point and region, for people a row an elasticity and a column a region.</summary>
internal static class ShockSweepReport
{
    private const int MostColumns = 6;

    /// <summary>A curve whose ends differ by more than this factor is called steep.</summary>
    private const double Decisive = 2;

    public static Report Of(SweepAnswer answer, ScenarioView view, ShockOrigin origin)
    {
        (Scenario scenario, Nest nest) = (answer.Scenario, answer.Nest);
        ScenarioEconomy economy = origin.Study.Made;
        SectorIndex sectors = economy.Source.Sectors;
        bool one = sectors.Regions.Count == 1;
        IReadOnlyList<RegionNumber> named = ScenarioTable.Of(scenario, economy).RegionsNamedBy(scenario);
        SweepPoint[] shown = [.. answer.Points.Where(p => p.Region < 0 ? !one && view.Regions.Count == 0 : view.Shows(p.Region))];
        return new Report<SweepPoint>(
            "shock-sweep",
            Columns(sectors, nest),
            shown,
            new Provenance
            {
                Command = "shock run --sweep",
                Table = economy.Source,
                Question = answer.Question,
                Steps = origin.Study.Economy.Steps,
                Options =
                [
                    .. ShockReport.OptionsOf(scenario, origin),
                    new("lens", SweepAnswer.Lens.Word),
                    new("sweep", QuestionWords.SweptNests.WordOf(nest)),
                ],
                Notes =
                [
                    .. origin.Notes,
                    .. economy.Notes,
                    .. nest == Nest.DomesticImported && !one
                        ? (string[])
                            [
                                "Well below 1 among origins an economy can have several equilibria; the one that is found from the "
                                    + "base is shown.",
                            ]
                        : [],
                ],
            }
        )
        {
            ForPeople = [ToSection(scenario, sectors, nest, shown, named)],
            Remarks =
            [
                "Losses are in % of a year's real final spending; an elasticity is by how many % the ratio of two inputs moves as their "
                    + "prices' ratio moves by 1%.",
                .. InWords(sectors, nest, shown, named),
            ],
        };
    }

    private static IReadOnlyList<Column<SweepPoint>> Columns(SectorIndex sectors, Nest nest) =>
        [
            new(
                "nest",
                string.Empty,
                "The nest whose elasticity is swept.",
                ColumnStyle.Text,
                null,
                _ => QuestionWords.SweptNests.WordOf(nest)
            ),
            new(
                "elasticity",
                "none",
                "The elasticity of substitution; 0 is Leontief, 1 Cobb-Douglas.",
                ColumnStyle.Number,
                null,
                p => p.Elasticity
            ),
            new(
                "region",
                string.Empty,
                "Code of the region; all for all regions together.",
                ColumnStyle.Text,
                null,
                p => Code(sectors, p.Region)
            ),
            new("regionName", string.Empty, "Name of the region.", ColumnStyle.Text, null, p => Named(sectors, p.Region)),
            new(
                "loss",
                "share",
                "Loss of real final spending, below 0 for a gain; null where there are no figures.",
                ColumnStyle.Share,
                null,
                p => p.Loss
            ),
            new(
                "status",
                string.Empty,
                "ok, partial, infeasible, collapse, not-converged or not-represented.",
                ColumnStyle.Text,
                null,
                p => p.Status
            ),
        ];

    /// <summary>All regions together, then those that the scenario names, then those with the steepest curves.</summary>
    private static Section ToSection(
        Scenario scenario,
        SectorIndex sectors,
        Nest nest,
        SweepPoint[] shown,
        IReadOnlyList<RegionNumber> named
    )
    {
        int[] columns = [.. Ordered(shown, named).Take(MostColumns).Select(s => s.Region)];
        int drawn = columns.FirstOrDefault(c => c >= 0, columns[0]);
        return Section.Of<IGrouping<double, SweepPoint>>(
            $"{scenario.Name}: loss of real final spending against the elasticity of {QuestionWords.SweptNests.WordOf(nest)}",
            [
                new("elasticity", "none", string.Empty, ColumnStyle.Text, "elasticity", g => g.Key.ToString(CultureInfo.InvariantCulture)),
                .. columns.Select(r => new Column<IGrouping<double, SweepPoint>>(
                    Code(sectors, r),
                    "share",
                    string.Empty,
                    ColumnStyle.Share,
                    $"{Named(sectors, r)} loses",
                    g => g.First(p => p.Region == r).Loss
                )
                {
                    IsLoss = true,
                }),
                new(
                    "curve",
                    string.Empty,
                    string.Empty,
                    ColumnStyle.Text,
                    $"curve of {Named(sectors, drawn)}{(shown.Any(p => p.Loss < 0) ? " (░ is a gain)" : string.Empty)}",
                    g => Bar(shown, g, drawn)
                ),
                new("status", string.Empty, string.Empty, ColumnStyle.Text, "status", g => g.First().Status),
            ],
            shown.GroupBy(p => p.Elasticity)
        );
    }

    private static IEnumerable<(RegionNumber Region, double Span)> Ordered(SweepPoint[] shown, IReadOnlyList<RegionNumber> named) =>
        Spans(shown)
            .OrderByDescending(s => s.Region < 0)
            .ThenBy(s => named.Contains(s.Region) ? named.ToList().IndexOf(s.Region) : int.MaxValue)
            .ThenByDescending(s => s.Span);

    private static IEnumerable<(RegionNumber Region, double Span)> Spans(SweepPoint[] shown) =>
        shown.GroupBy(p => p.Region).Select(g => (g.Key, (g.Max(p => p.Loss) ?? 0) - (g.Min(p => p.Loss) ?? 0)));

    private static string? Bar(SweepPoint[] shown, IEnumerable<SweepPoint> at, int region)
    {
        const int Longest = 40;
        double most = shown.Where(p => p.Region == region).Max(p => Math.Abs(p.Loss ?? 0));
        return at.First(p => p.Region == region).Loss is { } loss && most > 0
            ? new string(loss < 0 ? '░' : '█', (int)Math.Round(Longest * Math.Abs(loss) / most))
            : null;
    }

    private static IEnumerable<string> InWords(SectorIndex sectors, Nest nest, SweepPoint[] shown, IReadOnlyList<RegionNumber> named)
    {
        if (Ordered(shown, named).FirstOrDefault(s => s.Region >= 0) is not { Span: > 0 } steepest)
        {
            yield break;
        }

        SweepPoint[] curve = [.. shown.Where(p => p.Region == steepest.Region && p.Loss is not null)];
        double least = curve.Min(p => p.Loss!.Value);
        double most = curve.Max(p => p.Loss!.Value);
        bool decides =
            least * most <= 0 || Math.Max(Math.Abs(least), Math.Abs(most)) > Decisive * Math.Min(Math.Abs(least), Math.Abs(most));
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"In words: {SpokenName.Of(sectors.Regions[steepest.Region].Name)} {Verb(curve[0])} at an elasticity of "
                + $"{curve[0].Elasticity} and {Verb(curve[^1])} at {curve[^1].Elasticity}: "
        )
            + (
                decides
                    ? $"the answer is steep in {QuestionWords.SweptNests.WordOf(nest)}."
                    : $"the answer depends little on {QuestionWords.SweptNests.WordOf(nest)}."
            );
    }

    private static string Verb(SweepPoint point) =>
        $"{(point.Loss < 0 ? "gains" : "loses")} {CellText.ForPeople(Math.Abs(point.Loss!.Value), ColumnStyle.Share)}";

    private static string Named(SectorIndex sectors, int region) => region < 0 ? "all regions" : sectors.Regions[region].Name;

    private static string Code(SectorIndex sectors, int region) => region < 0 ? "all" : sectors.Regions[region].Code;
}
