using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Shocks.Scenarios.Draws;

namespace Rootscope.Shocks.Scenarios;

/// <summary>What is forbidden is had from others in a share that grows with time.</summary>
/// <param name="Months">After how long it is all; null for the years that it takes to replace each product. Unit: months.</param>
public sealed record Replacement(double? Months);

/// <summary>
/// What happens to an economy: a list of shocks to a table, and the choices that lenses share. Every lens runs the same scenario.
/// </summary>
public sealed record Scenario
{
    /// <summary>What it is called, in words.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the table.</summary>
    public required string Table { get; init; }

    /// <summary>The shocks in order. They hold together, not one after the other.</summary>
    public required IReadOnlyList<IShock> Shocks { get; init; }

    /// <summary>Elasticities of substitution.</summary>
    public required ElasticitySet Elasticities { get; init; }

    /// <summary>How essential inputs are, for the cascade; null counts every input by its share of all cost.</summary>
    public EssentialityMatrix? Essentiality { get; init; }

    /// <summary>Whether factors of production move between industries, for the equilibrium over many regions.</summary>
    public FactorMobility Factors { get; init; }

    /// <summary>
    /// Elasticity of substitution among exports, for equilibria of one region, which know no buyers abroad; 0 keeps their composition.
    /// Unit: elasticity.
    /// </summary>
    public double ExportsElasticity { get; init; } = EquilibriumOptions.UsualExportsElasticity;

    /// <summary>In how long what is forbidden is had from others, for lenses that know time; null for never.</summary>
    public Replacement? Replacement { get; init; }

    /// <summary>How far it looks ahead; null where it does not say. Unit: months.</summary>
    public double? HorizonMonths { get; init; }

    /// <summary>Draws of uncertain values that are asked for, which <see cref="ScenarioBands"/> makes; 0 for none.</summary>
    public int Draws { get; init; }

    /// <summary>
    /// SHA-256 of what shapes figures (not name, notes, spelling or layout), in lower-case hexadecimal; the same on every machine.
    /// </summary>
    public string ContentHash => ScenarioHash.Of(this);

    /// <summary>Checks that the shares of industries which it declares do not contradict each other.</summary>
    /// <exception cref="ModelException">A technology is declared in two ways, or the shares of a carrier leave nothing over.</exception>
    public void RequireShares() => _ = CarrierShares.Of(this);
}
