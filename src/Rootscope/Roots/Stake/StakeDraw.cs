using System.Collections.Concurrent;
using Rootscope.Numerics;
using Rootscope.Roots.Bands;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Stake;

namespace Rootscope.Roots.Stake;

/// <summary>
/// What is drawn of a question of what is at stake, ready for one draw after the other. Read-only and shared by all threads.
/// </summary>
/// <remarks>
/// A product's own numbers come from its code, not from its place, so that neither the order of products nor which others there are moves
/// them. Every product of a draw, and every supply that goes missing, meets the same draw: ranks compare like with like.
/// </remarks>
internal sealed class StakeDrawing
{
    private readonly StakeBandOptions _bands;
    private readonly string[] _codes;
    private readonly double[] _ratings;
    private readonly int[] _partOf;
    private readonly Dictionary<string, int> _numbers;
    private readonly ConcurrentDictionary<int, StakeDraw> _draws = new();

    public StakeDrawing(StakeInputs inputs, StakeBandOptions bands)
    {
        _bands = bands;
        _codes = [.. inputs.Table.Sectors.Industries.Select(i => i.Code)];
        _partOf = [.. _codes.Select(c => bands.Parts.ToList().IndexOf(c))];
        _numbers = _codes.Select((code, k) => (code, k)).ToDictionary(p => p.code, p => p.k, StringComparer.Ordinal);
        ProductRatings? ratings = bands.Traits is { } traits ? ProductRatings.Of(traits) : null;
        _ratings = [.. _codes.Select(c => ratings?.Of(c) ?? ProductRatings.Median)];
    }

    /// <summary>Draw i, which every supply that goes missing meets: made once.</summary>
    public StakeDraw At(int draw) => _draws.GetOrAdd(draw, Made);

    private StakeDraw Made(int draw)
    {
        StakeBandWidths widths = _bands.Widths;
        var numbers = DrawnNumbers.Of(_bands.Seed, draw, _bands.Parts.Count);
        var ratings = (double[])_ratings.Clone();
        if (_bands.Traits is { } traits && widths.Ratings > 0)
        {
            var drawn = ProductRatings.Of(traits, ingredients: null, numbers.Weights(widths.Ratings));
            for (int k = 0; k < ratings.Length; k++)
            {
                double rating = drawn.Of(_codes[k]);
                ratings[k] = _partOf[k] >= 0 ? ProductRatings.Stepped(rating + numbers.RatingShift(_partOf[k], widths.Ratings)) : rating;
            }
        }

        return new StakeDraw(
            [.. Enum.GetValues<Nest>().Select(n => Math.Log(numbers.Factor(n, widths.Elasticities)))],
            _numbers,
            _ratings,
            ratings,
            [.. _codes.Select(c => widths.Years * RandomStream.Of(_bands.Seed ^ Hash(c), draw).NextNormal())]
        );
    }

    /// <summary>FNV-1a: the same on every machine.</summary>
    private static long Hash(string code)
    {
        unchecked
        {
            ulong hash = 14695981039346656037;
            foreach (char c in code)
            {
                hash = (hash ^ c) * 1099511628211;
            }

            return (long)hash;
        }
    }
}

/// <summary>One draw of what is not known.</summary>
/// <param name="Nests">Log of the factor on the elasticities of each nest; that of final users holds for exports too.</param>
/// <param name="Numbers">Number of each product by code.</param>
/// <param name="Before">Rating by product at the point.</param>
/// <param name="Ratings">Rating by product in the draw.</param>
/// <param name="Years">Log of the factor on each product's years to replace beside its rating's.</param>
internal sealed record StakeDraw(
    double[] Nests,
    IReadOnlyDictionary<string, int> Numbers,
    double[] Before,
    double[] Ratings,
    double[] Years
)
{
    /// <summary>By how much a product's rating is off its point.</summary>
    public double Shift(int product) => Ratings[product] - Before[product];

    /// <summary>Years to replace in the draw.</summary>
    public double YearsOf(int product, double point)
    {
        double rated = Shift(product) == 0 ? 1 : StakeInputs.YearsFrom(Ratings[product]) / StakeInputs.YearsFrom(Before[product]);
        return point * rated * Math.Exp(Years[product]);
    }

    /// <summary>The inputs of the draw.</summary>
    public StakeInputs Moved(StakeInputs point) =>
        new(point.Table, point.Support, [.. point.YearsToReplace.Select((y, k) => YearsOf(k, y))], point.Depreciation);

    /// <summary>The options of the draw.</summary>
    public StakeOptions Moved(StakeOptions point) => Scaled(point, Nests, this);

    /// <summary>Options with the elasticities of nests scaled, and products rated as in a draw.</summary>
    public static StakeOptions Scaled(StakeOptions point, double[] logs, StakeDraw? draw)
    {
        HorizonElasticities e = point.Elasticities;
        return point with
        {
            Elasticities = new HorizonElasticities(
                Scaled(e.HalfYear, logs, draw),
                Scaled(e.ThreeYears, logs, draw),
                Scaled(e.TenYears, logs, draw)
            ),
            ExportsElasticity = Math.Min(100, point.ExportsElasticity * Math.Exp(logs[(int)Nest.FinalDemand])),
            WithTail = false,
        };
    }

    /// <summary>The range that ratings draw a product's own elasticity from; null where the set has one that no rating moves.</summary>
    public static ElasticityRange? RangeOf(ElasticitySet set, Nest nest, string code)
    {
        if (set.RatedBy is null || set.OwnOf(nest, code) is null || set.Unrated.OwnOf(nest, code) is not null)
        {
            return null;
        }

        Nest general = nest == Nest.ProductInputs ? Nest.AmongInputs : nest;
        return set.Elasticities.FirstOrDefault(e => e.Nest == general && e.Code.Length == 0)?.Range;
    }

    private static ElasticitySet Scaled(ElasticitySet set, double[] logs, StakeDraw? draw)
    {
        double Value(Elasticity e) =>
            draw is not null
            && e.Code.Length > 0
            && draw.Numbers.TryGetValue(e.Code, out int product)
            && draw.Shift(product) != 0
            && RangeOf(set, e.Nest, e.Code) is { } range
                ? range.At(draw.Ratings[product])
                : e.Value;
        return new ElasticitySet(
            set.Name,
            [.. set.Elasticities.Select(e => e with { Value = Value(e) * Math.Exp(logs[(int)e.Nest]), Range = null })]
        );
    }
}
