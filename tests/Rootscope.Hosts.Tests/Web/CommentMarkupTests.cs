using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Rootscope.Web.Discussion.Writing;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>What comments may become: text, and a short list of elements.</summary>
public class CommentMarkupTests
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "p",
        "em",
        "strong",
        "code",
        "pre",
        "ul",
        "ol",
        "li",
        "blockquote",
        "br",
        "a",
    };

    /// <summary>Ways to bring script into a page, of the kinds that the OWASP filter evasion sheet lists.</summary>
    public static TheoryData<string> Attacks =>
        new(
            "<script>alert(1)</script>",
            "<SCRIPT SRC=http://xss.example/xss.js></SCRIPT>",
            "<img src=x onerror=alert(1)>",
            "<IMG SRC=\"javascript:alert('XSS');\">",
            "<IMG SRC=javascript:alert(&quot;XSS&quot;)>",
            "<IMG SRC=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;"
                + "&#116;&#58;&#97;&#108;&#101;&#114;&#116;&#40;&#39;&#88;&#83;&#83;&#39;&#41;>",
            "<svg/onload=alert(1)>",
            "<iframe src=javascript:alert(1)></iframe>",
            "<body onload=alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<style>*{background:url(javascript:alert(1))}</style>",
            "<div style=\"width: expression(alert('XSS'));\">",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
            "<object data=data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==></object>",
            "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
            "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
            "<<script>alert('XSS');//<</script>",
            "</p><script>alert(1)</script>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](javascript&#58;alert(1))",
            "[x](javascript&colon;alert(1))",
            "[x](java&#10;script:alert(1))",
            "[x](&#x6A;avascript:alert(1))",
            "[x](&amp;#106;avascript:alert(1))",
            "[x](vbscript:msgbox(1))",
            "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
            "[x](//evil.example/x)",
            "[x](/admin/decide)",
            "[x](https://user:pass@evil.example/)",
            "![x](https://evil.example/tracker.gif)",
            "![x](javascript:alert(1))",
            "<javascript:alert(1)>",
            "<https://good.example/\" onmouseover=\"alert(1)>",
            "[x](https://good.example/\"onmouseover=\"alert(1))",
            "[x]: javascript:alert(1)\n\n[x]",
            "`<script>alert(1)</script>`",
            "```\n<script>alert(1)</script>\n```",
            "    <script>alert(1)</script>",
            "> <img src=x onerror=alert(1)>",
            "- <svg onload=alert(1)>",
            "# <script>alert(1)</script>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>",
            "<a href=\"https://x\" onclick=\"alert(1)\" style=\"position:fixed;inset:0\">x</a>",
            "<form action=https://evil.example><input name=q></form>",
            "<base href=https://evil.example/>",
            "<link rel=stylesheet href=https://evil.example/x.css>"
        );

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_ends_as_text(string attack) => AssertHarmless(CommentMarkup.ToHtml(attack));

    [Fact]
    public void Any_text_becomes_allow_listed_elements_only()
    {
        string[] pieces =
        [
            .. Attacks.Select(a => a.Data),
            "[a](",
            "](",
            ")",
            "<",
            ">",
            "&",
            "&#",
            ";",
            "*",
            "**",
            "`",
            "```",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "https://a.example",
        ];
        Gen<string> fragment = Gen.OneOf(Gen.String, Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]));
        fragment.List[0, 12].ForAll(parts => AssertHarmless(CommentMarkup.ToHtml(string.Concat(parts))));
    }

    [Fact]
    public void The_subset_is_what_was_promised()
    {
        string html = CommentMarkup.ToHtml(
            "A *b* **c** `d`\n\n- e\n\n1. f\n\n> g\n\n```\nh < i\n```\n\n[j](https://example.org/k?l=1&m=2)"
        );
        Assert.Equal(
            "<p>A <em>b</em> <strong>c</strong> "
                + "<code>d</code></p><ul><li><p>e</p></li></ul><ol><li><p>f</p></li></ol><blockquote><p>g</p></blockquote>"
                + "<pre><code>h &lt; i</code></pre><p><a href=\"https://example.org/k?l=1&amp;m=2\" rel=\"nofollow ugc "
                + "noopener\">j</a></p>",
            html
        );
    }

    [Fact]
    public void A_picture_becomes_a_link_and_loads_nothing()
    {
        Assert.Equal(
            "<p><a href=\"https://example.org/a.png\" rel=\"nofollow ugc noopener\">seen</a></p>",
            CommentMarkup.ToHtml("![seen](https://example.org/a.png)")
        );
    }

    [Fact]
    public void Deep_nesting_ends_without_harm() =>
        AssertHarmless(CommentMarkup.ToHtml(new string('>', 2000) + " deep\n" + string.Concat(Enumerable.Repeat("- ", 900)) + "x"));

    private static void AssertHarmless(string html)
    {
        IDocument document = new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{html}</body>");
        foreach (IElement element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Allowed);
            foreach (IAttr attribute in element.Attributes)
            {
                Assert.True(element.LocalName == "a" && attribute.Name is "href" or "rel", $"{attribute.Name} on {element.LocalName}");
            }

            if (element.GetAttribute("href") is { } address)
            {
                Assert.True(Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https", address);
                Assert.Equal("nofollow ugc noopener", element.GetAttribute("rel"));
            }
        }
    }
}
