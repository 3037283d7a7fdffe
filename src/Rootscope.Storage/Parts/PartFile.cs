using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rootscope.Tables;

namespace Rootscope.Storage.Parts;

/// <summary>A part of a run in a file whose bytes are those that were written.</summary>
internal sealed class PartFile
{
    private const string Before = "{\"sha256\":\"";
    private const string After = "\"}\n";
    private const int LastLineLength = 78;
    private const string Again = "Run that shard again.";
    private const string CutOff = $"is cut off: the last line, which holds the SHA-256 of the others, is not there. {Again}";

    private PartFile(string path, PartHeader header) => (Path, Header) = (path, header);

    public string Path { get; }

    public PartHeader Header { get; }

    /// <summary>The last line of a part.</summary>
    public static string LastLine(ReadOnlySpan<byte> hash) => Before + Convert.ToHexStringLower(hash) + After;

    /// <summary>Opens a part and checks every byte of it.</summary>
    /// <exception cref="TableException">The file is no part, is cut off or was changed, or another version of the program made it.
    /// </exception>
    public static PartFile Open(string path, string engine)
    {
        using FileStream stream = OpenRead(path);
        string head = FirstLine(stream);
        using JsonDocument json = Parse(path, head);
        int version = json.RootElement.GetProperty(PartHeader.FormatName).GetInt32();
        string maker =
            json.RootElement.TryGetProperty("engine", out JsonElement named) && named.ValueKind == JsonValueKind.String
                ? named.GetString()!
                : "unknown";
        if (version != PartHeader.FormatVersion || maker != engine)
        {
            throw new TableException(
                path,
                $"the part was made by rootscope {maker} (parts of version {version}); this is rootscope {engine} (parts of version "
                    + $"{PartHeader.FormatVersion}), and figures of two versions are not added up. Merge with the version that made the "
                    + "parts, or run every shard again with this one."
            );
        }

        CheckBytes(path, stream);
        var header = PartHeader.FromJson(json.RootElement);
        return new PartFile(path, header);
    }

    /// <summary>The lines of the pieces.</summary>
    /// <exception cref="TableException">There are more or fewer than the header says.</exception>
    public IEnumerable<string> Rows()
    {
        using var reader = new StreamReader(Path, Encoding.UTF8);
        _ = reader.ReadLine();
        for (int row = 0; row < Header.Range.Count; row++)
        {
            string? line = reader.ReadLine();
            yield return line is not null && !line.StartsWith(Before, StringComparison.Ordinal)
                ? line
                : throw new TableException(
                    Path,
                    string.Create(CultureInfo.InvariantCulture, $"has {row} rows and should have {Header.Range.Count}. {Again}")
                );
        }

        if (reader.ReadLine()?.StartsWith(Before, StringComparison.Ordinal) != true)
        {
            throw new TableException(
                Path,
                string.Create(CultureInfo.InvariantCulture, $"has more than the {Header.Range.Count} rows that it says it has. {Again}")
            );
        }
    }

    private static FileStream OpenRead(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            string folder = System.IO.Path.GetDirectoryName(path) is { Length: > 0 } given ? given : ".";
            IEnumerable<string> beside = Directory.Exists(folder)
                ? Directory.EnumerateFiles(folder).Select(f => System.IO.Path.GetFileName(f))
                : [];
            throw new UnknownNameException(
                "part",
                path,
                NearestNames.Of(System.IO.Path.GetFileName(path), beside.Order(StringComparer.Ordinal)),
                "Look whether its shard has ended, and name the file as it is."
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TableException(path, $"the part cannot be read ({e.Message}).", e);
        }
    }

    /// <summary>The first line, as far as a header can be long.</summary>
    private static string FirstLine(FileStream stream)
    {
        const int Longest = 1 << 20;
        byte[] bytes = new byte[(int)Math.Min(Longest, stream.Length)];
        stream.ReadExactly(bytes);
        stream.Position = 0;
        int end = Array.IndexOf(bytes, (byte)'\n');
        return Encoding.UTF8.GetString(bytes, 0, end < 0 ? bytes.Length : end);
    }

    private static JsonDocument Parse(string path, string head)
    {
        JsonDocument? json = null;
        try
        {
            json = JsonDocument.Parse(head);
            if (
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(PartHeader.FormatName, out JsonElement version)
                && version.TryGetInt32(out _)
            )
            {
                return json;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What is no JSON, or none that a part has, is no part.
        }

        json?.Dispose();
        throw head.StartsWith($"{{\"{PartHeader.FormatName}\"", StringComparison.Ordinal)
            ? new TableException(path, CutOff)
            : new TableException(
                path,
                $"is no part of a run: its first line is no header of one. Give files that were written with "
                    + $"{new OptionRepair("shard", null)}."
            );
    }

    private static void CheckBytes(string path, FileStream stream)
    {
        long covered = stream.Length - LastLineLength;
        byte[] last = new byte[LastLineLength];
        if (covered > 0)
        {
            stream.Position = covered;
            stream.ReadExactly(last);
        }

        string line = Encoding.Latin1.GetString(last);
        if (!line.StartsWith(Before, StringComparison.Ordinal) || !line.EndsWith(After, StringComparison.Ordinal))
        {
            throw new TableException(path, CutOff);
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        stream.Position = 0;
        for (long left = covered; left > 0; )
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        string found = LastLine(hash.GetHashAndReset());
        if (found != line)
        {
            throw new TableException(
                path,
                $"was changed after it was written: its bytes have the SHA-256 {Short(found)}…, its last line says {Short(line)}…. {Again}"
            );
        }
    }

    private static string Short(string line) => line.Substring(Before.Length, 12);
}
