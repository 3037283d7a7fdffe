using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium;

/// <summary>How trade closes in a one-region economy.</summary>
public enum TradeClosure
{
    /// <summary>Imports are paid with exports: the import price is the home price of the basket of exports.</summary>
    Balanced,

    /// <summary>Import prices are fixed in units of the home factor, so that foreigners absorb dearer exports.</summary>
    Factor,
}

/// <summary>What a cut does to the product.</summary>
public enum CutKind
{
    /// <summary>Makers and imports become 1/(1-φ) dearer.</summary>
    Cost,

    /// <summary>
    /// A scarcity price makes use fall by φ; its rent goes to households, and what made or paid for the missing units is free for other
    /// uses.
    /// </summary>
    Quantity,
}

/// <summary>The choices behind an equilibrium, all of them printed with every figure.</summary>
/// <remarks>A record that later kinds of cut, closures and horizons extend by values, not by new parameters.</remarks>
public sealed record EquilibriumOptions
{
    /// <summary>Elasticities of substitution by nest, industry and product.</summary>
    public required ElasticitySet Elasticities { get; init; }

    /// <summary>The elasticity of substitution among exports where none is given. Unit: elasticity.</summary>
    public const double UsualExportsElasticity = 0.9;

    /// <summary>How trade closes.</summary>
    public TradeClosure Trade { get; init; } = TradeClosure.Balanced;

    /// <summary>
    /// Elasticity of substitution among exports under balanced trade: foreigners take less of what became dearer; 0 keeps the composition
    /// of exports whatever they cost, so that a cut of one exported product strangles all exports and with them imports. Without effect
    /// where import prices are fixed in units of the factor: exports keep their volumes then. Unit: elasticity.
    /// </summary>
    public double ExportsElasticity { get; init; } = UsualExportsElasticity;

    /// <summary>What is done with own use.</summary>
    public OwnUseTreatment OwnUse { get; init; } = OwnUseTreatment.Net;

    /// <summary>What a cut does.</summary>
    public CutKind CutAs { get; init; } = CutKind.Cost;

    /// <summary>
    /// Time that adjustment has, in years; null for a lens whose horizon is set by its elasticities alone, as this one's is.
    /// </summary>
    public double? HorizonYears { get; init; }

    /// <summary>Largest change of a log price between iterations at which prices count as solved. Unit: log points.</summary>
    public double Tolerance { get; init; } = 1e-12;

    /// <summary>Most iterations before the status is not-converged.</summary>
    public int MostIterations { get; init; } = 20_000;

    /// <summary>Checks every option and reports all faults at once.</summary>
    /// <exception cref="ModelException">An option is out of its range.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (Elasticities is null)
        {
            faults.Add("no elasticities are given");
        }

        if (!(Tolerance is > 0 and < 1e-3))
        {
            faults.Add($"the tolerance is {Tolerance}, expected above 0 and below 1e-3");
        }

        if (MostIterations < 1)
        {
            faults.Add($"the limit of iterations is {MostIterations}, expected at least 1");
        }

        if (!(ExportsElasticity is >= 0 and <= 100))
        {
            faults.Add($"the elasticity among exports is {ExportsElasticity}, expected from 0 to 100");
        }

        if (HorizonYears is not null)
        {
            faults.Add(
                $"the horizon is {HorizonYears} years, but this equilibrium has none of its own: choose elasticities for it instead"
            );
        }

        if (faults.Count > 0)
        {
            throw new ModelException($"The options of the equilibrium do not hold: {string.Join("; ", faults)}.");
        }
    }
}
