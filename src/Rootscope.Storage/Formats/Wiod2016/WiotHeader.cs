using System.Globalization;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Wiod2016;

/// <summary>
/// The head of a world table. Exported from R or Stata, one line: IndustryCode, IndustryDescription, Country, RNr, Year, one column a
/// sector (AUS1 or vAUS1 … ROW56), one a final use (AUS57 … ROW61), TOT. In the workbooks of the release, six lines: the third has the
/// codes of industries and final uses and GO, the fifth the regions, and a row begins with code, name, region and number.
/// </summary>
internal sealed class WiotHeader
{
    /// <summary>Lines of the head of a workbook.</summary>
    private const int WorkbookHead = 6;

    private const int WorkbookLabels = 4;

    private static readonly string[] Expected = ["IndustryCode", "IndustryDescription", "Country", "RNr", "Year"];

    private static readonly (string Code, string Name, FinalDemandKind Kind)[] Uses =
    [
        ("CONS_h", "Final consumption of households", FinalDemandKind.Households),
        ("CONS_np", "Final consumption of non-profit organisations serving households", FinalDemandKind.NonProfit),
        ("CONS_g", "Final consumption of government", FinalDemandKind.Government),
        ("GFCF", "Gross fixed capital formation", FinalDemandKind.FixedCapital),
        ("INVEN", "Changes in inventories and valuables", FinalDemandKind.Inventories),
    ];

    private WiotHeader(
        IReadOnlyList<(string Region, string Number)> sectors,
        IReadOnlyList<(Region Region, int Number, int Use)> finalDemand,
        bool isWorkbook
    )
    {
        Sectors = sectors;
        Labels = isWorkbook ? WorkbookLabels : Expected.Length;
        Lines = isWorkbook ? WorkbookHead : 1;
        FinalDemand =
        [
            .. finalDemand.Select(f => new FinalDemandCategory(
                $"{f.Region.Code}_{Uses[f.Use].Code}",
                $"{f.Region.Name}: {Uses[f.Use].Name}",
                Uses[f.Use].Kind,
                new(f.Number)
            )),
        ];
    }

    /// <summary>Region and number of the industry, in order; the names of industries stand in the rows.</summary>
    public IReadOnlyList<(string Region, string Number)> Sectors { get; }

    public IReadOnlyList<FinalDemandCategory> FinalDemand { get; }

    /// <summary>Cells before the figures.</summary>
    public int Labels { get; }

    /// <summary>Lines before the first row.</summary>
    public int Lines { get; }

    public int Width => Sectors.Count + FinalDemand.Count + 1;

    public static WiotHeader Read(GridFile file)
    {
        string[] cells =
            file.ReadCells()
            ?? throw new TableException(
                $"{file.Path}, line 1",
                "the file is empty. Expected IndustryCode, IndustryDescription, Country, RNr, Year, sectors, final uses, TOT."
            );
        file.ColumnNames = cells;
        if (!string.Equals(cells[0], Expected[0], StringComparison.OrdinalIgnoreCase) && ReadWorkbook(file) is { } ofWorkbook)
        {
            return ofWorkbook;
        }

        for (int c = 0; c < Expected.Length; c++)
        {
            if (c >= cells.Length || !string.Equals(cells[c], Expected[c], StringComparison.OrdinalIgnoreCase))
            {
                throw new TableException(
                    $"{file.Path}, line 1, column {c + 1}",
                    $"expected '{Expected[c]}', found '{(c < cells.Length ? GridCells.Shortened(cells[c]) : "the end of the line")}'. "
                        + "A world table of the release of 2016 is a workbook of it, or a CSV file with the columns of its R or Stata file."
                );
            }
        }

        if (!string.Equals(cells[^1].TrimStart('v'), "TOT", StringComparison.OrdinalIgnoreCase))
        {
            throw file.Fault(1, cells.Length - 1, "expected TOT as the last column. The file may be cut off.");
        }

        (string Region, int Number)[] codes =
        [
            .. Enumerable.Range(Expected.Length, cells.Length - Expected.Length - 1).Select(c => CodeOf(file, c, cells[c])),
        ];
        return Of(file, codes, isWorkbook: false);
    }

    /// <summary>The head of a workbook, whose first line was read; null where it is none.</summary>
    private static WiotHeader? ReadWorkbook(GridFile file)
    {
        string[][] lines = [.. Enumerable.Range(2, WorkbookHead - 1).Select(_ => file.ReadCells()).OfType<string[]>()];
        if (lines.Length < WorkbookHead - 1 || lines[1].Length <= WorkbookLabels + 1 || lines[3].Length != lines[1].Length)
        {
            return null;
        }

        (string[] codes, string[] regions) = (lines[1], lines[3]);
        if (!string.Equals(codes[^1], "GO", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        file.ColumnNames = [.. codes.Select((c, k) => k < WorkbookLabels ? c : $"{regions[k]}_{c}")];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbered = new List<(string Region, int Number)>();
        for (int c = WorkbookLabels; c < codes.Length - 1; c++)
        {
            // Industries and, behind them, final uses of a region are numbered on, as in the files of R and Stata.
            counts[regions[c]] = counts.GetValueOrDefault(regions[c]) + 1;
            numbered.Add((regions[c], counts[regions[c]]));
        }

        return Of(file, [.. numbered], isWorkbook: true);
    }

    private static WiotHeader Of(GridFile file, (string Region, int Number)[] codes, bool isWorkbook)
    {
        (int line, int labels) = isWorkbook ? (3, WorkbookLabels) : (1, Expected.Length);

        // Final uses begin where the first region comes back.
        int back = Array.FindIndex(codes, c => c.Region != codes[0].Region);
        int end = back < 0 ? -1 : Array.FindIndex(codes, back, c => c.Region == codes[0].Region);
        (string Region, string Number)[] sectors =
        [
            .. codes.Take(end < 0 ? codes.Length : end).Select(c => (c.Region, c.Number.ToString(CultureInfo.InvariantCulture))),
        ];
        SectorIndex index = RegionalSectors.Index(
            sectors,
            LayoutNames.RegionOf,
            LayoutNames.IndustryOf,
            k => $"{file.Path}, line {line}, column {k + labels + 1}"
        );
        var uses = new List<(Region, int, int)>();
        for (int c = sectors.Length; c < codes.Length; c++)
        {
            int use = codes[c].Number - index.Industries.Count - 1;
            if (use < 0 || use >= Uses.Length || !index.TryFindRegion(codes[c].Region, out RegionNumber number))
            {
                throw file.Fault(
                    line,
                    c + labels,
                    $"is no final use: expected a region of the table and a number from {index.Industries.Count + 1} to "
                        + $"{index.Industries.Count + Uses.Length}."
                );
            }

            uses.Add((index.Regions[number], number, use));
        }

        return new WiotHeader(sectors, uses, isWorkbook);
    }

    private static (string Region, int Number) CodeOf(GridFile file, int column, string cell)
    {
        string code = cell.StartsWith('v') ? cell[1..] : cell;
        return code.Length > 3 && int.TryParse(code.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? (code[..3], number)
            : throw file.Fault(
                1,
                column,
                $"'{GridCells.Shortened(cell)}' is no sector or final use such as AUS1 or vAUS1: three letters of a region and a number."
            );
    }
}
