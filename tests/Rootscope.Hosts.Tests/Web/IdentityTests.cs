using System.Net;
using System.Text.RegularExpressions;
using static Rootscope.Hosts.Tests.Web.DiscussionSteps;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>Knowing somebody's address gives neither his comments nor his way past the moderators, nor an answer about him.</summary>
public class IdentityTests
{
    private const string Victim = "ann.victim@private.example";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task Who_writes_under_somebodys_address_reads_and_erases_his_own_comment_alone(string database)
    {
        await using RunningSite site = await Start(database);
        using Visitor ann = site.Visit();
        Answer hers = await CommentAs(site, ann, Victim, "A remark of Ann.");
        await Approve(site);
        using Visitor attacker = site.Visit();
        Answer his = await CommentAs(site, attacker, Victim, "A remark of somebody else.");
        string mine = (await attacker.Get(OwnLink(his, "mine"))).Text;
        Assert.Contains("A remark of somebody else.", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("A remark of Ann.", mine, StringComparison.Ordinal);
        string erase = OwnLink(his, "erase");
        await attacker.Post(erase, await attacker.Get(erase));
        Assert.Contains("A remark of Ann.", (await ann.Get("/feeds/technology/logic_chips.atom")).Text, StringComparison.Ordinal);
        Assert.Contains("A remark of Ann.", (await ann.Get(OwnLink(hers, "mine"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await attacker.Get(OwnLink(his, "mine"))).Status);
    }

    [Fact]
    public async Task An_answer_says_nothing_about_the_address_and_no_other_browser_publishes_by_it()
    {
        using MailSink mail = await MailSink.Start();
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite, o => o with { MailAddress = mail.Address });
        using Visitor ann = site.Visit();
        await CommentAs(site, ann, Victim, "A remark of Ann.");
        await Act(ann, await Open(ann, LinkIn(await mail.Next())), "publish");
        Assert.Contains("A remark of Ann.", (await ann.Get("/feeds/technology/logic_chips.atom")).Text, StringComparison.Ordinal);
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string email in (string[])["nobody@private.example", Victim, "nobody@private.example", Victim, Victim, Victim, Victim])
        {
            using Visitor attacker = site.Visit();
            string network = $"203.0.{answers.Count}.7";
            Answer answer = await CommentAs(site, attacker, email, $"Remark {answers.Count} that nobody has seen.", network);
            answers.Add($"{answers.Count} as {email}", Told(answer));
        }

        Assert.All(answers, a => Assert.Equal((a.Key, answers.Values.First()), (a.Key, a.Value)));
        Assert.DoesNotContain("nobody has seen", (await ann.Get("/feeds/technology/logic_chips.atom")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_a_link_learns_nothing_and_a_mailbox_gets_few_of_them()
    {
        using MailSink mail = await MailSink.Start();
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite, o => o with { MailAddress = mail.Address });
        using Visitor ann = site.Visit();
        Answer sent = await CommentAs(site, ann, Victim, "A remark of Ann.");
        _ = await mail.Next();
        using Visitor attacker = site.Visit();
        var answers = new List<string>();
        foreach (string email in (string[])["nobody@private.example", Victim, Victim, Victim, Victim])
        {
            answers.Add(Told(await AskForLink(attacker, email)));
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.Contains("Many links were asked for", (await AskForLink(attacker, Victim)).Text, StringComparison.Ordinal);

        // Those that were asked for in her name hold for her, until the day is over and there are new ones.
        List<string> links = [LinkIn(await mail.Next()), LinkIn(await mail.Next()), LinkIn(await mail.Next())];
        Later(site, TimeSpan.FromHours(12));
        await AskForLink(ann, Victim);
        links.Add(LinkIn(await mail.Next()));
        Assert.Equal(4, links.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("A remark of Ann.", (await Open(ann, links[0])).Text, StringComparison.Ordinal);

        // Comments that come and go bring no more mail than comments that stay.
        string erase = OwnLink(sent, "erase");
        await ann.Post(erase, await ann.Get(erase));
        await CommentAs(site, attacker, Victim, "Another remark.");
        Later(site, TimeSpan.FromHours(24));
        await CommentAs(site, attacker, Victim, "A remark of the next day.");
        _ = await mail.Next();
        Assert.Equal(6, mail.Count);
    }

    [Fact]
    public async Task A_link_opens_one_browser_once_and_what_was_left_is_worth_nothing()
    {
        using MailSink mail = await MailSink.Start();
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite, o => o with { MailAddress = mail.Address });
        using Visitor ann = site.Visit();
        await CommentAs(site, ann, Victim, "A remark of Ann.");
        string link = LinkIn(await mail.Next());
        Answer own = await Open(ann, link);
        Assert.Equal("/discussion/own", own.Address.AbsolutePath);
        using Visitor thief = site.Visit();
        Assert.Contains("This link does not hold", (await Open(thief, link)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await thief.Get("/discussion/own.json")).Status);

        // A copy of the cookie dies with the session.
        using Visitor copy = site.Visit();
        copy.Cookies.Add(ann.Cookies.GetAllCookies());
        Assert.Equal(HttpStatusCode.OK, (await copy.Get("/discussion/own.json")).Status);
        await Act(ann, own, "leave");
        Assert.Equal(HttpStatusCode.NotFound, (await copy.Get("/discussion/own.json")).Status);
        Answer from = await CommentAs(site, copy, Victim, "A remark of the copy.");
        Assert.Contains("waits for a moderator", from.Text, StringComparison.Ordinal);

        // A session ends by itself, too.
        await AskForLink(ann, Victim);
        await Open(ann, LinkIn(await mail.Next()));
        Assert.Equal(HttpStatusCode.OK, (await ann.Get("/discussion/own.json")).Status);
        Later(site, TimeSpan.FromDays(31));
        Assert.Equal(HttpStatusCode.NotFound, (await ann.Get("/discussion/own.json")).Status);
    }

    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task What_was_sent_in_somebodys_name_is_shown_to_him_published_only_by_choice_and_erased(string database)
    {
        using MailSink mail = await MailSink.Start();
        await using RunningSite site = await Start(database, o => o with { MailAddress = mail.Address });
        using Visitor ann = site.Visit();
        await CommentAs(site, ann, Victim, "A remark of Ann.");
        using Visitor attacker = site.Visit();
        Answer his = await CommentAs(site, attacker, Victim, "Slander in her name.");
        Answer own = await Open(ann, LinkIn(await mail.Next()));
        Assert.Contains("Slander in her name.", own.Text, StringComparison.Ordinal);
        string[] keys = Keys(own);
        Assert.Equal(2, keys.Length);
        await ann.Post("/discussion/own", own, ("Act", "publish"), ("Keys", keys[1]));
        string page = (await ann.Get("/feeds/technology/logic_chips.atom")).Text;
        Assert.Contains("A remark of Ann.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Slander", page, StringComparison.Ordinal);

        // A choice is of what was read: the attacker changes his comment between her look and her click.
        Answer form = await attacker.Get("/discussion/edit");
        await attacker.Post("/discussion/edit", form, ("name", "Ann"), ("text", "Worse slander."));
        Assert.Contains("Published: 0.", (await Act(ann, own, "publish")).Text, StringComparison.Ordinal);
        await ann.Post("/discussion/own", own, ("Act", "erase"), ("Keys", keys[0]));
        Assert.Equal(HttpStatusCode.NotFound, (await attacker.Get(OwnLink(his, "mine"))).Status);
        Assert.DoesNotContain("slander", (await ann.Get("/discussion/own.json")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Erased: 1.", (await Act(ann, await ann.Get("/discussion/own"), "erase-all")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ann.Get("/discussion/own.json")).Status);
    }

    [Fact]
    public async Task What_a_moderator_has_declined_its_writer_does_not_publish()
    {
        using MailSink mail = await MailSink.Start();
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite, o => o with { MailAddress = mail.Address });
        using Visitor ann = site.Visit();
        await CommentAs(site, ann, Victim, "A remark to be declined.");
        Answer own = await Open(ann, LinkIn(await mail.Next()));
        using Visitor moderator = site.Visit();
        await SignIn(moderator, Password);
        Answer queue = await moderator.Get("/admin");
        await moderator.Post("/admin/decide", queue, ("Decision", "reject"), ("Keys", Keys(queue)[0]));
        Assert.Contains("Published: 0.", (await Act(ann, own, "publish")).Text, StringComparison.Ordinal);

        // Neither by a change nor by a new comment.
        await CommentAs(site, ann, Victim, "Another remark.");
        await ann.Post("/discussion/edit", await ann.Get("/discussion/edit"), ("name", "Ann"), ("text", "The same remark, changed."));
        Assert.Contains("Published: 0.", (await Act(ann, await ann.Get("/discussion/own"), "publish")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("remark", (await ann.Get("/feeds/technology/logic_chips.atom")).Text, StringComparison.Ordinal);
    }

    private static async Task<Answer> AskForLink(Visitor visitor, string email) =>
        await visitor.Post("/discussion/own", await visitor.Get("/discussion/own"), ("email", email));

    /// <summary>What an answer says: status, address, cookies and text, without the secrets that are of one answer alone.</summary>
    private static string Told(Answer answer)
    {
        string cookies = answer.Message.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? given)
            ? string.Join('\n', given)
            : "no cookies";
        return Regex.Replace(
            $"{answer.Status} {answer.Address} {cookies}\n{answer.Text}",
            "(?<=(token|sent|value)=\"?)[^\"\\s&]+",
            "…",
            RegexOptions.ExplicitCapture,
            Patience
        );
    }

    private static async Task<Answer> CommentAs(RunningSite site, Visitor visitor, string email, string text, string? from = null)
    {
        Answer form = await visitor.Get(Page);
        Later(site, from is null ? TimeSpan.FromMinutes(15) : TimeSpan.FromSeconds(10));
        visitor.From = from;
        return await visitor.Post(Page, form, ("name", "Ann"), ("email", email), ("text", text), ("consent", "yes"));
    }
}
