namespace Rootscope.Shocks.Scenarios;

/// <summary>A kind of shock: its word, its fields, and how values become a shock.</summary>
public interface IShockKind
{
    /// <summary>The word that files use, such as "ban".</summary>
    string Word { get; }

    /// <summary>What it is, in one sentence.</summary>
    string Meaning { get; }

    /// <summary>Its fields in the order in which people write them.</summary>
    IReadOnlyList<ShockField> Fields { get; }

    /// <summary>Whether a technology in a coarse table needs its carrier declared: true wherever figures are made from it.</summary>
    bool NeedsCarrier { get; }

    /// <summary>What is wrong with values that are each sound by themselves; null where nothing is.</summary>
    ShockFault? FaultOf(ShockValues values);

    /// <summary>Makes the shock of values without fault.</summary>
    IShock Create(ShockValues values);
}

/// <summary>A fault of a shock's values.</summary>
/// <param name="Field">The field that it stands at.</param>
/// <param name="Message">What is wrong and how to repair it, beginning with the field.</param>
public sealed record ShockFault(string Field, string Message);
