using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Rootscope.Bench;

/// <summary>
/// The observatory as visitors meet it: bytes of its pages, time to the first byte, and 200 page reads a second while a scenario runs.
/// </summary>
/// <remarks>
/// The load is open: a request goes out when its time has come, whether earlier ones were answered or not, and its time is counted from the
/// moment it was due. Server and visitors are two processes that share the processors of the machine.
/// </remarks>
internal static partial class ObservatoryLoad
{
    private const int RequestsPerSecond = 200;
    private const int FirstByteReads = 200;
    private const string Ready = "The observatory is at ";

    private static readonly string[] Pages =
    [
        "/",
        "/technology/logic_chips",
        "/technology/machine_tools",
        "/industry/068",
        "/technologies",
        "/industries",
        "/?lang=zh",
        "/technology/pv?lang=zh",
        "/?by=industry",
        "/weak-spots",
        "/weak-spots?lang=zh",
        "/regions",
        "/region/CHN?table=world-2011",
        "/compare",
        "/data",
        "/about",
        "/lab",
    ];

    public static int Run(string[] arguments)
    {
        int seconds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 60;
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));
        string program = Path.Combine(root, "src", "Rootscope.Cli", "bin", "Release", "net10.0", "rootscope.dll");
        if (!File.Exists(program))
        {
            Console.Error.WriteLine("build first: dotnet build Rootscope.slnx -c Release");
            return 1;
        }

        string folder = Directory.CreateTempSubdirectory("rootscope-load").FullName;
        using Process server = Start(program, folder);
        try
        {
            var address = new Uri(AddressOf(server));
            string report = MeasureAsync(address, server, Path.Combine(root, "samples", "chip-equipment-embargo.yaml"), seconds)
                .GetAwaiter()
                .GetResult();
            return Machine.Write("observatory-load.md", report);
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> MeasureAsync(Uri address, Process server, string scenario, int seconds)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(30),
        };
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var text = new StringBuilder("# The observatory under load\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Machine.Line()}\n\n`dotnet run -c Release --project bench/Rootscope.Bench -- observatory {seconds}`: the server is "
                + $"`rootscope serve` with its defaults, "
        );
        text.Append("visitors and server are two processes on the same processors, over loopback. Nothing is cached in front. ");
        text.Append(
            CultureInfo.InvariantCulture,
            $"Other work of the machine at the start, builds of this project: load average {Load()}; the measurement runs at nice "
                + $"{Nice()}.\n\n## Bytes transferred\n\nCompressed by Brotli, a first visit without a cache.\n\n"
        );
        await SizesAsync(client, text);
        foreach (string page in Pages)
        {
            for (int i = 0; i < 5; i++)
            {
                using HttpResponseMessage answer = await client.GetAsync(new Uri(page, UriKind.Relative));
                answer.EnsureSuccessStatusCode();
            }
        }

        await FirstBytesAsync(client, text);
        await LoadAsync(client, server, await File.ReadAllTextAsync(scenario), seconds, text);
        text.Append(
            CultureInfo.InvariantCulture,
            $"\nOther work of the machine at the end: load average {Load()} (the measurement itself is in it).\n"
        );
        return text.ToString();
    }

    private static async Task SizesAsync(HttpClient client, StringBuilder text)
    {
        text.Append("| page | bar | page, styles and scripts | with the chart library |\n| --- | ---: | ---: | ---: |\n");
        foreach (string page in (string[])["/", "/technology/logic_chips"])
        {
            string html = await Inflated(client, page);
            long bytes = await BytesOf(client, page),
                library = 0;
            foreach (string asset in AssetAddress().Matches(html).Select(m => m.Value).Distinct(StringComparer.Ordinal))
            {
                long size = await BytesOf(client, asset);
                (bytes, library) = asset.Contains("echarts", StringComparison.Ordinal) ? (bytes, library + size) : (bytes + size, library);
            }

            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{page}` | 250 kB, 450 kB | {bytes / 1000.0:0} kB | {(bytes + library) / 1000.0:0} kB |\n"
            );
        }
    }

    private static async Task FirstBytesAsync(HttpClient client, StringBuilder text)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n## First byte, warm\n\n{FirstByteReads} reads one after the other; time to the headers of the answer.\n\n| page | bar "
                + $"| median | 99% | slowest |\n| --- | ---: | ---: | ---: | ---: |\n"
        );
        foreach (string page in (string[])["/", "/technology/logic_chips"])
        {
            var times = new double[FirstByteReads];
            for (int i = 0; i < times.Length; i++)
            {
                long began = Stopwatch.GetTimestamp();
                using HttpResponseMessage answer = await client.GetAsync(
                    new Uri(page, UriKind.Relative),
                    HttpCompletionOption.ResponseHeadersRead
                );
                times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                _ = await answer.Content.ReadAsByteArrayAsync();
            }

            Array.Sort(times);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{page}` | 100 ms | {At(times, 0.5):0.0} ms | {At(times, 0.99):0.0} ms | {times[^1]:0.0} ms |\n"
            );
        }
    }

    private static async Task LoadAsync(HttpClient client, Process server, string scenario, int seconds, StringBuilder text)
    {
        using var stop = new CancellationTokenSource();
        Task<int> scenarios = KeepRunning(client, scenario, stop.Token);
        TimeSpan before = server.TotalProcessorTime;
        int count = seconds * RequestsPerSecond;
        var times = new double[count];
        int errors = 0;
        var asked = new Task[count];
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            TimeSpan due = TimeSpan.FromSeconds((double)i / RequestsPerSecond);
            TimeSpan early = due - Stopwatch.GetElapsedTime(began);
            if (early > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(early);
            }

            int number = i;
            asked[i] = Task.Run(async () =>
            {
                bool holds = await Read(client, Pages[number % Pages.Length]);
                times[number] = (Stopwatch.GetElapsedTime(began) - due).TotalMilliseconds;
                if (!holds)
                {
                    Interlocked.Increment(ref errors);
                }
            });
        }

        await Task.WhenAll(asked);
        double took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await stop.CancelAsync();
        int done = await scenarios;
        server.Refresh();
        double busy = (server.TotalProcessorTime - before).TotalSeconds;
        Array.Sort(times);
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n## {RequestsPerSecond} page reads a second for {seconds} s, while a scenario runs\n\n{Pages.Length} pages in turn, in "
                + $"English and Chinese; another scenario of the sample 'chip-equipment-embargo' is sent as soon as one is done ({done} "
                + $"were done). "
        );
        text.Append("Times count from the moment a request was due.\n\n| | bar | reached |\n| --- | ---: | ---: |\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"| page reads a second | 200 | {count / took:0.0} |\n| errors, of {count:#,##0} | 0 | {errors} |\n| 99% within | 300 ms | "
                + $"{At(times, 0.99):0} ms |\n| 95% within | | {At(times, 0.95):0} ms |\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"| median | | {At(times, 0.5):0.0} ms |\n| slowest | | {times[^1]:0} ms |\n| processor time of the server, scenarios "
                + $"included | | {busy:0.0} s of {2 * took:0} s |\n"
        );
    }

    /// <summary>Sends a scenario, waits until it is done, and sends another that differs in one figure.</summary>
    private static async Task<int> KeepRunning(HttpClient client, string scenario, CancellationToken cancellation)
    {
        int done = 0;
        try
        {
            for (int i = 0; ; i++)
            {
                string own = scenario.Replace(
                    "share: 0.9",
                    string.Create(CultureInfo.InvariantCulture, $"share: {0.9 - (i * 1e-4):0.0000}"),
                    StringComparison.Ordinal
                );
                using var content = new StringContent(own, Encoding.UTF8, new MediaTypeHeaderValue("application/yaml"));
                using HttpResponseMessage answer = await client.PostAsync(new Uri("/api/v1/runs", UriKind.Relative), content, cancellation);
                answer.EnsureSuccessStatusCode();
                using Stream events = await client.GetStreamAsync(
                    new Uri(answer.Headers.Location + "/events", UriKind.Relative),
                    cancellation
                );
                using var reader = new StreamReader(events);
                while (await reader.ReadLineAsync(cancellation) is { } line && line != "event: over")
                {
                    // Each step is a line; what counts is the last.
                }

                done++;
            }
        }
        catch (OperationCanceledException)
        {
            return done;
        }
    }

    private static async Task<bool> Read(HttpClient client, string page)
    {
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(page, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private static Process Start(string program, string folder)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                program,
                "serve",
                "--urls",
                "http://127.0.0.1:0",
                "--workspace",
                Path.Combine(folder, "workspace"),
                "--data",
                Path.Combine(folder, "site"),
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }

    private static string AddressOf(Process server)
    {
        while (server.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                _ = server.StandardError.ReadToEndAsync();
                return line[Ready.Length..];
            }
        }

        throw new InvalidOperationException("The server ended before it said where it is.");
    }

    private static async Task<long> BytesOf(HttpClient client, string address) =>
        (await client.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length;

    private static async Task<string> Inflated(HttpClient client, string page)
    {
        using Stream stream = await client.GetStreamAsync(new Uri(page, UriKind.Relative));
        await using var brotli = new System.IO.Compression.BrotliStream(stream, System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(brotli);
        return await reader.ReadToEndAsync();
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    /// <summary>Below 0 the measurement goes before other work of the machine; 0 is as any other program.</summary>
    private static string Nice() =>
        File.Exists("/proc/self/stat") ? File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ')[16] : "unknown";

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("/assets/[0-9a-f]+/[a-z.]+", RegexOptions.None, 1000)]
    private static partial Regex AssetAddress();
}
