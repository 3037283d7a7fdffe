namespace Rootscope.Complexity;

/// <summary>How often two products are made in the same country: the smaller of the two conditional probabilities.</summary>
/// <remarks>
/// φ_pq = number of countries with an advantage in both / the larger of the two ubiquities; 1 for a product and itself. Unit: share.
/// Nothing is stored: a cell is counted from the bits of the two products, C/64 words.
/// Source: Hidalgo, Klinger, Barabási and Hausmann (2007), eq. 1.
/// </remarks>
public sealed class Proximity
{
    private readonly AdvantageMatrix _matrix;

    private Proximity(AdvantageMatrix matrix) => _matrix = matrix;

    /// <summary>The products, in the order of the matrix.</summary>
    public IReadOnlyList<string> Products => _matrix.Products;

    /// <summary>The proximity of two products. Unit: share.</summary>
    public double this[ProductNumber first, ProductNumber second] =>
        (double)_matrix.Common(first, second) / Math.Max(_matrix.Ubiquity(first), _matrix.Ubiquity(second));

    /// <summary>The proximities of a matrix.</summary>
    public static Proximity Of(AdvantageMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new Proximity(matrix);
    }

    /// <summary>Writes the proximities of one product to all, itself included, into <paramref name="target"/>. Unit: share.</summary>
    /// <exception cref="ArgumentException">The target has not one place a product.</exception>
    public void CopyRow(ProductNumber product, Span<double> target)
    {
        if (target.Length != Products.Count)
        {
            throw new ArgumentException($"The target has {target.Length} places for {Products.Count} products.", nameof(target));
        }

        for (int q = 0; q < target.Length; q++)
        {
            target[q] = this[product, new(q)];
        }
    }
}
