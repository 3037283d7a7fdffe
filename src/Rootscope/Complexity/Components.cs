namespace Rootscope.Complexity;

/// <summary>Groups of countries and products that share nothing with one another.</summary>
internal static class Components
{
    /// <summary>Number of groups: 1 where every country is joined to every other through products.</summary>
    public static int CountIn(AdvantageMatrix matrix)
    {
        // Countries are joined through the first country of each product.
        int[] parents = [.. Enumerable.Range(0, matrix.Countries.Count)];
        int groups = parents.Length;
        for (int p = 0; p < matrix.Products.Count; p++)
        {
            ReadOnlySpan<CountryNumber> makers = matrix.CountriesOf(new(p));
            for (int m = 1; m < makers.Length; m++)
            {
                int a = RootOf(parents, makers[0]);
                int b = RootOf(parents, makers[m]);
                groups -= a == b ? 0 : 1;
                parents[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        return groups;
    }

    private static int RootOf(int[] parents, int at)
    {
        while (parents[at] != at)
        {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }

        return at;
    }
}
