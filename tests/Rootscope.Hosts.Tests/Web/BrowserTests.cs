using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rootscope.Web.Discussion.Spam;
using Rootscope.Web.Moderation;
using Rootscope.Web.Runs;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>What people do on the site, in a real browser: comment, moderate, run, stop, share.</summary>
public class BrowserTests(SystemBrowser browser) : IClassFixture<SystemBrowser>
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task A_comment_goes_from_the_technology_through_moderation_to_the_readers()
    {
        await using RunningSite site = await RunningSite.Start();
        new Moderators(site.DataFolder, TimeProvider.System).Create("mod", Password);
        await using BrowserVisit ann = await browser.Visit(site);
        await ann.Page.GotoAsync("/");
        await ann.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Memory chips" }).ClickAsync();
        Assert.Contains(
            "No comments yet. Why don't you start the discussion?",
            await ann.Page.Locator("#discussion").InnerTextAsync(),
            StringComparison.Ordinal
        );
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
        await visit.Page.Locator(".drawing svg").Locator("visible=true").First.WaitForAsync();
        string shared = new Uri(visit.Page.Url).AbsolutePath;
        Assert.StartsWith("/runs/", shared, StringComparison.Ordinal);
        await using BrowserVisit other = await browser.Visit(site);
        await other.Page.GotoAsync(shared);
        Assert.Equal(await visit.Page.Locator(".sentence").InnerTextAsync(), await other.Page.Locator(".sentence").InnerTextAsync());
        Assert.Empty(visit.Faults);
        Assert.Empty(other.Faults);
    }

    [Fact]
    public async Task A_run_that_waits_is_stopped_and_says_so()
    {
        await using RunningSite site = await RunningSite.Start();
        RunQueue queue = site.Services.GetRequiredService<RunQueue>();

        // Nothing is taken from the queue while it stands still, so that the run waits however fast the machine is.
        await queue.Turn.WaitAsync(TestContext.Current.CancellationToken);
        await using BrowserVisit visit = await browser.Visit(site);
        await visit.Page.GotoAsync("/lab?template=tariff-round");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Run" }).ClickAsync();
        await visit.Page.GetByText("Waits for the runs before it.").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Stop" }).ClickAsync();
        queue.Turn.Release();
        await visit.Page.GetByText("Was stopped.").WaitForAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Two_runs_stand_side_by_side_under_an_address_that_is_shared()
    {
        await using RunningSite site = await RunningSite.Start();
        await using BrowserVisit visit = await browser.Visit(site);
        var addresses = new List<string>();
        foreach (string gain in (string[])["+20%", "+10%"])
        {
            await visit.Page.GotoAsync("/lab?template=digital-spinning");
            ILocator text = visit.Page.Locator("textarea[name=scenario]");
            await text.FillAsync((await text.InputValueAsync()).Replace("+20%", gain, StringComparison.Ordinal));
            await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Run" }).ClickAsync();
            await visit.Page.Locator(".drawing svg").Locator("visible=true").First.WaitForAsync();
            addresses.Add(visit.Page.Url);
        }

        await visit.Page.GotoAsync("/compare");
        await visit.Page.GetByLabel("First run").FillAsync(addresses[0]);
        await visit.Page.GetByLabel("Second run").FillAsync(addresses[1]);
        await visit.Page.Locator("form[action='/compare/runs'] button").ClickAsync();
        await visit.Page.Locator("canvas").First.WaitForAsync();
        Assert.Contains("China: it gains", await visit.Page.Locator(".sentence").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await visit.Page.Locator("tbody tr").CountAsync() > 0);
        Assert.Empty(visit.Faults);
    }
}
