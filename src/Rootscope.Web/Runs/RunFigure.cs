using System.Globalization;
using Rootscope.Answers.Pictures.Scenarios;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Scenarios;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Runs;

/// <summary>What a scenario costs each region, by lens.</summary>
internal static class RunFigure
{
    /// <summary>Draws a run.</summary>
    /// <param name="id">Its hash.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="economies">What industries are called.</param>
    /// <param name="tongue">The page's language.</param>
    public static Figure Of(string id, ScenarioAnswer answer, SiteAnswers economies, Tongue tongue)
    {
        ScenarioResult result = answer.Result;
        FlowTable table = result.Table.Source;
        LensResult[] lenses = [.. result.Lenses.Where(l => l.HasFigures)];
        int[] regions = [.. Enumerable.Range(0, table.Sectors.Regions.Count).OrderByDescending(r => Largest(lenses, r)).ThenBy(r => r)];
        string title = ForeignText.Contained(result.Scenario.Name, ScenarioRunState.LongestName);
        string sentence = Sentence(result, lenses, regions, tongue);
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
                    Title = title,
                    Sentence = sentence,
                    Table = table,
                    Question = answer.Study.Question,
                    Steps = answer.Study.Economy.Steps,
                    ContentHash = result.Scenario.ContentHash,
                    Notes = [.. answer.Study.Reading.Notes, .. result.Notes],
                }
            ),
            Sheet =
                lenses.Length == 0
                    ? null
                    : format =>
                        ScenarioPictures.Of(
                            ScenarioPicture.All,
                            result,
                            StakeBarsFigure.FrameOf(title, sentence, table, tongue),
                            WordsOf(table, economies, tongue),
                            format
                        ),
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
        Phrase name = EconomyNames.Of(result.Table.Source.Sectors.Regions[worst]);
        double loss = (LossOf(last, worst) ?? 0) * 100;
        string size = Math.Abs(loss).ToString("0.####", CultureInfo.InvariantCulture);
        Phrase measure = MeasureOf(last.Lens);
        var of = new Phrase($"its {measure.English}", measure.Chinese);
        string lens = Phrases.LensCalled(last.Lens.Word).Chinese;
        Phrase sentence = (loss >= 0, regions.Length > 1) switch
        {
            (true, true) => new Phrase(
                $"Under the lens '{last.Lens.Word}' {name.English} loses most: {size}% of {of.English}.",
                $"在“{lens}”下，{name.Chinese} 损失最大：占其{of.Chinese}的 {size}%。"
            ),
            (true, false) => new Phrase(
                $"Under the lens '{last.Lens.Word}' {name.English} loses {size}% of {of.English}.",
                $"在“{lens}”下，{name.Chinese} 损失其{of.Chinese}的 {size}%。"
            ),
            (false, true) => new Phrase(
                $"Under the lens '{last.Lens.Word}' nobody loses; {name.English} gains least: {size}% of {of.English}.",
                $"在“{lens}”下无人受损；{name.Chinese} 获益最少：占其{of.Chinese}的 {size}%。"
            ),
            (false, false) => new Phrase(
                $"Under the lens '{last.Lens.Word}' {name.English} gains {size}% of {of.English}.",
                $"在“{lens}”下，{name.Chinese} 获益为其{of.Chinese}的 {size}%。"
            ),
        };
        return sentence[tongue];
    }

    private static ScenarioPictureWords WordsOf(FlowTable table, SiteAnswers economies, Tongue tongue) =>
        new()
        {
            Lens = lens => Phrases.LensCalled(lens)[tongue],
            Measures = lens => MeasureOf(lens)[tongue],
            OfOutput = _ => new Phrase("fall of output", "产出下降")[tongue],
            AllRegions = new Phrase("all regions", "所有地区")[tongue],
            Loses = new Phrase("loses", "损失")[tongue],
            Gains = new Phrase("gains", "获益")[tongue],
            Losses = new Phrase("Who loses what, under each lens on a scale of its own", "各模型下谁损失多少（各用各的刻度）")[tongue],
            SectorsByLens = new Phrase("Whose output changes most", "产出变化最大者")[tongue],
            Course = new Phrase("Month by month", "逐月")[tongue],
            CourseAxis = new Phrase("lost in the month, % of value added", "当月损失，占增加值 %")[tongue],
            MonthsAxis = new Phrase("months", "月")[tongue],
            Sectors = new Phrase("Output by sector and month", "各部门逐月产出")[tongue],
            Falls = new Phrase("less is made", "减产")[tongue],
            Rises = new Phrase("more is made", "增产")[tongue],
            Region = region => EconomyNames.Of(region)[tongue],
            Industry = industry => BriefName.Of(ProductNames.Of(table, industry)[tongue]),
            Tip = (sector, month, change) => new Phrase($"{sector}, month {month}: {change}", $"{sector}，第 {month} 月：{change}")[tongue],
        };

    /// <summary>What a lens measures a loss of.</summary>
    private static Phrase MeasureOf(ILens lens) => new(lens.LossOf, lens.LossOf == "value added" ? "增加值" : "实际最终支出");

    private static double Largest(LensResult[] lenses, int region) =>
        lenses.Select(l => Math.Abs(LossOf(l, region) ?? 0)).DefaultIfEmpty(0).Max();

    private static double? LossOf(LensResult lens, int region) => lens.Figures.Regions.FirstOrDefault(r => r.Region == region)?.Loss;

    private static string Camel(string word)
    {
        string[] parts = word.Split('-');
        return parts[0] + string.Concat(parts.Skip(1).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
    }
}
