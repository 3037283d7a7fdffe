using System.Text.Json;
using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Names against lists on the command line.</summary>
public sealed class ScreenCommandTests : IDisposable
{
    private static readonly string Parties = Path.Combine(SourceFolder.Repository(), "samples", "restricted-parties.csv");

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_name_is_found_in_any_script_and_says_from_which_list()
    {
        CliRun run = await Run("screen", "示例儀器有限公司", "--list", $"plain:{Parties}", "-f", "json");
        Assert.Equal(ExitCode.Ok, run.Code);
        using var json = JsonDocument.Parse(run.Output);
        JsonElement row = Assert.Single(json.RootElement.GetProperty("rows").EnumerateArray());
        Assert.Equal(
            ("R-001", 1.0, "open"),
            (row.GetProperty("record").GetString(), row.GetProperty("score").GetDouble(), row.GetProperty("decision").GetString())
        );
        string options = json.RootElement.GetProperty("provenance").GetProperty("options").GetRawText();
        Assert.All(
            ["aligned-words 2", "0.7", "shi li yi qi", "5 records"],
            part => Assert.Contains(part, options, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task No_match_is_never_called_clear()
    {
        CliRun run = await Run("screen", "Unrelated Foods", "--list", $"plain:{Parties}", "--fail-on-hit");
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains(
            "No match in these lists at this threshold (0.7): restricted-parties.csv (not stated, undated, 5 records,",
            run.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("clear", run.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "nothing that could be compared",
            (await Run("screen", "Co., Ltd.", "--list", $"plain:{Parties}")).Words,
            StringComparison.Ordinal
        );

        // What was not looked up passes no gate.
        Assert.Equal(ExitCode.BadData, (await Run("screen", "", "--list", $"plain:{Parties}", "--fail-on-hit")).Code);
    }

    [Fact]
    public async Task A_decision_silences_a_hit_until_the_record_changes()
    {
        string[] ask = ["screen", "Example Instrument Company", "--fail-on-hit"];
        Assert.Equal(ExitCode.NotFound, (await Run(ask)).Code);
        await Add(Parties);
        Assert.Equal(ExitCode.HitsFound, (await Run(ask)).Code);
        CliRun decided = await Run(
            "screen",
            "decide",
            "Example Instrument Company",
            "--list",
            "own",
            "--record",
            "R-001",
            "--verdict",
            "false-positive",
            "--user",
            "me"
        );
        Assert.Equal(ExitCode.Ok, decided.Code);
        Assert.Equal(ExitCode.Ok, (await Run(ask)).Code);
        Assert.Contains("1 decisions; the chain is whole", (await Run("screen", "audit")).Words, StringComparison.Ordinal);

        string changed = _folder.Write(
            "changed.csv",
            (await File.ReadAllTextAsync(Parties)).Replace("1 Sample Road", "2 Sample Road", StringComparison.Ordinal)
        );
        await Add(changed);
        CliRun reopened = await Run(ask);
        Assert.Equal(ExitCode.HitsFound, reopened.Code);
        Assert.Contains("reopened", reopened.Output, StringComparison.Ordinal);
        Assert.Contains("changed", (await Run("screen", "lists", "diff", "own", "-f", "csv")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_was_changed_ends_the_audit_with_an_error()
    {
        await Add(Parties);
        foreach (string verdict in new[] { "escalate", "true-match" })
        {
            await Run(
                "screen",
                "decide",
                "Sample Technologies",
                "--list",
                "own",
                "--record",
                "R-002",
                "--verdict",
                verdict,
                "--note",
                "as seen"
            );
        }

        string log = Path.Combine(_folder.PathOf("workspace"), "screening", "decisions.jsonl");
        string[] lines = await File.ReadAllLinesAsync(log);
        await File.WriteAllLinesAsync(log, [lines[1], lines[0]]);
        CliRun run = await Run("screen", "audit");
        Assert.Equal(ExitCode.BadData, run.Code);
        Assert.Contains("decisions.jsonl, line 1", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            ExitCode.BadData,
            (await Run("screen", "decide", "Sample Technologies", "--list", "own", "--record", "R-002", "--verdict", "escalate")).Code
        );
    }

    [Fact]
    public async Task The_parts_of_an_explanation_add_up_to_the_score()
    {
        string[] ask = ["Exampel Instruments GmbH", "--list", $"plain:{Parties}", "-f", "json"];
        double score = Rows((await Run(["screen", .. ask])).Output)[0].GetProperty("score").GetDouble();
        double sum = Rows((await Run(["screen", "explain", .. ask])).Output).Sum(r => r.GetProperty("amount").GetDouble());
        Assert.Equal(score, sum, 1e-9);
    }

    [Fact]
    public async Task A_file_is_screened_with_its_columns_and_fails_on_a_hit_on_demand()
    {
        string output = _folder.PathOf("out.csv");
        string suppliers = Path.Combine(SourceFolder.Repository(), "samples", "suppliers.csv");
        CliRun run = await Run("screen", "file", suppliers, "--list", $"plain:{Parties}", "-o", output, "--fail-on-hit");
        Assert.Equal(ExitCode.HitsFound, run.Code);
        Assert.StartsWith("id,supplier,country,spend,screen_result,", await File.ReadAllTextAsync(output), StringComparison.Ordinal);
        Assert.Contains("6 rows, 3 with a match, 1 without a name", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await Run("screen", "file", suppliers, "--list", $"plain:{Parties}")).Code);
        Assert.Equal(ExitCode.Usage, (await Run("screen", "file", output, "--list", $"plain:{Parties}", "-o", output)).Code);
    }

    /// <summary>
    /// Decided matches pass, what has nothing to compare does not, and decisions of a broken log count for nothing.
    /// </summary>
    [Fact]
    public async Task The_gate_of_a_file_is_that_of_a_name()
    {
        await Add(Parties);
        string nothing = _folder.Write("nothing.csv", "name\n🚀\nUnrelated Foods\n");
        string one = _folder.Write("one.csv", "name\nExample Instrument Company\n");
        Task<CliRun> Gate(string file) => Run("screen", "file", file, "--list", "own", "-o", _folder.PathOf("gate.csv"), "--fail-on-hit");
        Assert.Equal(ExitCode.BadData, (await Gate(nothing)).Code);
        Assert.Equal(ExitCode.HitsFound, (await Gate(one)).Code);
        string[] decide = ["screen", "decide", "Example Instrument Company", "--list", "own", "--record", "R-001", "--verdict"];
        Assert.Equal(ExitCode.Ok, (await Run([.. decide, "false-positive", "--user", "me"])).Code);
        CliRun decided = await Gate(one);
        Assert.Equal(ExitCode.Ok, decided.Code);
        Assert.Contains("1 with a match (1 decided to be somebody else)", decided.Error, StringComparison.Ordinal);

        File.Delete(_folder.PathOf(Path.Combine("workspace", "screening", "decisions.head")));
        CliRun broken = await Gate(one);
        Assert.Equal(ExitCode.HitsFound, broken.Code);
        Assert.Contains("the log of decisions is broken at line 1", broken.Error, StringComparison.Ordinal);
        CliRun name = await Run("screen", "Example Instrument Company", "--list", "own", "--fail-on-hit");
        Assert.Equal(ExitCode.HitsFound, name.Code);
        Assert.Contains("no decision counts until it is restored", name.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_was_changed_is_no_earlier_result_and_no_input()
    {
        await Add(Parties);
        string input = _folder.Write("names.csv", "name\nExample Instrument Company\n");
        string result = _folder.PathOf("first.csv");
        string[] ask = ["screen", "file", input, "--list", "own", "-o"];
        Assert.Equal(ExitCode.Ok, (await Run([.. ask, result])).Code);
        Assert.Equal(ExitCode.Ok, (await Run([.. ask, _folder.PathOf("second.csv"), "--update", result])).Code);
        await File.AppendAllTextAsync(result, "x,no match,,,,,,\n");
        CliRun run = await Run([.. ask, _folder.PathOf("third.csv"), "--update", result]);
        Assert.Equal(ExitCode.BadData, run.Code);
        Assert.Contains("was changed after it was written", run.Error, StringComparison.Ordinal);
        CliRun again = await Run("screen", "file", result, "--list", "own", "-o", _folder.PathOf("fourth.csv"));
        Assert.Contains("has a column 'screen_result' already", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("table")]
    [InlineData("json")]
    public async Task That_nothing_matched_is_said_with_the_lists_however_quiet_it_is(string format)
    {
        CliRun run = await Run("screen", "Unrelated Foods", "--list", $"plain:{Parties}", "-q", "-f", format);
        Assert.Contains(
            "No match in these lists at this threshold (0.7): restricted-parties.csv (not stated, undated, 5 records,",
            format == "csv" ? string.Join(' ', run.Error.Split()) : run.Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_record_that_does_not_match_is_explained_and_cannot_be_decided()
    {
        await Add(Parties);
        CliRun run = await Run("screen", "explain", "Unrelated Foods", "--list", "own", "--record", "R-002");
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains("This is no match at the threshold 0.7.", run.Words, StringComparison.Ordinal);
        Assert.Contains("conflict", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NotFound, (await Run("screen", "explain", "Unrelated Foods", "--list", "own", "--record", "R-999")).Code);

        string[] decide = ["screen", "decide", "Unrelated Foods", "--list", "own", "--record", "R-001", "--verdict", "escalate"];
        CliRun refused = await Run(decide);
        Assert.Equal(ExitCode.BadData, refused.Code);
        Assert.Contains("there is nothing to decide", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--threshold", refused.Error, StringComparison.Ordinal);
        Assert.Contains("0 decisions", (await Run("screen", "audit")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_may_have_a_word_of_the_command_line_as_its_name_and_is_removed_with_its_state_before()
    {
        Assert.Equal(ExitCode.Ok, (await Run("screen", "lists", "add", "plain", Parties, "--name", "list")).Code);
        Assert.Equal(ExitCode.BadData, (await Run("screen", "lists", "add", "plain", Parties, "--name", "a/b")).Code);
        Assert.Equal(ExitCode.Ok, (await Run("screen", "lists", "remove", "list")).Code);
        Assert.Equal(ExitCode.NotFound, (await Run("screen", "Acme", "--list", "list")).Code);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(_folder.PathOf("workspace"), "screening")),
            f => Path.GetFileName(f).StartsWith("list.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_number_with_a_wrong_check_digit_is_told()
    {
        CliRun run = await Run("screen", "IMO 1234568", "--list", $"plain:{Parties}");
        Assert.Contains("looks like a ship's number", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_usage_of_a_command_below_has_no_name_to_screen()
    {
        CliRun run = await Run("screen", "lists", "add", "--help");
        Assert.Contains(" screen lists add <LAYOUT> <FILE>...", run.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("\n  <NAME>", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--threshold", "0")]
    [InlineData("--threshold", "1.5")]
    [InlineData("--of", "planet")]
    public async Task What_cannot_be_asked_is_refused(string option, string value) =>
        Assert.Equal(ExitCode.Usage, (await Run("screen", "Acme", "--list", $"plain:{Parties}", option, value)).Code);

    [Fact]
    public async Task What_a_list_writes_steers_no_terminal_and_what_it_says_of_itself_is_told()
    {
        string file = _folder.Write("own.csv", "name,id,end date\nEvil \u001B[31mRed\u001B[0m \u202EWorks,E-1,2020-10-13\n");
        Assert.Equal(ExitCode.Ok, (await Run("screen", "lists", "add", "plain", file, "--name", "own", "--partial")).Code);
        CliRun run = await Run("screen", "Evil Red Works");
        Assert.Contains("a part of the list", run.Words, StringComparison.Ordinal);
        Assert.Contains("E-1 until 2020-10-13", run.Words, StringComparison.Ordinal);
        foreach (string shown in new[] { run.Output, (await Run("screen", "lists", "show", "own")).Output })
        {
            Assert.Contains("␛[31mRed", shown, StringComparison.Ordinal);
            Assert.DoesNotContain(shown, c => c is '\u001B' or '\u202E');
        }

        JsonElement row = Assert.Single(Rows((await Run("screen", "Evil Red Works", "-f", "json")).Output));
        Assert.Equal((1.0, "2020-10-13"), (row.GetProperty("score").GetDouble(), row.GetProperty("until").GetString()));
        CliRun small = await Run("screen", "Unrelated Foods", "--threshold", "1e-9", "-f", "json");
        Assert.DoesNotContain("threshold (0)", small.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_without_lists_says_so()
    {
        CliRun run = await Run("screen", "Acme");
        Assert.Equal(ExitCode.NotFound, run.Code);
        Assert.Contains("The workspace has no list", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("'any'", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task Add(string file) =>
        Assert.Equal(ExitCode.Ok, (await Run("screen", "lists", "add", "plain", file, "--name", "own")).Code);

    private static JsonElement[] Rows(string json) => [.. JsonDocument.Parse(json).RootElement.GetProperty("rows").EnumerateArray()];

    private Task<CliRun> Run(params string[] words) => CliRun.Of([.. words, "--workspace", _folder.PathOf("workspace")]);
}
