using Rootscope.Storage;
using Rootscope.Storage.Export;
using Rootscope.Storage.Formats;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Export;

/// <summary>Every table survives every form of export bit for bit, and comes back through the command line.</summary>
public sealed class RoundTripTests : IDisposable
{
    private static readonly (ExportFormat Format, string Target, string Layout)[] Forms =
    [
        (ExportFormat.Csv, "out", "datapackage"),
        (ExportFormat.Zip, "out.zip", "datapackage"),
        (ExportFormat.Pymrio, "out", "pymrio"),
        (ExportFormat.Parquet, "it's [out].parquet", "parquet"),
    ];

    private readonly TemporaryFolder _folder = new();

    /// <summary>
    /// One region with imports; with the imported part of each use; many regions; awkward figures and names; imports that are all zero.
    /// </summary>
    public static MatrixTheoryData<string, ExportFormat> Cases =>
        new(["china-2020", "usa-2017", "small", "odd", "no imports"], Enum.GetValues<ExportFormat>());

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_exported_table_is_read_back_bit_for_bit(string name, ExportFormat format)
    {
        FlowTable table = Table(name);
        (_, string target, string layout) = Array.Find(Forms, f => f.Format == format);
        string path = _folder.PathOf(target);
        TableExport.Write(table, path, format, rightsConfirmed: true, TestContext.Current.CancellationToken);
        FlowTable back = TableFormats.Known.Read(layout, [path], "back", cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(table.ContentHash, back.ContentHash);
        Assert.Equal(table.Metadata with { Id = "back", Derivations = [] }, back.Metadata with { Derivations = [] });
        Assert.Equal(table.Metadata.Derivations, back.Metadata.Derivations);
        Assert.Equal(table.Sectors.Industries, back.Sectors.Industries);
        Assert.Equal(table.Sectors.Regions, back.Sectors.Regions);
        Assert.Equal(table.FinalDemandCategories, back.FinalDemandCategories);
        Assert.Equal(table.ValueAddedCategories, back.ValueAddedCategories);
        Assert.Equal(layout, TableFormats.Known.Recognise([path]).Word);
    }

    [Fact]
    public void A_world_of_1435_sectors_survives_as_well()
    {
        FlowTable table = EmbeddedTables.Read("world-2011");
        TableExport.Write(
            table,
            _folder.PathOf("world"),
            ExportFormat.Pymrio,
            rightsConfirmed: true,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            table.ContentHash,
            TableFormats
                .Known.Read("pymrio", [_folder.PathOf("world")], "back", cancellation: TestContext.Current.CancellationToken)
                .ContentHash
        );
    }

    [Fact]
    public async Task An_imported_table_goes_out_and_comes_back_through_the_command_line()
    {
        string workspace = _folder.PathOf("workspace");
        string source = _folder.Write("small_2020.csv", SmallTables.Nbs);
        await Succeeds("data", "add", "nbs", source, "--name", "own", "--workspace", workspace);
        string hash = new TableLibrary(workspace).Read("own").ContentHash;
        foreach ((ExportFormat format, string target, string layout) in Forms)
        {
            string path = _folder.PathOf($"{format}-{target}");
            await Succeeds(
                "data",
                "export",
                "own",
                "--as",
                format.ToString().ToLowerInvariant(),
                "-o",
                path,
                "--rights-confirmed",
                "--workspace",
                workspace
            );
            await Succeeds("data", "check", path, "--workspace", workspace);
            await Succeeds("data", "add", layout, path, "--name", $"back-{format}", "--workspace", workspace);
            Assert.Equal(hash, new TableLibrary(workspace).Read($"back-{format}").ContentHash);
        }
    }

    [Theory]
    [InlineData("Z.txt", "CHN\t02\t", "CHN\t03\t", "keep the order of the export")]
    [InlineData("Y.txt", "\t5\t", "\t6\t", "changed after the export")]
    [InlineData("rootscope.json", "\"regions\"", "\"region\"", "Export the table again")]
    public void A_folder_that_was_changed_after_the_export_is_refused(string file, string good, string bad, string told)
    {
        FlowTable table = TableFormats.Known.Read("nbs", [_folder.Write("small_2020.csv", SmallTables.Nbs)], "own");
        string folder = _folder.PathOf("out");
        TableExport.Write(table, folder, ExportFormat.Pymrio, rightsConfirmed: true, TestContext.Current.CancellationToken);
        string path = Path.Combine(folder, file);
        string text = File.ReadAllText(path);
        Assert.Contains(good, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains(
            told,
            Assert.Throws<TableException>(() => TableFormats.Known.Read("pymrio", [folder], "back")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Imports_of_one_region_are_found_in_a_folder_that_pymrio_has_saved_again()
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        string folder = _folder.PathOf("china_2020");
        TableExport.Write(table, folder, ExportFormat.Pymrio, rightsConfirmed: true, TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(folder, "rootscope.json"));
        FlowTable back = TableFormats.Known.Read("pymrio", [folder], "back");
        Assert.Equal(table.Imports.ToArray(), back.Imports.ToArray());
        Assert.Equal(table.FinalDemand.ToArray(), back.FinalDemand.ToArray());
        Assert.Equal(table.ValueAdded.ToArray(), back.ValueAdded.ToArray());
        Assert.Contains(back.Metadata.Derivations, d => d.Contains("Imports are the category", StringComparison.Ordinal));
    }

    [Fact]
    public void A_parquet_file_of_somebody_else_needs_a_mapping()
    {
        WrittenTables.ToParquet(_folder.Write("long.csv", WrittenTables.Long(WrittenTables.ManyRegions)), _folder.PathOf("long.parquet"));
        TableException e = Assert.Throws<TableException>(() => TableFormats.Known.Read("parquet", [_folder.PathOf("long.parquet")], "own"));
        Assert.Contains("'mapped'", e.Message, StringComparison.Ordinal);
        Assert.Contains(
            "Check that the file is complete",
            Assert.Throws<TableException>(() => TableFormats.Known.Read("parquet", [_folder.Write("no.parquet", "text")], "own")).Message,
            StringComparison.Ordinal
        );
    }

    private static async Task Succeeds(params string[] words)
    {
        CliRun run = await CliRun.Of(words);
        Assert.True(run.Code == 0, $"{string.Join(' ', words)}: {run.Code} {run.Error}");
    }

    private static FlowTable Table(string name) =>
        name switch
        {
            "small" => WrittenTables.ManyRegions,
            "odd" => ExportTests.Odd(),
            "no imports" => WithoutImports(EmbeddedTables.Read("china-2020")),
            _ => EmbeddedTables.Read(name),
        };

    private static FlowTable WithoutImports(FlowTable table) =>
        new(
            new FlowTableParts
            {
                Metadata = table.Metadata,
                Sectors = table.Sectors,
                FinalDemandCategories = table.FinalDemandCategories,
                ValueAddedCategories = table.ValueAddedCategories,
                Flows = table.Flows.ToArray(),
                FinalDemand = table.FinalDemand.ToArray(),
                ValueAdded = table.ValueAdded.ToArray(),
                Output = table.Output.ToArray(),
                Imports = new double[table.Size],
            }
        );
}
