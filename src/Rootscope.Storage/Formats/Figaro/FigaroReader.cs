using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Figaro;

/// <summary>
/// Reads the FIGARO inter-country tables of Eurostat, industry by industry or product by product, as a matrix or as a flat file.
/// </summary>
/// <remarks>
/// Unit: million euro, basic prices. Matrix: rowLabels, one column a sector (AT_A01) and a final use (AT_P3_S14), rows of sectors and then
/// of primary inputs (W2_D1 …). Flat: one line a cell, with the codes of its row and column. Output is the sum of the row. Cost of the flat
/// form: two passes over the file.
/// </remarks>
internal static class FigaroReader
{
    internal const string Licence = "Eurostat: reuse with acknowledgement of the source (CC BY 4.0)";

    private static readonly (string Code, string Name, ValueAddedKind Kind)[] Inputs =
    [
        ("D21X31", "Taxes less subsidies on products", ValueAddedKind.Taxes),
        ("OP_RES", "Direct purchases abroad by residents", ValueAddedKind.Other),
        ("OP_NRES", "Purchases by non-residents on domestic territory", ValueAddedKind.Other),
        ("D1", "Compensation of employees", ValueAddedKind.Labour),
        ("D29X39", "Other net taxes on production", ValueAddedKind.Taxes),
        ("B2A3G", "Operating surplus and mixed income, gross", ValueAddedKind.Surplus),
    ];

    /// <summary>Reads one year in either form.</summary>
    /// <param name="path">The CSV file, such as matrix_eu-ic-io_ind-by-ind_25ed_2023.csv.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, it is taken from the file's name.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="TableException">The file does not fit the layout, or a cell is no number.</exception>
    public static FlowTable Read(string path, string id, int? year = null, CancellationToken cancellation = default)
    {
        int known = SourceYear.LastIn(path, year);
        FigaroCells cells = IsFlat(path, cancellation) ? FigaroFlat.Read(path, cancellation) : FigaroMatrix.Read(path, cancellation);
        SectorIndex sectors = cells.Sectors;
        return RegionalAssembly.Complete(
            new FlowTableParts
            {
                Metadata = StatedUnit.Applied(Metadata(id, known, sectors), cells.Units, path),
                Sectors = sectors,
                FinalDemandCategories = cells.FinalDemandCategories,
                ValueAddedCategories = [.. cells.InputCodes.Select(InputOf)],
                Flows = cells.Flows,
                FinalDemand = cells.FinalDemand,
                ValueAdded = cells.ValueAdded,
            }
        );
    }

    /// <summary>Whether a row's code is that of a primary input (W2_D1).</summary>
    internal static bool IsInput(string code) => code.StartsWith("W2_", StringComparison.Ordinal);

    /// <summary>Region and rest of a code; the rest may hold underscores itself.</summary>
    internal static (string Region, string Item)? Split(string code)
    {
        int at = code.IndexOf('_', StringComparison.Ordinal);
        return at <= 0 || at == code.Length - 1 ? null : (code[..at], code[(at + 1)..]);
    }

    internal static Industry IndustryOf(string code) =>
        new(
            code,
            LayoutNames.IndustryOf(code.StartsWith("CPA_", StringComparison.Ordinal) ? code[4..] : code).Name is var name && name.Length > 0
                ? name
                : code
        );

    private static bool IsFlat(string path, CancellationToken cancellation)
    {
        using GridFile file = GridFile.Open(path, ',', cancellation);
        string[] first =
            file.ReadCells()
            ?? throw new TableException(
                $"{path}, line 1",
                "the file is empty. Expected a matrix with rowLabels, or a flat file with obsValue."
            );
        return first.Contains("obsValue", StringComparer.OrdinalIgnoreCase);
    }

    private static ValueAddedCategory InputOf(string code)
    {
        string item = code["W2_".Length..];
        (string Code, string Name, ValueAddedKind Kind) = Array.Find(Inputs, v => v.Code == item);
        return Code is null ? new ValueAddedCategory(item, item, ValueAddedKind.Other) : new ValueAddedCategory(item, Name, Kind);
    }

    private static TableMetadata Metadata(string id, int year, SectorIndex sectors) =>
        new()
        {
            Id = id,
            Title =
                $"World {year}, FIGARO, {sectors.Regions.Count} regions × {sectors.Industries.Count} "
                + $"{(sectors.Industries[0].Code.StartsWith("CPA", StringComparison.Ordinal) ? "products" : "industries")}",
            Year = year,
            Currency = "EUR",
            UnitScale = 1_000_000,
            Unit = "million EUR",
            Prices = "basic prices, current year",
            Source = "Eurostat, FIGARO tables; name Eurostat and the edition",
            Licence = Licence,
            Classification = $"figaro-{sectors.Industries.Count}",
            Derivations = [LayoutNames.EditionOf("figaro", sectors.Regions.Count, sectors.Industries.Count)],
        };
}
