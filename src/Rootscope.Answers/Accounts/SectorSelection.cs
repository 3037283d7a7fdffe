using Rootscope.Answers.Economies;
using Rootscope.Tables;

namespace Rootscope.Answers.Accounts;

/// <summary>One sector by name, or the sectors of that industry in all regions.</summary>
internal sealed class SectorSelection
{
    private readonly int[] _sectors;

    private SectorSelection(int[] sectors, string label, string name)
    {
        _sectors = sectors;
        Label = label;
        Name = name;
    }

    /// <summary>Codes: "TWN.c14", or "c14" for all regions and in a table of one.</summary>
    public string Label { get; }

    /// <summary>The name for a sentence.</summary>
    public string Name { get; }

    /// <summary>Finds what a name means.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">An industry by code or name, a technology of the catalogue, or "REGION.CODE".</param>
    /// <param name="region">A region by code or name; null for all.</param>
    /// <param name="notes">Receives a sentence where the industry stands for a technology.</param>
    /// <exception cref="UnknownNameException">No industry or region has that name.</exception>
    public static SectorSelection Of(FlowTable table, string name, string? region, ICollection<string> notes)
    {
        SectorIndex index = table.Sectors;
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        if (region is null && dot > 0 && index.TryFindRegion(name[..dot], out _))
        {
            region = name[..dot];
            name = name[(dot + 1)..];
        }

        int industry = ProductName.Find(table, name, bridge: null, notes);
        Industry found = index.Industries[industry];
        if (region is null && index.Regions.Count > 1)
        {
            return new SectorSelection(
                [.. Enumerable.Range(0, index.Regions.Count).Select(r => index.SectorOf(new(r), new(industry)))],
                found.Code,
                $"{found.Name} of all regions"
            );
        }

        int number = region is null ? 0 : index.FindRegion(region);
        int sector = index.SectorOf(new(number), new(industry));
        return new SectorSelection(
            [sector],
            index.LabelOf(new(sector)),
            index.Regions.Count > 1 ? $"{found.Name} of {SpokenName.Of(index.Regions[number].Name)}" : found.Name
        );
    }

    /// <summary>The values of the selected sectors, and 0 for all others.</summary>
    public double[] Only(double[] values)
    {
        var result = new double[values.Length];
        foreach (int sector in _sectors)
        {
            result[sector] = values[sector];
        }

        return result;
    }
}
