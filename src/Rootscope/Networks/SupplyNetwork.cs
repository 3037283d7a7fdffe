using Rootscope.Tables;

namespace Rootscope.Networks;

/// <summary>Who sells how much to whom: firms as nodes, sales as edges, in rows by supplier and in columns by customer.</summary>
/// <remarks>
/// <para>Rows and columns are compressed: 32-bit numbers of firms and 64-bit floating-point values, 24 bytes an edge for both. Within a row
/// customers ascend, within a column suppliers do. Unit of values: the source's money, the same for every edge; no result of a share
/// depends on it.</para>
/// <para>No firm sells to itself, no pair occurs twice, every value is above zero. Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class SupplyNetwork
{
    private readonly int[] _rowStart;
    private readonly int[] _columnStart;
    private readonly int[] _customers;
    private readonly int[] _suppliers;
    private readonly double[] _sold;
    private readonly double[] _bought;
    private readonly double[] _sales;
    private readonly double[] _purchases;
    private readonly Lazy<string> _contentHash;

    private SupplyNetwork(FirmList firms, int[] rowStart, int[] customers, double[] sold)
    {
        Firms = firms;
        (_rowStart, _customers, _sold) = (rowStart, customers, sold);
        (_columnStart, _suppliers, _bought) = Transposed(rowStart, customers, sold);
        _sales = Sums(_rowStart, _sold);
        _purchases = Sums(_columnStart, _bought);
        _contentHash = new Lazy<string>(() => NetworkHash.Of(this));
    }

    /// <summary>The firms.</summary>
    public FirmList Firms { get; }

    /// <summary>Number of firms, n.</summary>
    public int Count => Firms.Count;

    /// <summary>Number of edges.</summary>
    public int EdgeCount => _customers.Length;

    /// <summary>What each firm sells to other firms of the network, n, in the unit of money of the edges.</summary>
    public ReadOnlySpan<double> Sales => _sales;

    /// <summary>What each firm buys from other firms of the network, n, in the unit of money of the edges.</summary>
    public ReadOnlySpan<double> Purchases => _purchases;

    /// <summary>
    /// SHA-256 of the firms and edges, whatever their order in the source: lower-case hexadecimal, the same on every machine.
    /// </summary>
    public string ContentHash => _contentHash.Value;

    /// <summary>The customers of a firm, ascending.</summary>
    public ReadOnlySpan<FirmNumber> CustomersOf(FirmNumber firm) => CustomersAt(firm).NumbersOf<FirmNumber>();

    /// <summary>What a firm sells to each of its customers, in their order and the unit of money of the edges.</summary>
    public ReadOnlySpan<double> SalesOf(FirmNumber firm) => _sold.AsSpan(_rowStart[firm], _rowStart[firm + 1] - _rowStart[firm]);

    /// <summary>The suppliers of a firm, ascending.</summary>
    public ReadOnlySpan<FirmNumber> SuppliersOf(FirmNumber firm) => SuppliersAt(firm).NumbersOf<FirmNumber>();

    /// <summary>What a firm buys from each of its suppliers, in their order and the unit of money of the edges.</summary>
    public ReadOnlySpan<double> PurchasesOf(FirmNumber firm) =>
        _bought.AsSpan(_columnStart[firm], _columnStart[firm + 1] - _columnStart[firm]);

    /// <summary>Builds a network from its edges, in any order.</summary>
    /// <param name="firms">The firms.</param>
    /// <param name="suppliers">The supplier of each edge, by number of the firm.</param>
    /// <param name="customers">The customer of each edge.</param>
    /// <param name="values">The value of each edge, in one unit of money.</param>
    /// <param name="placeOf">Where an edge stands in its source, for messages; null says "edge 3".</param>
    /// <exception cref="TableException">A firm sells to itself, a pair occurs twice, or a value is not above zero.</exception>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>Cost: two passes over the edges and a sort within rows; memory 24 bytes an edge beside the arguments.</remarks>
    public static SupplyNetwork Of(
        FirmList firms,
        ReadOnlySpan<FirmNumber> suppliers,
        ReadOnlySpan<FirmNumber> customers,
        ReadOnlySpan<double> values,
        Func<int, string>? placeOf = null
    ) => Of(firms, suppliers.Integers(), customers.Integers(), values, placeOf);

    /// <summary>The same of integers, as the library keeps them.</summary>
    internal static SupplyNetwork Of(
        FirmList firms,
        ReadOnlySpan<int> suppliers,
        ReadOnlySpan<int> customers,
        ReadOnlySpan<double> values,
        Func<int, string>? placeOf = null
    )
    {
        ArgumentNullException.ThrowIfNull(firms);
        if (suppliers.Length != customers.Length || customers.Length != values.Length)
        {
            throw new ArgumentException(
                $"There are {suppliers.Length} suppliers, {customers.Length} customers and {values.Length} values.",
                nameof(values)
            );
        }

        var start = new int[firms.Count + 1];
        for (int e = 0; e < suppliers.Length; e++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)suppliers[e], (uint)firms.Count, nameof(suppliers));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)customers[e], (uint)firms.Count, nameof(customers));
            start[suppliers[e] + 1]++;
        }

        CheckEdges(firms, suppliers, customers, values, placeOf ?? (static e => $"edge {e + 1}"));
        for (int f = 0; f < firms.Count; f++)
        {
            start[f + 1] += start[f];
        }

        var next = start.AsSpan(0, firms.Count).ToArray();
        var of = new int[suppliers.Length];
        var sold = new double[suppliers.Length];
        for (int e = 0; e < suppliers.Length; e++)
        {
            int at = next[suppliers[e]]++;
            (of[at], sold[at]) = (customers[e], values[e]);
        }

        for (int f = 0; f < firms.Count; f++)
        {
            of.AsSpan(start[f], start[f + 1] - start[f]).Sort(sold.AsSpan(start[f], start[f + 1] - start[f]));
            if (FirstRepeated(of.AsSpan(start[f], start[f + 1] - start[f])) is { } customer)
            {
                throw Repeated(firms, suppliers, customers, (f, customer), placeOf ?? (static e => $"edge {e + 1}"));
            }
        }

        return new SupplyNetwork(firms, start, of, sold);
    }

    /// <summary>The customers of a firm as integers, for kernels.</summary>
    internal ReadOnlySpan<int> CustomersAt(int firm) => _customers.AsSpan(_rowStart[firm], _rowStart[firm + 1] - _rowStart[firm]);

    /// <summary>The suppliers of a firm as integers, for kernels.</summary>
    internal ReadOnlySpan<int> SuppliersAt(int firm) => _suppliers.AsSpan(_columnStart[firm], _columnStart[firm + 1] - _columnStart[firm]);

    /// <summary>The same network with other values on the same edges, in the order of the rows.</summary>
    internal SupplyNetwork WithValues(double[] sold) => new(Firms, _rowStart, _customers, sold);

    /// <summary>The place of a firm's first edge among all edges in the order of the rows.</summary>
    internal int RowStart(int firm) => _rowStart[firm];

    private static void CheckEdges(
        FirmList firms,
        ReadOnlySpan<int> suppliers,
        ReadOnlySpan<int> customers,
        ReadOnlySpan<double> values,
        Func<int, string> placeOf
    )
    {
        for (int e = 0; e < values.Length; e++)
        {
            if (suppliers[e] == customers[e])
            {
                throw new TableException(
                    placeOf(e),
                    $"firm '{firms.Ids[suppliers[e]]}' sells to itself. Remove the row: own use is no link of a network."
                );
            }

            if (!(values[e] > 0) || double.IsInfinity(values[e]))
            {
                throw new TableException(
                    placeOf(e),
                    $"the value of sales from '{firms.Ids[suppliers[e]]}' to '{firms.Ids[customers[e]]}' cannot be {values[e]:G6}. "
                        + $"Give a figure above 0; book returned goods as sales of the other side, or leave them out."
                );
            }
        }
    }

    private static int? FirstRepeated(ReadOnlySpan<int> sorted)
    {
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
            {
                return sorted[i];
            }
        }

        return null;
    }

    private static TableException Repeated(
        FirmList firms,
        ReadOnlySpan<int> suppliers,
        ReadOnlySpan<int> customers,
        (int Supplier, int Customer) pair,
        Func<int, string> placeOf
    )
    {
        int first = -1;
        for (int e = 0; e < suppliers.Length; e++)
        {
            if ((suppliers[e], customers[e]) != pair)
            {
                continue;
            }

            if (first >= 0)
            {
                return new TableException(
                    placeOf(e),
                    $"the sales from '{firms.Ids[pair.Supplier]}' to '{firms.Ids[pair.Customer]}' are there twice (first: "
                        + $"{placeOf(first)}). Add the two rows together."
                );
            }

            first = e;
        }

        throw new InvalidOperationException("a pair was repeated in a row but not among the edges");
    }

    private static (int[] Start, int[] Suppliers, double[] Bought) Transposed(int[] rowStart, int[] customers, double[] sold)
    {
        int n = rowStart.Length - 1;
        var start = new int[n + 1];
        foreach (int customer in customers)
        {
            start[customer + 1]++;
        }

        for (int f = 0; f < n; f++)
        {
            start[f + 1] += start[f];
        }

        var next = start.AsSpan(0, n).ToArray();
        var suppliers = new int[customers.Length];
        var bought = new double[customers.Length];
        for (int f = 0; f < n; f++)
        {
            for (int e = rowStart[f]; e < rowStart[f + 1]; e++)
            {
                int at = next[customers[e]]++;
                (suppliers[at], bought[at]) = (f, sold[e]);
            }
        }

        return (start, suppliers, bought);
    }

    private static double[] Sums(int[] start, double[] values)
    {
        var sums = new double[start.Length - 1];
        for (int f = 0; f < sums.Length; f++)
        {
            for (int e = start[f]; e < start[f + 1]; e++)
            {
                sums[f] += values[e];
            }
        }

        return sums;
    }
}
