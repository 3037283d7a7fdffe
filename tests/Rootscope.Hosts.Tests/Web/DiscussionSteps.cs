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

    public static async Task<Answer> SignIn(Visitor visitor, string password)
    {
        Answer form = await visitor.Get("/admin/sign-in");
        return await visitor.Post("/admin/sign-in", form, ("name", "mod"), ("password", password));
    }

    public static async Task<Visitor> Approve(RunningSite site)
    {
        Visitor moderator = site.Visit();
        await SignIn(moderator, Password);
        Answer queue = await moderator.Get("/admin");
        string[] keys =
        [
            .. Regex
                .Matches(queue.Text, "name=\"Keys\" value=\"(?<key>[^\"]*)\"", RegexOptions.ExplicitCapture, Patience)
                .Select(m => m.Groups["key"].Value),
        ];
        await moderator.Post("/admin/decide", queue, [("Decision", "approve"), .. keys.Select(k => ("Keys", k))]);
        return moderator;
    }

    public static string OwnLink(Answer sent, string verb) =>
        WebUtility.HtmlDecode(
            Regex
                .Match(sent.Text, $"href=\"(?<link>/discussion/{verb}\\?token=[^\"]*)\"", RegexOptions.ExplicitCapture, Patience)
                .Groups["link"]
                .Value
        );
}
