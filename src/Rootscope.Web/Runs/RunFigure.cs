using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.Scenarios;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Runs;

/// <summary>What a scenario costs each region, by lens.</summary>
internal static class RunFigure
{
    private const int RegionsDrawn = 15;

    /// <summary>Below this nothing is drawn. Unit: share.</summary>
    private const double WorthDrawing = 1e-7;

    public static Figure Of(string id, ScenarioAnswer answer, Tongue tongue)
    {
        ScenarioResult result = answer.Result;
        FlowTable table = result.Table.Source;
        LensResult[] lenses = [.. result.Lenses.Where(l => l.HasFigures)];
        int[] regions = [.. Enumerable.Range(0, table.Sectors.Regions.Count).OrderByDescending(r => Largest(lenses, r)).ThenBy(r => r)];
        return new Figure
        {
            Id = $"run-{id}",
            Address = $"/runs/{id}",
            Report = new Report<ScenarioLine>(
                "run-losses",
                [
                    ScenarioColumns.Region with
                    {
                        Meaning = "Code of the region.",
                        Heading = Phrases.Region[tongue],
                    },
                    ScenarioColumns.RegionName with
                    {
                        Name = "name",
                        Meaning = "Its name.",
                        Heading = Phrases.Name[tongue],
                    },
                    .. lenses.Select(l => ScenarioColumns.LossUnder(l, Camel(l.Lens.Word), Phrases.LensCalled(l.Lens)[tongue])),
                ],
                regions.Select(r => ScenarioLine.At(table.Sectors, r)),
                new Provenance
                {
                    Title = ForeignText.Contained(result.Scenario.Name, ScenarioRunState.LongestName),
                    Sentence = Sentence(result, lenses, regions, tongue),
                    Table = table,
                    Question = answer.Study.Question,
                    Steps = answer.Study.Economy.Steps,
                    ContentHash = result.Scenario.ContentHash,
                }
            ),
            Option = Option(table, lenses, [.. regions.Where(r => Largest(lenses, r) > WorthDrawing).Take(RegionsDrawn).Reverse()], tongue),
        };
    }

    private static string Sentence(ScenarioResult result, LensResult[] lenses, int[] regions, Tongue tongue)
    {
        if (lenses.Length == 0)
        {
            return new Phrase("No lens has a figure for this scenario; the reasons stand below.", "没有模型能给出数值；原因见下。")[tongue];
        }

        LensResult last = lenses[^1];
        int worst = regions.MaxBy(r => LossOf(last, r) ?? double.NegativeInfinity);
        string name = result.Table.Source.Sectors.Regions[worst].Name;
        double loss = (LossOf(last, worst) ?? 0) * 100;
        string size = Math.Abs(loss).ToString("0.####", CultureInfo.InvariantCulture);
        string lens = Phrases.LensCalled(last.Lens.Word).Chinese;
        Phrase sentence = (loss >= 0, regions.Length > 1) switch
        {
            (true, true) => new Phrase(
                $"Under the lens '{last.Lens.Word}' {name} loses most: {size}% of what it spends.",
                $"在“{lens}”下，{name} 损失最大：占其支出的 {size}%。"
            ),
            (true, false) => new Phrase(
                $"Under the lens '{last.Lens.Word}' {name} loses {size}% of what it spends.",
                $"在“{lens}”下，{name} 损失其支出的 {size}%。"
            ),
            (false, true) => new Phrase(
                $"Under the lens '{last.Lens.Word}' nobody loses; {name} gains least: {size}% of what it spends.",
                $"在“{lens}”下无人受损；{name} 获益最少：占其支出的 {size}%。"
            ),
            (false, false) => new Phrase(
                $"Under the lens '{last.Lens.Word}' {name} gains {size}% of what it spends.",
                $"在“{lens}”下，{name} 获益为其支出的 {size}%。"
            ),
        };
        return sentence[tongue];
    }

    private static JsonObject Option(FlowTable table, LensResult[] lenses, int[] regions, Tongue tongue) =>
        new()
        {
            ["xAxis"] = new JsonObject
            {
                ["type"] = "value",
                ["name"] = new Phrase("loss, %", "损失 %")[tongue],
                ["nameLocation"] = "middle",
                ["nameGap"] = 34,
            },
            ["yAxis"] = new JsonObject
            {
                ["type"] = "category",
                ["data"] = new JsonArray([.. regions.Select(r => (JsonNode)table.Sectors.Regions[r].Code)]),
            },
            ["series"] = new JsonArray([
                .. lenses.Select(
                    (l, i) =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["type"] = "bar",
                                ["name"] = Phrases.LensCalled(l.Lens.Word)[tongue],
                                ["tint"] = ((string[])["information", "energy", "matter", "space", "life"])[i % 5],
                                ["data"] = new JsonArray([
                                    .. regions.Select(r => LossOf(l, r) is { } loss ? (JsonNode)(loss * 100) : null),
                                ]),
                            }
                ),
            ]),
        };

    private static double Largest(LensResult[] lenses, int region) =>
        lenses.Select(l => Math.Abs(LossOf(l, region) ?? 0)).DefaultIfEmpty(0).Max();

    private static double? LossOf(LensResult lens, int region) => lens.Figures.Regions.FirstOrDefault(r => r.Region == region)?.Loss;

    private static string Camel(string word)
    {
        string[] parts = word.Split('-');
        return parts[0] + string.Concat(parts.Skip(1).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
    }
}
