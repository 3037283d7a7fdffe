using System.Text.Json;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>What is at stake with one product, asked through every face.</summary>
public partial class AllFacesTests
{
    private const string Product = "semi_equipment";

    [Fact]
    public async Task What_is_at_stake_with_one_product_is_the_same_bits_through_every_face()
    {
        StakeOfOneAnswer answer = faces.Analyst.StakeOfOne(new StakeOfOneQuestion(Product));
        var library = new FaceRows();
        foreach (StakeAnswer ranking in answer.Rankings)
        {
            StakeRow row = answer.Under(ranking);
            library[$"figures {Word(ranking.Ranking.Options.Supply)}"] = Cells(
                ("atStake", row.AtStake),
                ("leverage", row.Leverage),
                ("timesTypical", row.TimesTypical),
                ("rank", row.Rank),
                ("yearsLow", answer.Years.Low)
            );
        }

        foreach (StakeOfOnePath path in answer.Paths)
        {
            for (int i = 0; i < path.Moments.Count; i++)
            {
                library[$"path {Word(path.Supply)} {i}"] = Cells(("years", path.Moments[i].Years), ("loss", path.Moments[i].Loss));
            }
        }

        for (int i = 0; i < answer.Buyers.Count; i++)
        {
            library[$"buyer {i}"] = Cells(("share", answer.Buyers[i].Share), ("shareOfCapital", answer.Buyers[i].ShareOfCapital));
        }

        FaceRows command = ByPart(await faces.Command("root", Product, "china-2020"));
        Assert.All(library, r => Assert.All(r.Value, c => Assert.Equal(c.Value, command[r.Key][c.Key])));
        foreach (
            FaceRows face in (FaceRows[])
                [ByPart(await faces.Address($"/api/v1/at-stake/{Product}")), ByPart(await faces.Tool("show_stake", ("product", Product)))]
        )
        {
            Assert.Equal(command.Keys, face.Keys);
            Assert.All(command, r => Assert.Equal(r.Value, face[r.Key]));
        }
    }

    private static string Word(SupplyScope supply) => supply == SupplyScope.All ? "all" : "imported";

    private static Dictionary<string, object?> Cells(params (string Name, double? Value)[] cells) =>
        cells.ToDictionary(c => c.Name, c => (object?)c.Value, StringComparer.Ordinal);

    /// <summary>Rows by part, supply and number among those of the part and supply.</summary>
    private static FaceRows ByPart(JsonElement rows)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return FaceRows.Of(
            rows,
            (row, _) =>
            {
                string part = row.GetProperty("part").GetString()!;
                string key = row.GetProperty("supplyCut").GetString() is { } supply ? $"{part} {supply}" : part;
                int number = seen[key] = seen.GetValueOrDefault(key, -1) + 1;
                return part == "figures" ? key : $"{key} {number}";
            }
        );
    }
}
