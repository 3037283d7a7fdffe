using System.Xml.Linq;
using CsCheck;
using Rootscope.Answers;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;
using Rootscope.Shocks;
using Rootscope.Storage;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>Pictures of what is at stake: without collision in both rooms, the same bytes each time, readable and linked.</summary>
public class StakePictureTests
{
    /// <summary>The least height of letters that people read without glasses. Unit: pixels.</summary>
    private const double LeastLetters = 10;

    private static readonly SheetFrame Frame = new()
    {
        Title = "What is at stake",
        Subtitle = "How to read it, in a sentence that is longer than a line of a phone.",
        Description = "First stands this, then that",
        Notes = ["A note that a reader must know to trust the figures, which is longer than a line as well."],
        Source = "Provenance: a table (its source; licence: its terms)",
    };

    private static readonly string[] Names =
    [
        "Chips",
        "Semiconductor machinery",
        "Power transmission and distribution, and control equipment",
        "Unbrokenwordthatislongerthananylabelmaybe",
        "电子元器件与半导体制造设备",
    ];

    private static readonly string?[] Areas = [null, .. Tints.AreaIds];

    /// <summary>Marks as crowded as they come: many at few places, with and without bands, areas and hosts.</summary>
    private static readonly Gen<StakeMark[]> Crowd = Gen.Select(
            Gen.Int[0, Names.Length - 1].Select(i => Names[i]),
            Gen.Int[0, Areas.Length - 1].Select(i => Areas[i]),
            Gen.Double[-6, -0.5],
            Gen.Double[-5, 0.3],
            Gen.Bool,
            (name, area, own, stake, banded) =>
                new StakeMark
                {
                    Rank = 0,
                    Code = name,
                    Name = name,
                    Area = area,
                    IsStrong = area is not null,
                    OutputShare = Math.Pow(10, own),
                    AtStakeShare = Math.Pow(10, stake),
                    Low = banded ? Math.Pow(10, stake) * 0.4 : null,
                    High = banded ? Math.Pow(10, stake) * 1.9 : null,
                    Tier = banded ? "1" : null,
                    Address = "/technology/x",
                }
        )
        .Array[0, 90]
        .Select(marks =>
            marks
                .OrderByDescending(m => m.AtStakeShare)
                .Select((m, i) => m with { Rank = i + 1, Code = $"{i}", Host = i > 0 && i % 3 == 0 ? "0" : null })
                .ToArray()
        );

    public static TheoryData<bool, bool> Rooms { get; } =
        new()
        {
            { false, true },
            { true, true },
            { false, false },
            { true, false },
        };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Words_overlap_nowhere_and_stay_on_the_sheet(bool isNarrow, bool isFramed)
    {
        SheetFormat format = (isNarrow ? SheetFormat.Narrow : SheetFormat.Wide) with { IsFramed = isFramed };
        Crowd.ForAll(
            marks =>
            {
                AssertApart(StakeMap.Of(marks, Frame, StakeWords.English, format));
                StakeMark[] first = [.. marks.Take(12)];
                AssertApart(StakeBars.Of([new("All supply", first), new("Imports", first)], Frame, StakeWords.English, format));
            },
            count: 60
        );
    }

    [Fact]
    public void Every_technology_is_inside_the_axes_and_names_lie_over_none_of_them() =>
        Crowd.ForAll(
            marks =>
            {
                Sheet sheet = StakeMap.Of(marks, Frame, StakeWords.English, SheetFormat.Narrow with { IsFramed = false });
                LinkShape[] links = [.. sheet.Shapes.OfType<LinkShape>()];
                MarkShape[] strong = [.. links.SelectMany(l => l.Shapes).OfType<MarkShape>().Where(m => m.Tint != Tint.Plain)];
                Assert.Equal(marks.Count(m => m.IsStrong), strong.Length);
                TextShape[] names = [.. sheet.Shapes.OfType<TextShape>().Where(t => t.IsOverLines && t.Tint == Tint.Ink)];
                Assert.All(strong, m => Assert.DoesNotContain(names, n => Box.Around(m.At, m.Size / 2).Meets(n.Box)));
            },
            count: 40
        );

    [Fact]
    public void Letters_are_ten_pixels_high_on_the_narrowest_phone_and_where_the_wide_layout_begins()
    {
        StakeMark[] marks = [.. Made(20)];
        foreach (
            (SheetFormat format, double room) in new[]
            {
                (SheetFormat.Narrow, SheetFormat.LeastNarrow),
                (SheetFormat.Wide, SheetFormat.LeastWide),
            }
        )
        {
            Sheet[] sheets =
            [
                StakeMap.Of(marks, Frame, StakeWords.English, format),
                StakeBars.Of([new("All supply", marks)], Frame, StakeWords.English, format),
            ];
            Assert.All(
                sheets.SelectMany(s => Sheet.Flat(s.Shapes)).OfType<TextShape>(),
                t => Assert.True(t.Size * room / format.Width >= LeastLetters, $"'{t.Text}' is {t.Size * room / format.Width:0.0} high")
            );
        }

        string css = File.ReadAllText(Path.Combine(SourceFolder.Repository(), "src", "Rootscope.Web", "Assets", "site.css"));
        Assert.Contains($"@container (min-width: {SheetFormat.LeastWide / 16:0}rem)", css, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_of_what_is_typical_halves_the_products()
    {
        StakeMark[] marks = [.. Made(31)];
        double typical = StakeMap.Typical(marks)!.Value;
        Assert.Equal(15, marks.Count(m => m.AtStakeShare > typical * m.OutputShare * (1 + 1e-9)));
        Assert.Equal(15, marks.Count(m => m.AtStakeShare < typical * m.OutputShare * (1 - 1e-9)));
        Assert.Null(StakeMap.Typical([]));
    }

    [Fact]
    public void Bands_and_tiers_are_drawn_where_there_are_some_and_not_missed_where_there_are_none()
    {
        StakeMark[] plain = [.. Made(8)];
        StakeMark[] banded =
        [
            .. plain.Select((m, i) => m with { Low = m.AtStakeShare / 2, High = m.AtStakeShare * 2, Tier = i < 3 ? "1" : "2" }),
        ];
        string[] Words(StakeMark[] rows) =>
            [
                .. Sheet
                    .Flat(StakeBars.Of([new("All supply", rows)], Frame, StakeWords.English, SheetFormat.Wide).Shapes)
                    .OfType<TextShape>()
                    .Select(t => t.Text),
            ];
        Assert.Superset(new HashSet<string>(["tier 1", "tier 2", "nine draws in ten"]), new HashSet<string>(Words(banded)));
        Assert.DoesNotContain(Words(plain), w => w.StartsWith("tier", StringComparison.Ordinal) || w == "nine draws in ten");
        int Lines(StakeMark[] rows) =>
            StakeMap
                .Of(rows, Frame, StakeWords.English, SheetFormat.Wide)
                .Shapes.OfType<LineShape>()
                .Count(l => l.Width == 1.2 && !l.IsDashed);
        Assert.True(Lines(banded) >= Lines(plain) + plain.Length);
    }

    [Fact]
    public void A_file_says_what_it_shows_and_leads_nowhere_while_marks_of_a_page_lead_to_their_pages()
    {
        Sheet sheet = StakeMap.Of([.. Made(20)], Frame, StakeWords.English, SheetFormat.Wide);
        XElement file = XDocument.Parse(SheetSvg.File(sheet)).Root!;
        Assert.Equal(Frame.Title, file.Elements().Single(e => e.Name.LocalName == "title").Value);
        Assert.Equal(Frame.Description, file.Elements().Single(e => e.Name.LocalName == "desc").Value);
        Assert.DoesNotContain(file.Descendants(), e => e.Name.LocalName == "a");
        Assert.Contains("prefers-color-scheme: dark", file.Value, StringComparison.Ordinal);
        var element = XElement.Parse(SheetSvg.Element(sheet, "wide"));
        XElement[] links = [.. element.Descendants("a")];
        Assert.Equal(20, links.Length);
        Assert.All(links, a => Assert.NotEmpty(a.Element("title")!.Value));
        Assert.Equal(StakeMap.Named, links.Count(a => a.Attribute("tabindex") is null));
        Assert.Equal(
            "/technology/t3",
            links.Single(a => a.Element("title")!.Value.StartsWith("Thing 3:", StringComparison.Ordinal)).Attribute("href")!.Value
        );

        // The site allows no style of an element's own.
        Assert.DoesNotContain(element.DescendantsAndSelf(), e => e.Attribute("style") is not null || e.Name.LocalName == "style");
    }

    [Fact]
    public void An_answer_gives_the_same_pictures_on_any_number_of_threads()
    {
        StakeQuestion question = new(new EconomyQuestion("world-2011") { Region = "CHN" }) { Top = 8 };
        string[] drawn = [.. new[] { 1, 3 }.SelectMany(threads => Drawn(question, threads))];
        Assert.Equal(drawn[0], drawn[2]);
        Assert.Equal(drawn[1], drawn[3]);
        Assert.NotEqual(drawn[0], drawn[1]);
    }

    private static string[] Drawn(StakeQuestion question, int threads)
    {
        var analyst = new Analyst(new TableLibrary(), threads);
        IReadOnlyList<StakeAnswer> answers = analyst.Stake(question, [SupplyScope.All, SupplyScope.Imported]);
        Report report = StakeReport.Of(answers, analyst.Catalogue, "roots");
        return
        [
            .. StakePictures.Words.All.Select(p =>
                SheetSvg.File(StakePictures.Of(p.Value, answers, analyst.Catalogue, report, SheetFormat.Wide))
            ),
        ];
    }

    private static IEnumerable<StakeMark> Made(int count) =>
        Enumerable
            .Range(1, count)
            .Select(i => new StakeMark
            {
                Rank = i,
                Code = $"{i}",
                Name = $"Thing {i}",
                Area = Tints.AreaIds[i % 5],
                IsStrong = true,
                OutputShare = Math.Pow(10, -1 - (3.0 * (i * 7 % count) / count)),
                AtStakeShare = Math.Pow(10, -1 - (3.0 * i / count)),
                Address = $"/technology/t{i}",
            });

    private static void AssertApart(Sheet sheet)
    {
        Box[] words = [.. sheet.Words];
        var page = new Box(0, 0, sheet.Width, sheet.Height);
        Assert.All(words, w => Assert.True(page.Holds(w)));
        for (int i = 0; i < words.Length; i++)
        {
            Assert.DoesNotContain(words.Skip(i + 1), other => Overlap(words[i], other));
        }
    }

    /// <summary>Boxes hold the tallest letters of the font; lines of one text may share the air above them.</summary>
    private static bool Overlap(Box a, Box b)
    {
        const double Air = 1;
        return a.Left < b.Right && b.Left < a.Right && a.Top + Air < b.Bottom && b.Top + Air < a.Bottom;
    }
}
