using System.Text.Json.Serialization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Scenarios;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Scenarios;
using Rootscope.Web.Language;
using Rootscope.Web.Requests;

namespace Rootscope.Web.Runs;

/// <summary>How far a run is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStage>))]
internal enum RunStage
{
    /// <summary>It waits for those before it.</summary>
    Queued,

    /// <summary>It is being computed.</summary>
    Running,

    /// <summary>Its result is there.</summary>
    Done,

    /// <summary>It ended without a result; <see cref="RunView.Message"/> says why.</summary>
    Failed,

    /// <summary>Whoever sent it stopped it.</summary>
    Cancelled,

    /// <summary>Its question is kept, its result no longer: it is computed anew when somebody asks for it.</summary>
    Kept,
}

/// <summary>A run as it is at one moment.</summary>
/// <param name="Id">Hash of the question, its scenario by what it says, and its table: the same question has the same address.</param>
/// <param name="Name">What happens in it. What its sender called it is not kept.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Step">The lens at work; empty when none is.</param>
/// <param name="Message">Why it failed; empty otherwise.</param>
internal sealed record RunView(string Id, string Name, RunStage Stage, string Step, string Message)
{
    /// <summary>Whether nothing more will happen.</summary>
    public bool IsOver => Stage is not (RunStage.Queued or RunStage.Running);

    /// <summary>The page for people: a permanent address.</summary>
    public string Page => $"/runs/{Id}";

    /// <summary>Where its losses are once it is done.</summary>
    public string Losses => $"/api/v1/runs/{Id}/losses";

    /// <summary>Where every step is told until it is over.</summary>
    public string Events => $"/api/v1/runs/{Id}/events";

    /// <summary>What stops it again, as <c>Authorization: Bearer</c>: told to whoever sent it, and to nobody else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Secret { get; init; }

    /// <summary>A run whose result is no longer kept.</summary>
    public static RunView OfKept(string id) =>
        new(id, $"Run {id[..8]}", RunStage.Kept, string.Empty, $"Its result is no longer kept. POST /api/v1/runs/{id} has it computed.");
}

/// <summary>One run: what is asked, how far it is, and what came of it. Safe to read while it goes on.</summary>
internal sealed class ScenarioRunState(string id, ScenarioQuestion question, ScenarioReading reading)
{
    /// <summary>The most that is shown of a scenario's name. Unit: characters.</summary>
    public const int LongestName = 120;

    private const int MostSenders = 64;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _senders = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RunView _view = new(
        id,
        ForeignText.Contained(reading.Scenario!.Name, LongestName),
        RunStage.Queued,
        string.Empty,
        string.Empty
    );

    public ScenarioQuestion Question => question;

    public ScenarioReading Reading => reading;

    public string Text => question.Scenario;

    public Scenario Scenario => reading.Scenario!;

    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>What was run and what came of it; null until the run is done.</summary>
    public ScenarioAnswer? Answer { get; private set; }

    /// <summary>The result; null until the run is done.</summary>
    public ScenarioResult? Result => Answer?.Result;

    public RunView View
    {
        get
        {
            lock (_gate)
            {
                return _view;
            }
        }
    }

    /// <summary>Takes one more sender in, by his secret.</summary>
    public void Join(string? secret)
    {
        lock (_gate)
        {
            if (secret is not null && _senders.Count < MostSenders)
            {
                _senders.Add(Digest.Of(secret));
            }
        }
    }

    /// <summary>Whether a secret is that of one who sent it.</summary>
    public bool IsOf(string secret)
    {
        lock (_gate)
        {
            return _senders.Contains(Digest.Of(secret));
        }
    }

    /// <summary>Takes a sender's part away; with the last one the run is stopped. False where the secret is nobody's.</summary>
    public bool TryGiveUp(string secret)
    {
        bool isLast;
        lock (_gate)
        {
            if (!_senders.Remove(Digest.Of(secret)))
            {
                return false;
            }

            isLast = _senders.Count == 0;
        }

        if (isLast)
        {
            Cancellation.Cancel();
        }

        return true;
    }

    public void Set(RunStage stage, string step = "", string message = "", ScenarioAnswer? answer = null)
    {
        TaskCompletionSource told;
        lock (_gate)
        {
            Answer = answer ?? Answer;
            _view = _view with { Stage = stage, Step = step, Message = message };
            told = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        told.SetResult();
    }

    /// <summary>Every state from now on, the present one first, until the run is over.</summary>
    public async IAsyncEnumerable<RunView> Watch([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            RunView view;
            lock (_gate)
            {
                changed = _changed.Task;
                view = _view;
            }

            yield return view;
            if (view.IsOver)
            {
                yield break;
            }

            await changed.WaitAsync(cancellation);
        }
    }
}
