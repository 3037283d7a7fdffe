using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Rootscope.Answers.Language;
using Rootscope.Storage;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;
using Rootscope.Web.Sections;

namespace Rootscope.Hosts.Tests.HowTo;

/// <summary>docs/how-to/add-a-page.md, done: a section is a folder and a line, and its figure is drawn, listed and given as data.</summary>
public class AddAPageTests
{
    private const string Example = "tests/Rootscope.Hosts.Tests/HowTo/LargestIndustries.cs";

    [Fact]
    public void The_page_has_the_section_that_is_tested()
    {
        string code = Read(Example);
        string shown = code[code.IndexOf("/// <summary>", StringComparison.Ordinal)..].TrimEnd();
        Assert.Contains(shown, Read("docs/how-to/add-a-page.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_figure_gives_its_data_with_units_and_the_table_of_the_page_in_per_cent()
    {
        using var folder = new TemporaryFolder();
        ISiteSection section = new LargestSection();
        Assert.Equal("/largest", section.Navigation!.Address);
        Figure figure = section
            .Figures.Single()
            .Draw(new PageState(), new SiteAnswers(new TableLibrary(folder.Root), threads: 1, TimeProvider.System));
        using var json = JsonDocument.Parse(figure.Report.ToJson());
        Assert.Equal(
            ["", "", "10 000 yuan", "share"],
            json.RootElement.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("unit").GetString())
        );
        double share = json.RootElement.GetProperty("rows")[0].GetProperty("share").GetDouble();
        Assert.InRange(share, 0.01, 0.2);
        Assert.StartsWith("code,name,valueAdded,share\n", figure.Report.ToCsv(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_the_figure_with_its_table_and_hides_columns_without_a_heading()
    {
        using var folder = new TemporaryFolder();
        var state = new PageState { Tongue = Tongue.Chinese };
        Figure figure = new LargestFigure().Draw(state, new SiteAnswers(new TableLibrary(folder.Root), threads: 1, TimeProvider.System));
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        string html = await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<FigureView>(
                    ParameterView.FromDictionary(new Dictionary<string, object?> { ["Figure"] = figure, ["State"] = state })
                )
            ).ToHtmlString()
        );
        string text = System.Net.WebUtility.HtmlDecode(html);
        Assert.Matches("份额<span[^>]*>\\s*%\\s*</span>", text);
        Assert.DoesNotContain("Code of the industry.", text, StringComparison.Ordinal);
        const int rows = 10;
        Assert.Equal(1 + rows, text.Split("<tr>").Length - 1);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(SourceFolder.Repository(), file)).ReplaceLineEndings("\n");
}
