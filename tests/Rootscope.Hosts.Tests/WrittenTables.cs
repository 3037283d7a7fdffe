using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests;

/// <summary>Small tables with awkward figures, written in the generic layouts.</summary>
internal static class WrittenTables
{
    /// <summary>Two regions with two industries, two final uses each, two rows of primary inputs.</summary>
    public static FlowTable ManyRegions { get; } =
        Make(
            [new Region("USA", "USA"), new Region("ROW", "ROW")],
            [
                new FinalDemandCategory("F1", "Households", FinalDemandKind.Households, new(0)),
                new FinalDemandCategory("F2", "Inventories", FinalDemandKind.Inventories, new(0)),
            ]
        );

    /// <summary>The mapping of <see cref="ManyRegions"/> as a wide file, without its first line.</summary>
    public const string WideKeys = """
        separator: "_"
        rows: { code: code }
        title: A small table
        year: 2020
        currency: XXX
        scale: 1
        unit: units
        prices: current
        source: written for a test
        licence: none needed
        output: OUT
        final_demand:
          - { code: F1, name: Households, kind: households }
          - { code: F2, name: Inventories, kind: inventories }
        value_added:
          - { code: W, name: Wages, kind: labour }
          - { code: S, name: Surplus, kind: surplus }

        """;

    public const string LongKeys = """
        layout: long
        cells: { row: row, row_region: row_region, column: column, column_region: column_region, value: value }
        """;

    /// <summary>Thirds, sevenths and a figure of seventeen digits: text with fewer digits would change them.</summary>
    private static FlowTable Make(Region[] regions, FinalDemandCategory[] uses)
    {
        int n = regions.Length * 2;
        double[] flows = [.. Enumerable.Range(0, n * n).Select(i => i == 5 ? 0 : (i + 1) / 7.0)];
        FinalDemandCategory[] categories =
        [
            .. Enumerable.Range(0, regions.Length).SelectMany(r => uses.Select(u => u with { Region = new(r) })),
        ];
        double[] final = [.. Enumerable.Range(0, n * categories.Length).Select(i => i % 3 == 2 ? -1 / 3.0 : 9.1234567890123457 + i)];
        var parts = new FlowTableParts
        {
            Metadata = new TableMetadata
            {
                Id = "small",
                Title = "A small table",
                Year = 2020,
                Currency = "XXX",
                UnitScale = 1,
                Unit = "units",
                Prices = "current",
                Source = "written for a test",
                Licence = "none needed",
                Classification = "own",
            },
            Sectors = new SectorIndex(regions, [new Industry("c_1", "c_1"), new Industry("02", "02")]),
            FinalDemandCategories = categories,
            ValueAddedCategories = [],
            Flows = flows,
            FinalDemand = final,
            ValueAdded = [],
        };
        var open = new FlowTable(parts);
        double[] value = TableTotals.ValueAdded(open);
        return new FlowTable(
            parts with
            {
                ValueAddedCategories =
                [
                    new ValueAddedCategory("W", "Wages", ValueAddedKind.Labour),
                    new ValueAddedCategory("S", "Surplus", ValueAddedKind.Surplus),
                ],
                ValueAdded = [.. value.Select(v => v / 3), .. value.Select(v => v - (v / 3))],
                Output = open.Output.ToArray(),
            }
        );
    }

    /// <summary>The table as one row a sector.</summary>
    public static string Wide(FlowTable table)
    {
        var text = new StringBuilder("code");
        text.AppendJoin(string.Empty, Labels(table).Select(l => $",{l.Region}_{l.Code}"));
        text.AppendJoin(string.Empty, table.FinalDemandCategories.Select(c => $",{table.Sectors.Regions[c.Region].Code}_{c.Code}"))
            .Append(",OUT\n");
        for (int s = 0; s < table.Size; s++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{table.Sectors.RegionOf(new(s)).Code}_{table.Sectors.IndustryOf(new(s)).Code},"
                    + $"{Joined(table.SalesOf(new(s)), ",")},{Joined(table.FinalDemandFor(new(s)), ",")},{table.Output[s]:R}\n"
            );
        }

        for (int v = 0; v < table.ValueAddedCategories.Count; v++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{table.ValueAddedCategories[v].Code},{Joined(table.ValueAdded.Slice(v * table.Size, table.Size), ",")},,,,,\n"
            );
        }

        return text.ToString();
    }

    /// <summary>The table as one line a cell, cells of zero left out.</summary>
    public static string Long(FlowTable table)
    {
        var text = new StringBuilder("row_region,row,column_region,column,value\n");
        (string Region, string Code)[] labels = [.. Labels(table)];
        int uses = table.FinalDemandCategories.Count;
        for (int i = 0; i < table.Size; i++)
        {
            for (int j = 0; j < table.Size; j++)
            {
                Cell(labels[i].Region, labels[i].Code, labels[j].Region, labels[j].Code, table.SalesOf(new(i))[j]);
            }

            for (int k = 0; k < uses; k++)
            {
                FinalDemandCategory use = table.FinalDemandCategories[k];
                Cell(labels[i].Region, labels[i].Code, table.Sectors.Regions[use.Region].Code, use.Code, table.FinalDemandFor(new(i))[k]);
            }

            Cell(labels[i].Region, labels[i].Code, string.Empty, "OUT", table.Output[i]);
            for (int v = 0; v < table.ValueAddedCategories.Count; v++)
            {
                Cell(
                    string.Empty,
                    table.ValueAddedCategories[v].Code,
                    labels[i].Region,
                    labels[i].Code,
                    table.ValueAdded[(v * table.Size) + i]
                );
            }
        }

        return text.ToString();

        void Cell(string rowRegion, string row, string columnRegion, string column, double value) =>
            text.Append(
                value == 0
                    ? string.Empty
                    : string.Create(CultureInfo.InvariantCulture, $"{rowRegion},{row},{columnRegion},{column},{value:R}\n")
            );
    }

    /// <summary>A CSV file as Parquet, figures as DOUBLE.</summary>
    public static void ToParquet(string csv, string parquet)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText =
            $"COPY (SELECT * FROM read_csv('{csv}', header = true, types = {{'row': 'VARCHAR', 'column': 'VARCHAR', 'value': "
            + $"'DOUBLE'}})) TO '{parquet.Replace("'", "''", StringComparison.Ordinal)}' (FORMAT parquet)";
        command.ExecuteNonQuery();
    }

    /// <summary>The table as pymrio saves it.</summary>
    public static void Pymrio(FlowTable table, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "factor_inputs"));
        const string Two = "\"nr_index_col\": \"2\", \"nr_header\": \"2\"";
        File.WriteAllText(
            Path.Combine(folder, "file_parameters.json"),
            $$"""
            { "systemtype": "IOSystem", "name": "IO", "files": { "Z": { "name": "Z.txt", {{Two}} }, "Y": { "name": "Y.txt", {{Two}} },
              "x": { "name": "x.txt", "nr_index_col": "2", "nr_header": "1" }, "unit": { "name": "unit.txt", "nr_index_col": "2", "nr_header": "1" } } }
            """
        );
        File.WriteAllText(
            Path.Combine(folder, "factor_inputs", "file_parameters.json"),
            """
            { "systemtype": "Extension", "name": "Factor inputs", "files": { "F": { "name": "F.txt", "nr_index_col": "1", "nr_header": "2" } } }
            """
        );
        (string Region, string Code)[] labels = [.. Labels(table)];
        (string Region, string Code)[] uses = [.. table.FinalDemandCategories.Select(c => (table.Sectors.Regions[c.Region].Code, c.Code))];
        Write("Z.txt", labels, i => table.SalesOf(new(i)).ToArray());
        Write("Y.txt", uses, i => table.FinalDemandFor(new(i)).ToArray());
        File.WriteAllText(
            Path.Combine(folder, "x.txt"),
            "region\tsector\tindout\n"
                + string.Concat(
                    labels.Select((l, i) => string.Create(CultureInfo.InvariantCulture, $"{l.Region}\t{l.Code}\t{table.Output[i]:R}\n"))
                )
        );
        File.WriteAllText(
            Path.Combine(folder, "unit.txt"),
            "region\tsector\tunit\n" + string.Concat(labels.Select(l => $"{l.Region}\t{l.Code}\tM.EUR\n"))
        );
        string header =
            $"region\t{string.Join('\t', labels.Select(l => l.Region))}\n"
            + $"sector\t{string.Join('\t', labels.Select(l => l.Code))}\n"
            + $"inputtype{new string('\t', labels.Length)}\n";
        File.WriteAllText(
            Path.Combine(folder, "factor_inputs", "F.txt"),
            header
                + string.Concat(
                    table.ValueAddedCategories.Select(
                        (c, v) => $"{c.Name}\t{Joined(table.ValueAdded.Slice(v * table.Size, table.Size), "\t")}\n"
                    )
                )
        );

        void Write(string name, (string Region, string Code)[] columns, Func<int, double[]> row)
        {
            string top =
                $"region\t\t{string.Join('\t', columns.Select(c => c.Region))}\n"
                + $"sector\t\t{string.Join('\t', columns.Select(c => c.Code))}\n"
                + $"region\tsector{new string('\t', columns.Length)}\n";
            File.WriteAllText(
                Path.Combine(folder, name),
                top + string.Concat(labels.Select((l, i) => $"{l.Region}\t{l.Code}\t{Joined(row(i), "\t")}\n"))
            );
        }
    }

    private static IEnumerable<(string Region, string Code)> Labels(FlowTable table) =>
        Enumerable.Range(0, table.Size).Select(s => (table.Sectors.RegionOf(new(s)).Code, table.Sectors.IndustryOf(new(s)).Code));

    private static string Joined(ReadOnlySpan<double> figures, string separator) =>
        string.Join(separator, figures.ToArray().Select(f => f.ToString("R", CultureInfo.InvariantCulture)));
}
