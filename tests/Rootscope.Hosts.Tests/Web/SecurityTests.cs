using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Rootscope.Cli;
using Rootscope.Storage.Scenarios;
using Rootscope.Web.Moderation;
using Rootscope.Web.Security;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>What keeps the site and its visitors safe, one sentence a test.</summary>
public class SecurityTests
{
    private const string Comments = "/discuss/technology/logic_chips";

    [Fact]
    public async Task Every_answer_has_the_headers_and_no_page_runs_anything_inline()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        foreach (
            string address in (string[])
                [
                    "/",
                    "/technology/logic_chips",
                    "/lab",
                    "/api",
                    "/admin/sign-in",
                    Comments,
                    "/nothing",
                    "/api/v1/tables",
                    "/api/v1/nothing",
                    "/figures/economy.csv",
                    "/health/live",
                ]
        )
        {
            Answer answer = await visitor.Get(address);
            HttpResponseHeaders headers = answer.Message.Headers;
            Assert.Equal(SecurityHeaders.ContentSecurityPolicy, headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("DENY", headers.GetValues("X-Frame-Options").Single());
            Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Opener-Policy").Single());
            Assert.False(headers.Contains("Server"), address);
            Assert.DoesNotMatch(
                "<script(?![^>]*(src=\"/assets/|type=\"application/json\"))[^>]*>|<style|\\sstyle=\"|\\son[a-z]+=\"|javascript:",
                answer.Text
            );
        }

        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_are_read_from_other_sites_only_where_that_was_asked_for()
    {
        await using RunningSite closed = await RunningSite.Start();
        using Visitor usual = closed.Visit();
        Answer without = await usual.Get("/api/v1/tables");
        Assert.False(without.Message.Headers.Contains("Access-Control-Allow-Origin"));

        await using RunningSite site = await RunningSite.Start(o => o with { OpensData = true });
        using Visitor visitor = site.Visit();
        foreach (string address in (string[])["/api/v1/tables", "/api/v1/nothing"])
        {
            using var read = new HttpRequestMessage(HttpMethod.Get, address);
            read.Headers.Add("Origin", "https://elsewhere.example");
            HttpResponseHeaders headers = (await visitor.Send(read)).Message.Headers;
            Assert.Equal("*", headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.False(headers.Contains("Access-Control-Allow-Credentials"));
            Assert.Equal("cross-origin", headers.GetValues("Cross-Origin-Resource-Policy").Single());
        }

        // Pages stay closed, and so does what changes something.
        Answer page = await visitor.Get("/");
        Assert.False(page.Message.Headers.Contains("Access-Control-Allow-Origin"));
        using var asks = new HttpRequestMessage(HttpMethod.Options, "/api/v1/runs");
        asks.Headers.Add("Origin", "https://elsewhere.example");
        asks.Headers.Add("Access-Control-Request-Method", "POST");
        Answer told = await visitor.Send(asks);
        Assert.Equal(HttpStatusCode.NoContent, told.Status);
        Assert.Equal("GET, HEAD", string.Join(", ", told.Message.Headers.GetValues("Access-Control-Allow-Methods")));
        using HttpRequestMessage run = Scenario();
        run.Headers.Add("Origin", "https://elsewhere.example");
        _ = ApiTests.Problem(await visitor.Send(run), HttpStatusCode.Forbidden, "foreign-origin");
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task What_a_page_of_another_site_sends_is_refused(string header, string value)
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        using HttpRequestMessage run = Scenario();
        run.Headers.Add(header, value);
        _ = ApiTests.Problem(await visitor.Send(run), HttpStatusCode.Forbidden, "foreign-origin");
        using var form = new HttpRequestMessage(HttpMethod.Post, "/admin/sign-in") { Content = new FormUrlEncodedContent([]) };
        form.Headers.Add(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Send(form)).Status);
        using var read = new HttpRequestMessage(HttpMethod.Get, "/api/v1/tables");
        read.Headers.Add(header, value);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Send(read)).Status);
    }

    [Fact]
    public async Task What_a_page_of_the_site_or_a_program_sends_is_taken()
    {
        await using RunningSite site = await RunningSite.Start(o => o with { PublicAddress = new Uri("https://roots.example.org") });
        using Visitor visitor = site.Visit();
        foreach (
            (string Name, string Value)[] headers in ((string, string)[][])
                [
                    [],
                    [("Origin", site.Address.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin")],
                    [("Origin", "https://roots.example.org")],
                ]
        )
        {
            using HttpRequestMessage run = Scenario();
            foreach ((string name, string value) in headers)
            {
                run.Headers.Add(name, value);
            }

            Assert.Equal(HttpStatusCode.Accepted, (await visitor.Send(run)).Status);
        }
    }

    [Theory]
    [InlineData("/lab")]
    [InlineData(Comments)]
    [InlineData("/admin/sign-in")]
    [InlineData("/runs/0123456789abcdef0123456789abcdef/cancel")]
    public async Task A_form_without_its_token_changes_nothing(string address)
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        using var form = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([
                KeyValuePair.Create("_handler", "run"),
                KeyValuePair.Create("scenario", ScenarioFiles.Template("digital-spinning")),
            ]),
        };
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send(form)).Status);
        Assert.False(
            Directory.Exists(Path.Combine(site.DataFolder, "runs")) && Directory.GetFiles(Path.Combine(site.DataFolder, "runs")).Length > 0
        );
    }

    [Fact]
    public async Task On_one_machine_alone_the_site_answers_to_no_other_name()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "/api/v1/tables");
        rebound.Headers.Host = "elsewhere.example";
        _ = ApiTests.Problem(await visitor.Send(rebound), HttpStatusCode.Forbidden, "foreign-origin");
        using var local = new HttpRequestMessage(HttpMethod.Get, "/api/v1/tables");
        local.Headers.Host = $"localhost:{site.Address.Port}";
        Assert.Equal(HttpStatusCode.OK, (await visitor.Send(local)).Status);
    }

    [Fact]
    public async Task Cookies_are_for_the_server_alone_for_this_site_alone_and_by_HTTPS_where_the_site_has_it()
    {
        await using RunningSite site = await RunningSite.Start(o => o with { PublicAddress = new Uri("https://roots.example.org") });
        new Moderators(site.DataFolder, TimeProvider.System).Create("ann", "correct horse battery");
        using Visitor visitor = site.Visit();
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/admin/sign-in");
        asked.Headers.Add("X-Forwarded-Proto", "https");
        Answer page = await visitor.Send(asked);
        string form = page.Message.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("rootscope-form=", StringComparison.Ordinal));
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/admin/sign-in")
        {
            Content = new FormUrlEncodedContent([
                .. Visitor.Hidden(page.Text),
                KeyValuePair.Create("name", "ann"),
                KeyValuePair.Create("password", "correct horse battery"),
            ]),
        };
        sent.Headers.Add("X-Forwarded-Proto", "https");
        sent.Headers.Add("Cookie", form.Split(';')[0]);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = site.Address,
        };
        using HttpResponseMessage answer = await client.SendAsync(sent);
        string[] cookies = [form, .. answer.Headers.GetValues("Set-Cookie")];
        Assert.Contains(cookies, c => c.StartsWith("rootscope-moderator=", StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Contains("; httponly", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains("; samesite=strict", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task By_HTTPS_browsers_are_told_to_keep_to_it()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        asked.Headers.Add("X-Forwarded-Proto", "https");
        Assert.Contains(
            "max-age=",
            (await visitor.Send(asked)).Message.Headers.GetValues("Strict-Transport-Security").Single(),
            StringComparison.Ordinal
        );
        Assert.False((await visitor.Get("/health/live")).Message.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task More_reads_than_allowed_are_told_when_to_come_back_and_time_lets_them_in_again()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using RunningSite site = await RunningSite.Start(o => o with { RequestsPerSecond = 2, Clock = clock });
        using Visitor visitor = site.Visit();
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/health/live")).Status);
        }

        Answer refused = await visitor.Get("/api/v1/tables");
        _ = ApiTests.Problem(refused, HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Message.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.Get("/")).Status);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/api/v1/tables")).Status);
    }

    [Fact]
    public async Task More_writes_than_allowed_are_refused_while_reads_go_on()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using RunningSite site = await RunningSite.Start(o => o with { WritesPerMinute = 2, Clock = clock });
        using Visitor visitor = site.Visit();
        for (int i = 0; i < 2; i++)
        {
            using HttpRequestMessage run = Scenario();
            Assert.Equal(HttpStatusCode.Accepted, (await visitor.Send(run)).Status);
        }

        using HttpRequestMessage third = Scenario();
        Answer refused = await visitor.Send(third);
        _ = ApiTests.Problem(refused, HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.Equal(TimeSpan.FromSeconds(30), refused.Message.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/api/v1/tables")).Status);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        using HttpRequestMessage run = Scenario(new string('#', 600 * 1024));
        _ = ApiTests.Problem(await visitor.Send(run), HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData("/api/v1/tables/..%2F..%2F..%2Fetc%2Fpasswd/regions")]
    [InlineData("/api/v1/tables/%2Fetc%2Fpasswd/flows.parquet")]
    [InlineData("/api/v1/roots?table=../../../../etc/passwd")]
    [InlineData("/api/v1/weak-spots?rule=/etc/passwd")]
    [InlineData("/api/v1/runs/..%2F..%2Fdiscussion.db/losses")]
    [InlineData("/assets/../discussion.key")]
    [InlineData("/assets/000000000000/..%2F..%2Fdiscussion.key")]
    [InlineData("/runs/..%2f..%2fdiscussion")]
    [InlineData("/?table=../../../../etc/passwd")]
    [InlineData("/lab?template=../../../../etc/passwd")]
    public async Task No_path_of_a_request_reaches_the_file_system(string address)
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        Answer answer = await visitor.Get(address);
        Assert.True(answer.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.OK);
        Assert.DoesNotContain("root:x:", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(site.DataFolder, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_path_inside_a_scenario_reaches_the_file_system()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        string file = Path.Combine(site.DataFolder, "own.csv");
        await File.WriteAllTextAsync(file, "nest,code,value,source\n");
        foreach (string line in (string[])[$"elasticities: {file}", $"elasticities: {{ set: {file} }}", $"table: {file}"])
        {
            string scenario = ScenarioFiles.Template("digital-spinning");
            string word = line.Split(':')[0];
            string changed =
                System.Text.RegularExpressions.Regex.Replace(
                    scenario,
                    $"(?m)^{word}:.*$",
                    string.Empty,
                    System.Text.RegularExpressions.RegexOptions.None,
                    TimeSpan.FromSeconds(5)
                )
                + "\n"
                + line
                + "\n";
            using HttpRequestMessage run = Scenario(changed);
            Answer refused = await visitor.Send(run);
            JsonElement faults = ApiTests.Problem(refused, HttpStatusCode.UnprocessableEntity, "bad-scenario").GetProperty("faults");
            Assert.Contains(
                faults.EnumerateArray(),
                f => f.GetProperty("message").GetString()!.Contains("There is no", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void A_secret_comes_from_the_environment_or_from_a_file_that_it_names()
    {
        using var folder = new TemporaryFolder();
        string file = folder.PathOf("secret.txt");
        File.WriteAllText(file, "from a file\nsecond line\n");
        const string name = "ROOTSCOPE_TEST_OF_SECRETS";
        try
        {
            Assert.Null(SecretSetting.Read(name));
            Environment.SetEnvironmentVariable(name, "from the environment");
            Assert.Equal("from the environment", SecretSetting.Read(name));
            Environment.SetEnvironmentVariable(name + "_FILE", file);
            Assert.Throws<InvalidOperationException>(() => SecretSetting.Read(name));
            Environment.SetEnvironmentVariable(name, null);
            Assert.Equal("from a file", SecretSetting.Read(name));
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
            Environment.SetEnvironmentVariable(name + "_FILE", null);
        }
    }

    [Fact]
    public void No_option_of_the_command_line_takes_a_secret()
    {
        string[] options = [.. Options(Rootscope.Cli.CommandTree.Build(site: Tool.SiteCommands.Create())).Distinct(StringComparer.Ordinal)];
        Assert.Contains("--password-file", options);
        Assert.DoesNotContain(
            options,
            o =>
                o != "--password-file"
                && new[] { "password", "secret", "database", "smtp", "token", "key" }.Any(w => o.Contains(w, StringComparison.Ordinal))
        );

        static IEnumerable<string> Options(System.CommandLine.Command command) =>
            command.Options.Select(o => o.Name).Concat(command.Subcommands.SelectMany(Options));
    }

    private static HttpRequestMessage Scenario(string? text = null) =>
        new(HttpMethod.Post, "/api/v1/runs")
        {
            Content = new StringContent(
                text ?? ScenarioFiles.Template("digital-spinning"),
                Encoding.UTF8,
                new MediaTypeHeaderValue("application/yaml")
            ),
        };
}
