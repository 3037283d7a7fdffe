using System.Text.Json;
using Rootscope.Answers.Pieces;
using Rootscope.Answers.Questions;
using Rootscope.Networks;
using Rootscope.Numerics;
using Rootscope.Numerics.Work;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Answers.Networks;

/// <summary>The failures of firms as pieces: a firm is one.</summary>
internal sealed class RiskPieces(NetworkRiskQuestion question, NetworkReading reading, CascadeModel model, IReadOnlyList<FirmNumber> firms)
{
    private NetworkRiskQuestion Asked => question with { Top = 0 };

    /// <summary>The pieces, worked out with threads and kept in a checkpoint where there is one.</summary>
    /// <param name="checkpoint">A file that keeps what is found; null for none.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="progress">Told how many firms are done, those of an earlier run first.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    public PieceWork<CascadeOutcome> Work(
        string? checkpoint,
        int threads,
        IProgress<AnswerProgress>? progress,
        CancellationToken cancellation
    ) =>
        new()
        {
            Question = Asked,
            Inputs =
            [
                new("network", reading.Network.ContentHash),
                new("ratings", model.Options.Essentiality.ContentHash),
                new("firms", InputHash.Of(firms.Select(f => reading.Network.Firms.Ids[f]))),
            ],
            Work = AnswerProgress.Firms,
            Count = firms.Count,
            Compute = range => Compute(range, checkpoint, threads, progress, cancellation),
            Write = Write,
            Read = Read,
        };

    private IReadOnlyList<CascadeOutcome> Compute(
        PieceRange range,
        string? checkpoint,
        int threads,
        IProgress<AnswerProgress>? progress,
        CancellationToken cancellation
    ) =>
        new RiskRun(model, [.. firms.Skip(range.First).Take(range.Count)], threads, progress).Outcomes(
            checkpoint,
            $"network={reading.Network.ContentHash} question={Asked.ToJson()} rootscope {EngineVersion.Text}",
            cancellation
        );

    private static void Write(Utf8JsonWriter json, CascadeOutcome outcome)
    {
        json.WriteStartArray();
        json.WriteNumberValue((int)outcome.Status);
        json.Number(outcome.Loss);
        json.Number(outcome.Downstream);
        json.Number(outcome.Upstream);
        json.WriteNumberValue(outcome.Steps);
        json.Number(outcome.Residual);
        json.WriteNumberValue(outcome.Touched);
        json.WriteEndArray();
    }

    private static CascadeOutcome Read(JsonElement row) =>
        new(
            (CascadeStatus)row[0].GetInt32(),
            row[1].Number(),
            row[2].Number(),
            row[3].Number(),
            row[4].GetInt32(),
            row[5].GetDouble(),
            row[6].GetInt32()
        );
}
