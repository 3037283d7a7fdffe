using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>What the readers of trade have in common: codes of products, years, and files that are not in UTF-8.</summary>
internal static class TradeFile
{
    /// <summary>Opens a CSV file in UTF-8 or, where its bytes are not that, in Latin-1, as older downloads of trade are.</summary>
    public static CsvFile Open(string path, CancellationToken cancellation)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TableException(path, $"cannot be read ({e.Message}). Check the path.", e);
        }

        return CsvFile.Open(
            new StreamReader(new MemoryStream(bytes), Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1),
            path,
            cancellation
        );
    }

    /// <summary>The year in a cell.</summary>
    public static int Year(CsvFile file, int column) =>
        int.TryParse(file.Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1900 and <= 2200
            ? year
            : throw file.Fault(
                column,
                $"expected a year, found '{file.Text(column)}'. Give it in four digits; monthly figures have to be added up first."
            );

    /// <summary>A product code of so many digits, with the leading zeros that a spreadsheet has taken off.</summary>
    public static string Product(CsvFile file, int column, int digits)
    {
        string code = file.Text(column);
        return code.Length > 0 && code.Length <= digits && code.All(char.IsAsciiDigit)
            ? code.PadLeft(digits, '0')
            : throw file.Fault(column, $"expected a product code of {digits} digits, found '{code}'.");
    }

    /// <summary>A figure that may be missing: empty, or written as NA.</summary>
    public static double? MaybeNumber(CsvFile file, int column) => file.Text(column) is "" or "NA" ? null : file.Number(column);

    /// <summary>A figure of at least zero.</summary>
    public static double Value(CsvFile file, int column) =>
        file.Number(column) is >= 0 and var value
            ? value
            : throw file.Fault(column, $"a value of trade cannot be {file.Text(column)}. Give a figure of at least 0.");
}
