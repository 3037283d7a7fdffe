using System.Text.RegularExpressions;
using System.Xml.Linq;
using Rootscope.Answers;
using Rootscope.Answers.Briefs;
using Rootscope.Answers.Language;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Answers.WeakSpots;
using Rootscope.Cli.Brief;
using Rootscope.Cli.Options;
using Rootscope.Shocks;
using Rootscope.Solvers;
using Rootscope.Storage;
using Rootscope.WeakSpots;

namespace Rootscope.Hosts.Tests.Cli;

public partial class BriefCommandTests
{
    private static readonly Analyst Analyst = new(new TableLibrary(), threads: 2);

    private static readonly Lazy<BriefAnswer> China = new(() => Analyst.Brief(new BriefQuestion(), new OrToolsSolver()));

    [Fact]
    public void A_brief_tells_the_figures_of_the_commands_that_it_names()
    {
        BriefAnswer brief = China.Value;
        StakeAnswer stake = Analyst.Stake(
            new StakeQuestion("china-2020")
            {
                By = RootSubject.Technology,
                Supply = SupplyScope.Imported,
                Cut = 0.5,
            }
        );
        Assert.Equal(stake.Ranking.Rows.Take(12), brief.Stake.Ranking.Rows.Take(12));

        WeakSpotAnswer spots = Analyst.WeakSpots(new WeakSpotQuestion("CHN"));
        string[] first = [.. spots.Spots.Where(s => s.BuildFirst is not null).OrderBy(s => s.BuildFirst).Select(s => s.Technology.Id)];
        string[] told = [.. brief.Chokepoints.SelectMany(c => c.Spots).OrderBy(s => s.BuildFirst).Select(s => s.Technology.Id)];
        Assert.Equal(5, brief.Chokepoints.Count);
        Assert.Equal(first.Take(told.Length), told);

        Chokepoint chips = brief.Chokepoints[0];
        StakeOfOneAnswer alone = Analyst.StakeOfOne(
            new StakeOfOneQuestion(chips.Spots[0].Technology.Id, new StakeQuestion("china-2020") { Cut = 0.9 })
            {
                Alone = true,
                Supply = SupplyScope.Imported,
            }
        );
        Assert.Equal(alone.Under(alone.Rankings[0]).AtStakeShare, chips.Row.AtStakeShare);
        Assert.Equal(CutStatus.Extrapolated, chips.Row.Status);

        // A thousandth of a year's final spending, spent to the last of it.
        PlanAnswer plan = brief.Plan!;
        Assert.Equal(brief.Stake.Ranking.FinalSpending / 1000, plan.Plan.Problem.Budget, 6);
        Assert.InRange(plan.Plan.Risk, 0, plan.Nothing);
    }

    [Fact]
    public void In_either_language_it_says_the_same_and_takes_two_pages()
    {
        BriefDocument english = BriefWriting.Of(China.Value, Analyst.Catalogue, Tongue.English, "a test");
        BriefDocument chinese = BriefWriting.Of(China.Value, Analyst.Catalogue, Tongue.Chinese, "a test");
        Assert.Equal(english.Blocks.Select(b => b.GetType()), chinese.Blocks.Select(b => b.GetType()));
        using var stream = new MemoryStream();
        Assert.Equal(2, BriefPdf.Write(english, stream));
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(stream.ToArray(), 0, 8), StringComparison.Ordinal);
        if (BriefPdf.CanWrite(Tongue.Chinese))
        {
            using var other = new MemoryStream();
            Assert.InRange(BriefPdf.Write(chinese, other), 1, 2);
        }

        // What is at stake is the same number in both, and beside what is extrapolated there is a mark.
        string text = BriefMarkdown.Of(english);
        string shown = BriefMarkdown.Of(chinese);
        string[] figures = [.. Percentages().Matches(text).Select(m => m.Value)];
        Assert.True(figures.Length > 60, "too few figures");
        Assert.Equal(
            figures.Order(StringComparer.Ordinal),
            Percentages().Matches(shown).Select(m => m.Value).Order(StringComparer.Ordinal)
        );
        Assert.Matches(@"Advanced logic and AI chips \|.*%†", text);
        Assert.Contains("† Extrapolated", text, StringComparison.Ordinal);
        Assert.Contains("万亿元", shown, StringComparison.Ordinal);
        Assert.Contains("荷兰占", shown, StringComparison.Ordinal);

        // English prose in a Chinese brief stands under the sources alone.
        string before = shown[..shown.IndexOf("## 来源", StringComparison.Ordinal)];
        Assert.DoesNotMatch("[A-Za-z]{3,} [a-z]{3,}", before);
    }

    [Fact]
    public void As_a_page_it_is_whole_and_loads_nothing()
    {
        string html = BriefHtml.Of(BriefWriting.Of(China.Value, Analyst.Catalogue, Tongue.English, "a test"));
        var document = XDocument.Parse(
            html.Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal)
                .Replace("<meta ", "<x ", StringComparison.Ordinal)
                .Replace("charset=\"utf-8\">", "/>", StringComparison.Ordinal)
                .Replace("initial-scale=1\">", "initial-scale=1\"/>", StringComparison.Ordinal)
        );
        Assert.Equal(4, document.Descendants("svg").Count());
        Assert.Equal(4, document.Descendants("figcaption").Count());
        Assert.DoesNotContain(document.Descendants().Attributes(), a => a.Name.LocalName is "src" or "href" or "srcset");
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_economy_of_the_world_table_has_one_and_the_same_bytes_on_any_threads()
    {
        using var folder = new TemporaryFolder();
        string[] asked = ["brief", "--region", "Germany", "--budget-share", "0", "--lang", "en", "-o"];
        (string one, string two) = (folder.PathOf("one.pdf"), folder.PathOf("two.pdf"));
        CliRun first = await CliRun.Of([.. asked, one, "--threads", "1"]);
        Assert.Equal((ExitCode.Ok, $"wrote {one}: 2 pages\n"), (first.Code, first.Error));
        CliRun second = await CliRun.Of([.. asked, two, "--threads", "2", "-q"]);
        Assert.Equal((ExitCode.Ok, string.Empty), (second.Code, second.Error));
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(two));
    }

    [Theory]
    [InlineData("a brief is written as md, html or pdf, not as 'docx'", "-o", "x.docx")]
    [InlineData("pdf is no text: name a file with -o.", "-f", "pdf")]
    [InlineData("there is no language 'fr'. Languages are en and zh.", "--lang", "fr")]
    [InlineData("--embargo cannot be 3: it is a share above 0 and below 1", "--embargo", "3")]
    [InlineData("--budget-share cannot be -1", "--budget-share", "-1")]
    [InlineData("There is no region 'XX'", "--region", "XX")]
    public async Task What_cannot_be_is_said_with_its_repair(string said, params string[] words)
    {
        CliRun run = await CliRun.Of(["brief", .. words]);
        Assert.NotEqual(ExitCode.Ok, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\d+(\.\d+)?%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Percentages();
}
