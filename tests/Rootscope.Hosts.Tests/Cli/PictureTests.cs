using System.Xml.Linq;
using Rootscope.Cli;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Cli.Roots;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;
using Rootscope.Tables;
using SkiaSharp;

namespace Rootscope.Hosts.Tests.Cli;

public class PictureTests
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Theory]
    [InlineData("roots", "--horizon", "settled", "--top", "25")]
    [InlineData("roots", "world-2011", "--region", "CHN")]
    [InlineData("roots", "usa-2017", "--by", "technology", "--horizon", "settled")]
    [InlineData("root", "078", "--horizon", "settled")]
    [InlineData("root", "078", "--supply", "imported", "--alone")]
    public async Task A_drawing_is_well_formed_says_where_it_is_from_and_is_the_same_twice(params string[] command)
    {
        using var folder = new TemporaryFolder();
        string first = await Drawn(folder.PathOf("first.svg"), command);
        Assert.Equal(first, await Drawn(folder.PathOf("second.svg"), [.. command, "--threads", "3"]));
        XElement svg = XDocument.Parse(first).Root!;
        Assert.Equal("svg", svg.Name.LocalName);
        string[] words = [.. svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value)];
        Assert.Contains(words, w => w.StartsWith("Provenance: ", StringComparison.Ordinal));
        Assert.Contains(words, w => w.Contains("licence: ", StringComparison.Ordinal));
        Assert.Single(svg.Elements(), e => e.Name.LocalName == "title");
    }

    [Fact]
    public async Task A_picture_in_dots_is_the_same_bytes_on_each_run()
    {
        using var folder = new TemporaryFolder();
        string[] files = [folder.PathOf("first.png"), folder.PathOf("second.png")];
        foreach (string file in files)
        {
            CliRun run = await CliRun.Of("root", "094", "--horizon", "settled", "-o", file);
            Assert.Equal((ExitCode.Ok, $"wrote {file}: a picture"), (run.Code, run.Error.TrimEnd()));
        }

        byte[] bytes = File.ReadAllBytes(files[0]);
        Assert.Equal(PngSignature, bytes[..8]);
        Assert.Equal(bytes, File.ReadAllBytes(files[1]));
    }

    [Fact]
    public async Task Roots_draw_what_was_asked_for_by_option_or_by_the_name_of_the_file()
    {
        using var folder = new TemporaryFolder();
        string[] roots = ["roots", "world-2011", "--region", "DEU"];
        string map = await Drawn(folder.PathOf("picture.svg"), roots);
        string bars = await Drawn(folder.PathOf("bars.svg"), roots);
        string year = await Drawn(folder.PathOf("year.svg"), [.. roots, "--horizon", "2"]);
        string narrow = await Drawn(folder.PathOf("narrow.svg"), [.. roots, "--narrow"]);
        Assert.Equal(bars, await Drawn(folder.PathOf("other.svg"), [.. roots, "--picture", "bars"]));
        Assert.Equal(map, await Drawn(folder.PathOf("bars-no.svg"), [.. roots, "--picture", "map"]));
        Assert.Contains("typical for its size", map, StringComparison.Ordinal);
        Assert.Contains("Held abroad: imports", bars, StringComparison.Ordinal);
        Assert.Contains("in the year 2 years after", year.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("width=\"360\"", narrow, StringComparison.Ordinal);
        string older = await Drawn(folder.PathOf("older.svg"), [.. roots, "--horizon", "settled"]);
        Assert.Contains("What stands on each industry", older, StringComparison.Ordinal);
        CliRun dots = await CliRun.Of([.. roots, "--picture", "bars", "-o", folder.PathOf("bars.png")]);
        Assert.Equal(ExitCode.Ok, dots.Code);
        Assert.Equal(PngSignature, File.ReadAllBytes(folder.PathOf("bars.png"))[..8]);
    }

    [Theory]
    [InlineData("china-2020", 20)]
    [InlineData("china-2020", 153)]
    [InlineData("usa-2017", 40)]
    public void Words_overlap_nowhere_and_stay_on_the_page(string name, int named)
    {
        FlowTable table = EmbeddedTables.Read(name);
        var ranking = RootRanking.Of(
            table,
            new RootOptions
            {
                Lens = LensRegistry.Default.Named("first-order"),
                Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") },
            }
        );
        var random = new Random(7);
        RootPoint[] points = [.. ranking.Rows.Select(r => new RootPoint(r.Name, null, r.OutputShare, random.NextDouble()))];
        var provenance = new Provenance { Command = "roots", Table = table };
        AssertApart(RootsPicture.Of(points, named, ranking, provenance, "loss"));
        AssertApart(PyramidPicture.Of(table, 90, SupportPyramid.Of(table, new(90)), "matter", provenance));
    }

    [Fact]
    public void Text_is_drawn_with_the_fonts_that_travel_with_the_program()
    {
        using SKFont font = Typefaces.Instance.Font(20);
        Assert.Equal(Typefaces.Family, font.Typeface.FamilyName);
        Assert.True(Typefaces.Instance.CanDraw("Wafers – 90% of photoresist…"));
        using var bitmap = new SKBitmap(200, 40);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        PictureFrame.Text(canvas, "lithography", 5, 28, font, SKColors.Black);
        Assert.InRange(bitmap.Pixels.Count(p => p.Red < 128), 200, 2000);
    }

    [Fact]
    public void A_name_that_the_fonts_lack_gives_way_to_its_code()
    {
        Assert.Equal("C26", ShortName.Of("电子元器件", "C26"));
        Assert.Equal("Electronic components", ShortName.Of("Manufacture of electronic components", "094"));
    }

    [Theory]
    [InlineData("draws no picture", "accounts", "list", "-o", "v.svg")]
    [InlineData("Those that do: rootscope roots, rootscope root", "data", "list", "-f", "png", "-o", "list.png")]
    [InlineData("png is no text", "roots", "-f", "png")]
    public async Task A_command_that_draws_nothing_says_which_do(string told, params string[] arguments)
    {
        CliRun run = await CliRun.Of(arguments);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    private static async Task<string> Drawn(string file, IEnumerable<string> command)
    {
        CliRun run = await CliRun.Of([.. command, "-o", file]);
        Assert.Equal(ExitCode.Ok, run.Code);
        return await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
    }

    private static void AssertApart(Picture picture)
    {
        IReadOnlyList<SKRect> words = PictureFile.Words(picture);
        var page = new SKRect(0, 0, Theme.Width, picture.Height);
        Assert.All(words, box => Assert.True(page.Contains(box)));
        for (int i = 0; i < words.Count; i++)
        {
            Assert.DoesNotContain(words.Skip(i + 1), other => Overlap(words[i], other));
        }
    }

    /// <summary>Boxes hold the tallest letters of the font; lines of one text may share the air above them.</summary>
    private static bool Overlap(SKRect a, SKRect b)
    {
        const float Air = 2;
        return a.Left < b.Right && b.Left < a.Right && a.Top + Air < b.Bottom && b.Top + Air < a.Bottom;
    }
}
