using System.Text.Json;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>Courses and plans, asked through every face.</summary>
public partial class AllFacesTests
{
    [Fact]
    public async Task A_plan_and_its_loop_are_the_same_through_every_face()
    {
        // With the draws of a page, so that its loop is asked for again.
        const string Loop = "region=CHN&table=china-2020&draws=200";
        string courses = await faces.Text($"/api/v1/upgrade.csv?{Loop}");
        CliRun upgraded = await CliRun.Of("upgrade", "--region", "CHN", "--table", "china-2020", "--draws", "200", "-f", "csv");
        Assert.Equal(Rows(upgraded.Output), Rows(courses));
        const string Small = $"{Loop}&budget=20000000000&frontier=2&robust=0&count=50";
        string plan = await faces.Text($"/api/v1/plan.csv?{Small}");
        CliRun planned = await CliRun.Of([
            .. new[] { "plan", "--region", "CHN", "--budget", "20e9", "--frontier", "2", "--robust", "0", "--count", "50", "-f", "csv" },
        ]);
        Assert.Equal(Rows(planned.Output), Rows(plan));
        Assert.True(Rows(plan).Length > 50);
        JsonElement tool = await faces.Tool(
            "plan_investment",
            ("region", "CHN"),
            ("table", "china-2020"),
            ("budget", 20e9),
            ("frontier", 2),
            ("robust", 0),
            ("count", 50)
        );
        Assert.Equal(Rows(plan).Length - 1, tool.GetArrayLength());
        Assert.Equal(JsonSerializer.Serialize(await faces.Address($"/api/v1/plan?{Small}")), JsonSerializer.Serialize(tool));
    }

    private static string[] Rows(string csv) =>
        [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l[0] != '#')];
}
