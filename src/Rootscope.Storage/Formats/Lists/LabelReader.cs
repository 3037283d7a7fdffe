using Rootscope.Catalogue;
using Rootscope.Roots.Validation;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Lists;

/// <summary>Reads an expert list that is mapped to industries: the labels of the validity test.</summary>
public static class LabelReader
{
    /// <summary>
    /// Reads a CSV file with the columns <c>list</c>, <c>item_id</c>, <c>classification</c>, <c>code</c> and <c>strength</c> (A, B or C);
    /// others are passed over.
    /// </summary>
    /// <returns>One mention a row, in the order of the file.</returns>
    /// <exception cref="TableException">A column is missing, a cell is empty or no grade, or the file has no row.</exception>
    public static IReadOnlyList<ExpertMention> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using CsvFile csv = CsvFile.Open(path);
        int list = csv.Column("list");
        int item = csv.Column("item_id");
        int classification = csv.Column("classification");
        int code = csv.Column("code");
        int strength = csv.Column("strength");
        var mentions = new List<ExpertMention>();
        while (csv.Read())
        {
            mentions.Add(
                new ExpertMention(
                    $"{path}, line {csv.Line}",
                    Required(csv, list),
                    Required(csv, item),
                    Required(csv, classification),
                    Required(csv, code),
                    GradeOf(csv, strength)
                )
            );
        }

        return mentions.Count > 0
            ? mentions
            : throw new TableException($"{path}, line 2", "the list has no row. Give one row for every item and industry.");
    }

    private static string Required(CsvFile csv, int column) =>
        csv.Text(column) is { Length: > 0 } text ? text : throw csv.Fault(column, "the cell is empty. Fill it, or remove the row.");

    private static PurityGrade GradeOf(CsvFile csv, int column) =>
        csv.Text(column) switch
        {
            "A" => PurityGrade.A,
            "B" => PurityGrade.B,
            "C" => PurityGrade.C,
            string other => throw csv.Fault(column, $"expected a grade, found '{other}'. Write A, B or C."),
        };
}
