using System.Numerics;

namespace Rootscope.Complexity;

/// <summary>
/// Which country has an advantage in which product: the matrix M of ones and zeros from which complexity is computed. Immutable.
/// </summary>
/// <remarks>
/// Every country has at least one product and every product at least one country: those that have none are left out and named, because no
/// measure is defined for them. Held as lists by country and by product and as one bit a country for each product.
/// </remarks>
public sealed class AdvantageMatrix
{
    private const int WordBits = 64;

    private readonly ProductNumber[][] _productsOf;
    private readonly CountryNumber[][] _countriesOf;
    private readonly ulong[] _bits;

    private AdvantageMatrix(IReadOnlyList<string> countries, IReadOnlyList<string> products, Func<CountryNumber, ProductNumber, bool> has)
    {
        int[] width = [.. Enumerable.Range(0, products.Count)];
        int[][] lists = [.. Enumerable.Range(0, countries.Count).Select(c => Array.FindAll(width, p => has(new(c), new(p))))];
        var ubiquity = new int[products.Count];
        foreach (int p in lists.SelectMany(l => l))
        {
            ubiquity[p]++;
        }

        CountryNumbers = [.. Enumerable.Range(0, countries.Count).Where(c => lists[c].Length > 0).Select(c => new CountryNumber(c))];
        ProductNumbers = [.. width.Where(p => ubiquity[p] > 0).Select(p => new ProductNumber(p))];
        Countries = [.. CountryNumbers.Select(c => countries[c])];
        Products = [.. ProductNumbers.Select(p => products[p])];
        CountriesLeftOut = [.. Enumerable.Range(0, countries.Count).Where(c => lists[c].Length == 0).Select(c => countries[c])];
        ProductsLeftOut = [.. width.Where(p => ubiquity[p] == 0).Select(p => products[p])];
        var renumbered = new int[products.Count];
        for (int p = 0; p < ProductNumbers.Count; p++)
        {
            renumbered[ProductNumbers[p]] = p;
        }

        _productsOf = [.. CountryNumbers.Select(c => Array.ConvertAll(lists[c], p => new ProductNumber(renumbered[p])))];
        WordsPerProduct = (Countries.Count + WordBits - 1) / WordBits;
        _bits = new ulong[Products.Count * WordsPerProduct];
        _countriesOf = [.. ProductNumbers.Select(p => new CountryNumber[ubiquity[p]])];
        var filled = new int[Products.Count];
        for (int c = 0; c < Countries.Count; c++)
        {
            foreach (ProductNumber p in _productsOf[c])
            {
                _countriesOf[p][filled[p]++] = new(c);
                _bits[(p * WordsPerProduct) + (c / WordBits)] |= 1UL << (c % WordBits);
            }
        }
    }

    /// <summary>Codes of the countries that have an advantage in something.</summary>
    public IReadOnlyList<string> Countries { get; }

    /// <summary>Codes of the products in which somebody has an advantage.</summary>
    public IReadOnlyList<string> Products { get; }

    /// <summary>Countries that have an advantage in nothing: they are not in the matrix.</summary>
    public IReadOnlyList<string> CountriesLeftOut { get; }

    /// <summary>Products in which nobody has an advantage: they are not in the matrix.</summary>
    public IReadOnlyList<string> ProductsLeftOut { get; }

    /// <summary>For each country of the matrix its number in the list that the matrix was made from.</summary>
    public IReadOnlyList<CountryNumber> CountryNumbers { get; }

    /// <summary>For each product of the matrix its number in the list that the matrix was made from.</summary>
    public IReadOnlyList<ProductNumber> ProductNumbers { get; }

    /// <summary>Number of ones.</summary>
    public int Count => _productsOf.Sum(l => l.Length);

    internal int WordsPerProduct { get; }

    /// <summary>Finds the advantages in exports: where the revealed comparative advantage reaches the threshold.</summary>
    /// <param name="exports">The exports.</param>
    /// <param name="threshold">The threshold; unit: ratio; 1 by custom. It is reached up to a rounding of 1e-12.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not above 0.</exception>
    public static AdvantageMatrix Of(ExportMatrix exports, double threshold = 1)
    {
        ArgumentNullException.ThrowIfNull(exports);
        return Of(exports, RevealedAdvantage.Of(exports), threshold);
    }

    /// <summary>Takes a matrix as it is.</summary>
    /// <param name="countries">Codes of the countries.</param>
    /// <param name="products">Codes of the products.</param>
    /// <param name="has">Whether a country has an advantage in a product, by their numbers.</param>
    public static AdvantageMatrix From(
        IReadOnlyList<string> countries,
        IReadOnlyList<string> products,
        Func<CountryNumber, ProductNumber, bool> has
    )
    {
        ArgumentNullException.ThrowIfNull(countries);
        ArgumentNullException.ThrowIfNull(products);
        ArgumentNullException.ThrowIfNull(has);
        return new AdvantageMatrix(countries, products, has);
    }

    internal static AdvantageMatrix Of(ExportMatrix exports, double[] advantage, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        int products = exports.Products.Count;
        double least = threshold * (1 - RevealedAdvantage.Rounding);
        return new AdvantageMatrix(exports.Countries, exports.Products, (c, p) => advantage[(c * products) + p] >= least);
    }

    /// <summary>Whether a country has an advantage in a product.</summary>
    public bool this[CountryNumber country, ProductNumber product] =>
        (_bits[(product * WordsPerProduct) + (country / WordBits)] >> (country % WordBits) & 1) != 0;

    /// <summary>Number of products in which a country has an advantage; at least 1.</summary>
    public int Diversity(CountryNumber country) => _productsOf[country].Length;

    /// <summary>Number of countries that have an advantage in a product; at least 1.</summary>
    public int Ubiquity(ProductNumber product) => _countriesOf[product].Length;

    /// <summary>Numbers of the products in which a country has an advantage, in order.</summary>
    public ReadOnlySpan<ProductNumber> ProductsOf(CountryNumber country) => _productsOf[country];

    /// <summary>Numbers of the countries that have an advantage in a product, in order.</summary>
    public ReadOnlySpan<CountryNumber> CountriesOf(ProductNumber product) => _countriesOf[product];

    /// <summary>Number of countries that have an advantage in both products, counted bit by bit.</summary>
    internal int Common(int first, int second)
    {
        ReadOnlySpan<ulong> a = _bits.AsSpan(first * WordsPerProduct, WordsPerProduct);
        ReadOnlySpan<ulong> b = _bits.AsSpan(second * WordsPerProduct, WordsPerProduct);
        int count = 0;
        for (int w = 0; w < a.Length; w++)
        {
            count += BitOperations.PopCount(a[w] & b[w]);
        }

        return count;
    }
}
