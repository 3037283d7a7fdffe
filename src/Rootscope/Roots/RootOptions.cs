using Rootscope.Roots.Measures;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Tables.Capital;

namespace Rootscope.Roots;

/// <summary>What is done with capital goods, which a flow table books as investment.</summary>
public enum CapitalTreatment
{
    /// <summary>Their yearly use counts among the inputs of industries.</summary>
    On,

    /// <summary>They stay in final demand.</summary>
    Off,
}

/// <summary>The question behind a root ranking.</summary>
public sealed record RootOptions
{
    /// <summary>The model that the cuts run through.</summary>
    public ILens Lens { get; init; } = LensRegistry.Default.Usual;

    /// <summary>Share of each product's supply that is cut, φ, in (0, 1].</summary>
    public double Cut { get; init; } = 0.5;

    /// <summary>Which supply is cut.</summary>
    public SupplyScope Supply { get; init; } = SupplyScope.All;

    /// <summary>What rows are sorted by; null for leverage, or for loss under lenses that rank by it.</summary>
    public RootMeasure? Sort { get; init; }

    /// <summary>What is done with capital goods.</summary>
    public CapitalTreatment Capital { get; init; } = CapitalTreatment.On;

    /// <summary>Which industries take which capital goods; null spreads every product in the same way.</summary>
    public CapitalFlows? CapitalFlows { get; init; }

    /// <summary>How essential inputs are, for lenses that ask; null counts every input by its share of all cost.</summary>
    public EssentialityMatrix? Essentiality { get; init; }

    /// <summary>Choices of the equilibrium; its own-use treatment holds for every lens.</summary>
    public required EquilibriumOptions Equilibrium { get; init; }

    /// <summary>What rows are sorted by, with the default resolved.</summary>
    public RootMeasure EffectiveSort => Sort ?? (Lens.Cuts.RanksByLoss ? RootMeasures.Loss : RootMeasures.Leverage);

    /// <summary>Checks every option.</summary>
    /// <exception cref="ModelException">An option is out of its range.</exception>
    public void Validate()
    {
        if (!(Cut is > 0 and <= 1))
        {
            throw new ModelException($"The share that is cut is {Cut}, expected above 0 and at most 1.");
        }

        if (Cut == 1 && Lens.Cuts.AgainstFullCut is { } reason)
        {
            throw new ModelException($"A cut of 100% {reason}. Cut less than 1, or take another lens, such as {Others}.");
        }

        Equilibrium.Validate();
    }

    private static string Others =>
        string.Join(" or ", LensRegistry.Default.All.Where(l => l.Cuts.AgainstFullCut is null).Select(l => l.Word));
}
