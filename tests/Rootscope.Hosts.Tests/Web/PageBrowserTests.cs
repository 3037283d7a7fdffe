using Microsoft.Playwright;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>
/// Every page as people see it in a real browser: wide and narrow, light and dark, in both languages, without JavaScript, on paper.
/// </summary>
public class PageBrowserTests(SystemBrowser browser, ReadingSite reading) : IClassFixture<SystemBrowser>, IClassFixture<ReadingSite>
{
    /// <summary>One address of every page that needs no sign-in, those of faults apart.</summary>
    public static TheoryData<string> Pages { get; } =
    [
        "/",
        "/technologies",
        "/technology/logic_chips",
        "/technology/logic_chips/at-rest",
        "/industries",
        "/industry/094",
        "/industry/094/at-rest",
        "/regions",
        "/region/CHN",
        "/region/DEU?table=world-2011",
        $"/region/BBB?table={ReadingSite.Imported}",
        "/weak-spots",
        "/upgrade?of=semi_equipment&ban=0.5",
        "/plan",
        "/compare",
        "/compare/runs",
        "/lab",
        "/screen",
        "/data",
        "/data/usa-2017",
        "/about",
        "/search?q=chip",
        "/discuss/technology/logic_chips",
        "/discussion/own",
        "/admin/sign-in",
        "/admin/link",
    ];

    /// <summary>Those with figures.</summary>
    private static readonly string[] PagesWithFigures =
    [
        "/",
        "/industry/094",
        "/industry/094/at-rest",
        "/technology/logic_chips",
        "/technology/logic_chips/at-rest",
        "/weak-spots",
        "/upgrade?of=semi_equipment&ban=0.5",
        "/plan",
        "/compare",
        "/region/DEU?table=world-2011",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_serious_finding_no_error_no_sideways_scroll_and_whole_figures(string address)
    {
        if (address.StartsWith("/upgrade", StringComparison.Ordinal) || address.StartsWith("/plan", StringComparison.Ordinal))
        {
            // A page begins such an answer and does not wait for it; its data address does.
            int query = address.IndexOf('?', StringComparison.Ordinal);
            (string path, string asked) = query < 0 ? (address, string.Empty) : (address[..query], address[query..]);
            using Visitor visitor = reading.Site.Visit();
            Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.Get($"/figures{path}.csv{asked}")).Status);
        }

        BrowserVisit wide = await Check(address, ColorScheme.Light, 1280);
        IReadOnlyList<ILocator> figures = await wide.Page.Locator("[data-figure]").AllAsync();
        Assert.True(figures.Count > 0 || !PagesWithFigures.Contains(address, StringComparer.Ordinal), "no figure was found");
        foreach (ILocator figure in figures)
        {
            await HasNameSentenceDrawingAndData(figure);
        }

        Assert.Empty(wide.Faults);
        await Check(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=zh", ColorScheme.Dark, 360);
    }

    [Fact]
    public async Task A_figure_is_taken_away_as_a_picture_in_two_forms()
    {
        await using BrowserVisit visit = await browser.Visit(reading.Site);
        await visit.Page.GotoAsync("/weak-spots");
        foreach ((string kind, string begins) in ((string, string)[])[("PNG", "\u0089PNG"), ("SVG", "<svg")])
        {
            IDownload download = await visit.Page.RunAndWaitForDownloadAsync(() =>
                visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = kind }).ClickAsync()
            );
            Assert.Equal($"rootscope-weak-spots-china-2020.{kind.ToLowerInvariant()}", download.SuggestedFilename);
            byte[] content = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
            Assert.StartsWith(begins, System.Text.Encoding.Latin1.GetString(content), StringComparison.Ordinal);
            if (kind == "SVG")
            {
                string drawn = System.Text.Encoding.UTF8.GetString(content);
                Assert.Contains("National Bureau of Statistics of China", drawn, StringComparison.Ordinal);
                Assert.Contains("/figures/weak-spots", drawn, StringComparison.Ordinal);
            }
        }

        Assert.Empty(visit.Faults);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_reads_without_JavaScript(string address)
    {
        BrowserVisit visit = await browser.Return("without JavaScript", reading.Site, o => o.JavaScriptEnabled = false);
        await visit.Page.GotoAsync(address);
        Assert.NotEmpty(await visit.Page.Locator("h1").InnerTextAsync());
        foreach (ILocator figure in await visit.Page.Locator("[data-figure]").AllAsync())
        {
            Assert.True(await figure.Locator("tbody tr").First.IsVisibleAsync());
            Assert.False(await figure.Locator(".chart").IsVisibleAsync());
        }
    }

    [Fact]
    public async Task Without_JavaScript_links_lead_on_and_choices_are_made()
    {
        await using BrowserVisit visit = await browser.Visit(reading.Site, o => o.JavaScriptEnabled = false);
        await visit.Page.GotoAsync("/");
        await visit.Page.GetByLabel("Model").SelectOptionAsync("extraction");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show" }).Last.ClickAsync();
        Assert.Equal("/?lens=extraction&v=1", new Uri(visit.Page.Url).PathAndQuery);
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Advanced logic and AI chips" }).ClickAsync();
        Assert.Equal("/technology/logic_chips?lens=extraction&v=1", new Uri(visit.Page.Url).PathAndQuery);
        Assert.True(await visit.Page.Locator("#comment-form").IsVisibleAsync());
    }

    [Fact]
    public async Task The_keyboard_finds_the_search_and_sorts_a_table()
    {
        await using BrowserVisit visit = await browser.Visit(reading.Site);
        await visit.Page.GotoAsync("/");
        await visit.Page.Locator("canvas").First.WaitForAsync();
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("光刻");
        Assert.Equal("光刻", await visit.Page.Locator("#search").InputValueAsync());
        await visit.Page.Locator("#search").FillAsync("芯片");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator(".hits li").First.WaitForAsync();
        await visit.Page.GotoAsync("/");
        await visit.Page.Locator("canvas").First.WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Own output" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("descending", await visit.Page.Locator("th[aria-sort]").GetAttributeAsync("aria-sort"));
        double[] shares = await visit
            .Page.Locator("#figure-economy tbody td:nth-child(5)[data-value]")
            .EvaluateAllAsync<double[]>("cells => cells.map(c => Number(c.dataset.value))");
        Assert.Equal(shares.OrderDescending(), shares);
    }

    [Fact]
    public async Task The_tab_key_reaches_the_content_first_by_the_skip_link_and_every_stop_shows_where_it_is()
    {
        await using BrowserVisit visit = await browser.Visit(reading.Site);
        await visit.Page.GotoAsync("/weak-spots");
        await visit.Page.Locator("canvas").First.WaitForAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("#content", await visit.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        for (int i = 0; i < 12; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.NotEqual("none", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        }

        await visit.Page.Locator(".figure-data summary").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.True(await visit.Page.Locator(".figure-data tbody tr").First.IsVisibleAsync());
    }

    [Fact]
    public async Task The_other_language_keeps_the_place_and_the_choices()
    {
        await using BrowserVisit visit = await browser.Visit(reading.Site);
        await visit.Page.GotoAsync("/industry/094?lens=extraction");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "中文" }).ClickAsync();
        Assert.Equal("/industry/094?lang=zh&lens=extraction&v=1", new Uri(visit.Page.Url).PathAndQuery);
        Assert.Equal("zh-Hans", await visit.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("电子元器件", await visit.Page.Locator("h1").InnerTextAsync());
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "English" }).ClickAsync();
        Assert.Equal("/industry/094?lens=extraction&v=1", new Uri(visit.Page.Url).PathAndQuery);
        Assert.Equal("en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task Dark_follows_the_reader_and_paper_is_light_without_controls()
    {
        await using BrowserVisit visit = await browser.Visit(reading.Site, o => o.ColorScheme = ColorScheme.Dark);
        await visit.Page.GotoAsync("/technology/logic_chips");
        ILocator drawing = visit.Page.Locator(".drawing svg").Locator("visible=true").First;
        await drawing.WaitForAsync();
        const string Ground = "getComputedStyle(document.body).backgroundColor";
        Assert.Equal("rgb(20, 24, 27)", await visit.Page.EvaluateAsync<string>(Ground));
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)", await visit.Page.EvaluateAsync<string>(Ground));
        Assert.Equal("rgb(0, 0, 0)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).color"));
        Assert.False(await visit.Page.Locator(".site-header nav").IsVisibleAsync());
        Assert.False(await visit.Page.Locator(".downloads").First.IsVisibleAsync());
        Assert.False(await visit.Page.Locator("#comment-form").IsVisibleAsync());
        Assert.True(await drawing.IsVisibleAsync());
        Assert.Equal("none", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.scroll')).maxHeight"));
        Assert.Empty(visit.Faults);
    }

    /// <summary>What the chart library draws in the page, or what was drawn on the server for its width.</summary>
    private static ILocator Drawn(ILocator figure) => figure.Locator("canvas, .drawing svg").Locator("visible=true").First;

    private static async Task HasNameSentenceDrawingAndData(ILocator figure)
    {
        string title = await figure.Locator("figcaption h2").InnerTextAsync();
        string sentence = await figure.Locator(".sentence").InnerTextAsync();
        Assert.NotEmpty(title);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        ILocator drawing = figure.Locator("[role=img], svg[role=group]").Locator("visible=true");
        Assert.Equal($"{title}. {sentence}", await drawing.GetAttributeAsync("aria-label"));
        Assert.True(await figure.Locator("tbody tr").CountAsync() > 0);
        Assert.Contains(title, await figure.Locator("caption").TextContentAsync() ?? string.Empty, StringComparison.Ordinal);
        Assert.Contains("Licence", await figure.Locator(".source").InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task<BrowserVisit> Check(string address, ColorScheme scheme, int width)
    {
        BrowserVisit visit = await browser.Return(
            $"{scheme} {width}",
            reading.Site,
            o => (o.ColorScheme, o.ViewportSize) = (scheme, new ViewportSize { Width = width, Height = 800 })
        );
        await visit.Page.GotoAsync(address);
        foreach (ILocator figure in await visit.Page.Locator("[data-figure]").AllAsync())
        {
            await Drawn(figure).WaitForAsync();
        }

        Assert.Empty(await PageFindings.Of(visit.Page));
        Assert.Empty(visit.Faults);
        Assert.True(
            await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            "the page scrolls sideways"
        );
        return visit;
    }
}
