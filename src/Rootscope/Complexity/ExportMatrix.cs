using System.Globalization;

namespace Rootscope.Complexity;

/// <summary>What one economy sells of one product.</summary>
/// <param name="Country">Code of the economy.</param>
/// <param name="Product">Code of the product.</param>
/// <param name="Value">Value; any unit, the same for all.</param>
public readonly record struct ExportEntry(string Country, string Product, double Value);

/// <summary>Exports by country and product in one period; immutable.</summary>
/// <remarks>
/// Unit of values: any money, the same in all cells; nothing that is computed from it depends on it. Shape: countries × products,
/// row-major. Zero where nothing is known: sources do not tell the two apart. Memory: 8 bytes a cell.
/// </remarks>
public sealed class ExportMatrix
{
    private readonly double[] _values;
    private readonly double[] _countryTotals;
    private readonly double[] _productTotals;

    /// <summary>Checks the values and takes them over.</summary>
    /// <param name="countries">Codes of the countries, each once.</param>
    /// <param name="products">Codes of the products, each once.</param>
    /// <param name="values">Countries × products, row-major; at least 0.</param>
    /// <exception cref="ArgumentException">A code occurs twice, there are no countries or products, the shape does not fit, or a value is
    /// negative or not finite.</exception>
    public ExportMatrix(IReadOnlyList<string> countries, IReadOnlyList<string> products, ReadOnlySpan<double> values)
        : this(
            [.. countries ?? throw new ArgumentNullException(nameof(countries))],
            [.. products ?? throw new ArgumentNullException(nameof(products))],
            values.ToArray()
        ) { }

    private ExportMatrix(string[] countries, string[] products, double[] values)
    {
        CheckCodes(countries, nameof(countries));
        CheckCodes(products, nameof(products));
        if (values.Length != (long)countries.Length * products.Length)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{countries.Length} countries × {products.Length} products need "
                        + $"{(long)countries.Length * products.Length} values, got {values.Length}."
                ),
                nameof(values)
            );
        }

        Countries = countries;
        Products = products;
        _values = values;
        _countryTotals = new double[countries.Length];
        _productTotals = new double[products.Length];
        for (int c = 0; c < countries.Length; c++)
        {
            for (int p = 0; p < products.Length; p++)
            {
                double value = values[(c * products.Length) + p];
                if (!(value >= 0) || !double.IsFinite(value))
                {
                    throw new ArgumentException(
                        Text($"What '{countries[c]}' sells of '{products[p]}' is {value}; it has to be a figure of at least 0."),
                        nameof(values)
                    );
                }

                _countryTotals[c] += value;
                _productTotals[p] += value;
            }
        }

        Total = _countryTotals.Sum();
    }

    /// <summary>Codes of the countries.</summary>
    public IReadOnlyList<string> Countries { get; }

    /// <summary>Codes of the products.</summary>
    public IReadOnlyList<string> Products { get; }

    /// <summary>All values. Unit: that of the source. Shape: countries × products, row-major.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>All exports of each country. Unit: that of the source.</summary>
    public ReadOnlySpan<double> CountryTotals => _countryTotals;

    /// <summary>All exports of each product. Unit: that of the source.</summary>
    public ReadOnlySpan<double> ProductTotals => _productTotals;

    /// <summary>All exports. Unit: that of the source.</summary>
    public double Total { get; }

    /// <summary>What country <paramref name="country"/> sells of product <paramref name="product"/>. Unit: that of the source.</summary>
    public double this[CountryNumber country, ProductNumber product] => _values[(country * Products.Count) + product];

    /// <summary>Collects entries; those of the same country and product are added up, in the order given.</summary>
    /// <param name="entries">The entries, in any order.</param>
    /// <returns>Countries and products sorted by code in ordinal order.</returns>
    /// <exception cref="ArgumentException">There is no entry, a code is empty, or a value is negative or not finite.</exception>
    public static ExportMatrix From(IEnumerable<ExportEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ExportEntry[] all = [.. entries];
        string[] countries = [.. all.Select(e => e.Country).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] products = [.. all.Select(e => e.Product).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> rows = Numbers(countries);
        Dictionary<string, int> columns = Numbers(products);
        var values = new double[countries.Length * products.Length];
        foreach (ExportEntry entry in all)
        {
            if (!(entry.Value >= 0) || !double.IsFinite(entry.Value))
            {
                throw new ArgumentException(
                    Text($"What '{entry.Country}' sells of '{entry.Product}' is {entry.Value}; it has to be a figure of at least 0."),
                    nameof(entries)
                );
            }

            values[(rows[entry.Country] * products.Length) + columns[entry.Product]] += entry.Value;
        }

        return new ExportMatrix(countries, products, values);
    }

    /// <summary>The same with some of the countries only, in the order given; totals are those of what remains.</summary>
    /// <param name="countries">Numbers of the countries to keep.</param>
    public ExportMatrix WithCountries(IReadOnlyList<CountryNumber> countries)
    {
        ArgumentNullException.ThrowIfNull(countries);
        int width = Products.Count;
        var values = new double[countries.Count * width];
        for (int c = 0; c < countries.Count; c++)
        {
            _values.AsSpan(countries[c] * width, width).CopyTo(values.AsSpan(c * width));
        }

        return new ExportMatrix([.. countries.Select(c => Countries[c])], [.. Products], values);
    }

    private static void CheckCodes(string[] codes, string name)
    {
        if (codes.Length == 0)
        {
            throw new ArgumentException($"There are no {name}.", name);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string code in codes)
        {
            if (string.IsNullOrWhiteSpace(code) || !seen.Add(code))
            {
                throw new ArgumentException($"The code '{code}' among the {name} is empty or occurs twice.", name);
            }
        }
    }

    private static Dictionary<string, int> Numbers(string[] codes)
    {
        var numbers = new Dictionary<string, int>(codes.Length, StringComparer.Ordinal);
        for (int i = 0; i < codes.Length; i++)
        {
            numbers[codes[i]] = i;
        }

        return numbers;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
