using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using static Rootscope.Hosts.Tests.Web.DiscussionSteps;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>Ways to bring script into a page, through every field that a visitor can fill and onto every page that shows it.</summary>
public class AttackTests
{
    private const int LongestName = 80;
    private static readonly string[] Foreign = ["iframe", "object", "embed", "base", "style", "frame", "frameset", "applet", "math"];

    [Fact]
    public async Task No_field_of_a_comment_brings_script_into_a_page()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        using Visitor attacker = site.Visit();
        int sent = 0;
        foreach (string attack in CommentMarkupTests.Attacks)
        {
            foreach (string field in (string[])["name", "text", "citation", "email", "stance", "parent", "website"])
            {
                Answer form = await attacker.Get(Page);
                Later(site, TimeSpan.FromHours(1));
                string value = field == "name" && attack.Length > LongestName ? attack[..LongestName] : attack;
                (string, string)[] fields =
                [
                    .. Fields(string.Create(CultureInfo.InvariantCulture, $"Remark {sent++}.")).Where(f => f.Item1 != field),
                    (field, value),
                ];
                Answer answer = await attacker.Post(
                    Page,
                    field == "parent"
                        ? form with
                        {
                            Text = form.Text.Replace("name=\"parent\"", "name=\"none\"", StringComparison.Ordinal),
                        }
                        : form,
                    fields
                );
                Assert.True(
                    answer.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest,
                    $"{field}: {attack}: {answer.Status}"
                );
                AssertHarmless(answer.Text, $"the answer to {field}: {attack}");
            }
        }

        using Visitor moderator = site.Visit();
        await SignIn(moderator, Password);
        AssertHarmless((await moderator.Get("/admin")).Text, "the queue");
        using Visitor approved = await Approve(site);
        foreach (string page in (string[])["/technology/logic_chips", "/admin?show=approved", "/admin/trail", "/"])
        {
            AssertHarmless((await approved.Get(page)).Text, page);
        }

        string feed = (await approved.Get("/feeds/technology/logic_chips.atom")).Text;
        foreach (
            System.Xml.Linq.XElement content in System
                .Xml.Linq.XDocument.Parse(feed)
                .Descendants()
                .Where(e => e.Name.LocalName == "content")
        )
        {
            AssertHarmless($"<!DOCTYPE html><body>{content.Value}</body>", "the feed");
        }
    }

    [Fact]
    public async Task No_word_of_an_address_brings_script_into_a_page()
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        using Visitor attacker = site.Visit();
        foreach (string attack in CommentMarkupTests.Attacks)
        {
            string word = Uri.EscapeDataString(attack.Replace("\0", string.Empty, StringComparison.Ordinal));
            foreach (
                string address in (string[])
                    [
                        $"/search?q={word}",
                        $"/?table={word}",
                        $"/?lens={word}&measure={word}&cut={word}&lang={word}&region={word}",
                        $"/technology/{word}",
                        $"/industry/{word}",
                        $"/discuss/technology/{word}",
                        $"/runs/{word}",
                        $"/{word}",
                        $"/lab?template={word}",
                        $"/discussion/erase?token={word}",
                        $"/discussion/confirm?token={word}",
                        $"/admin/sign-in?ReturnUrl={word}",
                    ]
            )
            {
                AssertHarmless((await attacker.Get(address)).Text, address);
            }
        }
    }

    private static void AssertHarmless(string html, string place)
    {
        IDocument document = new HtmlParser().ParseDocument(html);
        foreach (IElement element in document.All)
        {
            Assert.False(Foreign.Contains(element.LocalName), $"{place}: <{element.LocalName}>");
            Assert.DoesNotContain(
                element.Attributes,
                a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name == "style" || a.Name == "srcdoc"
            );
            foreach (
                string? address in (string?[])
                    [
                        element.GetAttribute("href"),
                        element.GetAttribute("src"),
                        element.GetAttribute("action"),
                        element.GetAttribute("formaction"),
                    ]
            )
            {
                Assert.True(address is null || IsSafe(address), $"{place}: {address}");
            }

            if (element.LocalName == "script")
            {
                Assert.True(
                    element.GetAttribute("type") == "application/json" || element.GetAttribute("src")?.StartsWith('/') == true,
                    $"{place}: {element.OuterHtml}"
                );
            }

            Assert.False(element.LocalName == "meta" && element.HasAttribute("http-equiv"), $"{place}: {element.OuterHtml}");
        }
    }

    /// <summary>Whether an address stays on the site or names a page of the web.</summary>
    private static bool IsSafe(string address) =>
        address.Length == 0
        || address[0] is '/' or '#' or '?'
        || (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https");
}
