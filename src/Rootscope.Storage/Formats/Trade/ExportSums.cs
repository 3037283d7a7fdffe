using System.Globalization;
using Rootscope.Complexity;
using Rootscope.Tables.Economies;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>Finds totals that no list knows among exports: a country or product that equals the sum of all others wherever it is.</summary>
internal static class ExportSums
{
    /// <summary>Share by which a sum may be off: figures are rounded before they are added up, or after.</summary>
    private const double Rounding = 1e-9;

    /// <summary>As many sums have to agree before a code is taken for a total.</summary>
    private const int Enough = 3;

    /// <summary>The years without such countries and products; the sentences say which they were.</summary>
    public static IReadOnlyList<YearOfExports> Without(List<(int Year, ExportMatrix Exports)> years, List<string> notes)
    {
        string[] countries = Totals(years, e => e.Countries, (e, i, j) => e[new(i), new(j)], c => EconomyIdentities.Find(c) is null);
        string[] products = Totals(years, e => e.Products, (e, i, j) => e[new(j), new(i)], _ => true);
        foreach ((string what, string code) in countries.Select(c => ("country", c)).Concat(products.Select(p => ("product", p))))
        {
            notes.Add($"Left out, as it is as large as all others together: {what} '{code}'.");
        }

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
