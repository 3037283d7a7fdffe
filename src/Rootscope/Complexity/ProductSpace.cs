namespace Rootscope.Complexity;

/// <summary>Two products that are often made in the same countries.</summary>
/// <param name="First">Number of the first product, the smaller.</param>
/// <param name="Second">Number of the second product.</param>
/// <param name="Proximity">Their proximity; unit: share.</param>
/// <param name="IsInForest">Whether the link holds the picture together: it belongs to the maximum spanning forest.</param>
public sealed record ProductLink(ProductNumber First, ProductNumber Second, double Proximity, bool IsInForest);

/// <summary>The product space: the strongest tree that joins the products, and every link above a threshold.</summary>
/// <remarks>
/// Products that share a country with no other stand alone; where the products fall into groups, each has its own tree. Equal proximities
/// are taken by the smaller numbers first, so the result is the same on any machine. Source: Hidalgo, Klinger, Barabási and Hausmann
/// (2007), supporting material: maximum spanning tree and links of at least 0.55. Cost: P² counts of common countries.
/// </remarks>
public static class ProductSpace
{
    /// <summary>The threshold of the first product space. Unit: share.</summary>
    public const double CustomaryThreshold = 0.55;

    /// <summary>Finds the links.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="threshold">Links of at least this proximity are shown beside the forest; unit: share; above 0.</param>
    /// <param name="cancellation">Stops between two products.</param>
    /// <returns>Each link once, sorted by its products.</returns>
    public static IReadOnlyList<ProductLink> Of(
        AdvantageMatrix matrix,
        double threshold = CustomaryThreshold,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        var proximity = Proximity.Of(matrix);
        int products = matrix.Products.Count;
        var row = new double[products];
        var nearest = new double[products];
        int[] parents = [.. Enumerable.Repeat(-1, products)];
        bool[] joined = new bool[products];
        var links = new SortedDictionary<(int, int), ProductLink>();
        for (int next = 0; next >= 0; next = Nearest(nearest, joined))
        {
            cancellation.ThrowIfCancellationRequested();
            joined[next] = true;
            if (parents[next] >= 0)
            {
                Add(links, next, parents[next], nearest[next], isInForest: true);
            }

            proximity.CopyRow(new(next), row);
            for (int q = 0; q < products; q++)
            {
                if (q > next && row[q] >= threshold)
                {
                    Add(links, next, q, row[q], isInForest: false);
                }

                if (!joined[q] && row[q] > nearest[q])
                {
                    (nearest[q], parents[q]) = (row[q], next);
                }
            }
        }

        return [.. links.Values];
    }

    private static void Add(SortedDictionary<(int, int), ProductLink> links, int a, int b, double proximity, bool isInForest)
    {
        (int First, int Second) key = (Math.Min(a, b), Math.Max(a, b));
        if (isInForest || !links.ContainsKey(key))
        {
            links[key] = new ProductLink(new(key.First), new(key.Second), proximity, isInForest);
        }
    }

    /// <summary>The product nearest to the tree so far, or the first of the next tree, or -1 at the end.</summary>
    private static int Nearest(double[] nearest, bool[] joined)
    {
        int best = -1;
        for (int q = 0; q < joined.Length; q++)
        {
            if (!joined[q] && (best < 0 || nearest[q] > nearest[best]))
            {
                best = q;
            }
        }

        return best;
    }
}
