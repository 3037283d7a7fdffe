using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Rootscope.Web.Discussion;
using Rootscope.Web.Discussion.Mail;
using static Rootscope.Hosts.Tests.Web.DiscussionSteps;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>Addresses that are confirmed by a mailed link, with a mail server that is one.</summary>
public class ConfirmationTests
{
    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task The_mailed_link_opens_what_waits_and_publishes_what_comes_later_from_its_browser(string database)
    {
        using MailSink mail = await MailSink.Start();
        await using RunningSite site = await Start(
            database,
            o => o with { MailAddress = mail.Address, PublicAddress = new Uri("http://observatory.example") }
        );
        using Visitor ann = site.Visit();
        Answer sent = await Comment(site, ann, "An honest remark.");
        Assert.Contains("A link is on its way", sent.Text, StringComparison.Ordinal);
        await Comment(site, ann, "Casino! A remark that looks like spam.");
        MimeMessage message = await mail.Next();
        Assert.Equal(PlantedEmail, Assert.Single(message.To.Mailboxes).Address);
        Assert.DoesNotContain("honest", message.TextBody, StringComparison.Ordinal);
        string link = LinkIn(message);
        Assert.StartsWith("/discussion/confirm?token=", link, StringComparison.Ordinal);
        Assert.Contains("then stands for your address", (await ann.Get(link)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("honest", (await ann.Get("/feeds/technology/logic_chips.atom")).Text, StringComparison.Ordinal);
        using Visitor elsewhere = site.Visit();
        Answer own = await Open(elsewhere, link);
        Assert.Contains("An honest remark.", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("honest", (await ann.Get("/feeds/technology/logic_chips.atom")).Text, StringComparison.Ordinal);
        Assert.Contains("Published: 1.", (await Act(elsewhere, own, "publish")).Text, StringComparison.Ordinal);
        Answer later = await Comment(site, elsewhere, "A second remark.", TimeSpan.FromMinutes(15));
        Assert.Contains("Your comment is published", later.Text, StringComparison.Ordinal);
        Answer from = await Comment(site, ann, "A third remark.", TimeSpan.FromMinutes(15));
        Assert.Contains("waits for a moderator", from.Text, StringComparison.Ordinal);
        string page = (await elsewhere.Get("/feeds/technology/logic_chips.atom")).Text;
        Assert.Contains("An honest remark.", page, StringComparison.Ordinal);
        Assert.Contains("A second remark.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("third", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Casino", page, StringComparison.Ordinal);
        Assert.Contains("A third remark.", (await elsewhere.Get("/discussion/own.json")).Text, StringComparison.Ordinal);
        using Visitor moderator = await Approve(site);
        string trail = (await moderator.Get("/admin/trail")).Text;
        Assert.Contains("(mailed link)", trail, StringComparison.Ordinal);
        Assert.Contains("<td>mod</td>", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_Chinese_sends_its_mail_in_Chinese_and_the_link_ends_after_two_days()
    {
        using MailSink mail = await MailSink.Start();
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite, o => o with { MailAddress = mail.Address });
        using Visitor ann = site.Visit();
        Answer form = await ann.Get(Page + "?lang=zh");
        Later(site, TimeSpan.FromSeconds(10));
        await ann.Post(Page + "?lang=zh", form, Fields("评论"));
        MimeMessage message = await mail.Next();
        Assert.Contains("您的评论", message.Subject, StringComparison.Ordinal);
        string link = LinkIn(message);
        Answer page = await ann.Get(link);
        Assert.Contains("此浏览器将在 30 天内代表您的邮箱", page.Text, StringComparison.Ordinal);
        Later(site, TimeSpan.FromHours(49));
        Assert.Contains("此链接无效", (await ann.Get(link)).Text, StringComparison.Ordinal);
        Assert.Contains("此链接无效", (await ann.Post(link, page)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ann.Get("/discussion/own.json")).Status);
    }

    [Fact]
    public async Task A_writer_who_publishes_himself_and_turns_a_comment_into_spam_waits_again()
    {
        using MailSink mail = await MailSink.Start();
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite, o => o with { MailAddress = mail.Address });
        using Visitor ann = site.Visit();
        await Comment(site, ann, "A remark.");
        await Act(ann, await Open(ann, LinkIn(await mail.Next())), "publish");
        Answer form = await ann.Get("/discussion/edit");
        Answer better = await ann.Post("/discussion/edit", form, ("name", "Ann"), ("text", "A better remark."));
        Assert.Contains("everybody reads it so", better.Text, StringComparison.Ordinal);
        Assert.Contains("A better remark.", (await ann.Get("/feeds/technology/logic_chips.atom")).Text, StringComparison.Ordinal);
        await ann.Post("/discussion/edit", form, ("name", "Ann"), ("text", "Casino, viagra and backlinks."));
        Assert.DoesNotContain("Casino", (await ann.Get("/feeds/technology/logic_chips.atom")).Text, StringComparison.Ordinal);
        Assert.Equal(
            6,
            Assert.Single(await site.Services.GetRequiredService<CommentModeration>().QueueAsync(10, CancellationToken.None)).SpamScore
        );
    }

    [Fact]
    public async Task Without_its_mail_server_the_site_keeps_comments_for_the_moderator()
    {
        await using RunningSite site = await Start(
            DiscussionDatabase.Sqlite,
            o => o with { MailAddress = $"smtp://127.0.0.1:{MailSink.FreePort()}?from=rootscope@site.example" }
        );
        using Visitor ann = site.Visit();
        Assert.Equal(HttpStatusCode.OK, (await Comment(site, ann, "A remark.")).Status);
        Assert.Single(await site.Services.GetRequiredService<CommentModeration>().QueueAsync(10, CancellationToken.None));
    }

    [Theory]
    [InlineData("smtps://ann:p%40ss@mail.example.org?from=a@example.org", "mail.example.org", 465)]
    [InlineData("smtp://mail.example.org?from=a@example.org", "mail.example.org", 587)]
    [InlineData("smtp://127.0.0.1:2525?from=a@example.org", "127.0.0.1", 2525)]
    public void Addresses_of_mail_servers_are_read(string address, string host, int port)
    {
        var server = MailServer.Parse(address);
        Assert.Equal((host, port, "a@example.org"), (server.Host, server.Port, server.From));
        Assert.Equal(address.Contains("ann", StringComparison.Ordinal) ? "p@ss" : null, server.Credentials?.Password);
    }

    [Theory]
    [InlineData("http://ann:secret@mail.example.org?from=a@example.org")]
    [InlineData("smtps://ann:secret@mail.example.org")]
    [InlineData("secret")]
    public void A_faulty_address_is_told_without_its_password(string address)
    {
        string message = Assert.Throws<InvalidOperationException>(() => MailServer.Parse(address)).Message;
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        Assert.Contains("smtps://USER:PASSWORD@", message, StringComparison.Ordinal);
    }
}
