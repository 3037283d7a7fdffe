using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rootscope.Web.Api;
using Rootscope.Web.Requests;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>One site that all tests of the API read.</summary>
public sealed class ApiSite : IAsyncLifetime
{
    internal RunningSite Site { get; private set; } = null!;

    internal Visitor Visitor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await RunningSite.Start();
        Visitor = Site.Visit();
    }

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        await Site.DisposeAsync();
    }
}

/// <summary>
/// What programs read: every resource in every form, errors that say what to do, the document and the page that describe it all.
/// </summary>
public class ApiTests(ApiSite api) : IClassFixture<ApiSite>
{
    public static TheoryData<string> Readable => [.. ApiResources.All.Where(r => r.Name != "run-losses").Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task Every_resource_gives_the_columns_that_it_declares_in_every_form(string name)
    {
        Resource resource = ApiResources.All.Single(r => r.Name == name);
        string[] declared = [.. resource.Columns.Select(c => c.Name)];
        Answer json = await api.Visitor.Get(AddressOf(resource, string.Empty));
        Assert.Equal(HttpStatusCode.OK, json.Status);
        using var document = JsonDocument.Parse(json.Text);
        JsonElement provenance = document.RootElement.GetProperty("provenance");
        Assert.Matches("^[0-9a-f]{64}$", provenance.GetProperty("contentHash").GetString()!);
        Assert.NotEqual(string.Empty, provenance.GetProperty("source").GetString());
        Assert.NotEqual(string.Empty, provenance.GetProperty("licence").GetString());
        Assert.Equal(declared, document.RootElement.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        JsonElement[] rows = [.. document.RootElement.GetProperty("rows").EnumerateArray()];
        Assert.NotEmpty(rows);
        Assert.All(
            rows,
            row =>
            {
                Assert.Equal(declared, row.EnumerateObject().Select(p => p.Name));
                Assert.All(
                    resource.Columns,
                    c => Assert.True(Fits(c.Style, row.GetProperty(c.Name)), $"{c.Name}: {row.GetProperty(c.Name)}")
                );
            }
        );
        Assert.Equal(json.Text, (await api.Visitor.Get(AddressOf(resource, ".json"))).Text);
        Answer csv = await api.Visitor.Get(AddressOf(resource, ".csv"));
        Assert.Equal(string.Join(',', declared), csv.Text.Split('\n')[0]);
        Assert.Contains(
            string.Concat("<", AddressOf(resource, string.Empty).AsSpan(0, 8)),
            csv.Message.Headers.GetValues("Link").Single(),
            StringComparison.Ordinal
        );
        Assert.StartsWith("PAR1", (await api.Visitor.Get(AddressOf(resource, ".parquet"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".csv")]
    [InlineData(".parquet")]
    public async Task What_has_not_changed_is_not_sent_again(string suffix)
    {
        Answer first = await api.Visitor.Get($"/api/v1/roots{suffix}?top=5");
        EntityTagHeaderValue tag = first.Message.Headers.ETag!;
        Assert.False(tag.IsWeak);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/roots{suffix}?top=5");
        again.Headers.IfNoneMatch.Add(tag);
        Answer second = await api.Visitor.Send(again);
        Assert.Equal(HttpStatusCode.NotModified, second.Status);
        Assert.Empty(second.Text);
        Assert.NotEqual(tag, (await api.Visitor.Get($"/api/v1/roots{suffix}?top=6")).Message.Headers.ETag);
        using var look = new HttpRequestMessage(HttpMethod.Head, $"/api/v1/roots{suffix}?top=5");
        Answer head = await api.Visitor.Send(look);
        Assert.Equal((HttpStatusCode.OK, tag), (head.Status, head.Message.Headers.ETag));
    }

    [Fact]
    public async Task Every_bad_parameter_is_named_with_its_repair()
    {
        Answer answer = await api.Visitor.Get("/api/v1/roots?lense=x&by=firm&cut=2&top=-1");
        JsonElement problem = Problem(answer, HttpStatusCode.BadRequest, "bad-parameter");
        Dictionary<string, string> errors = problem
            .GetProperty("errors")
            .EnumerateArray()
            .ToDictionary(e => e.GetProperty("parameter").GetString()!, e => e.GetProperty("repair").GetString()!);
        Assert.Equal(["by", "cut", "lense", "top"], errors.Keys.Order());
        Assert.Contains("'lens'", errors["lense"], StringComparison.Ordinal);
        Assert.Contains("industry or technology", errors["by"], StringComparison.Ordinal);
        Assert.Contains("above 0 and below 1", errors["cut"], StringComparison.Ordinal);
        Assert.Equal(
            "region",
            Problem(await api.Visitor.Get("/api/v1/roots?table=world-2011"), HttpStatusCode.BadRequest, "bad-parameter")
                .GetProperty("errors")[0]
                .GetProperty("parameter")
                .GetString()
        );
        Assert.Equal(
            "q",
            Problem(await api.Visitor.Get("/api/v1/search"), HttpStatusCode.BadRequest, "bad-parameter")
                .GetProperty("errors")[0]
                .GetProperty("parameter")
                .GetString()
        );
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound, "not-found")]
    [InlineData("GET", "/api/v1/roots.xlsx", HttpStatusCode.NotFound, "not-found")]
    [InlineData("PUT", "/api/v1/roots", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [InlineData("GET", "/api/v1/roots?table=chian-2020", HttpStatusCode.NotFound, "unknown-name")]
    [InlineData("GET", "/api/v1/tables/no-such/regions", HttpStatusCode.NotFound, "unknown-name")]
    [InlineData("GET", "/api/v1/technologies/logik_chips", HttpStatusCode.NotFound, "unknown-name")]
    [InlineData("GET", "/api/v1/weak-spots?region=ATLANTIS", HttpStatusCode.NotFound, "unknown-name")]
    [InlineData("GET", "/api/v1/tables/..%2f..%2fetc/flows.parquet", HttpStatusCode.NotFound, "unknown-name")]
    [InlineData("GET", "/api/v1/runs/..%2fdiscussion", HttpStatusCode.NotFound, "unknown-name")]
    [InlineData("GET", "/api/v1/tables/world-2011/flows.parquet", HttpStatusCode.Forbidden, "not-passed-on")]
    [InlineData("GET", "/figures/nothing.json", HttpStatusCode.NotFound, "not-found")]
    [InlineData("GET", "/figures/economy.csv?table=nothing", HttpStatusCode.NotFound, "unknown-name")]
    public async Task Every_error_is_problem_details_that_says_what_to_do(string method, string address, HttpStatusCode status, string kind)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        Answer answer = await api.Visitor.Send(request);
        JsonElement problem = Problem(answer, status, kind);
        Assert.NotEqual(string.Empty, problem.GetProperty("title").GetString());
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("traceId", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_describes_every_address_and_what_it_describes_is_there()
    {
        Answer answer = await api.Visitor.Get("/api/v1/openapi.json");
        Assert.NotNull(answer.Message.Headers.ETag);
        using var document = JsonDocument.Parse(answer.Text);
        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal("/", document.RootElement.GetProperty("servers")[0].GetProperty("url").GetString());
        JsonProperty[] paths = [.. document.RootElement.GetProperty("paths").EnumerateObject()];
        foreach (Resource resource in ApiResources.All)
        {
            JsonElement operation = paths.Single(p => p.Name == $"/api/v1/{resource.Path}").Value.GetProperty("get");
            Assert.Equal(
                resource.Parameters.Select(p => p.Name),
                operation.TryGetProperty("parameters", out JsonElement given)
                    ? given.EnumerateArray().Select(p => p.GetProperty("name").GetString()!)
                    : []
            );
            JsonElement row = operation
                .GetProperty("responses")
                .GetProperty("200")
                .GetProperty("content")
                .GetProperty("application/json")
                .GetProperty("schema")
                .GetProperty("properties")
                .GetProperty("rows")
                .GetProperty("items");
            Assert.Equal(resource.Columns.Select(c => c.Name), row.GetProperty("properties").EnumerateObject().Select(c => c.Name));
        }

        string[] identifiers =
        [
            .. paths
                .SelectMany(p => p.Value.EnumerateObject())
                .Where(o => o.Value.ValueKind == JsonValueKind.Object)
                .Select(o => o.Value.GetProperty("operationId").GetString()!),
        ];
        Assert.Equal(identifiers.Distinct(StringComparer.Ordinal), identifiers);
        Assert.All(
            paths.SelectMany(p => p.Value.EnumerateObject()),
            o => Assert.NotEqual(string.Empty, o.Value.GetProperty("responses").EnumerateObject().First().Name)
        );
        Assert.All((string[])["send-run", "run", "stop-run", "run-events", "flows.parquet"], i => Assert.Contains(i, identifiers));
    }

    [Fact]
    public async Task The_reference_page_tells_every_resource_column_and_error_without_any_script_of_its_own()
    {
        Answer page = await api.Visitor.Get("/api");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        string text = WebUtility.HtmlDecode(page.Text);
        foreach (Resource resource in ApiResources.All)
        {
            Assert.Contains($"GET /api/v1/{resource.Path}", text, StringComparison.Ordinal);
            Assert.Contains(resource.Description, text, StringComparison.Ordinal);
            Assert.All(resource.Columns, c => Assert.Contains(c.Meaning, text, StringComparison.Ordinal));
            Assert.All(resource.Parameters, p => Assert.Contains(p.Meaning, text, StringComparison.Ordinal));
        }

        Assert.All(ApiProblems.All, k => Assert.Contains($"id=\"{k.Word}\"", page.Text, StringComparison.Ordinal));
        Assert.DoesNotMatch("<script(?![^>]*src=\"/assets/)[^>]*>|<style|\\sstyle=\"|\\son[a-z]+=\"", page.Text);
        foreach (
            Match link in Regex.Matches(
                page.Text,
                "href=\"(?<address>/api/v1/[^\"]*)\"",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(5)
            )
        )
        {
            Assert.Equal(HttpStatusCode.OK, (await api.Visitor.Get(WebUtility.HtmlDecode(link.Groups["address"].Value))).Status);
        }
    }

    [Fact]
    public async Task Cells_of_a_table_are_read_in_parts()
    {
        using var part = new HttpRequestMessage(HttpMethod.Get, "/api/v1/tables/usa-2017/flows.parquet");
        part.Headers.Range = new RangeHeaderValue(0, 3);
        Answer answer = await api.Visitor.Send(part);
        Assert.Equal((HttpStatusCode.PartialContent, "PAR1"), (answer.Status, answer.Text));
        Assert.True(answer.Message.Content.Headers.ContentRange!.Length > 100_000);
    }

    internal static JsonElement Problem(Answer answer, HttpStatusCode status, string kind)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.Message.Content.Headers.ContentType!.MediaType);
        JsonElement problem = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal($"/api#{kind}", problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    private static string AddressOf(Resource resource, string suffix)
    {
        string path = resource.Path.Replace("{table}", "usa-2017", StringComparison.Ordinal);
        var query = new List<string>();
        foreach (ResourceParameter parameter in resource.Parameters.Where(p => p.IsRequired && p.Name != "table"))
        {
            if (resource.IsInPath(parameter))
            {
                path = path.Replace($"{{{parameter.Name}}}", parameter.Example, StringComparison.Ordinal);
            }
            else
            {
                query.Add($"{parameter.Name}={parameter.Example}");
            }
        }

        return $"/api/v1/{path}{suffix}{(query.Count > 0 ? "?" + string.Join('&', query) : string.Empty)}";
    }

    private static bool Fits(ColumnStyle style, JsonElement value) =>
        value.ValueKind == JsonValueKind.Null
        || style switch
        {
            ColumnStyle.Text or ColumnStyle.Prose => value.ValueKind == JsonValueKind.String,
            ColumnStyle.Whole => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            ColumnStyle.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => value.ValueKind == JsonValueKind.Number,
        };
}
