using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Numerics;
using Rootscope.Numerics.Work;
using Rootscope.Storage;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Long commands in shards, and their parts added up.</summary>
public sealed class MergeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Commands with a few pieces each.</summary>
    private static readonly Dictionary<string, string[]> Commands = new(StringComparer.Ordinal)
    {
        ["network ensemble"] =
        [
            "network",
            "ensemble",
            "china-2020",
            "--firms",
            "160",
            "--draws",
            "5",
            "--select",
            "top:4",
            "--listed",
            "top:2",
            "--top",
            "3",
        ],
        ["network risk"] = ["network", "risk", Sample("network-edges.csv"), Sample("network-firms.csv"), "--stop", "fixed-point"],
    };

    public static TheoryData<string, int> Divided =>
        [.. Commands.Keys.SelectMany(c => new[] { 1, 2, 3, 7 }.Select(n => new TheoryDataRow<string, int>(c, n)))];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Divided))]
    public async Task Parts_add_up_to_the_bytes_of_one_run(string command, int shards)
    {
        string[] parts = await PartsOf(Commands[command], shards);
        foreach (string suffix in shards == 3 && command == "network risk" ? new[] { "csv", "json", "md", "txt" } : ["csv"])
        {
            CliRun whole = await CliRun.Once([.. Commands[command], "-f", suffix == "txt" ? "table" : suffix, "--threads", "1", "-q"]);
            Assert.Equal((ExitCode.Ok, string.Empty), (whole.Code, whole.Error));
            string merged = _folder.PathOf($"merged.{suffix}");
            CliRun run = await CliRun.Of(["merge", .. parts.Reverse(), "-o", merged, "-q", "--threads", "2"]);
            Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
            CliRun shown = await CliRun.Of(["merge", .. parts, "-f", suffix == "txt" ? "table" : suffix, "-q"]);
            Assert.Equal(whole, shown);
            Assert.Equal(
                suffix == "txt" ? (await Whole(Commands[command], merged)).Output : whole.Output,
                await File.ReadAllTextAsync(merged, TestContext.Current.CancellationToken)
            );
        }

        Assert.Empty(Directory.GetFiles(_folder.Root, "*.partial"));
    }

    [Fact]
    public async Task A_picture_and_a_number_of_rows_are_those_of_one_run()
    {
        string[] command = [.. Commands["network risk"], "--top", "4"];
        string[] parts = await PartsOf(command, 2);
        foreach (string name in new[] { "risk.svg", "risk.csv", "risk.parquet" })
        {
            Assert.Equal(ExitCode.Ok, (await CliRun.Of([.. command, "-o", _folder.PathOf("one-" + name)])).Code);
            Assert.Equal(ExitCode.Ok, (await CliRun.Of(["merge", .. parts, "-o", _folder.PathOf("all-" + name)])).Code);
            Assert.Equal(
                await File.ReadAllBytesAsync(_folder.PathOf("one-" + name), TestContext.Current.CancellationToken),
                await File.ReadAllBytesAsync(_folder.PathOf("all-" + name), TestContext.Current.CancellationToken)
            );
        }
    }

    [Theory]
    [InlineData("0/4", "parts are counted from 1. The first is --shard 1/4")]
    [InlineData("5/4", "of 4 parts the last is --shard 4/4")]
    [InlineData("1.5/2", "two whole numbers with a slash, such as --shard 1/4")]
    [InlineData("1 of 4", "two whole numbers with a slash, such as --shard 1/4")]
    [InlineData("1/0", "there are 1 to")]
    public async Task A_shard_that_cannot_be_is_said_with_the_repair(string shard, string repair)
    {
        string file = _folder.PathOf("a.part");
        CliRun run = await CliRun.Of([.. Commands["network risk"], "--shard", shard, "-o", file]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains($"--shard cannot be '{shard}'", run.Error, StringComparison.Ordinal);
        Assert.Contains(repair, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task What_is_about_results_is_for_the_merge()
    {
        CliRun unnamed = await CliRun.Of([.. Commands["network risk"], "--shard", "1/2"]);
        Assert.Equal(ExitCode.Usage, unnamed.Code);
        Assert.Contains("name it with -o", unnamed.Error, StringComparison.Ordinal);
        CliRun formatted = await CliRun.Of([.. Commands["network risk"], "--shard", "1/2", "-o", _folder.PathOf("a.part"), "-f", "csv"]);
        Assert.Equal(ExitCode.Usage, formatted.Code);
        Assert.Contains("Give it to 'rootscope merge'", formatted.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_inputs_that_have_changed_since_are_refused()
    {
        string edges = _folder.Write(
            "edges.csv",
            await File.ReadAllTextAsync(Sample("network-edges.csv"), TestContext.Current.CancellationToken)
        );
        string[] parts = await PartsOf(["network", "risk", edges, Sample("network-firms.csv")], 2);
        string[] lines = await File.ReadAllLinesAsync(edges, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(edges, lines[..^1], TestContext.Current.CancellationToken);
        CliRun run = await CliRun.Of(["merge", .. parts]);
        Assert.Equal(ExitCode.BadData, run.Code);
        Assert.Contains("the inputs have changed since the shards ran: network", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ratings_that_changed_under_the_same_name_are_noticed()
    {
        string[] codes = ["a", "b"];
        string edges = _folder.Write("e.csv", "supplier,customer,value\n1,2,3\n2,1,4\n");
        string firms = _folder.Write("f.csv", "id,sector\n1,a\n2,b\n");
        string ratings = _folder.Write("r.csv", $",{string.Join(',', codes)}\na,2,2\nb,2,2\n");
        var question = new NetworkRiskQuestion(edges, firms) { Cascade = new CascadeQuestion { Essentiality = ratings } };
        var analyst = new Analyst(new TableLibrary(), 1);
        string before = analyst.Part(question, WorkShare.Whole).Header.Run;
        Assert.Equal(before, analyst.Part(question with { Top = 3 }, new WorkShare(1, 2)).Header.Run);
        _folder.Write("r.csv", $",{string.Join(',', codes)}\na,2,1\nb,2,2\n");
        Assert.NotEqual(before, analyst.Part(question, WorkShare.Whole).Header.Run);
    }

    [Fact]
    public async Task A_shard_that_is_stopped_leaves_no_part_and_goes_on_from_its_checkpoint()
    {
        var question = new NetworkRiskQuestion(Sample("network-edges.csv"), Sample("network-firms.csv"));
        string checkpoint = _folder.PathOf("a.part.checkpoint");
        using var stop = new CancellationTokenSource();
        var analyst = new Analyst(new TableLibrary(), 1);
        Assert.Throws<OperationCanceledException>(() =>
            analyst.Part(question, WorkShare.Whole, checkpoint, new AfterFirst(stop.Cancel), stop.Token)
        );
        int kept = File.ReadLines(checkpoint).Count() - 1;
        Assert.InRange(kept, 1, 29);
        string part = _folder.PathOf("a.part");
        CliRun run = await CliRun.Of(
            "network",
            "risk",
            Sample("network-edges.csv"),
            Sample("network-firms.csv"),
            "--shard",
            "1/1",
            "-o",
            part
        );
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains($"{kept} firms are done", run.Error, StringComparison.Ordinal);
        Assert.Equal([part], Directory.GetFiles(_folder.Root));
        Assert.Equal(analyst.Part(question, WorkShare.Whole).Rows, File.ReadLines(part).Skip(1).SkipLast(1));
    }

    private async Task<string[]> PartsOf(string[] command, int shards)
    {
        string[] files = [.. Enumerable.Range(1, shards).Select(i => _folder.PathOf($"{i}-of-{shards}.part"))];
        for (int i = 0; i < shards; i++)
        {
            string shard = new WorkShare(i + 1, shards).ToString();
            CliRun run = await CliRun.Of([.. command, "--shard", shard, "-o", files[i], "--threads", (1 + (i % 2)).ToString()]);
            Assert.Equal(ExitCode.Ok, run.Code);
            Assert.Contains($"part {shard}", run.Error, StringComparison.Ordinal);
        }

        return files;
    }

    /// <summary>The file that one run writes.</summary>
    private static async Task<CliRun> Whole(string[] command, string beside)
    {
        string file = beside + ".one.txt";
        CliRun run = await CliRun.Of([.. command, "-o", file, "-q"]);
        Assert.Equal(ExitCode.Ok, run.Code);
        return run with { Output = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) };
    }

    private static string Sample(string name) => Path.Combine(SourceFolder.Repository(), "samples", name);

    /// <summary>Does something when the first firms are done.</summary>
    private sealed class AfterFirst(Action then) : IProgress<AnswerProgress>
    {
        public void Report(AnswerProgress value)
        {
            if (value.Done > 0)
            {
                then();
            }
        }
    }
}
