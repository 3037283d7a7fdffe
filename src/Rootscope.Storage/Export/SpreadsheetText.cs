using System.Globalization;

namespace Rootscope.Storage.Export;

/// <summary>Text in a CSV file that a spreadsheet may open: nothing of it is taken for a formula.</summary>
/// <remarks>
/// Names of tables, scenarios and comments are other people's. A spreadsheet computes what begins with =, +, -, @, a tab or a return, also
/// in its wide form; such text stands behind an apostrophe, as spreadsheets themselves write it, and reads back by taking one away. Numbers
/// are never touched.
/// </remarks>
public static class SpreadsheetText
{
    private const string Beginnings = "=+-@\t\r＝＋－＠";

    /// <summary>The text as it stands in a file.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text itself, or behind an apostrophe where it would be taken for a formula.</returns>
    public static string Guarded(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> bare = text.AsSpan().TrimStart('\'');
        return bare.Length > 1 && Beginnings.Contains(bare[0], StringComparison.Ordinal) && !IsNumber(bare) ? "'" + text : text;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _);
}
