namespace Rootscope.Catalogue;

/// <summary>How central a technology is to the catalogue.</summary>
public enum TechnologyTier
{
    /// <summary>One of the core technologies that rankings name first.</summary>
    Core,

    /// <summary>A technology that core ones rest on or lead to.</summary>
    Extended,
}

/// <summary>A technology: what can be a root.</summary>
/// <param name="Id">Its identifier, such as <c>machine_tools</c>; unique in the catalogue.</param>
/// <param name="Tier">Core or extended.</param>
/// <param name="Area">The area it belongs to.</param>
/// <param name="Name">English name.</param>
/// <param name="ChineseName">Chinese name.</param>
/// <param name="Definition">What it covers, in one sentence.</param>
public sealed record Technology(string Id, TechnologyTier Tier, Area Area, string Name, string ChineseName, string Definition)
{
    /// <summary>What else it is called, in either language, between semicolons; may be empty.</summary>
    public string Synonyms { get; init; } = string.Empty;

    /// <summary>Everything it is called: its identifier, its names, its synonyms.</summary>
    public IReadOnlyList<string> Called =>
        [Id, Name, ChineseName, .. Synonyms.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

/// <summary>One technology is an input to another.</summary>
/// <param name="Upstream">The technology that is needed.</param>
/// <param name="Downstream">The technology that needs it.</param>
/// <remarks>Every link is the catalogue's judgement; how strong it is, is for tables to say.</remarks>
public sealed record TechnologyLink(Technology Upstream, Technology Downstream);

/// <summary>A technology at a distance from another one.</summary>
/// <param name="Technology">The technology.</param>
/// <param name="Steps">The least number of links between the two; at least 1.</param>
public sealed record TechnologyStep(Technology Technology, int Steps);
