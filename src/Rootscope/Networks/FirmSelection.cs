namespace Rootscope.Networks;

/// <summary>Some firms of a network: all, those that sell most to other firms, or those with given identifiers.</summary>
public sealed record FirmSelection
{
    private readonly int? _largest;
    private readonly IReadOnlyList<string>? _ids;

    private FirmSelection(int? largest, IReadOnlyList<string>? ids) => (_largest, _ids) = (largest, ids);

    /// <summary>Every firm.</summary>
    public static FirmSelection All { get; } = new(null, null);

    /// <summary>The firms with the largest sales in the network.</summary>
    /// <param name="count">How many; at least 1. Unit: firms.</param>
    public static FirmSelection Largest(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(count, null);
    }

    /// <summary>The firms with these identifiers, in their order.</summary>
    public static FirmSelection Of(IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(null, ids);
    }

    /// <summary>
    /// Numbers of the firms in a network, in an order that does not depend on that of its firms, but for <see cref="All"/>.
    /// </summary>
    /// <exception cref="UnknownNameException">An identifier is none of the network's.</exception>
    public IReadOnlyList<FirmNumber> In(SupplyNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (_ids is not null)
        {
            return [.. _ids.Select(network.Firms.Find)];
        }

        if (_largest is not { } count)
        {
            return [.. Enumerable.Range(0, network.Count).Select(f => new FirmNumber(f))];
        }

        double[] sales = network.Sales.ToArray();
        IReadOnlyList<string> ids = network.Firms.Ids;
        return
        [
            .. Enumerable
                .Range(0, network.Count)
                .OrderByDescending(f => sales[f])
                .ThenBy(f => ids[f], StringComparer.Ordinal)
                .Take(count)
                .Select(f => new FirmNumber(f)),
        ];
    }
}
