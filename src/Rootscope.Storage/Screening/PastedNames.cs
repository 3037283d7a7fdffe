using System.Text;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Screening;

/// <summary>Names of a small text: a column of a table with commas, or a name a line.</summary>
public static class PastedNames
{
    /// <summary>Reads the names of a text.</summary>
    /// <param name="text">
    /// A table with commas whose first line names a column as <see cref="Columns"/> has it, or lines, each of them a name as it stands.
    /// </param>
    /// <returns>The names in order, none empty, none twice.</returns>
    /// <exception cref="TableException">It begins as a table does, and a line of it is none.</exception>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        bool isTable =
            lines.Length > 1
            && lines[0].Split(',').Select(c => c.Trim(' ', '"', '\uFEFF')).Any(c => Columns.Contains(c, StringComparer.OrdinalIgnoreCase));
        return [.. (isTable ? [.. Cells(text.TrimStart('\uFEFF'))] : lines).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What columns of names are called, the likelier first.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["name", "company", "firm", "supplier", "customer", "企业名称", "名称"];

    private static List<string> Cells(string text)
    {
        using CsvFile rows = CsvFile.Open(new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes(text))), "the file of names");
        int column = Columns.Select(rows.Find).First(c => c >= 0);
        List<string> names = [];
        while (rows.Read())
        {
            names.Add(rows.Text(column).Trim());
        }

        return names;
    }
}
