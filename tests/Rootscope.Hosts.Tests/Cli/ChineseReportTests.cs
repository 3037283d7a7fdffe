using System.Text.RegularExpressions;
using Rootscope.Answers.Language;
using Rootscope.Answers.Reports;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Tables and sentences in Chinese: the same figures, names and units of Chinese, and data that no language changes.</summary>
public partial class ChineseReportTests
{
    /// <summary>The commands that answer the first questions; what others say and nobody translated stays in English.</summary>
    public static TheoryData<string> Commands =>
        [
            "roots china-2020 --top 5",
            "roots world-2011 --region CHN --supply imported --top 5",
            "root semi_equipment china-2020",
            "weakspots --region CHN --exposure off",
            "catalogue list",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_answer_is_told_in_Chinese_with_the_same_figures(string command)
    {
        string[] words = [.. CommandProcess.Split(command)];
        CliRun english = await CliRun.Of([.. words, "--lang", "en"]);
        CliRun chinese = await CliRun.Of([.. words, "--lang", "zh"]);
        Assert.Equal(ExitCode.Ok, chinese.Code);

        // What stands in English is where the figures are from, and names of sources, options and identifiers.
        string[] told = [.. chinese.Output.Split("出处：")[0].Split('\n').Where(l => !l.Contains("许可：", StringComparison.Ordinal))];
        string[] faults = [.. told.Where(l => EnglishWords().IsMatch(l))];
        Assert.True(faults.Length <= told.Length / 10, string.Join('\n', faults));
        Assert.True(told.Count(l => l.Any(IsHan)) > told.Length / 3, chinese.Output);

        // Shares are told digit by digit alike; money has another unit.
        Assert.Equal(Shares(english.Output).Order(), Shares(chinese.Output).Order());
    }

    [Fact]
    public async Task Data_formats_have_no_language_and_money_is_told_in_units_of_Chinese()
    {
        string[] asked = ["roots", "china-2020", "--supply", "imported", "--top", "3"];
        foreach (string format in (string[])["csv", "json"])
        {
            CliRun english = await CliRun.Of([.. asked, "-f", format]);
            Assert.Equal(english.Output, (await CliRun.Of([.. asked, "-f", format, "--lang", "zh"])).Output);
        }

        string table = (await CliRun.Of([.. asked, "--lang", "zh"])).Output;
        Assert.Contains("一年最终支出：84.4 万亿元", table, StringComparison.Ordinal);
        Assert.Contains("关乎价值，亿元", table, StringComparison.Ordinal);
        Assert.Contains("89,570", table, StringComparison.Ordinal);
        Assert.Contains("8,957", (await CliRun.Of(asked)).Output, StringComparison.Ordinal);
        Assert.Contains("| 094 | 电子元器件 |", (await CliRun.Of([.. asked, "-f", "md", "--lang", "zh"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_nobody_knows_is_refused_before_any_work()
    {
        CliRun run = await CliRun.Of("roots", "--lang", "fr");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("Languages are en and zh", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("root nosuchthing", "错误：没有唯一的行业“nosuchthing”。")]
    [InlineData("roots world-2011 --region Chna", "相近：CHN")]
    [InlineData("roots --cut 1.5", "应为大于 0 且小于 1 的比例")]
    [InlineData("roots --region XXX", "该表只有一个地区：CHN (China)")]
    public async Task What_is_wrong_is_said_in_Chinese_too(string command, string told)
    {
        CliRun run = await CliRun.Of([.. CommandProcess.Split(command), "--lang", "zh"]);
        Assert.NotEqual(ExitCode.Ok, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_with_two_hyphens_that_is_no_option_is_no_name_of_anything()
    {
        CliRun run = await CliRun.Of("roots", "--supplies", "all");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("There is no option '--supplies'. Nearest: --supply", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_Chinese_fit_the_terminal_and_gains_are_no_negative_losses()
    {
        var report = new Report<(string Name, double Loss, bool Known)>(
            "made",
            [
                new("name", string.Empty, "Its name.", ColumnStyle.Text, "industry", r => r.Name),
                new("loss", "share", "What is lost.", ColumnStyle.Share, "loss", r => r.Loss) { IsLoss = true },
                new("known", string.Empty, "Whether it is known.", ColumnStyle.Flag, "dependent", r => r.Known),
            ],
            [("Semiconductors", 0.25, true), ("Machine tools", -0.01, false)],
            new Provenance()
        )
        {
            Remarks = ["Links and grades are the catalogue's judgement.", "Nobody translated this sentence."],
        };
        string text = TableReport.ToText(report, quiet: false, TableRoom.Terminal(40), Tongue.Chinese);
        Assert.All(text.Split('\n'), l => Assert.True(TextWrap.CellsOf(l) <= 40, l));
        Assert.All(
            ["行业", "损失", "半导体", "25.00%", "增加 1.00%", "是", "否", "联系与等级为目录的判断。", "Nobody translated this sentence."],
            part => Assert.Contains(part, text, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("-1.00%", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Shares(string text) => Share().Matches(text).Select(m => m.Value);

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    [GeneratedRegex(@"\d[\d.]*%", RegexOptions.NonBacktracking)]
    private static partial Regex Share();

    /// <summary>Four words in a row, the first of them no name of a source.</summary>
    [GeneratedRegex(@"\b[a-z]{2,}( [a-z]{2,}){3,}\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EnglishWords();
}
