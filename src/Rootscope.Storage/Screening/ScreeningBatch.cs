using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Matching;
using Rootscope.Screening.Names;
using Rootscope.Screening.Scores;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Screening;
using Rootscope.Tables;

namespace Rootscope.Storage.Screening;

/// <summary>Screens a file of names: its columns are kept, those of the result are added behind them.</summary>
/// <remarks>
/// The result grows in a file beside its own name; how far it is, is written after every block, so that a run that was broken off, however
/// it
/// ended, goes on behind its last block when it is started again, and gives the bytes that one run would have given. Any number of threads
/// gives the same bytes. Memory: one block of rows.
/// </remarks>
public static class ScreeningBatch
{
    private const int BlockRows = 4096;

    private sealed record Row(string Head, string Name, List<WrittenMatch>? Earlier);

    /// <summary>Screens a file.</summary>
    /// <param name="options">Files, column and threshold.</param>
    /// <param name="lists">The lists that are asked.</param>
    /// <param name="before">The state of a list before it was replaced, by name, for a result of an earlier run.</param>
    /// <param name="log">What was decided.</param>
    /// <param name="progress">Told how many rows are done.</param>
    /// <param name="cancellation">Stops between rows; what was done is kept.</param>
    /// <exception cref="TableException">The input is no table with such a column, or the earlier result does not fit.</exception>
    /// <exception cref="OperationCanceledException">The caller wants to stop.</exception>
    public static BatchSummary Run(
        BatchOptions options,
        IReadOnlyList<ScreeningList> lists,
        Func<string, ScreeningList?> before,
        DecisionLog log,
        IProgress<long>? progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(log);
        using CsvFile rows = CsvFile.Open(options.Input, cancellation);
        int column = ColumnOf(rows, options.Column);
        string partial = options.Output + ".partial";
        string state = partial + ".state";
        var start = new BatchManifest(
            KeyOf(options, lists, log, rows.Header[column]),
            [.. lists.Select(l => l.Source)],
            options.Screening.Threshold,
            NameScore.Algorithm,
            rows.Header[column],
            options.Screening.Kind.ToString(),
            0,
            0,
            0,
            0,
            0
        );
        BatchManifest done =
            BatchManifest.Read(state) is { } kept
            && kept.Key == start.Key
            && File.Exists(partial)
            && new FileInfo(partial).Length >= kept.Bytes
                ? kept
                : start;
        var index = new ScreeningIndex(lists, options.Threads);
        using EarlierResult? earlier = options.Previous is null
            ? null
            : EarlierResult.Open(options.Previous, lists, before, options.Screening, cancellation);
        var records = lists
            .SelectMany(l => l.Records.Select(r => (Key: (l.Source.Name, r.Id), Record: r)))
            .ToDictionary(r => r.Key, r => r.Record);
        var order = lists.Select((l, i) => (l.Source.Name, i)).ToDictionary(l => l.Name, l => l.i, StringComparer.Ordinal);
        long resumed = done.Rows;
        using (var output = new FileStream(partial, done.Rows == 0 ? FileMode.Create : FileMode.Open, FileAccess.Write, FileShare.Read))
        {
            output.SetLength(done.Bytes);
            output.Position = done.Bytes;
            if (done.Bytes == 0)
            {
                output.Write(Encoding.UTF8.GetBytes(HeaderOf(rows)));
            }

            for (long skipped = 0; skipped < resumed && rows.Read(); skipped++)
            {
                earlier?.Next(rows.Text(column));
            }

            List<Row> block = [];
            for (bool more = true; more; )
            {
                more = rows.Read();
                if (more)
                {
                    string name = rows.Text(column);
                    block.Add(new Row(HeadOf(rows), name, earlier?.Next(name)));
                }

                if (block.Count == BlockRows || (!more && block.Count > 0))
                {
                    done = Write(
                        output,
                        block,
                        done,
                        row => Screen(row, index, earlier?.Added, order, options.Screening),
                        records,
                        log,
                        options.Threads,
                        cancellation
                    );
                    done.Write(state);
                    progress?.Report(done.Rows);
                    block.Clear();
                }
            }
        }

        File.Move(partial, options.Output, overwrite: true);
        done = done with { Sha256 = ListFile.HashOf([options.Output]) };
        done.Write(BatchManifest.PathOf(options.Output));
        File.Delete(state);
        return new BatchSummary(done.Rows, done.Matches, done.Dismissed, done.Empty, resumed, done.AskedAgain);
    }

    private static BatchManifest Write(
        FileStream output,
        List<Row> block,
        BatchManifest done,
        Func<Row, (ScreeningName Name, List<WrittenMatch> Matches, bool IsAsked)> screen,
        IReadOnlyDictionary<(string List, string Record), ScreeningRecord> records,
        DecisionLog log,
        int threads,
        CancellationToken cancellation
    )
    {
        var found = new (ScreeningName Name, List<WrittenMatch> Matches, bool IsAsked)[block.Count];
        Parallel.For(
            0,
            block.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            i => found[i] = screen(block[i])
        );
        var text = new StringBuilder();
        for (int i = 0; i < block.Count; i++)
        {
            text.Append(block[i].Head);
            foreach (string cell in ResultColumns.Cells(found[i].Name, found[i].Matches, records, log))
            {
                text.Append(',');
                ResultColumns.Append(text, cell);
            }

            text.Append('\n');
        }

        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
        output.Flush(flushToDisk: true);
        return done with
        {
            Rows = done.Rows + block.Count,
            Bytes = output.Position,
            Matches = done.Matches + found.Count(f => f.Matches.Count > 0),
            Dismissed = done.Dismissed + found.Count(f => f.Matches.Count > 0 && f.Matches.All(m => IsDismissed(f.Name, m, records, log))),
            Empty = done.Empty + found.Count(f => f.Name.IsEmpty),
            AskedAgain = done.AskedAgain + found.Count(f => f.IsAsked),
        };
    }

    private static (ScreeningName Name, List<WrittenMatch> Matches, bool IsAsked) Screen(
        Row row,
        ScreeningIndex index,
        ScreeningIndex? added,
        Dictionary<string, int> order,
        ScreeningOptions options
    )
    {
        bool isAsked = row.Earlier is null || added is null;
        ScreeningResult result = (isAsked ? index : added!).Find(row.Name, options with { MostHits = int.MaxValue });
        IEnumerable<WrittenMatch> now = result.Hits.Select(h => new WrittenMatch(h.List.Name, h.Record.Id, h.Score));
        IEnumerable<WrittenMatch> all = isAsked ? now : now.Concat(row.Earlier!);
        return (
            result.Query,
            [.. all.OrderByDescending(m => m.Score).ThenBy(m => order[m.List]).ThenBy(m => m.Record, StringComparer.Ordinal)],
            isAsked
        );
    }

    private static bool IsDismissed(
        ScreeningName name,
        WrittenMatch match,
        IReadOnlyDictionary<(string List, string Record), ScreeningRecord> records,
        DecisionLog log
    ) =>
        log.StateOf(name.Normalised, match.List, match.Record, records[(match.List, match.Record)].Hash)
            is (DecisionState.Decided, { Verdict: Verdict.FalsePositive });

    private static int ColumnOf(CsvFile rows, string? named)
    {
        if (named is not null)
        {
            return rows.Column(named);
        }

        int found = PastedNames.Columns.Select(rows.Find).FirstOrDefault(c => c >= 0, -1);
        return found >= 0 ? found
            : rows.Header.Count == 1 ? 0
            : throw new TableException(
                $"{rows.Path}, line 1",
                $"no column is called {string.Join(", ", PastedNames.Columns)}. Name the column of the names with "
                    + $"{Repair.Option("column")}: there are {string.Join(", ", rows.Header)}."
            );
    }

    private static string HeaderOf(CsvFile rows)
    {
        if (rows.Header.FirstOrDefault(h => ResultColumns.All.Contains(h, StringComparer.OrdinalIgnoreCase)) is { } taken)
        {
            throw new TableException(
                $"{rows.Path}, line 1",
                $"has a column '{taken}' already, as results of screening have. Screen the file that it was made from, or call the column "
                    + "something else."
            );
        }

        var line = new StringBuilder();
        foreach (string column in rows.Header.Concat(ResultColumns.All))
        {
            line.Append(line.Length > 0 ? "," : string.Empty);
            ResultColumns.Append(line, column);
        }

        return line.Append('\n').ToString();
    }

    private static string HeadOf(CsvFile rows)
    {
        var line = new StringBuilder();
        for (int c = 0; c < rows.Header.Count; c++)
        {
            line.Append(c > 0 ? "," : string.Empty);
            ResultColumns.Append(line, rows.Raw(c));
        }

        return line.ToString();
    }

    /// <summary>Hash over all that shapes the bytes of a result.</summary>
    private static string KeyOf(BatchOptions options, IReadOnlyList<ScreeningList> lists, DecisionLog log, string column) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        [
                            ListFile.HashOf([options.Input]),
                            column,
                            options.Screening.Threshold.ToString("R", CultureInfo.InvariantCulture),
                            options.Screening.Kind.ToString(),
                            NameScore.Algorithm,
                            log.Head.Hash,
                            options.Previous is null ? string.Empty : ListFile.HashOf([options.Previous]),
                            .. lists.Select(l => $"{l.Source.Name} {l.Source.Sha256}"),
                        ]
                    )
                )
            )
        );
}
