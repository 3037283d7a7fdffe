using System.Globalization;
using System.Text.Json.Nodes;
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

    /// <summary>One region under one lens in both runs; a loss is a share.</summary>
    private sealed record Row(Region Region, string Lens, double? First, double? Second)
    {
        public double? Difference => Second - First;

        public double Size => Math.Max(Math.Abs(First ?? 0), Math.Abs(Second ?? 0));
    }

    public static Figure Of(ComparedRuns runs, Tongue tongue)
    {
        (ScenarioResult first, ScenarioResult second) = (runs.First!.Result!, runs.Second!.Result!);
        (string a, string b) = (
            ForeignText.Contained(first.Scenario.Name, ScenarioRunState.LongestName),
            ForeignText.Contained(second.Scenario.Name, ScenarioRunState.LongestName)
        );
        (a, b) = a == b ? ($"{a} ({runs.FirstId[..8]})", $"{b} ({runs.SecondId[..8]})") : (a, b);
        string[] lenses =
        [
            .. first
                .Lenses.Where(l => l.HasFigures)
                .Select(l => l.Lens.Word)
                .Where(w => second.Lenses.Any(l => l.HasFigures && l.Lens.Word == w)),
        ];
        Row[] rows =
        [
            .. lenses
                .SelectMany(l => Rows(first, second, l))
                .OrderBy(r => Array.IndexOf(lenses, r.Lens))
                .ThenByDescending(r => r.Size)
                .ThenBy(r => r.Region.Code, StringComparer.Ordinal),
        ];
        string drawn = lenses.LastOrDefault() ?? string.Empty;
        TableMetadata[] tables = [.. new[] { first, second }.Select(r => r.Table.Source.Metadata).DistinctBy(m => m.Id)];
        return new Figure
        {
            Id = "compare-runs",
            Address = "/compare/runs",
            Query = [new("first", runs.FirstId), new("second", runs.SecondId)],
            Report = new Report<Row>(
                "compare-runs",
                [
                    new(
                        "lens",
                        string.Empty,
                        "The model.",
                        ColumnStyle.Text,
                        Phrases.Lens[tongue],
                        r => Phrases.LensCalled(r.Lens)[tongue]
                    ),
                    new("region", string.Empty, "Code of the region.", ColumnStyle.Text, Phrases.Region[tongue], r => r.Region.Code),
                    new("name", string.Empty, "Its name.", ColumnStyle.Text, Phrases.Name[tongue], r => EconomyNames.Of(r.Region)[tongue]),
                    new(
                        "firstLoss",
                        "share",
                        "Loss under the first scenario: share of real final spending, or of value added under extraction; below 0 where "
                            + "the region gains.",
                        ColumnStyle.Share,
                        a,
                        r => r.First
                    ),
                    new("secondLoss", "share", "Loss under the second scenario.", ColumnStyle.Share, b, r => r.Second),
                    new(
                        "difference",
                        "share",
                        "The second less the first.",
                        ColumnStyle.Share,
                        new Phrase("Difference", "差")[tongue],
                        r => r.Difference
                    ),
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

    private static IEnumerable<Row> Rows(ScenarioResult first, ScenarioResult second, string lens)
    {
        Dictionary<string, double?> before = Losses(first, lens);
        Dictionary<string, double?> after = Losses(second, lens);
        return first
            .Table.Source.Sectors.Regions.Concat(second.Table.Source.Sectors.Regions)
            .DistinctBy(r => r.Code)
            .Select(r => new Row(r, lens, before.GetValueOrDefault(r.Code), after.GetValueOrDefault(r.Code)));
    }

    private static Dictionary<string, double?> Losses(ScenarioResult result, string lens)
    {
        IReadOnlyList<Region> regions = result.Table.Source.Sectors.Regions;
        return result
            .Lenses.First(l => l.Lens.Word == lens)
            .Figures.Regions.ToDictionary(r => regions[r.Region].Code, r => (double?)r.Loss, StringComparer.Ordinal);
    }

    private static string Sentence(Row[] rows, string lens, Tongue tongue)
    {
        Row? most = rows.Where(r => r.Difference is not null).MaxBy(r => Math.Abs(r.Difference!.Value));
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

    private static JsonObject Option(Row[] rows, (string First, string Second) names, Tongue tongue) =>
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
