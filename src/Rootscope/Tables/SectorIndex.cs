using Rootscope.Tables.Economies;

namespace Rootscope.Tables;

/// <summary>The order of a table's sectors: every industry of every region, region-major.</summary>
/// <remarks>Sector k of R regions and N industries is industry k mod N of region k div N. Codes are unique and compared exactly.</remarks>
public sealed class SectorIndex
{
    private readonly Dictionary<string, int> _industryByCode;
    private readonly Dictionary<string, int> _regionByCode;

    /// <summary>Builds the index and checks that codes are present and unique.</summary>
    /// <param name="regions">The regions, at least one.</param>
    /// <param name="industries">The industries of every region, at least one.</param>
    /// <exception cref="TableException">A code is empty or occurs twice.</exception>
    public SectorIndex(IReadOnlyList<Region> regions, IReadOnlyList<Industry> industries)
    {
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentNullException.ThrowIfNull(industries);
        Regions = [.. regions];
        Industries = [.. industries];
        _regionByCode = Index("region", Regions.Select(r => r.Code));
        _industryByCode = Index("industry", Industries.Select(i => i.Code));
    }

    /// <summary>The regions, in table order.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>The industries that every region has, in table order.</summary>
    public IReadOnlyList<Industry> Industries { get; }

    /// <summary>Number of sectors: regions times industries.</summary>
    public int Count => Regions.Count * Industries.Count;

    /// <summary>The industry of sector <paramref name="sector"/>.</summary>
    public Industry IndustryOf(SectorNumber sector) => Industries[sector % Industries.Count];

    /// <summary>The region of sector <paramref name="sector"/>.</summary>
    public Region RegionOf(SectorNumber sector) => Regions[sector / Industries.Count];

    /// <summary>The number of the region of sector <paramref name="sector"/>.</summary>
    public RegionNumber RegionNumberOf(SectorNumber sector) => new(sector / Industries.Count);

    /// <summary>The sector of a region and an industry, both by number.</summary>
    public SectorNumber SectorOf(RegionNumber region, IndustryNumber industry) => new((region * Industries.Count) + industry);

    /// <summary>A short label for messages: the code alone in a one-region table, "CHN.c14" otherwise.</summary>
    public string LabelOf(SectorNumber sector) =>
        Regions.Count == 1 ? IndustryOf(sector).Code : $"{RegionOf(sector).Code}.{IndustryOf(sector).Code}";

    /// <summary>Finds an industry by its exact code.</summary>
    public bool TryFindIndustry(string code, out IndustryNumber industry)
    {
        bool isThere = _industryByCode.TryGetValue(code, out int number);
        industry = new(number);
        return isThere;
    }

    /// <summary>Finds a region by its exact code.</summary>
    public bool TryFindRegion(string code, out RegionNumber region)
    {
        bool isThere = _regionByCode.TryGetValue(code, out int number);
        region = new(number);
        return isThere;
    }

    /// <summary>
    /// Finds a region by code (any case) or name, or by another code or name of the same economy: DEU and 德国 find a table's DE.
    /// </summary>
    /// <exception cref="UnknownNameException">No region has that code or name; the message has the nearest.</exception>
    public RegionNumber FindRegion(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        for (int r = 0; r < Regions.Count; r++)
        {
            if (Same(Regions[r].Code, name) || Same(Regions[r].Name, name))
            {
                return new(r);
            }
        }

        int[] same = EconomyIdentities.Find(name) is { } economy
            ? [.. Enumerable.Range(0, Regions.Count).Where(r => EconomyIdentities.Find(Regions[r].Code) == economy)]
            : [];
        if (same.Length == 1)
        {
            return new(same[0]);
        }

        IEnumerable<string> candidates = Regions.Select(r => r.Code).Concat(Regions.Select(r => r.Name)).Distinct(StringComparer.Ordinal);
        throw new UnknownNameException("region", name, NearestNames.Of(name, candidates), Hint());
    }

    private string Hint() =>
        Regions.Count == 1
            ? $"The table has one region, {Regions[0].Code} ({Regions[0].Name})."
            : $"The table has {Regions.Count} regions.";

    /// <summary>Finds an industry by code, by name in either language, or by an unambiguous part of its name (any case).</summary>
    /// <exception cref="UnknownNameException">No industry fits, or several do; the message names them.</exception>
    public IndustryNumber FindIndustry(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        for (int i = 0; i < Industries.Count; i++)
        {
            Industry it = Industries[i];
            if (Same(it.Code, name) || Same(it.Name, name) || Same(it.LocalName, name))
            {
                return new(i);
            }
        }

        int[] partial = [.. Enumerable.Range(0, Industries.Count).Where(i => Holds(Industries[i], name))];
        if (partial.Length == 1)
        {
            return new(partial[0]);
        }

        IReadOnlyList<string> shown =
            partial.Length > 1
                ? [.. partial.Take(5).Select(Shown)]
                : NearestNames.Of(
                    name,
                    Enumerable.Range(0, Industries.Count).SelectMany(i => new[] { Industries[i].Code, Industries[i].Name })
                );
        throw partial.Length > 1
            ? new UnknownNameException("single industry", name, shown, $"{partial.Length} names contain it; give the code of one.")
            : new UnknownNameException(
                "single industry",
                name,
                shown,
                $"Give a code or a name of the table (see {Repair.Step(RepairStep.ListIndustries)})."
            );
    }

    private static bool Same(string a, string b) => a.Length > 0 && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(Industry it, string part) =>
        it.Name.Contains(part, StringComparison.OrdinalIgnoreCase) || it.LocalName.Contains(part, StringComparison.Ordinal);

    private string Shown(int i) => $"{Industries[i].Code} {Industries[i].Name}";

    private static Dictionary<string, int> Index(string kind, IEnumerable<string> codes)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string code in codes)
        {
            if (string.IsNullOrWhiteSpace(code))
            {
                throw new TableException($"{kind} {index.Count + 1}", $"has no code. Give every {kind} a code of its own.");
            }

            if (!index.TryAdd(code, index.Count))
            {
                throw new TableException(
                    $"{kind} '{code}'",
                    $"occurs twice (numbers {index[code] + 1} and {index.Count + 1}). "
                        + $"Give every {kind} a code of its own, or aggregate the two first."
                );
            }
        }

        return index.Count > 0 ? index : throw new TableException("the table", $"has no {kind}.");
    }
}
