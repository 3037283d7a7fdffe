using System.Diagnostics;
using System.Globalization;
using Rootscope.Web.Moderation;

namespace Rootscope.Hosts.Tests.Web.Soak;

/// <summary>What a server takes of its machine at one moment.</summary>
/// <param name="At">Since the beginning.</param>
/// <param name="Memory">Resident memory. Unit: bytes.</param>
/// <param name="Connections">Open connections: as many as visitors hold.</param>
/// <param name="Database">Open files of the database: a few for each of its pooled connections.</param>
/// <param name="Program">Open files of the program: each is loaded when it is first needed.</param>
/// <param name="Others">All other handles.</param>
/// <param name="Threads">Threads.</param>
internal sealed record SoakSample(TimeSpan At, long Memory, int Connections, int Database, int Program, int Others, int Threads)
{
    /// <summary>All handles.</summary>
    public int Handles => Connections + Database + Program + Others;
}

/// <summary>The observatory as a process of its own on a port that stays, so that it can be killed and started again.</summary>
internal sealed class SoakServer : IDisposable
{
    /// <summary>What whoever waits for the site reads first.</summary>
    private const string FirstPage = "/about";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly TemporaryFolder _folder = new();
    private StartedProcess _process;

    public SoakServer()
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{MailSink.FreePort()}"));
        Directory.CreateDirectory(_folder.PathOf("site"));
        new Moderators(_folder.PathOf("site"), TimeProvider.System).Create("mod", DiscussionSteps.Password);
        _process = Start();
    }

    public Uri Address { get; }

    /// <summary>Kills it as a power cut does, starts it again, and waits for its first page.</summary>
    /// <returns>How long it was from the start to the answer.</returns>
    public async Task<TimeSpan> KillAndStartAsync()
    {
        _process.Kill();
        await _process.EndAsync();
        _process.Dispose();
        long began = Stopwatch.GetTimestamp();
        _process = Start();
        await AnswersAsync();
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Waits until it answers.</summary>
    public async Task AnswersAsync()
    {
        using var visitor = new Visitor(Address);
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                if ((await visitor.Get(FirstPage)).Status == System.Net.HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(Pause, limit.Token);
        }
    }

    /// <summary>What it takes now, as Linux tells it.</summary>
    public SoakSample TakesAt(TimeSpan at)
    {
        string[] status = File.ReadAllLines($"/proc/{_process.Id}/status");
        string[] handles = [.. Directory.GetFileSystemEntries($"/proc/{_process.Id}/fd").Select(TargetOf)];
        int connections = handles.Count(h => h.StartsWith("socket:", StringComparison.Ordinal));
        int database = handles.Count(h => h.Contains("discussion.db", StringComparison.Ordinal));
        int program = handles.Count(h => h.EndsWith(".dll", StringComparison.Ordinal) || h.EndsWith(".so", StringComparison.Ordinal));
        return new SoakSample(
            at,
            Number("VmRSS:") * 1024,
            connections,
            database,
            program,
            handles.Length - connections - database - program,
            (int)Number("Threads:")
        );

        // One that was closed since it was listed leads nowhere.
        static string TargetOf(string handle) => new FileInfo(handle).LinkTarget ?? string.Empty;

        long Number(string name) =>
            long.Parse(
                status
                    .First(l => l.StartsWith(name, StringComparison.Ordinal))[name.Length..]
                    .Replace("kB", string.Empty, StringComparison.Ordinal),
                NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture
            );
    }

    public void Dispose()
    {
        _process.Dispose();
        _folder.Dispose();
    }

    private StartedProcess Start()
    {
        StartedProcess process = new CommandProcess(_folder.Root, _folder.PathOf("workspace")).Start([
            "serve",
            "--urls",
            Address.ToString().TrimEnd('/'),
            "--data",
            _folder.PathOf("site"),
            "--requests-per-second",
            "5000",
        ]);

        // What it says is read, so that it never waits for a reader.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
