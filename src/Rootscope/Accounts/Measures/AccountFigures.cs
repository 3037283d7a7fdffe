using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>What a measure's computation hands over: rows, and notes of its own.</summary>
internal sealed record AccountFigures(IReadOnlyList<AccountRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>One value a sector, in table order.</summary>
    public static AccountFigures OfSectors(FlowTable table, ReadOnlySpan<double> values, params IEnumerable<string> notes) =>
        OfSectors(table, [.. values.ToArray().Select(v => (double?)v)], notes);

    /// <summary>One value a sector, in table order, null where undefined.</summary>
    public static AccountFigures OfSectors(FlowTable table, IReadOnlyList<double?> values, params IEnumerable<string> notes) =>
        new([.. values.Select((v, k) => new AccountRow(SectorKey(table, k), Partner: null, v))], [.. notes]);

    /// <summary>One value a region, in table order.</summary>
    public static AccountFigures OfRegions(IReadOnlyList<double?> values, params IEnumerable<string> notes) =>
        new([.. values.Select((v, r) => new AccountRow(new AccountKey(new(r), null), Partner: null, v))], [.. notes]);

    /// <summary>A value for each sector and region; n × regions, row-major.</summary>
    public static AccountFigures OfSectorsAndRegions(FlowTable table, double[] values, params IEnumerable<string> notes) =>
        OfSectorsAndRegions(table, [.. values.Select(v => (double?)v)], notes);

    /// <summary>A value for each sector and region, null where undefined; n × regions, row-major.</summary>
    public static AccountFigures OfSectorsAndRegions(FlowTable table, IReadOnlyList<double?> values, params IEnumerable<string> notes)
    {
        int regions = table.Sectors.Regions.Count;
        return new AccountFigures(
            new AccountRows(
                values.Count,
                at => new AccountRow(SectorKey(table, at / regions), new AccountKey(new(at % regions), null), values[at])
            ),
            [.. notes]
        );
    }

    /// <summary>A value for each pair of different regions; regions × regions, row-major, the diagonal unused.</summary>
    public static AccountFigures OfRegionPairs(FlowTable table, double[] values, params IEnumerable<string> notes)
    {
        int regions = table.Sectors.Regions.Count;
        return new AccountFigures(
            [
                .. values
                    .Select((v, at) => new AccountRow(new AccountKey(new(at / regions), null), new AccountKey(new(at % regions), null), v))
                    .Where(row => row.Key != row.Partner),
            ],
            [.. notes]
        );
    }

    /// <summary>A value for each pair of sectors, computed when it is read.</summary>
    public static AccountFigures OfSectorPairs(FlowTable table, Func<int, int, double?> value, params IEnumerable<string> notes)
    {
        int n = table.Size;
        return new AccountFigures(
            new AccountRows(n * n, at => new AccountRow(SectorKey(table, at / n), SectorKey(table, at % n), value(at / n, at % n))),
            [.. notes]
        );
    }

    private static AccountKey SectorKey(FlowTable table, int sector) =>
        new(new(sector / table.Sectors.Industries.Count), new IndustryNumber(sector % table.Sectors.Industries.Count));
}
