using System.Globalization;
using Rootscope.Catalogue;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Splitting;

namespace Rootscope.Storage.Formats.Lists;

/// <summary>Reads a bridge from a finer table to technologies.</summary>
internal static class BridgeReader
{
    /// <summary>Reads a bridge.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="sizes">Where shares of output in it are from.</param>
    public static TechnologyBridge Read(CsvFile file, string name, SizeOrigin sizes)
    {
        int parent = file.Column("parent");
        int part = file.Column("part");
        int title = file.Column("name");
        int technologies = file.Column("technologies");
        int reference = file.Column("reference");
        int basis = file.Find("basis");
        int buyers = file.Find("buyers");
        int use = file.Find("use");
        int source = file.Column("source");
        var parts = new List<BridgePart>();
        while (file.Read())
        {
            PartBasis kind = Basis(file, basis);
            parts.Add(
                new BridgePart(
                    new SplitPart(
                        Required(file, parent),
                        Required(file, part),
                        Required(file, title),
                        kind == PartBasis.Carrier ? [] : Words(file, reference),
                        Share(file, "outputShare"),
                        Share(file, "importShare"),
                        Share(file, "exportShare")
                    )
                    {
                        Basis = kind,
                        Buyers = buyers < 0 ? [] : Buyers(file, buyers),
                        Use = Use(use < 0 ? string.Empty : file.Text(use), word => file.Fault(use, word)),
                    },
                    [.. Words(file, technologies).Select(word => Carried(file, technologies, word))],
                    Share(file, "error", most: double.MaxValue),
                    Required(file, source)
                )
                {
                    SizeFrom = Share(file, "outputShare") is null ? SizeOrigin.Reference : sizes,
                }
            );
        }

        return new TechnologyBridge(name, parts);
    }

    private static string Required(CsvFile file, int column) =>
        file.Text(column) is { Length: > 0 } text ? text : throw file.Fault(column, "the cell is empty. Fill it, or remove the row.");

    private static string[] Words(CsvFile file, int column) => Required(file, column).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static PartBasis Basis(CsvFile file, int column) =>
        (column < 0 ? string.Empty : file.Text(column)) switch
        {
            "" or "class" => PartBasis.Class,
            "lent" => PartBasis.Lent,
            "carrier" => PartBasis.Carrier,
            { } other => throw file.Fault(column, $"expected class, lent or carrier, found '{other}'."),
        };

    /// <summary>What named buyers use a part as.</summary>
    internal static PartUse Use(string word, Func<string, Exception> fault) =>
        word switch
        {
            "" => PartUse.AsLent,
            "inputs" => PartUse.Inputs,
            "capital" => PartUse.Capital,
            _ => throw fault($"expected inputs or capital, or nothing, found '{word}'."),
        };

    private static PartBuyer[] Buyers(CsvFile file, int column) =>
        Buyers(file.Text(column), word => file.Fault(column, $"expected a code, or one with a weight, such as 334413:2, found '{word}'."));

    /// <summary>Named buyers, with or without weights: "334413" or "3361+3363:33 334:32".</summary>
    internal static PartBuyer[] Buyers(string text, Func<string, Exception> fault) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word =>
                    word.Split(':') is [var code] ? new PartBuyer(code)
                    : word.Split(':') is [var named, var weight]
                    && double.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                        ? new PartBuyer(named, number)
                    : throw fault(word)
                ),
        ];

    private static CarriedTechnology Carried(CsvFile file, int column, string word) =>
        word.Split(':') is [var id, var letter] && Enum.TryParse(letter, out PurityGrade grade) && letter is "A" or "B" or "C"
            ? new CarriedTechnology(id, grade)
            : throw file.Fault(column, $"expected a technology and its grade, such as li_ion:A, found '{word}'.");

    private static double? Share(CsvFile file, string name, double most = 1)
    {
        int column = file.Find(name);
        if (column < 0 || file.Text(column).Length == 0)
        {
            return null;
        }

        double value = file.Number(column);
        return value >= 0 && value <= most
            ? value
            : throw file.Fault(
                column,
                FormattableString.Invariant(
                    $"{name} is {value:G6}. Give a share from 0 to {(most > 1 ? "any size" : "1")}, or leave it empty."
                )
            );
    }
}
