using System.Globalization;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Trade.Codes;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>What the readers of trade have in common: years, months and figures that may be missing.</summary>
internal static class TradeFile
{
    /// <summary>The year in a cell.</summary>
    public static int Year(IRowSource file, int column)
    {
        ReadOnlySpan<char> text = file.Span(column);
        if (
            IsYear(text, out int year)
            || (text.Length > 5 && text[4] is '.' or ',' && text[5..].Trim('0').IsEmpty && IsYear(text[..4], out year))
        )
        {
            return year;
        }

        throw file.Fault(
            column,
            IsMonth(text)
                ? $"expected a year, found the month '{text}'. Monthly figures have to be added up first."
                : $"expected a year, found '{text}'. Give it in four digits; monthly figures have to be added up first."
        );
    }

    /// <summary>The fault that the current row is of a month, not of a year; null where it is not.</summary>
    public static TableException? IsMonth(IRowSource file, TradeHeader columns) =>
        columns.Frequency >= 0 && file.Span(columns.Frequency) is "M" or "m"
            ? file.Fault(
                columns.Frequency,
                "is 'M': the file holds months. Monthly figures have to be added up to years first, or ask the source for annual ones."
            )
        : columns.Period >= 0 && columns.Period != columns.Year && IsMonth(file.Span(columns.Period))
            ? file.Fault(
                columns.Period,
                $"is the month '{file.Text(columns.Period)}'. Monthly figures have to be added up to years first, or ask the source for "
                    + "annual ones."
            )
        : null;

    /// <summary>A product code of so many digits, with the leading zeros that a spreadsheet has taken off.</summary>
    public static string Product(IRowSource file, int column, int digits)
    {
        string? fault = CodeRepair.FaultOf(file.Text(column), out string code);
        return fault is null && code.Length <= digits && code.All(char.IsAsciiDigit)
            ? code.PadLeft(digits, '0')
            : throw file.Fault(column, fault ?? $"expected a product code of {digits} digits, found '{code}'.");
    }

    /// <summary>A code as it was before a spreadsheet had it.</summary>
    public static string Code(IRowSource file, int column) =>
        CodeRepair.FaultOf(file.Text(column), out string code) is { } fault ? throw file.Fault(column, fault) : code;

    /// <summary>A figure that may be missing: empty, or written as NA; null then.</summary>
    public static double? Amount(IRowSource file, int column)
    {
        // Nearly every cell begins with a digit.
        ReadOnlySpan<char> text = file.Span(column);
        return text.IsEmpty || (!char.IsAsciiDigit(text[0]) && text is "NA" or "N/A" or "NaN" or "nan") ? null : file.Number(column);
    }

    /// <summary>A figure of at least zero.</summary>
    public static double Value(IRowSource file, int column) =>
        file.Number(column) is >= 0 and var value
            ? value
            : throw file.Fault(column, $"a value of trade cannot be {file.Text(column)}. Give a figure of at least 0.");

    private static bool IsYear(ReadOnlySpan<char> text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1900 and <= 2200;

    private static bool IsMonth(ReadOnlySpan<char> text) =>
        text.Length == 6
        && IsYear(text[..4], out _)
        && int.TryParse(text[4..], NumberStyles.None, CultureInfo.InvariantCulture, out int month)
        && month is >= 1 and <= 12;
}
