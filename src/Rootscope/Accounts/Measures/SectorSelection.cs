using System.Runtime.InteropServices;
using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>Sectors or regions of a table by one name: a sector, a region with all its sectors, or an industry of every region.</summary>
/// <param name="Region">Number of the region; null for any.</param>
/// <param name="Industry">Number of the industry; null for any.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SectorSelection(RegionNumber? Region, IndustryNumber? Industry)
{
    /// <summary>Reads "CHN.c14", the code or name of a region, or the code or name of an industry.</summary>
    /// <exception cref="UnknownNameException">The table has neither a region nor an industry of that name; the message has the
    /// nearest.</exception>
    public static SectorSelection Parse(SectorIndex sectors, string name)
    {
        ArgumentNullException.ThrowIfNull(sectors);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && dot < name.Length - 1 && RegionOf(sectors, name[..dot]) is { } region)
        {
            return new SectorSelection(new RegionNumber(region), sectors.FindIndustry(name[(dot + 1)..]));
        }

        if (RegionOf(sectors, name) is { } whole)
        {
            return new SectorSelection(new RegionNumber(whole), null);
        }

        try
        {
            return new SectorSelection(null, sectors.FindIndustry(name));
        }
        catch (UnknownNameException)
        {
            IEnumerable<string> candidates = sectors
                .Regions.SelectMany(r => new[] { r.Code, r.Name })
                .Concat(sectors.Industries.SelectMany(i => new[] { i.Code, i.Name }))
                .Concat(Enumerable.Range(0, sectors.Count).Select(k => sectors.LabelOf(new(k))));
            throw new UnknownNameException(
                "region, industry or sector",
                name,
                NearestNames.Of(name, candidates),
                "Give a region such as CHN, an industry, or both as CHN.c14."
            );
        }
    }

    /// <summary>Whether a row's key or partner is one of those selected.</summary>
    public bool Holds(AccountKey key) => (Region is null || key.Region == Region) && (Industry is null || key.Industry == Industry);

    private static int? RegionOf(SectorIndex sectors, string name)
    {
        for (int r = 0; r < sectors.Regions.Count; r++)
        {
            if (
                string.Equals(sectors.Regions[r].Code, name, StringComparison.OrdinalIgnoreCase)
                || string.Equals(sectors.Regions[r].Name, name, StringComparison.OrdinalIgnoreCase)
            )
            {
                return r;
            }
        }

        return null;
    }
}
