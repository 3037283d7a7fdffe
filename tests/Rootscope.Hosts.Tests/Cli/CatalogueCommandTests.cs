using System.Reflection;
using System.Text.Json;
using Rootscope.Catalogue;
using Rootscope.Storage;

namespace Rootscope.Hosts.Tests.Cli;

public sealed class CatalogueCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_embedded_catalogue_passes_its_check()
    {
        CliRun run = await CliRun.Of("catalogue", "check");
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Contains("The catalogue is sound.", run.Output, StringComparison.Ordinal);
        Assert.Contains("No list of hs2022 is at hand", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_the_embedded_catalogue_passes_too()
    {
        CopyCatalogue();
        Assert.Equal(0, (await Check()).Code);
    }

    [Fact]
    public async Task A_spoilt_catalogue_ends_with_code_3_and_every_fault_named()
    {
        CopyCatalogue();
        Replace("links.csv", "semi_equipment,logic_chips", "semi_equipmnt,logic_chips");
        Replace("codes.csv", "memory_chips,nbs2020,094,B,", "memory_chips,nbs2020,94,B,");
        CliRun run = await Check("-f", "json");
        Assert.Equal(3, run.Code);
        JsonElement[] rows = [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("rows").EnumerateArray()];
        Assert.Equal(["codes.csv", "links.csv"], rows.Select(r => Path.GetFileName(r.GetProperty("file").GetString())));
        Assert.Equal(2, rows[1].GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData("technologies.csv", "id,tier", "id,teir", "no column 'tier'")]
    [InlineData("links.csv", "semi_equipment,logic_chips", "semi_equipment,logic_chips,x", "3 cells where the header has 2")]
    public async Task A_fault_of_layout_is_told_beside_the_others(string file, string good, string bad, string told)
    {
        CopyCatalogue();
        Replace(file, good, bad);
        CliRun run = await Check("-f", "csv");
        Assert.Equal(3, run.Code);
        Assert.Contains(told, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_one_fault()
    {
        CopyCatalogue();
        File.Delete(_folder.PathOf("evidence.csv"));
        CliRun run = await Check("-f", "csv");
        Assert.Equal(3, run.Code);
        Assert.Contains("there is no such file", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_ends_with_code_3()
    {
        CliRun run = await CliRun.Of("catalogue", "check", _folder.PathOf("nowhere"));
        Assert.Equal(3, run.Code);
        Assert.Contains("areas.csv", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_tells_names_classes_links_and_evidence_with_source_and_year()
    {
        CliRun run = await CliRun.Of("catalogue", "show", "半导体制造设备", "-f", "json");
        Assert.Equal(0, run.Code);
        JsonElement[] rows = [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("rows").EnumerateArray()];
        string[] facts = [.. rows.Select(r => r.GetProperty("fact").GetString()!).Distinct()];
        Assert.Equal(["name", "area", "tier", "definition", "carrier", "split", "code", "needs", "neededBy", "evidence"], facts);
        JsonElement euv = rows.First(r =>
            r.GetProperty("fact").GetString() == "evidence" && r.GetProperty("text").GetString()!.Contains("EUV", StringComparison.Ordinal)
        );
        Assert.Equal(1.0, euv.GetProperty("value").GetDouble());
        Assert.Equal(2025, euv.GetProperty("year").GetInt32());
        Assert.Contains("Emerging Technology Observatory", euv.GetProperty("source").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_tells_how_embedded_tables_are_split_and_whose_buyers_a_technology_has()
    {
        CliRun run = await CliRun.Of("catalogue", "show", "hydrogen", "-f", "json");
        JsonElement[] splits =
        [
            .. JsonDocument
                .Parse(run.Output)
                .RootElement.GetProperty("rows")
                .EnumerateArray()
                .Where(r => r.GetProperty("fact").GetString() == "split"),
        ];
        Assert.Equal(["china-2020", "usa-2017", "world-2011"], splits.Select(s => s.GetProperty("subject").GetString()));
        Assert.Contains("GGII", splits[0].GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal("335999", splits[1].GetProperty("item").GetString());
        CliRun told = await CliRun.Of("catalogue", "show", "hydrogen");
        Assert.Contains("In china-2020 its buyers are its carrier's: ", told.Output + told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_technology_ends_with_code_4_and_the_nearest()
    {
        CliRun run = await CliRun.Of("catalogue", "show", "machine_tol");
        Assert.Equal(4, run.Code);
        Assert.Contains("machine_tools", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_filters_by_area_and_tier()
    {
        CliRun run = await CliRun.Of("catalogue", "list", "--area", "space", "--tier", "core", "-f", "csv");
        Assert.Equal(0, run.Code);
        Assert.Contains("aero_engines,core,space", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("matter", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_area_and_an_unknown_tier_are_refused()
    {
        Assert.Equal(4, (await CliRun.Of("catalogue", "list", "--area", "mater")).Code);
        Assert.Equal(2, (await CliRun.Of("catalogue", "list", "--tier", "cor")).Code);
    }

    private Task<CliRun> Check(params string[] more) => CliRun.Of(["catalogue", "check", _folder.Root, .. more]);

    private void CopyCatalogue()
    {
        Assembly storage = typeof(CatalogueLibrary).Assembly;
        foreach (CatalogueFile file in CatalogueSchema.Files)
        {
            using var reader = new StreamReader(storage.GetManifestResourceStream("data/catalogue/" + file.File)!);
            _folder.Write(file.File, reader.ReadToEnd());
        }
    }

    private void Replace(string file, string good, string bad)
    {
        string text = File.ReadAllText(_folder.PathOf(file));
        Assert.Contains(good, text, StringComparison.Ordinal);
        _folder.Write(file, text.Replace(good, bad, StringComparison.Ordinal));
    }
}
