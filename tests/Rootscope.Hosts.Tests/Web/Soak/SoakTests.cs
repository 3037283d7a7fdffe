using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Rootscope.Hosts.Tests.Web.Soak;

/// <summary>
/// The site holds for long, and holds what it has promised through a power cut in the middle. In the normal run of the tests it is some
/// seconds; <c>ROOTSCOPE_SOAK=10000</c> makes so many requests, <c>ROOTSCOPE_SOAK=1h</c> goes on for an hour, and both write the report.
/// </summary>
public class SoakTests
{
    private const string Switch = "ROOTSCOPE_SOAK";
    private const int Workers = 8;
    private const int Seed = 20260301;
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>How soon a site answers again after a power cut, with visitors waiting.</summary>
    private static readonly TimeSpan Restart = TimeSpan.FromSeconds(5);

    /// <summary>The same where other tests keep the processors busy.</summary>
    private static readonly TimeSpan RestartAmongTests = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_site_holds_what_it_has_promised_through_load_and_a_power_cut()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads memory, handles and threads of the server from /proc");
        string? asked = Environment.GetEnvironmentVariable(Switch);
        int requests = int.TryParse(asked, CultureInfo.InvariantCulture, out int count) ? count : int.MaxValue;
        TimeSpan length =
            asked is null ? Short
            : requests < int.MaxValue ? Longest
            : TimeSpan.FromHours(double.Parse(asked.TrimEnd('h'), CultureInfo.InvariantCulture));
        using var server = new SoakServer();
        await server.AnswersAsync();
        using var load = new SoakLoad(server, Seed);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task[] working = [.. Enumerable.Range(0, Workers).Select(w => Task.Run(() => load.WorkAsync(w, stop.Token)))];
        var samples = new List<SoakSample>();
        long began = Stopwatch.GetTimestamp();
        TimeSpan? restarted = null;
        while (Part() < 1)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
            if (restarted is null && Part() >= 0.5)
            {
                samples.Add(server.TakesAt(Stopwatch.GetElapsedTime(began)));
                restarted = await server.KillAndStartAsync();
            }
            else if (samples.Count == 0 || Stopwatch.GetElapsedTime(began) - samples[^1].At > length / 400)
            {
                samples.Add(server.TakesAt(Stopwatch.GetElapsedTime(began)));
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(working);
        samples.Add(server.TakesAt(Stopwatch.GetElapsedTime(began)));
        TimeSpan took = Stopwatch.GetElapsedTime(began);
        Assert.Empty(load.Failures);
        Assert.NotNull(restarted);
        await AssertKeptAsync(server, load);
        if (asked is not null)
        {
            WriteReport(load, samples, took, restarted.Value);
            AssertLevel(samples, s => s.Connections, 1.5, 64);
            AssertLevel(samples, s => s.Database, 1.5, 12);
            AssertLevel(samples, s => s.Others, 1.1, 8);
            AssertLevel(samples, s => s.Threads, 1.5, 16);
            AssertLevel(samples, s => s.Memory, 1.5, 128L * 1024 * 1024);
        }

        Assert.True(restarted < (asked is null ? RestartAmongTests : Restart), $"the first page came {restarted} after the start");

        double Part() => Math.Max(Stopwatch.GetElapsedTime(began) / length, (double)load.Count / requests);
    }

    /// <summary>Everything that the site said it had is there: comments, decisions, runs, tables.</summary>
    private static async Task AssertKeptAsync(SoakServer server, SoakLoad load)
    {
        Assert.NotEmpty(load.Runs);
        using var visitor = new Visitor(server.Address);
        foreach (string link in load.Comments)
        {
            Assert.Contains("of a soak", (await visitor.Get(link)).Text, StringComparison.Ordinal);
        }

        foreach (string run in load.Runs.Distinct(StringComparer.Ordinal))
        {
            Answer answer = await visitor.Get($"/api/v1/runs/{run}");
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{run}: {answer.Status}");
        }

        foreach (string table in load.Tables)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.Get($"/api/v1/tables/{table}/sectors")).Status);
        }

        await DiscussionSteps.SignIn(visitor, DiscussionSteps.Password);
        string queue = (await visitor.Get("/admin")).Text;
        int approved = Regex
            .Matches(queue, "show=approved\"[^>]*>[^<(]*\\((?<n>[0-9]+)\\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Select(m => int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture))
            .FirstOrDefault();
        Assert.True(approved >= load.Decisions, $"{load.Decisions} comments were approved, {approved} are");
    }

    /// <summary>The last fifth is no higher than the first fifth after the restart, but for a slack.</summary>
    private static void AssertLevel(List<SoakSample> samples, Func<SoakSample, double> of, double factor, double slack)
    {
        SoakSample[] after = [.. samples.Skip(samples.Count / 2)];
        double first = after.Take(after.Length / 5 + 1).Max(of);
        double last = after.TakeLast(after.Length / 5 + 1).Max(of);
        Assert.True(last <= (factor * first) + slack, $"from {first} to {last}");
    }

    private static void WriteReport(SoakLoad load, List<SoakSample> samples, TimeSpan took, TimeSpan restarted)
    {
        string loadAverage = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        var text = new StringBuilder(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                # The observatory under a mixed load, with a power cut in the middle

                {Workers} visitors at once read, send scenarios, write comments, import tables and moderate, as fast as they are answered;
                half-way the server is killed (SIGKILL) and started again while they go on. Server and visitors share the processors, over
                loopback. Every comment, decision, run and table that was acknowledged was there afterwards.

                Run again with `ROOTSCOPE_SOAK=10000 dotnet run eng/test.cs -- SoakTests` (so many requests) or `ROOTSCOPE_SOAK=1h` (an hour).

                Machine: {Processor()}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, .NET {Environment.Version}.
                Other work of the machine at the end: load average {loadAverage}, this one's included.

                {load.Count:N0} answers in {took.TotalSeconds:0} s; {load.Unanswered} requests found nobody while the server was down;
                {load.Failures.Count} failed. The first page came {restarted.TotalSeconds:0.0} s after the start of the killed server, bar 5 s.
                Acknowledged: {load.Comments.Count} comments, {load.Decisions} decisions, {load.Runs.Distinct().Count()} runs,
                {load.Tables.Count} tables.

                | what | answers | median | 95% | 99% | slowest |
                | --- | ---: | ---: | ---: | ---: | ---: |

                """
            )
        );
        foreach (
            IGrouping<string, double> kind in load
                .Times.GroupBy(t => t.What, t => t.Milliseconds)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            double[] times = [.. kind.Order()];
            double At(double share) => times[(int)Math.Min(times.Length - 1, share * times.Length)];
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {kind.Key} | {times.Length:N0} | {At(0.5):0.0} ms | {At(0.95):0} ms | {At(0.99):0} ms | {times[^1]:0} ms |\n"
            );
        }

        text.Append(
            "\nHandles are connections that visitors hold, files of the database (two for each pooled connection, of which there are as\n"
                + "many as once were used at a time), files of the program, each opened when it is first needed, and all others.\n\n"
                + "| at | resident memory | connections | database | program | other handles | threads |\n"
                + "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        );
        int step = Math.Max(1, samples.Count / 20);
        foreach (SoakSample sample in samples.Where((_, i) => i % step == 0 || i == samples.Count - 1))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {sample.At.TotalSeconds:0} s | {sample.Memory / 1048576.0:0} MB | {sample.Connections} | {sample.Database} "
                    + $"| {sample.Program} | {sample.Others} | {sample.Threads} |\n"
            );
        }

        File.WriteAllText(Path.Combine(SourceFolder.Repository(), "bench", "results", "soak.md"), text.ToString().ReplaceLineEndings("\n"));
    }

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").First(l => l.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim();
}
