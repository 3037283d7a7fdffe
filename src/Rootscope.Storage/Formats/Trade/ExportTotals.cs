using System.Globalization;
using System.Runtime.InteropServices;
using Rootscope.Complexity;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>Exports as they are read, in any order, added up by year, country and product.</summary>
internal sealed class ExportTotals
{
    private readonly Dictionary<string, int> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _products = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, Dictionary<(int, int), double>> _years = [];
    private long _added;

    public List<string> Notes { get; } = [];

    /// <summary>Adds a line; a year of null is kept apart from all others.</summary>
    public void Add(int? year, string country, string product, double value)
    {
        if (!_years.TryGetValue(year ?? 0, out Dictionary<(int, int), double>? sums))
        {
            _years[year ?? 0] = sums = [];
        }

        ref double sum = ref CollectionsMarshal.GetValueRefOrAddDefault(
            sums,
            (NumberOf(_countries, country), NumberOf(_products, product)),
            out bool exists
        );
        sum += value;
        _added += exists ? 1 : 0;
    }

    /// <summary>The years that hold any exports, each over the countries and products of all of them, sorted by code.</summary>
    public IReadOnlyList<YearOfExports> Years()
    {
        if (_added > 0)
        {
            Notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_added} {(_added == 1 ? "line was" : "lines were")} added to others of the same year, country and product."
                )
            );
        }

        string[] products = Repaired();
        return
        [
            .. _years
                .Where(y => y.Value.Values.Any(v => v > 0))
                .Select(y => new YearOfExports(y.Key == 0 ? null : y.Key, MatrixOf(y.Value, products))),
        ];
    }

    private static int NumberOf(Dictionary<string, int> numbers, string code)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, code, out bool exists);
        number = exists ? number : numbers.Count - 1;
        return number;
    }

    private ExportMatrix MatrixOf(Dictionary<(int Country, int Product), double> sums, string[] products)
    {
        // Two spellings of a code may be one after the repair: numbers are given anew, by code.
        string[] countryCodes = [.. _countries.Keys.Order(StringComparer.Ordinal)];
        string[] productCodes = [.. products.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int[] rows = [.. _countries.Keys.Select(c => Array.BinarySearch(countryCodes, c, StringComparer.Ordinal))];
        int[] columns = [.. products.Select(p => Array.BinarySearch(productCodes, p, StringComparer.Ordinal))];
        var values = new double[countryCodes.Length * productCodes.Length];
        foreach (((int country, int product), double value) in sums)
        {
            values[(rows[country] * productCodes.Length) + columns[product]] += value;
        }

        return new ExportMatrix(countryCodes, productCodes, values);
    }

    /// <summary>
    /// Product codes in the order they came, with the leading zero that spreadsheets take off: of four- or six-digit codes some are one
    /// short.
    /// </summary>
    private string[] Repaired()
    {
        string[] codes = [.. _products.Keys];
        int longest = codes.Length == 0 ? 0 : codes.Max(c => c.Length);
        bool robbed =
            longest is 4 or 6
            && codes.All(c => c.All(char.IsAsciiDigit) && c.Length >= longest - 1)
            && codes.Any(c => c.Length == longest - 1);
        if (!robbed)
        {
            return codes;
        }

        int repaired = codes.Count(c => c.Length < longest);
        Notes.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{repaired} {(repaired == 1 ? "product code" : "product codes")} of {longest - 1} digits got back a leading zero."
            )
        );
        return Array.ConvertAll(codes, c => c.PadLeft(longest, '0'));
    }
}
