using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using DuckDB.NET.Data;
using Rootscope.Storage;
using Rootscope.Storage.Export;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Export;

/// <summary>What is exported reads back to the same bits, and what may not be passed on stays out.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Tables => ["china-2020", "usa-2017", "odd"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_CSV_package_reads_back_to_the_same_bits(string name)
    {
        FlowTable table = Table(name);
        string folder = _folder.PathOf("csv");
        Assert.True(TableExport.Write(table, folder, ExportFormat.Csv, rightsConfirmed: true).HasFigures);
        Same(table.Flows, Csv(folder, "flows.csv", 1));
        Same(table.FinalDemand, Csv(folder, "final-demand.csv", 1));
        Same(table.ValueAdded, Csv(folder, "value-added.csv", 1));
        double[] sectors = Csv(folder, "sectors.csv", 6);
        int width = table.HasImports ? 2 : 1;
        Same(table.Output, [.. sectors.Where((_, i) => i % width == 0)]);
        Same(table.Imports, [.. sectors.Where((_, i) => table.HasImports && i % width == 1)]);
        if (table.HasImportedFlows)
        {
            Same(table.ImportedFlows, Csv(folder, "imported-flows.csv", 1));
            Same(table.ImportedFinalDemand, Csv(folder, "imported-final-demand.csv", 1));
        }

        using var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "datapackage.json")));
        Assert.Equal(table.ContentHash, description.RootElement.GetProperty("sha256").GetString());
        foreach (JsonElement resource in description.RootElement.GetProperty("resources").EnumerateArray())
        {
            string path = Path.Combine(folder, resource.GetProperty("path").GetString()!);
            using CsvFile file = CsvFile.Open(path);
            Assert.Equal(
                file.Header,
                resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()!)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_Parquet_file_reads_back_to_the_same_bits(string name)
    {
        FlowTable table = Table(name);
        string path = _folder.PathOf("it's.parquet");
        TableExport.Write(table, path, ExportFormat.Parquet, rightsConfirmed: true);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT part, row, col, value FROM read_parquet('{path.Replace("'", "''", StringComparison.Ordinal)}')";
        var cells = new Dictionary<(string, string, string), double>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                cells.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)), reader.GetDouble(3));
            }
        }

        string[] sectors = [.. Enumerable.Range(0, table.Size).Select(k => table.Sectors.LabelOf(new(k)))];
        string[] uses = [.. table.FinalDemandCategories.Select(c => $"{table.Sectors.Regions[c.Region].Code}.{c.Code}")];
        double[] Part(string part, string[] rows, string[] columns) =>
            [.. rows.SelectMany(r => columns.Select(c => cells.GetValueOrDefault((part, r, c))))];
        Same(table.Flows, Part("flows", sectors, sectors));
        Same(table.FinalDemand, Part("finalDemand", sectors, uses));
        Same(table.ValueAdded, Part("valueAdded", [.. table.ValueAddedCategories.Select(c => c.Code)], sectors));
        Same(table.Output, Part("output", sectors, [string.Empty]));
        Same(table.Imports, table.HasImports ? Part("imports", sectors, [string.Empty]) : []);
        Same(table.ImportedFlows, table.HasImportedFlows ? Part("importedFlows", sectors, sectors) : []);
        command.CommandText =
            $"SELECT decode(value) FROM parquet_kv_metadata('{path.Replace("'", "''", StringComparison.Ordinal)}') WHERE decode(key) = "
            + $"'rootscope'";
        using var about = JsonDocument.Parse((string)command.ExecuteScalar()!);
        Assert.Equal(table.Metadata.Source, about.RootElement.GetProperty("metadata").GetProperty("source").GetString());
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_pymrio_folder_reads_back_to_the_same_bits(string name)
    {
        FlowTable table = Table(name);
        string folder = _folder.PathOf("pymrio");
        TableExport.Write(table, folder, ExportFormat.Pymrio, rightsConfirmed: true);
        Same(table.Flows, Tabbed(folder, "Z.txt", 3, 2));
        int width = table.FinalDemandCategories.Count + (table.HasImports ? 1 : 0);
        double[] final = Tabbed(folder, "Y.txt", 3, 2);
        Same(table.FinalDemand, [.. final.Where((_, i) => !table.HasImports || i % width < width - 1)]);
        Same(table.Imports, [.. final.Where((_, i) => table.HasImports && i % width == width - 1).Select(x => -x)]);
        Same(table.Output, Tabbed(folder, "x.txt", 1, 2));
        Same(table.ValueAdded, Tabbed(folder, Path.Combine("factor_inputs", "F.txt"), 3, 1));
        using var parameters = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "file_parameters.json")));
        Assert.Equal("IOSystem", parameters.RootElement.GetProperty("systemtype").GetString());
        Assert.All(
            parameters.RootElement.GetProperty("files").EnumerateObject(),
            f => Assert.True(File.Exists(Path.Combine(folder, f.Value.GetProperty("name").GetString()!)))
        );
    }

    [Fact]
    public void A_ZIP_file_has_everything_and_the_same_bytes_each_time()
    {
        FlowTable table = Table("usa-2017");
        TableExport.Write(table, _folder.PathOf("a.zip"), ExportFormat.Zip);
        TableExport.Write(table, _folder.PathOf("b.zip"), ExportFormat.Zip);
        Assert.Equal(File.ReadAllBytes(_folder.PathOf("a.zip")), File.ReadAllBytes(_folder.PathOf("b.zip")));
        ZipFile.ExtractToDirectory(_folder.PathOf("a.zip"), _folder.PathOf("out"));
        Assert.Empty(
            ((string[])["README.md", "LICENCE.md", "CITATION.md", "datapackage.json", "flows.csv"]).Except(
                Directory.GetFiles(_folder.PathOf("out")).Select(f => Path.GetFileName(f))
            )
        );
        Same(table.Flows, Csv(_folder.PathOf("out"), "flows.csv", 1));
        Assert.Contains(
            table.Metadata.Source,
            File.ReadAllText(Path.Combine(_folder.PathOf("out"), "CITATION.md")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("china-2020", false)]
    [InlineData("world-2011", false)]
    [InlineData("usa-2017", true)]
    public void Figures_whose_terms_are_open_are_exported_and_others_are_not(string name, bool allowed)
    {
        FlowTable table = EmbeddedTables.Read(name);
        RedistributionTerms terms = RedistributionTerms.Of(table.Metadata);
        Assert.Equal((allowed, true), (terms.IsAllowed, terms.MayBeConfirmed));
        Assert.Contains(table.Metadata.Licence, terms.Reason, StringComparison.Ordinal);
        ExportResult result = TableExport.Write(table, _folder.PathOf("out"), ExportFormat.Csv);
        Assert.Equal(allowed, result.HasFigures);
        Assert.Equal(allowed, File.Exists(Path.Combine(_folder.PathOf("out"), "flows.csv")));
        Assert.Equal(
            !allowed,
            File.ReadAllText(Path.Combine(_folder.PathOf("out"), "README.md")).Contains("They are left out", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Forbidden_figures_stay_out_whatever_is_confirmed()
    {
        FlowTable table = Table("usa-2017");
        table = table.With(table.Metadata with { Redistribution = Redistribution.Forbidden });
        Assert.False(TableExport.Write(table, _folder.PathOf("out"), ExportFormat.Csv, rightsConfirmed: true).HasFigures);
        TableException e = Assert.Throws<TableException>(() =>
            TableExport.Write(table, _folder.PathOf("x.parquet"), ExportFormat.Parquet, rightsConfirmed: true)
        );
        Assert.Contains("forbid", e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("x.parquet")));
    }

    [Fact]
    public void A_folder_in_use_is_left_alone_and_a_cancelled_export_leaves_nothing()
    {
        FlowTable table = Table("usa-2017");
        Directory.CreateDirectory(_folder.PathOf("full"));
        File.WriteAllText(Path.Combine(_folder.PathOf("full"), "mine.txt"), "mine");
        string before = TemporaryFolder.Snapshot(_folder.Root);
        Assert.Throws<TableException>(() => TableExport.Write(table, _folder.PathOf("full"), ExportFormat.Csv));
        foreach (ExportFormat format in Enum.GetValues<ExportFormat>())
        {
            Assert.Throws<OperationCanceledException>(() =>
                TableExport.Write(table, _folder.PathOf("new"), format, cancellation: new CancellationToken(canceled: true))
            );
        }

        Assert.Equal(before, TemporaryFolder.Snapshot(_folder.Root));
    }

    [Fact]
    public async Task The_command_says_what_it_wrote_and_what_it_left_out()
    {
        CliRun run = await CliRun.Of("data", "export", "china-2020", "--as", "zip", "-o", _folder.PathOf("china.zip"));
        Assert.Equal(0, run.Code);
        Assert.Contains("left out", run.Error, StringComparison.Ordinal);
        Assert.Contains("--rights-confirmed", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            (0, string.Empty),
            (await CliRun.Of("data", "export", "usa-2017", "-o", _folder.PathOf("usa.parquet"))) is var usa
                ? (usa.Code, usa.Error)
                : default
        );
        Assert.Equal(2, (await CliRun.Of("data", "export", "usa-2017", "-o", _folder.PathOf("usa"))).Code);
        Assert.Equal(2, (await CliRun.Of("data", "export", "usa-2017", "--as", "csv")).Code);
        Assert.Equal(3, (await CliRun.Of("data", "export", "china-2020", "-o", _folder.PathOf("china.parquet"))).Code);
    }

    [Fact]
    public async Task A_result_is_written_as_Parquet_with_its_provenance()
    {
        string path = _folder.PathOf("multipliers.parquet");
        CliRun run = await CliRun.Of("accounts", "china-2020", "--measure", "output-multiplier", "-o", path);
        Assert.Equal(0, run.Code);
        using var json = JsonDocument.Parse(
            (await CliRun.Of("accounts", "china-2020", "--measure", "output-multiplier", "-f", "json")).Output
        );
        double[] expected = [.. json.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("value").GetDouble())];
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT value FROM read_parquet('{path}')";
        var found = new List<double>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                found.Add(reader.GetDouble(0));
            }
        }

        Same(expected, [.. found]);
        command.CommandText = $"SELECT decode(value) FROM parquet_kv_metadata('{path}') WHERE decode(key) = 'provenance'";
        Assert.Contains("National Bureau of Statistics", (string)command.ExecuteScalar()!, StringComparison.Ordinal);
        Assert.Equal(2, (await CliRun.Of("data", "list", "-f", "parquet")).Code);
        Assert.Equal(0, (await CliRun.Of("data", "show", "china-2020", "-o", _folder.PathOf("mixed.parquet"))).Code);
    }

    /// <summary>An embedded table, or one whose figures and names are as awkward as they can be.</summary>
    private static FlowTable Table(string name) => name != "odd" ? EmbeddedTables.Read(name) : Odd();

    internal static FlowTable Odd() =>
        new(
            new FlowTableParts
            {
                Metadata = EmbeddedTables.Read("usa-2017").Metadata with
                {
                    Id = "odd",
                    Licence = "CC BY 4.0",
                    Source = "a 'quoted' \"source\", with commas\tand tabs",
                },
                Sectors = new SectorIndex(
                    [new Region("A", "A, the \"first\""), new Region("B", "B")],
                    [new Industry("x,1", "X\nbroken"), new Industry("y\"2", "Ÿ", "产品")]
                ),
                FinalDemandCategories =
                [
                    new FinalDemandCategory("F", "Use", FinalDemandKind.Households, new(0)),
                    new FinalDemandCategory("F", "Use", FinalDemandKind.Households, new(1)),
                ],
                ValueAddedCategories = [new ValueAddedCategory("V", "Value added", ValueAddedKind.Total)],
                Flows =
                [
                    0.1,
                    1.0 / 3,
                    double.Epsilon,
                    double.MaxValue / 8,
                    -0.0,
                    0,
                    1e-300,
                    5e22,
                    123456789.123456789,
                    -1e-5,
                    2.2250738585072014e-308,
                    1,
                    2,
                    3,
                    4,
                    Math.PI,
                ],
                FinalDemand = [1, 2, 3, 4, 5, 6, 7, 8.000000000000002],
                ValueAdded = [-0.1, 0.2, 0.30000000000000004, 1e17],
                Output = [1, 2, 0.1 + 0.2, 4],
            }
        );

    private static void Same(ReadOnlySpan<double> expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < found.Length; i++)
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected[i]), BitConverter.DoubleToInt64Bits(found[i]));
        }
    }

    private static double[] Csv(string folder, string name, int textColumns)
    {
        using CsvFile file = CsvFile.Open(Path.Combine(folder, name));
        var figures = new List<double>();
        int first = name == "sectors.csv" ? textColumns : 1;
        while (file.Read())
        {
            for (int c = first; c < file.Header.Count; c++)
            {
                figures.Add(file.Number(c));
            }
        }

        return [.. figures];
    }

    /// <summary>Figures behind header lines and index columns; awkward names have no tabs, so that lines split plainly.</summary>
    private static double[] Tabbed(string folder, string name, int headers, int index) =>
        [
            .. File.ReadAllText(Path.Combine(folder, name))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(headers)
                .SelectMany(line => line.Split('\t').Skip(index))
                .Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)),
        ];
}
