using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rootscope.Answers.Language;
using Rootscope.Web.Language;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>Pages in Chinese are Chinese: what stays English is a name of a source, a datum or code, and is marked as English.</summary>
public partial class ChinesePageTests(ReadingSite reading) : IClassFixture<ReadingSite>
{
    private static readonly string[] Told = ["aria-label", "title", "alt", "placeholder", "data-label"];

    /// <summary>One page of each kind; of technologies those that are split off, seen through an industry, and held by many.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/technologies")]
    [InlineData("/technology/semi_equipment")]
    [InlineData("/technology/critical_metals")]
    [InlineData("/technology/hydrogen")]
    [InlineData("/industries")]
    [InlineData("/industry/094")]
    [InlineData("/regions")]
    [InlineData("/region/CHN")]
    [InlineData("/weak-spots")]
    [InlineData("/data")]
    [InlineData("/data/china-2020")]
    [InlineData("/data/usa-2017")]
    [InlineData("/data/world-2011")]
    [InlineData("/data/import")]
    [InlineData("/lab")]
    [InlineData("/screen")]
    [InlineData("/api")]
    [InlineData("/about")]
    [InlineData("/search?q=chip")]
    [InlineData("/industry/999")]
    [InlineData("/nowhere")]
    [InlineData("/discussion/own")]
    public async Task No_sentence_of_a_Chinese_page_is_English(string address)
    {
        using Visitor visitor = reading.Site.Visit();
        await AssertChinese(visitor, address);
    }

    [Fact]
    public async Task Courses_and_plans_are_Chinese_keep_their_choices_in_the_address_and_say_first_what_is_assumed()
    {
        using Visitor visitor = reading.Site.Visit();

        // The data waits for what a page begins, so that the page has it now.
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/figures/upgrade-fan.csv?of=machine_tools")).Status);
        string measures = (await visitor.Get("/figures/plan-measures.csv?budget=20e9")).Text;
        Assert.Contains("logic_chips+memory_chips,", measures, StringComparison.Ordinal);
        await AssertChinese(visitor, "/upgrade?of=machine_tools");
        await AssertChinese(visitor, "/plan?budget=20000000000");

        // What is kept is bounded, and other visitors of the site ask too.
        _ = await visitor.Get("/figures/upgrade-fan.csv?of=machine_tools");
        Answer courses = await visitor.Get("/upgrade?of=machine_tools&ban=0");
        Assert.Equal("/upgrade?of=machine_tools&v=1", courses.Address.PathAndQuery);
        Assert.Contains("figure-upgrade-fan", courses.Text, StringComparison.Ordinal);
        Assert.Contains("shared with", courses.Text, StringComparison.Ordinal);
        _ = await visitor.Get("/figures/plan-measures.csv?budget=20e9");
        Answer plan = await visitor.Get("/plan?table=china-2020&budget=20e9&horizon=10&risk=expected&cut=0.5");
        Assert.Equal("/plan?budget=20000000000&v=1", plan.Address.PathAndQuery);
        int assumed = plan.Text.IndexOf("This plan rests on assumptions", StringComparison.Ordinal);
        Assert.InRange(assumed, 0, plan.Text.IndexOf("type=\"range\"", StringComparison.Ordinal));
        Assert.All(
            ["plan", "plan-measures", "plan-frontier", "plan-rules"],
            f => Assert.Contains($"data-figure=\"{f}\"", plan.Text, StringComparison.Ordinal)
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get("/plan?budget=-1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/discuss/page/plan")).Status);
    }

    private static async Task AssertChinese(Visitor visitor, string address)
    {
        Answer page = await visitor.Get($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang=zh");
        IDocument document = await new HtmlParser().ParseDocumentAsync(page.Text, TestContext.Current.CancellationToken);
        string[] english = [.. Texts(document.DocumentElement).Where(t => Words().IsMatch(t))];
        Assert.True(english.Length == 0, string.Join('\n', english));
        Assert.Matches("[\u4e00-\u9fff]", document.Body!.TextContent);
    }

    [Fact]
    public void Every_translation_is_Chinese_once_and_keeps_what_changes()
    {
        Assert.True(ChineseTexts.All.Count > 300, "too few texts are listed");
        Assert.Equal(ChineseTexts.All.Count, ChineseTexts.All.Select(t => t.Key).Distinct(StringComparer.Ordinal).Count());
        string[] faults =
        [
            .. ChineseTexts
                .All.Where(t =>
                    !t.Value.Any(c => c is >= '\u4e00' and <= '\u9fff')
                    || !Places(t.Key).SequenceEqual(Places(t.Value), StringComparer.Ordinal)
                )
                .Select(t => t.Key),
        ];
        Assert.Empty(faults);
        Assert.Null(ChineseTexts.Find("no such text"));
        Assert.Equal("钴开采", ChineseTexts.Find("cobalt mining"));
        Assert.Equal("电气与光学设备（其余）", ChineseTexts.Find("Electrical and Optical Equipment, rest"));
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    /// <summary>What is read or read out of an element and those within, without code and what is marked as English.</summary>
    private static IEnumerable<string> Texts(IElement element)
    {
        if (element.GetAttribute("lang") == "en" || element.LocalName is "script" or "style" or "pre" or "code" or "textarea")
        {
            yield break;
        }

        foreach (string attribute in Told)
        {
            if (element.GetAttribute(attribute) is { } text)
            {
                yield return text;
            }
        }

        foreach (INode node in element.ChildNodes)
        {
            if (node is IText text)
            {
                yield return Space().Replace(text.Data, " ");
            }
            else if (node is IElement child)
            {
                foreach (string within in Texts(child))
                {
                    yield return within;
                }
            }
        }
    }

    /// <summary>Four English words in a row.</summary>
    [GeneratedRegex(@"(?:[A-Za-z][A-Za-z'’-]*[,;:]? +){3}[A-Za-z]{2}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Space();

    [GeneratedRegex(@"\{\d\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Place();
}
