using System.Net;
using System.Text;
using Rootscope.Storage;
using Rootscope.Storage.Scenarios;
using Rootscope.Web.Moderation;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>Tables and scenarios that are sent as files.</summary>
public class ImportTests
{
    private const string Hostile = "../../../evil\u202E<script>.csv";

    [Fact]
    public async Task A_table_that_is_sent_is_watched_and_is_there_and_nothing_of_the_file_stays()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        Answer page = await Send(visitor, "nbs", "own-2020", ("small_2020.csv", SmallTables.Nbs), ("year", "2020"));
        Answer events = await visitor.Get($"{page.Address.AbsolutePath}/events");
        Assert.Contains("event: over", events.Text, StringComparison.Ordinal);
        Assert.Contains("\"stage\":\"Done\"", events.Text, StringComparison.Ordinal);
        Assert.Contains("/?table=own-2020", (await visitor.Get(page.Address.AbsolutePath)).Text, StringComparison.Ordinal);
        Assert.Equal(2020, new TableLibrary(Path.Combine(site.DataFolder, "workspace")).Read("own-2020").Metadata.Year);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/api/v1/tables/own-2020/sectors")).Status);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(site.DataFolder, "imports")));
    }

    [Fact]
    public async Task A_fault_is_told_with_its_place_and_repair_and_nothing_is_imported()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        string spoilt = SmallTables.Nbs.Replace("1", "x", StringComparison.Ordinal);
        Answer page = await Send(visitor, "nbs", "own-2020", (Hostile, spoilt), ("year", "2020"));
        Assert.Contains("\"stage\":\"Failed\"", (await visitor.Get($"{page.Address.AbsolutePath}/events")).Text, StringComparison.Ordinal);
        Answer told = await visitor.Get(page.Address.AbsolutePath);
        string text = WebUtility.HtmlDecode(told.Text);
        Assert.Contains("Nothing was imported.", text, StringComparison.Ordinal);
        Assert.Contains("evil", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>.csv", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(site.DataFolder, text, StringComparison.Ordinal);
        Assert.DoesNotContain(new TableLibrary(Path.Combine(site.DataFolder, "workspace")).List(), t => t.Name == "own-2020");
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(site.DataFolder, "imports")));
        Assert.DoesNotContain(
            Directory.GetFileSystemEntries(Path.GetDirectoryName(site.DataFolder)!),
            f => f.Contains("evil", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("china-2020", "is an embedded table")]
    [InlineData("../../own", "cannot be a table's name")]
    [InlineData("roots", "is a word of the command line")]
    public async Task A_name_that_cannot_be_is_told_before_anything_is_read(string name, string expected)
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        Answer page = await Send(visitor, "nbs", name, ("small_2020.csv", SmallTables.Nbs));
        Assert.Contains(expected, WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_public_site_only_a_moderator_imports()
    {
        await using RunningSite site = await RunningSite.Start(o => o with { PublicAddress = new Uri("https://roots.example.org") });
        using Visitor visitor = site.Visit();
        Answer asked = await visitor.Get("/data/import");
        Assert.Equal("/admin/sign-in", asked.Address.AbsolutePath);
        using var content = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(SmallTables.Nbs)), "files", "small.csv" },
        };
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/data/import/files") { Content = content };
        Assert.Equal("/admin/sign-in", (await visitor.Send(sent)).Address.AbsolutePath);
        Assert.False(Directory.Exists(Path.Combine(site.DataFolder, "imports")));
    }

    [Fact]
    public async Task A_moderator_imports_on_a_site_that_others_reach()
    {
        await using RunningSite site = await RunningSite.Start(o => o with { PublicAddress = new Uri("http://roots.example.org") });
        new Moderators(site.DataFolder, TimeProvider.System).Create("ann", "correct horse battery");
        using Visitor visitor = site.Visit();
        _ = await visitor.Post(
            "/admin/sign-in",
            await visitor.Get("/admin/sign-in"),
            ("name", "ann"),
            ("password", "correct horse battery")
        );
        Answer page = await Send(visitor, "nbs", "own-2020", ("small_2020.csv", SmallTables.Nbs), ("year", "2020"));
        Assert.Contains("\"stage\":\"Done\"", (await visitor.Get($"{page.Address.AbsolutePath}/events")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_beyond_the_limit_and_forms_without_their_token_are_refused()
    {
        await using RunningSite site = await RunningSite.Start(o => o with { LargestImport = 10_000 });
        using Visitor visitor = site.Visit();
        Answer form = await visitor.Get("/data/import");
        using MultipartFormDataContent large = Form(form, "nbs", "own", ("a.csv", new string('1', 20_000)));
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/data/import/files") { Content = large };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await visitor.Send(sent)).Status);
        using MultipartFormDataContent bare = Form(form with { Text = string.Empty }, "nbs", "own", ("a.csv", SmallTables.Nbs));
        using var unsigned = new HttpRequestMessage(HttpMethod.Post, "/data/import/files") { Content = bare };
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send(unsigned)).Status);
    }

    [Fact]
    public async Task A_scenario_file_stands_in_place_of_the_text()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        Answer form = await visitor.Get("/lab");
        using var content = new MultipartFormDataContent();
        foreach ((string name, string value) in Visitor.Hidden(form.Text))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new StringContent("name: not this one"), "scenario");
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(ScenarioFiles.Template("digital-spinning"))), "file", "../../own.yaml");
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/lab") { Content = content };
        Answer page = await visitor.Send(sent);
        Assert.StartsWith("/runs/", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain("not this one", page.Text, StringComparison.Ordinal);
    }

    private static async Task<Answer> Send(
        Visitor visitor,
        string layout,
        string name,
        (string Name, string Text) file,
        params (string Name, string Value)[] more
    )
    {
        Answer form = await visitor.Get("/data/import");
        Assert.Equal(HttpStatusCode.OK, form.Status);
        using MultipartFormDataContent content = Form(form, layout, name, file, more);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/data/import/files") { Content = content };
        Answer page = await visitor.Send(request);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }

    private static MultipartFormDataContent Form(
        Answer form,
        string layout,
        string name,
        (string Name, string Text) file,
        params (string Name, string Value)[] more
    )
    {
        var content = new MultipartFormDataContent();
        foreach (
            (string field, string value) in (IEnumerable<(string, string)>)
                [.. Visitor.Hidden(form.Text).Select(h => (h.Key, h.Value)), ("layout", layout), ("name", name), .. more]
        )
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file.Text)), "files", file.Name);
        return content;
    }
}
