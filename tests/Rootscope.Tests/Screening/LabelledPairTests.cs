using Rootscope.Screening.Calibration;
using Rootscope.Screening.Scores;

namespace Rootscope.Tests.Screening;

/// <summary>
/// Names that others labelled (opensanctions/nomenklatura, contrib/name_bench, MIT, 2026-08-05), against what logic-v2 answered on the
/// pairs
/// that both versions of the set share. The half on which no weight was set is told by a hash of the pair.
/// </summary>
public class LabelledPairTests
{
    private const double LeastF1 = 0.82;

    /// <summary>The score that logic-v2 has on all shared pairs at its own threshold.</summary>
    private const double PeerF1 = 0.767;

    [Fact]
    public void The_held_half_of_the_shared_pairs_is_answered_better_than_the_peer_does()
    {
        List<(LabelledPair Pair, bool Peer)> shared = Shared();
        Assert.Equal(762, shared.Count);
        var held = shared.Where(p => p.Pair.IsHeld).ToList();
        Assert.InRange(held.Count, 340, 420);
        ThresholdPoint ours = new ThresholdSweep(held.Select(p => p.Pair)).At(NameScore.DefaultThreshold);
        Assert.InRange(ours.F1, LeastF1, 1);
        Assert.Equal(PeerF1, F1Of(shared), 0.01);
        Assert.True(ours.F1 > F1Of(held) + 0.03, $"ours {ours.F1:F4}, peer {F1Of(held):F4}");
    }

    private static double F1Of(List<(LabelledPair Pair, bool Peer)> pairs) =>
        new ThresholdPoint(
            0,
            pairs.Count(p => p.Pair.IsMatch && p.Peer),
            pairs.Count(p => !p.Pair.IsMatch && p.Peer),
            pairs.Count(p => p.Pair.IsMatch && !p.Peer)
        ).F1;

    private static List<(LabelledPair Pair, bool Peer)> Shared()
    {
        string[] key = ["case_group", "schema", "name1", "name2"];
        Dictionary<string, bool> peer = new(StringComparer.Ordinal);
        foreach (Dictionary<string, string> row in Rows("logicv2-frozen.csv"))
        {
            peer[string.Join('\n', key.Select(k => row[k]))] = row["predicted_match"] == "true";
        }

        List<(LabelledPair, bool)> shared = [];
        foreach (Dictionary<string, string> row in Rows("cases.csv"))
        {
            if (peer.TryGetValue(string.Join('\n', key.Select(k => row[k])), out bool answer))
            {
                shared.Add((new LabelledPair(row["name1"], row["name2"], row["is_match"] == "true", row["quality"]), answer));
            }
        }

        return shared;
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        string path = SharedData.Require("data", "screening", "nomenklatura_name_bench", file);
        using var reader = Sylvan.Data.Csv.CsvDataReader.Create(path);
        while (reader.Read())
        {
            yield return Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetString, StringComparer.Ordinal);
        }
    }
}
