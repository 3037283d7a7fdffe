using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Web.Addresses;
using Rootscope.Web.Api;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>What addresses say and nobody understands is told, by every page and every address for programs, before any work
/// begins.</summary>
public class AddressTests(ReadingSite reading) : IClassFixture<ReadingSite>
{
    private const string NoRun = "/api/v1/runs/00000000000000000000000000000000";

    /// <summary>How soon a name that is not there is refused. A ranking of usa-2017 takes half a minute on one thread.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("/?lens=sideways", "lens", "sideways", "equilibrium, cascade, extraction or first-order")]
    [InlineData("/?cut=2", "cut", "2", "above 0 and below 1")]
    [InlineData("/?table=chyna-2020", "table", "chyna-2020", "Perhaps china-2020.")]
    [InlineData("/?table=world-2011&region=XXX", "region", "XXX", "AUS, AUT")]
    [InlineData("/compare?with=nowhere", "with", "nowhere", "china-2020")]
    [InlineData("/compare?with=world-2011:XXX", "with", "world-2011:XXX", "AUS, AUT")]
    [InlineData("/?v=7", "v", "7", "Write 1")]
    [InlineData("/technology/logic_chips?cut=banana", "cut", "banana", "above 0 and below 1")]
    [InlineData("/industries?measure=banana", "measure", "banana", "leverage")]
    [InlineData("/weak-spots?rule=banana", "rule", "banana", "geodep")]
    [InlineData("/region/CHN?by=banana", "by", "banana", "technology or industry")]
    [InlineData("/about?lang=banana", "lang", "banana", "en or zh")]
    [InlineData("/lab?kind=banana&amount=3", "kind", "banana", "supply_cut")]
    [InlineData("/lab?product=027&amount=abc", "amount", "abc", "from -100 to 1000")]
    [InlineData("/lab?product=027&amount=5000", "amount", "5000", "from -100 to 1000")]
    [InlineData("/lab?template=banana", "template", "banana", "tariff-round")]
    [InlineData("/admin?show=banana", "show", "banana", "pending, approved")]
    [InlineData("/admin?page=0", "page", "0", "at least 1")]
    [InlineData("/admin?decided=banana", "decided", "banana", "at least 0")]
    [InlineData("/admin/trail?before=banana", "before", "banana", "at least 0")]
    [InlineData("/data/import?layout=banana", "layout", "banana", "icio")]
    [InlineData("/data/import?year=20200", "year", "20200", "from 1900 to 2100")]
    public async Task A_value_that_a_page_does_not_understand_is_refused_with_what_is_allowed(
        string address,
        string field,
        string value,
        string allowed
    )
    {
        using Visitor visitor = reading.Site.Visit();
        Answer answer = await visitor.Get(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(address, answer.Address.PathAndQuery);
        string text = WebUtility.HtmlDecode(answer.Text);
        Assert.Contains($"'{value}' is no value of '{field}'.", text, StringComparison.Ordinal);
        Assert.Contains(allowed, text, StringComparison.Ordinal);
        Assert.Contains($"<input name=\"{field}\" value=\"{value}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_refusal_keeps_all_that_was_typed_in_the_language_of_the_page()
    {
        using Visitor visitor = reading.Site.Visit();
        Answer answer = await visitor.Get("/lab?lang=zh&product=027&from=CHN&amount=abc");
        string text = WebUtility.HtmlDecode(answer.Text);
        Assert.Contains("“amount”不能取值“abc”。", text, StringComparison.Ordinal);
        foreach ((string field, string value) in new[] { ("lang", "zh"), ("product", "027"), ("from", "CHN"), ("amount", "abc") })
        {
            Assert.Contains($"<input name=\"{field}\" value=\"{value}\"", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/?lens=equilibrium&lens=extraction", "is given more than once")]
    [InlineData(
        "/search?q=aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbx",
        "at most 100"
    )]
    public async Task A_value_twice_and_one_too_long_are_refused(string address, string told)
    {
        using Visitor visitor = reading.Site.Visit();
        Answer answer = await visitor.Get(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/about?utm_source=elsewhere", "There is no parameter 'utm_source' here. That choice is left out.")]
    [InlineData("/lab?knid=ban", "Perhaps 'kind'.")]
    [InlineData("/data?table=china-2020&region=USA", "The table china-2020 has no region 'USA'; that choice is left out. It has CHN.")]
    public async Task What_others_added_and_the_region_of_another_table_are_told_and_the_page_is_shown(string address, string told)
    {
        using Visitor visitor = reading.Site.Visit();
        Answer answer = await visitor.Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(told, WebUtility.HtmlDecode(answer.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_refuses_a_language_that_it_does_not_know()
    {
        using Visitor visitor = reading.Site.Visit();
        string[] pages =
        [
            .. EndpointsOf()
                .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
                .Select(e => Filled(e.RoutePattern.RawText!))
                .Where(p => !p.StartsWith("/fault", StringComparison.Ordinal)),
        ];
        Assert.True(pages.Length > 20, $"{pages.Length} pages");
        foreach (string page in pages)
        {
            Assert.True((await visitor.Get($"{page}?lang=xx")).Status == HttpStatusCode.BadRequest, page);
        }
    }

    [Fact]
    public async Task Every_address_for_programs_and_every_one_that_takes_something_refuses_a_field_it_does_not_know()
    {
        using Visitor visitor = reading.Site.Visit();
        (string Method, string Path, string Takes)[] addresses =
        [
            .. EndpointsOf()
                .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Select(m => (Method: m, Endpoint: e)))
                .Where(e => e.Endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null || e.Method != HttpMethod.Get.Method)
                .Where(e => e.Method is not ("HEAD" or "OPTIONS"))
                .Select(e =>
                    (
                        e.Method,
                        Filled(e.Endpoint.RoutePattern.RawText!),
                        e.Endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/yaml"
                    )
                )
                .Where(e => !e.Item2.StartsWith("/fault", StringComparison.Ordinal)),
        ];
        Assert.True(addresses.Length > 50, $"{addresses.Length} addresses");
        foreach ((string method, string path, string takes) in addresses)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"{path}?banana=1");
            if (method == HttpMethod.Post.Method)
            {
                request.Content = path.StartsWith("/api", StringComparison.Ordinal)
                    ? new StringContent("x", Encoding.UTF8, new MediaTypeHeaderValue(takes))
                    : new FormUrlEncodedContent([KeyValuePair.Create("a", "b")]);
            }

            Answer answer = await visitor.Send(request);
            Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{method} {path}: {answer.Status}");
            Assert.Contains("banana", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("POST", "/api/v1/runs", "capital, technologies, ratings")]
    [InlineData("POST", NoRun, "It takes none.")]
    [InlineData("DELETE", NoRun, "It takes none.")]
    [InlineData("GET", NoRun, "It takes none.")]
    public async Task An_unknown_field_of_a_run_is_told_with_those_that_there_are(string method, string path, string told)
    {
        using Visitor visitor = reading.Site.Visit();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{path}?banana=1")
        {
            Content = new StringContent("name: x", Encoding.UTF8, new MediaTypeHeaderValue("application/yaml")),
        };
        using var problem = JsonDocument.Parse((await visitor.Send(request)).Text);
        Assert.Equal(400, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Equal("banana", problem.RootElement.GetProperty("errors")[0].GetProperty("parameter").GetString());
        Assert.Contains(told, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", "It came as text/plain")]
    [InlineData("application/json", "It came as application/json")]
    [InlineData(null, "It came without a type.")]
    public async Task The_wrong_type_of_a_body_is_told_with_those_that_are_taken(string? type, string told)
    {
        using Visitor visitor = reading.Site.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/runs") { Content = new ByteArrayContent([120]) };
        request.Content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        Answer answer = await visitor.Send(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        Assert.Contains("Send it as application/yaml or application/x-yaml.", answer.Text, StringComparison.Ordinal);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/at-stake/NOSUCH?table=usa-2017", "'NOSUCH'.")]
    [InlineData("/api/v1/at-stake?table=usa-2017&region=NOSUCH", "There is no region 'NOSUCH'.")]
    [InlineData("/api/v1/industries/NOSUCH?table=usa-2017", "'NOSUCH'.")]
    [InlineData("/api/v1/technologies/NOSUCH?table=usa-2017", "There is no technology 'NOSUCH'.")]
    [InlineData("/api/v1/roots?table=usa-2017&region=NOSUCH", "There is no region 'NOSUCH'.")]
    [InlineData("/api/v1/weak-spots?region=ZZZ", "ZZZ")]
    [InlineData("/api/v1/accounts?table=world-2011&measure=extraction-cell&supplier=NOSUCH", "NOSUCH")]
    [InlineData("/api/v1/tables/usa-2017/sectors?region=NOSUCH", "There is no region 'NOSUCH'.")]
    [InlineData("/api/v1/regions/NOSUCH", "There is no region 'NOSUCH'.")]
    [InlineData("/technology/NOSUCH?table=usa-2017", "nothing is called ‘NOSUCH’")]
    [InlineData("/technology/NOSUCH/at-rest?table=usa-2017", "nothing is called ‘NOSUCH’")]
    [InlineData("/industry/NOSUCH?table=usa-2017", "nothing is called ‘NOSUCH’")]
    [InlineData("/industry/NOSUCH/at-rest?table=usa-2017", "nothing is called ‘NOSUCH’")]
    [InlineData("/region/NOSUCH", "nothing is called ‘NOSUCH’")]
    [InlineData("/data/NOSUCH", "nothing is called ‘NOSUCH’")]
    public async Task A_name_that_is_not_there_is_refused_before_work_begins(string address, string told)
    {
        using Visitor visitor = reading.Site.Visit();
        long began = Stopwatch.GetTimestamp();
        Answer answer = await visitor.Get(address);
        TimeSpan took = Stopwatch.GetElapsedTime(began);
        Assert.True((int)answer.Status is >= 400 and < 500, $"{answer.Status}");
        Assert.Contains(told, WebUtility.HtmlDecode(answer.Text), StringComparison.Ordinal);
        Assert.True(took < Soon, $"{took}");
    }

    [Fact]
    public async Task Every_figure_refuses_a_product_that_is_not_there_before_it_is_drawn()
    {
        using Visitor visitor = reading.Site.Visit();
        foreach (string figure in Rootscope.Web.Hosting.SiteSections.Figures.Select(f => f.Id))
        {
            long began = Stopwatch.GetTimestamp();
            Answer answer = await visitor.Get($"/figures/{figure}.csv?table=usa-2017&of=NOSUCH");
            Assert.True(answer.Status == HttpStatusCode.NotFound, figure);
            Assert.True(Stopwatch.GetElapsedTime(began) < Soon, figure);
        }
    }

    [Theory]
    [InlineData("/technology/logic_chip", "/technology/logic_chips")]
    [InlineData("/data/chyna-2020", "/data/china-2020")]
    public async Task What_is_not_there_is_told_with_the_nearest_names(string address, string nearest)
    {
        using Visitor visitor = reading.Site.Visit();
        Answer answer = await visitor.Get(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains($"<a href=\"{nearest}\">", answer.Text, StringComparison.Ordinal);
    }

    private RouteEndpoint[] EndpointsOf() =>
        [.. reading.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>A path with something in each of its places.</summary>
    private static string Filled(string pattern) =>
        string.Concat(
            ("/" + pattern.TrimStart('/'))
                .Split('{', '}')
                .Select(
                    (part, i) =>
                        i % 2 == 0 ? part
                        : part.StartsWith("table", StringComparison.Ordinal) ? "china-2020"
                        : "1"
                )
        );
}
