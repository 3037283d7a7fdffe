using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios.Draws;

namespace Rootscope.Shocks.Scenarios;

/// <summary>What all lenses say about a scenario, and what it was made from.</summary>
public sealed record ScenarioResult
{
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The table that lenses worked on.</summary>
    public required ScenarioTable Table { get; init; }

    /// <summary>One result a lens, in the order asked for.</summary>
    public required IReadOnlyList<LensResult> Lenses { get; init; }

    /// <summary>What draws of uncertain values make of the figures; null where none were made.</summary>
    public ScenarioBands? Bands { get; init; }

    /// <summary>What holds for all lenses: what of the file none of them uses.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What draws make of the figures of a lens; null where none were made.</summary>
    /// <param name="lens">One of <see cref="Lenses"/>.</param>
    public LensBands? BandsOf(LensResult lens) => Bands?.Lenses[Lenses.Index().First(l => ReferenceEquals(l.Item, lens)).Index];
}
