using System.Globalization;
using Rootscope.Shocks.Kinds.Blacklists;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Scenarios;

/// <summary>What firms make, where, and their share of it: a file of the user's, read against a table.</summary>
/// <remarks>
/// Layout: CSV with the columns firm, product (an industry of the table, or a technology of the catalogue), region, share (of what the
/// region makes of it, above 0 and at most 1), year, source and, where the table is too coarse for a technology, carrier and
/// share_of_carrier. Of rows of several years the newest holds.
/// </remarks>
internal sealed class FirmFile
{
    private readonly string _path;
    private readonly List<Row> _rows = [];

    private FirmFile(string path) => _path = path;

    /// <summary>Every firm of the file, each once.</summary>
    public IReadOnlyList<string> Firms => [.. _rows.Select(r => r.Firm).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Reads a file whole; names are resolved when a firm is asked for.</summary>
    /// <exception cref="TableException">A column is missing, or a cell holds something else.</exception>
    public static FirmFile Read(string path)
    {
        var firms = new FirmFile(path);
        using CsvFile file = CsvFile.Open(path);
        (int firm, int product, int region, int share, int year, int source) = (
            file.Column("firm"),
            file.Column("product"),
            file.Column("region"),
            file.Column("share"),
            file.Column("year"),
            file.Column("source")
        );
        int[] optional = [file.Find("carrier"), file.Find("share_of_carrier")];
        while (file.Read())
        {
            Row row = new(
                Filled(file, firm),
                Filled(file, product),
                Filled(file, region),
                ScenarioWords.Number(file.Text(share)) is > 0 and <= 1 and { } value
                    ? value
                    : throw file.Fault(
                        share,
                        $"expected a share above 0 and at most 1, found '{file.Text(share)}'. It is the firm's share of what the region "
                            + $"makes of the product: write 0.2 or 20%."
                    ),
                int.TryParse(file.Text(year), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                    ? number
                    : throw file.Fault(year, $"expected a year, found '{file.Text(year)}'."),
                Filled(file, source),
                [.. optional.Select(c => c < 0 ? string.Empty : file.Text(c))],
                file.Line
            );
            firms._rows.Add(
                firms._rows.Find(r => r.IsAlso(row)) is { } twice
                    ? throw file.Fault(
                        firm,
                        $"'{row.Firm}' has {row.Product} of {row.Region} in {Text(row.Year)} in line {Text(twice.Line)} already. Keep one."
                    )
                    : row
            );
        }

        return firms;
    }

    /// <summary>What a firm is of each product of each region; none where the file does not have it.</summary>
    /// <param name="firm">Its name, capitals or not.</param>
    /// <param name="table">The table.</param>
    /// <param name="bridge">The bridge that splits technologies off it.</param>
    /// <param name="notes">Takes how products were read, and rows that the table has no place for.</param>
    /// <exception cref="TableException">A product or region is none of the table's, or no row of the firm lies in the table.</exception>
    public IReadOnlyList<FirmHolding> Of(string firm, FlowTable table, Lazy<Catalogue.TechnologyBridge?> bridge, ICollection<string> notes)
    {
        Row[] rows =
        [
            .. _rows
                .Where(r => string.Equals(r.Firm, firm, StringComparison.OrdinalIgnoreCase))
                .GroupBy(r => (r.Product, r.Region))
                .Select(g => g.MaxBy(r => r.Year)!),
        ];
        List<FirmHolding> held = [];
        foreach (Row row in rows)
        {
            if (RegionOf(row, table) is { } region)
            {
                ScenarioProduct product = ProductOf(row, table, bridge, notes);
                held.Add(new FirmHolding(firm, product, region, row.Share, $"{Path.GetFileName(_path)}, {Text(row.Year)}: {row.Source}"));
            }
            else if (rows.All(r => RegionOf(r, table) is null))
            {
                throw Fault(
                    row,
                    $"{table.Metadata.Id} holds {table.Sectors.Regions[0].Code} alone, and '{firm}' makes nothing there by "
                        + $"this file. Take a table of many regions, such as world-2011, or leave the firm out."
                );
            }
            else
            {
                notes.Add(
                    $"{firm}: its share of {row.Product} of {row.Region} is left out, because {table.Metadata.Id} holds only "
                        + $"{table.Sectors.Regions[0].Code}."
                );
            }
        }

        return held;
    }

    private string? RegionOf(Row row, FlowTable table)
    {
        try
        {
            return table.Sectors.Regions[table.Sectors.FindRegion(row.Region)].Code;
        }
        catch (UnknownNameException) when (table.Sectors.Regions.Count == 1)
        {
            return null;
        }
        catch (UnknownNameException e)
        {
            throw Fault(row, e.Text);
        }
    }

    /// <summary>The product as a shock of a scenario would name it, with the same faults, at its row.</summary>
    private ScenarioProduct ProductOf(Row row, FlowTable table, Lazy<Catalogue.TechnologyBridge?> bridge, ICollection<string> notes)
    {
        string[] keys = [ShockFields.Product.Name, ShockFields.Carrier.Name, ShockFields.ShareOfCarrier.Name];
        string[] values = [row.Product, .. row.Carrier];
        string block = string.Concat(
            keys.Zip(values)
                .Where(p => p.Second.Length > 0)
                .Select(p => $"{p.First}: '{p.Second.Replace("'", "''", StringComparison.Ordinal)}'\n")
        );
        try
        {
            return
                new ProductResolver(YamlBlock.Of(_path, block), keys[0], table, needsCarrier: true, bridge, notes).Products() is [var one]
                ? one
                : throw Fault(row, $"a row has one product, but '{row.Product}' is all of them. Write one row a product.");
        }
        catch (TableException e)
        {
            throw Fault(row, e.Fault);
        }
    }

    private TableException Fault(Row row, FaultText message) => new($"{_path}, line {Text(row.Line)}", message);

    private static string Filled(CsvFile file, int column) =>
        file.Text(column) is { Length: > 0 } text ? text : throw file.Fault(column, $"the {file.Header[column]} is missing.");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Row(string Firm, string Product, string Region, double Share, int Year, string Source, string[] Carrier, int Line)
    {
        public bool IsAlso(Row other) =>
            string.Equals(Firm, other.Firm, StringComparison.OrdinalIgnoreCase)
            && (Product, Region, Year) == (other.Product, other.Region, other.Year);
    }
}
