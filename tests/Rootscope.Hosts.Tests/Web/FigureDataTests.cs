using System.Text.Json;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>The data under a figure and the API say the same of the same thing: names of columns, units and values.</summary>
public sealed class FigureDataTests(ReadingSite reading) : IClassFixture<ReadingSite>
{
    [Theory]
    [InlineData("at-stake-map", "at-stake", "code", "by=technology")]
    [InlineData("at-stake-bars", "at-stake", "code", "by=industry&supply=imported")]
    [InlineData("economy", "roots", "code", "by=technology")]
    [InlineData("economy", "roots", "code", "by=technology&lens=extraction")]
    [InlineData("region-roots", "roots", "code", "by=industry")]
    [InlineData("region-roots", "roots", "code", "by=industry&table=usa-2017&measure=loss&cut=0.7")]
    [InlineData("weak-spots", "weak-spots", "technology")]
    public async Task A_figure_and_the_API_agree_in_names_units_and_values(string figure, string resource, string key, string words = "")
    {
        using Visitor visitor = reading.Site.Visit();
        using var drawn = JsonDocument.Parse((await visitor.Get($"/figures/{figure}.json?{words}")).Text);
        using var asked = JsonDocument.Parse((await visitor.Get($"/api/v1/{resource}?{words}")).Text);
        Dictionary<string, string> units = Units(asked);
        string[] shared = [.. Units(drawn).Keys.Where(units.ContainsKey)];
        Assert.True(shared.Length > 5, $"Only {string.Join(", ", shared)} are in both.");
        Assert.All(Units(drawn).Where(u => units.ContainsKey(u.Key)), u => Assert.Equal(units[u.Key], u.Value));
        var rows = asked.RootElement.GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty(key).GetString()!);
        JsonElement[] shown = [.. drawn.RootElement.GetProperty("rows").EnumerateArray()];
        Assert.NotEmpty(shown);
        foreach (JsonElement row in shown)
        {
            JsonElement same = rows[row.GetProperty(key).GetString()!];
            Assert.All(shared, c => Assert.Equal(same.GetProperty(c).GetRawText(), row.GetProperty(c).GetRawText()));
        }
    }

    [Fact]
    public async Task Files_of_one_figure_hold_the_same_and_shares_are_fractions_while_the_page_says_per_cent()
    {
        using Visitor visitor = reading.Site.Visit();
        using var json = JsonDocument.Parse((await visitor.Get("/figures/region-roots.json")).Text);
        string[] names = [.. Units(json).Keys];
        string[][] csv =
        [
            .. (await visitor.Get("/figures/region-roots.csv"))
                .Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.Split(',')),
        ];
        Assert.Equal(names, csv[0]);
        JsonElement first = json.RootElement.GetProperty("rows")[0];
        int loss = Array.IndexOf(names, "loss");
        Assert.Equal(first.GetProperty("loss").GetRawText(), csv[1][loss]);
        Assert.InRange(first.GetProperty("loss").GetDouble(), 0, 1);
        Assert.DoesNotContain(Units(json).Values, u => u.Contains('%', StringComparison.Ordinal));
        Assert.Matches(">\\s*%\\s*</span>", (await visitor.Get("/")).Text);
    }

    private static Dictionary<string, string> Units(JsonDocument document) =>
        document
            .RootElement.GetProperty("columns")
            .EnumerateArray()
            .ToDictionary(c => c.GetProperty("name").GetString()!, c => c.GetProperty("unit").GetString()!);
}
