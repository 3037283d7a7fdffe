namespace Rootscope.Shocks.Scenarios;

/// <summary>A product that a scenario names: a whole industry of the table, or a technology that one of its industries carries.</summary>
/// <param name="Code">Code of the industry in the table; of the carrying industry where a technology is meant.</param>
/// <param name="Technology">Identifier of the technology in the catalogue; null where the industry itself is meant.</param>
/// <param name="TechnologyName">English name of the technology, or of the part where it stands for several; null where the industry itself is
/// meant.</param>
/// <param name="ShareOfCarrier">Share of the industry that the technology is, in (0, 1]; 1 for the whole industry. Unit: share. Null where
/// the scenario does not declare it, so that the part which a bridge splits off has the bridge's size.</param>
public sealed record ScenarioProduct(string Code, string? Technology = null, string? TechnologyName = null, double? ShareOfCarrier = 1)
{
    /// <summary>
    /// The technologies that the part stands for where they are several and cannot be told apart, by name, between semicolons; null
    /// otherwise.
    /// </summary>
    public string? StandsFor { get; init; }

    /// <summary>Whether it is split off from its carrier, because it is only part of it.</summary>
    public bool IsPartOfCarrier => Technology is not null && ShareOfCarrier is not >= 1;

    /// <summary>What tells it from others in a scenario: the technology where it is split off, the industry's code otherwise.</summary>
    public string WorkingCode => IsPartOfCarrier ? Technology! : Code;
}
