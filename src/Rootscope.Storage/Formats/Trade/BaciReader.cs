using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Economies;
using Rootscope.Tables.Trade;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>Reads BACI, the reconciled trade of the CEPII: one CSV file a year with the columns t, i, j, k, v and q.</summary>
/// <remarks>
/// Value: thousand US dollars, free on board. Weight: metric tons, not known where the file has NA. Products: six digits of the Harmonized
/// System.
/// </remarks>
public static class BaciReader
{
    internal const string Licence = "Etalab 2.0, as the CEPII states: may be used and passed on, commercially too, with the source named";

    private const string Source = "CEPII, BACI; cite Gaulier and Zignago (2010), CEPII working paper 2010-23; made from UN Comtrade";

    private const int ProductDigits = 6;

    /// <summary>Reads one or more years.</summary>
    /// <param name="paths">The files, such as BACI_HS17_Y2020_V202301.csv, all of one edition of the Harmonized System.</param>
    /// <param name="countries">The file of country codes that comes with them; null leaves numeric codes as they are.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">A file does not fit the layout, or a country is not in the list.</exception>
    public static TradeFlows Read(IReadOnlyList<string> paths, string? countries = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        Dictionary<string, string>? codes = countries is null ? null : ReadCountries(countries);
        return new TradeFlows(Metadata(EditionOf(paths), countries is null), paths.SelectMany(p => ReadYear(p, codes, cancellation)));
    }

    /// <summary>The one edition of the Harmonized System that files are of.</summary>
    internal static string EditionOf(IReadOnlyList<string> paths)
    {
        string[] editions = [.. paths.Select(EditionOf).Distinct(StringComparer.Ordinal)];
        return editions.Length == 1
            ? editions[0]
            : throw new TableException(
                string.Join(", ", paths),
                "these files belong to different editions of the Harmonized System, or there is none. Give files of one edition."
            );
    }

    private static List<TradeFlow> ReadYear(string path, Dictionary<string, string>? countries, CancellationToken cancellation)
    {
        using CsvFile file = CsvFile.Open(path, cancellation);
        (int t, int i, int j, int k, int v, int q) = (
            file.Column("t"),
            file.Column("i"),
            file.Column("j"),
            file.Column("k"),
            file.Column("v"),
            file.Column("q")
        );
        var flows = new List<TradeFlow>();
        var products = new Dictionary<string, string>(StringComparer.Ordinal);
        while (file.Read())
        {
            // Millions of lines share a few thousand codes: each is kept once.
            string product = TradeFile.Product(file, k, ProductDigits);
            product = products.TryGetValue(product, out string? known) ? known : products[product] = product;
            flows.Add(
                new TradeFlow(
                    TradeFile.Year(file, t),
                    Country(file, i, countries),
                    Country(file, j, countries),
                    product,
                    TradeFile.Value(file, v),
                    TradeFile.Amount(file, q)
                )
            );
        }

        return flows;
    }

    private static string Country(CsvFile file, int column, Dictionary<string, string>? countries)
    {
        string number = TradeFile.Code(file, column);
        return countries is null
            ? EconomyIdentities.Find(number) is { } known
                ? known.Code
                : string.Intern(number)
            : countries.TryGetValue(number, out string? code)
                ? code
                : throw file.Fault(
                    column,
                    $"the country '{number}' is not in the list of country codes. Take the list that came with this file."
                );
    }

    internal static Dictionary<string, string> ReadCountries(string path)
    {
        using CsvFile file = CsvFile.Open(path);
        int number = file.Find("country_code") >= 0 ? file.Column("country_code") : file.Column("code");
        int iso = file.Find("country_iso3") >= 0 ? file.Column("country_iso3") : file.Column("iso_3digit_alpha");
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (file.Read())
        {
            string code = TradeFile.Code(file, number);
            string listed = CodeOf(code, file.Text(iso));
            if (codes.TryGetValue(code, out string? other) && other != listed)
            {
                throw file.Fault(number, $"the number {code} is '{other}' and '{listed}' in this list. Keep one line of it.");
            }

            codes[code] = listed;
        }

        return codes;
    }

    /// <summary>
    /// The code of a number: that of the list, under its one identity (S19 is TWN); without one, that of the number, or the number itself.
    /// </summary>
    private static string CodeOf(string number, string listed) =>
        listed.Length == 3 && listed.All(char.IsAsciiLetterOrDigit) ? EconomyIdentities.CodeOf(listed)
        : EconomyIdentities.TryFind(number, out EconomyIdentity? known, out EconomySpelling spelling) && spelling == EconomySpelling.Number
            ? known.Code
        : number;

    /// <summary>The edition in a file's name: hs2017 for BACI_HS17_…; "hs" where the name does not tell.</summary>
    private static string EditionOf(string path)
    {
        string name = Path.GetFileName(path);
        int at = name.IndexOf("_HS", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at + 5 <= name.Length && int.TryParse(name.AsSpan(at + 3, 2), out int year)
            ? $"hs{(year > 80 ? 1900 : 2000) + year}"
            : "hs";
    }

    /// <summary>Whether flows are those of BACI's files.</summary>
    internal static bool Is(TradeMetadata about) => about.Source == Source;

    internal static TradeMetadata Metadata(string edition, bool numeric) =>
        new(
            $"BACI trade, {edition}",
            "USD",
            1000,
            edition,
            "free on board",
            Source,
            Licence,
            MayBePassedOn: true,
            numeric ? ["No list of country codes was given: numbers of the source are read as those of the United Nations."] : []
        );
}
