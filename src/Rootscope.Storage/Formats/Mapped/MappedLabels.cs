using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Mapped;

/// <summary>What a row or column of a mapped file is.</summary>
internal enum CellAxis
{
    Ignored,
    Sector,
    FinalDemand,
    ValueAdded,
    Output,
    Imports,
}

/// <summary>A row or column of the table.</summary>
/// <param name="Axis">What it is.</param>
/// <param name="Number">Number of the sector, the column of final demand or the row of primary inputs.</param>
internal readonly record struct CellPlace(CellAxis Axis, int Number = 0);

/// <summary>Finds out which sectors a mapped file has, and where each of its labels belongs.</summary>
internal sealed class MappedLabels(TableMapping mapping)
{
    private readonly Dictionary<string, int> _finalByCode = Numbers(mapping.FinalDemand.Select(f => f.Code));
    private readonly Dictionary<string, int> _valueByCode = Numbers(mapping.ValueAdded.Select(v => v.Code));
    private readonly List<string> _regions = [];
    private readonly List<string> _industries = [];
    private readonly HashSet<string> _seenRegions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seenIndustries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private SectorIndex? _sectors;

    /// <summary>The sectors, once every label was collected and <see cref="Close"/> was called.</summary>
    public SectorIndex Sectors => _sectors!;

    /// <summary>The columns of final demand: those of the mapping for every region, region after region.</summary>
    public IReadOnlyList<FinalDemandCategory> FinalDemand { get; private set; } = [];

    /// <summary>Takes note of a row; false where it is no sector.</summary>
    public bool CollectRow(string label, string? region, string? name, Func<string, TableException> fault)
    {
        if (mapping.IgnoredRows.Contains(label) || _valueByCode.ContainsKey(label))
        {
            return false;
        }

        string code = Collect(label, region, fault);
        if (!string.IsNullOrEmpty(name))
        {
            _names.TryAdd(code, name);
        }

        return true;
    }

    /// <summary>Takes note of a column; false where it is no sector.</summary>
    public bool CollectColumn(string label, string? region, Func<string, TableException> fault)
    {
        if (mapping.IgnoredColumns.Contains(label) || label == mapping.Output || label == mapping.Imports)
        {
            return false;
        }

        (string itsRegion, string code) = Split(label, region, fault);
        if (_finalByCode.ContainsKey(code))
        {
            CollectRegion(itsRegion);
            return false;
        }

        Collect(label, region, fault);
        return true;
    }

    /// <summary>Fixes the order: that of the mapping's lists where they are given, otherwise that of the file.</summary>
    public void Close()
    {
        IReadOnlyList<Region> regions = mapping.Region is { } only
            ? [only]
            : Ordered("regions", mapping.Regions, _regions, r => r.Code, r => new Region(r, r));
        IReadOnlyList<Industry> industries = Ordered(
            "industries",
            mapping.Industries,
            _industries,
            i => i.Code,
            i => new Industry(i, _names.GetValueOrDefault(i, i))
        );
        if (industries.Count == 0 || regions.Count == 0)
        {
            throw new TableException(mapping.Place, "the data file has no sector. Check which columns hold labels.");
        }

        if (mapping.ImportsRow is { } row && !industries.Any(i => i.Code == row))
        {
            // Nothing at home makes it: imports of which only the users are known are a product of their own.
            industries = [.. industries, new Industry(row, _names.GetValueOrDefault(row, "Imports"))];
        }

        _sectors = new SectorIndex(regions, industries);
        FinalDemand = [.. Enumerable.Range(0, regions.Count).SelectMany(r => mapping.FinalDemand.Select(f => f with { Region = new(r) }))];
    }

    public CellPlace RowOf(string label, string? region, Func<string, TableException> fault) =>
        mapping.IgnoredRows.Contains(label) ? new CellPlace(CellAxis.Ignored)
        : _valueByCode.TryGetValue(label, out int row) ? new CellPlace(CellAxis.ValueAdded, row)
        : SectorOf(label, region, fault);

    public CellPlace ColumnOf(string label, string? region, Func<string, TableException> fault)
    {
        if (mapping.IgnoredColumns.Contains(label))
        {
            return new CellPlace(CellAxis.Ignored);
        }

        if (label == mapping.Output || label == mapping.Imports)
        {
            return new CellPlace(label == mapping.Output ? CellAxis.Output : CellAxis.Imports);
        }

        (string itsRegion, string code) = Split(label, region, fault);
        return _finalByCode.TryGetValue(code, out int use) && Sectors.TryFindRegion(itsRegion, out RegionNumber number)
            ? new CellPlace(CellAxis.FinalDemand, (number * mapping.FinalDemand.Count) + use)
            : SectorOf(label, region, fault);
    }

    private CellPlace SectorOf(string label, string? region, Func<string, TableException> fault)
    {
        (string itsRegion, string code) = Split(label, region, fault);
        return Sectors.TryFindRegion(itsRegion, out RegionNumber r) && Sectors.TryFindIndustry(code, out IndustryNumber i)
            ? new CellPlace(CellAxis.Sector, Sectors.SectorOf(new(r), new(i)))
            : throw fault(
                $"'{label}' is no sector of the columns, no row of primary inputs of the mapping, and not ignored. Add it to "
                    + $"'value_added' or to 'ignore'."
            );
    }

    private string Collect(string label, string? region, Func<string, TableException> fault)
    {
        (string itsRegion, string code) = Split(label, region, fault);
        CollectRegion(itsRegion);
        if (_seenIndustries.Add(code))
        {
            _industries.Add(code);
        }

        return code;
    }

    private void CollectRegion(string region)
    {
        if (_seenRegions.Add(region))
        {
            _regions.Add(region);
        }
    }

    private (string Region, string Code) Split(string label, string? region, Func<string, TableException> fault)
    {
        if (mapping.Region is { } only)
        {
            return label.Length > 0 ? (only.Code, label) : throw fault("the label is empty. Give it a code.");
        }

        if (region is not null)
        {
            return region.Length > 0 && label.Length > 0
                ? (region, label)
                : throw fault("the label lacks its region or its code. Give both, or name it in 'value_added', 'output' or 'ignore'.");
        }

        int at = label.IndexOf(mapping.Separator, StringComparison.Ordinal);
        return at > 0 && at + mapping.Separator.Length < label.Length
            ? (label[..at], label[(at + mapping.Separator.Length)..])
            : throw fault(
                $"'{label}' is no region and code with '{mapping.Separator}' between them, and the mapping does not name it. Add it to "
                    + $"'value_added', 'output' or 'ignore'."
            );
    }

    private IReadOnlyList<T> Ordered<T>(
        string what,
        IReadOnlyList<T> given,
        List<string> found,
        Func<T, string> codeOf,
        Func<string, T> make
    )
    {
        if (given.Count == 0)
        {
            return [.. found.Select(make)];
        }

        HashSet<string> known = given.Select(codeOf).ToHashSet(StringComparer.Ordinal);
        string[] unknown = [.. found.Where(f => !known.Contains(f)).Take(10)];
        return unknown.Length == 0
            ? given
            : throw new TableException(
                mapping.Place,
                $"the data file has {what} that the list '{what}' lacks: {string.Join(", ", unknown)}. Add them, or remove the list."
            );
    }

    private static Dictionary<string, int> Numbers(IEnumerable<string> codes)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string code in codes)
        {
            numbers.Add(code, numbers.Count);
        }

        return numbers;
    }
}
