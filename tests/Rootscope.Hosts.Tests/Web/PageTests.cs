using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rootscope.Shocks.Kinds;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Scenarios;
using Rootscope.Web.Hosting;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>Pages and figures over HTTP: addresses, answers, sizes.</summary>
public class PageTests(ReadingSite reading) : IClassFixture<ReadingSite>
{
    /// <summary>The most that a page may transfer without the chart library. Unit: bytes.</summary>
    private const int MostWithoutCharts = 250_000;

    /// <summary>The most that it may transfer with it. Unit: bytes.</summary>
    private const int MostWithCharts = 450_000;

    [Theory]
    [InlineData("/?table=china-2020&by=technology&lens=equilibrium&measure=leverage&cut=0.5", "/")]
    [InlineData("/?lens=extraction&measure=leverage&region=", "/?lens=extraction&v=1")]
    [InlineData("/weak-spots?rule=geodep&v=1", "/weak-spots")]
    [InlineData("/search?q=chip&table=china-2020", "/search?q=chip")]
    [InlineData("/lab?template=tariff-round&lang=en", "/lab?template=tariff-round")]
    public async Task An_address_that_says_defaults_leads_to_the_one_that_does_not(string said, string canonical)
    {
        using Visitor visitor = reading.Site.Visit();
        Answer answer = await visitor.Get(said);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(canonical, answer.Address.PathAndQuery);
    }

    [Theory]
    [InlineData("/?lens=extraction")]
    [InlineData("/?table=world-2011&region=LUX&cut=0.25&v=1")]
    [InlineData("/?lens=sideways")]
    [InlineData("/figures/economy.csv?lens=equilibrium")]
    public async Task An_address_that_says_no_default_a_faulty_one_and_one_of_data_stay_as_they_are(string said)
    {
        using Visitor visitor = reading.Site.Visit();
        Assert.Equal(said, (await visitor.Get(said)).Address.PathAndQuery);
    }

    [Theory]
    [InlineData("/figures/economy.json?table=nowhere", HttpStatusCode.NotFound)]
    [InlineData("/figures/economy.json?lens=sideways", HttpStatusCode.BadRequest)]
    [InlineData("/figures/compare.json?with=world-2011:XXX", HttpStatusCode.NotFound)]
    [InlineData("/figures/pyramid.csv?of=999", HttpStatusCode.NotFound)]
    [InlineData("/figures/suppliers.csv?of=nothing", HttpStatusCode.NotFound)]
    [InlineData("/region/XXX", HttpStatusCode.NotFound)]
    [InlineData("/data/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/compare/runs?first=00000000000000000000000000000000&second=x", HttpStatusCode.NotFound)]
    [InlineData("/compare/runs.csv?first=..%2f..%2fkeys&second=x", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_answered_so(string address, HttpStatusCode status)
    {
        using Visitor visitor = reading.Site.Visit();
        Assert.Equal(status, (await visitor.Get(address)).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/technology/logic_chips")]
    [InlineData("/figures/economy.csv")]
    [InlineData("/data/usa-2017.parquet")]
    [InlineData("/health")]
    public async Task A_question_for_the_head_alone_is_answered_without_a_body(string address)
    {
        using Visitor visitor = reading.Site.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        Answer head = await visitor.Send(request);
        Answer whole = await visitor.Get(address);
        Assert.Equal(whole.Status, head.Status);
        Assert.Equal(whole.Message.Content.Headers.ContentType, head.Message.Content.Headers.ContentType);
        Assert.Empty(head.Text);
    }

    [Fact]
    public async Task Every_registered_figure_has_its_data_in_two_forms_without_a_number_that_is_none()
    {
        using Visitor visitor = reading.Site.Visit();
        Dictionary<string, string> about = new(StringComparer.Ordinal)
        {
            ["pyramid"] = "?of=094",
            ["chains"] = "?of=094",
            ["lenses"] = "?of=logic_chips",
            ["bands"] = "?of=logic_chips",
            ["stake-path"] = "?of=logic_chips",
            ["compare-at-stake"] = "?with=world-2011:DEU",
            ["suppliers"] = "?of=logic_chips",
            ["origins"] = "?table=world-2011&region=DEU",
        };
        foreach (string id in SiteSections.All.SelectMany(s => s.Figures).Select(f => f.Id))
        {
            string query = about.GetValueOrDefault(id, string.Empty);
            Answer json = await visitor.Get($"/figures/{id}.json{query}");
            Assert.True(json.Status == HttpStatusCode.OK, $"{id}: {json.Text}");
            using var document = JsonDocument.Parse(json.Text);
            JsonElement provenance = document.RootElement.GetProperty("provenance");
            Assert.All(
                (string[])["title", "sentence", "source", "licence", "contentHash"],
                k => Assert.NotEmpty(provenance.GetProperty(k).GetString()!)
            );
            Assert.All(
                document.RootElement.GetProperty("columns").EnumerateArray(),
                c => Assert.NotEmpty(c.GetProperty("meaning").GetString()!)
            );
            int rows = document.RootElement.GetProperty("rows").GetArrayLength();
            Assert.True(rows > 0, $"{id} has no rows");
            Answer csv = await visitor.Get($"/figures/{id}.csv{query}");
            Assert.Equal(rows + 1, csv.Text.TrimEnd('\n').Split('\n').Length);
            Assert.DoesNotMatch("NaN|Infinity", json.Text + csv.Text);
            await Says_what_it_is(visitor, id, query, csv);
            Answer chinese = await visitor.Get($"/figures/{id}.json{(query.Length > 0 ? query + "&" : "?")}lang=zh");
            Assert.Matches(
                "[\u4e00-\u9fff]",
                JsonDocument.Parse(chinese.Text).RootElement.GetProperty("provenance").GetProperty("sentence").GetString()!
            );
        }
    }

    /// <summary>A file that was passed on is named by what it is, and leads to its title, source and licence.</summary>
    private static async Task Says_what_it_is(Visitor visitor, string id, string query, Answer csv)
    {
        string? name = csv.Message.Content.Headers.ContentDisposition?.FileName?.Trim('"');
        Assert.StartsWith($"rootscope-{id}-", name, StringComparison.Ordinal);
        Assert.Matches(query.Contains("table=", StringComparison.Ordinal) || id == "world" ? "world-2011" : "china-2020", name);
        string link = Assert.Single(csv.Message.Headers.GetValues("Link"));
        Answer described = await visitor.Get(link[1..link.IndexOf('>', StringComparison.Ordinal)]);
        using var about = JsonDocument.Parse(described.Text);
        Assert.Equal(name, about.RootElement.GetProperty("url").GetString());
        Assert.All((string[])["dc:title", "dc:source", "dc:rights"], k => Assert.NotEmpty(about.RootElement.GetProperty(k).GetString()!));
    }

    [Fact]
    public async Task The_first_picture_of_the_home_page_leads_to_pages_and_is_a_file_of_its_own()
    {
        using Visitor visitor = reading.Site.Visit();
        string page = (await visitor.Get("/?lang=zh")).Text;
        int first = page.IndexOf("<svg", page.IndexOf("id=\"figure-at-stake-map\"", StringComparison.Ordinal), StringComparison.Ordinal);
        string map = page[first..page.IndexOf("</svg>", first, StringComparison.Ordinal)];
        Assert.Contains("href=\"/technology/semi_equipment?lang=zh&amp;v=1\"", map, StringComparison.Ordinal);
        Assert.Contains("href=\"/industry/109?lang=zh&amp;v=1\"", map, StringComparison.Ordinal);
        Assert.Contains("同等规模的典型水平", map, StringComparison.Ordinal);
        Answer file = await visitor.Get("/figures/at-stake-bars.svg");
        Assert.Equal("image/svg+xml", file.Message.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<title>What China stands on</title>", file.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/figures/economy.svg")).Status);
    }

    [Fact]
    public async Task A_table_is_taken_as_Parquet_where_its_terms_allow_it_and_refused_with_the_reason_otherwise()
    {
        using Visitor visitor = reading.Site.Visit();
        Answer taken = await visitor.Get("/data/usa-2017.parquet");
        Assert.Equal("application/vnd.apache.parquet", taken.Message.Content.Headers.ContentType!.MediaType);
        byte[] content = await taken.Message.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("PAR1"u8, content.AsSpan(0, 4));
        Assert.Equal("PAR1"u8, content.AsSpan(content.Length - 4));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/data/usa-2017.parquet");
        again.Headers.IfNoneMatch.Add(taken.Message.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.Send(again)).Status);
        Answer refused = await visitor.Get("/data/china-2020.parquet");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("It is not known that the figures may be passed on", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/data/..%2fkeys.parquet")).Status);
    }

    [Fact]
    public async Task The_regions_of_an_imported_table_have_pages_and_are_found_by_name_and_in_Chinese()
    {
        using Visitor visitor = reading.Site.Visit();
        Answer list = await visitor.Get("/regions");
        Assert.Contains($"/region/CCC?table={ReadingSite.Imported}", list.Text, StringComparison.Ordinal);
        Answer found = await visitor.Get("/region/CCC");
        Assert.Equal($"/region/CCC?table={ReadingSite.Imported}&v=1", found.Address.PathAndQuery);
        Assert.Contains("<h1>Celand</h1>", found.Text, StringComparison.Ordinal);
        Assert.Contains("Who makes the inputs of Celand&#x27;s industries", found.Text, StringComparison.Ordinal);
        Assert.Contains("/region/BBB", (await visitor.Get("/search?q=beland")).Text, StringComparison.Ordinal);
        Assert.Contains("/region/JPN", (await visitor.Get("/search?q=" + Uri.EscapeDataString("日本"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("logic_chips", "A proxy: published shares. The margin is")]
    [InlineData("seeds", "Nothing embedded says who holds it.")]
    [InlineData("machine_tools", "Published shares leave it open")]
    public async Task A_cell_says_how_sure_it_is(string technology, string told)
    {
        using Visitor visitor = reading.Site.Visit();

        // The data waits for the cells, so that the page has them now.
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/figures/weak-spots.csv")).Status);
        Assert.Contains(told, (await visitor.Get($"/technology/{technology}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lenses")]
    [InlineData("bands")]
    [InlineData("stake-path")]
    [InlineData("suppliers")]
    [InlineData("pyramid")]
    public async Task A_figure_that_is_about_nothing_says_what_is_missing(string figure)
    {
        using Visitor visitor = reading.Site.Visit();
        Answer answer = await visitor.Get($"/figures/{figure}.json");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("?of=", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_technology_says_how_sure_its_figures_are()
    {
        using Visitor visitor = reading.Site.Visit();
        string[] lines = (await visitor.Get("/figures/bands.csv?of=semi_equipment")).Text.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        string[][] rows = [.. lines.Where(l => l[0] != '#').Skip(1).Select(l => l.TrimEnd('\r').Split(','))];
        double[][] numbers =
        [
            .. rows.Select(r => r[^3..].Select(c => double.Parse(c, System.Globalization.CultureInfo.InvariantCulture)).ToArray()),
        ];
        Assert.Equal(4, rows.Length);
        Assert.All(numbers, n => Assert.True(n[1] <= n[0] && n[0] <= n[2] && n[1] < n[2]));

        // The data waits for the draws, so that the page has them now.
        Assert.Contains(
            "Nine draws in ten put the leverage between",
            (await visitor.Get("/technology/semi_equipment/at-rest")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/lab?table=world-2011&kind=ban&product=c14&from=USA,JPN&to=CHN&amount=90")]
    [InlineData("/lab?kind=supply_cut&product=094&from=CHN&amount=12.5")]
    [InlineData("/lab?kind=uplift&product=textiles&from=CHN&amount=20")]
    [InlineData("/lab?table=world-2011&kind=tariff&product=c13&from=CHN&to=USA&amount=25")]
    [InlineData("/lab?kind=capital&product=textiles&from=CHN&amount=-30")]
    public async Task A_scenario_that_is_built_from_choices_can_be_run_as_it_is(string address)
    {
        using var folder = new TemporaryFolder();
        using Visitor visitor = reading.Site.Visit();
        string page = (await visitor.Get(address)).Text;
        string text = WebUtility.HtmlDecode(
            Regex
                .Match(page, "<textarea[^>]*>(?<text>[^<]*)</textarea>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
                .Groups["text"]
                .Value
        );
        string path = folder.PathOf("built.yaml");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        ScenarioReading scenario = ScenarioFiles.Check(path, new Rootscope.Storage.TableLibrary(folder.PathOf("workspace")));
        Assert.Empty(scenario.Faults);
        Assert.NotNull(scenario.Scenario);
    }

    [Fact]
    public async Task The_form_offers_every_kind_of_shock_that_its_fields_can_say()
    {
        using Visitor visitor = reading.Site.Visit();
        string page = (await visitor.Get("/lab")).Text;
        Assert.All(
            ShockKinds.Default.All,
            kind =>
                Assert.Equal(
                    kind.Fields.All(f => !f.IsRequired || f.Type is not (ShockFieldType.Text or ShockFieldType.Texts)),
                    page.Contains($"value=\"{kind.Word}\"", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public async Task Words_of_the_form_stay_words_in_the_text()
    {
        using Visitor visitor = reading.Site.Visit();
        string page = (
            await visitor.Get(
                "/lab?kind=ban&product=" + Uri.EscapeDataString("x\", from: [all] }\n  - tariff: {</textarea><script>") + "&from=CHN"
            )
        ).Text;
        Assert.Contains("product: &quot;x\\&quot;, from: [all] }", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runs_are_compared_by_hash_or_by_address()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        var ids = new List<string>();
        foreach (string gain in (string[])["+20%", "+10%"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/runs")
            {
                Content = new StringContent(
                    ScenarioFiles.Template("digital-spinning").Replace("+20%", gain, StringComparison.Ordinal),
                    System.Text.Encoding.UTF8,
                    "application/yaml"
                ),
            };
            using var accepted = JsonDocument.Parse((await visitor.Send(request)).Text);
            ids.Add(accepted.RootElement.GetProperty("id").GetString()!);
            _ = await visitor.Get($"/api/v1/runs/{ids[^1]}/events");
        }

        Answer csv = await visitor.Get($"/compare/runs.csv?first={ids[0]}&second={ids[1]}");
        Assert.StartsWith("lens,region,name,firstLoss,secondLoss,difference\n", csv.Text, StringComparison.Ordinal);
        Answer byAddress = await visitor.Get(
            $"/compare/runs.csv?first={Uri.EscapeDataString($"{site.Address}runs/{ids[0]}")}&second={ids[1]}"
        );
        Assert.Equal(csv.Text, byAddress.Text);
        string[] cells = csv.Text.Split('\n')[1].Split(',');
        Assert.NotEqual(cells[3], cells[4]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?lang=zh")]
    [InlineData("/technology/logic_chips")]
    [InlineData("/technology/logic_chips?lang=zh")]
    public async Task A_page_and_all_that_it_loads_is_small(string address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = reading.Site.Address,
        };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        using Visitor visitor = reading.Site.Visit();
        string[] assets =
        [
            .. Regex
                .Matches((await visitor.Get(address)).Text, "/assets/[^\"]+", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
                .Select(m => m.Value)
                .Distinct(),
        ];
        Assert.Contains(assets, a => a.EndsWith("echarts.js", StringComparison.Ordinal));
        int own = await Size(client, address);
        foreach (string asset in assets.Where(a => !a.EndsWith("echarts.js", StringComparison.Ordinal)))
        {
            own += await Size(client, asset);
        }

        int charts = await Size(client, assets.Single(a => a.EndsWith("echarts.js", StringComparison.Ordinal)));
        Assert.InRange(own, 1, MostWithoutCharts);
        Assert.InRange(own + charts, 1, MostWithCharts);
        TestContext.Current.TestOutputHelper!.WriteLine($"{address}: {own} bytes, {own + charts} with the chart library");
    }

    private static async Task<int> Size(HttpClient client, string address)
    {
        using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        byte[] body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        int headers = answer.Headers.Concat(answer.Content.Headers).Sum(h => h.Key.Length + 4 + h.Value.Sum(v => v.Length));
        return body.Length + headers;
    }
}
