using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Shared;

/// <summary>From labels of sectors, region after region, to the index of a table.</summary>
internal static class RegionalSectors
{
    /// <summary>More sectors than this make a matrix of flows above 7 GB.</summary>
    private const int Most = 30_000;

    /// <summary>Checks that every region has the same industries in the same order, and builds the index.</summary>
    /// <param name="sectors">The sectors in the order of the file, by code.</param>
    /// <param name="region">The region of a code.</param>
    /// <param name="industry">The industry of a code.</param>
    /// <param name="place">Where in the file sector number k stands, for messages.</param>
    /// <exception cref="TableException">There is no sector, one occurs twice, or the order is broken.</exception>
    public static SectorIndex Index(
        IReadOnlyList<(string Region, string Industry)> sectors,
        Func<string, Region> region,
        Func<string, Industry> industry,
        Func<int, string> place
    )
    {
        if (sectors.Count == 0)
        {
            throw new TableException(
                place(0),
                "there is no sector. Expected labels of a region and an industry; check that this is the layout you named."
            );
        }

        if (sectors.Count > Most)
        {
            throw new TableException(
                place(Most),
                $"is sector number {Most + 1} of {sectors.Count}: a table of that size does not fit in memory. Aggregate it first."
            );
        }

        string first = sectors[0].Region;
        (string Region, string Industry)[] block = [.. sectors.TakeWhile(s => string.Equals(s.Region, first, StringComparison.Ordinal))];
        int size = block.Length;
        for (int k = 0; k < sectors.Count; k++)
        {
            (string Region, string Industry) expected = (sectors[k - (k % size)].Region, block[k % size].Industry);
            if (sectors[k] != expected)
            {
                throw new TableException(
                    place(k),
                    $"expected {expected.Region} {expected.Industry}, found {sectors[k].Region} {sectors[k].Industry}. "
                        + $"Every region needs the same {size} industries in the same order, region after region."
                );
            }
        }

        if (sectors.Count % size != 0)
        {
            throw new TableException(
                place(sectors.Count - 1),
                $"the last region {sectors[^1].Region} has {sectors.Count % size} industries where the first has {size}. The file may "
                    + $"be cut off."
            );
        }

        var regions = new HashSet<string>(StringComparer.Ordinal);
        for (int k = 0; k < sectors.Count; k += size)
        {
            if (!regions.Add(sectors[k].Region))
            {
                throw new TableException(
                    place(k),
                    $"region {sectors[k].Region} occurs a second time. Every region stands once, with all of its industries."
                );
            }
        }

        return new SectorIndex([.. regions.Select(region)], [.. block.Select(s => industry(s.Industry))]);
    }
}
