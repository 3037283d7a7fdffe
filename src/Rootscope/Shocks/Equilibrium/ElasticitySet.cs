using Rootscope.Catalogue;

namespace Rootscope.Shocks.Equilibrium;

/// <summary>The nests of the production and demand system, each with its own elasticity of substitution.</summary>
public enum Nest
{
    /// <summary>Value added against the bundle of inputs, by buying industry.</summary>
    ValueAddedInputs,

    /// <summary>Among inputs, by buying industry.</summary>
    AmongInputs,

    /// <summary>Domestic against imported supply, by product.</summary>
    DomesticImported,

    /// <summary>Among products in final demand; one value.</summary>
    FinalDemand,
}

/// <summary>One elasticity of a set, with its source.</summary>
/// <param name="Nest">The nest it belongs to.</param>
/// <param name="Code">The industry or product it holds for; empty for all others.</param>
/// <param name="Value">The elasticity of substitution, at least 0. 0 is Leontief and 1 Cobb-Douglas, both exact.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Note">How it was read or what it leaves open.</param>
public sealed record Elasticity(Nest Nest, string Code, double Value, string Source, string Note = "");

/// <summary>A named set of elasticities: data with sources, never constants in code.</summary>
/// <remarks>Unit of every value: none (ratio of relative changes).</remarks>
public sealed class ElasticitySet
{
    private readonly Dictionary<(Nest, string), double> _values;

    /// <summary>Builds a set and checks it.</summary>
    /// <param name="name">The name it is called by.</param>
    /// <param name="elasticities">One entry for every nest with an empty code, and any number for single codes.</param>
    /// <exception cref="ModelException">A nest has no general value, a value is negative or not finite, or an entry occurs twice.</exception>
    public ElasticitySet(string name, IReadOnlyList<Elasticity> elasticities)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(elasticities);
        Name = name;
        Elasticities = [.. elasticities];
        _values = [];
        foreach (Elasticity e in Elasticities)
        {
            if (!double.IsFinite(e.Value) || e.Value < 0)
            {
                throw new ModelException($"Elasticity set '{name}': {e.Nest} {e.Code} is {e.Value}; an elasticity of substitution is at least 0.");
            }

            if (e.Nest == Nest.FinalDemand && e.Code.Length > 0)
            {
                throw new ModelException($"Elasticity set '{name}': {e.Nest} has one value, not one for '{e.Code}'. Leave its code empty.");
            }

            if (!_values.TryAdd((e.Nest, e.Code), e.Value))
            {
                throw new ModelException($"Elasticity set '{name}': {e.Nest} {e.Code} is given twice. Remove one.");
            }
        }

        foreach (Nest nest in Enum.GetValues<Nest>())
        {
            if (!_values.ContainsKey((nest, string.Empty)))
            {
                throw new ModelException($"Elasticity set '{name}' has no general value for {nest}. Add a row of that nest with an empty code.");
            }
        }
    }

    /// <summary>The name it is called by.</summary>
    public string Name { get; }

    /// <summary>Its entries in the order given.</summary>
    public IReadOnlyList<Elasticity> Elasticities { get; }

    /// <summary>The elasticity of a nest for an industry or product: its own value if it has one, the general value otherwise.</summary>
    public double Of(Nest nest, string code = "") => _values.TryGetValue((nest, code), out double own) ? own : _values[(nest, string.Empty)];

    /// <summary>The set for a table that a bridge splits: parts without values of their own get those of the industry they were split off from.</summary>
    public ElasticitySet For(TechnologyBridge bridge)
    {
        ArgumentNullException.ThrowIfNull(bridge);
        IEnumerable<Elasticity> inherited = bridge.Parts.SelectMany(p => Elasticities
            .Where(e => e.Code.Length > 0 && e.Code == p.Split.Parent && !_values.ContainsKey((e.Nest, p.Split.Code)))
            .Select(e => e with { Code = p.Split.Code }));
        return new ElasticitySet(Name, [.. Elasticities, .. inherited]);
    }

    /// <summary>A set with one value a nest and no source: for laws and experiments.</summary>
    public static ElasticitySet Uniform(string name, double valueAddedInputs, double amongInputs, double domesticImported, double finalDemand) => new(name,
    [
        new Elasticity(Nest.ValueAddedInputs, string.Empty, valueAddedInputs, "given"),
        new Elasticity(Nest.AmongInputs, string.Empty, amongInputs, "given"),
        new Elasticity(Nest.DomesticImported, string.Empty, domesticImported, "given"),
        new Elasticity(Nest.FinalDemand, string.Empty, finalDemand, "given"),
    ]);
}
