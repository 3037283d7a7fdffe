using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.Scenarios;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;
using Rootscope.Web.Requests;
using Rootscope.Web.Runs;

namespace Rootscope.Web.Sections.Compare;

/// <summary>What two scenarios cost each region, by the lenses that have figures for both.</summary>
internal static class CompareRunsFigure
{
    private const int RegionsDrawn = 12;

    /// <summary>Below this nothing is drawn. Unit: share.</summary>
    private const double WorthDrawing = 1e-7;

    public static Figure Of(ComparedRuns runs, Tongue tongue)
    {
        (ScenarioResult first, ScenarioResult second) = (runs.First!.Result!, runs.Second!.Result!);
        (string a, string b) = (
            ForeignText.Contained(first.Scenario.Name, ScenarioRunState.LongestName),
            ForeignText.Contained(second.Scenario.Name, ScenarioRunState.LongestName)
        );
        (a, b) = a == b ? ($"{a} ({runs.FirstId[..8]})", $"{b} ({runs.SecondId[..8]})") : (a, b);
        ComparedLoss[] rows = [.. ScenarioComparison.Of(first, second)];
        string drawn = rows.LastOrDefault()?.Lens ?? string.Empty;
        TableMetadata[] tables = [.. new[] { first, second }.Select(r => r.Table.Source.Metadata).DistinctBy(m => m.Id)];
        return new Figure
        {
            Id = "compare-runs",
            Address = "/compare/runs",
            Query = [new("first", runs.FirstId), new("second", runs.SecondId)],
            Report = new Report<ComparedLoss>(
                "compare-runs",
                [
                    ScenarioComparison.Lens with
                    {
                        Heading = Phrases.Lens[tongue],
                        Value = r => Phrases.LensCalled(r.Lens)[tongue],
                    },
                    ScenarioComparison.Region with
                    {
                        Heading = Phrases.Region[tongue],
                    },
                    ScenarioComparison.Name with
                    {
                        Heading = Phrases.Name[tongue],
                        Value = r => EconomyNames.Of(r.Region)[tongue],
                    },
                    ScenarioComparison.First with
                    {
                        Heading = a,
                    },
                    ScenarioComparison.Second with
                    {
                        Heading = b,
                    },
                    ScenarioComparison.Difference with
                    {
                        Heading = new Phrase("Difference", "差")[tongue],
                    },
                ],
                rows,
                new Provenance
                {
                    Title = new Phrase($"{a} and {b}", $"{a} 与 {b}")[tongue],
                    Sentence = Sentence([.. rows.Where(r => r.Lens == drawn)], drawn, tongue),
                    Source = string.Join("; ", tables.Select(t => $"{t.Source} ({t.Year})")),
                    Licence = string.Join("; ", tables.Select(t => t.Licence).Distinct()),
                    ContentHash = Digest.Of(runs.FirstId + runs.SecondId),
                }
            ),
            Option = Option([.. rows.Where(r => r.Lens == drawn && r.Size > WorthDrawing).Take(RegionsDrawn).Reverse()], (a, b), tongue),
        };
    }

    private static string Sentence(ComparedLoss[] rows, string lens, Tongue tongue)
    {
        ComparedLoss? most = rows.Where(r => r.Difference is not null).MaxBy(r => Math.Abs(r.Difference!.Value));
        if (most is null)
        {
            return new Phrase("No lens has figures for both scenarios of one region.", "没有模型对两个情景的同一地区都有数值。")[tongue];
        }

        static string Percent(double? share) => Math.Abs(share!.Value * 100).ToString("0.####", CultureInfo.InvariantCulture);
        static Phrase What(double? share) =>
            share < 0
                ? new($"gains {Percent(share)}%", $"得益 {Percent(share)}%")
                : new($"loses {Percent(share)}%", $"损失 {Percent(share)}%");
        return new Phrase(
            $"Under the lens '{lens}' the two differ most for {EconomyNames.Of(most.Region).English}: it {What(most.First).English} "
                + $"under the first and {What(most.Second).English} under the second.",
            $"在“{Phrases.LensCalled(lens).Chinese}”下，两者对{EconomyNames.Of(most.Region).Chinese}差异最大："
                + $"第一个情景{What(most.First).Chinese}，第二个{What(most.Second).Chinese}。"
        )[tongue];
    }

    private static JsonObject Option(ComparedLoss[] rows, (string First, string Second) names, Tongue tongue) =>
        new()
        {
            ["xAxis"] = FigureAxes.Value(new Phrase("loss, %", "损失 %")[tongue]),
            ["yAxis"] = FigureAxes.Names(rows.Select(r => EconomyNames.Of(r.Region)[tongue])),
            ["series"] = new JsonArray(
                FigureAxes.Bars(names.First, "information", rows.Select(r => r.First * 100)),
                FigureAxes.Bars(names.Second, "energy", rows.Select(r => r.Second * 100))
            ),
        };
}
