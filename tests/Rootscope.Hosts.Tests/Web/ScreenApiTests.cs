using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Screening;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Names;
using Rootscope.Storage.Formats.Screening;
using Rootscope.Storage.Screening;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>One site with a list and a decision, and all that it writes down.</summary>
public sealed class ScreenSite : IAsyncLifetime
{
    /// <summary>A name that meets a record.</summary>
    public const string Name = "Example Instrument Company";

    private readonly Written _log = new();

    internal RunningSite Site { get; private set; } = null!;

    internal Visitor Visitor { get; private set; } = null!;

    internal IReadOnlyCollection<string> Log => _log.Lines;

    public async ValueTask InitializeAsync()
    {
        Site = await RunningSite.Start(o => o with { LogsRequests = true, WritesPerMinute = 200 });
        Site.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
        Visitor = Site.Visit();
        (ScreeningStore store, StoredList list) = AddList(Site);
        store.Decide(time => new Decision(
            time,
            "someone",
            ScreeningName.Of(Name).Normalised,
            "own",
            "R-001",
            list.List.Records[0].Hash,
            Verdict.Escalate,
            "an inner note"
        ));
    }

    /// <summary>Adds the sample's list to the workspace of a site.</summary>
    internal static (ScreeningStore Store, StoredList List) AddList(RunningSite site)
    {
        var choice = new ListChoice { IsPartial = true };
        string parties = Path.Combine(SourceFolder.Repository(), "samples", "restricted-parties.csv");
        var store = new ScreeningStore(Path.Combine(site.DataFolder, "workspace"));
        StoredList list = store.ReadFiles(ListLayouts.Find("plain"), "own", [parties], choice, TestContext.Current.CancellationToken);
        store.Keep(list, choice);
        return (store, list);
    }

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        await Site.DisposeAsync();
        _log.Dispose();
    }

    /// <summary>All that the site writes down.</summary>
    private sealed class Written : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}

/// <summary>Names against lists over HTTP: the command's answer, its limits, and that nothing keeps a name.</summary>
public class ScreenApiTests(ScreenSite site) : IClassFixture<ScreenSite>
{
    private const string Name = ScreenSite.Name;
    private const string Secret = "Zyxwvut Confidential Works";

    [Fact]
    public async Task The_answer_is_that_of_the_command_without_notes_and_is_not_kept_on_the_way()
    {
        Answer answer = await Ask($$"""{"name":"{{Name}}","top":3}""");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("no-store", answer.Message.Headers.CacheControl!.ToString());
        var analyst = new Analyst(new Rootscope.Storage.TableLibrary(Path.Combine(site.Site.DataFolder, "workspace")));
        string told = ScreenReport.Of(analyst.Screen(new ScreenQuestion(Name) { Top = 3 }, TestContext.Current.CancellationToken)).ToJson();
        using var mine = JsonDocument.Parse(answer.Text);
        using var command = JsonDocument.Parse(told.Replace("\"an inner note\"", "null", StringComparison.Ordinal));
        Assert.Contains("an inner note", told, StringComparison.Ordinal);
        Assert.True(JsonElement.DeepEquals(command.RootElement, mine.RootElement), answer.Text);
        Assert.Equal("escalate", mine.RootElement.GetProperty("rows")[0].GetProperty("decision").GetString());
    }

    [Theory]
    [InlineData("[]", 400, "JSON object")]
    [InlineData("{\"name\":", 400, "JSON object")]
    [InlineData("{}", 400, "name is empty")]
    [InlineData("{\"name\":\"A\",\"nmae\":\"B\"}", 400, "Nearest: name")]
    [InlineData("{\"name\":\"A\",\"threshold\":2}", 400, "at most 1")]
    [InlineData("{\"name\":\"A\",\"of\":\"planet\"}", 400, "person")]
    [InlineData("{\"name\":\"A\",\"top\":0}", 400, "between 1 and 100")]
    [InlineData("{\"name\":\"A\",\"top\":101}", 400, "between 1 and 100")]
    [InlineData("{\"name\":\"A\",\"lists\":[\"plain:/etc/passwd\"]}", 400, "no name of a list")]
    [InlineData("{\"name\":\"A\",\"lists\":[\"../own\"]}", 400, "no name of a list")]
    [InlineData("{\"name\":\"A\",\"lists\":[\"none\"]}", 404, "There is no list 'none'")]
    public async Task What_cannot_be_asked_says_what_to_write(string body, int status, string expected)
    {
        Answer answer = await Ask(body);
        Assert.Equal(status, (int)answer.Status);
        Assert.Contains(expected, JsonDocument.Parse(answer.Text).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>
    /// A listing that is run over HTTP looks its firms up in the site's lists, says by what they count, and is another run when a decision
    /// changes who counts.
    /// </summary>
    [Fact]
    public async Task A_listing_that_is_run_says_which_firm_counts_by_what_and_follows_decisions()
    {
        await using RunningSite own = await RunningSite.Start();
        (ScreeningStore store, StoredList list) = ScreenSite.AddList(own);
        using Visitor visitor = own.Visit();
        Answer first = await Run(visitor);
        string id = JsonDocument.Parse(first.Text).RootElement.GetProperty("id").GetString()!;
        _ = await visitor.Get($"/api/v1/runs/{id}/events");
        string[] told =
        [
            (await visitor.Get($"/api/v1/runs/{id}/losses")).Text,
            (await visitor.Get($"/runs/{id}.json")).Text,
            WebUtility.HtmlDecode((await visitor.Get($"/runs/{id}")).Text),
        ];
        Assert.All(told, t => Assert.Contains("accepted without a decision", t, StringComparison.Ordinal));
        Assert.All(told, t => Assert.Contains("R-001", t, StringComparison.Ordinal));
        Assert.All(told, t => Assert.Contains("so that it is not cut off: Unrelated Foods", t, StringComparison.Ordinal));

        store.Decide(time => new Decision(
            time,
            "someone",
            ScreeningName.Of(Name).Normalised,
            "own",
            "R-001",
            list.List.Records[0].Hash,
            Verdict.FalsePositive,
            "another firm"
        ));
        Answer again = await Run(visitor);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("No firm of it counts as listed", again.Text, StringComparison.Ordinal);
    }

    private static async Task<Answer> Run(Visitor visitor)
    {
        const string Scenario = $$"""
            name: a listing
            table: china-2020
            shocks:
              - blacklist: { firms: {{Name}}, list: own, accept_matches: true, product: semi_equipment, region: CHN, share: 0.2 }
              - blacklist: { firms: Unrelated Foods, list: own, accept_matches: true, product: semi_equipment, region: CHN, share: 0.1 }
            """;
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/api/v1/runs") { Content = new StringContent(Scenario, Encoding.UTF8) };
        sent.Content.Headers.ContentType = new MediaTypeHeaderValue("application/yaml");
        return await visitor.Send(sent);
    }

    [Fact]
    public async Task Length_number_and_type_have_limits()
    {
        Assert.Equal(HttpStatusCode.OK, (await Ask($$"""{"name":"{{new string('a', 1024)}}"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask($$"""{"name":"{{new string('a', 1025)}}"}""")).Status);
        string lists = string.Join(',', Enumerable.Repeat("\"own\"", 21));
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask($$"""{"name":"A","lists":[{{lists}}]}""")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Ask($$"""{"name":"A","of":"{{new string('a', 20_000)}}"}""")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Ask("""{"name":"A"}""", "text/plain")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask("""{"name":"A"}""", query: "?name=A")).Status);
    }

    [Fact]
    public async Task No_name_that_is_asked_is_logged_or_kept()
    {
        string normalised = ScreeningName.Of(Secret).Normalised;
        Assert.Equal(HttpStatusCode.OK, (await Ask($$"""{"name":"{{Secret}}"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask($$"""{"name":"{{Secret}}","top":0}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask($$"""{"name":"{{Secret}}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask($$"""{"name":"{{Secret}}","lists":["none"]}""")).Status);
        string list = Path.Combine(site.Site.DataFolder, "workspace", "screening", "own.list");
        byte[] whole = await File.ReadAllBytesAsync(list, TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(list, "damage", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, (await Ask($$"""{"name":"{{Secret}}"}""")).Status);
        await File.WriteAllBytesAsync(list, whole, TestContext.Current.CancellationToken);
        Assert.Contains(site.Log, l => l.Contains("POST /api/v1/screen 200", StringComparison.Ordinal));
        Assert.Contains(site.Log, l => l.Contains("damaged", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log, IsTold);
        string[] files = Directory.GetFiles(site.Site.DataFolder, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            Assert.False(IsTold(Encoding.UTF8.GetString(bytes.ToArray())), file);
        }

        bool IsTold(string text) =>
            text.Contains("Zyxwvut", StringComparison.OrdinalIgnoreCase) || text.Contains(normalised, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_document_describes_it()
    {
        using var document = JsonDocument.Parse((await site.Visitor.Get("/api/v1/openapi.json")).Text);
        JsonElement post = document.RootElement.GetProperty("paths").GetProperty("/api/v1/screen").GetProperty("post");
        Assert.Equal("screen", post.GetProperty("operationId").GetString());
        Assert.True(post.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
        Assert.True(post.GetProperty("responses").TryGetProperty("200", out _));
    }

    private async Task<Answer> Ask(string body, string mediaType = "application/json", string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/screen{query}")
        {
            Content = new StringContent(body, Encoding.UTF8),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return await site.Visitor.Send(request);
    }
}
