using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Web.Discussion;
using Rootscope.Web.Discussion.Store;
using static Rootscope.Hosts.Tests.Web.DiscussionSteps;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>What a moderator approves is what he has seen, and he sees what will be published.</summary>
public class QueueTests
{
    private const string Feed = "/feeds/technology/logic_chips.atom";
    private const string Hidden = "https://pills.example/buy?x=1";

    [Fact]
    public async Task Every_address_of_a_comment_stands_in_the_queue_in_letters()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        using Visitor ann = site.Visit();
        await Send(
            site,
            ann,
            "See [our data](https://one.example/a), ![a picture](https://two.example/b.png), <https://three.example/c> and [that][d].\n\n"
                + "[d]: https://four.example/d",
            ("citation", "https://five.example/e")
        );
        using Visitor moderator = site.Visit();
        await SignIn(moderator, Password);
        string seen = Words(await moderator.Get("/admin"));
        foreach (string address in (string[])["one.example/a", "two.example/b.png", "three.example/c", "four.example/d", "five.example/e"])
        {
            Assert.Contains("https://" + address, seen, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task What_was_changed_after_the_moderators_look_is_not_approved(string database)
    {
        await using RunningSite site = await Start(database);
        using Visitor ann = site.Visit();
        await Send(site, ann, "A harmless remark.");
        using Visitor moderator = site.Visit();
        await SignIn(moderator, Password);
        Answer queue = await moderator.Get("/admin");
        await ann.Post("/discussion/edit", await ann.Get("/discussion/edit"), ("name", "Ann"), ("text", "What nobody has looked at."));
        Answer decided = await moderator.Post("/admin/decide", queue, ("Decision", "approve"), ("Keys", Keys(queue)[0]));
        Assert.DoesNotContain("nobody has looked", (await ann.Get(Feed)).Text, StringComparison.Ordinal);
        Assert.Contains("nobody has looked", decided.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_field_hides_from_the_review()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        using Visitor ann = site.Visit();
        await Send(site, ann, "The first that cites it.", ("citation", Hidden));
        await Send(site, ann, "The second that cites it.", ("citation", Hidden));
        (string Field, string Value, string Note)[] attacks =
        [
            ("citation", Hidden, "2 others cite the same address"),
            ("citation", "https://casino.example/", "the word 'casino'"),
            ("citation", "https://a.example/%63asino", "the word 'casino'"),
            ("name", "www.pills.example", "an address in the name"),
            ("name", "pills.xyz", "an address in the name"),
            ("name", "Ｃａｓｉｎｏ", "the word 'casino'"),
            ("text", "Have a look at our c**asin**o.", "the word 'casino'"),
            ("text", "Have a look at our &#99;asino.", "the word 'casino'"),
            ("text", "Have a look at our cas\u200Bino.", "the word 'casino'; letters that nobody sees"),
            ("text", "Have a look at our cаsino with a letter of another script.", "two scripts in one word"),
            ("text", "[a](https://a.example) [b](https://b.example) <https://c.example>", "3 links"),
            (
                "text",
                "[https://bank.example/login](https://pills.example/)",
                "a link shows 'https://bank.example/login' and leads to https://pills.example/"
            ),
        ];
        int sent = 0;
        foreach ((string field, string value, _) in attacks)
        {
            await Send(site, ann, "A remark.", (field, value), ("email", $"ann{sent++}@example.org"));
        }

        IReadOnlyList<QueuedComment> waiting = await Waiting(site);
        Assert.Equal(attacks.Length + 2, waiting.Count);
        foreach ((QueuedComment seen, (string field, string value, string note)) in waiting.Skip(2).Zip(attacks))
        {
            Assert.True(seen.SpamScore > 0, $"{field}: {value}");
            Assert.Contains(note, seen.SpamNotes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_answer_is_shown_with_what_it_answers_and_marked_where_it_repeats_it()
    {
        const string Question = "Is there a figure for the share of chips made abroad in this table?";
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        using Visitor ann = site.Visit();
        await Send(site, ann, Question);
        using Visitor moderator = await Approve(site);
        Answer form = await ann.Get($"{Page}?parent={(await Approved(site)).Comment.Key}");
        Later(site, TimeSpan.FromMinutes(10));
        await ann.Post(Page, form, Fields("Is there a figure for **the share of chips** made abroad"));
        QueuedComment answer = Assert.Single(await Waiting(site));
        Assert.Equal(Question, answer.Answered!.Text);
        Assert.Contains("it repeats what it answers", answer.SpamNotes, StringComparison.Ordinal);
        string seen = Words(await moderator.Get("/admin"));
        Assert.Contains(Question, seen, StringComparison.Ordinal);
        Assert.Contains("It answers Ann", seen, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task Two_moderators_do_not_decide_over_each_other_and_erasing_leaves_the_trail(string database)
    {
        await using RunningSite site = await Start(database);
        using Visitor ann = site.Visit();
        Answer sent = await Send(site, ann, "To be decided once.");
        using Visitor first = site.Visit();
        await SignIn(first, Password);
        Answer queue = await first.Get("/admin");
        string key = Keys(queue)[0];
        Answer rejected = await first.Post("/admin/decide", queue, ("Decision", "reject"), ("Keys", key), ("Reason", "Says nothing."));
        Assert.Contains("Decided: 1.", rejected.Text, StringComparison.Ordinal);
        Answer late = await first.Post("/admin/decide", queue, ("Decision", "approve"), ("Keys", key));
        Assert.Contains("left as they are: 1.", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("decided once", (await ann.Get(Feed)).Text, StringComparison.Ordinal);
        Answer declined = await first.Get("/admin?show=rejected");
        (string, string)[] erase = [("Show", "rejected"), ("Decision", "erase"), ("Keys", Keys(declined)[0])];
        Assert.Contains("Decided: 1.", (await first.Post("/admin/decide", declined, erase)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ann.Get(OwnLink(sent, "mine"))).Status);
        string trail = (await first.Get("/admin/trail")).Text;
        Assert.Contains("erased", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("Says nothing.", trail, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<QueuedComment>> Waiting(RunningSite site) =>
        site.Services.GetRequiredService<CommentModeration>().QueueAsync(100, CancellationToken.None);

    private static async Task<QueuedComment> Approved(RunningSite site) =>
        Assert.Single(
            await site
                .Services.GetRequiredService<CommentModeration>()
                .WithStatusAsync(CommentStatus.Approved, 0, 10, CancellationToken.None)
        );

    private static async Task<Answer> Send(RunningSite site, Visitor visitor, string text, params (string Name, string Value)[] fields)
    {
        Answer form = await visitor.Get(Page);
        Later(site, TimeSpan.FromMinutes(10));
        return await visitor.Post(Page, form, [.. Fields(text).Where(f => fields.All(g => g.Name != f.Item1)), .. fields]);
    }

    /// <summary>What people read on a page, without addresses that only its code has.</summary>
    private static string Words(Answer page)
    {
        IDocument document = new HtmlParser().ParseDocument(page.Text);
        return document.Body!.TextContent;
    }
}
