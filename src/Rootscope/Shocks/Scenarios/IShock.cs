namespace Rootscope.Shocks.Scenarios;

/// <summary>
/// One shock of a scenario. Every kind has a folder of its own below <c>Shocks/Kinds</c>, with the shock and its <see cref="IShockKind"/>.
/// </summary>
public interface IShock
{
    /// <summary>The word that files use for its kind, such as "ban".</summary>
    string Kind { get; }

    /// <summary>When it begins and how fast it grows.</summary>
    ShockTiming Timing { get; }

    /// <summary>What its author wrote beside it; may be empty. It shapes no figure.</summary>
    string Note { get; }

    /// <summary>The products it names; none where it names firms.</summary>
    IReadOnlyList<ScenarioProduct> Products { get; }

    /// <summary>
    /// Every value that shapes figures, by field name in the order of the kind's fields: the canonical content behind the scenario's hash.
    /// </summary>
    IReadOnlyList<KeyValuePair<string, string>> Values { get; }

    /// <summary>What happens, in one sentence without its full stop.</summary>
    string InWords(ScenarioTable table);

    /// <summary>What happens, in the terms that lenses share.</summary>
    IReadOnlyList<IChange> ChangesIn(ScenarioTable table);
}
