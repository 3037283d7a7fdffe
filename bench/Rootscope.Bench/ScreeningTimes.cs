using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rootscope.Screening.Calibration;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Matching;
using Rootscope.Screening.Names;
using Rootscope.Screening.Scores;
using Rootscope.Storage.Formats.Screening;
using Rootscope.Storage.Screening;
using Sylvan.Data.Csv;

namespace Rootscope.Bench;

/// <summary>How good and how fast names are screened, on sets that others labelled and keep.</summary>
internal static class ScreeningTimes
{
    private const int MadeUp = 10_000;

    private static readonly ScreeningOptions AllHits = new() { MostHits = 1000 };

    /// <summary>Measures.</summary>
    /// <param name="folder">The folder with nomenklatura_name_bench, yente_candidate_generation and watchman.</param>
    public static int Run(string folder)
    {
        // The tables of scripts are read before anything is timed that a running program would have.
        _ = ScreeningName.Of("华 a");
        var report = new StringBuilder("# Screening\n\n");
        report.Append(Machine.Line()).Append("\nSeconds are those of processors: other programs ran on the machine.\n\n");
        report.Append(CultureInfo.InvariantCulture, $"Algorithm {NameScore.Algorithm}, threshold {NameScore.DefaultThreshold}. ");
        report.Append("Sets:\nopensanctions/nomenklatura name_bench, opensanctions/yente candidate generation, moov-io/watchman (see\n");
        report.Append("[the method](../../docs/methods/screening.md)).\n\n");
        Labelled(report, folder);
        Lists(report, folder);
        ScreeningChecks.Add(report, folder);
        Machine.Write("screening.md", report.ToString());
        return 0;
    }

    private static void Labelled(StringBuilder report, string folder)
    {
        List<(LabelledPair Pair, bool IsShared, bool Peer)> pairs = Pairs(Path.Combine(folder, "nomenklatura_name_bench"));
        var development = new ThresholdSweep(pairs.Where(p => !p.Pair.IsHeld).Select(p => p.Pair));
        var held = new ThresholdSweep(pairs.Where(p => p.Pair.IsHeld && p.IsShared).Select(p => p.Pair));
        var all = new ThresholdSweep(pairs.Where(p => p.IsShared).Select(p => p.Pair));
        report.Append("## Labelled pairs\n\n| threshold | development: P | R | F1 | held, shared: P | R | F1 |\n");
        report.Append("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (int t = 50; t <= 95; t += 5)
        {
            ThresholdPoint d = development.At(t / 100.0);
            ThresholdPoint h = held.At(t / 100.0);
            report.Append(
                CultureInfo.InvariantCulture,
                $"| {t / 100.0:0.00} | {d.Precision:0.000} | {d.Recall:0.000} | {d.F1:0.000} | {h.Precision:0.000} | {h.Recall:0.000} | "
                    + $"{h.F1:0.000} |\n"
            );
        }

        ThresholdPoint peerHeld = Peer(pairs.Where(p => p.Pair.IsHeld && p.IsShared));
        ThresholdPoint peerAll = Peer(pairs.Where(p => p.IsShared));
        report.Append(
            CultureInfo.InvariantCulture,
            $"\nDevelopment half {development.Scored.Count} pairs, held half {held.Scored.Count} of the {all.Scored.Count} that logic-v2\n"
                + $"answered too; all shared pairs {all.At(NameScore.DefaultThreshold).F1:0.000}. logic-v2 at its own threshold:\n"
                + $"{peerHeld.F1:0.000} on the held half, {peerAll.F1:0.000} on all. ![Sweep](screening.svg)\n\n"
        );
        report.Append("Errors on pairs labelled STRONG, both halves:\n\n");
        var strong = new ThresholdSweep(pairs.Select(p => p.Pair).Where(p => p.Quality == "STRONG"));
        foreach ((LabelledPair pair, double score) in strong.Scored.Where(s => s.Score >= NameScore.DefaultThreshold != s.Pair.IsMatch))
        {
            string half = pair.IsHeld ? "held" : "development";
            report.Append(
                CultureInfo.InvariantCulture,
                $"- {(pair.IsMatch ? "missed" : "wrong")} ({half}, {score:0.000}): {pair.Query} | {pair.Listed}\n"
            );
        }

        report.Append(CultureInfo.InvariantCulture, $"\n{strong.Scored.Count} pairs are labelled STRONG.\n\n");
        Machine.Write("screening.svg", ScreeningSweepChart.Of(development, held));
    }

    private static void Lists(StringBuilder report, string folder)
    {
        string bench = Path.Combine(folder, "watchman", "bench");
        string[] files = [.. new[] { "sdn.csv", "alt.csv", "add.csv" }.Select(f => Path.Combine(bench, f))];
        long before = GC.GetTotalMemory(forceFullCollection: true);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        StoredList sdn = new ScreeningStore(Path.GetTempPath()).ReadFiles(ListLayouts.Find("sdn"), "sdn", files, new ListChoice(), default);
        double read = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        start = Environment.CpuUsage.TotalTime;
        var index = new ScreeningIndex([sdn.List]);
        double indexed = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        double wall = watch.Elapsed.TotalSeconds;
        double memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        start = Environment.CpuUsage.TotalTime;
        _ = new ScreeningIndex([sdn.List]);
        double again = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        report.Append("## Lists\n\n| what | figure | bar |\n| --- | ---: | --- |\n");
        Row(report, $"OFAC SDN with alternates: {sdn.List.Records.Count} records, names", $"{index.NameCount}", "about 21,000");
        Row(report, "read from CSV and checked, CPU", $"{read:0.00} s", string.Empty);
        Row(report, "indexed, CPU: first time in a process / again", $"{indexed:0.00} s / {again:0.00} s", "1 s");
        string kept = Path.Combine(Path.GetTempPath(), $"screening-{Environment.ProcessId}");
        var store = new ScreeningStore(kept);
        store.Keep(sdn, new ListChoice());
        _ = new ScreeningIndex([store.Read("sdn").List], Environment.ProcessorCount);
        watch.Restart();
        _ = new ScreeningIndex([store.Read("sdn").List], Environment.ProcessorCount);
        double load = watch.Elapsed.TotalSeconds;
        Directory.Delete(kept, recursive: true);
        Row(report, "read from CSV, checked and indexed for the first time, one thread, wall", $"{wall:0.00} s", string.Empty);
        Row(report, $"loaded from the workspace and indexed, {Environment.ProcessorCount} threads, wall", $"{load:0.00} s", "1 s");
        Row(report, "memory of list and index", $"{memory:0} MB", "150 MB");
        string yente = Path.Combine(folder, "yente_candidate_generation");
        string[] made =
        [
            .. Names(Path.Combine(yente, "negatives_global.csv"))
                .Concat(Names(Path.Combine(yente, "negatives_us.csv")))
                .Where((_, i) => i % 10 == 0)
                .Take(MadeUp),
        ];
        Array.ForEach(made[..500], n => index.Find(n, AllHits));
        start = Environment.CpuUsage.TotalTime;
        int alerts = made.Count(n => index.Find(n, AllHits).Hits.Count > 0);
        double rate = made.Length / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        int people = made.Count(n => index.Find(n, AllHits with { Kind = RecordKind.Person }).Hits.Count > 0);
        Row(report, "names a second and core, made-up people over SDN", $"{rate:0}", "2,000");
        Row(report, "alerts on made-up people, SDN, records of any kind", Share(alerts, made.Length), string.Empty);
        Row(report, "alerts on made-up people, SDN, records of people", Share(people, made.Length), string.Empty);
        (ScreeningRecord Record, ListedName Name)[] listed =
        [
            .. sdn
                .List.Records.SelectMany(r => r.Names.Where(n => n.Role != NameRole.WeakAlias).Select(n => (r, n)))
                .Where((_, i) => i % 5 == 0),
        ];
        start = Environment.CpuUsage.TotalTime;
        int self = listed.Count(l => index.Find(l.Name.Text, AllHits).Hits.Any(h => h.Record == l.Record));
        rate = listed.Length / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        Row(report, "listed names that find their own record", Share(self, listed.Length), string.Empty);
        Row(report, "names a second and core, listed names", $"{rate:0}", "2,000");
        var random = new Random(20260131);
        (ScreeningRecord Record, string? Typo)[] typos =
        [
            .. listed.Select(l => (l.Record, Typo(l.Name.Text, random))).Where(t => t.Item2 is not null),
        ];
        int candidates = typos.Count(t => index.Candidates(t.Typo!, NameScore.DefaultThreshold).Any(c => c.Record == t.Record));
        int hits = typos.Count(t => index.Find(t.Typo!, AllHits).Hits.Any(h => h.Record == t.Record));
        Row(report, "one letter wrong: listed record among those compared", Share(candidates, typos.Length), "99.5%");
        Row(report, "one letter wrong: listed record at the threshold", Share(hits, typos.Length), string.Empty);
        string[] plain = [.. Names(Path.Combine(yente, "positives_un_untreated.csv"))];
        string[] noisy = [.. Names(Path.Combine(yente, "positives_un_treated.csv"))];
        var un = new ScreeningIndex([
            new ScreeningList(
                new ListSource("un", "plain", "yente", string.Empty, new string('0', 64)),
                [.. plain.Select((n, i) => new ScreeningRecord($"{i}", RecordKind.Person, [new ListedName(n, NameRole.Primary)]))]
            ),
        ]);
        int found = noisy.Where((n, i) => un.Find(n, AllHits).Hits.Any(h => h.Record.Id == $"{i}")).Count();
        Row(report, "noisy forms of 683 UN names found", Share(found, noisy.Length), "99%");
        Row(report, "alerts on made-up people, UN names", Share(made.Count(n => un.Find(n, AllHits).Hits.Count > 0), made.Length), "0.5%");
        report.Append("\nOthers, as published: yente 4-15 requests a second; watchman 7.8 full scans a second.\n");
    }

    private static void Row(StringBuilder report, string what, string figure, string bar) =>
        report.Append(CultureInfo.InvariantCulture, $"| {what} | {figure} | {bar} |\n");

    private static string Share(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.00}% of {whole}");

    private static ThresholdPoint Peer(IEnumerable<(LabelledPair Pair, bool IsShared, bool Peer)> pairs)
    {
        var all = pairs.ToList();
        return new ThresholdPoint(
            0.7,
            all.Count(p => p.Pair.IsMatch && p.Peer),
            all.Count(p => !p.Pair.IsMatch && p.Peer),
            all.Count(p => p.Pair.IsMatch && !p.Peer)
        );
    }

    private static List<(LabelledPair Pair, bool IsShared, bool Peer)> Pairs(string folder)
    {
        string Key(CsvDataReader row) =>
            string.Join('\n', new[] { "case_group", "schema", "name1", "name2" }.Select(c => row.GetString(row.GetOrdinal(c))));
        Dictionary<string, bool> peer = new(StringComparer.Ordinal);
        using (var rows = CsvDataReader.Create(Path.Combine(folder, "logicv2-frozen.csv")))
        {
            while (rows.Read())
            {
                peer[Key(rows)] = rows.GetString(rows.GetOrdinal("predicted_match")) == "true";
            }
        }

        List<(LabelledPair, bool, bool)> pairs = [];
        using var cases = CsvDataReader.Create(Path.Combine(folder, "cases.csv"));
        while (cases.Read())
        {
            string Cell(string column) => cases.GetString(cases.GetOrdinal(column));
            bool isShared = peer.TryGetValue(Key(cases), out bool answer);
            pairs.Add((new LabelledPair(Cell("name1"), Cell("name2"), Cell("is_match") == "true", Cell("quality")), isShared, answer));
        }

        return pairs;
    }

    private static IEnumerable<string> Names(string path)
    {
        using var rows = CsvDataReader.Create(path);
        while (rows.Read())
        {
            yield return rows.GetString(0);
        }
    }

    private static string? Typo(string name, Random random)
    {
        int[] letters = [.. Enumerable.Range(0, name.Length).Where(i => char.IsAsciiLetter(name[i]))];
        if (letters.Length < 4)
        {
            return null;
        }

        int at = letters[random.Next(letters.Length)];
        char letter = (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, letter.ToString()),
            2 => name[..at] + letter + name[(at + 1)..],
            _ => at + 1 < name.Length ? name[..at] + name[at + 1] + name[at] + name[(at + 2)..] : name.Remove(at, 1),
        };
    }
}
