using System.Text.Json;
using Rootscope.Cli;
using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.Cli;

public class RootsCompareTests
{
    [Fact]
    public async Task One_table_is_compared_without_and_with_capital_use()
    {
        Dictionary<string, JsonElement> off = await Rows(
            "code",
            "roots",
            "--horizon",
            "settled",
            "--capital",
            "off",
            "--ratings",
            "off",
            "--top",
            "0"
        );
        Dictionary<string, JsonElement> on = await Rows("code", "roots", "--horizon", "settled", "--ratings", "off", "--top", "0");
        Dictionary<string, JsonElement> both = await Rows("code", "roots", "compare", "--ratings", "off", "--top", "0");
        Assert.Equal(153, both.Count);
        Assert.All(
            both,
            row =>
            {
                Assert.Equal(off[row.Key].GetProperty("leverage").GetDouble(), row.Value.GetProperty("firstLeverage").GetDouble());
                Assert.Equal(on[row.Key].GetProperty("leverage").GetDouble(), row.Value.GetProperty("secondLeverage").GetDouble());
                Assert.Equal(
                    off[row.Key].GetProperty("rank").GetInt32() - on[row.Key].GetProperty("rank").GetInt32(),
                    row.Value.GetProperty("rise").GetInt32()
                );
            }
        );
        Assert.Contains(both.Values, row => row.GetProperty("rise").GetInt32() > 10);
    }

    [Fact]
    public async Task Revenue_orders_the_first_ranking_by_output()
    {
        Dictionary<string, JsonElement> rows = await Rows("code", "roots", "compare", "--readings", "revenue", "--top", "0");
        double[] shares =
        [
            .. rows.Values.OrderBy(r => r.GetProperty("firstRank").GetInt32()).Select(r => r.GetProperty("outputShare").GetDouble()),
        ];
        Assert.Equal(shares.OrderDescending(), shares);
    }

    [Fact]
    public async Task A_table_compared_with_itself_moves_nothing()
    {
        CliRun run = await CliRun.Of("roots", "compare", "china-2020", "china-2020", "--top", "3");
        Assert.Contains("no product has another place", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_without_a_common_code_are_refused_with_the_way_out()
    {
        CliRun run = await CliRun.Of("roots", "compare", "china-2020", "usa-2017");
        Assert.Equal(ExitCode.BadData, run.Code);
        Assert.Contains("rootscope data aggregate", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Capital_flows_of_ones_own_move_the_buyers_of_a_machine()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("flows.csv", "product,industry,amount\n078,094,9\n078,095,1\n");
        Dictionary<string, JsonElement> spread = Parts(await CliRun.Of("root", "078", "--horizon", "settled", "-f", "json"));
        Dictionary<string, JsonElement> own = Parts(
            await CliRun.Of("root", "078", "--horizon", "settled", "--capital-flows", file, "-f", "json")
        );
        double before = spread["Manufacture of electronic components"].GetProperty("value").GetDouble();
        double after = own["Manufacture of electronic components"].GetProperty("value").GetDouble();
        // Nine tenths of all such machines, where the embedded pattern already gives these makers most of theirs.
        Assert.True(after > 1.2 * before, $"{before} became {after}");
        CliRun both = await CliRun.Of("root", "078", "--capital", "off", "--capital-flows", file);
        Assert.Equal(ExitCode.Usage, both.Code);
        Assert.Contains("Drop one of the two", both.Error, StringComparison.Ordinal);
        CliRun negative = await CliRun.Of(
            "root",
            "078",
            "--capital-flows",
            folder.Write("negative.csv", "product,industry,amount\n078,094,-9\n")
        );
        Assert.Equal(ExitCode.BadData, negative.Code);
        Assert.Contains("line 2", negative.Error, StringComparison.Ordinal);
    }

    private static Dictionary<string, JsonElement> Parts(CliRun run)
    {
        Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        return JsonDocument
            .Parse(run.Output)
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Where(r => r.GetProperty("part").GetString() == "buyer")
            .ToDictionary(r => r.GetProperty("name").GetString()!, StringComparer.Ordinal);
    }

    private static async Task<Dictionary<string, JsonElement>> Rows(string key, params string[] arguments)
    {
        CliRun run = await CliRun.Of([.. arguments, "-f", "json"]);
        Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        return JsonDocument
            .Parse(run.Output)
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .ToDictionary(r => r.GetProperty(key).GetString()!, StringComparer.Ordinal);
    }
}
