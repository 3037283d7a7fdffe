using System.Globalization;
using System.Xml.Linq;
using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Reports drawn as bars: each with title, unit, source, and every word inside the picture.</summary>
public class ReportPictureTests
{
    [Theory]
    [InlineData("Upstreamness: China 2020", "Mining", "accounts", "china-2020", "--measure", "upstreamness")]
    [InlineData("Economic complexity of countries", "LUMEA", "complexity", "{samples}/made-exports.csv")]
    [InlineData("Complexity of products", "870323", "complexity", "{samples}/made-exports.csv", "--of", "products")]
    [InlineData("Which products CHN depends on", "848620", "dependence", "{samples}/made-trade.csv", "--importer", "CHN")]
    [InlineData(
        "Which measures find what experts name",
        "at-stake",
        "roots",
        "validate",
        "china-2020",
        "--labels",
        "{samples}/expert-list.csv",
        "--permutations",
        "0",
        "--draws",
        "100"
    )]
    [InlineData("What moves between two rankings", "Telecommunications", "roots", "compare")]
    [InlineData(
        "What is lost without the listed firms",
        "all firms",
        "network",
        "blacklist",
        "{samples}/network-edges.csv",
        "{samples}/network-firms.csv",
        "--listed",
        "{samples}/network-listed.csv"
    )]
    public async Task A_report_is_drawn_with_title_and_source_inside_its_edges(string title, string name, params string[] words)
    {
        string samples = Path.Combine(Rootscope.Tests.Conventions.Repository.Root, "samples");
        string[] asked = [.. words.Select(w => w.Replace("{samples}", samples, StringComparison.Ordinal)), "-f", "svg"];
        CliRun run = await CliRun.Of(asked);
        Assert.Equal(ExitCode.Ok, run.Code);
        XElement svg = XDocument.Parse(run.Output).Root!;
        XNamespace space = svg.Name.Namespace;
        Assert.StartsWith(title, svg.Element(space + "title")!.Value, StringComparison.Ordinal);
        string[] texts = [.. svg.Descendants(space + "text").Select(t => t.Value)];
        Assert.Contains(texts, t => t.Contains(name, StringComparison.Ordinal));
        Assert.Contains(texts, t => t.StartsWith("Provenance:", StringComparison.Ordinal));
        double width = double.Parse(svg.Attribute("width")!.Value, CultureInfo.InvariantCulture);
        double height = double.Parse(svg.Attribute("height")!.Value, CultureInfo.InvariantCulture);
        Assert.All(
            svg.Descendants(space + "rect"),
            r =>
            {
                Assert.InRange(Number(r, "x"), 0, width);
                Assert.InRange(Number(r, "x") + Number(r, "width"), 0, width + 0.01);
                Assert.InRange(Number(r, "y") + Number(r, "height"), 0, height + 0.01);
            }
        );

        // Asked again, the same bytes.
        Assert.Equal(run.Output, (await CliRun.Of(asked)).Output);
    }

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
