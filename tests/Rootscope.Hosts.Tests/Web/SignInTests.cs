using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Web.Moderation;
using static Rootscope.Hosts.Tests.Web.DiscussionSteps;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>Who is signed in, for how long, and who can keep a moderator out.</summary>
public class SignInTests
{
    private const string Another = "another long password";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_the_sign_out()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        using Visitor moderator = site.Visit();
        Answer queue = await SignIn(moderator, Password);
        using Visitor thief = Copy(site, moderator);
        Assert.True(await IsIn(thief));
        await moderator.Post("/admin/sign-out", queue);
        Assert.False(await IsIn(moderator));
        Assert.False(await IsIn(thief));
        Assert.Equal("/admin/sign-in", (await thief.Post("/admin/decide", queue, ("Decision", "approve"))).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_new_password_and_a_removal_end_what_was_open_while_the_site_runs()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        using Visitor moderator = site.Visit();
        await SignIn(moderator, Password);
        Of(site).Create("mod", Another);
        Assert.False(await IsIn(moderator));
        await SignIn(moderator, Password);
        Assert.False(await IsIn(moderator));
        await SignIn(moderator, Another);
        Assert.True(await IsIn(moderator));
        Assert.Equal(0, (await CliRun.Of("admin", "remove", "mod", "--data", site.DataFolder)).Code);
        Assert.False(await IsIn(moderator));

        // Neither does another of the same name take over what is open.
        using Visitor namesake = Copy(site, moderator);
        Of(site).Create("mod", Another);
        Assert.False(await IsIn(namesake));
    }

    [Fact]
    public async Task A_sign_in_ends_after_eight_hours_however_much_is_done()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        using Visitor moderator = site.Visit();
        await SignIn(moderator, Password);
        Later(site, TimeSpan.FromHours(7));
        Assert.True(await IsIn(moderator));
        Later(site, TimeSpan.FromHours(2));
        Assert.False(await IsIn(moderator));
    }

    [Fact]
    public async Task Nobody_elsewhere_locks_a_moderator_out()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        using Visitor moderator = site.Visit();
        moderator.From = "198.51.100.1";
        Answer queue = await SignIn(moderator, Password);
        await moderator.Post("/admin/sign-out", queue);

        // Many networks use up what there is for browsers that nobody knows; it is the same for a name that is not there.
        SignInLimits limits = site.Services.GetRequiredService<SignInLimits>();
        foreach (string name in (string[])["mod", "nobody"])
        {
            for (int i = 1; i < SignInLimits.OfAName; i++)
            {
                Assert.NotNull(limits.Begin(name, IPAddress.Parse($"203.0.{i}.9"), browser: null));
            }

            using Visitor attacker = site.Visit();
            attacker.From = "203.1.1.9";
            Assert.Equal(HttpStatusCode.Forbidden, (await SignIn(attacker, "wrong password", name)).Status);
            attacker.From = "203.1.2.9";
            Assert.Equal(HttpStatusCode.TooManyRequests, (await SignIn(attacker, "wrong password", name)).Status);
        }

        // The moderator's own browser is known, and so it gets in; from a strange one he has a link made at the machine.
        await SignIn(moderator, Password);
        Assert.True(await IsIn(moderator));
        using Visitor strange = site.Visit();
        strange.From = "192.0.2.1";
        Answer refused = await SignIn(strange, Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains(">Too many wrong attempts", refused.Text, StringComparison.Ordinal);
        string link = LinkOf(site, "mod");
        Answer asked = await strange.Get(link);
        Assert.False(await IsIn(strange));
        Assert.Equal("/admin", (await strange.Post(link, asked)).Address.AbsolutePath);
        Assert.True(await IsIn(strange));
        Assert.Contains("This link does not hold", (await strange.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_guesses_is_stopped_for_every_name_and_time_lets_it_in_again()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        Of(site).Create("ann", Another);
        using Visitor visitor = site.Visit();
        for (int i = 0; i < SignInLimits.OfANetwork; i++)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await SignIn(visitor, "wrong password", i % 2 == 0 ? "mod" : "nobody")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SignIn(visitor, Another, "ann")).Status);
        Later(site, TimeSpan.FromMinutes(2));
        Assert.Equal("/admin", (await SignIn(visitor, Another, "ann")).Address.AbsolutePath);

        // What was right is not counted.
        Later(site, TimeSpan.FromHours(1));
        for (int i = 0; i < SignInLimits.OfANetwork + 1; i++)
        {
            using Visitor again = site.Visit();
            Assert.Equal("/admin", (await SignIn(again, Another, "ann")).Address.AbsolutePath);
        }
    }

    [Fact]
    public async Task A_known_browser_is_of_one_moderator_and_has_a_limit_of_its_own()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        Of(site).Create("ann", Another);
        using Visitor moderator = site.Visit();
        await moderator.Post("/admin/sign-out", await SignIn(moderator, Password));
        for (int i = 0; i < SignInLimits.OfABrowser + SignInLimits.OfANetwork; i++)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await SignIn(moderator, "wrong password")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SignIn(moderator, Password)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SignIn(moderator, Another, "ann")).Status);
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_in_the_page()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        Visitor[] browsers = [site.Visit(), site.Visit(), site.Visit()];
        foreach (Visitor browser in browsers)
        {
            await SignIn(browser, Password);
            Later(site, TimeSpan.FromMinutes(1));
        }

        Answer page = await browsers[0].Get("/admin/sessions");
        string[] others =
        [
            .. Regex
                .Matches(page.Text, "name=\"End\" value=\"(?<stamp>[0-9a-f]+)\"", RegexOptions.ExplicitCapture, Patience)
                .Select(m => m.Groups["stamp"].Value),
        ];
        Assert.Equal(2, others.Length);
        await browsers[0].Post("/admin/sessions", page, ("End", others[0]));
        Assert.Equal((true, true, false), (await IsIn(browsers[0]), await IsIn(browsers[1]), await IsIn(browsers[2])));
        await browsers[0].Post("/admin/sessions", page, ("End", "others"));
        Assert.Equal((true, false, false), (await IsIn(browsers[0]), await IsIn(browsers[1]), await IsIn(browsers[2])));
        foreach (Visitor browser in browsers)
        {
            browser.Dispose();
        }
    }

    [Fact]
    public async Task The_command_line_lists_removes_and_lets_in()
    {
        using var folder = new TemporaryFolder();
        string site = folder.PathOf("site");
        string password = folder.Write("password.txt", Password + "\n");
        Assert.Equal(0, (await CliRun.Of("admin", "create", "ann", "--password-file", password, "--data", site)).Code);
        CliRun listed = await CliRun.Of("admin", "list", "--data", site, "-f", "csv");
        Assert.Matches("(?m)^ann,2\\d{3}-.*,,0$", listed.Output);
        CliRun link = await CliRun.Of("admin", "link", "ann", "--data", site, "--public-address", "https://roots.example.org");
        Assert.StartsWith("https://roots.example.org/admin/link?token=", link.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Output.Trim().Split('=')[1], await File.ReadAllTextAsync(Path.Combine(site, "moderators.json")));
        Assert.Equal(2, (await CliRun.Of("admin", "link", "ann", "--data", site, "--public-address", "roots")).Code);
        Assert.Equal(4, (await CliRun.Of("admin", "link", "bob", "--data", site)).Code);
        Assert.Equal(4, (await CliRun.Of("admin", "remove", "bob", "--data", site)).Code);
        Assert.Equal(0, (await CliRun.Of("admin", "remove", "ann", "--data", site)).Code);
        Assert.DoesNotContain("ann", (await CliRun.Of("admin", "list", "--data", site, "-f", "csv")).Output, StringComparison.Ordinal);
        CliRun none = await CliRun.Of("admin", "create", "a\u202En", "--password-file", password, "--data", site);
        Assert.Equal(2, none.Code);
        Assert.Contains("turns the direction", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_an_earlier_version_holds_and_two_who_write_at_once_lose_nothing()
    {
        using var folder = new TemporaryFolder();
        string hash = new Microsoft.AspNetCore.Identity.PasswordHasher<string>().HashPassword("old", Password);
        folder.Write("moderators.json", System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { ["old"] = hash }));
        var moderators = new Moderators(folder.Root, TimeProvider.System);
        Assert.True(moderators.Check("old", Password));
        Parallel.For(0, 8, i => Assert.NotNull(new Moderators(folder.Root, TimeProvider.System).Begin("old", $"browser {i}")));
        Assert.Equal(8, moderators.Sessions("old").Count);
        Assert.True(moderators.Check("old", Password));
        folder.Write("moderators.json", "[");
        Assert.Contains(
            "is no list of moderators",
            Assert.Throws<InvalidOperationException>(() => moderators.List()).Message,
            StringComparison.Ordinal
        );
    }

    private static Moderators Of(RunningSite site) => new(site.DataFolder, site.Services.GetRequiredService<TimeProvider>());

    private static async Task<bool> IsIn(Visitor visitor) => (await visitor.Get("/admin/trail")).Address.AbsolutePath == "/admin/trail";

    /// <summary>A link by the site's own clock, which stands still in these tests.</summary>
    private static string LinkOf(RunningSite site, string name) => $"/admin/link?token={Of(site).Link(name)}";

    private static Visitor Copy(RunningSite site, Visitor of)
    {
        Visitor copy = site.Visit();
        copy.Cookies.Add(of.Cookies.GetAllCookies());
        return copy;
    }
}
