using Rootscope.Tables;

namespace Rootscope.Networks;

/// <summary>What is known of the firms of a network, before it is checked.</summary>
public sealed record FirmListParts
{
    /// <summary>One identifier a firm, each once; compared exactly.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>The sector code of every firm; never empty.</summary>
    public required IReadOnlyList<string> Sectors { get; init; }

    /// <summary>Names of the firms; null where there are none.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Region codes; null where there are none.</summary>
    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary>Codes of the market in which a firm can be replaced by others; null where the source has no such column.</summary>
    public IReadOnlyList<string>? Markets { get; init; }

    /// <summary>
    /// Total sales, final demand and exports included, in the unit of money of the edges; NaN where unknown; null where all are.
    /// </summary>
    public double[]? Revenue { get; init; }

    /// <summary>Total cost of inputs, in the unit of money of the edges; NaN where unknown; null where all are.</summary>
    public double[]? Costs { get; init; }
}

/// <summary>The firms of a supply network: identifier, name, sector, region, market, revenue and costs.</summary>
/// <remarks>Firm i is row i of the source. Immutable and safe to share between threads.</remarks>
public sealed class FirmList
{
    private readonly Dictionary<string, int> _byId;
    private readonly IReadOnlyList<string>? _names;
    private readonly double[]? _revenue;
    private readonly double[]? _costs;

    /// <summary>Checks the parts and takes them over.</summary>
    /// <param name="parts">What is known of the firms.</param>
    /// <param name="placeOf">Where a firm stands in its source, for messages; null says "firm 3".</param>
    /// <exception cref="TableException">There is no firm, an identifier is empty or occurs twice, a sector is missing, or revenue or costs
    /// are below zero.</exception>
    public FirmList(FirmListParts parts, Func<int, string>? placeOf = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        placeOf ??= static f => $"firm {f + 1}";
        Ids = parts.Ids;
        _byId = IndexOf(Ids, placeOf);
        RequireLength(parts.Sectors, nameof(parts.Sectors));
        for (int f = 0; f < Count; f++)
        {
            if (string.IsNullOrWhiteSpace(parts.Sectors[f]))
            {
                throw new TableException(placeOf(f), $"firm '{Ids[f]}' has no sector. Give it a code; shortages spread by sector.");
            }
        }

        Sectors = FirmGroups.Of(parts.Sectors);
        RequireLength(parts.Names, nameof(parts.Names));
        RequireLength(parts.Regions, nameof(parts.Regions));
        RequireLength(parts.Markets, nameof(parts.Markets));
        _names = parts.Names;
        Regions = parts.Regions is null ? null : FirmGroups.Of(parts.Regions);
        Markets = parts.Markets is null ? null : FirmGroups.Of(parts.Markets);
        _revenue = Checked(parts.Revenue, "revenue", placeOf);
        _costs = Checked(parts.Costs, "costs", placeOf);
    }

    /// <summary>Number of firms.</summary>
    public int Count => Ids.Count;

    /// <summary>The identifiers, in the order of the source.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The sector of every firm.</summary>
    public FirmGroups Sectors { get; }

    /// <summary>The region of every firm; null where the source has none.</summary>
    public FirmGroups? Regions { get; }

    /// <summary>The market of every firm; null where the source has no such column.</summary>
    public FirmGroups? Markets { get; }

    /// <summary>Whether total sales are known for at least one firm.</summary>
    public bool HasRevenue => _revenue is not null;

    /// <summary>Whether total costs are known for at least one firm.</summary>
    public bool HasCosts => _costs is not null;

    /// <summary>The name of a firm, or its identifier where there is no name.</summary>
    public string NameOf(FirmNumber firm) => _names is { } names && names[firm].Length > 0 ? names[firm] : Ids[firm];

    /// <summary>Total sales of a firm, final demand and exports included, in the unit of money of the edges; null where unknown.</summary>
    public double? RevenueOf(FirmNumber firm) => Known(_revenue, firm);

    /// <summary>Total cost of a firm's inputs, in the unit of money of the edges; null where unknown.</summary>
    public double? CostsOf(FirmNumber firm) => Known(_costs, firm);

    /// <summary>Finds a firm by its exact identifier.</summary>
    public bool TryFind(string id, out FirmNumber firm) => TryFind(id.AsSpan(), out firm);

    /// <summary>Finds a firm by its exact identifier, without a copy of the text.</summary>
    public bool TryFind(ReadOnlySpan<char> id, out FirmNumber firm)
    {
        bool isThere = _byId.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out int number);
        firm = new(number);
        return isThere;
    }

    /// <summary>Finds a firm by identifier, or by a name that only one firm has (any case).</summary>
    /// <exception cref="UnknownNameException">There is none, or several have the name; the message has the nearest.</exception>
    public FirmNumber Find(string idOrName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(idOrName);
        if (TryFind(idOrName, out FirmNumber firm))
        {
            return firm;
        }

        int[] named = _names is null
            ? []
            : [.. Enumerable.Range(0, Count).Where(f => string.Equals(_names[f], idOrName, StringComparison.OrdinalIgnoreCase)).Take(4)];
        if (named.Length == 1)
        {
            return new(named[0]);
        }

        // Distances to a million identifiers are not what a typing error should cost.
        const int MostCompared = 100_000;
        IEnumerable<string> candidates = Ids.Take(MostCompared).Concat((_names ?? []).Take(MostCompared));
        throw named.Length > 1
            ? new UnknownNameException(
                "single firm",
                idOrName,
                [.. named.Select(f => Ids[f])],
                "Several firms have that name; give the identifier of one."
            )
            : new UnknownNameException(
                "firm",
                idOrName,
                NearestNames.Of(idOrName, candidates),
                "Give an identifier or a name of the file of firms."
            );
    }

    private static double? Known(double[]? values, int firm) => values is null || double.IsNaN(values[firm]) ? null : values[firm];

    private static Dictionary<string, int> IndexOf(IReadOnlyList<string> ids, Func<int, string> placeOf)
    {
        if (ids.Count == 0)
        {
            throw new TableException("the firms", "there is no firm. Give one row for each.");
        }

        var index = new Dictionary<string, int>(ids.Count, StringComparer.Ordinal);
        for (int f = 0; f < ids.Count; f++)
        {
            if (string.IsNullOrWhiteSpace(ids[f]))
            {
                throw new TableException(placeOf(f), "the firm has no identifier. Give every firm one of its own.");
            }

            if (!index.TryAdd(ids[f], f))
            {
                throw new TableException(
                    placeOf(f),
                    $"the firm '{ids[f]}' occurs twice (first: {placeOf(index[ids[f]])}). Remove one row, or add the two together."
                );
            }
        }

        return index;
    }

    private double[]? Checked(double[]? values, string what, Func<int, string> placeOf)
    {
        RequireLength(values, what);
        bool anyKnown = false;
        for (int f = 0; values is not null && f < values.Length; f++)
        {
            anyKnown |= !double.IsNaN(values[f]);
            if (values[f] < 0 || double.IsInfinity(values[f]))
            {
                throw new TableException(
                    placeOf(f),
                    $"the {what} of firm '{Ids[f]}' cannot be {values[f]:G6}. Give a figure of at least 0, or leave it empty where it "
                        + $"is not known."
                );
            }
        }

        return anyKnown ? [.. values!] : null;
    }

    private void RequireLength<T>(IReadOnlyList<T>? values, string what)
    {
        if (values is not null && values.Count != Count)
        {
            throw new ArgumentException($"There are {Count} identifiers and {values.Count} {what}.", nameof(values));
        }
    }
}
