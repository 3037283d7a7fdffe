using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Extraction;
using Rootscope.Shocks.Lenses.FirstOrder;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses;

/// <summary>The lenses that scenarios run through. A new lens is a folder beside the others and a line here.</summary>
public static class ScenarioLenses
{
    /// <summary>Every lens, from the least adjustment of prices to the most.</summary>
    public static IReadOnlyList<IScenarioLens> All { get; } =
    [new FirstOrderScenario(), new ExtractionScenario(), new CascadeScenario(), new EquilibriumScenario()];
}
