using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Rootscope.Web.Hosting;
using Rootscope.Web.Moderation;
using Rootscope.Web.Settings;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>What visitors and moderators do, over HTTP, on a site whose clock stands still until it is moved.</summary>
internal static class DiscussionSteps
{
    public const string Page = "/discuss/technology/logic_chips";
    public const string Password = "correct horse battery";
    public const string PlantedEmail = "planted.address@private.example";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<RunningSite> Start(string database, Func<ObservatoryOptions, ObservatoryOptions>? change = null)
    {
        string? connection = await DiscussionDatabase.New(database);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        RunningSite site = await RunningSite.Start(o => (change ?? (x => x))(o with { Database = connection, Clock = clock }));
        new Moderators(site.DataFolder, clock).Create("mod", Password);
        return site;
    }

    public static void Later(RunningSite site, TimeSpan time) =>
        ((FakeTimeProvider)site.Services.GetRequiredService<TimeProvider>()).Advance(time);

    public static (string, string)[] Fields(string text) => [("name", "Ann"), ("email", PlantedEmail), ("text", text), ("consent", "yes")];

    public static async Task<Answer> Comment(RunningSite site, Visitor visitor, string text, TimeSpan? after = null)
    {
        Answer form = await visitor.Get(Page);
        Later(site, after ?? TimeSpan.FromSeconds(10));
        return await visitor.Post(Page, form, Fields(text));
    }

    public static async Task<Answer> SignIn(Visitor visitor, string password, string name = "mod")
    {
        Answer form = await visitor.Get("/admin/sign-in");
        return await visitor.Post("/admin/sign-in", form, ("name", name), ("password", password));
    }

    public static async Task<Visitor> Approve(RunningSite site)
    {
        Visitor moderator = site.Visit();
        await SignIn(moderator, Password);
        Answer queue = await moderator.Get("/admin");
        await moderator.Post("/admin/decide", queue, [("Decision", "approve"), .. Keys(queue).Select(k => ("Keys", k))]);
        return moderator;
    }

    /// <summary>Opens a mailed link in a browser; what comes is the page of all comments of the address.</summary>
    public static async Task<Answer> Open(Visitor visitor, string link) => await visitor.Post(link, await visitor.Get(link));

    /// <summary>Does something with every comment on the page of all comments of an address.</summary>
    public static Task<Answer> Act(Visitor visitor, Answer page, string act) =>
        visitor.Post("/discussion/own", page, [("Act", act), .. Keys(page).Select(k => ("Keys", k))]);

    /// <summary>What can be chosen on a page.</summary>
    public static string[] Keys(Answer page) =>
        [
            .. Regex
                .Matches(page.Text, "name=\"Keys\" value=\"(?<key>[^\"]*)\"", RegexOptions.ExplicitCapture, Patience)
                .Select(m => m.Groups["key"].Value),
        ];

    /// <summary>The address of the link in a mail, below the site's own.</summary>
    public static string LinkIn(MimeKit.MimeMessage message) =>
        Regex
            .Match(message.TextBody!, @"https?://[^/\s]+(?<path>/discussion/confirm\S+)", RegexOptions.ExplicitCapture, Patience)
            .Groups["path"]
            .Value;

    public static string OwnLink(Answer sent, string verb) =>
        WebUtility.HtmlDecode(
            Regex
                .Match(sent.Text, $"href=\"(?<link>/discussion/{verb}\\?token=[^\"]*)\"", RegexOptions.ExplicitCapture, Patience)
                .Groups["link"]
                .Value
        );
}
