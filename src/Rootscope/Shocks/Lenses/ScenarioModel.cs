using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses;

/// <summary>What a lens makes of scenarios: which changes it takes up, and what they do together.</summary>
/// <remarks>Made as a <see cref="ScenarioModel{TState}"/>, so that what is admitted and what is computed cannot come apart.</remarks>
public abstract class ScenarioModel
{
    private protected ScenarioModel() { }

    /// <summary>Why it cannot represent a change to a table, as a sentence that says what to do; null where it can.</summary>
    public abstract string? ReasonAgainst(IChange change, ScenarioTable table);

    /// <summary>Computes what changes do together.</summary>
    /// <param name="table">The table.</param>
    /// <param name="changes">The changes, at least one.</param>
    /// <param name="elasticities">Elasticities of substitution of the table's industries.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ArgumentException">A change is none that it represents.</exception>
    /// <exception cref="ModelException">The table cannot be such an economy.</exception>
    public abstract LensFigures Solve(
        ScenarioTable table,
        IReadOnlyList<IChange> changes,
        ElasticitySet elasticities,
        CancellationToken cancellation = default
    );
}

/// <summary>A model of scenarios with one handler for each type of change, which admits the change and applies it.</summary>
/// <typeparam name="TState">What handlers gather, and what is solved.</typeparam>
/// <remarks>A change without a handler is refused by its own words (<see cref="IChange.Unrepresented"/>), never passed over.</remarks>
public sealed class ScenarioModel<TState> : ScenarioModel
{
    private readonly Dictionary<Type, Handler> _handlers = [];
    private readonly Func<ScenarioTable, ElasticitySet, CancellationToken, TState> _begin;
    private readonly Func<TState, CancellationToken, LensFigures> _solve;

    /// <summary>A model without handlers.</summary>
    /// <param name="begin">What there is before any change.</param>
    /// <param name="solve">The figures once every change is applied.</param>
    public ScenarioModel(
        Func<ScenarioTable, ElasticitySet, CancellationToken, TState> begin,
        Func<TState, CancellationToken, LensFigures> solve
    )
    {
        ArgumentNullException.ThrowIfNull(begin);
        ArgumentNullException.ThrowIfNull(solve);
        (_begin, _solve) = (begin, solve);
    }

    private ScenarioModel(ScenarioModel<TState> model, Type change, Handler handler)
        : this(model._begin, model._solve) => _handlers = new Dictionary<Type, Handler>(model._handlers) { [change] = handler };

    /// <summary>The same model with a handler for a type of change.</summary>
    /// <param name="apply">What such a change does to the state.</param>
    /// <param name="unless">Why one cannot be represented, as a sentence that says what to do; null where it can. Null for always.</param>
    public ScenarioModel<TState> Takes<TChange>(Action<TState, TChange> apply, Func<TChange, ScenarioTable, string?>? unless = null)
        where TChange : IChange
    {
        ArgumentNullException.ThrowIfNull(apply);
        return new ScenarioModel<TState>(
            this,
            typeof(TChange),
            new Handler((change, table) => unless?.Invoke((TChange)change, table), (state, change) => apply(state, (TChange)change))
        );
    }

    /// <summary>The same model that refuses a type of change with a reason of its own.</summary>
    /// <param name="reason">Why, as a sentence.</param>
    public ScenarioModel<TState> Refuses<TChange>(string reason)
        where TChange : IChange
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new ScenarioModel<TState>(this, typeof(TChange), new Handler((_, _) => reason, (_, _) => { }));
    }

    /// <inheritdoc/>
    public override string? ReasonAgainst(IChange change, ScenarioTable table)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(table);
        return _handlers.TryGetValue(change.GetType(), out Handler? handler) ? handler.ReasonAgainst(change, table) : change.Unrepresented;
    }

    /// <inheritdoc/>
    public override LensFigures Solve(
        ScenarioTable table,
        IReadOnlyList<IChange> changes,
        ElasticitySet elasticities,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Select(c => ReasonAgainst(c, table)).FirstOrDefault(r => r is not null) is { } reason)
        {
            throw new ArgumentException(reason, nameof(changes));
        }

        TState state = _begin(table, elasticities, cancellation);
        foreach (IChange change in changes)
        {
            _handlers[change.GetType()].Apply(state, change);
        }

        return _solve(state, cancellation);
    }

    private sealed record Handler(Func<IChange, ScenarioTable, string?> ReasonAgainst, Action<TState, IChange> Apply);
}
