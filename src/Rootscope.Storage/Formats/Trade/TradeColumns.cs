using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>Which columns of a file of flows hold what: by their own names, or by the letters of BACI.</summary>
/// <param name="Year">The year.</param>
/// <param name="Exporter">The economy that sells.</param>
/// <param name="Importer">The economy that buys.</param>
/// <param name="Product">The product.</param>
/// <param name="Value">The value.</param>
/// <param name="IsBaci">Whether the columns are those of BACI, whose product codes have six digits.</param>
internal sealed record TradeColumns(int Year, int Exporter, int Importer, int Product, int Value, bool IsBaci)
{
    private static readonly string[] Own = ["year", "exporter", "importer", "product", "value"];
    private static readonly string[] Baci = ["t", "i", "j", "k", "v"];

    public static TradeColumns Of(IReadOnlyList<string> header, string place)
    {
        string[] names = [.. header.Select(h => h.Trim())];
        bool baci = Baci.All(names.Contains) && !Own.All(names.Contains);
        int[] at = [.. (baci ? Baci : Own).Select(n => Array.IndexOf(names, n))];
        int missing = Array.IndexOf(at, -1);
        if (missing >= 0)
        {
            IReadOnlyList<string> near = NearestNames.Of(Own[missing], names);
            throw new TableException(
                place,
                $"there is no column '{Own[missing]}'.{(near.Count > 0 ? $" Nearest: {string.Join(", ", near)}." : string.Empty)} "
                    + "A file of flows has the columns year, exporter, importer, product and value, or those of BACI: t, i, j, k, v."
            );
        }

        return new TradeColumns(at[0], at[1], at[2], at[3], at[4], baci);
    }
}
