using Rootscope.Shocks.Equilibrium;

namespace Rootscope.Shocks.Scenarios;

/// <summary>One of the models that scenarios run through. Every lens has a folder of its own below <c>Shocks/Lenses</c>.</summary>
public interface IScenarioLens
{
    /// <summary>The word for it, such as "equilibrium".</summary>
    string Word { get; }

    /// <summary>What it assumes, in one sentence.</summary>
    string Meaning { get; }

    /// <summary>The stretch of time that it speaks of, in words.</summary>
    string Horizon { get; }

    /// <summary>What its loss is a share of: "real final spending" or "value added".</summary>
    string LossOf { get; }

    /// <summary>Why it cannot represent a change to a table, as a sentence that says what to do; null where it can.</summary>
    string? ReasonAgainst(IChange change, ScenarioTable table);

    /// <summary>Computes what changes do together, all of which it represents; at least one.</summary>
    /// <exception cref="ModelException">The table cannot be such an economy.</exception>
    LensFigures Solve(ScenarioTable table, IReadOnlyList<IChange> changes, ElasticitySet elasticities, CancellationToken cancellation);
}
