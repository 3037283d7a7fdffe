using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Shared;

/// <summary>A unit as files state it, such as "M.EUR", "MIO_EUR" or "USD".</summary>
internal static class StatedUnit
{
    private static readonly string[] Files = ["unit.txt", "units.txt", "unit.csv", "units.csv"];

    /// <summary>A table's description under the unit that a file beside its figures states; as it is where there is none.</summary>
    /// <param name="about">The description under the unit that the layout usually has.</param>
    /// <param name="figures">The file of figures; of several folders that hold units, its own counts.</param>
    /// <exception cref="TableException">Sectors have different units, or the unit is no money.</exception>
    public static TableMetadata Applied(TableMetadata about, string figures)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(figures))!;
        string? path = Directory
            .EnumerateFiles(folder)
            .Where(f => Files.Contains(Path.GetFileName(f), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        if (path is null)
        {
            return about;
        }

        var texts = new List<string>();
        using (CsvFile file = CsvFile.Open(path, '\t', CancellationToken.None))
        {
            int unit = file.Find("unit") is >= 0 and int named ? named : file.Header.Count - 1;
            while (file.Read())
            {
                texts.Add(file.Text(unit));
            }
        }

        return Applied(about, texts, path);
    }

    /// <summary>A table's description under the unit that its figures name; as it is where they name none.</summary>
    /// <param name="about">The description under the unit that the layout usually has.</param>
    /// <param name="texts">The units that are named.</param>
    /// <param name="path">The file that names them.</param>
    /// <exception cref="TableException">Units differ, or the unit is no money.</exception>
    public static TableMetadata Applied(TableMetadata about, IReadOnlyList<string> texts, string path)
    {
        if (texts.Count == 0)
        {
            return about;
        }

        (string stated, double scale, string currency) = Of(texts, path);
        return scale == about.UnitScale && currency == about.Currency
            ? about
            : about with
            {
                Unit = stated,
                UnitScale = scale,
                Currency = currency,
                Derivations = [.. about.Derivations, $"{Path.GetFileName(path)} states the unit: {stated}, not {about.Unit}."],
            };
    }

    /// <summary>The one unit that sectors have.</summary>
    /// <param name="texts">The unit of each sector; none where none is stated.</param>
    /// <param name="place">The file, for messages.</param>
    /// <exception cref="TableException">Sectors have different units, or the unit is no money.</exception>
    public static (string Unit, double Scale, string Currency) Of(IReadOnlyList<string> texts, string place)
    {
        if (texts.Count == 0)
        {
            return ("not stated", 1, "XXX");
        }

        string[] distinct = [.. texts.Distinct(StringComparer.Ordinal)];
        if (distinct.Length > 1)
        {
            throw new TableException(
                place,
                $"sectors have different units: {string.Join(", ", distinct.Take(5))}. A table has one unit of money: hybrid tables "
                    + $"cannot be read."
            );
        }

        string unit = distinct[0];
        if (unit is "10 000 yuan")
        {
            return (unit, 10_000, "CNY");
        }

        string[] words = unit.Split(['.', ' ', '_'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? currency =
            Array.Find(words, w => w.Length == 3 && w.All(char.IsAsciiLetterUpper))
            ?? Array.Find(words, w => w.Equals("euro", StringComparison.OrdinalIgnoreCase)) switch
            {
                null => null,
                _ => "EUR",
            };
        string prefix = words.Length > 1 && words[0] != currency ? words[0].ToLowerInvariant() : string.Empty;
        double? scale = prefix switch
        {
            "" => 1,
            "k" or "1000" or "thousand" or "thousands" => 1e3,
            "m" or "mn" or "mio" or "mill" or "million" or "millions" => 1e6,
            "b" or "bn" or "billion" or "billions" => 1e9,
            _ => null,
        };
        return currency is not null && scale is { } known
            ? (unit, known, currency)
            : throw new TableException(
                place,
                $"the unit '{unit}' is no money that is known, such as M.EUR, kUSD or 'million USD'. Correct the file of units."
            );
    }
}
