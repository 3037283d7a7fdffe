using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Scenarios;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Storage.Scenarios;
using Rootscope.Web.Hosting;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Runs;

/// <summary>What became of a scenario that somebody sent.</summary>
/// <param name="Run">The run; null when it was not taken.</param>
/// <param name="Faults">The faults of its text, each with line and column.</param>
/// <param name="IsFull">Whether it was not taken because too many wait.</param>
internal sealed record Submission(ScenarioRunState? Run, IReadOnlyList<ScenarioFault> Faults, bool IsFull);

/// <summary>Runs scenarios one after the other. Those that wait are few, each has a limit of time, and each can be stopped.</summary>
/// <remarks>
/// A question is kept in the site's data folder under the hash of its content, so that its address holds after a restart: whoever follows
/// it has it computed anew. Results are kept in memory, the latest ones.
/// </remarks>
internal sealed partial class RunQueue(ObservatoryOptions options, SiteMeter meter, ILogger<RunQueue> log) : BackgroundService
{
    /// <summary>The longest text. Unit: characters.</summary>
    public const int LongestText = 40_000;

    private const int ResultsKept = 64;
    private const int IdLength = 32;
    private const string Suffix = ".json";

    /// <summary>What runs without choices were kept as.</summary>
    private const string TextSuffix = ".yaml";

    private readonly Channel<ScenarioRunState> _waiting = Channel.CreateBounded<ScenarioRunState>(options.RunsWaiting);
    private readonly Dictionary<string, ScenarioRunState> _runs = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Lock _gate = new();
    private readonly Analyst _analyst = new(new TableLibrary(options.WorkspaceFolder));

    /// <summary>Held while a run is computed: whoever holds it keeps the next from beginning.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    private string Folder => Path.Combine(options.DataFolder, "runs");

    /// <summary>Takes a scenario. The same scenario on the same table is one run, however often it is sent.</summary>
    public async Task<Submission> SubmitAsync(ScenarioQuestion question, CancellationToken cancellation)
    {
        int length = question.Scenario.Length;
        if (length > LongestText)
        {
            return new Submission(
                null,
                [new ScenarioFault("scenario", 0, 0, $"The scenario has {length} characters; {LongestText} are the most.")],
                IsFull: false
            );
        }

        ScenarioReading reading = await Task.Run(() => _analyst.Check(question), cancellation);
        if (reading.Scenario is not { } scenario || reading.Table is not { } table || reading.Faults.Count > 0)
        {
            return new Submission(null, reading.Faults, IsFull: false);
        }

        string id = question.RunHash(scenario, table)[..IdLength];
        lock (_gate)
        {
            if (_runs.TryGetValue(id, out ScenarioRunState? known) && known.View.Stage is not (RunStage.Cancelled or RunStage.Failed))
            {
                return new Submission(known, [], IsFull: false);
            }

            var run = new ScenarioRunState(id, question, reading);
            if (!_waiting.Writer.TryWrite(run))
            {
                return new Submission(null, [], IsFull: true);
            }

            Keep(id, run);
            return new Submission(run, [], IsFull: false);
        }
    }

    /// <summary>
    /// The run of that address, taken up again from its text where the result is no longer kept; null where there never was one.
    /// </summary>
    public async Task<ScenarioRunState?> FindAsync(string id, CancellationToken cancellation)
    {
        if (id.Length != IdLength || !id.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        lock (_gate)
        {
            if (_runs.TryGetValue(id, out ScenarioRunState? run))
            {
                return run;
            }
        }

        return await KeptAsync(id, cancellation) is { } question ? (await SubmitAsync(question, cancellation)).Run : null;
    }

    /// <summary>Whether there is or was such a run, without taking it up.</summary>
    public bool Knows(string id) =>
        id.Length == IdLength
        && id.All(char.IsAsciiHexDigitLower)
        && (File.Exists(PathOf(id, Suffix)) || File.Exists(PathOf(id, TextSuffix)));

    /// <summary>The question that was kept under a hash; null where there is none.</summary>
    private async Task<ScenarioQuestion?> KeptAsync(string id, CancellationToken cancellation)
    {
        if (File.Exists(PathOf(id, Suffix)))
        {
            return (ScenarioQuestion)Question.FromJson(await File.ReadAllTextAsync(PathOf(id, Suffix), cancellation));
        }

        string path = PathOf(id, TextSuffix);
        return File.Exists(path) ? new ScenarioQuestion(await File.ReadAllTextAsync(path, cancellation)) : null;
    }

    private string PathOf(string id, string suffix) => Path.Combine(Folder, id + suffix);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (ScenarioRunState run in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await Turn.WaitAsync(stoppingToken);
            long began = options.Clock.GetTimestamp();
            try
            {
                await Task.Run(() => Compute(run, stoppingToken), stoppingToken);
            }
            finally
            {
                Turn.Release();
            }

            meter.RunEnded(run.View.Stage.ToString().ToLowerInvariant(), options.Clock.GetElapsedTime(began));
        }
    }

    private void Compute(ScenarioRunState run, CancellationToken stopping)
    {
        using var timed = new CancellationTokenSource(options.LongestRun);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(run.Cancellation.Token, stopping, timed.Token);
        try
        {
            limited.Token.ThrowIfCancellationRequested();
            run.Set(RunStage.Running);
            var steps = new Steps(step => run.Set(RunStage.Running, step));
            ScenarioStudy study = Analyst.Study(run.Question, run.Reading);
            run.Set(RunStage.Done, answer: Analyst.Scenario(study, steps, limited.Token));
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested || stopping.IsCancellationRequested)
        {
            run.Set(RunStage.Cancelled);
        }
        catch (OperationCanceledException)
        {
            run.Set(
                RunStage.Failed,
                message: $"It took longer than {options.LongestRun.TotalMinutes:0.#} minutes, the most that this site gives a run. The "
                    + $"command line has no limit."
            );
        }
        catch (RootscopeException fault)
        {
            run.Set(RunStage.Failed, message: fault.Message);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogFailure(log, fault);
            run.Set(RunStage.Failed, message: "The run failed; the server's log says why.");
        }
    }

    private void Keep(string id, ScenarioRunState run)
    {
        PrivateFiles.CreateFolder(Folder);
        PrivateFiles.Write(PathOf(id, Suffix), file => file.Write(Encoding.UTF8.GetBytes(run.Question.ToJson())));
        _runs[id] = run;
        _order.Enqueue(id);
        while (_order.Count > ResultsKept && _order.TryPeek(out string? oldest))
        {
            if (_runs.TryGetValue(oldest, out ScenarioRunState? old) && !old.View.IsOver)
            {
                break;
            }

            _order.Dequeue();
            if (!_order.Contains(oldest))
            {
                _runs.Remove(oldest);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A run failed")]
    private static partial void LogFailure(ILogger logger, Exception fault);

    private sealed class Steps(Action<string> say) : IProgress<string>
    {
        public void Report(string value) => say(value);
    }
}
