using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Storage.Formats.Icio;

/// <summary>
/// The parts that the ICIO splits China (CN1, CN2 …) and Mexico (MX1, MX2 …) into, by export processing and global manufacturing.
/// </summary>
internal static class IcioSplits
{
    /// <summary>The country that a code is a part of: CHN, MEX, or itself.</summary>
    public static string WholeOf(string region) =>
        region.Length == 3 && char.IsAsciiDigit(region[2])
            ? region[..2] switch
            {
                "CN" => "CHN",
                "MX" => "MEX",
                _ => region,
            }
            : region;

    /// <summary>Whether a table has such parts.</summary>
    public static bool Are(SectorIndex sectors) => sectors.Regions.Any(r => WholeOf(r.Code) != r.Code);

    /// <summary>
    /// Adds the parts to their countries. The sectors of CHN and MEX themselves are empty in such files, but their final uses are not.
    /// </summary>
    public static FlowTable Joined(FlowTable table)
    {
        string[] codes = [.. table.Sectors.Regions.Select(r => r.Code)];
        Dictionary<string, string> names = codes
            .Select(WholeOf)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(c => c, c => LayoutNames.RegionOf(c).Name, StringComparer.Ordinal);
        var whole = Concordance.Of("parts of China and Mexico", codes.Select(c => new ConcordanceLink(c, WholeOf(c))), names);
        return TableAggregation.Aggregate(table, whole);
    }
}
