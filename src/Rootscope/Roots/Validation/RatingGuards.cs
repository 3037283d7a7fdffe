using Rootscope.Numerics;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Tables;

namespace Rootscope.Roots.Validation;

/// <summary>How guards of the validity test are computed.</summary>
public sealed record GuardOptions
{
    /// <summary>The seed of the permutations; permutation i uses stream i of it.</summary>
    public required long Seed { get; init; }

    /// <summary>Number of permutations, at least 0.</summary>
    public int Permutations { get; init; } = 5;

    /// <summary>Most threads; the figures are the same on any number.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>Several scores of one kind, one a permutation.</summary>
/// <param name="Name">What was permuted.</param>
/// <param name="Draws">The measure under each permutation.</param>
public sealed record PermutedMeasure(string Name, IReadOnlyList<MeasureValues> Draws);

/// <summary>
/// Whether a measure that is driven by ratings says more than the ratings: each ingredient on and off, and flows and elasticities torn
/// apart.
/// </summary>
/// <remarks>
/// Guards against a hollow success: a model whose elasticities come from an index inherits what the index knows. Its leverage has to be
/// read beside the index alone, beside leverage when the flows of products are exchanged at random, and beside leverage when their
/// elasticities are. One solve serves both: where product j gets the rating of product i, the outcome is that of j with a foreign rating,
/// and that of i with foreign flows. Only industries that are compared are exchanged.
/// </remarks>
public sealed class RatingGuards
{
    private readonly FlowTable _table;
    private readonly RootOptions _options;
    private readonly ElasticitySet _set;
    private readonly IReadOnlyList<ProductTraits> _traits;
    private readonly GuardOptions _guards;
    private readonly string[] _codes;

    /// <summary>Prepares guards.</summary>
    /// <param name="table">The one-region table that is ranked.</param>
    /// <param name="options">The question; its elasticities are replaced.</param>
    /// <param name="set">The elasticities before products are rated.</param>
    /// <param name="traits">The traits of the table's products.</param>
    /// <param name="guards">Seed, number of permutations, threads.</param>
    public RatingGuards(FlowTable table, RootOptions options, ElasticitySet set, IReadOnlyList<ProductTraits> traits, GuardOptions guards)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(traits);
        ArgumentNullException.ThrowIfNull(guards);
        ArgumentOutOfRangeException.ThrowIfNegative(guards.Permutations, nameof(guards));
        _table = table;
        _options = options;
        _set = set;
        _traits = traits;
        _guards = guards;
        _codes = [.. Enumerable.Range(0, table.Size).Select(i => table.Sectors.IndustryOf(new(i)).Code)];
    }

    /// <summary>The index alone, leverage without any rating, and with each ingredient left out and taken alone.</summary>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <returns>One measure each, with values by industry in table order. Units: the index is a share from 0 to 1, leverage a
    /// ratio.</returns>
    public IReadOnlyList<MeasureValues> Ablation(CancellationToken cancellation = default)
    {
        var ratings = ProductRatings.Of(_traits);
        var measures = new List<MeasureValues>
        {
            new("index-alone", [.. _codes.Select(c => ratings.Find(c)?.Irreplaceability)]),
            new("leverage-unrated", Leverages(_set, cancellation)),
        };
        foreach (Ingredient ingredient in Ingredient.All)
        {
            measures.Add(
                new($"leverage-without-{ingredient.Name}", Leverages([.. Ingredient.All.Where(i => i != ingredient)], cancellation))
            );
            measures.Add(new($"leverage-only-{ingredient.Name}", Leverages([ingredient], cancellation)));
        }

        return measures;
    }

    /// <summary>Leverage with the flows of compared industries exchanged at random, and with their elasticities exchanged.</summary>
    /// <param name="labels">Which industries are compared.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    public IReadOnlyList<PermutedMeasure> Permuted(ExpertLabels labels, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        int[] compared = [.. Enumerable.Range(0, _codes.Length).Where(i => labels.Labels[i] != IndustryLabel.NotCompared)];
        IReadOnlyDictionary<string, double> ratings = ProductRatings.Of(_traits).ByCode();
        var flows = new List<MeasureValues>();
        var elasticities = new List<MeasureValues>();
        for (int draw = 0; draw < _guards.Permutations; draw++)
        {
            // Product i's rating goes to product target[i].
            int[] target = Permutations.Of(compared, _codes.Length, RandomStream.Of(_guards.Seed, draw));
            var exchanged = new Dictionary<string, double>(ratings, StringComparer.Ordinal);
            for (int i = 0; i < target.Length; i++)
            {
                if (ratings.TryGetValue(_codes[i], out double rating))
                {
                    exchanged[_codes[target[i]]] = rating;
                }
            }

            double?[] leverages = Leverages(_set.Rated(exchanged, "permuted"), cancellation);
            elasticities.Add(new("leverage-elasticities-permuted", leverages));
            flows.Add(new("leverage-flows-permuted", [.. target.Select(t => leverages[t])]));
        }

        return _guards.Permutations == 0
            ? []
            : [new("leverage-flows-permuted", flows), new("leverage-elasticities-permuted", elasticities)];
    }

    private double?[] Leverages(IReadOnlyList<Ingredient> ingredients, CancellationToken cancellation) =>
        Leverages(_set.Rated(ProductRatings.Of(_traits, ingredients).ByCode(), "some ingredients"), cancellation);

    private double?[] Leverages(ElasticitySet elasticities, CancellationToken cancellation) =>
        RootRanking.Leverages(
            _table,
            _options with
            {
                Equilibrium = _options.Equilibrium with { Elasticities = elasticities },
            },
            _guards.Threads,
            cancellation
        );
}
