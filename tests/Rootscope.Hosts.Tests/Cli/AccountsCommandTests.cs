using System.Globalization;
using System.Text.Json;
using Rootscope.Storage.Formats.Nbs;
using Rootscope.Storage.Workspaces;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary><c>rootscope accounts</c>: what it prints, and what it refuses.</summary>
public sealed class AccountsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Csv_has_a_row_a_sector_in_table_order_with_every_digit()
    {
        CliRun run = await CliRun.Of("accounts", "china-2020", "--measure", "output-multiplier", "-f", "csv");
        Assert.Equal(0, run.Code);
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal("region,code,name,value", lines[0]);
        Assert.Equal(154, lines.Length);
        Assert.StartsWith("CHN,001,Agriculture,1.722", lines[1], StringComparison.Ordinal);
        double value = double.Parse(lines[1].Split(',')[^1], CultureInfo.InvariantCulture);
        Assert.Equal(value.ToString("R", CultureInfo.InvariantCulture), lines[1].Split(',')[^1]);
    }

    [Fact]
    public async Task Json_names_the_measure_its_unit_and_the_share_as_used()
    {
        CliRun run = await CliRun.Of("accounts", "china-2020", "--measure", "extraction-partial", "-f", "json");
        Assert.Equal(0, run.Code);
        JsonElement root = JsonDocument.Parse(run.Output).RootElement;
        JsonElement options = root.GetProperty("provenance").GetProperty("options");
        Assert.Equal("extraction-partial", options.GetProperty("measure").GetString());
        Assert.Equal("0.5", options.GetProperty("share").GetString());
        Assert.Equal(
            ["region", "code", "name", "value"],
            root.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString())
        );
        Assert.Equal("10 000 yuan", root.GetProperty("columns")[3].GetProperty("unit").GetString());
        Assert.Equal(153, root.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task Top_gives_the_largest_first()
    {
        CliRun run = await CliRun.Of("accounts", "china-2020", "--measure", "upstreamness", "--top", "2", "-f", "csv");
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(["011", "009"], lines[1..].Select(l => l.Split(',')[1]));
    }

    [Fact]
    public async Task A_table_of_many_regions_gives_a_row_for_each_region_and_industry()
    {
        CliRun run = await CliRun.Of("accounts", "world-2011", "--measure", "output-multiplier", "-f", "csv");
        Assert.Equal(1436, run.Output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task The_list_names_every_measure_with_unit_and_source()
    {
        CliRun run = await CliRun.Of("accounts", "list", "-f", "csv");
        Assert.Equal(0, run.Code);
        foreach (
            string name in (string[])
                [
                    "output-multiplier",
                    "output-multiplier-total",
                    "value-added-multiplier",
                    "upstreamness",
                    "downstreamness",
                    "backward-linkage",
                    "forward-linkage",
                    "import-content",
                    "domar-weight",
                    "extraction-total",
                    "extraction-backward",
                    "extraction-forward-demand",
                    "extraction-forward-ghosh",
                    "extraction-partial",
                ]
        )
        {
            Assert.Contains($"\n{name},", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_measure_of_pairs_gives_the_rows_of_the_supplier_and_the_buyer_asked_for()
    {
        CliRun run = await CliRun.Of(
            "accounts",
            "world-2011",
            "--measure",
            "extraction-bilateral",
            "--supplier",
            "TWN.c14",
            "--buyer",
            "chn",
            "-f",
            "csv"
        );
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal("region,code,name,partnerRegion,partnerCode,partnerName,value", lines[0]);
        Assert.StartsWith("TWN,c14,", Assert.Single(lines[1..]), StringComparison.Ordinal);
        Assert.Contains(",CHN,,,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exposure_gives_look_through_and_face_value_of_manufacturing()
    {
        CliRun run = await CliRun.Of("accounts", "exposure", "world-2011", "--region", "CHN", "--source", "TWN", "-f", "csv");
        Assert.Equal(0, run.Code);
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal("region,name,lookThrough,faceValue,hidden", lines[0]);
        double[] shares = [.. lines[1].Split(',')[^3..].Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
        Assert.Equal([1.26, 1.02], shares[..2].Select(s => Math.Round(s * 100, 2)));
    }

    [Fact]
    public async Task A_decomposition_has_a_column_a_factor()
    {
        CliRun run = await CliRun.Of(
            "accounts",
            "decompose",
            "china-2020",
            "china-2020",
            "--measure",
            "value-added",
            "--method",
            "polar",
            "-f",
            "csv"
        );
        Assert.Equal(0, run.Code);
        Assert.StartsWith(
            "region,code,name,before,after,change,valueAddedShares,requirements,mix,level\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(2, "reads no --supplier", "accounts", "china-2020", "--measure", "upstreamness", "--supplier", "001")]
    [InlineData(4, "Nearest: TWN.c14", "accounts", "world-2011", "--measure", "extraction-cell", "--supplier", "TWN_c14")]
    [InlineData(5, "has one region", "accounts", "exposure", "china-2020", "--region", "CHN")]
    [InlineData(3, "Aggregate both", "accounts", "decompose", "china-2020", "world-2011")]
    [InlineData(4, "Nearest: upstreamness", "accounts", "china-2020", "--measure", "upstreamnes")]
    [InlineData(4, "Nearest: china-2020", "accounts", "china-202", "--measure", "upstreamness")]
    [InlineData(2, "reads no --share", "accounts", "china-2020", "--measure", "upstreamness", "--share", "0.5")]
    [InlineData(2, "above 0 and at most at 1, not 1.5", "accounts", "china-2020", "--measure", "extraction-partial", "--share", "1.5")]
    [InlineData(2, "--top cannot be -1", "accounts", "china-2020", "--measure", "upstreamness", "--top", "-1")]
    [InlineData(2, "no order 'name'", "accounts", "china-2020", "--measure", "upstreamness", "--sort", "name")]
    [InlineData(2, "accounts TABLE --measure NAME", "accounts", "china-2020")]
    [InlineData(2, "accounts TABLE --measure NAME", "accounts")]
    public async Task What_cannot_be_is_refused_with_a_way_on(int code, string told, params string[] arguments)
    {
        CliRun run = await CliRun.Of(arguments);
        Assert.Equal(code, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_table_that_is_not_productive_ends_with_5_and_names_table_and_radius()
    {
        string workspace = _folder.PathOf("workspace");
        string file = _folder.Write("loop_2020.csv", SmallTables.NotProductive);
        // The import refuses such a table, so it is put into the workspace behind its back.
        new FolderWorkspace(workspace).Put(NbsReader.Read(file, "loop"));
        foreach (string measure in (string[])["output-multiplier", "extraction-total", "import-content"])
        {
            CliRun run = await CliRun.Of("accounts", "loop", "--measure", measure, "--workspace", workspace);
            Assert.Equal(5, run.Code);
            Assert.Contains("'loop'", run.Error, StringComparison.Ordinal);
            Assert.Contains("1.05", run.Error, StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }
    }

    [Fact]
    public async Task A_table_that_is_productive_only_with_imports_ends_with_5_where_imports_count_as_made_at_home()
    {
        const string Leaning = """
            "Code","Description","DescriptionInChinese","01","02","TIU","FU101","FU102","THC","FU103","TC","FU201","FU202","GCF","EX","TFU","IM","GO"
            "01","Farming","农业",10,95,105,55,0,55,0,55,0,0,0,0,55,60,100
            "02","Making","制造",95,10,105,55,0,55,0,55,0,0,0,0,55,60,100
            "TII","Total intermediate input","中间投入合计",105,105,,,,,,,,,,,,,
            "VA001","Compensation of employees","劳动者报酬",5,5,,,,,,,,,,,,,
            "VA002","Net taxes on production","生产税净额",0,0,,,,,,,,,,,,,
            "VA003","Depreciation of fixed assets","固定资产折旧",0,0,,,,,,,,,,,,,
            "VA004","Operating surplus","营业盈余",-10,-10,,,,,,,,,,,,,

            """;
        string workspace = _folder.PathOf("workspace");
        CliRun added = await CliRun.Of(
            "data",
            "add",
            "nbs",
            _folder.Write("leaning_2020.csv", Leaning),
            "--name",
            "leaning",
            "--workspace",
            workspace
        );
        Assert.Equal((0, string.Empty), (added.Code, added.Error));
        CliRun home = await CliRun.Of("accounts", "leaning", "--measure", "output-multiplier", "--workspace", workspace);
        Assert.Equal(0, home.Code);
        foreach (string measure in (string[])["output-multiplier-total", "downstreamness"])
        {
            CliRun run = await CliRun.Of("accounts", "leaning", "--measure", measure, "--workspace", workspace);
            Assert.Equal(5, run.Code);
            Assert.Contains("'leaning'", run.Error, StringComparison.Ordinal);
            Assert.Contains("1.05", run.Error, StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }
    }
}
