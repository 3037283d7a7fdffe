using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Rootscope.Web.Language;

namespace Rootscope.Web.Discussion.Writing;

/// <summary>A link as readers get it.</summary>
/// <param name="Shown">The words that stand for it.</param>
/// <param name="Address">Where it leads.</param>
internal sealed record PublishedLink(string Shown, string Address);

/// <summary>A comment's text as readers get it.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Links">Its links, in their order.</param>
internal sealed record PublishedText(string Words, IReadOnlyList<PublishedLink> Links);

/// <summary>Turns the Markdown of a comment into HTML that holds nothing but what is on a short list.</summary>
/// <remarks>
/// HTML is generated from the parsed tree, element by element: what the tree may hold is written here, everything else comes out as its
/// text. A sanitizer looks at the result once more, and the site's Content-Security-Policy stands behind both.
/// Elements: p, em, strong, code, pre, ul, ol, li, blockquote, br, a (href to http or https).
/// </remarks>
internal static class CommentMarkup
{
    /// <summary>Lists and quotes inside each other deeper than this come out as text.</summary>
    private const int DeepestNesting = 8;

    private const string LinkRelation = "nofollow ugc noopener";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().Build();

    private static readonly HtmlSanitizer SecondWall = BuildSecondWall();

    /// <summary>The HTML of a comment's text.</summary>
    public static string ToHtml(string text) => SecondWall.Sanitize(FirstWall(text));

    /// <summary>The words and links of a comment's text as readers get them: nothing of its Markdown, entities read.</summary>
    public static PublishedText ToWords(string text)
    {
        using IHtmlDocument document = SecondWall.SanitizeDom(FirstWall(text));
        foreach (IElement block in document.QuerySelectorAll("p, pre, li, br"))
        {
            block.After(document.CreateTextNode("\n"));
        }

        return new PublishedText(
            document.Body!.TextContent.Trim(),
            [.. document.QuerySelectorAll("a[href]").Select(a => new PublishedLink(a.TextContent, a.GetAttribute("href")!))]
        );
    }

    private static string FirstWall(string text)
    {
        var html = new StringBuilder();
        if (Parsed(text) is { } document)
        {
            WriteAll(document, html, 0);
        }
        else
        {
            html.Append("<p>").Append(Escaped(text)).Append("</p>");
        }

        return html.ToString();
    }

    /// <summary>The tree of a text; null where the parser refuses it because elements lie too deep in each other.</summary>
    private static MarkdownDocument? Parsed(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void Write(Block block, StringBuilder html, int depth)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup:
                break;
            case ListBlock list when depth < DeepestNesting:
                string element = list.IsOrdered ? "ol" : "ul";
                html.Append('<').Append(element).Append('>');
                foreach (Block item in list)
                {
                    html.Append("<li>");
                    WriteAll((ContainerBlock)item, html, depth + 1);
                    html.Append("</li>");
                }

                html.Append("</").Append(element).Append('>');
                break;
            case QuoteBlock quote when depth < DeepestNesting:
                html.Append("<blockquote>");
                WriteAll(quote, html, depth + 1);
                html.Append("</blockquote>");
                break;
            case ContainerBlock container:
                WriteAll(container, html, depth + 1);
                break;
            case CodeBlock code:
                html.Append("<pre><code>").Append(Escaped(code.Lines.ToString())).Append("</code></pre>");
                break;

            // Headings are paragraphs here, and HTML comes out as the text that it is.
            case LeafBlock { Inline: { } inline }:
                html.Append("<p>");
                WriteAll(inline, html);
                html.Append("</p>");
                break;
            case LeafBlock leaf when leaf.Lines.Count > 0:
                html.Append("<p>").Append(Escaped(leaf.Lines.ToString())).Append("</p>");
                break;
        }
    }

    private static void WriteAll(ContainerBlock container, StringBuilder html, int depth)
    {
        foreach (Block block in container)
        {
            Write(block, html, depth);
        }
    }

    private static void WriteAll(ContainerInline container, StringBuilder html)
    {
        foreach (Inline inline in container)
        {
            Write(inline, html);
        }
    }

    private static void Write(Inline inline, StringBuilder html)
    {
        switch (inline)
        {
            case LiteralInline literal:
                html.Append(Escaped(literal.Content.ToString()));
                break;
            case CodeInline code:
                html.Append("<code>").Append(Escaped(code.Content)).Append("</code>");
                break;
            case HtmlEntityInline entity:
                html.Append(Escaped(entity.Transcoded.ToString()));
                break;
            case HtmlInline tag:
                html.Append(Escaped(tag.Tag));
                break;
            case LineBreakInline lineBreak:
                html.Append(lineBreak.IsHard ? "<br>" : "\n");
                break;
            case EmphasisInline emphasis:
                string element = emphasis.DelimiterCount >= 2 ? "strong" : "em";
                html.Append('<').Append(element).Append('>');
                WriteAll(emphasis, html);
                html.Append("</").Append(element).Append('>');
                break;
            case AutolinkInline link:
                WriteLink(link.IsEmail ? null : SafeAddress.Of(link.Url), () => html.Append(Escaped(link.Url)), html);
                break;

            // A picture is a link to it: nothing is loaded from elsewhere.
            case LinkInline link:
                WriteLink(SafeAddress.Of(link.GetDynamicUrl?.Invoke() ?? link.Url ?? string.Empty), () => WriteAll(link, html), html);
                break;
            case ContainerInline container:
                WriteAll(container, html);
                break;
        }
    }

    private static void WriteLink(string? address, Action content, StringBuilder html)
    {
        if (address is null)
        {
            content();
            return;
        }

        html.Append("<a href=\"").Append(Escaped(address)).Append("\" rel=\"").Append(LinkRelation).Append("\">");
        content();
        html.Append("</a>");
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(ForeignText.Without(text));

    private static HtmlSanitizer BuildSecondWall()
    {
        var wall = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
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
                },
                AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "rel" },
                AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https" },
                UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            }
        );
        wall.AllowedCssProperties.Clear();
        wall.AllowedAtRules.Clear();
        wall.AllowDataAttributes = false;
        return wall;
    }
}
