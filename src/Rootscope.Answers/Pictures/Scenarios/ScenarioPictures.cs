using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Shocks.Scenarios.Draws;
using Rootscope.Tables;

namespace Rootscope.Answers.Pictures.Scenarios;

/// <summary>Which picture of a scenario.</summary>
internal enum ScenarioPicture
{
    /// <summary>All that there is to draw, one below the other.</summary>
    All,

    /// <summary>What regions lose under every lens.</summary>
    Losses,

    /// <summary>How output of the sectors that are moved most changes under every lens.</summary>
    Sectors,

    /// <summary>What regions lose month by month.</summary>
    Course,

    /// <summary>Output of sectors by month.</summary>
    Months,
}

/// <summary>Pictures of what a scenario costs: by lens and region, over time, by sector and month.</summary>
internal static class ScenarioPictures
{
    private const int RegionsDrawn = 12;
    private const int LinesDrawn = 5;
    private const int SectorsDrawn = 12;
    private const double Between = 30;

    /// <summary>A region whose largest loss is below this is not worth a row. Unit: share.</summary>
    private const double WorthDrawing = 1e-7;

    /// <summary>The pictures by their words in options.</summary>
    public static OptionWords<ScenarioPicture> Words { get; } =
        new(
            ("all", ScenarioPicture.All),
            ("losses", ScenarioPicture.Losses),
            ("sectors", ScenarioPicture.Sectors),
            ("course", ScenarioPicture.Course),
            ("months", ScenarioPicture.Months)
        );

    /// <summary>Whether a result has what a picture shows.</summary>
    public static bool Has(ScenarioPicture picture, ScenarioResult result) =>
        picture switch
        {
            ScenarioPicture.Course or ScenarioPicture.Months => Followed(result) is not null,
            ScenarioPicture.Sectors => result.Lenses.Any(TellsOutput),
            _ => result.Lenses.Any(l => l.HasFigures),
        };

    /// <summary>Draws a result as a file, in English, with the report's remarks and provenance below.</summary>
    /// <param name="picture">Which picture.</param>
    /// <param name="result">The result.</param>
    /// <param name="report">Its report.</param>
    /// <param name="format">For what room.</param>
    /// <exception cref="ModelException">No lens has a figure that could be drawn.</exception>
    public static Sheet Of(ScenarioPicture picture, ScenarioResult result, Report report, SheetFormat format)
    {
        if (!Has(picture, result))
        {
            throw new ModelException(
                picture is ScenarioPicture.Course or ScenarioPicture.Months
                    ? "The course over months is told by lenses that know time alone, and none of them has figures here. Ask for the lens "
                        + "inventory too, or for another picture."
                    : "No lens has a figure that could be drawn; the table says why (-f table)."
            );
        }

        TableMetadata about = result.Table.Source.Metadata;
        var frame = new SheetFrame
        {
            Title = result.Scenario.Name,
            Subtitle =
                $"{string.Join("; ", result.Scenario.Shocks.Select(s => s.InWords(result.Table)))}. {about.Id}, {about.Year}. "
                + "Every column has a scale of its own, since lenses measure different things."
                + (result.Bands is { } bands ? $" Thin lines hold nine tenths of {bands.Options.Draws} draws." : string.Empty),
            Description = string.Join(' ', report.Remarks),
            Notes = [.. report.Remarks],
            Source = report.Provenance.ToLine(),
        };
        return Of(picture, result, frame, ScenarioPictureWords.English, format);
    }

    /// <summary>The same with a frame and words of the caller's; what the result does not have is left out.</summary>
    public static Sheet Of(
        ScenarioPicture picture,
        ScenarioResult result,
        SheetFrame frame,
        ScenarioPictureWords words,
        SheetFormat format
    ) =>
        frame.Around(
            format,
            [],
            top =>
            {
                var shapes = new List<Shape>();
                ScenarioPicture[] parts =
                    picture == ScenarioPicture.All
                        ? [ScenarioPicture.Losses, ScenarioPicture.Sectors, ScenarioPicture.Course, ScenarioPicture.Months]
                        : [picture];
                foreach (ScenarioPicture part in parts.Where(p => Has(p, result)))
                {
                    if (shapes.Count > 0)
                    {
                        top += Between;
                    }

                    if (parts.Length > 1)
                    {
                        shapes.Add(TextShape.Below(HeadingOf(part, result, words), format.Margin, top, format.TextSize, isStrong: true));
                        top += format.TextSize * 1.9;
                    }

                    top = Add(shapes, part, result, words, format, top);
                }

                return (shapes, top);
            }
        );

    private static string HeadingOf(ScenarioPicture part, ScenarioResult result, ScenarioPictureWords words) =>
        part switch
        {
            ScenarioPicture.Course => $"{words.Course}: {words.Lens(Followed(result)!.Lens)}",
            ScenarioPicture.Sectors => words.SectorsByLens,
            ScenarioPicture.Months => $"{words.Sectors}: {words.Lens(Followed(result)!.Lens)}",
            _ => words.Losses,
        };

    private static double Add(
        List<Shape> shapes,
        ScenarioPicture part,
        ScenarioResult result,
        ScenarioPictureWords words,
        SheetFormat format,
        double top
    )
    {
        switch (part)
        {
            case ScenarioPicture.Course:
                return CourseLines.Add(shapes, LinesOf(result, words), words, format, top);
            case ScenarioPicture.Months:
                return SectorHeat.Add(shapes, CellsOf(result, words), words, format, top);
            default:
                bool ofSectors = part == ScenarioPicture.Sectors;
                LensResult[] lenses = [.. result.Lenses.Where(l => ofSectors ? TellsOutput(l) : l.HasFigures)];
                LossColumn[] columns =
                [
                    .. lenses.Select(l => new LossColumn(words.Lens(l.Lens), ofSectors ? words.OfOutput(l.Lens) : words.Measures(l.Lens))),
                ];
                LossRow[] rows = ofSectors ? SectorRowsOf(result, lenses, words) : RowsOf(result, lenses, words);
                return LossGrid.Add(shapes, columns, rows, words, format, top);
        }
    }

    private static LensResult? Followed(ScenarioResult result) =>
        result.Lenses.FirstOrDefault(l => l is { HasFigures: true, Figures.Course.OutputByMonth.Count: > 0 });

    private static LossRow[] RowsOf(ScenarioResult result, LensResult[] lenses, ScenarioPictureWords words)
    {
        IReadOnlyList<Region> regions = result.Table.Table.Sectors.Regions;
        LossRow[] rows =
        [
            .. Enumerable
                .Range(0, regions.Count)
                .Select(r => new LossRow(
                    words.Region(regions[r]),
                    [.. lenses.Select(l => l.Figures.Regions.FirstOrDefault(o => o.Region == r)?.Loss)]
                )
                {
                    Bands = Bands(result, lenses, b => r < b.Regions.Count ? b.Regions[r].Loss : null),
                }),
        ];
        LossRow[] largest =
        [
            .. rows.Where(r => LargestOf(r) > WorthDrawing || regions.Count == 1)
                .OrderByDescending(r => r.Losses[^1] ?? double.NegativeInfinity)
                .ThenByDescending(LargestOf),
        ];

        // Those who lose most under the last lens, and those who gain most.
        int gaining = largest.Length > RegionsDrawn ? Math.Min(RegionsDrawn / 3, largest.Count(r => r.Losses[^1] < 0)) : 0;
        LossRow[] shown = largest.Length > RegionsDrawn ? [.. largest[..(RegionsDrawn - gaining)], .. largest[^gaining..]] : largest;
        return regions.Count == 1
            ? shown
            :
            [
                new LossRow(words.AllRegions, [.. lenses.Select(ScenarioSweep.LossOfAll)], IsStrong: true)
                {
                    Bands = Bands(result, lenses, b => b.Whole),
                },
                .. shown,
            ];
    }

    /// <summary>The sectors whose output changes most in money under the lens with most adjustment that tells of output.</summary>
    private static LossRow[] SectorRowsOf(ScenarioResult result, LensResult[] lenses, ScenarioPictureWords words)
    {
        return
        [
            .. MostMoved(lenses[^1])
                .OrderBy(s => s.OutputMoney)
                .Select(s => new LossRow(
                    NameOf(result, s.Sector, words),
                    [.. lenses.Select(l => -l.Figures.Sectors.FirstOrDefault(o => o.Sector == s.Sector)?.OutputChange)]
                )),
        ];
    }

    private static (double, double)?[] Bands(ScenarioResult result, LensResult[] lenses, Func<LensBands, FigureBand?> of) =>
        result.Bands is null
            ? []
            : [.. lenses.Select(l => of(result.BandsOf(l)!) is { Low: { } low, High: { } high } ? (low, high) : ((double, double)?)null)];

    /// <summary>The sectors whose output changes most in money.</summary>
    private static IEnumerable<SectorOutcome> MostMoved(LensResult lens) =>
        lens.Figures.Sectors.Where(s => s.OutputChange is not null).OrderByDescending(s => Math.Abs(s.OutputMoney ?? 0)).Take(SectorsDrawn);

    private static bool TellsOutput(LensResult lens) => lens.HasFigures && lens.Figures.Sectors.Any(s => s.OutputChange is not null);

    private static double LargestOf(LossRow row) => row.Losses.Select(l => Math.Abs(l ?? 0)).Max();

    private static CourseLine[] LinesOf(ScenarioResult result, ScenarioPictureWords words)
    {
        LensCourse course = Followed(result)!.Figures.Course!;
        IReadOnlyList<Region> regions = result.Table.Table.Sectors.Regions;
        return
        [
            .. Enumerable
                .Range(0, regions.Count)
                .Select(r => new CourseLine(words.Region(regions[r]), course.LossByMonth(new(r))))
                .OrderByDescending(l => l.Losses.Max(Math.Abs))
                .Take(LinesDrawn),
        ];
    }

    private static HeatRow[] CellsOf(ScenarioResult result, ScenarioPictureWords words)
    {
        LensResult lens = Followed(result)!;
        LensCourse course = lens.Figures.Course!;
        return [.. MostMoved(lens).Select(s => new HeatRow(NameOf(result, s.Sector, words), course.OutputOf(s.Sector)))];
    }

    private static string NameOf(ScenarioResult result, SectorNumber sector, ScenarioPictureWords words)
    {
        SectorIndex sectors = result.Table.Table.Sectors;
        string name = words.Industry(sectors.IndustryOf(sector));
        return sectors.Regions.Count == 1
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"{words.Region(sectors.RegionOf(sector))}: {name}");
    }
}
