namespace Rootscope.Shocks.Scenarios;

/// <summary>A product that a scenario names: a whole industry of the table, or a technology that one of its industries carries.</summary>
/// <param name="Code">Code of the industry in the table; of the carrying industry where a technology is meant.</param>
/// <param name="Technology">Identifier of the technology in the catalogue; null where the industry itself is meant.</param>
/// <param name="TechnologyName">English name of the technology; null where the industry itself is meant.</param>
/// <param name="ShareOfCarrier">Share of the industry that the technology is, in (0, 1]; 1 for the whole industry. Unit: share. Declared by
/// the scenario, never assumed.</param>
public sealed record ScenarioProduct(string Code, string? Technology = null, string? TechnologyName = null, double ShareOfCarrier = 1)
{
    /// <summary>Whether it is split off from its carrier, because it is only part of it.</summary>
    public bool IsPartOfCarrier => Technology is not null && ShareOfCarrier < 1;

    /// <summary>Its code in the table that lenses work on: the technology's where it is split off, the industry's otherwise.</summary>
    public string WorkingCode => IsPartOfCarrier ? Technology! : Code;
}
