using System.Globalization;
using Rootscope.Tables;

namespace Rootscope.Catalogue;

/// <summary>The rules of <see cref="CellRule"/>, cell by cell.</summary>
internal static class CellRules
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>What is wrong with a cell and how to repair it, or null.</summary>
    public static (string Fault, string Repair)? Fault(CatalogueColumn column, string cell, string[] areas, string[] technologies) =>
        column.Rule switch
        {
            CellRule.Text => cell.Length > 0 ? null : ("is empty", $"Fill it: {column.Meaning}"),
            CellRule.Identifier => IsIdentifier(cell)
                ? null
                : ($"'{cell}' is no identifier", "Use lower-case letters, digits and underscores, beginning with a letter."),
            CellRule.Word => OneOf(cell, column.Words, "word"),
            CellRule.OptionalWord => cell.Length == 0 ? null : OneOf(cell, column.Words, "word"),
            // Where a whole file could not be read, its own fault is told, not one for every row that refers to it.
            CellRule.Area => areas.Length == 0 ? null : OneOf(cell, areas, "area"),
            CellRule.Technology => technologies.Length == 0 ? null : OneOf(cell, technologies, "technology"),
            CellRule.OptionalNumber => cell.Length == 0 || Number(cell) is not null
                ? null
                : ($"'{cell}' is no number", "Write it with a decimal point and no thousands separators, or leave the cell empty."),
            CellRule.OptionalYear => cell.Length == 0 || Year(cell) is not null
                ? null
                : ($"'{cell}' is no year", $"Give one year from {FirstYear} to {LastYear}, or leave the cell empty."),
            _ => null,
        };

    public static double? Number(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    public static int? Year(string cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= FirstYear and <= LastYear
            ? year
            : null;

    private static (string Fault, string Repair)? OneOf(string cell, IReadOnlyList<string> words, string kind)
    {
        if (words.Contains(cell, StringComparer.Ordinal))
        {
            return null;
        }

        IReadOnlyList<string> near = NearestNames.Of(cell, words);
        string repair =
            near.Count > 0 ? $"Nearest: {string.Join(", ", near)}."
            : words.Count <= 8 ? $"Use one of {string.Join(", ", words)}."
            : $"Use a {kind} that exists.";
        return (cell.Length == 0 ? "is empty" : $"there is no {kind} '{cell}'", repair);
    }

    private static bool IsIdentifier(string cell) =>
        cell.Length > 0
        && char.IsAsciiLetterLower(cell[0])
        && cell.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
