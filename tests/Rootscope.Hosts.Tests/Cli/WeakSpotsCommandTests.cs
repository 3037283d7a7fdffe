using System.Text.Json;
using System.Xml.Linq;
using Rootscope.Cli;
using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.Cli;

public class WeakSpotsCommandTests
{
    private const string Semiconductors = """
        t,i,j,k,v,q
        2018,528,156,848620,900,1
        2018,392,156,848620,50,1
        2018,156,842,848620,10,1
        2019,528,156,848620,950,1
        2019,392,156,848620,40,1
        2019,842,156,854231,10,1
        2019,410,156,854231,10,1
        2019,156,842,854231,100,1
        2019,410,842,854231,100,1
        2020,528,156,848620,990,1
        2020,392,156,848620,10,1
        2020,842,156,854231,10,1
        2020,410,156,854231,10,1
        2020,156,842,854231,100,1
        2020,410,842,854231,100,1

        """;

    [Fact]
    public async Task Embedded_facts_alone_answer_with_status_rule_year_and_source()
    {
        // China is CHN, whose table is of one region.
        Dictionary<string, JsonElement> rows = await Rows("weakspots", "--region", "China", "--exposure", "off");
        Assert.Equal(43, rows.Count);
        JsonElement equipment = rows["semi_equipment"];
        Assert.Equal("proxy", equipment.GetProperty("dependenceStatus").GetString());
        Assert.True(equipment.GetProperty("isDependent").GetBoolean());
        Assert.Equal("NLD", equipment.GetProperty("holder").GetString());
        Assert.Equal("geodep", equipment.GetProperty("rule").GetString());
        Assert.Equal(2025, equipment.GetProperty("lastYear").GetInt32());
        Assert.All(
            rows.Values,
            r =>
            {
                Assert.Equal(
                    ("no-data", JsonValueKind.Null),
                    (r.GetProperty("feasibilityStatus").GetString(), r.GetProperty("feasibility").ValueKind)
                );
                Assert.True(
                    r.GetProperty("dependenceStatus").GetString() == "no-data"
                        ? r.GetProperty("bring").GetString()!.Length > 0
                        : r.GetProperty("dependenceSource").GetString()!.Length > 0
                );
            }
        );
    }

    [Fact]
    public async Task Trade_of_the_users_measures_it_over_years()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("BACI_HS17_Y2018.csv", Semiconductors);
        string names = folder.Write("codes.csv", "country_code,country_iso3\n156,CHN\n528,NLD\n392,JPN\n842,USA\n410,KOR\n");
        Dictionary<string, JsonElement> rows = await Rows(
            "weakspots",
            "--region",
            "CHN",
            "--trade",
            file,
            "--countries",
            names,
            "--exposure",
            "off"
        );
        JsonElement equipment = rows["semi_equipment"];
        Assert.Equal(
            ("measured", "NLD", "A"),
            (
                equipment.GetProperty("dependenceStatus").GetString(),
                equipment.GetProperty("holder").GetString(),
                equipment.GetProperty("purity").GetString()
            )
        );
        Assert.Equal((3, 3), (equipment.GetProperty("yearsHeld").GetInt32(), equipment.GetProperty("yearsKnown").GetInt32()));
        Assert.Equal("watch", rows["logic_chips"].GetProperty("corner").GetString());
        Assert.True(rows["logic_chips"].GetProperty("isContested").GetBoolean());
        CliRun show = await CliRun.Of(
            "weakspots",
            "show",
            "semi_equipment",
            "--trade",
            file,
            "--countries",
            names,
            "--exposure",
            "off",
            "-f",
            "csv"
        );
        Assert.Contains("concentration,imports of 848620,CHN,", show.Output, StringComparison.Ordinal);
        Assert.Contains("holder,imports of 848620,NLD,0.99,share,2020,A", show.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_of_the_users_are_read_and_faults_have_a_place()
    {
        using var folder = new TemporaryFolder();
        const string Header = "technology,subject,holder,economies,share,year,source\n";
        string file = folder.Write("own.csv", Header + "bearings,ball bearings,Sweden,SWE,0.8,2024,own survey\n");
        Assert.True((await Rows("weakspots", "--holdings", file, "--exposure", "off"))["bearings"].GetProperty("isDependent").GetBoolean());
        CliRun unknown = await CliRun.Of("weakspots", "--holdings", folder.Write("wrong.csv", Header + "bearing,x,y,SWE,0.8,2024,own\n"));
        Assert.Equal(ExitCode.BadData, unknown.Code);
        Assert.Contains("there is no technology 'bearing'. Nearest: bearings", unknown.Error, StringComparison.Ordinal);
        CliRun percent = await CliRun.Of("weakspots", "--holdings", folder.Write("percent.csv", Header + "bearings,x,y,SWE,80,2024,own\n"));
        Assert.Contains("Write 95% as 0.95", percent.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.NotFound, "There is no rule 'geodap'", "weakspots", "--rule", "geodap")]
    [InlineData(ExitCode.Usage, "--horizon cannot be 'soon'", "weakspots", "--horizon", "soon")]
    [InlineData(ExitCode.NotFound, "There is no region 'XXX'", "weakspots", "--region", "XXX")]
    [InlineData(ExitCode.NotFound, "There is no technology 'lithographie'", "weakspots", "show", "lithographie")]
    [InlineData(ExitCode.BadData, "there is no such file", "weakspots", "--trade", "none.csv")]
    public async Task What_is_not_there_is_said(int code, string told, params string[] arguments)
    {
        CliRun run = await CliRun.Of(arguments);
        Assert.Equal(code, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_pictures_are_well_formed_and_the_same_twice()
    {
        using var folder = new TemporaryFolder();
        foreach (
            string[] command in new string[][]
            {
                ["weakspots", "--exposure", "off"],
                ["weakspots", "--exposure", "off", "--horizon", "settled"],
                ["weakspots", "show", "battery_materials", "--exposure", "off"],
            }
        )
        {
            string[] files = [folder.PathOf("first.svg"), folder.PathOf("second.svg")];
            foreach (string file in files)
            {
                Assert.Equal(ExitCode.Ok, (await CliRun.Of([.. command, "-o", file])).Code);
            }

            string drawn = File.ReadAllText(files[0]);
            Assert.Equal(drawn, File.ReadAllText(files[1]));
            Assert.Contains(
                "Provenance: ",
                string.Concat(XDocument.Parse(drawn).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value)),
                StringComparison.Ordinal
            );
        }
    }

    private static async Task<Dictionary<string, JsonElement>> Rows(params string[] arguments)
    {
        CliRun run = await CliRun.Of([.. arguments, "-f", "json"]);
        Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        return JsonDocument
            .Parse(run.Output)
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .ToDictionary(r => r.GetProperty("technology").GetString()!, StringComparer.Ordinal);
    }
}
