using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Wiod2013;

/// <summary>
/// What the first line of a WIOD file says: <c>row</c>, one column a sector (ISO_cN), one a final use (ISO_FN), <c>OUTPUT</c>.
/// </summary>
internal sealed class WiodLayout
{
    private WiodLayout(SectorIndex sectors, IReadOnlyList<string> sectorCodes, IReadOnlyList<FinalDemandCategory> finalDemand)
    {
        Sectors = sectors;
        SectorCodes = sectorCodes;
        FinalDemand = finalDemand;
    }

    public SectorIndex Sectors { get; }

    /// <summary>The codes of the sectors as the file writes them, in order.</summary>
    public IReadOnlyList<string> SectorCodes { get; }

    public IReadOnlyList<FinalDemandCategory> FinalDemand { get; }

    public static WiodLayout Of(CsvFile file)
    {
        int output = file.Column("OUTPUT");
        if (output != file.Header.Count - 1)
        {
            throw new TableException(
                $"{file.Path}, line 1, column {output + 1}",
                "OUTPUT is not the last column. Expected: row, sectors, final uses, OUTPUT."
            );
        }

        (string Region, string Part, int Column)[] columns = [.. Enumerable.Range(1, output - 1).Select(c => Split(file, c))];
        (string Region, string Part, int Column)[] sectors = [.. columns.TakeWhile(c => c.Part[0] == 'c')];
        string[] regions = [.. sectors.Select(c => c.Region).Distinct(StringComparer.Ordinal)];
        string[] industries = [.. sectors.Select(c => c.Part).Distinct(StringComparer.Ordinal)];
        var index = new SectorIndex([.. regions.Select(WiodNames.RegionOf)], [.. industries.Select(WiodNames.IndustryOf)]);
        CheckOrder(file, sectors, index);
        var uses = columns.Skip(sectors.Length).Select(c => UseOf(file, index, c)).ToList();
        return new WiodLayout(index, [.. sectors.Select(s => $"{s.Region}_{s.Part}")], uses);
    }

    private static (string Region, string Part, int Column) Split(CsvFile file, int column)
    {
        string code = file.Header[column].Trim();
        int at = code.LastIndexOf('_');
        return at > 0 && at < code.Length - 1
            ? (code[..at], code[(at + 1)..], column)
            : throw new TableException(
                $"{file.Path}, line 1, column {column + 1}",
                $"'{code}' is no sector such as CHN_c14 and no final use such as CHN_F1. Check that this is a file of the WIOD 2013 "
                    + $"release."
            );
    }

    private static void CheckOrder(CsvFile file, (string Region, string Part, int Column)[] sectors, SectorIndex index)
    {
        for (int s = 0; s < Math.Max(sectors.Length, index.Count); s++)
        {
            string expected = s < index.Count ? $"{index.RegionOf(new(s)).Code}_{index.IndustryOf(new(s)).Code}" : "a final use";
            string found = s < sectors.Length ? $"{sectors[s].Region}_{sectors[s].Part}" : file.Header[s + 1];
            if (!string.Equals(expected, found, StringComparison.Ordinal))
            {
                throw new TableException(
                    $"{file.Path}, line 1, column {s + 2}",
                    $"expected {expected}, found '{found}'. Every region needs the same industries in the same order, region after region."
                );
            }
        }
    }

    private static FinalDemandCategory UseOf(CsvFile file, SectorIndex index, (string Region, string Part, int Column) column)
    {
        FinalDemandCategory? use = index.TryFindRegion(column.Region, out RegionNumber region)
            ? WiodNames.UseOf(column.Region, region, column.Part)
            : null;
        return use
            ?? throw new TableException(
                $"{file.Path}, line 1, column {column.Column + 1}",
                $"'{file.Header[column.Column]}' is no final use F1 to F5 of a region of the table."
            );
    }
}
