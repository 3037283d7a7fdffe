using System.Text;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Files;

/// <summary>The cells of a line as text.</summary>
internal static class GridCells
{
    /// <summary>Splits a line; quotes may hold separators, and two quotes in a row are one.</summary>
    /// <exception cref="TableException">A quote is opened and not closed.</exception>
    public static string[] Split(ReadOnlySpan<byte> line, byte separator, string path, int number)
    {
        line = line.TrimEnd((byte)'\r');
        var cells = new List<string>();
        for (int at = 0; at <= line.Length; )
        {
            cells.Add(
                Next(line, separator, ref at)
                    ?? throw new TableException(
                        $"{path}, line {number}, column {cells.Count + 1}",
                        "opens a quote that is not closed on the same line. Close it, or remove it."
                    )
            );
        }

        return [.. cells];
    }

    /// <summary>
    /// The cell at <paramref name="at"/>, which moves behind the separator; null where the line has no more cells or a quote is not closed.
    /// </summary>
    public static string? Next(ReadOnlySpan<byte> line, byte separator, ref int at)
    {
        if (at > line.Length)
        {
            return null;
        }

        ReadOnlySpan<byte> rest = line[at..];
        if (!rest.IsEmpty && rest[0] == (byte)'"')
        {
            return Quoted(rest, separator, ref at);
        }

        int length = rest.IndexOf(separator);
        length = length < 0 ? rest.Length : length;
        at += length + 1;
        return Encoding.UTF8.GetString(rest[..length]).Trim();
    }

    /// <summary>A text short enough for a message.</summary>
    public static string Shortened(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 37), "...");

    private static string? Quoted(ReadOnlySpan<byte> rest, byte separator, ref int at)
    {
        for (int p = 1; p < rest.Length; p++)
        {
            if (rest[p] != (byte)'"')
            {
                continue;
            }

            if (p + 1 < rest.Length && rest[p + 1] == (byte)'"')
            {
                p++;
                continue;
            }

            int after = rest[(p + 1)..].IndexOf(separator);
            at += after < 0 ? rest.Length + 1 : p + 1 + after + 1;
            return Encoding.UTF8.GetString(rest[1..p]).Replace("\"\"", "\"", StringComparison.Ordinal).Trim();
        }

        return null;
    }
}
