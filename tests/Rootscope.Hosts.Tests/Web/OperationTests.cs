using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using Rootscope.Web.Hosting;
using Rootscope.Web.Settings;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>
/// What whoever runs a site needs: health, a log without visitors in it, counts, and a warning before the world is let in.
/// </summary>
public class OperationTests
{
    private const string PlantedMail = "planted.address@example.org";
    private const string PlantedName = "PlantedName";
    private const string PlantedText = "A planted-text to be erased.";
    private const string PlantedAddress = "203.0.113.77";
    private const string PlantedBrowser = "PlantedBrowser/7.7";
    private const string PlantedQuery = "planted-query";
    private const string Form = "/discuss/technology/logic_chips";

    [Fact]
    public async Task A_site_says_that_it_lives_and_that_it_is_ready()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        Assert.Equal("live", JsonDocument.Parse((await visitor.Get("/health/live")).Text).RootElement.GetProperty("status").GetString());
        Answer ready = await visitor.Get("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.Status);
        JsonElement checks = JsonDocument.Parse(ready.Text).RootElement.GetProperty("checks");
        Assert.All(checks.EnumerateObject(), c => Assert.Equal("ok", c.Value.GetString()));
        Assert.True(ready.Message.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_site_whose_folder_is_gone_is_alive_but_not_ready()
    {
        using var folder = new TemporaryFolder();
        string data = folder.PathOf("site");
        await using RunningSite site = await RunningSite.Start(o => o with { DataFolder = data });
        using Visitor visitor = site.Visit();
        Directory.Move(data, data + "-away");
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/health/live")).Status);
            Answer ready = await visitor.Get("/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
            Assert.Equal("failed", JsonDocument.Parse(ready.Text).RootElement.GetProperty("checks").GetProperty("folder").GetString());
            Assert.DoesNotContain(data, ready.Text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Move(data + "-away", data);
        }
    }

    [Fact]
    public async Task The_log_is_JSON_line_by_line_and_has_nothing_of_a_visitor()
    {
        using var folder = new TemporaryFolder();
        var command = new CommandProcess(folder.Root, folder.PathOf("workspace"));
        using StartedProcess server = command.Start([
            "serve",
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            folder.PathOf("site"),
            "--log",
            "json",
            "--log-requests",
        ]);
        Uri address = await AddressOf(server);
        Task<string> log = server.StandardError.ReadToEndAsync();
        using (var visitor = new Visitor(address))
        {
            Answer form = await visitor.Get(Form);
            await Task.Delay(Rootscope.Web.Discussion.Spam.FormStamps.Soonest + TimeSpan.FromSeconds(0.2));
            (string, string)[] fields = [("name", PlantedName), ("email", PlantedMail), ("text", PlantedText), ("consent", "yes")];
            Answer sent = await visitor.Post(Form, form, fields);
            string erase = DiscussionSteps.OwnLink(sent, "erase");
            Assert.Contains("was erased", (await visitor.Post(erase, await visitor.Get(erase))).Text, StringComparison.Ordinal);
            foreach (
                (string method, string path) in ((string, string)[])
                    [
                        ("GET", $"/search?q={PlantedQuery}"),
                        ("GET", $"/?table={PlantedQuery}"),
                        ("POST", Form),
                        ("GET", $"/api/v1/technologies/{PlantedQuery}"),
                        ("PLANTED", "/"),
                        ("GET", $"/{PlantedQuery}"),
                    ]
            )
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                request.Headers.Add("X-Forwarded-For", PlantedAddress);
                request.Headers.UserAgent.ParseAdd(PlantedBrowser);
                request.Headers.Add("Cookie", $"own={PlantedMail}");
                _ = await visitor.Send(request);
            }
        }

        await Interrupt(server);
        string[] lines = [.. (await log).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.StartsWith('{'))];
        Assert.True(lines.Length >= 8, $"only {lines.Length} lines: {await log}");
        Assert.All(lines, l => Assert.NotEqual(string.Empty, JsonDocument.Parse(l).RootElement.GetProperty("Message").GetString()));
        Assert.Contains(
            lines,
            l => l.Contains("/technology/{Id}", StringComparison.Ordinal) || l.Contains("/discuss/", StringComparison.Ordinal)
        );
        string[] all = [PlantedMail, PlantedName, "planted-text", PlantedAddress, PlantedBrowser, PlantedQuery, "PLANTED", "127.0.0.1"];
        foreach (string planted in all)
        {
            Assert.DoesNotContain(lines, l => l.Contains(planted, StringComparison.OrdinalIgnoreCase));
        }

        Assert.Empty(await server.StandardOutput.ReadToEndAsync());
    }

    [Fact]
    public async Task Counts_go_to_a_collector_where_one_is_named_and_carry_no_visitor()
    {
        var received = new StringBuilder();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication collector = builder.Build();
        collector.MapPost(
            "/v1/metrics",
            async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body, Encoding.UTF8);
                string counts = await reader.ReadToEndAsync();
                lock (received)
                {
                    received.Append(counts);
                }
            }
        );
        await collector.StartAsync();
        await using RunningSite site = await RunningSite.Start(o => o with { MetricsCollector = new Uri(collector.Urls.Single() + "/") });
        using Visitor visitor = site.Visit();
        _ = await visitor.Get($"/search?q={PlantedQuery}");
        site.Services.GetRequiredService<SiteMeter>().Refused();
        string[] expected = ["rootscope.requests.refused", "http.server.request.duration"];

        // A request is counted when its answer has gone out, which may be after it came in here.
        while (!expected.All(Text().Contains))
        {
            Assert.True(site.Services.GetRequiredService<MeterProvider>().ForceFlush());
        }

        Assert.DoesNotContain(PlantedQuery, Text(), StringComparison.Ordinal);

        string Text()
        {
            lock (received)
            {
                return received.ToString();
            }
        }
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_sent()
    {
        await using RunningSite site = await RunningSite.Start();
        Assert.Null(site.Services.GetService<MeterProvider>());
    }

    [Fact]
    public async Task Serving_wider_is_a_choice_that_says_what_to_put_in_front()
    {
        Assert.Equal(["http://127.0.0.1:5080"], new ObservatoryOptions { DataFolder = string.Empty }.Urls);
        using var folder = new TemporaryFolder();
        var command = new CommandProcess(folder.Root, folder.PathOf("workspace"));
        using StartedProcess server = command.Start(["serve", "--urls", "http://0.0.0.0:0", "--data", folder.PathOf("site")]);
        var said = new List<string>();
        while (await server.StandardError.ReadLineAsync() is { } line && !line.StartsWith("Ctrl-C", StringComparison.Ordinal))
        {
            said.Add(line);
        }

        await Interrupt(server);
        Assert.Contains(
            said,
            l =>
                l.Contains("reverse proxy with HTTPS", StringComparison.Ordinal)
                && l.Contains("X-Forwarded-For", StringComparison.Ordinal)
                && l.Contains("--public-address", StringComparison.Ordinal)
        );
    }

    private static async Task<Uri> AddressOf(StartedProcess server)
    {
        const string sign = "The observatory is at ";
        while (await server.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(sign, StringComparison.Ordinal))
            {
                return new Uri(line[sign.Length..]);
            }
        }

        throw new InvalidOperationException("The server ended before it said where it is.");
    }

    private static async Task Interrupt(StartedProcess server)
    {
        server.SendInterrupt();
        await server.EndAsync();
    }
}
