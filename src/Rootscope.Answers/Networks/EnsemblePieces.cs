using System.Text.Json;
using Rootscope.Answers.Pieces;
using Rootscope.Answers.Questions;
using Rootscope.Shocks.Lenses.Cascade.Ensembles;

namespace Rootscope.Answers.Networks;

/// <summary>The networks of an ensemble as pieces: a network is one.</summary>
internal static class EnsemblePieces
{
    /// <summary>The pieces, measured with threads.</summary>
    /// <param name="question">The question.</param>
    /// <param name="networks">The networks.</param>
    /// <param name="hashes">SHA-256 of what they are made from.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="progress">Told how many networks are done.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    public static PieceWork<NetworkDraw> Of(
        NetworkEnsembleQuestion question,
        EnsembleNetworks networks,
        IReadOnlyList<KeyValuePair<string, string>> hashes,
        int threads,
        IProgress<int>? progress,
        CancellationToken cancellation
    ) =>
        new()
        {
            Question = question with { Top = 0 },
            Inputs =
            [
                .. hashes,
                new("first network", networks.First.Network.ContentHash),
                new("failing firms", InputHash.Of(networks.Failing ?? [])),
                new("listed firms", InputHash.Of(networks.Listed ?? [])),
            ],
            Work = AnswerProgress.Networks,
            Count = networks.Count,
            Compute = range => networks.Measure(range, threads, progress, cancellation),
            Write = Write,
            Read = Read,
        };

    /// <summary>A network's figures, each with its key: networks may differ in which they have.</summary>
    private static void Write(Utf8JsonWriter json, NetworkDraw draw)
    {
        json.WriteStartArray();
        foreach ((FigureKey key, double? value) in draw.Figures)
        {
            json.WriteStartArray();
            json.WriteNumberValue((int)key.Part);
            json.WriteStringValue(key.Name);
            json.WriteStringValue(key.Figure);
            json.Number(value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static NetworkDraw Read(JsonElement row) =>
        new(
            row.EnumerateArray()
                .Select(f =>
                    KeyValuePair.Create(new FigureKey((EnsemblePart)f[0].GetInt32(), f[1].GetString()!, f[2].GetString()!), f[3].Number())
                )
        );
}
