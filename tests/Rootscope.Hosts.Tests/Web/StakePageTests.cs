using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>Pages of one product, and of two economies side by side, say what is at stake as the command line does.</summary>
public class StakePageTests(ReadingSite reading) : IClassFixture<ReadingSite>
{
    [Fact]
    public async Task A_technology_opens_with_what_is_at_stake_as_the_command_says_it_and_has_its_place_once_all_were_cut()
    {
        using Visitor visitor = reading.Site.Visit();
        Answer page = await visitor.Get("/technology/semi_equipment");
        CliRun alone = await CliRun.Of("root", "semi_equipment", "china-2020", "--alone");
        string[] lines = alone.Output.Split('\n', StringSplitOptions.TrimEntries);
        string text = Regex.Replace(WebUtility.HtmlDecode(page.Text), @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(5));
        string[] sentences =
        [
            .. lines.Where(l => l.StartsWith("In words:", StringComparison.Ordinal)),
            .. lines.Where(l => l.StartsWith("Years to replace:", StringComparison.Ordinal)),
            .. lines.Where(l => l.StartsWith("Do not conclude", StringComparison.Ordinal)),
            .. lines.Where(l => l.StartsWith("90% bands", StringComparison.Ordinal)),
        ];
        Assert.Equal(4, sentences.Length);
        Assert.All(sentences, s => Assert.Contains(s, text, StringComparison.Ordinal));
        string[] figures = lines
            .First(l => l.StartsWith("50% of all supply", StringComparison.Ordinal))[17..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, figures.Length);
        Assert.All(figures, f => Assert.Contains($">{f}<", text, StringComparison.Ordinal));
        string[] parts = ["at-stake", "figure-stake-path", "buyers", "losers", "further", "why", "pattern", "older"];
        int[] order = [.. parts.Select(id => page.Text.IndexOf($"id=\"{id}\"", StringComparison.Ordinal))];
        Assert.All(order, at => Assert.True(at > 0));
        Assert.Equal(order.Order(), order);
        Assert.Contains("with e-commerce", text, StringComparison.Ordinal);
        Assert.Contains("brought to the table by 'identity, then bea2017-nbs2020'", text, StringComparison.Ordinal);

        // The bars wait for the rankings, so that the page has its place now.
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/figures/at-stake-bars.csv")).Status);
        Assert.Matches(@"\d+ of \d+</td>", (await visitor.Get("/technology/semi_equipment")).Text);
        Answer path = await visitor.Get("/figures/stake-path.svg?of=semi_equipment");
        Assert.Equal("image/svg+xml", path.Message.Content.Headers.ContentType!.MediaType);
    }

    /// <summary>One question has one answer: the page and the command, said nothing but a name, ask the same.</summary>
    [Theory]
    [InlineData("semi_equipment")]
    [InlineData("094")]
    public async Task A_page_asks_what_the_command_asks_of_the_same_name(string name)
    {
        using Visitor visitor = reading.Site.Visit();
        Answer path = await visitor.Get($"/figures/stake-path.json?of={name}");
        CliRun run = await CliRun.Of("root", name, "china-2020", "--alone", "-f", "json");
        JsonObject Question(string text)
        {
            JsonObject question = JsonNode.Parse(text)!["provenance"]!["question"]!.AsObject();

            // A page waits for no ranking: with its place or alone, the figures are the same.
            question.Remove("alone");
            return question;
        }

        Assert.True(JsonNode.DeepEquals(Question(run.Output), Question(path.Text)), $"{run.Output}\n{path.Text}");
    }

    [Fact]
    public async Task Two_economies_are_compared_by_what_is_at_stake()
    {
        using Visitor visitor = reading.Site.Visit();
        const string Two = "?table=world-2011&region=CHN&with=world-2011:DEU&by=industry";
        string csv = (await visitor.Get($"/figures/compare-at-stake.csv{Two}")).Text;
        Assert.InRange(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(l => l[0] != '#'), 31, 36);
        Assert.Contains("by what is at stake", (await visitor.Get($"/compare{Two}")).Text, StringComparison.Ordinal);
    }
}
