using System.Text.Json;
using Rootscope.Answers.Pictures;
using Rootscope.Web.Figures.World;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>The tree and the map of the world say what other figures say, and draw it where it belongs.</summary>
public class HomeStoryTests(ReadingSite reading) : IClassFixture<ReadingSite>
{
    [Theory]
    [InlineData("")]
    [InlineData("?supply=imported")]
    public async Task Roots_have_the_figures_of_the_ranking_and_branches_take_all_of_their_use(string query)
    {
        using Visitor visitor = reading.Site.Visit();
        JsonElement[] tree = await Rows(visitor, $"/figures/tree.json{query}");
        JsonElement[] ranking = await Rows(visitor, $"/figures/at-stake-map.json{query}");
        var stakes = ranking.ToDictionary(r => Text(r, "code")!, r => Number(r, "atStakeShare"), StringComparer.Ordinal);
        JsonElement[] roots = [.. tree.Where(r => Text(r, "part") == "root")];
        Assert.Equal(8, roots.Length);
        Assert.All(roots, r => Assert.Equal(stakes[Text(r, "code")!], Number(r, "atStakeShare")));
        Assert.Equal(roots.Select(r => Number(r, "atStakeShare")).OrderDescending(), roots.Select(r => Number(r, "atStakeShare")));
        Assert.Equal(1, tree.Where(r => Text(r, "part") == "branch").Sum(r => Number(r, "shareOfUse")!.Value), 1e-9);
    }

    [Fact]
    public async Task The_map_has_the_figures_of_the_pages_that_it_leads_to()
    {
        using Visitor visitor = reading.Site.Visit();
        JsonElement[] world = await Rows(visitor, "/figures/world.json");
        JsonElement germany = Assert.Single(world, r => Text(r, "code") == "DEU");
        JsonElement[] origins = await Rows(visitor, "/figures/origins.json?table=world-2011&region=DEU");
        Assert.Equal(origins.Sum(r => Number(r, "lookThrough")!.Value), Number(germany, "abroad")!.Value, 1e-12);
        Assert.Equal(Number(origins[0], "lookThrough"), Number(germany, "firstShare"));
        string page = (await visitor.Get("/regions")).Text;
        Assert.Contains("<a href=\"/region/DEU?table=world-2011&amp;v=1\"", page, StringComparison.Ordinal);
        Assert.Contains("Too small for this map: Malta.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_question_of_the_home_page_leads_to_a_page_that_is_there()
    {
        using Visitor visitor = reading.Site.Visit();
        string page = (await visitor.Get("/")).Text;
        int from = page.IndexOf("id=\"questions\"", StringComparison.Ordinal);
        string list = page[from..page.IndexOf("</ul>", from, StringComparison.Ordinal)];
        string[] links = [.. list.Split("href=\"").Skip(1).Select(l => System.Net.WebUtility.HtmlDecode(l[..l.IndexOf('"')]))];
        Assert.Equal(6, links.Length);
        foreach (string link in links.Where(l => !l.StartsWith("/plan", StringComparison.Ordinal)))
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.Get(link)).Status);
        }
    }

    [Theory]
    [InlineData("siemens", "/technology/gas_turbine")]
    [InlineData("Germny", "/region/DEU")]
    [InlineData("logic chps", "/technology/logic_chips")]
    [InlineData("德国", "/region/DEU")]
    public async Task A_search_finds_companies_in_evidence_and_the_nearest_names(string words, string address)
    {
        using Visitor visitor = reading.Site.Visit();
        string page = (await visitor.Get($"/search?q={Uri.EscapeDataString(words)}")).Text;
        Assert.Contains($"<a href=\"{address}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/technology/logic_chips", "cut")]
    [InlineData("/technology/logic_chips/at-rest", "lens")]
    [InlineData("/industry/094", "supply")]
    [InlineData("/industry/094/at-rest", "lens")]
    public async Task Pages_of_one_product_offer_table_and_cut(string address, string field)
    {
        using Visitor visitor = reading.Site.Visit();
        string page = (await visitor.Get(address)).Text;
        string form = page[page.IndexOf($"action=\"{address}\"", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        Assert.Contains("name=\"table\"", form, StringComparison.Ordinal);
        Assert.Contains($"name=\"{field}\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_economy_has_its_area_on_the_map()
    {
        // A cell of one degree at 60° has half the area of one at the equator, and so on the plane.
        double AreaOf(double north)
        {
            Spot[] corners =
            [
                WorldShapes.Projected(10, north - 0.5),
                WorldShapes.Projected(11, north - 0.5),
                WorldShapes.Projected(11, north + 0.5),
                WorldShapes.Projected(10, north + 0.5),
            ];
            return Enumerable.Range(0, 4).Sum(i => (corners[i].X * corners[(i + 1) % 4].Y) - (corners[(i + 1) % 4].X * corners[i].Y)) / 2;
        }

        foreach (double north in (double[])[-45, 20, 60, 75])
        {
            Assert.Equal(Math.Cos(north * Math.PI / 180), AreaOf(north) / AreaOf(0), 1e-4);
        }
    }

    [Fact]
    public void No_shape_runs_across_the_map_and_hatching_stays_inside()
    {
        WorldShapes shapes = WorldShapes.All;
        foreach (string code in shapes.Codes)
        {
            Assert.All(
                shapes.Outlines(code, 0, 0, 1000, nearest: 1),
                o =>
                    Assert.True(
                        Enumerable.Range(0, o.Count).All(i => Math.Abs(o[i].X - o[(i + 1) % o.Count].X) < 120),
                        $"an edge of {code} runs across the map"
                    )
            );
        }

        Spot[] square = [new(10, 10), new(30, 10), new(30, 30), new(10, 30)];
        IReadOnlyList<(Spot From, Spot To)> lines = Hatching.Of([square], 5);
        Assert.Equal(7, lines.Count);
        Assert.All(lines, l => Assert.True(l.From.X >= 10 && l.To.X <= 30 && Math.Abs(l.From.X + l.From.Y - l.To.X - l.To.Y) < 1e-9));
    }

    private static async Task<JsonElement[]> Rows(Visitor visitor, string address)
    {
        Answer answer = await visitor.Get(address);
        using var document = JsonDocument.Parse(answer.Text);
        return [.. document.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.Clone())];
    }

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static double? Number(JsonElement row, string name) =>
        row.GetProperty(name).ValueKind == JsonValueKind.Number ? row.GetProperty(name).GetDouble() : null;
}
