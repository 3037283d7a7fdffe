using Rootscope.Catalogue;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Splitting;

namespace Rootscope.Storage.Formats.Lists;

/// <summary>Reads a bridge from a finer table to technologies.</summary>
internal static class BridgeReader
{
    public static TechnologyBridge Read(CsvFile file, string name)
    {
        int parent = file.Column("parent");
        int part = file.Column("part");
        int title = file.Column("name");
        int technologies = file.Column("technologies");
        int reference = file.Column("reference");
        int source = file.Column("source");
        var parts = new List<BridgePart>();
        while (file.Read())
        {
            parts.Add(
                new BridgePart(
                    new SplitPart(
                        Required(file, parent),
                        Required(file, part),
                        Required(file, title),
                        Words(file, reference),
                        Share(file, "outputShare"),
                        Share(file, "importShare"),
                        Share(file, "exportShare")
                    ),
                    [.. Words(file, technologies).Select(word => Carried(file, technologies, word))],
                    Share(file, "error", most: double.MaxValue),
                    Required(file, source)
                )
            );
        }

        return new TechnologyBridge(name, parts);
    }

    private static string Required(CsvFile file, int column) =>
        file.Text(column) is { Length: > 0 } text ? text : throw file.Fault(column, "the cell is empty. Fill it, or remove the row.");

    private static string[] Words(CsvFile file, int column) => Required(file, column).Split(' ', StringSplitOptions.RemoveEmptyEntries);

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
