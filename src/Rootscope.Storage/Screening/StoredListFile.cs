using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rootscope.Screening.Lists;
using Rootscope.Tables;

namespace Rootscope.Storage.Screening;

/// <summary>A list in a file of the workspace: a line that says what it is and what the others hash to, then a line a record.</summary>
internal static class StoredListFile
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Head(ListSource Source, IReadOnlyList<string> Columns, string Added, bool IsPartial, int Records, string Sha256);

    private sealed record Name(string Text, NameRole Role);

    private sealed record Line(
        string Id,
        RecordKind Kind,
        IReadOnlyList<Name> Names,
        IReadOnlyList<string> Programmes,
        IReadOnlyList<string> Countries,
        IReadOnlyList<string> Addresses,
        IReadOnlyList<string> Identifiers,
        string Remarks,
        string? Until
    );

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(StoredList stored)
    {
        var body = new StringBuilder();
        foreach (ScreeningRecord r in stored.List.Records)
        {
            Name[] names = [.. r.Names.Select(n => new Name(n.Text, n.Role))];
            var line = new Line(r.Id, r.Kind, names, r.Programmes, r.Countries, r.Addresses, r.Identifiers, r.Remarks, r.Until);
            body.Append(JsonSerializer.Serialize(line, Options)).Append('\n');
        }

        byte[] rest = Encoding.UTF8.GetBytes(body.ToString());
        var head = new Head(
            stored.List.Source,
            stored.Columns,
            stored.Added,
            stored.IsPartial,
            stored.List.Records.Count,
            Convert.ToHexStringLower(SHA256.HashData(rest))
        );
        return [.. Encoding.UTF8.GetBytes(JsonSerializer.Serialize(head, Options) + "\n"), .. rest];
    }

    /// <summary>Reads a file and makes sure that it is as it was written.</summary>
    /// <exception cref="TableException">It is damaged.</exception>
    public static StoredList Read(string path)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            int end = Array.IndexOf(bytes, (byte)'\n');
            Head head =
                JsonSerializer.Deserialize<Head>(bytes.AsSpan(0, Math.Max(0, end)), Options) ?? throw new JsonException("it has no head");
            ReadOnlySpan<byte> rest = bytes.AsSpan(end + 1);
            if (Convert.ToHexStringLower(SHA256.HashData(rest)) != head.Sha256)
            {
                throw new JsonException("its records are not those that were written");
            }

            var lines = new List<Range>(head.Records);
            for (int start = end + 1; start < bytes.Length; )
            {
                int stop = start + bytes.AsSpan(start).IndexOf((byte)'\n');
                lines.Add(start..stop);
                start = stop + 1;
            }

            var records = new ScreeningRecord[lines.Count];
            Parallel.For(0, lines.Count, i => records[i] = Record(JsonSerializer.Deserialize<Line>(bytes.AsSpan(lines[i]), Options)!));

            return new StoredList(
                new ScreeningList(head.Source with { IsPartial = head.IsPartial }, records),
                head.Columns,
                head.Added,
                head.IsPartial
            );
        }
        catch (Exception e) when (e is JsonException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new TableException(path, $"the stored list is damaged ({e.Message}). Add it again.", e);
        }
    }

    private static ScreeningRecord Record(Line line) =>
        new(line.Id, line.Kind, [.. line.Names.Select(n => new ListedName(n.Text, n.Role))])
        {
            Programmes = line.Programmes,
            Countries = line.Countries,
            Addresses = line.Addresses,
            Identifiers = line.Identifiers,
            Remarks = line.Remarks,
            Until = line.Until ?? string.Empty,
        };
}
