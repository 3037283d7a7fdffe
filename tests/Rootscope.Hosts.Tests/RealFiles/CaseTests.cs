using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.RealFiles;

/// <summary>
/// Files of public bug reports on which the program was once wrong, each with the command that was wrong and its right value. They lie in
/// the folder <c>cases</c> of the shared data; kin of theirs, made here, are in the other classes of this folder.
/// </summary>
public sealed class CaseTests : IDisposable
{
    /// <summary>What six exporters sell in the files of Comtrade, whatever else stands in them.</summary>
    private const string SixExporters = ",CHN,|,2217,|,CIV,|,3708,|,DEU,|,2486,|,JPN,|,3592,|,TWN,|,1534,|,USA,|,1869,";

    private readonly TemporaryFolder _folder = new();

    /// <summary>Case, command, exit code, what is told (between bars), what is not.</summary>
    public static TheoryData<string, string, int, string, string> Commands =>
        new()
        {
            {
                "01-baci-na-country-codes",
                "dependence BACI_HS17_Y2020_V202102.csv --countries country_codes_V202102.csv --importer CHN --rule eu2021 -f csv",
                ExitCode.Ok,
                "TWN 60.0%; JPN 20.0%; USA 20.0%|849 100.0%|697 100.0%",
                "N/A"
            },
            {
                "01-baci-na-country-codes",
                "dependence BACI_HS17_Y2021_V202102.csv --countries country_codes_V202102.csv --importer CHN --rule eu2021 -f csv",
                ExitCode.Ok,
                // (600² + 200² + 200² + 100²) / 1100²
                ",0.371900826446281,|TWN 54.5%",
                "N/A"
            },
            { "02-comtrade-trailing-comma", "complexity c2_trailcomma.csv --filter none -f csv", ExitCode.Ok, SixExporters, "S19" },
            { "02-comtrade-trailing-comma", "complexity c0.csv --filter none -f csv", ExitCode.Ok, SixExporters, "S19" },
            { "04-comtrade-levels-mixed", "complexity c5_levels.csv --filter none -f csv", ExitCode.Ok, SixExporters, ",6651," },
            {
                "05-comtrade-month-as-year",
                "complexity c11_onemonth.csv --filter none -f csv",
                ExitCode.BadData,
                "line 2|'M'|Monthly figures have to be added up",
                ""
            },
            {
                "05-comtrade-month-as-year",
                "complexity ct_old_month.csv --filter none -f csv",
                ExitCode.BadData,
                "line 2|is the month '201503'|Monthly figures have to be added up",
                ""
            },
            {
                "05-comtrade-month-as-year",
                "complexity c10_monthly.csv --filter none -f csv",
                ExitCode.BadData,
                "'M'|Monthly figures have to be added up",
                "listed twice"
            },
            { "07-complexity-world-as-country", "complexity exw.csv -f csv", ExitCode.Ok, "1,AAA,1.43471447551", "World" },
            { "07-complexity-world-as-country", "complexity ex.csv -f csv", ExitCode.Ok, "1,AAA,1.43471447551", "World" },
            { "09-complexity-own-flows", "complexity self.csv --filter none -f csv", ExitCode.Ok, ",CHN,|,60,", ",360," },
            {
                "09-complexity-own-flows",
                "dependence self.csv --importer CHN --rule eu2021",
                ExitCode.Ok,
                "Left out: 1 flows of an economy with itself.",
                ""
            },
            { "10-complexity-comtradr-imports-added", "complexity comtradr.csv --filter none -f csv", ExitCode.Ok, SixExporters, ",3717," },
            {
                "10-complexity-comtradr-imports-added",
                "complexity comtradr.csv --filter none --columns product=cmd_code,value=primary_value,year=ref_year -f csv",
                ExitCode.Ok,
                SixExporters,
                ",3717,"
            },
            {
                "10-complexity-comtradr-imports-added",
                "complexity c12_xm.csv --filter none --columns country=reporterISO,product=cmdCode,value=primaryValue,year=refYear -f csv",
                ExitCode.Ok,
                SixExporters,
                ",3717,"
            },
            {
                "11-dependence-world-spellings",
                "dependence w0.csv --importer DEU --rule eu2021 -f csv",
                ExitCode.Ok,
                // (400² + 150² + 50²) / 600²
                "flagged|,600,|,0.513888888888|CHN 66.7%",
                "0 50.0%"
            },
            {
                "11-dependence-world-spellings",
                "dependence w1.csv --importer DEU --rule eu2021 -f csv",
                ExitCode.Ok,
                ",600,|,0.513888888888",
                ""
            },
            {
                "11-dependence-world-spellings",
                "dependence w2.csv --importer DEU --rule eu2021 -f csv",
                ExitCode.Ok,
                ",600,|,0.513888888888",
                ""
            },
            {
                "11-dependence-world-spellings",
                "dependence w3.csv --importer DEU --rule eu2021 -f csv",
                ExitCode.Ok,
                ",600,|,0.513888888888",
                ""
            },
            {
                "12-trade-float-codes",
                "dependence pf2.csv --importer DEU --rule eu2021 -f csv",
                ExitCode.Ok,
                "850440,2022|,150,|CHN 100.0%",
                ".0,"
            },
            {
                "12-trade-float-codes",
                "dependence p_pd.parquet --importer DEU --rule eu2021 -f csv",
                ExitCode.BadData,
                "'010121' from 'CHN' to 'DEU' in 2022 is listed twice",
                "10121.0"
            },
            { "14-blank-lines-at-the-end", "dependence tb.csv --importer DEU --rule eu2021 -f csv", ExitCode.Ok, "850440,2022|,0.5,", "" },
            {
                "14-blank-lines-at-the-end",
                "dependence crlf.csv --importer DEU --rule eu2021 -f csv",
                ExitCode.Ok,
                "850440,2022|,0.5,",
                ""
            },
            { "14-blank-lines-at-the-end", "data add mapped c.yaml bl_2020.csv --name bl -f csv", ExitCode.Ok, "bl,imported|,2020,", "" },
            {
                "15-semicolon-or-tab-not-named",
                "dependence semi.csv --importer DEU --rule eu2021",
                ExitCode.Ok,
                "between semicolons|CHN 100.00%",
                ""
            },
            {
                "15-semicolon-or-tab-not-named",
                "data add figaro matrix_eu-ic-io_ind-by-ind_25ed_2021.csv --name f",
                ExitCode.Ok,
                "between semicolons|4 regions × 3 industries",
                ""
            },
            { "15-semicolon-or-tab-not-named", "network risk ne4.csv nf4.csv", ExitCode.Ok, "between semicolons|of all sales", "" },
            { "15-semicolon-or-tab-not-named", "dependence u16t.csv --importer DEU --rule eu2021 -f csv", ExitCode.Ok, "CHN 100.0%", "" },
            { "15-semicolon-or-tab-not-named", "dependence sep.csv --importer DEU --rule eu2021 -f csv", ExitCode.Ok, "CHN 100.0%", "" },
            {
                "16-decimal-comma-in-mapping",
                "data add mapped dcm.yaml dcm2_2020.csv --name d2",
                ExitCode.BadData,
                "line 2, column 2|'1.500'|Give 'decimal' in a mapping",
                ""
            },
            { "18-encoding-not-told", "network risk ne.csv nf.csv", ExitCode.Ok, "Müller|Möller|Windows-1252", "\uFFFD" },
            {
                "19-exiobase-unit-not-read",
                "data add exiobase3 IOT_2011_hyb --name hyb",
                ExitCode.BadData,
                "unit.txt|'tonnes' is no money",
                ""
            },
            {
                "20-unit-check-two-letter-regions",
                "data check 2011_SMLk.csv --layout icio -f csv",
                ExitCode.Ok,
                "unit plausible,seen,,1027.146447|is it really 'million USD'",
                ""
            },
            {
                "24-table-without-final-demand",
                "data add mapped t24.yaml t24_2020.csv --name t24",
                ExitCode.MathematicsFailed,
                "the spectral radius of its domestic requirements is 1|it has no final demand",
                ""
            },
            {
                "26-taiwan-under-three-codes",
                "dependence BACI_HS17_Y2022_V202403.csv --countries cc2024.csv --importer CHN --rule eu2021 -f csv",
                ExitCode.Ok,
                "TWN",
                "S19"
            },
            {
                "29-weakspots-no-advantage",
                "complexity BACI_HS17_Y2022_V202402.csv --filter none",
                ExitCode.Ok,
                "24 advantages (100.0% of all pairs)",
                ""
            },
        };

    /// <summary>A table that was wrong once: case, what adds it, the outputs of its sectors or the unit that it has.</summary>
    public static TheoryData<string, string, string, string> Tables =>
        new()
        {
            { "16-decimal-comma-in-mapping", "mapped dcm.yaml dcm_2020.csv", "--industries -f csv", ",a,a,,34,|,b,b,,57," },
            { "18-encoding-not-told", "nbs china_2018_42gbk.csv --year 2018", "--industries -f csv", "农林牧渔产品和服务" },
            { "18-encoding-not-told", "mapped lat.yaml lat_2020.csv", "--industries -f csv", ",Café,|,33,|,Caña,|,57," },
            { "18-encoding-not-told", "mapped lat.yaml lat2_2020.csv", "--industries -f csv", "ESP," },
            { "19-exiobase-unit-not-read", "exiobase3 IOT_2011_ixi_eur", "-f csv", "unit,EUR" },
            { "21-workspace-path-with-semicolon", "mapped tab.yaml tabs_2020.csv", "-f csv", "million USD" },
        };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_case_has_its_right_value(string name, string command, int code, string told, string never)
    {
        CliRun run = await Run(name, command, "workspace");
        Assert.True(run.Code == code, $"{run.Code}: {run.Error}");
        string all = string.Join(' ', $"{run.Output}\n{run.Error}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(told.Split('|'), t => Assert.Contains(t, all, StringComparison.Ordinal));
        Assert.True(never.Length == 0 || !all.Contains(never, StringComparison.Ordinal), $"'{never}' is told: {all}");
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_table_of_a_case_is_imported_and_shown_with_its_right_value(string name, string source, string show, string told)
    {
        // Names are names wherever they stand: in the workspace of every case, and in that of the case of its own a second time.
        string[] workspaces = name.StartsWith("21-", StringComparison.Ordinal) ? ["x;y=1", "z;threads=1"] : ["x;y=1"];
        foreach (string workspace in workspaces)
        {
            CliRun add = await Run(name, $"data add {source} --name own", workspace);
            Assert.True(add.Code == ExitCode.Ok, add.Error);
            CliRun shown = await Run(name, $"data show own {show}", workspace);
            Assert.All(told.Split('|'), t => Assert.Contains(t, shown.Output, StringComparison.Ordinal));
            Assert.DoesNotContain('\uFFFD', shown.Output);
        }

        Assert.Equal(workspaces, Directory.GetFileSystemEntries(_folder.Root).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Case_20_is_seen_with_two_letters_of_regions_too()
    {
        await Run("20-unit-check-two-letter-regions", "data add figaro matrix_eu-ic-io_ind-by-ind_25ed_2019.csv --name f", "workspace");
        CliRun run = await Run("20-unit-check-two-letter-regions", "data check f -f csv", "workspace");
        Assert.Contains("unit plausible,seen,,824.63", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_26_has_one_holder_under_one_code()
    {
        CliRun run = await Run(
            "26-taiwan-under-three-codes",
            "weakspots show logic_chips --region CHN --trade BACI_HS17_Y2022_V202403.csv --countries cc2024.csv",
            "workspace"
        );
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains("imports of 854239 TWN 0.5267 share 2022", run.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("S19", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_29_leaves_feasibility_empty_and_shows_the_rest()
    {
        CliRun run = await Run(
            "29-weakspots-no-advantage",
            "weakspots --region CHN --trade BACI_HS17_Y2022_V202402.csv --countries cc2024.csv",
            "workspace"
        );
        Assert.True(run.Code == ExitCode.Ok, run.Error);
        Assert.Contains("Feasibility: no data.", run.Words, StringComparison.Ordinal);
        Assert.Contains("TWN 70% of imports", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_case_is_a_test()
    {
        string[] tested =
        [
            .. Commands.Select(c => c.Data.Item1),
            .. Tables.Select(t => t.Data.Item1),
            "20-unit-check-two-letter-regions",
            "26-taiwan-under-three-codes",
            "29-weakspots-no-advantage",
        ];
        Assert.Empty(Directory.GetDirectories(SharedData.Require("cases")).Select(d => Path.GetFileName(d)!).Except(tested));
    }

    /// <summary>Runs a command whose files are those of a case.</summary>
    private Task<CliRun> Run(string name, string command, string workspace)
    {
        string folder = SharedData.Require("cases", name);
        IEnumerable<string> words = CommandProcess
            .Split(command)
            .Select(w => Path.Exists(Path.Combine(folder, w)) ? Path.Combine(folder, w) : w);
        return CliRun.Of([.. words, "--workspace", _folder.PathOf(workspace)]);
    }
}
