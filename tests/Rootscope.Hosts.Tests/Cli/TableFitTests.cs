using System.Text.Json;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Cli.Output;
using Rootscope.Storage;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Tables fit the terminal, cut no word, and say what found no room.</summary>
public class TableFitTests
{
    private const string Long = "Mining and processing of ferrous metal ores and of all other ores that somebody somewhere digs up";
    private const int Figures = 12;

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    [InlineData(200)]
    public void No_line_is_wider_than_the_terminal_and_no_figure_is_broken(int width)
    {
        string text = TableReport.ToText(Made(), quiet: false, TableRoom.Terminal(width));
        Assert.All(text.Split('\n'), line => Assert.True(TextWrap.CellsOf(line) <= width, line));
        Assert.Equal(width < 140, text.Contains($"Not shown in {width} columns:", StringComparison.Ordinal));
        Assert.Equal(5, text.Split('\n').Count(l => l.Contains("1.500", StringComparison.Ordinal)));
        Assert.All(
            text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
            word => Assert.True(word.Length > 1 || !char.IsLetter(word[0]) || word is "a", word)
        );
    }

    [Fact]
    public void The_most_dispensable_columns_go_first_and_the_table_names_them()
    {
        string text = TableReport.ToText(Made(), quiet: true, TableRoom.Terminal(80));
        string told = text[text.IndexOf("Not shown", StringComparison.Ordinal)..].ReplaceLineEndings(" ");
        Assert.Contains("figure 11", told, StringComparison.Ordinal);
        Assert.Contains("All: --wide, or -f csv.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("figure 0;", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_has_every_column_and_a_row_a_line_and_its_sentences_wrap_at_80()
    {
        string text = TableReport.ToText(Made(), quiet: false, TableRoom.Unlimited);
        Assert.DoesNotContain("Not shown", text, StringComparison.Ordinal);
        Assert.Equal(
            5,
            text.Split('\n').Count(l => l.Contains(Long, StringComparison.Ordinal) && l.Contains("12.500", StringComparison.Ordinal))
        );
        string[] prose = [.. text.Split('\n').SkipWhile(l => l.Length > 0)];
        Assert.All(prose, line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void A_long_list_stops_at_20_with_the_count_unless_every_row_is_asked_for()
    {
        Report report = Made(rows: 43);
        string some = TableReport.ToText(report, quiet: true, TableRoom.Unlimited);
        Assert.Contains("\n20 of 43 rows; all: --full, or -f csv.\n", some, StringComparison.Ordinal);
        Assert.Equal(20, some.Split('\n').Count(l => l.Contains(Long, StringComparison.Ordinal)));
        string all = TableReport.ToText(report, quiet: true, TableRoom.Unlimited with { MostRows = null });
        Assert.Equal(43, all.Split('\n').Count(l => l.Contains(Long, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a word and another", 10, "a word and|another")]
    [InlineData("internationalisation of it", 6, "internationalisation|of it")]
    [InlineData("半导体制造设备", 6, "半导体|制造设|备")]
    public void Words_are_never_cut(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', TextWrap.Lines(text, width)));

    [Fact]
    public void What_does_not_fit_ends_behind_a_whole_word() =>
        Assert.Equal(
            ["Power transmission and", "distribution, and…"],
            TextWrap.Lines("Power transmission and distribution, and control equipment", 22, 2)
        );

    [Fact]
    public void The_first_answer_has_its_measure_band_own_share_leverage_and_years_at_80_columns()
    {
        var analyst = new Analyst(new TableLibrary(), threads: 2);
        StakeAnswer answer = analyst.Stake(new StakeQuestion("china-2020"));
        string text = TableReport.ToText(StakeReport.Of([answer], analyst.Catalogue, "roots"), quiet: true, TableRoom.Terminal(80));
        string first = text.Split('\n').First(l => l.TrimStart().StartsWith("1 ", StringComparison.Ordinal));
        Assert.Equal(2, first.Count(c => c == '%') - 1);
        Assert.Contains("Not shown in 80 columns: at stake, bn CNY; code.", text, StringComparison.Ordinal);
        Assert.Contains("20 of 153 rows", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(153)]
    [InlineData(3, "--top", "3")]
    [InlineData(153, "--top", "0")]
    public async Task Data_hold_every_row_unless_a_number_is_given(int rows, params string[] options)
    {
        CliRun run = await CliRun.Of(["roots", "china-2020", "--horizon", "settled", "-q", "-f", "csv", .. options]);
        Assert.Equal(rows + 1, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        CliRun json = await CliRun.Of(["roots", "china-2020", "--horizon", "settled", "-q", "-f", "json", .. options]);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal(rows, document.RootElement.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public void Who_shares_one_tier_is_told_that_the_order_is_not_established()
    {
        var analyst = new Analyst(new TableLibrary(), threads: 2);
        StakeAnswer answer = analyst.Stake(new StakeQuestion("china-2020"));
        Report report = StakeReport.Of([answer], analyst.Catalogue, "roots");
        string first = TableReport.ToText(report, quiet: true, TableRoom.Terminal(200));
        Assert.Contains("All rows shown are tier A", first, StringComparison.Ordinal);
        string all = TableReport.ToText(report, quiet: true, TableRoom.Terminal(200) with { MostRows = null });
        Assert.DoesNotContain("All rows shown", all, StringComparison.Ordinal);
        Assert.Contains("Tier: products whose bands of places overlap", all, StringComparison.Ordinal);
    }

    private static Report Made(int rows = 5) =>
        new()
        {
            Kind = "test",
            Columns =
            [
                new Column("name", "", "Name.", ColumnStyle.Text, "name"),
                new Column("local", "", "Name.", ColumnStyle.Text, "local"),
                .. Enumerable
                    .Range(0, Figures)
                    .Select(i => new Column($"n{i}", "ratio", "Figure.", ColumnStyle.Number, $"figure {i}") { Dispensable = i }),
            ],
            Rows =
            [
                .. Enumerable
                    .Range(0, rows)
                    .Select(_ => (object?[])[Long, "半导体制造设备与材料", .. Enumerable.Range(1, Figures).Select(i => (object)(i + 0.5))]),
            ],
            Remarks = [string.Join(' ', Enumerable.Repeat("Sentences wrap at words.", 20))],
            Provenance = new Provenance { Command = "test" },
        };
}
