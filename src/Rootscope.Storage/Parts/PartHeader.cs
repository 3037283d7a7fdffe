using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rootscope.Numerics;
using Rootscope.Numerics.Work;

namespace Rootscope.Storage.Parts;

/// <summary>What a part of a run says of itself: of which question over which inputs it is, and which pieces it has.</summary>
public sealed record PartHeader
{
    internal const int FormatVersion = 1;

    internal const string FormatName = "rootscopePart";

    /// <summary>The version of the program that made it.</summary>
    public required string Engine { get; init; }

    /// <summary>The question as JSON on one line, every option in a fixed order.</summary>
    public required string Question { get; init; }

    /// <summary>What was read, each with the SHA-256 of its content.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Inputs { get; init; }

    /// <summary>What is counted, such as firms.</summary>
    public required string Work { get; init; }

    /// <summary>How many pieces the whole run has. Unit: pieces.</summary>
    public required int Pieces { get; init; }

    /// <summary>Which share of them the part has.</summary>
    public required WorkShare Share { get; init; }

    /// <summary>The words of the command that made it, without those about shards and output; empty where no command did.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The pieces of the part.</summary>
    public PieceRange Range => Share.In(Pieces);

    /// <summary>
    /// SHA-256 of the question, the inputs and the number of pieces: parts of one run have the same, and with <see cref="Range"/> it
    /// names a piece of work wherever it is done. Lower-case hexadecimal.
    /// </summary>
    public string Run
    {
        get
        {
            var text = new StringBuilder(Question);
            foreach ((string name, string hash) in Inputs)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n{name} {hash}");
            }

            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n{Pieces} {Work}");
            return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    /// <summary>The header as JSON on one line.</summary>
    internal string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber(FormatName, FormatVersion);
            json.WriteString("engine", Engine);
            json.WriteString("run", Run);
            json.WritePropertyName("question");
            json.WriteRawValue(Question);
            json.WriteStartObject("inputs");
            foreach ((string name, string hash) in Inputs)
            {
                json.WriteString(name, hash);
            }

            json.WriteEndObject();
            json.WriteStartArray("command");
            foreach (string word in Command)
            {
                json.WriteStringValue(word);
            }

            json.WriteEndArray();
            json.WriteString("work", Work);
            json.WriteNumber("pieces", Pieces);
            json.WriteNumber("shard", Share.Number);
            json.WriteNumber("of", Share.Of);
            json.WriteNumber("first", Range.First);
            json.WriteNumber("count", Range.Count);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads a header whose bytes are known to be those that were written.</summary>
    internal static PartHeader FromJson(JsonElement json) =>
        new()
        {
            Engine = json.GetProperty("engine").GetString()!,
            Question = json.GetProperty("question").GetRawText(),
            Inputs = [.. json.GetProperty("inputs").EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetString()!))],
            Command = [.. json.GetProperty("command").EnumerateArray().Select(w => w.GetString()!)],
            Work = json.GetProperty("work").GetString()!,
            Pieces = json.GetProperty("pieces").GetInt32(),
            Share = new WorkShare(json.GetProperty("shard").GetInt32(), json.GetProperty("of").GetInt32()),
        };
}
