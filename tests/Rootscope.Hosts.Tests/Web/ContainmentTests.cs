using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rootscope.Answers.Language;
using Rootscope.Storage.Scenarios;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Language;
using Rootscope.Web.Runs;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>Text of others stays in its line, its box and its direction, also where an earlier version took it in.</summary>
public class ContainmentTests(SystemBrowser browser) : IClassFixture<SystemBrowser>
{
    private const string Turned = "\u202Egnp.exe\u202C\u2066\u200F";
    private static readonly string Marks = "Z" + string.Concat(Enumerable.Repeat("\u0338\u035C\u0489", 60));

    [Fact]
    public async Task Hostile_names_and_texts_stay_where_they_are()
    {
        await using RunningSite site = await RunningSite.Start();
        await site.Services.GetRequiredService<RunQueue>().Turn.WaitAsync(TestContext.Current.CancellationToken);
        string run = await Run(site, Turned + Marks + new string('W', 500));
        await Keep(
            site,
            run,
            (Turned + Marks + new string('W', 400), "Text &#x202E;turned&#8238; " + Marks, $"https://example.org/{new string('c', 480)}"),
            ("שלום עולם", "שלום, a mixed text: 123 (456)", null)
        );
        string feed = await new HttpClient().GetStringAsync(new Uri(site.Address, $"/feeds/run/{run}.atom"));
        AssertPlain(System.Xml.Linq.XDocument.Parse(feed).Root!.Value);
        await using BrowserVisit visit = await browser.Visit(site, o => o.ViewportSize = new ViewportSize { Width = 360, Height = 740 });
        foreach (
            string address in (string[])
                [$"/runs/{run}", $"/search?q={Uri.EscapeDataString(Turned + Marks)}", $"/technology/{Uri.EscapeDataString(Turned)}"]
        )
        {
            await visit.Page.GotoAsync(address);
            AssertPlain(await visit.Page.EvaluateAsync<string>("document.documentElement.textContent"));
            AssertPlain(await visit.Page.TitleAsync());
            Assert.True(
                await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                $"{address} scrolls sideways"
            );
        }

        // What one comment paints ends at its own border, and a name from right to left leaves the time after it where it was.
        await visit.Page.GotoAsync($"/runs/{run}");
        Assert.Equal("clip", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.comment')).overflowY"));
        Assert.True(
            await visit
                .Page.Locator(".comment header")
                .Last.EvaluateAsync<bool>(
                    "h => h.querySelector('strong').getBoundingClientRect().right <= h.querySelector('time').getBoundingClientRect().left"
                )
        );
        site.Services.GetRequiredService<RunQueue>().Turn.Release();
    }

    [Fact]
    public void A_text_is_kept_in_its_place_by_its_letters()
    {
        Assert.Equal("gnp.exe", ForeignText.Contained(Turned, 100));
        Assert.Equal(1 + ForeignText.MostMarks, ForeignText.Contained(Marks, 100).EnumerateRunes().Count());
        Assert.Equal("ab…", ForeignText.Contained("abc", 2));
        Assert.Equal("abc", ForeignText.Contained(" a\u0007bc\n", 3));
        Assert.Equal("😀😀…", ForeignText.Contained("😀😀😀", 2));
        Assert.Equal("⟨U+202E⟩gnp", ForeignText.Spelled("\u202Egnp"));
    }

    /// <summary>Nothing that turns the direction of writing, and no tower of marks.</summary>
    private static void AssertPlain(string text)
    {
        Assert.DoesNotContain(text.EnumerateRunes(), r => ForeignText.IsForbidden(r, mayBreakLines: true));
        Assert.False(ForeignText.StacksMarks(text));
    }

    private static async Task<string> Run(RunningSite site, string name)
    {
        using Visitor visitor = site.Visit();
        string escaped = string.Concat(name.EnumerateRunes().Select(r => string.Create(CultureInfo.InvariantCulture, $"\\U{r.Value:X8}")));
        string scenario = string.Join(
            '\n',
            ScenarioFiles
                .Template("digital-spinning")
                .Split('\n')
                .Select(l => l.StartsWith("name:", StringComparison.Ordinal) ? $"name: \"{escaped}\"" : l)
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/runs")
        {
            Content = new StringContent(scenario, Encoding.UTF8, "application/yaml"),
        };
        Answer sent = await visitor.Send(request);
        Assert.Equal(HttpStatusCode.Accepted, sent.Status);
        using var view = System.Text.Json.JsonDocument.Parse(sent.Text);
        return view.RootElement.GetProperty("id").GetString()!;
    }

    private static async Task Keep(RunningSite site, string run, params (string Name, string Text, string? Citation)[] comments)
    {
        await using DiscussionContext context = await site
            .Services.GetRequiredService<IDbContextFactory<DiscussionContext>>()
            .CreateDbContextAsync();
        context.Comments.AddRange(
            comments.Select(
                (c, i) =>
                    new CommentRecord
                    {
                        Key = string.Create(CultureInfo.InvariantCulture, $"comment{i:0000000000000}"),
                        Subject = $"run/{run}",
                        Name = c.Name,
                        Text = c.Text,
                        Citation = c.Citation,
                        Status = CommentStatus.Approved,
                        CreatedAt = 1_700_000_000_000 + i,
                    }
            )
        );
        await context.SaveChangesAsync();
    }
}
