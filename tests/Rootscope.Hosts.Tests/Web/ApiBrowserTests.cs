using Microsoft.Playwright;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>The reference of the API and the import of tables, in a real browser.</summary>
public class ApiBrowserTests(SystemBrowser browser) : IClassFixture<SystemBrowser>
{
    [Theory]
    [InlineData("/api", ColorScheme.Light, 1280)]
    [InlineData("/api?lang=zh", ColorScheme.Dark, 360)]
    [InlineData("/data/import", ColorScheme.Light, 1280)]
    [InlineData("/data/import?lang=zh", ColorScheme.Dark, 360)]
    public async Task A_page_has_no_serious_finding_no_error_and_no_sideways_scroll(string address, ColorScheme scheme, int width)
    {
        await using RunningSite site = await RunningSite.Start();
        await using BrowserVisit visit = await browser.Visit(
            site,
            o => (o.ColorScheme, o.ViewportSize) = (scheme, new ViewportSize { Width = width, Height = 800 })
        );
        await visit.Page.GotoAsync(address);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty(await PageFindings.Of(visit.Page));
        Assert.Empty(visit.Faults);
        Assert.True(
            await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            "the page scrolls sideways"
        );
    }

    [Fact]
    public async Task A_table_is_chosen_sent_and_read_under_its_name()
    {
        await using RunningSite site = await RunningSite.Start();
        await using BrowserVisit visit = await browser.Visit(site);
        await visit.Page.GotoAsync("/data/import");
        await visit.Page.Locator("select[name=layout]").SelectOptionAsync("nbs");
        await visit
            .Page.Locator("input[name=files]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "small_2020.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(SmallTables.Nbs),
                }
            );
        await visit.Page.Locator("input[name=name]").FillAsync("own-2020");
        await visit.Page.Locator("input[name=year]").FillAsync("2020");
        await visit.Page.Locator("main form button[type=submit]").ClickAsync();
        await visit.Page.Locator("main a[href*='table=own-2020']").WaitForAsync();
        Assert.Empty(visit.Faults);
    }
}
