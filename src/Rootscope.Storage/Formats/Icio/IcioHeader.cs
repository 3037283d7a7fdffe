using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Icio;

/// <summary>
/// What the first line of an ICIO file says: sectors (AUS_A01), final uses (AUS_HFCE, in 2016 HFCE_AUS), total output (OUT or TOTAL, not in
/// 2016).
/// </summary>
internal sealed class IcioHeader
{
    private IcioHeader(GridFile file, string[] cells, List<(string Region, string Industry)> sectors)
    {
        SectorCodes = [.. sectors.Select(s => $"{s.Region}_{s.Industry}")];
        Sectors = RegionalSectors.Index(sectors, LayoutNames.RegionOf, LayoutNames.IndustryOf, k => $"{file.Path}, line 1, column {k + 2}");
        var uses = new List<FinalDemandCategory>();
        for (int c = sectors.Count + 1; c < cells.Length; c++)
        {
            if (cells[c] is "OUT" or "TOTAL" or "OUTPUT" && c == cells.Length - 1)
            {
                HasOutput = true;
                break;
            }

            uses.Add(UseOf(file, c, cells[c]));
        }

        FinalDemand = uses;
    }

    public SectorIndex Sectors { get; }

    /// <summary>The sectors as the file writes them.</summary>
    public IReadOnlyList<string> SectorCodes { get; }

    public IReadOnlyList<FinalDemandCategory> FinalDemand { get; }

    /// <summary>Whether the last column is total output.</summary>
    public bool HasOutput { get; }

    /// <summary>Number of figures in a row.</summary>
    public int Width => SectorCodes.Count + FinalDemand.Count + (HasOutput ? 1 : 0);

    public static IcioHeader Read(GridFile file)
    {
        string[] cells =
            file.ReadCells()
            ?? throw new TableException($"{file.Path}, line 1", "the file is empty. Expected a line of sectors, final uses and OUT.");
        file.ColumnNames = cells;
        var sectors = new List<(string, string)>();
        for (int c = 1; c < cells.Length && SectorOf(cells[c]) is { } sector; c++)
        {
            sectors.Add(sector);
        }

        return new IcioHeader(file, cells, sectors);
    }

    /// <summary>Region and industry of a code; null for a final use, a total, or what is no code at all.</summary>
    private static (string Region, string Industry)? SectorOf(string cell)
    {
        int at = cell.IndexOf('_', StringComparison.Ordinal);
        return at <= 0 || at == cell.Length - 1 || FinalUses.Has(cell[..at]) || FinalUses.Has(cell[(at + 1)..])
            ? null
            : (cell[..at], cell[(at + 1)..]);
    }

    private FinalDemandCategory UseOf(GridFile file, int column, string cell)
    {
        if (cell == "DISC")
        {
            int last = Sectors.TryFindRegion("ROW", out RegionNumber rest) ? rest : Sectors.Regions.Count - 1;
            return FinalUses.Of(cell, cell, Sectors.Regions[last], last, named: false);
        }

        int at = Math.Max(0, cell.IndexOf('_', StringComparison.Ordinal));
        (string region, string use) = (cell[..at], cell[Math.Min(cell.Length, at + 1)..]);
        if (!FinalUses.Has(use))
        {
            (region, use) = (use, region);
        }

        return FinalUses.Has(use) && Sectors.TryFindRegion(region, out RegionNumber number)
            ? FinalUses.Of($"{IcioSplits.WholeOf(region)}_{use}", use, Sectors.Regions[number], number)
            : throw file.Fault(
                1,
                column,
                $"'{GridCells.Shortened(cell)}' is no sector such as AUS_A01, no final use such as AUS_HFCE of a region of the table, "
                    + $"and not OUT at the end of the line. "
                    + "Sectors come first, then final uses, then OUT."
            );
    }
}
