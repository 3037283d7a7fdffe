using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;
using Rootscope.Cli.Output;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Storage;

namespace Rootscope.Hosts.Tests;

/// <summary>
/// What README begins with is what the program says today: picture, sentence, ten lines. ROOTSCOPE_APPROVE=1 writes it anew.
/// </summary>
public class ReadmeTests
{
    private const string Machinery = "078-semiconductor-machinery";
    private const string Table = "china-2020";
    private const int Width = 80;
    private const int Lines = 10;

    private static readonly string Root = SourceFolder.Repository();

    private static bool Approves => Environment.GetEnvironmentVariable("ROOTSCOPE_APPROVE") == "1";

    [Fact]
    public async Task The_picture_and_the_sentence_are_what_the_program_draws_and_computes()
    {
        var analyst = new Analyst(new TableLibrary());
        var question = new StakeQuestion(Table) { By = RootSubject.Technology };
        IReadOnlyList<StakeAnswer> answers = analyst.Stake(question, [SupplyScope.All, SupplyScope.Imported]);
        foreach (
            (string file, SheetFormat format) in new[]
            {
                ("china-2020.svg", SheetFormat.Wide),
                ("china-2020-phone.svg", SheetFormat.Narrow),
            }
        )
        {
            Report report = StakeReport.Of([answers[0]], analyst.Catalogue, "roots");
            Sheet sheet = StakePictures.Of(StakePicture.Map, [answers[0]], analyst.Catalogue, report, format);
            string picture = SheetSvg.File(sheet);
            string kept = Path.Combine(Root, "docs", "pictures", file);
            if (Approves)
            {
                await File.WriteAllTextAsync(kept, picture, TestContext.Current.CancellationToken);
            }

            Assert.Equal(picture, await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken));
        }

        await Check("sentence", Sentence(answers[0], answers[1]));
    }

    [Fact]
    public async Task The_ten_lines_are_the_first_that_the_program_prints() => await Check("lines", ["```text", .. FirstLines(), "```"]);

    /// <summary>Holds what stands between two marks of README against what is made, and writes it where that is asked for.</summary>
    private static async Task Check(string part, IEnumerable<string> lines)
    {
        string begin = $"<!-- {part}: written by ROOTSCOPE_APPROVE=1 dotnet run eng/test.cs -- Readme -->";
        string end = $"<!-- {part}: end -->";
        string written = string.Join('\n', lines);
        string path = Path.Combine(Root, "README.md");
        string page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        int from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int to = page.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= begin.Length && to > from, $"README has nothing between {begin} and {end}");
        if (Approves)
        {
            page = $"{page[..from]}\n\n{written}\n\n{page[to..]}";
            await File.WriteAllTextAsync(path, page, TestContext.Current.CancellationToken);
            to = page.IndexOf(end, StringComparison.Ordinal);
        }

        Assert.Equal(written, page[from..to].Trim('\n'));
    }

    /// <summary>Machinery for semiconductors: how small it is, and what stands on it.</summary>
    private static string[] Sentence(StakeAnswer all, StakeAnswer imports)
    {
        StakeRow row = all.Ranking.Rows.Single(r => r.Code == Machinery);
        StakeRow imported = imports.Ranking.Rows.Single(r => r.Code == Machinery);
        StakeBand band = all.Bands.Rows.Single(b => b.Point.Code == Machinery);
        string range = $"{StakeWords.Percent(band.AtStake.Low!.Value)} to {StakeWords.Percent(band.AtStake.High!.Value)}";
        int tier = all.Bands.Rows.Count(b => b.Tier == band.Tier);
        string Number(double? value, string format) => value!.Value.ToString(format, CultureInfo.InvariantCulture);
        return
        [
            $"Machinery for making semiconductors is {StakeWords.Percent(row.OutputShare)} of all that China makes. "
                + $"Without half of its supply, {StakeWords.Percent(row.AtStakeShare!.Value)} of a year's",
            $"final spending (90% band {range}) is lost until it is replaced: "
                + $"**{Number(row.AtStakeShare / row.OutputShare, "0")} times its own share**. "
                + $"Each 1 of yearly supply that is",
            $"missing costs {Number(row.Leverage, "0.0")}, {Number(row.TimesTypical, "0.0")} times as much as with the typical product; "
                + $"each 1 of imports {Number(imported.Leverage, "0.0")}. It is tier {band.Tier}, with {tier} of {all.Bands.Rows.Count} "
                + "products and parts",
            "whose places cannot be told apart.",
        ];
    }

    /// <summary>The first block of what the command prints in a terminal of 80 columns: title, heading, rule, ten rows, what is left out.</summary>
    private static IEnumerable<string> FirstLines()
    {
        var analyst = new Analyst(new TableLibrary(), threads: 2);
        StakeAnswer answer = analyst.Stake(new StakeQuestion(Table) { Top = Lines });
        string output = TableReport.ToText(StakeReport.Of([answer], analyst.Catalogue, "roots"), quiet: true, TableRoom.Terminal(Width));
        string[] block = [.. output.ReplaceLineEndings("\n").Split('\n').TakeWhile(l => l.Length > 0)];
        Assert.All(
            Enumerable.Range(1, Lines),
            rank => Assert.Contains(block, l => l.TrimStart().StartsWith($"{rank} ", StringComparison.Ordinal))
        );
        Assert.All(block, l => Assert.True(l.Length <= Width, l));
        return [$"$ rootscope roots {Table} --top {Lines}", .. block];
    }
}
