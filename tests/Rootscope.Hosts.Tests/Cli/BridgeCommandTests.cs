using System.Text.Json;
using Rootscope.Cli;
using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.Cli;

public class BridgeCommandTests
{
    [Fact]
    public async Task Technologies_of_china_2020_are_split_off_with_their_error_and_the_others_are_named()
    {
        JsonElement report = await Json("roots", "--horizon", "settled", "--by", "technology", "--top", "0");
        JsonElement[] rows = [.. report.GetProperty("rows").EnumerateArray()];
        JsonElement row = Assert.Single(rows, r => r.GetProperty("code").GetString() == "semi_equipment");
        Assert.Equal("078", row.GetProperty("splitFrom").GetString());
        Assert.Equal(0.023, row.GetProperty("carrierShare").GetDouble(), 1e-9);
        string[] untested =
        [
            .. rows.Where(r => !IsNone(r, "splitFrom") && IsNone(r, "splitError")).Select(r => r.GetProperty("code").GetString()!).Order(),
        ];
        Assert.Equal(["pv", "rare_earth_magnets", "robots", "semi_materials"], untested);
        Assert.All(rows.Where(r => IsNone(r, "splitFrom")), r => Assert.True(IsNone(r, "splitError")));
        string Buyers(string code) => rows.First(r => r.GetProperty("code").GetString() == code).GetProperty("buyers").GetString()!;
        Assert.Equal("those of its class", Buyers("semi_equipment"));
        Assert.Equal("named by what it is", Buyers("robots"));
        Assert.StartsWith("its carrier's: ", Buyers("hydrogen"), StringComparison.Ordinal);
        string[] notes = [.. report.GetProperty("provenance").GetProperty("notes").EnumerateArray().Select(n => n.GetString()!)];
        string unseen = Assert.Single(
            notes,
            n => n.StartsWith("Core technologies that no defensible bridge shows, ", StringComparison.Ordinal)
        );
        Assert.EndsWith(": hydrogen.", unseen, StringComparison.Ordinal);
        Assert.DoesNotContain("semi_equipment", unseen, StringComparison.Ordinal);
        Assert.Equal("china-2020", report.GetProperty("provenance").GetProperty("options").GetProperty("bridge").GetString());
    }

    private static bool IsNone(JsonElement row, string column) => row.GetProperty(column).ValueKind == JsonValueKind.Null;

    [Fact]
    public async Task Without_a_bridge_technologies_are_seen_through_whole_industries()
    {
        JsonElement whole = await Json("roots", "--horizon", "settled", "--by", "technology", "--bridge", "none", "--top", "0");
        JsonElement industries = await Json("roots", "--horizon", "settled", "--top", "0");
        JsonElement row = Assert.Single(
            whole.GetProperty("rows").EnumerateArray(),
            r => r.GetProperty("code").GetString() == "semi_equipment"
        );
        JsonElement carrier = Assert.Single(
            industries.GetProperty("rows").EnumerateArray(),
            r => r.GetProperty("code").GetString() == "078"
        );
        Assert.Equal(carrier.GetProperty("leverage").GetDouble(), row.GetProperty("leverage").GetDouble());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("splitFrom").ValueKind);
    }

    [Fact]
    public async Task Root_shows_the_part_of_a_technology_and_says_how_sure_it_is()
    {
        JsonElement report = await Json("root", "semi_equipment", "--horizon", "settled");
        Assert.Equal(
            "078-semiconductor-machinery",
            report.GetProperty("provenance").GetProperty("options").GetProperty("name").GetString()
        );
        Assert.Contains(
            report.GetProperty("provenance").GetProperty("notes").EnumerateArray(),
            n => n.GetString()!.Contains("in the wrong place", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_bridge_of_ones_own_splits_what_it_names_and_its_faults_are_told()
    {
        using var folder = new TemporaryFolder();
        const string Header = "parent,part,name,technologies,reference,outputShare,importShare,exportShare,grade,error,source\n";
        string own = folder.Write("own.csv", Header + "087,087-li,Lithium batteries,li_ion:A,335911,0.9,,,B,,own estimate\n");
        JsonElement report = await Json("roots", "--horizon", "settled", "--bridge", own, "--top", "0");
        Assert.Contains(report.GetProperty("rows").EnumerateArray(), r => r.GetProperty("code").GetString() == "087-li");
        CliRun bad = await CliRun.Of(
            "roots",
            "--bridge",
            folder.Write("bad.csv", Header + "087,087-li,Lithium batteries,li_ion,335911,0.9,,,B,,own estimate\n")
        );
        Assert.Equal(ExitCode.BadData, bad.Code);
        Assert.Contains("such as li_ion:A", bad.Error, StringComparison.Ordinal);
        CliRun unknown = await CliRun.Of("roots", "--bridge", "china-2002");
        Assert.Equal(ExitCode.NotFound, unknown.Code);
        Assert.Contains("Nearest: china-2020", unknown.Error, StringComparison.Ordinal);
        CliRun technology = await CliRun.Of(
            "roots",
            "--bridge",
            folder.Write("typo.csv", Header + "087,087-li,Lithium batteries,li_iom:A,335911,0.9,,,B,,own estimate\n")
        );
        Assert.Equal(ExitCode.NotFound, technology.Code);
        Assert.Contains("Nearest: li_ion", technology.Error, StringComparison.Ordinal);
        CliRun ignored = await CliRun.Of("roots", "compare", "--bridge", own);
        Assert.NotEqual(ExitCode.Ok, ignored.Code);
        CliRun american = await CliRun.Of("roots", "usa-2017", "--bridge", own);
        Assert.Equal(ExitCode.BadData, american.Code);
        Assert.Contains("has no industry '", american.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Json(params string[] arguments)
    {
        CliRun run = await CliRun.Of([.. arguments, "-f", "json"]);
        Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
