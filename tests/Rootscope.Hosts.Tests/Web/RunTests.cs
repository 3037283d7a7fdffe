using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Storage.Scenarios;
using Rootscope.Web.Runs;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>Scenarios over HTTP: queued, watched, stopped, found again.</summary>
public class RunTests
{
    [Fact]
    public async Task A_run_is_accepted_watched_and_read_in_three_forms()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        Answer accepted = await Submit(visitor, ScenarioFiles.Template("digital-spinning"));
        Assert.Equal(HttpStatusCode.Accepted, accepted.Status);
        string id = IdOf(accepted);
        Assert.Equal($"/api/v1/runs/{id}", accepted.Message.Headers.Location!.ToString());
        Answer events = await visitor.Get($"/api/v1/runs/{id}/events");
        Assert.Contains("event: over", events.Text, StringComparison.Ordinal);
        Assert.Contains("\"stage\":\"Done\"", events.Text, StringComparison.Ordinal);
        Answer losses = await visitor.Get($"/api/v1/runs/{id}/losses");
        using (var read = JsonDocument.Parse(losses.Text))
        {
            Assert.NotEmpty(read.RootElement.GetProperty("rows").EnumerateArray());
            Assert.Matches("^[0-9a-f]{64}$", read.RootElement.GetProperty("provenance").GetProperty("contentHash").GetString()!);
        }

        Answer json = await visitor.Get($"/runs/{id}.json");
        using var document = JsonDocument.Parse(json.Text);
        Assert.NotEmpty(document.RootElement.GetProperty("rows").EnumerateArray());
        Answer csv = await visitor.Get($"/runs/{id}.csv");
        Assert.StartsWith("region,name,", csv.Text, StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/runs/{id}.csv");
        again.Headers.IfNoneMatch.Add(csv.Message.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.Send(again)).Status);
    }

    /// <summary>The page of a run sets beside a lens's loss what is at stake with the same cut, in the command's sentence.</summary>
    [Fact]
    public async Task A_cut_of_one_supply_stands_beside_what_is_at_stake_with_it_as_the_command_says()
    {
        using var folder = new TemporaryFolder();
        string file = folder.PathOf("cut.yaml");
        string[] cut = ["shock", "cut", "semi_equipment", "--region", "CHN", "--share", "0.5", "--supply", "all", "--table", "china-2020"];
        CliRun run = await CliRun.Of([.. cut, "--lens", "first-order", "--save", file]);
        string output = OneLine(run.Output);
        int from = output.IndexOf("Another question, the same cut: ", StringComparison.Ordinal);
        Assert.True(from > 0, output);
        string said = output[from..output.IndexOf(" (rootscope root", from, StringComparison.Ordinal)];
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        string scenario = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        string id = IdOf(await Submit(visitor, scenario));
        _ = await visitor.Get($"/api/v1/runs/{id}/events");
        string page = OneLine(WebUtility.HtmlDecode((await visitor.Get($"/runs/{id}")).Text));
        Assert.Contains($"{said}.", page, StringComparison.Ordinal);
        Assert.Contains("Why they differ: there a quantity is missing", page, StringComparison.Ordinal);
        string chinese = (await visitor.Get($"/runs/{id}?lang=zh")).Text;
        Assert.Contains("同一削减，另一个问题", chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("Another question", chinese, StringComparison.Ordinal);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task The_same_scenario_has_the_same_address_and_holds_after_a_restart()
    {
        using var kept = new TemporaryFolder();
        string id;
        await using (RunningSite site = await RunningSite.Start(o => o with { DataFolder = kept.Root }))
        {
            using Visitor visitor = site.Visit();
            id = IdOf(await Submit(visitor, ScenarioFiles.Template("digital-spinning")));
            Assert.Equal(id, IdOf(await Submit(visitor, "# A remark changes nothing.\n" + ScenarioFiles.Template("digital-spinning"))));
        }

        await using RunningSite later = await RunningSite.Start(o => o with { DataFolder = kept.Root });
        using Visitor reader = later.Visit();
        Assert.Contains("\"stage\":\"Kept\"", (await reader.Get($"/api/v1/runs/{id}")).Text, StringComparison.Ordinal);
        Answer page = await reader.Get($"/runs/{id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("no longer kept", page.Text, StringComparison.Ordinal);
        Assert.Contains(id, (await reader.Post($"/runs/{id}/again", page)).Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("\"stage\":\"Done\"", (await reader.Get($"/api/v1/runs/{id}/events")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.Get($"/runs/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get("/runs/00000000000000000000000000000000")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get("/runs/..%2f..%2fdiscussion")).Status);
    }

    [Fact]
    public async Task Choices_of_the_economy_are_another_run_whose_question_holds_after_a_restart()
    {
        using var kept = new TemporaryFolder();
        string id;
        await using (RunningSite site = await RunningSite.Start(o => o with { DataFolder = kept.Root }))
        {
            using Visitor visitor = site.Visit();
            string usual = IdOf(await Submit(visitor, ScenarioFiles.Template("digital-spinning")));
            id = IdOf(await Submit(visitor, ScenarioFiles.Template("digital-spinning"), "?capital=off&ratings=off&technologies=none"));
            Assert.NotEqual(usual, id);
            JsonElement problem = ApiTests.Problem(
                await Submit(visitor, ScenarioFiles.Template("digital-spinning"), "?capital=of&technologies=%2Fetc%2Fpasswd"),
                HttpStatusCode.BadRequest,
                "bad-parameter"
            );
            Assert.Equal(
                ["capital", "technologies"],
                problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("parameter").GetString())
            );
            Answer form = await visitor.Get("/lab");
            Assert.Contains("name=\"capital\"", form.Text, StringComparison.Ordinal);
            Answer sent = await visitor.Post(
                "/lab",
                form,
                ("scenario", ScenarioFiles.Template("digital-spinning")),
                ("capital", "off"),
                ("ratings", "off"),
                ("technologies", "none")
            );
            Assert.Contains($"/runs/{id}", sent.Address.AbsolutePath, StringComparison.Ordinal);
        }

        await using RunningSite later = await RunningSite.Start(o => o with { DataFolder = kept.Root });
        using Visitor reader = later.Visit();
        Assert.Equal(id, IdOf(await Again(reader, id)));
        Assert.Contains("\"stage\":\"Done\"", (await reader.Get($"/api/v1/runs/{id}/events")).Text, StringComparison.Ordinal);
        using var losses = JsonDocument.Parse((await reader.Get($"/api/v1/runs/{id}/losses")).Text);
        JsonElement question = losses.RootElement.GetProperty("provenance").GetProperty("question");
        Assert.Equal("off", question.GetProperty("capital").GetString());
        Assert.Equal("none", question.GetProperty("technologies").GetString());
    }

    /// <summary>Runs as earlier versions kept them: the text alone, and the question with fewer options than today.</summary>
    [Theory]
    [InlineData(".yaml", "{0}")]
    [InlineData(".json", """{{"question":"scenario","scenario":{1}}}""")]
    [InlineData(
        ".json",
        """
            {{"question":"scenario","scenario":{1},"capital":"on","capitalFlows":null,"technologies":"auto","ratings":"on",
            "elasticities":null,"essentiality":null,"lens":["first-order","extraction","cascade","equilibrium"]}}
            """
    )]
    public async Task A_run_that_an_earlier_version_kept_is_still_read(string suffix, string form)
    {
        const string Kept = "0123456789abcdef0123456789abcdef";
        string text = ScenarioFiles.Template("digital-spinning");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("runs"));
        await File.WriteAllTextAsync(
            folder.PathOf(Path.Combine("runs", Kept + suffix)),
            string.Format(CultureInfo.InvariantCulture, form, text, JsonSerializer.Serialize(text))
        );
        await using RunningSite site = await RunningSite.Start(o => o with { DataFolder = folder.Root });
        using Visitor visitor = site.Visit();
        string called = IdOf(await Again(visitor, Kept));
        Assert.Contains("\"stage\":\"Done\"", (await visitor.Get($"/api/v1/runs/{called}/events")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get($"/runs/{Kept}")).Status);
        string anew = IdOf(await Submit(visitor, text));
        Assert.Contains("\"stage\":\"Done\"", (await visitor.Get($"/api/v1/runs/{anew}/events")).Text, StringComparison.Ordinal);
        string[] losses = (await visitor.Get($"/api/v1/runs/{anew}/losses.csv")).Text.Split('\n');
        string[] kept = (await visitor.Get($"/api/v1/runs/{Kept}/losses.csv")).Text.Split('\n');
        Assert.StartsWith("lens,", kept[0], StringComparison.Ordinal);

        // A run that names its lenses keeps them; what they say is what they say today.
        Assert.Subset(losses.ToHashSet(StringComparer.Ordinal), kept.ToHashSet(StringComparer.Ordinal));
        Assert.True(kept.Length > 2);
    }

    [Fact]
    public async Task A_run_can_be_stopped_while_it_waits()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        RunQueue queue = site.Services.GetRequiredService<RunQueue>();
        _ = await Submit(visitor, ScenarioFiles.Template("chip-equipment-embargo"));
        string id = IdOf(await Submit(visitor, ScenarioFiles.Template("tariff-round")));
        using var stop = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/runs/{id}");
        Assert.Equal(HttpStatusCode.Accepted, (await visitor.Send(stop)).Status);
        Assert.Contains("event: over", (await visitor.Get($"/api/v1/runs/{id}/events")).Text, StringComparison.Ordinal);
        Assert.Equal(RunStage.Cancelled, queue.Find(id)!.View.Stage);
        _ = ApiTests.Problem(await visitor.Get($"/api/v1/runs/{id}/losses"), HttpStatusCode.Conflict, "not-ready");
        Assert.Contains("\"stage\":\"Cancelled\"", (await visitor.Get($"/api/v1/runs/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_takes_too_long_is_stopped_and_says_so()
    {
        await using RunningSite site = await RunningSite.Start(o => o with { LongestRun = TimeSpan.Zero });
        using Visitor visitor = site.Visit();
        string id = IdOf(await Submit(visitor, ScenarioFiles.Template("digital-spinning")));
        Answer events = await visitor.Get($"/api/v1/runs/{id}/events");
        Assert.Contains("\"stage\":\"Failed\"", events.Text, StringComparison.Ordinal);
        Assert.Contains("It took longer than", events.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_scenario_is_told_with_its_line()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        Answer refused = await Submit(visitor, "name: X\ntable: no-such-table\nshocks: []\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        using var problem = JsonDocument.Parse(refused.Text);
        Assert.Contains(problem.RootElement.GetProperty("faults").EnumerateArray(), f => f.GetProperty("line").GetInt32() == 2);
        Answer form = await visitor.Get("/lab");
        Answer page = await visitor.Post("/lab", form, ("scenario", "name: [\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("The scenario cannot be run yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_runs_than_may_wait_are_told_to_come_back()
    {
        await using RunningSite site = await RunningSite.Start(o => o with { RunsWaiting = 1 });
        using Visitor visitor = site.Visit();
        string template = ScenarioFiles.Template("chip-equipment-embargo");
        var statuses = new List<HttpStatusCode>();
        for (int i = 0; i < 8; i++)
        {
            statuses.Add(
                (await Submit(visitor, template.Replace("0.9", FormattableString.Invariant($"0.{i + 1}"), StringComparison.Ordinal))).Status
            );
        }

        Assert.Contains(HttpStatusCode.ServiceUnavailable, statuses);
        Assert.Contains(HttpStatusCode.Accepted, statuses);
    }

    [Fact]
    public async Task Only_YAML_is_taken_so_that_no_foreign_form_starts_a_run()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        Answer refused = await Submit(visitor, ScenarioFiles.Template("digital-spinning"), mediaType: "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.Status);
    }

    private static async Task<Answer> Submit(Visitor visitor, string scenario, string query = "", string mediaType = "application/yaml")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/runs{query}")
        {
            Content = new StringContent(scenario, Encoding.UTF8),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return await visitor.Send(request);
    }

    private static async Task<Answer> Again(Visitor visitor, string run)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/runs/{run}");
        Answer answer = await visitor.Send(request);
        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        return answer;
    }

    private static string IdOf(Answer answer)
    {
        using var document = JsonDocument.Parse(answer.Text);
        return document.RootElement.GetProperty("id").GetString()!;
    }
}
