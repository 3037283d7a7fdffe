using CsCheck;
using Rootscope.Answers;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Pictures.Scenarios;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Scenarios;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Storage.Scenarios;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>Pictures of scenarios: figures stand in them as the result has them, words lie apart, and the same bytes come each
/// time.</summary>
public class ScenarioPictureTests
{
    private const double LeastLetters = 10;

    private static readonly SheetFrame Frame = new()
    {
        Title = "A scenario",
        Subtitle = "What happens.",
        Description = "Who loses what.",
    };

    private static readonly Lazy<ScenarioResult> Package = new(() =>
        Run(ScenarioFiles.Template("control-package"), LensRegistry.Default.All)
    );

    private static readonly Gen<double?> Loss = Gen.OneOf(
        Gen.Const((double?)null),
        Gen.Const((double?)0),
        Gen.Double[-0.9, 1].Select(l => (double?)l),
        Gen.Double[-8, -2].Select(e => (double?)Math.Pow(10, e))
    );

    public static TheoryData<bool> Rooms { get; } = [false, true];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_figure_of_the_picture_is_one_of_the_result(bool isNarrow)
    {
        ScenarioResult result = Package.Value;
        Sheet sheet = ScenarioPictures.Of(ScenarioPicture.All, result, Frame, ScenarioPictureWords.English, Room(isNarrow));
        string[] texts = [.. Sheet.Flat(sheet.Shapes).OfType<TextShape>().Select(t => t.Text)];
        foreach (LensResult lens in result.Lenses)
        {
            Assert.Contains(StakeWords.Percent(ScenarioSweep.LossOfAll(lens)!.Value), texts);
            RegionOutcome china = lens.Figures.Regions[result.Table.Table.Sectors.FindRegion("CHN")];
            Assert.Contains(StakeWords.Percent(china.Loss), texts);
            Assert.Contains(lens.Lens.Word, texts);
        }

        LensResult followed = result.Lenses.Single(l => l.Figures.Course is not null);
        LensCourse course = followed.Figures.Course!;
        string[] tips = [.. sheet.Shapes.OfType<LinkShape>().Select(l => l.Tip)];
        int region = result.Table.Table.Sectors.FindRegion("CHN");
        IReadOnlyList<double> months = course.LossByMonth(new(region));
        Assert.Equal(course.Months, months.Count);
        Assert.Equal(1, course.PartsByMonth.Sum(), 1e-12);
        for (int m = 0; m < months.Count; m++)
        {
            Assert.Contains($"China, month {m + 1}: {StakeWords.Percent(months[m])}", tips);
        }

        // The months of a region add up to its loss, those of a sector to its change.
        Assert.Equal(followed.Figures.Regions[region].Loss, months.Zip(course.PartsByMonth, (l, p) => l * p).Sum(), 1e-12);
        SectorOutcome sector = followed.Figures.Sectors.MinBy(s => s.OutputMoney)!;
        double mean = course.OutputOf(sector.Sector).Zip(course.PartsByMonth, (c, p) => c * p).Sum();
        Assert.Equal(sector.OutputChange!.Value, mean, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Words_lie_apart_on_the_sheet_large_enough_to_read(bool isNarrow)
    {
        SheetFormat format = Room(isNarrow);
        foreach (ScenarioPicture picture in Enum.GetValues<ScenarioPicture>())
        {
            AssertReadable(ScenarioPictures.Of(picture, Package.Value, Frame, ScenarioPictureWords.English, format), format);
        }

        Gen.Select(Loss.Array[3], Gen.Int[0, 40], (losses, length) => new LossRow("Region " + new string('m', length), losses))
            .Array[1, 14]
            .ForAll(
                rows =>
                {
                    LossColumn[] columns = [new("first-order", "infinitesimal: real final spending"), new("b", "c"), new("库存", "增加值")];
                    AssertReadable(
                        Frame.Around(
                            format,
                            [],
                            top =>
                            {
                                var shapes = new List<Shape>();
                                double end = LossGrid.Add(shapes, columns, rows, ScenarioPictureWords.English, format, top);
                                return (shapes, end);
                            }
                        ),
                        format
                    );
                },
                count: 60
            );
    }

    [Fact]
    public void The_same_result_gives_the_same_bytes()
    {
        Assert.Equal(Drawn(), Drawn());

        static string Drawn() =>
            SheetSvg.File(
                ScenarioPictures.Of(
                    ScenarioPicture.All,
                    Run(ScenarioFiles.Template("entity-list-wave"), [LensRegistry.Default.Named("extraction")]),
                    Frame,
                    ScenarioPictureWords.English,
                    SheetFormat.Wide
                )
            );
    }

    [Fact]
    public void A_table_of_one_region_shows_its_industries()
    {
        ScenarioResult result = Run(
            "name: Cut\ntable: china-2020\nshocks:\n  - supply_cut: { product: \"094\", region: CHN, share: 0.3 }\n",
            [LensRegistry.Default.Named("first-order"), LensRegistry.Default.Named("equilibrium")]
        );
        Sheet sheet = ScenarioPictures.Of(ScenarioPicture.All, result, Frame, ScenarioPictureWords.English, SheetFormat.Wide);
        string[] texts = [.. Sheet.Flat(sheet.Shapes).OfType<TextShape>().Select(t => t.Text)];
        Assert.Contains(texts, t => t.StartsWith("Electronic components", StringComparison.Ordinal));
        Assert.DoesNotContain("all regions", texts);
        Assert.False(ScenarioPictures.Has(ScenarioPicture.Course, result));
    }

    private static SheetFormat Room(bool isNarrow) => isNarrow ? SheetFormat.Narrow : SheetFormat.Wide;

    private static void AssertReadable(Sheet sheet, SheetFormat format)
    {
        TextShape[] texts = [.. Sheet.Flat(sheet.Shapes).OfType<TextShape>()];
        double room = format.IsNarrow ? SheetFormat.LeastNarrow : SheetFormat.LeastWide;
        var whole = new Box(0, 0, sheet.Width, sheet.Height);
        for (int i = 0; i < texts.Length; i++)
        {
            Assert.True(texts[i].Size * room / format.Width >= LeastLetters, texts[i].Text);
            Assert.True(whole.Holds(texts[i].Box), $"'{texts[i].Text}' leaves the sheet: {texts[i].Box} in {whole}");
            for (int j = 0; j < i; j++)
            {
                Assert.False(texts[i].Box.Meets(texts[j].Box), $"'{texts[i].Text}' meets '{texts[j].Text}'");
            }
        }
    }

    private static ScenarioResult Run(string text, IReadOnlyList<ILens> lenses)
    {
        var analyst = new Analyst(new TableLibrary(), threads: 2);
        ScenarioQuestion question = new(text) { Lenses = lenses };
        ScenarioReading reading = analyst.Check(question);
        Assert.Empty(reading.Faults);
        return analyst.Scenario(Analyst.Study(question, reading), null, null, TestContext.Current.CancellationToken).Result;
    }
}
