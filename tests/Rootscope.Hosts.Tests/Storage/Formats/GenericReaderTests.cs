using System.Security.Cryptography;
using Rootscope.Cli;
using Rootscope.Cli.Options;
using Rootscope.Storage.Formats;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Formats;

/// <summary>Tables in layouts of the user's own keep every bit, and a fault has a place.</summary>
public sealed class GenericReaderTests : IDisposable
{
    private static readonly FlowTable Table = WrittenTables.ManyRegions;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_wide_file_keeps_every_bit() => Same(Read("mapped", WideMapping(), _folder.Write("wide.csv", WrittenTables.Wide(Table))));

    [Fact]
    public void A_long_file_keeps_every_bit() => Same(Read("mapped", LongMapping(), _folder.Write("long.csv", WrittenTables.Long(Table))));

    [Fact]
    public void A_parquet_file_keeps_every_bit()
    {
        WrittenTables.ToParquet(_folder.Write("long.csv", WrittenTables.Long(Table)), _folder.PathOf("it's [long].parquet"));
        Same(Read("mapped", LongMapping(), _folder.PathOf("it's [long].parquet")));
    }

    [Fact]
    public void A_data_package_keeps_every_bit_and_brings_its_licence()
    {
        FlowTable read = Read("datapackage", Package(WrittenTables.Long(Table)));
        Same(read);
        Assert.Equal("CC-BY-4.0", read.Metadata.Licence);
        Assert.Equal("A statistics office", read.Metadata.Source);
    }

    [Fact]
    public void A_folder_of_pymrio_keeps_every_bit()
    {
        WrittenTables.Pymrio(Table, _folder.PathOf("saved_2020"));
        FlowTable read = Read("pymrio", _folder.PathOf("saved_2020"));
        Assert.Equal(("EUR", 1e6, 2020), (read.Metadata.Currency, read.Metadata.UnitScale, read.Metadata.Year));
        Assert.Equal(["Wages", "Surplus"], read.ValueAddedCategories.Select(v => v.Code));
        Assert.Equal([ValueAddedKind.Labour, ValueAddedKind.Surplus], read.ValueAddedCategories.Select(v => v.Kind));
        Assert.Equal(Table.Flows.ToArray(), read.Flows.ToArray());
        Assert.Equal(Table.FinalDemand.ToArray(), read.FinalDemand.ToArray());
        Assert.Equal(Table.ValueAdded.ToArray(), read.ValueAdded.ToArray());
        Assert.Equal(Table.Output.ToArray(), read.Output.ToArray());
    }

    [Fact]
    public void Imports_and_the_imported_part_of_uses_are_read()
    {
        string mapping = _folder.Write(
            "one.yaml",
            """
            layout: long
            cells: { row: r, column: c, value: v, origin: o }
            region: { code: CHN, name: China }
            title: One region
            currency: CNY
            scale: 10000
            unit: 10 000 yuan
            source: written for a test
            licence: none needed
            imports: IM
            imports_sign: negative
            final_demand: [ { code: C, kind: households } ]
            """
        );
        string data = _folder.Write("one_2020.csv", "r,c,v,o\n01,01,10,all\n01,C,20,all\n01,IM,-6,\n01,01,2,imported\n01,C,4,imported\n");
        FlowTable read = Read("mapped", mapping, data);
        Assert.Equal((6, 24, 2020), (read.Imports[0], read.Output[0], read.Metadata.Year));
        Assert.Equal((2, 4), (read.ImportedFlows[0], read.ImportedFinalDemand[0]));
        Assert.Equal(ValueAddedKind.Total, Assert.Single(read.ValueAddedCategories).Kind);
        Assert.Equal(14, read.ValueAdded[0]);
    }

    [Theory]
    [InlineData("output: OUT", "outptu: OUT", "line 12, column 1", "Nearest: output")]
    [InlineData("kind: surplus", "kind: profit", "line 18", "labour, taxes")]
    [InlineData("scale: 1", "scale: many", "line 7, column 8", "above 0")]
    [InlineData("currency: XXX", "currency: [XXX", "line", "cannot be read as YAML")]
    [InlineData("currency: XXX\n", "", "line 1", "'currency' is missing")]
    [InlineData("{ code: F2, ", "{ code: F1, ", "line 15", "occurs twice")]
    [InlineData("separator: \"_\"", "region: { code: ONE }\nimports: F1\nseparator: \"_\"", "line", "where regions are")]
    public void A_fault_of_the_mapping_has_line_and_column(string good, string bad, params string[] told)
    {
        string text = $"layout: wide\n{WrittenTables.WideKeys}";
        Assert.Contains(good, text, StringComparison.Ordinal);
        string mapping = _folder.Write("map.yaml", text.Replace(good, bad, StringComparison.Ordinal));
        Refuses([mapping, _folder.Write("wide.csv", WrittenTables.Wide(Table))], [mapping, .. told]);
    }

    [Theory]
    [InlineData("\nUSA_02,", "\nUSA_03,", "line 3, column 1 ('code')", "'USA_03' is no sector")]
    [InlineData("ROW_c_1,ROW_02,USA_F1", "ROW_c_1,TOTAL,USA_F1", "line 1, column 5 ('TOTAL')", "'_' between them")]
    [InlineData(",OUT\n", ",OUTPUT\n", "no column 'OUT'", "Nearest: OUTPUT")]
    [InlineData("\nROW_02,", "\nROW_c_1,", "line 5", "has a row at line 4 already")]
    [InlineData("\nW,0", "\nW,x", "line 6, column 2", "expected a number")]
    public void A_fault_of_the_data_has_line_and_column(string good, string bad, params string[] told)
    {
        string text = WrittenTables.Wide(Table);
        Assert.Contains(good.TrimEnd('0'), text, StringComparison.Ordinal);
        string data = _folder.Write("wide.csv", text.Replace(good.TrimEnd('0'), bad == "\nW,x" ? "\nW,x" : bad, StringComparison.Ordinal));
        Refuses([WideMapping(), data], [data, .. told]);
    }

    [Fact]
    public void A_cell_given_twice_and_a_table_that_does_not_add_up_are_refused()
    {
        string text = WrittenTables.Long(Table);
        string cell = text.Split('\n')[1];
        Refuses([LongMapping(), _folder.Write("long.csv", text + cell + "\n")], ["given twice"]);
        Refuses(
            [
                LongMapping(),
                _folder.Write("long.csv", text.Replace(cell, cell[..(cell.LastIndexOf(',') + 1)] + "5", StringComparison.Ordinal)),
            ],
            ["sector 'USA.c_1'", "tolerance"]
        );
    }

    [Fact]
    public void A_package_that_is_not_what_it_says_is_refused()
    {
        string package = Package(WrittenTables.Long(Table));
        File.AppendAllText(_folder.PathOf("cells.csv"), "\n");
        Assert.Contains(
            "Fetch it again",
            Assert.Throws<TableException>(() => Read("datapackage", package)).Message,
            StringComparison.Ordinal
        );
        File.WriteAllText(package, File.ReadAllText(package).Replace("cells.csv", "../cells.csv", StringComparison.Ordinal));
        Assert.Contains(
            "leaves the package",
            Assert.Throws<TableException>(() => Read("datapackage", package)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Z.txt", "USA\t02", "USA\t03", "same sectors in the same order")]
    [InlineData("unit.txt", "M.EUR", "tonnes", "different units")]
    [InlineData("file_parameters.json", "Z.txt", "Z.parquet", "table_format='txt'")]
    [InlineData("file_parameters.json", "Y.txt", "../Y.txt", "save_all")]
    public void A_fault_of_a_pymrio_folder_is_told(string file, string good, string bad, string told)
    {
        string folder = _folder.PathOf("saved_2020");
        WrittenTables.Pymrio(Table, folder);
        string path = Path.Combine(folder, file);
        string text = File.ReadAllText(path);
        int at = text.LastIndexOf(good, StringComparison.Ordinal);
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), bad, text.AsSpan(at + good.Length)));
        Assert.Contains(told, Assert.Throws<TableException>(() => Read("pymrio", folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_imports_and_checks_them()
    {
        WrittenTables.Pymrio(Table, _folder.PathOf("saved_2020"));
        string workspace = _folder.PathOf("workspace");
        string data = _folder.Write("wide.csv", WrittenTables.Wide(Table));
        foreach (
            string[] words in new string[][]
            {
                ["add", "mapped", WideMapping(), data, "--name", "a"],
                ["add", "pymrio", _folder.PathOf("saved_2020"), "--name", "b"],
                ["check", _folder.PathOf("saved_2020")],
            }
        )
        {
            CliRun run = await CliRun.Of(["data", .. words, "--workspace", workspace]);
            Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        }
    }

    private static FlowTable Read(string layout, params string[] files) => TableFormats.Known.Read(layout, files, "small");

    private static void Same(FlowTable read)
    {
        Assert.Equal(Table.Sectors.Industries, read.Sectors.Industries);
        Assert.Equal(Table.ContentHash, read.ContentHash);
    }

    private static void Refuses(string[] files, string[] told)
    {
        TableException e = Assert.Throws<TableException>(() => Read("mapped", files));
        Assert.All(told, t => Assert.Contains(t, e.Message, StringComparison.Ordinal));
    }

    private string WideMapping() => _folder.Write("wide.yaml", $"layout: wide\n{WrittenTables.WideKeys}");

    private string LongMapping() => _folder.Write("long.yaml", $"{WrittenTables.LongKeys}\n{LongTail()}");

    /// <summary>The keys of a wide mapping but for those that say where labels are.</summary>
    private static string LongTail() => WrittenTables.WideKeys[WrittenTables.WideKeys.IndexOf("title", StringComparison.Ordinal)..];

    private string Package(string cells)
    {
        string data = _folder.Write("cells.csv", cells);
        byte[] bytes = File.ReadAllBytes(data);
        return _folder.Write(
            "datapackage.json",
            $$"""
            { "name": "small", "title": "A small table", "licenses": [ { "name": "CC-BY-4.0" } ], "sources": [ { "title": "A statistics office" } ],
              "resources": [ { "name": "cells", "path": "cells.csv", "bytes": {{bytes.Length}}, "hash": "sha256:{{Convert.ToHexStringLower(
                SHA256.HashData(bytes)
            )}}" } ],
              "rootscope": { "resource": "cells", "layout": "long",
                "cells": { "row": "row", "row_region": "row_region", "column": "column", "column_region": "column_region", "value": "value" },
                "year": 2020, "currency": "XXX", "scale": 1, "unit": "units", "prices": "current", "output": "OUT",
                "final_demand": [ { "code": "F1", "kind": "households" }, { "code": "F2", "kind": "inventories" } ],
                "value_added": [ { "code": "W", "kind": "labour" }, { "code": "S", "kind": "surplus" } ] } }
            """
        );
    }
}
