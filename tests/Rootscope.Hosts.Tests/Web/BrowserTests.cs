using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Rootscope.Web.Discussion.Spam;
using Rootscope.Web.Moderation;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>The site as people see it, in a real browser.</summary>
public class BrowserTests(SystemBrowser browser) : IClassFixture<SystemBrowser>
{
    private const string Password = "correct horse battery";

    public static TheoryData<string, ColorScheme, int> Pages
    {
        get
        {
            var pages = new TheoryData<string, ColorScheme, int>();
            foreach (string page in (string[])["/", "/technologies", "/technology/logic_chips", "/industry/094", "/data", "/about", "/lab", "/search?q=chip", "/discuss/technology/logic_chips", "/admin/sign-in"])
            {
                pages.Add(page, ColorScheme.Light, 1280);
                pages.Add(page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=zh", ColorScheme.Dark, 360);
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_serious_finding_no_error_and_no_sideways_scroll(string address, ColorScheme scheme, int width)
    {
        await using RunningSite site = await RunningSite.Start();
        await using BrowserVisit visit = await browser.Visit(site, o => (o.ColorScheme, o.ViewportSize) = (scheme, new ViewportSize { Width = width, Height = 800 }));
        await visit.Page.GotoAsync(address);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        AxeResult axe = await visit.Page.RunAxe();
        Assert.Empty(axe.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
        Assert.Empty(visit.Faults);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "the page scrolls sideways");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/industry/094")]
    public async Task Every_figure_has_a_name_a_sentence_a_drawing_and_its_data(string address)
    {
        await using RunningSite site = await RunningSite.Start();
        await using BrowserVisit visit = await browser.Visit(site);
        await visit.Page.GotoAsync(address);
        foreach (ILocator figure in await visit.Page.Locator("[data-figure]").AllAsync())
        {
            await figure.Locator("canvas").First.WaitForAsync();
            string title = await figure.Locator("figcaption h2").InnerTextAsync();
            string sentence = await figure.Locator(".sentence").InnerTextAsync();
            Assert.NotEmpty(title);
            Assert.EndsWith(".", sentence, StringComparison.Ordinal);
            ILocator drawing = figure.GetByRole(AriaRole.Img, new LocatorGetByRoleOptions { Name = $"{title}. {sentence}" });
            Assert.True(await drawing.IsVisibleAsync());
            Assert.True(await figure.Locator("tbody tr").CountAsync() > 0);
            Assert.Contains("Licence", await figure.Locator(".source").InnerTextAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Every_page_reads_without_JavaScript()
    {
        await using RunningSite site = await RunningSite.Start();
        await using BrowserVisit visit = await browser.Visit(site, o => o.JavaScriptEnabled = false);
        await visit.Page.GotoAsync("/");
        Assert.True(await visit.Page.Locator("tbody tr").First.IsVisibleAsync());
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Advanced logic and AI chips" }).ClickAsync();
        Assert.Equal("/technology/logic_chips", new Uri(visit.Page.Url).AbsolutePath);
        Assert.True(await visit.Page.Locator("#comment-form").IsVisibleAsync());
    }

    [Fact]
    public async Task The_keyboard_finds_the_search_and_sorts_a_table()
    {
        await using RunningSite site = await RunningSite.Start();
        await using BrowserVisit visit = await browser.Visit(site);
        await visit.Page.GotoAsync("/");
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("光刻");
        Assert.Equal("光刻", await visit.Page.Locator("#search").InputValueAsync());
        await visit.Page.Locator("#search").FillAsync("芯片");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator(".hits li").First.WaitForAsync();
        await visit.Page.GotoAsync("/");
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await visit.Page.Locator("canvas").First.WaitForAsync();
        await visit.Page.Locator(".figure-data summary").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Own output" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("descending", await visit.Page.Locator("th[aria-sort]").GetAttributeAsync("aria-sort"));
        double[] shares = await visit.Page.Locator("tbody td:nth-child(5)[data-value]").EvaluateAllAsync<double[]>("cells => cells.map(c => Number(c.dataset.value))");
        Assert.Equal(shares.OrderDescending(), shares);
    }

    [Fact]
    public async Task A_comment_goes_from_the_technology_through_moderation_to_the_readers()
    {
        await using RunningSite site = await RunningSite.Start();
        new Moderators(site.DataFolder, TimeProvider.System).Create("mod", Password);
        await using BrowserVisit ann = await browser.Visit(site);
        await ann.Page.GotoAsync("/");

        // The table stands open until the chart is drawn, which folds it: a click before that would fold it too.
        await ann.Page.Locator("canvas").First.WaitForAsync();
        await ann.Page.Locator(".figure-data summary").ClickAsync();
        await ann.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Memory chips" }).ClickAsync();
        Assert.Contains("No comments yet. Why don't you start the discussion?", await ann.Page.Locator("#discussion").InnerTextAsync(), StringComparison.Ordinal);
        await ann.Page.GetByLabel("Name *").FillAsync("Ann");
        await ann.Page.GetByLabel("E-mail *").FillAsync("ann@example.org");
        await ann.Page.GetByLabel("Comment *").FillAsync("Seen in a **browser**.");
        await ann.Page.GetByLabel("I agree that my name").CheckAsync();
        await Task.Delay(FormStamps.Soonest + TimeSpan.FromSeconds(0.2));
        await ann.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send" }).ClickAsync();
        await ann.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Thank you" }).WaitForAsync();

        await using BrowserVisit moderator = await browser.Visit(site);
        await moderator.Page.GotoAsync("/admin");
        await moderator.Page.GetByLabel("Name").FillAsync("mod");
        await moderator.Page.GetByLabel("Password").FillAsync(Password);
        await moderator.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in to moderate" }).ClickAsync();
        await moderator.Page.Locator("input[name=Keys]").CheckAsync();
        await moderator.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Approve" }).ClickAsync();
        await moderator.Page.GetByText("There are none.").WaitForAsync();

        await ann.Page.GotoAsync("/technology/memory_chips");
        Assert.Equal("browser", await ann.Page.Locator(".comment-text strong").InnerTextAsync());
        Assert.Empty(ann.Faults);
        Assert.Empty(moderator.Faults);
    }

    [Fact]
    public async Task A_scenario_runs_with_progress_and_its_address_is_shared()
    {
        await using RunningSite site = await RunningSite.Start();
        await using BrowserVisit visit = await browser.Visit(site);
        await visit.Page.GotoAsync("/lab?template=digital-spinning");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Run" }).ClickAsync();
        await visit.Page.Locator("canvas").First.WaitForAsync();
        string shared = new Uri(visit.Page.Url).AbsolutePath;
        Assert.StartsWith("/runs/", shared, StringComparison.Ordinal);
        await using BrowserVisit other = await browser.Visit(site);
        await other.Page.GotoAsync(shared);
        Assert.Equal(await visit.Page.Locator(".sentence").InnerTextAsync(), await other.Page.Locator(".sentence").InnerTextAsync());
        Assert.Empty(visit.Faults);
        Assert.Empty(other.Faults);
    }
}
