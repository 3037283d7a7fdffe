using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rootscope.Screening.Lists;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Text;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>What readers of lists share: text of bounded size, tables in it, names without blanks, ids that are unique.</summary>
internal static class ListFile
{
    /// <summary>The largest file that is read: many times the largest list.</summary>
    private const long LargestFile = 1L << 30;

    private static readonly string[] DateForms = ["yyyy-MM-dd", "dd/MM/yyyy", "dd-MMM-yyyy", "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ss"];

    /// <summary>SHA-256 over the bytes of files, in lower-case hexadecimal digits; of several, over their hashes in order.</summary>
    public static string HashOf(IReadOnlyList<string> files)
    {
        string[] hashes = [.. files.Select(HashOf)];
        return hashes.Length == 1
            ? hashes[0]
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', hashes))));
    }

    /// <summary>The text of a file in whatever encoding.</summary>
    public static string TextOf(string path)
    {
        if (File.Exists(path) && new FileInfo(path).Length > LargestFile)
        {
            throw new TableException(path, "is larger than 1 GiB, which no list is. Give the list alone.");
        }

        return TextFile.ReadAll(path);
    }

    /// <summary>A table whose header has a word, after lines of another kind such as a date.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="word">A word of the header.</param>
    /// <param name="delimiter">What parts cells.</param>
    /// <param name="before">The lines before the header.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    public static CsvFile Table(string path, string text, string word, char delimiter, out string before, CancellationToken cancellation)
    {
        int start = 0;
        for (int line = 0; line < 5; line++)
        {
            int end = text.IndexOf('\n', start);
            int stop = end < 0 ? text.Length : end;
            if (text.AsSpan(start, stop - start).Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                before = text[..start];
                return Open(path, text[start..], delimiter, cancellation);
            }

            if (end < 0)
            {
                break;
            }

            start = end + 1;
        }

        throw new TableException(
            $"{path}, line 1",
            $"no line of column names with '{word}' is among the first five. The publisher changed the layout, or this is another list: "
                + $"compare it with the layouts that are read."
        );
    }

    /// <summary>A table with a header given apart or as its first line.</summary>
    public static CsvFile Open(string path, string text, char delimiter, CancellationToken cancellation) =>
        CsvFile.Open(
            new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), DecodedStream.Utf8Text),
            path,
            delimiter,
            cancellation
        );

    /// <summary>A date in one of the ways in which lists write it, as year-month-day; empty where it is none.</summary>
    public static string DateOf(string text)
    {
        string trimmed = text.Trim().TrimEnd('Z');
        int point = trimmed.IndexOf('.', StringComparison.Ordinal);
        string plain = point == 19 ? trimmed[..point] : trimmed;
        return DateTime.TryParseExact(plain, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : string.Empty;
    }

    /// <summary>Parts of a cell, trimmed, none empty, none twice.</summary>
    public static string[] Parts(string cell, params char[] separators) =>
        [
            .. cell.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>A name with single blanks.</summary>
    public static string Clean(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The kind of what is listed by the word of a list.</summary>
    public static RecordKind KindOf(string word) =>
        word.ToUpperInvariant() switch
        {
            "INDIVIDUAL" or "PERSON" or "P" => RecordKind.Person,
            "ENTITY" or "ENTERPRISE" or "E" or "ORGANIZATION" or "ORGANISATION" or "COMPANY" or "LEGALENTITY" or "PUBLICBODY" =>
                RecordKind.Organisation,
            "VESSEL" or "SHIP" => RecordKind.Vessel,
            "AIRCRAFT" or "AIRPLANE" => RecordKind.Aircraft,
            _ => RecordKind.Unknown,
        };

    /// <summary>An id made of what a record says, where a list gives none.</summary>
    public static string MadeId(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts))))[..16];

    /// <summary>Records with ids of their own: one that comes again gets a number.</summary>
    public static IReadOnlyList<ScreeningRecord> Unique(IEnumerable<ScreeningRecord> records)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        List<ScreeningRecord> unique = [];
        foreach (ScreeningRecord record in records)
        {
            int count = counts[record.Id] = counts.GetValueOrDefault(record.Id) + 1;
            unique.Add(
                count == 1
                    ? record
                    : new ScreeningRecord($"{record.Id}-{count.ToString(CultureInfo.InvariantCulture)}", record.Kind, record.Names)
                    {
                        Programmes = record.Programmes,
                        Countries = record.Countries,
                        Addresses = record.Addresses,
                        Identifiers = record.Identifiers,
                        Remarks = record.Remarks,
                        Until = record.Until,
                    }
            );
        }

        return unique;
    }

    private static string HashOf(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TableException(path, $"cannot be read ({e.Message}). Check that it is a file and that you may read it.", e);
        }
    }
}
