using Rootscope.Numerics;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Roots.Bands;

/// <summary>
/// The random numbers of one draw, before any width: the same whatever the widths are, so that widening one source moves no other.
/// </summary>
internal sealed class DrawnNumbers
{
    /// <summary>
    /// By how much classes are off the rating of their group, root of the mean square (docs/methods/irreplaceability.md; a test computes
    /// it). Unit: share of products.
    /// </summary>
    private const double PartRatingError = 0.16;

    private readonly double _cut;
    private readonly double[] _nests;
    private readonly double[] _ingredients;
    private readonly double[] _parts;
    private readonly double[] _partRatings;

    private DrawnNumbers(RandomStream random, int parts)
    {
        _cut = random.NextNormal();
        _nests = [.. Enum.GetValues<Nest>().Where(n => n != Nest.ProductInputs).Select(_ => random.NextNormal())];
        _ingredients = [.. Ingredient.All.Select(_ => -Math.Log(1 - random.NextDouble()))];
        _parts = [.. Enumerable.Range(0, parts).Select(_ => random.NextNormal())];
        _partRatings = [.. Enumerable.Range(0, parts).Select(_ => random.NextNormal())];
    }

    /// <summary>Draw i of a seed.</summary>
    public static DrawnNumbers Of(long seed, int draw, int parts) => new(RandomStream.Of(seed, draw), parts);

    /// <summary>The cut, moved in log odds; a cut of everything stays one.</summary>
    public double Cut(double point, double width) => LogOdds.Moved(point, width * _cut);

    /// <summary>The factor on the elasticities of a nest; a product's among inputs moves with those of the nest.</summary>
    public double Factor(Nest nest, double width) => Math.Exp(width * _nests[(int)(nest == Nest.ProductInputs ? Nest.AmongInputs : nest)]);

    /// <summary>The weights of the ingredients of irreplaceability; they sum to 1.</summary>
    public double[] Weights(double width)
    {
        double sum = _ingredients.Sum();
        return Array.ConvertAll(_ingredients, e => ((1 - width) / _ingredients.Length) + (width * e / sum));
    }

    /// <summary>By how much the log odds of a part's size move.</summary>
    public double Shift(int part, double width) => width * _parts[part];

    /// <summary>By how much a part's rating is off that of its class.</summary>
    public double RatingShift(int part, double width) => width * PartRatingError * _partRatings[part];
}
