using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Storage.Scenarios;
using Rootscope.Web.Runs;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>The queue of runs is fair: nobody fills it, stops what is another's, or names what all see.</summary>
public class FairnessTests
{
    [Fact]
    public async Task One_client_takes_its_share_and_others_still_have_room()
    {
        await using RunningSite site = await Public();
        await Hold(site);
        using Visitor greedy = From(site, "198.51.100.1");
        HttpStatusCode[] sent = await SendMany(greedy, 10);
        Assert.Equal(4 + 1, sent.Count(s => s == HttpStatusCode.Accepted));
        Answer refused = await Send(greedy, Variant(50));
        _ = ApiTests.Problem(refused, HttpStatusCode.ServiceUnavailable, "busy");
        Assert.Equal(RunQueue.ComeBack, refused.Message.Headers.RetryAfter!.Delta);
        using Visitor other = From(site, "198.51.100.2");
        Assert.Equal(HttpStatusCode.Accepted, (await Send(other, Variant(60))).Status);
        Release(site);
    }

    [Fact]
    public async Task Clients_take_turns_and_the_last_places_are_for_those_who_have_none()
    {
        using var queue = new FairQueue<string>(most: 8, share: 3);
        Assert.All(["a1", "a2", "a3"], i => Assert.True(queue.TryAdd("a", i)));
        Assert.False(queue.TryAdd("a", "a4"));
        Assert.All(["b1", "b2", "b3"], i => Assert.True(queue.TryAdd("b", i)));
        Assert.True(queue.TryAdd("c", "c1"));
        Assert.False(queue.TryAdd("c", "c2"), "the last quarter is for clients with nothing");
        Assert.True(queue.TryAdd("d", "d1"));
        Assert.False(queue.TryAdd("e", "e1"), "it is full");
        var order = new List<string>();
        for (int i = 0; i < 8; i++)
        {
            order.Add(await queue.NextAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(["a1", "b1", "c1", "d1", "a2", "b2", "a3", "b3"], order);
    }

    [Fact]
    public async Task Whoever_has_not_sent_a_run_does_not_stop_it()
    {
        await using RunningSite site = await Public();
        await Hold(site);
        using Visitor owner = From(site, "198.51.100.1");
        using Visitor stranger = From(site, "198.51.100.2");
        Answer sent = await Send(owner, Variant(1));
        string id = Value(sent, "id");
        foreach (string? secret in (string?[])[null, "abcdefghijkmnpqrstuv", new string('x', 5000)])
        {
            _ = ApiTests.Problem(await Stop(stranger, id, secret), HttpStatusCode.Forbidden, "not-allowed");
        }

        Answer page = await stranger.Get($"/runs/{id}");
        Assert.DoesNotContain($"/runs/{id}/cancel", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Post($"/runs/{id}/cancel", await stranger.Get("/lab"))).Status);
        Assert.DoesNotContain("secret", (await stranger.Get($"/api/v1/runs/{id}")).Text, StringComparison.OrdinalIgnoreCase);

        // Who sends the same takes part in it, and can take back his part alone.
        string part = Value(await Send(stranger, Variant(1)), "secret");
        Assert.Equal(HttpStatusCode.Accepted, (await Stop(stranger, id, part)).Status);
        RunQueue queue = site.Services.GetRequiredService<RunQueue>();
        Assert.False(queue.Find(id)!.Cancellation.IsCancellationRequested);
        Assert.Equal(HttpStatusCode.Accepted, (await Stop(owner, id, Value(sent, "secret"))).Status);
        Assert.True(queue.Find(id)!.Cancellation.IsCancellationRequested);
        Release(site);
    }

    [Fact]
    public async Task A_browser_stops_the_run_that_it_has_sent()
    {
        await using RunningSite site = await Public();
        await Hold(site);
        using Visitor owner = From(site, "198.51.100.1");
        Answer page = await owner.Post("/lab", await owner.Get("/lab"), ("scenario", Variant(1)));
        string id = page.Address.AbsolutePath.Split('/')[^1];
        Assert.Contains($"/runs/{id}/cancel", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owner.Post($"/runs/{id}/cancel", page)).Status);
        Assert.True(site.Services.GetRequiredService<RunQueue>().Find(id)!.Cancellation.IsCancellationRequested);
        Release(site);
    }

    [Fact]
    public async Task Reading_an_old_run_computes_nothing_and_is_told_to_come_back_while_it_could_not_be()
    {
        using var kept = new TemporaryFolder();
        string id;
        await using (RunningSite site = await Public(kept.Root))
        {
            using Visitor visitor = From(site, "198.51.100.1");
            id = Value(await Send(visitor, Variant(1)), "id");
        }

        await using RunningSite later = await Public(kept.Root);
        RunQueue queue = later.Services.GetRequiredService<RunQueue>();
        using Visitor reader = From(later, "198.51.100.2");
        string[] files = [$"/runs/{id}.json", $"/runs/{id}.csv", $"/api/v1/runs/{id}/events", $"/api/v1/runs/{id}/losses"];
        foreach (string address in (string[])[$"/runs/{id}", $"/api/v1/runs/{id}", $"/compare/runs?first={id}&second={id}"])
        {
            Assert.Equal(HttpStatusCode.OK, (await reader.Get(address)).Status);
        }

        foreach (string address in files)
        {
            _ = ApiTests.Problem(await reader.Get(address), HttpStatusCode.Conflict, "not-ready");
        }

        Assert.Null(queue.Find(id));

        // Many clients fill every place.
        await Hold(later);
        for (int i = 0; i < 24; i++)
        {
            using Visitor one = From(later, string.Create(CultureInfo.InvariantCulture, $"203.0.113.{i + 1}"));
            _ = await Send(one, Variant(i + 2));
        }

        foreach (string address in (string[])[$"/runs/{id}", $"/api/v1/runs/{id}", .. files])
        {
            Answer answer = await reader.Get(address);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
            Assert.Equal(RunQueue.ComeBack, answer.Message.Headers.RetryAfter?.Delta);
        }

        Assert.Null(queue.Find(id));
        Release(later);
    }

    [Fact]
    public async Task Nobody_names_a_run_for_others()
    {
        const string Insult = "Planted insult";
        using var kept = new TemporaryFolder();
        string id;
        await using (RunningSite site = await Public(kept.Root))
        {
            using Visitor first = From(site, "198.51.100.1");
            string named = string.Join(
                '\n',
                Variant(1).Split('\n').Select(l => l.StartsWith("name:", StringComparison.Ordinal) ? $"name: {Insult}" : l)
            );
            id = Value(await Send(first, $"# {Insult} in a comment\nnote: {Insult}\n{named}"), "id");
            using Visitor second = From(site, "198.51.100.2");
            Answer sent = await Send(second, Variant(1));
            Assert.Equal(id, Value(sent, "id"));
            Assert.DoesNotContain(Insult, sent.Text, StringComparison.Ordinal);
            _ = await second.Get($"/api/v1/runs/{id}/events");
            foreach (string address in (string[])[$"/runs/{id}", $"/runs/{id}.json", $"/api/v1/runs/{id}", $"/api/v1/runs/{id}/losses"])
            {
                Answer answer = await second.Get(address);
                Assert.Equal(HttpStatusCode.OK, answer.Status);
                Assert.DoesNotContain(Insult, answer.Text, StringComparison.Ordinal);
            }
        }

        Assert.All(
            Directory.GetFiles(kept.PathOf("runs")),
            f => Assert.DoesNotContain(Insult, File.ReadAllText(f), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Without_remarks_a_scenario_is_the_same()
    {
        var analyst = new Rootscope.Answers.Analyst(new Rootscope.Storage.TableLibrary((string?)null));
        foreach (string template in ScenarioFiles.Templates)
        {
            string text = ScenarioFiles.Template(template);
            string neutral = ScenarioRemarks.Replace(text, "Another name");
            ScenarioReading before = analyst.Check(new Rootscope.Answers.Questions.ScenarioQuestion(text));
            ScenarioReading after = analyst.Check(new Rootscope.Answers.Questions.ScenarioQuestion(neutral));
            Assert.Empty(after.Faults);
            Assert.Equal(before.Scenario!.ContentHash, after.Scenario!.ContentHash);
            Assert.Equal("Another name", after.Scenario.Name);
            Assert.DoesNotContain("#", neutral, StringComparison.Ordinal);
        }
    }

    private static Task<RunningSite> Public(string? folder = null) =>
        RunningSite.Start(o =>
            o with
            {
                PublicAddress = new Uri("http://roots.example.org"),
                WritesPerMinute = 1000,
                DataFolder = folder ?? o.DataFolder,
            }
        );

    /// <summary>Nothing is computed until it is released; one run is taken out of the queue and waits for its turn.</summary>
    private static Task Hold(RunningSite site) =>
        site.Services.GetRequiredService<RunQueue>().Turn.WaitAsync(TestContext.Current.CancellationToken);

    private static void Release(RunningSite site) => site.Services.GetRequiredService<RunQueue>().Turn.Release();

    private static Visitor From(RunningSite site, string address)
    {
        Visitor visitor = site.Visit();
        visitor.From = address;
        return visitor;
    }

    /// <summary>Scenarios that differ in figures.</summary>
    private static string Variant(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"name: Variant {number}\ntable: china-2020\nshocks:\n  - uplift: {{ product: '027', region: CHN, "
                + $"productivity: +0.{number:00} }}\n"
        );

    private static async Task<HttpStatusCode[]> SendMany(Visitor visitor, int count)
    {
        var statuses = new List<HttpStatusCode>();
        for (int i = 0; i < count; i++)
        {
            statuses.Add((await Send(visitor, Variant(i + 1))).Status);

            // The first is taken out of the queue at once; only then there is as much room as before.
            await Task.Delay(i == 0 ? 200 : 0, TestContext.Current.CancellationToken);
        }

        return [.. statuses];
    }

    private static async Task<Answer> Send(Visitor visitor, string scenario)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/runs")
        {
            Content = new StringContent(scenario, Encoding.UTF8, new MediaTypeHeaderValue("application/yaml")),
        };
        return await visitor.Send(request);
    }

    private static async Task<Answer> Stop(Visitor visitor, string id, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/runs/{id}");
        if (secret is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        }

        return await visitor.Send(request);
    }

    private static string Value(Answer answer, string name)
    {
        using var document = JsonDocument.Parse(answer.Text);
        return document.RootElement.GetProperty(name).GetString()!;
    }
}
