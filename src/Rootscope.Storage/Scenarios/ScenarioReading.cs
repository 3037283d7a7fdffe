using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Storage.Scenarios;

/// <summary>What a scenario file holds.</summary>
public sealed record ScenarioReading
{
    /// <summary>The scenario; null where the file has faults.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>Its table; null where the file names none that exists.</summary>
    public FlowTable? Table { get; init; }

    /// <summary>Every fault, in the order of the file; empty where it is sound.</summary>
    public required IReadOnlyList<ScenarioFault> Faults { get; init; }

    /// <summary>
    /// What a reader should know though it is no fault: how a technology was found in the table, and shares that look odd.
    /// </summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
