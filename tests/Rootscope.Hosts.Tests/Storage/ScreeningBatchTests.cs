using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;
using Rootscope.Storage.Screening;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage;

/// <summary>A file of names in, the same rows with results out: the same bytes however the run went.</summary>
public class ScreeningBatchTests
{
    private static readonly string[] Firms = ["Alfa Instruments", "Beta Shipping", "Gamma Bank", "华为技术", "Ромашка", "Delta Optics"];

    [Fact]
    public void Columns_are_kept_and_results_stand_behind_them()
    {
        using var folder = new TemporaryFolder();
        string input = folder.Write(
            "in.csv",
            "id,company,note\n1,ALFA INSTRUMENTS LTD,\" kept, as is \"\n2,Ltd,x\n3,\"Nobody \"\"at\"\" all\",\n"
        );
        string output = folder.PathOf("out.csv");
        BatchSummary summary = Run(new BatchOptions(input, output), List(Firms));
        Assert.Equal((3, 1, 1), (summary.Rows, summary.Matches, summary.Empty));
        Assert.Equal(
            [
                "id,company,note,screen_result,screen_score,screen_list,screen_record,screen_name,screen_decision,screen_matches",
                "1,ALFA INSTRUMENTS LTD,\" kept, as is \",match,1,made,r0,Alfa Instruments,open,made/r0=1",
                "2,Ltd,x,no name,,,,,,",
                "3,\"Nobody \"\"at\"\" all\",,no match,,,,,,",
            ],
            File.ReadAllLines(output)
        );
    }

    [Fact]
    public void A_run_that_was_broken_off_goes_on_and_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        string input = folder.Write("in.csv", Rows(10_000));
        Run(new BatchOptions(input, folder.PathOf("whole.csv")), List(Firms));
        string output = folder.PathOf("out.csv");
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Run(new BatchOptions(input, output) { Threads = 2 }, List(Firms), progress: new Stop(stop), cancellation: stop.Token)
        );
        Assert.False(File.Exists(output));

        // What a killed process leaves: bytes behind the last block that was counted.
        File.AppendAllText(output + ".partial", "half a li");
        BatchSummary summary = Run(new BatchOptions(input, output) { Threads = 2 }, List(Firms));
        Assert.Equal((10_000, 4096), (summary.Rows, summary.Resumed));
        Assert.Equal(File.ReadAllBytes(folder.PathOf("whole.csv")), File.ReadAllBytes(output));
        Assert.False(File.Exists(output + ".partial"));
    }

    [Fact]
    public void A_run_over_another_list_does_not_go_on_from_a_broken_one()
    {
        using var folder = new TemporaryFolder();
        string input = folder.Write("in.csv", Rows(5_000));
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Run(new BatchOptions(input, folder.PathOf("o.csv")), List(Firms), progress: new Stop(stop), cancellation: stop.Token)
        );
        Assert.Equal(0, Run(new BatchOptions(input, folder.PathOf("o.csv")), List(["Other"], '1')).Resumed);
    }

    [Fact]
    public void Only_what_lists_changed_is_asked_again_and_the_bytes_are_those_of_a_whole_run()
    {
        using var folder = new TemporaryFolder();
        string input = folder.Write("in.csv", Rows(3_000));
        string first = folder.PathOf("first.csv");
        ScreeningList old = List(Firms);
        Run(new BatchOptions(input, first), old);
        ScreeningList now = List(["Alfa Instruments", "Beta Shippings", "Gamma Bank", "华为技术", "Omega Works"], '1');
        Run(new BatchOptions(input, folder.PathOf("whole.csv")), now);
        BatchSummary updated = Run(new BatchOptions(input, folder.PathOf("updated.csv")) { Previous = first }, now, _ => old);
        Assert.Equal(0, updated.AskedAgain);
        Assert.Equal(File.ReadAllBytes(folder.PathOf("whole.csv")), File.ReadAllBytes(folder.PathOf("updated.csv")));
        Assert.Throws<TableException>(() => Run(new BatchOptions(input, folder.PathOf("x.csv")) { Previous = first }, now, _ => null));
    }

    [Fact]
    public void A_missing_column_is_told_with_those_that_are_there()
    {
        using var folder = new TemporaryFolder();
        string input = folder.Write("in.csv", "id,who\n1,Acme\n");
        Assert.Contains(
            "id, who",
            Assert.Throws<TableException>(() => Run(new BatchOptions(input, folder.PathOf("o.csv")), List(Firms))).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(1, Run(new BatchOptions(input, folder.PathOf("o.csv")) { Column = "who" }, List(Firms)).Rows);
    }

    private static BatchSummary Run(
        BatchOptions options,
        ScreeningList list,
        Func<string, ScreeningList?>? before = null,
        IProgress<long>? progress = null,
        CancellationToken? cancellation = null
    ) =>
        ScreeningBatch.Run(
            options,
            [list],
            before ?? (_ => null),
            DecisionLog.Read([], null),
            progress,
            cancellation ?? TestContext.Current.CancellationToken
        );

    private static ScreeningList List(string[] names, char hash = '0') =>
        new(
            new ListSource("made", "plain", "the tests", "2026-01-31", new string(hash, 64)),
            [.. names.Select((n, i) => new ScreeningRecord($"r{i}", RecordKind.Unknown, [new ListedName(n, NameRole.Primary)]))]
        );

    private static string Rows(int count) =>
        "id,name\n"
        + string.Concat(
            Enumerable
                .Range(0, count)
                .Select(i => $"{i},{(i % 3 == 0 ? Firms[i % Firms.Length] + " Ltd" : $"Unlisted {i * 7919 % 10007} Trading")}\n")
        );

    private sealed class Stop(CancellationTokenSource source) : IProgress<long>
    {
        public void Report(long value) => source.Cancel();
    }
}
