using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Moderation;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>The moderators' queue in a real browser: many comments, by keyboard, on a telephone, without JavaScript.</summary>
public class QueueBrowserTests(SystemBrowser browser) : IClassFixture<SystemBrowser>
{
    private const int Comments = 60;
    private const int OnTheLastPage = Comments - (2 * QueueView.AtOnce);

    [Fact]
    public async Task Many_comments_are_gone_through_by_page_by_keyboard_and_on_a_telephone()
    {
        await using RunningSite site = await RunningSite.Start();
        await Fill(site);
        string link = $"/admin/link?token={Of(site).Link("mod")}";
        await using BrowserVisit visit = await browser.Visit(site);
        IPage page = visit.Page;
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in to moderate" }).ClickAsync();
        Assert.Equal(QueueView.AtOnce, await Boxes(page).CountAsync());
        Assert.Empty(await PageFindings.Of(page));

        // One click chooses all of a page, and one more none.
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Choose all of this page" }).ClickAsync();
        Assert.Equal(QueueView.AtOnce, await page.Locator("input[name=Keys]:checked").CountAsync());
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Choose all of this page" }).ClickAsync();
        Assert.Equal(0, await page.Locator("input[name=Keys]:checked").CountAsync());

        // Keys mean nothing but on the box of a comment: not where a reason is typed.
        await page.GetByLabel("Reason").FocusAsync();
        await page.Keyboard.TypeAsync("spam as a rule");
        await Boxes(page).First.FocusAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("x");
        Assert.True(await Boxes(page).Nth(1).IsCheckedAsync());
        await page.Keyboard.PressAsync("a");
        await page.GetByText("Decided: 1.").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "3", Exact = true }).ClickAsync();
        Assert.Equal(OnTheLastPage - 1, await Boxes(page).CountAsync());

        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync("/admin");
        Assert.True(await Fits(page));
        Assert.Empty(await PageFindings.Of(page));
        await Boxes(page).Nth(3).CheckAsync();
        ILocator approve = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Approve" });
        Assert.True(await InView(approve), "the buttons are out of sight");
        await approve.ClickAsync();
        await page.GetByText("Decided: 1.").WaitForAsync();
        foreach (string address in (string[])["/admin/sessions", "/admin/trail", "/admin?show=approved&lang=zh"])
        {
            await page.GotoAsync(address);
            Assert.True(await Fits(page), address);
            Assert.Empty(await PageFindings.Of(page));
        }

        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Without_JavaScript_all_of_a_page_are_chosen_by_an_address()
    {
        await using RunningSite site = await RunningSite.Start();
        await Fill(site);
        await using BrowserVisit visit = await browser.Visit(site, o => o.JavaScriptEnabled = false);
        await visit.Page.GotoAsync($"/admin/link?token={Of(site).Link("mod")}");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in to moderate" }).ClickAsync();
        await visit.Page.GotoAsync("/admin?page=3");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Choose all of this page" }).ClickAsync();
        Assert.Equal(OnTheLastPage, await visit.Page.Locator("input[name=Keys]:checked").CountAsync());
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Decline" }).ClickAsync();
        await visit.Page.GetByText(string.Create(CultureInfo.InvariantCulture, $"Decided: {OnTheLastPage}.")).WaitForAsync();

        // The page that was decided on is no more: the one before it is shown.
        Assert.Equal("2", await visit.Page.Locator("[aria-current=page]").Last.InnerTextAsync());
    }

    private static ILocator Boxes(IPage page) => page.Locator("input[name=Keys]");

    private static Task<bool> Fits(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

    private static Task<bool> InView(ILocator element) =>
        element.EvaluateAsync<bool>(
            "e => (r => r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth)(e.getBoundingClientRect())"
        );

    private static Moderators Of(RunningSite site) => new(site.DataFolder, TimeProvider.System);

    private static async Task Fill(RunningSite site)
    {
        Of(site).Create("mod", DiscussionSteps.Password);
        await using DiscussionContext context = await site
            .Services.GetRequiredService<IDbContextFactory<DiscussionContext>>()
            .CreateDbContextAsync();
        context.Comments.AddRange(
            Enumerable
                .Range(0, Comments)
                .Select(i => new CommentRecord
                {
                    Key = string.Create(CultureInfo.InvariantCulture, $"comment{i:0000000000000}"),
                    Subject = "technology/logic_chips",
                    Name = i % 3 == 0 ? new string('W', 80) : "Ann",
                    Text = $"Remark {i} with [a link](https://one.example/{new string('a', 200)}).",
                    Citation = i % 2 == 0 ? $"https://two.example/{new string('b', 300)}" : null,
                    Status = CommentStatus.Pending,
                    CreatedAt = 1_700_000_000_000 + i,
                })
        );
        await context.SaveChangesAsync();
    }
}
