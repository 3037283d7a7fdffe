using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Web.Discussion;
using static Rootscope.Hosts.Tests.Web.DiscussionSteps;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>The discussion end to end, over HTTP, on each database.</summary>
public class DiscussionTests
{
    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task A_comment_waits_is_approved_and_is_read_by_everybody(string database)
    {
        await using RunningSite site = await Start(database);
        using Visitor ann = site.Visit();
        Answer sent = await Comment(site, ann, "A *first* remark.");
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Contains("waits for a moderator", sent.Text, StringComparison.Ordinal);
        using Visitor reader = site.Visit();
        Assert.DoesNotContain("<em>first</em>", (await reader.Get("/technology/logic_chips")).Text, StringComparison.Ordinal);
        await Approve(site);
        Answer page = await reader.Get("/technology/logic_chips");
        Assert.Contains("<p>A <em>first</em> remark.</p>", page.Text, StringComparison.Ordinal);
        Answer feed = await reader.Get("/feeds/technology/logic_chips.atom");
        Assert.Contains("first", feed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task A_planted_address_is_on_no_page_and_in_no_file_but_encrypted(string database)
    {
        await using RunningSite site = await Start(database);
        using Visitor ann = site.Visit();
        Answer sent = await Comment(site, ann, "Remark.");
        Visitor moderator = await Approve(site);
        List<Answer> seen = [sent];
        foreach (
            string address in (string[])
                [
                    "/",
                    "/technology/logic_chips",
                    "/feeds/technology/logic_chips.atom",
                    Page,
                    "/figures/economy.json",
                    "/figures/economy.csv",
                    "/search?q=planted",
                    "/nothing",
                    "/data",
                    "/about",
                ]
        )
        {
            seen.Add(await ann.Get(address));
            seen.Add(await moderator.Get(address));
        }

        seen.Add(await moderator.Get("/admin"));
        seen.Add(await ann.Get(OwnLink(sent, "mine")));
        Assert.All(seen, a => Assert.DoesNotContain("planted.address", a.Text, StringComparison.OrdinalIgnoreCase));
        Assert.All(seen, a => Assert.DoesNotContain("planted.address", a.Message.ToString(), StringComparison.OrdinalIgnoreCase));
        foreach (string file in Directory.GetFiles(site.DataFolder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain("planted.address", await reader.ReadToEndAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task A_writer_has_his_data_and_erases_them(string database)
    {
        await using RunningSite site = await Start(database);
        using Visitor ann = site.Visit();
        Answer sent = await Comment(site, ann, "Mine.");
        await Approve(site);
        Answer mine = await ann.Get(OwnLink(sent, "mine"));
        Assert.Contains("\"text\": \"Mine.\"", mine.Text, StringComparison.Ordinal);
        string erase = OwnLink(sent, "erase");
        Answer ask = await ann.Get(erase);
        Assert.Contains("This deletes the comment", ask.Text, StringComparison.Ordinal);
        Answer done = await ann.Post(erase, ask);
        Assert.Contains("The comment was erased", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mine.", (await ann.Get("/technology/logic_chips")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ann.Get(OwnLink(sent, "mine"))).Status);
    }

    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task A_form_holds_once_and_neither_too_soon_nor_elsewhere(string database)
    {
        await using RunningSite site = await Start(database);
        using Visitor ann = site.Visit();
        Answer form = await ann.Get(Page);
        Assert.Contains("faster than anybody types", (await ann.Post(Page, form, Fields("Soon."))).Text, StringComparison.Ordinal);
        Later(site, TimeSpan.FromSeconds(10));
        Assert.Contains(
            "not of this page",
            (await ann.Post("/discuss/technology/memory_chips", form, Fields("Elsewhere."))).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Thank you", (await ann.Post(Page, form, Fields("Once."))).Text, StringComparison.Ordinal);
        Answer twice = await ann.Post(Page, form, Fields("Once more."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        Assert.Contains("sent before", twice.Text, StringComparison.Ordinal);
        Assert.Contains("Once more.", twice.Text, StringComparison.Ordinal);
        Answer stale = await ann.Get(Page);
        Later(site, TimeSpan.FromHours(25));
        Assert.Contains("older than a day", (await ann.Post(Page, stale, Fields("Late."))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task Unapproved_comments_are_gone_after_thirty_days(string database)
    {
        await using RunningSite site = await Start(database);
        using Visitor ann = site.Visit();
        Answer sent = await Comment(site, ann, "Never approved.");
        CommentModeration moderation = site.Services.GetRequiredService<CommentModeration>();
        Later(site, TimeSpan.FromDays(29));
        await moderation.PurgeAsync(CancellationToken.None);
        Assert.Single(await moderation.QueueAsync(10, CancellationToken.None));
        Later(site, TimeSpan.FromDays(2));
        await moderation.PurgeAsync(CancellationToken.None);
        Assert.Empty(await moderation.QueueAsync(10, CancellationToken.None));
        Assert.Equal(HttpStatusCode.NotFound, (await ann.Get(OwnLink(sent, "mine"))).Status);
    }

    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task The_fourth_comment_with_an_address_is_marked_and_the_sixth_from_a_network_waits_its_turn(string database)
    {
        await using RunningSite site = await Start(database);
        using Visitor ann = site.Visit();
        for (int i = 1; i <= 5; i++)
        {
            Answer taken = await Comment(site, ann, $"Remark {i}.", TimeSpan.FromSeconds(4));
            Assert.Contains("Thank you", taken.Text, StringComparison.Ordinal);
        }

        IReadOnlyList<QueuedComment> waiting = await site
            .Services.GetRequiredService<CommentModeration>()
            .QueueAsync(10, CancellationToken.None);
        Assert.Equal([0, 0, 0, 1, 1], waiting.Select(w => w.SpamScore));
        Assert.All(waiting.Skip(3), w => Assert.Equal("many with this address in a short time", w.SpamNotes));
        Assert.Contains(
            "Many comments have come from here",
            (await Comment(site, ann, "Remark 6.", TimeSpan.FromSeconds(4))).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Thank you", (await Comment(site, ann, "Remark 7.", TimeSpan.FromMinutes(30))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filled_trap_is_thanked_and_forgotten()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        using Visitor robot = site.Visit();
        Answer form = await robot.Get(Page);
        Later(site, TimeSpan.FromSeconds(10));
        Answer sent = await robot.Post(Page, form, [.. Fields("Buy."), ("website", "https://spam.example")]);
        Assert.Contains("Thank you", sent.Text, StringComparison.Ordinal);
        Assert.Empty(await site.Services.GetRequiredService<CommentModeration>().QueueAsync(10, CancellationToken.None));
    }

    [Fact]
    public async Task A_comment_can_be_changed_for_a_quarter_of_an_hour_from_the_browser_that_sent_it()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        using Visitor ann = site.Visit();
        await Comment(site, ann, "With a mistkae.");
        Answer form = await ann.Get("/discussion/edit");
        Assert.Contains("mistkae", form.Text, StringComparison.Ordinal);
        Answer changed = await ann.Post("/discussion/edit", form, ("name", "Ann"), ("text", "Without a mistake."));
        Assert.Contains("The comment is changed", changed.Text, StringComparison.Ordinal);
        QueuedComment waiting = Assert.Single(
            await site.Services.GetRequiredService<CommentModeration>().QueueAsync(10, CancellationToken.None)
        );
        Assert.Equal("Without a mistake.", waiting.Comment.Text);
        using Visitor other = site.Visit();
        Assert.Contains("time is over", (await other.Get("/discussion/edit")).Text, StringComparison.Ordinal);
        Later(site, TimeSpan.FromMinutes(16));
        Assert.Contains(
            "time is over",
            (await ann.Post("/discussion/edit", form, ("name", "Ann"), ("text", "Late."))).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nothing_is_decided_without_a_moderator_or_without_the_forms_token()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        using Visitor stranger = site.Visit();
        Answer form = await stranger.Get(Page);
        Assert.Equal("/admin/sign-in", (await stranger.Post("/admin/decide", form, ("Decision", "approve"))).Address.AbsolutePath);
        using Visitor moderator = site.Visit();
        await SignIn(moderator, Password);
        Answer forged = await moderator.Post("/admin/decide", form with { Text = string.Empty }, ("Decision", "approve"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
    }

    [Fact]
    public async Task A_closed_discussion_is_read_and_not_written()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite, o => o with { DiscussionIsReadOnly = true });
        using Visitor ann = site.Visit();
        Answer page = await ann.Get("/technology/logic_chips");
        Assert.Contains("closed for writing", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page.Text, StringComparison.Ordinal);
    }
}
