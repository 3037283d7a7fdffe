using Rootscope.Catalogue;

namespace Rootscope.Shocks.Lenses.Equilibrium.Nests;

/// <summary>The nests of the production and demand system, each with its own elasticity of substitution.</summary>
public enum Nest
{
    /// <summary>Value added against the bundle of inputs, by buying industry.</summary>
    ValueAddedInputs,

    /// <summary>Among inputs, by buying industry.</summary>
    AmongInputs,

    /// <summary>Domestic against imported supply, by product.</summary>
    DomesticImported,

    /// <summary>Among products in final demand: one value, and values of their own by product.</summary>
    FinalDemand,

    /// <summary>
    /// A product among the inputs of all its buyers, by product; products without a value have that of <see cref="AmongInputs"/> of their
    /// buyer.
    /// </summary>
    ProductInputs,
}

/// <summary>The elasticities of products between the one that is easiest to replace and the one that is hardest.</summary>
/// <param name="Replaceable">Of a product whose irreplaceability is 0. Unit: elasticity of substitution, above 0.</param>
/// <param name="Irreplaceable">Of a product whose irreplaceability is 1. Unit: elasticity of substitution, above 0.</param>
public readonly record struct ElasticityRange(double Replaceable, double Irreplaceable)
{
    /// <summary>The elasticity in between, on a scale of ratios.</summary>
    /// <param name="irreplaceability">From 0 to 1.</param>
    /// <returns>Replaceable^(1−r) · Irreplaceable^r. Unit: elasticity of substitution.</returns>
    public double At(double irreplaceability) => Math.Pow(Replaceable, 1 - irreplaceability) * Math.Pow(Irreplaceable, irreplaceability);
}

/// <summary>One elasticity of a set, with its source.</summary>
/// <param name="Nest">The nest it belongs to.</param>
/// <param name="Code">The industry or product it holds for; empty for all others.</param>
/// <param name="Value">The elasticity of substitution, at least 0. 0 is Leontief and 1 Cobb-Douglas, both exact.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Note">How it was read or what it leaves open.</param>
/// <param name="Range">Of a general value: the elasticities of products that have a rating; null where ratings make no difference.</param>
public sealed record Elasticity(Nest Nest, string Code, double Value, string Source, string Note = "", ElasticityRange? Range = null);

/// <summary>A named set of elasticities: data with sources, never constants in code.</summary>
/// <remarks>Unit of every value: none (ratio of relative changes).</remarks>
public sealed class ElasticitySet
{
    private readonly Dictionary<(Nest, string), double> _values;

    /// <summary>Builds a set and checks it.</summary>
    /// <param name="name">The name it is called by.</param>
    /// <param name="elasticities">One entry for every nest with an empty code, and any number for single codes.</param>
    /// <exception cref="ModelException">A nest has no general value, a value is negative or not finite, or an entry occurs
    /// twice.</exception>
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
                throw new ModelException(
                    $"Elasticity set '{name}': {e.Nest} {e.Code} is {e.Value}; an elasticity of substitution is at least 0."
                );
            }

            if (e.Nest == Nest.ProductInputs && e.Code.Length == 0)
            {
                throw new ModelException(
                    $"Elasticity set '{name}': {e.Nest} is given by product. Name the product's code, or use {Nest.AmongInputs} for all."
                );
            }

            if (
                e.Range is { } range
                && (e.Code.Length > 0 || !(range.Replaceable > 0) || !(range.Irreplaceable > 0) || range.Irreplaceable > range.Replaceable)
            )
            {
                throw new ModelException(
                    $"Elasticity set '{name}': the range of {e.Nest} {e.Code} goes from {range.Replaceable} to {range.Irreplaceable}; "
                        + "it goes down, stays above 0, and stands in a row with an empty code."
                );
            }

            if (!_values.TryAdd((e.Nest, e.Code), e.Value))
            {
                throw new ModelException($"Elasticity set '{name}': {e.Nest} {e.Code} is given twice. Remove one.");
            }
        }

        foreach (Nest nest in Enum.GetValues<Nest>().Where(n => n != Nest.ProductInputs))
        {
            if (!_values.ContainsKey((nest, string.Empty)))
            {
                throw new ModelException(
                    $"Elasticity set '{name}' has no general value for {nest}. Add a row of that nest with an empty code."
                );
            }
        }
    }

    /// <summary>The name it is called by.</summary>
    public string Name { get; }

    private readonly ElasticitySet? _unrated;

    /// <summary>Where the ratings of products come from; null where there are none.</summary>
    public string? RatedBy { get; private init; }

    /// <summary>The set before products were rated; itself where they were not.</summary>
    public ElasticitySet Unrated
    {
        get => _unrated ?? this;
        private init => _unrated = value;
    }

    /// <summary>Its entries in the order given.</summary>
    public IReadOnlyList<Elasticity> Elasticities { get; }

    /// <summary>The elasticity of a nest for an industry or product: its own value if it has one, the general value otherwise.</summary>
    /// <remarks>
    /// Unit: elasticity of substitution. The general value of <see cref="Nest.ProductInputs"/> is that of <see cref="Nest.AmongInputs"/>.
    /// </remarks>
    public double Of(Nest nest, string code = "") =>
        OwnOf(nest, code) ?? _values[(nest == Nest.ProductInputs ? Nest.AmongInputs : nest, string.Empty)];

    /// <summary>
    /// The elasticity that an industry or product has of its own; null where the general value holds. Unit: elasticity of substitution.
    /// </summary>
    public double? OwnOf(Nest nest, string code) => code.Length > 0 && _values.TryGetValue((nest, code), out double own) ? own : null;

    /// <summary>Whether ratings of products make a difference: whether any nest has a range.</summary>
    public bool TakesRatings => Elasticities.Any(e => e.Range is not null);

    /// <summary>The set with an elasticity for every rated product, drawn from the ranges of its nests.</summary>
    /// <param name="irreplaceability">Rating by product code, from 0 to 1. Unit: share of the way from the easiest to the hardest to
    /// replace.</param>
    /// <param name="source">What the ratings are of, for <see cref="RatedBy"/>.</param>
    /// <returns>
    /// A set of the same name. The range of among-inputs sets the product's elasticity among the inputs of all buyers, that of final-demand
    /// its own there, that of domestic-imported its own between home and abroad. Values that the set has for a code stay.
    /// </returns>
    /// <exception cref="ArgumentException">A rating is not between 0 and 1.</exception>
    public ElasticitySet Rated(IReadOnlyDictionary<string, double> irreplaceability, string source)
    {
        ArgumentNullException.ThrowIfNull(irreplaceability);
        var entries = new List<Elasticity>(Elasticities);
        foreach (Elasticity general in Elasticities.Where(e => e.Range is not null))
        {
            Nest nest = general.Nest == Nest.AmongInputs ? Nest.ProductInputs : general.Nest;
            foreach ((string code, double rating) in irreplaceability.OrderBy(r => r.Key, StringComparer.Ordinal))
            {
                if (!(rating is >= 0 and <= 1))
                {
                    throw new ArgumentException($"The rating of '{code}' is {rating}, expected from 0 to 1.", nameof(irreplaceability));
                }

                if (!_values.ContainsKey((nest, code)))
                {
                    entries.Add(new Elasticity(nest, code, general.Range!.Value.At(rating), general.Source, general.Note));
                }
            }
        }

        return new ElasticitySet(Name, entries) { RatedBy = source, Unrated = Unrated };
    }

    /// <summary>
    /// The set for a table that a bridge splits: parts without values of their own get those of the industry they were split off from.
    /// </summary>
    public ElasticitySet For(TechnologyBridge bridge)
    {
        ArgumentNullException.ThrowIfNull(bridge);
        IEnumerable<Elasticity> inherited = bridge.Parts.SelectMany(p =>
            Elasticities
                .Where(e => e.Code.Length > 0 && e.Code == p.Split.Parent && !_values.ContainsKey((e.Nest, p.Split.Code)))
                .Select(e => e with { Code = p.Split.Code })
        );
        return RatedBy is null
            ? new ElasticitySet(Name, [.. Elasticities, .. inherited])
            : new ElasticitySet(Name, [.. Elasticities, .. inherited]) { RatedBy = RatedBy, Unrated = Unrated.For(bridge) };
    }

    /// <summary>The set with other values; names, ranges and ratings stay.</summary>
    /// <param name="valueOf">The new value of an entry, at least 0.</param>
    internal ElasticitySet Moved(Func<Elasticity, double> valueOf)
    {
        var moved = new ElasticitySet(Name, [.. Elasticities.Select(e => e with { Value = valueOf(e) })]);
        return RatedBy is null
            ? moved
            : new ElasticitySet(Name, moved.Elasticities) { RatedBy = RatedBy, Unrated = Unrated.Moved(valueOf) };
    }

    /// <summary>A set with one value a nest and no source: for laws and experiments.</summary>
    public static ElasticitySet Uniform(
        string name,
        double valueAddedInputs,
        double amongInputs,
        double domesticImported,
        double finalDemand
    ) =>
        new(
            name,
            [
                new Elasticity(Nest.ValueAddedInputs, string.Empty, valueAddedInputs, "given"),
                new Elasticity(Nest.AmongInputs, string.Empty, amongInputs, "given"),
                new Elasticity(Nest.DomesticImported, string.Empty, domesticImported, "given"),
                new Elasticity(Nest.FinalDemand, string.Empty, finalDemand, "given"),
            ]
        );
}
