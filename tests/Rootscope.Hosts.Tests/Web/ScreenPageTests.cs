using System.Net;
using System.Text;
using Microsoft.Playwright;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Names;
using Rootscope.Storage.Screening;
using Rootscope.Web.Moderation;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>The page of screening: what it says, who may see it, who may decide, and that nothing keeps a name.</summary>
public sealed class ScreenPageTests(ScreenSite site, SystemBrowser browser) : IClassFixture<ScreenSite>, IClassFixture<SystemBrowser>
{
    private const string Secret = "Qwvutsr Confidential Works";

    [Fact]
    public async Task Names_are_looked_up_with_reasons_and_no_match_is_said_as_what_it_is()
    {
        Answer page = await Post(site.Visitor, "screen", ("names", $"{ScreenSite.Name}\nUnrelated Foods\nCo., Ltd.\nIMO 1234568"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Message.Headers.CacheControl!.NoStore);
        string text = WebUtility.HtmlDecode(page.Text);
        Assert.All(
            [
                "Example Instruments Co., Ltd.",
                "R-001",
                "0.92",
                "a few letters differ",
                "escalate",
                "No match in these lists at this threshold.",
                "nothing that could be compared",
                "its check digit is not right",
                "1 of 4 names have a match",
                "9b1fa428e3d1",
                "firms: [Firm 1]",
            ],
            part => Assert.Contains(part, text, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("clear", text.Split("<main", 2)[1].Split("</main>")[0], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1,5")]
    [InlineData("0,8")]
    [InlineData("NaN")]
    [InlineData("abc")]
    public async Task What_is_no_threshold_is_refused_and_nothing_is_looked_up(string threshold)
    {
        Answer page = await Post(site.Visitor, "screen", ("names", ScreenSite.Name), ("threshold", threshold));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        string text = WebUtility.HtmlDecode(page.Text);
        Assert.Contains($"'{threshold}' is no threshold", text, StringComparison.Ordinal);
        Assert.DoesNotContain("names have a match", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_file_stands_in_place_of_the_text()
    {
        Answer form = await site.Visitor.Get("/screen");
        using MultipartFormDataContent content = new()
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes($"id,name\n1,\"{ScreenSite.Name}\"\n2,Foods\n")), "file", "names.csv" },
        };
        foreach ((string name, string value) in Visitor.Hidden(form.Text))
        {
            content.Add(new StringContent(value), name);
        }

        using var sent = new HttpRequestMessage(HttpMethod.Post, "/screen") { Content = content };
        Assert.Contains("1 of 2 names have a match", (await site.Visitor.Send(sent)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_name_that_is_typed_is_logged_or_kept()
    {
        Assert.Equal(HttpStatusCode.OK, (await Post(site.Visitor, "screen", ("names", Secret))).Status);
        string normalised = ScreeningName.Of(Secret).Normalised;
        foreach (string text in new[] { Secret, normalised, "Qwvutsr" })
        {
            Assert.DoesNotContain(site.Log, l => l.Contains(text, StringComparison.OrdinalIgnoreCase));
            foreach (string file in Directory.EnumerateFiles(site.Site.DataFolder, "*", SearchOption.AllDirectories))
            {
                await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var reader = new StreamReader(open, Encoding.Latin1);
                Assert.DoesNotContain(
                    text,
                    await reader.ReadToEndAsync(TestContext.Current.CancellationToken),
                    StringComparison.OrdinalIgnoreCase
                );
            }
        }
    }

    [Fact]
    public async Task Only_who_signed_in_decides_and_only_about_a_match()
    {
        await using RunningSite own = await RunningSite.Start();
        (ScreeningStore store, _) = ScreenSite.AddList(own);
        using Visitor visitor = own.Visit();
        (string, string)[] decide = [("names", ScreenSite.Name), ("decide", "false-positive|0|own|R-001"), ("note", "another firm")];
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(visitor, "decide", decide)).Status);
        Assert.Empty(store.ReadLog().Decisions);

        new Moderators(own.DataFolder, TimeProvider.System).Create("ann", "correct horse battery");
        _ = await visitor.Post(
            "/admin/sign-in",
            await visitor.Get("/admin/sign-in"),
            ("name", "ann"),
            ("password", "correct horse battery")
        );
        Answer decided = await Post(visitor, "decide", decide);
        Assert.Equal(HttpStatusCode.OK, decided.Status);
        Assert.Contains("0 of 1 names have a match", decided.Text, StringComparison.Ordinal);
        Decision decision = Assert.Single(store.ReadLog().Decisions);
        Assert.Equal(
            ("ann", "R-001", Verdict.FalsePositive, "another firm"),
            (decision.User, decision.Record, decision.Verdict, decision.Note)
        );

        // What no list has as a match is no button of the page.
        Answer forged = await Post(visitor, "decide", ("names", "Unrelated Foods"), ("decide", "true-match|0|own|R-001"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        Assert.Single(store.ReadLog().Decisions);
    }

    [Fact]
    public async Task On_a_site_that_others_reach_it_is_behind_the_sign_in()
    {
        await using RunningSite open = await RunningSite.Start(o => o with { PublicAddress = new Uri("https://roots.example.org") });
        using Visitor visitor = open.Visit();
        Assert.Equal("/admin/sign-in", (await visitor.Get("/screen")).Address.AbsolutePath);
        const string Entry = "href=\"/screen\"";
        Assert.DoesNotContain(Entry, (await visitor.Get("/about")).Text, StringComparison.Ordinal);
        Assert.Contains(Entry, (await site.Visitor.Get("/about")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_browser_a_name_is_typed_its_score_explained_and_a_listing_run_without_the_name()
    {
        await using BrowserVisit visit = await browser.Visit(site.Site);
        await visit.Page.GotoAsync("/screen");
        await visit.Page.Locator("textarea[name=names]").FillAsync(ScreenSite.Name + "\n示例儀器有限公司\nUnrelated Foods");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Look up" }).ClickAsync();
        await visit.Page.Locator(".matches summary").First.ClickAsync();
        Assert.True(await visit.Page.Locator(".matches table").First.IsVisibleAsync());
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Run through the models" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/runs/*");
        Assert.DoesNotContain(ScreenSite.Name, await visit.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    private static async Task<Answer> Post(Visitor visitor, string handler, params (string Name, string Value)[] fields)
    {
        Answer form = await visitor.Get("/screen");
        using var content = new FormUrlEncodedContent([
            .. Visitor.Hidden(form.Text).Where(h => h.Key != "_handler"),
            KeyValuePair.Create("_handler", handler),
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
        ]);
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/screen") { Content = content };
        return await visitor.Send(sent);
    }
}
