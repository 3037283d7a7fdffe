using System.Text;
using System.Text.Json;
using Rootscope.Answers.Questions;
using Rootscope.Numerics;
using Rootscope.Numerics.Work;
using Rootscope.Storage.Parts;

namespace Rootscope.Answers.Pieces;

/// <summary>The work behind an answer as pieces of which none needs another: firms that fail, networks that are drawn.</summary>
/// <typeparam name="T">What a piece comes to.</typeparam>
internal sealed class PieceWork<T>
{
    /// <summary>The question, with the same JSON for all that leaves the pieces as they are, such as a number of rows to tell.</summary>
    public required Question Question { get; init; }

    /// <summary>What was read, each with the SHA-256 of its content, so that parts of other inputs are refused.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Inputs { get; init; }

    /// <summary>What is counted.</summary>
    public required string Work { get; init; }

    /// <summary>How many there are. Unit: pieces.</summary>
    public required int Count { get; init; }

    /// <summary>Works pieces out, in their order; the same bits whichever others are worked out beside them.</summary>
    public required Func<PieceRange, IReadOnlyList<T>> Compute { get; init; }

    /// <summary>Writes what a piece comes to as one JSON value, with every digit.</summary>
    public required Action<Utf8JsonWriter, T> Write { get; init; }

    /// <summary>Reads it again, bit for bit.</summary>
    public required Func<JsonElement, T> Read { get; init; }

    /// <summary>What all pieces come to, in their order: worked out here, or taken from parts.</summary>
    /// <param name="parts">The parts; null to work all out.</param>
    public IReadOnlyList<T> All(PartSet? parts)
    {
        if (parts is null)
        {
            return Compute(WorkShare.Whole.In(Count));
        }

        parts.Require(HeaderOf(WorkShare.Whole));
        var all = new List<T>(Count);
        foreach (string row in parts.Rows())
        {
            using var json = JsonDocument.Parse(row);
            all.Add(Read(json.RootElement));
        }

        return all;
    }

    /// <summary>One share of the work.</summary>
    public WorkPart Part(WorkShare share) => new(HeaderOf(share), [.. Compute(share.In(Count)).Select(RowOf)]);

    private PartHeader HeaderOf(WorkShare share) =>
        new()
        {
            Engine = EngineVersion.Text,
            Question = Question.ToJson(),
            Inputs = Inputs,
            Work = Work,
            Pieces = Count,
            Share = share,
        };

    private string RowOf(T piece)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Write(json, piece);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
