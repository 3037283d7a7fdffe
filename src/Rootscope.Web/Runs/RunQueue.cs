using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Scenarios;
using Rootscope.Storage;
using Rootscope.Storage.Scenarios;
using Rootscope.Tables;
using Rootscope.Web.Hosting;
using Rootscope.Web.Requests;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Runs;

/// <summary>What became of a scenario that somebody sent.</summary>
/// <param name="Run">The run; null when it was not taken.</param>
/// <param name="Faults">The faults of its text, each with line and column.</param>
/// <param name="IsFull">Whether it was not taken because too many wait.</param>
internal sealed record Submission(ScenarioRunState? Run, IReadOnlyList<ScenarioFault> Faults, bool IsFull);

/// <summary>Who sends a scenario.</summary>
/// <param name="Client">The client whose share of the queue it takes.</param>
/// <param name="Secret">The secret by which it can be stopped again; null for none.</param>
internal readonly record struct Sender(string Client, string? Secret = null);

/// <summary>
/// Runs scenarios one after the other, of several clients by turns. Those that wait are few, each has a limit of time, and each can be
/// stopped by who sent it.
/// </summary>
/// <remarks>
/// Results are kept in memory, the latest ones; questions in the site's data folder (<see cref="KeptRuns"/>). Reading an address computes
/// nothing: a run whose result is no longer kept is computed anew when somebody asks for it.
/// </remarks>
internal sealed class RunQueue(ObservatoryOptions options, SiteMeter meter, ILogger<RunQueue> log) : BackgroundService
{
    private static readonly Action<ILogger, Exception?> LogFailure = LoggerMessage.Define(
        LogLevel.Error,
        new EventId(0, nameof(LogFailure)),
        "A run failed"
    );

    /// <summary>The longest text. Unit: characters.</summary>
    public const int LongestText = 40_000;

    /// <summary>Most draws of a run.</summary>
    public const int MostDraws = 20;

    /// <summary>When to come back where no run can be taken.</summary>
    public static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(30);

    /// <summary>What is said where no run can be taken.</summary>
    public const string NoRoom = "Too many runs wait already, of this client or of all together. Try again in half a minute.";

    private const int ResultsKept = 64;

    /// <summary>Of the places of a public site a client has so many at once; at one's own machine there is one client.</summary>
    private readonly FairQueue<ScenarioRunState> _waiting = new(
        options.RunsWaiting,
        options.IsForThisMachineAlone ? options.RunsWaiting : Math.Max(1, options.RunsWaiting / 4)
    );
    private readonly Dictionary<string, ScenarioRunState> _runs = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Lock _gate = new();
    private readonly Analyst _analyst = new(new TableLibrary(options.WorkspaceFolder));

    /// <summary>The questions of all runs.</summary>
    public KeptRuns Kept { get; } = new(Path.Combine(options.DataFolder, "runs"));

    /// <summary>Held while a run is computed: whoever holds it keeps the next from beginning.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>Takes a scenario. The same scenario on the same table is one run, however often it is sent.</summary>
    public async Task<Submission> SubmitAsync(ScenarioQuestion question, Sender sender, CancellationToken cancellation)
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

        if ((question.Draws ?? scenario.Draws) > MostDraws)
        {
            string many =
                $"The scenario asks for {question.Draws ?? scenario.Draws} draws; {MostDraws} are the most that the site makes. "
                + "The command line makes more.";
            return new Submission(null, [new ScenarioFault("scenario", 0, 0, many)], IsFull: false);
        }

        string id = question.RunHash(scenario, table)[..KeptRuns.IdLength];
        lock (_gate)
        {
            if (TryJoin(id, sender) is { } known)
            {
                return new Submission(known, [], IsFull: false);
            }
        }

        // Name and notes are the sender's; what is kept and shown is what happens.
        ScenarioQuestion neutral = question with
        {
            Scenario = ScenarioRemarks.Replace(question.Scenario, RunNames.Of(scenario, table)),
        };
        ScenarioReading read = await Task.Run(() => _analyst.Check(neutral), cancellation);
        lock (_gate)
        {
            if (TryJoin(id, sender) is { } known)
            {
                return new Submission(known, [], IsFull: false);
            }

            var run = new ScenarioRunState(id, neutral, read);
            run.Join(sender.Secret);
            if (!_waiting.TryAdd(sender.Client, run))
            {
                return new Submission(null, [], IsFull: true);
            }

            Kept.Keep(id, neutral);
            Remember(id, run);
            return new Submission(run, [], IsFull: false);
        }
    }

    /// <summary>The run of that address while it is waited for or its result is kept; otherwise null, and nothing is begun.</summary>
    public ScenarioRunState? Find(string id)
    {
        lock (_gate)
        {
            return _runs.GetValueOrDefault(id);
        }
    }

    /// <summary>Computes a run anew whose question is kept; null where there never was one.</summary>
    public async Task<Submission?> AgainAsync(string id, Sender sender, CancellationToken cancellation)
    {
        if (Find(id) is { View.Stage: not (RunStage.Cancelled or RunStage.Failed) } there)
        {
            there.Join(sender.Secret);
            return new Submission(there, [], IsFull: false);
        }

        if (await Kept.FindAsync(id, cancellation) is not { } question)
        {
            return null;
        }

        Submission submission = await SubmitAsync(question, sender, cancellation);
        if (submission.Run is { } run && run.View.Id != id)
        {
            // An earlier version called it otherwise: both addresses lead to it.
            lock (_gate)
            {
                Remember(id, run);
            }
        }

        return submission;
    }

    /// <summary>Why there is no result at an address where nothing is computed: to be asked for, too busy, or never there.</summary>
    public RootscopeException FaultOf(string id, string client) =>
        !Kept.Knows(id) ? new UnknownNameException("run", id, [], "Send the scenario to POST /api/v1/runs; its answer names the run.")
        : HasRoom(client) ? new NotReadyException(RunView.OfKept(id).Message)
        : new BusyException(NoRoom, ComeBack);

    /// <summary>Whether there is room for a run of a client.</summary>
    public bool HasRoom(string client) => _waiting.HasRoom(client);

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _waiting.Dispose();
    }

    private ScenarioRunState? TryJoin(string id, Sender sender)
    {
        if (_runs.TryGetValue(id, out ScenarioRunState? known) && known.View.Stage is not (RunStage.Cancelled or RunStage.Failed))
        {
            known.Join(sender.Secret);
            return known;
        }

        return null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            ScenarioRunState run = await _waiting.NextAsync(stoppingToken);
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
            run.Set(RunStage.Done, answer: _analyst.Scenario(study, steps, draws: null, limited.Token));
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

    private void Remember(string id, ScenarioRunState run)
    {
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

    private sealed class Steps(Action<string> say) : IProgress<string>
    {
        public void Report(string value) => say(value);
    }
}
