using System.Text.Json;
using Rootscope.Answers.Questions;
using Rootscope.Answers.WeakSpots;
using Rootscope.Tests;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>Weak spots, asked through every face.</summary>
public partial class AllFacesTests
{
    [Theory]
    [InlineData("CHN", "china-2020", null)]
    [InlineData("USA", "usa-2017", null)]
    [InlineData("DEU", "world-2011", "DEU")]
    public async Task Weak_spots_are_the_same_through_every_face(string economy, string table, string? region)
    {
        Assert.SkipUnless(table != "usa-2017" || Laws.AsksForMore, "takes half a minute: ROOTSCOPE_CASES=2 asks for it");
        WeakSpotAnswer answer = faces.Analyst.WeakSpots(new WeakSpotQuestion(economy));
        var library = new FaceRows();
        foreach (Rootscope.WeakSpots.WeakSpot spot in answer.Spots)
        {
            library[spot.Technology.Name] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["buildFirst"] = (double?)spot.BuildFirst,
                ["margin"] = spot.Dependence.Margin,
                ["atStakeShare"] = spot.Stake?.AtStakeShare,
                ["atStake"] = spot.Stake?.AtStake,
                ["atStakeLow"] = spot.Stake?.Band?.Low,
                ["yearsToReplace"] = spot.Stake?.YearsToReplace,
                ["carrier"] = spot.Carrier?.Code,
                ["holderShare"] = spot.Dependence.HolderShare,
                ["foreignInputs"] = spot.Inputs?.Foreign,
                ["supported"] = spot.Supported,
            };
        }

        string query = $"table={table}" + (region is null ? string.Empty : $"&region={region}");
        AssertSame(
            new Dictionary<string, FaceRows>(StringComparer.Ordinal)
            {
                ["library"] = library,
                ["command line"] = FaceRows.Of(await faces.Command("weakspots", "--region", economy), (row, _) => Text(row, "name")),
                ["API"] = FaceRows.Of(await faces.Address($"/api/v1/weak-spots?region={economy}"), (row, _) => Text(row, "name")),
                ["figure"] = FaceRows.Of(await faces.Address($"/figures/weak-spots.json?{query}"), (row, _) => Text(row, "name")),
                ["tool"] = FaceRows.Of(await faces.Tool("find_weak_spots", ("region", economy), ("top", 0)), (row, _) => Text(row, "name")),
            },
            shared: 8
        );
    }

    [Theory]
    [InlineData("CHN", "china-2020", null)]
    [InlineData("DEU", "world-2011", "DEU")]
    public async Task What_rests_on_a_weak_spot_is_its_row_of_what_is_at_stake_with_imports(string economy, string table, string? region)
    {
        string[] arguments = ["roots", table, "--by", "technology", "--supply", "imported", "--top", "0"];
        Dictionary<string, JsonElement> ranked = (await faces.Command(region is null ? arguments : [.. arguments, "--region", region]))
            .EnumerateArray()
            .ToDictionary(r => Text(r, "code")!, StringComparer.Ordinal);
        JsonElement[] spots = [.. (await faces.Command("weakspots", "--region", economy, "--exposure", "off")).EnumerateArray()];
        JsonElement[] carried = [.. spots.Where(s => Text(s, "carrier") is not null)];
        Assert.True(carried.Length >= 20, $"only {carried.Length} technologies have a carrier");
        Assert.All(
            carried,
            s =>
            {
                JsonElement row = ranked[Text(s, "carrier")!];
                Assert.Equal(Bits(row, "atStakeShare"), Bits(s, "atStakeShare"));
                Assert.Equal(Bits(row, "atStake"), Bits(s, "atStake"));
                Assert.Equal(Bits(row, "low"), Bits(s, "atStakeLow"));
                Assert.Equal(Bits(row, "high"), Bits(s, "atStakeHigh"));
                Assert.Equal(Bits(row, "yearsToReplace"), Bits(s, "yearsToReplace"));
                Assert.Equal(Text(row, "status"), Text(s, "stakeStatus"));
            }
        );
        double[] known =
        [
            .. carried.Where(s => Text(s, "stakeStatus") == "ok").Select(s => s.GetProperty("atStakeShare").GetDouble()).Order(),
        ];
        double median = known[known.Length / 2];
        Assert.All(
            spots,
            s =>
                Assert.Equal(
                    Text(s, "stakeStatus") == "ok" ? s.GetProperty("atStakeShare").GetDouble() >= median : null,
                    s.GetProperty("restsMuch").ValueKind == JsonValueKind.Null ? (bool?)null : s.GetProperty("restsMuch").GetBoolean()
                )
        );
    }

    [Fact]
    public async Task Leverage_is_the_same_in_a_ranking_of_technologies_on_a_technologys_own_and_among_weak_spots()
    {
        JsonElement ranked = await faces.Command("roots", "china-2020", "--horizon", "settled", "--by", "technology", "--top", "0");
        JsonElement spots = await faces.Command("weakspots", "--region", "CHN", "--horizon", "settled");
        JsonElement own = await faces.Command("root", "semi_equipment", "china-2020", "--horizon", "settled");
        double leverage = ranked.EnumerateArray().Single(r => Text(r, "code") == "semi_equipment").GetProperty("leverage").GetDouble();
        Assert.Equal(
            leverage,
            spots.EnumerateArray().Single(r => Text(r, "technology") == "semi_equipment").GetProperty("leverage").GetDouble()
        );
        Assert.Equal(
            leverage,
            own.EnumerateArray()
                .Single(r => Text(r, "part") == "figures" && Text(r, "item") == "equilibrium")
                .GetProperty("leverage")
                .GetDouble()
        );
    }
}
