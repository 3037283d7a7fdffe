using System.Globalization;
using Rootscope.Complexity;
using Rootscope.Dependence.Panels;
using Rootscope.Tables.Economies;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>Finds totals that no list knows among exports: a country or product that equals the sum of all others wherever it is.</summary>
internal static class ExportSums
{
    /// <summary>Share by which a sum may be off: figures are rounded before they are added up, or after.</summary>
    private const double Rounding = 1e-9;

    /// <summary>As many sums have to agree before a code is taken for a total.</summary>
    private const int Enough = 3;

    /// <summary>Of a product that equals the sum of those whose codes begin with its own.</summary>
    private const int EnoughOfParts = 2;

    /// <summary>The years without such countries and products; the sentences say which they were.</summary>
    public static IReadOnlyList<YearOfExports> Without(List<(int Year, ExportMatrix Exports)> years, List<string> notes)
    {
        string[] countries = Totals(years, e => e.Countries, (e, i, j) => e[new(i), new(j)], c => EconomyIdentities.Find(c) is null);
        string[] products = Totals(years, e => e.Products, (e, i, j) => e[new(j), new(i)], _ => true);
        string[] wholes = [.. Wholes(years).Except(products, StringComparer.Ordinal)];
        if (wholes.Length > 0)
        {
            notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Left out, as each equals the sum of the products whose codes begin with its own: {wholes.Length} codes, such as "
                        + $"{string.Join(", ", wholes.Take(3))}."
                )
            );
        }

        foreach ((string what, string code) in countries.Select(c => ("country", c)).Concat(products.Select(p => ("product", p))))
        {
            notes.Add($"Left out, as it is as large as all others together: {what} '{code}'.");
        }

        products = [.. products, .. wholes];
        return
        [
            .. years.Select(y => new YearOfExports(
                y.Year == 0 ? null : y.Year,
                countries.Length + products.Length == 0 ? y.Exports : Remaining(y.Exports, countries, products)
            )),
        ];
    }

    private static string[] Totals(
        List<(int Year, ExportMatrix Exports)> years,
        Func<ExportMatrix, IReadOnlyList<string>> codesOf,
        Func<ExportMatrix, int, int, double> value,
        Func<string, bool> mayBe
    )
    {
        if (years.Count == 0)
        {
            return [];
        }

        IReadOnlyList<string> codes = codesOf(years[0].Exports);
        bool[] candidate = [.. codes.Select(mayBe)];
        var agreed = new int[codes.Count];
        foreach ((int _, ExportMatrix exports) in years)
        {
            int across = exports.Countries.Count * exports.Products.Count / Math.Max(1, codes.Count);
            for (int j = 0; j < across; j++)
            {
                (double sum, int count) = (0, 0);
                for (int i = 0; i < codes.Count; i++)
                {
                    sum += value(exports, i, j);
                    count += value(exports, i, j) > 0 ? 1 : 0;
                }

                for (int i = 0; i < codes.Count && count > 1; i++)
                {
                    double own = value(exports, i, j);
                    bool equals = Math.Abs(own - (sum - own)) <= Rounding * sum;
                    candidate[i] &= equals || own == 0;
                    agreed[i] += equals && count > 2 ? 1 : 0;
                }
            }
        }

        return [.. codes.Where((_, i) => candidate[i] && agreed[i] >= Enough)];
    }

    /// <summary>Products that equal the sum of those one level below in every country, as in SITC.</summary>
    private static IEnumerable<string> Wholes(List<(int Year, ExportMatrix Exports)> years)
    {
        string[] codes = [.. years.SelectMany(y => y.Exports.Products).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        IReadOnlyList<IReadOnlyList<int>> parts = PanelTotals.PartsOf(codes);
        var found = new List<string>();
        bool hasLevels = false;
        for (int whole = 0; whole < codes.Length; whole++)
        {
            if (parts[whole].Count == 0)
            {
                continue;
            }

            (bool equals, int agreed) = (true, 0);
            foreach ((int _, ExportMatrix exports) in years)
            {
                int[] places = [.. parts[whole].Select(p => PlaceIn(exports, codes[p])).Where(p => p >= 0)];
                int own = PlaceIn(exports, codes[whole]);
                for (int c = 0; c < exports.Countries.Count && equals; c++)
                {
                    double value = own < 0 ? 0 : exports[new(c), new(own)];
                    double sum = places.Sum(p => exports[new(c), new(p)]);
                    equals = Math.Abs(value - sum) <= Rounding * value;
                    agreed += value > 0 ? 1 : 0;
                }
            }

            if (equals && agreed >= EnoughOfParts)
            {
                found.Add(codes[whole]);
                hasLevels |= parts[whole].Count > 1;
            }
        }

        return hasLevels ? found : [];
    }

    private static int PlaceIn(ExportMatrix exports, string product)
    {
        for (int place = 0; place < exports.Products.Count; place++)
        {
            if (exports.Products[place] == product)
            {
                return place;
            }
        }

        return -1;
    }

    private static ExportMatrix Remaining(ExportMatrix exports, string[] countries, string[] products)
    {
        int[] rows = [.. Enumerable.Range(0, exports.Countries.Count).Where(c => !countries.Contains(exports.Countries[c]))];
        int[] columns = [.. Enumerable.Range(0, exports.Products.Count).Where(p => !products.Contains(exports.Products[p]))];
        return new ExportMatrix(
            [.. rows.Select(r => exports.Countries[r])],
            [.. columns.Select(c => exports.Products[c])],
            [.. rows.SelectMany(r => columns.Select(c => exports[new(r), new(c)]))]
        );
    }
}
