using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Accounts;

/// <summary>Direct allocation, B: the share of a sector's output that each sector buys as input; a row is where sales go.</summary>
/// <remarks>
/// b_ij = z_ij / x_i, with the row 0 where the sector has no output. Unit: share of the seller's output. Shape: n × n, row-major.
/// Source: Ghosh (1958); Miller and Blair (2009), section 12.1. A row sums to more than 1 where final demand is negative. Immutable.
/// </remarks>
public sealed class DirectAllocation
{
    private readonly double[] _values;

    private DirectAllocation(FlowTable table, InputOrigin origin, double[] values, IReadOnlyList<string> withoutUse)
    {
        Table = table;
        Origin = origin;
        _values = values;
        WithoutUse = withoutUse;
    }

    /// <summary>The table behind the coefficients.</summary>
    public FlowTable Table { get; }

    /// <summary>Which flows are counted.</summary>
    public InputOrigin Origin { get; }

    /// <summary>Number of sectors, n.</summary>
    public int Size => Table.Size;

    /// <summary>The coefficients, n × n, row-major.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>
    /// Labels of sectors with output whose domestic use is not positive, so that the open-economy row was set to 0; else empty.
    /// </summary>
    public IReadOnlyList<string> WithoutUse { get; }

    /// <summary>Sales of each sector to others over its output.</summary>
    public static DirectAllocation Of(FlowTable table, InputOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new DirectAllocation(table, origin, DivideRows(table, origin, table.Output), []);
    }

    /// <summary>
    /// Uses of each product by others over all domestic use of it, δ_ij = z_ij / (x_i − e_i + m_i): the row correction for trade.
    /// </summary>
    /// <remarks>
    /// It lets goods that are exported or imported move on through stages as those used at home do. In a table without a column of imports
    /// it equals <see cref="Of"/>. A row with output whose denominator is not positive (more goes abroad or on stock than is made and
    /// imported) is set to 0, so that its product counts as final, and is listed in <see cref="WithoutUse"/>. Source: Antràs, Chor, Fally
    /// and Hillberry (2012).
    /// </remarks>
    /// <param name="table">The table, of one region or many.</param>
    /// <param name="netOfInventories">Whether changes in inventories are taken out of the use too, as goods that will move on later.
    /// Source: Antràs and Chor (2018), net inventories correction.</param>
    public static DirectAllocation OfDomesticUse(FlowTable table, bool netOfInventories = false)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!table.HasImports && !netOfInventories)
        {
            return Of(table, InputOrigin.All);
        }

        var withoutUse = new List<string>();
        double[] use = DomesticUse(table, netOfInventories, withoutUse);
        return new DirectAllocation(table, InputOrigin.All, DivideRows(table, InputOrigin.All, use), withoutUse);
    }

    /// <summary>The share of each sector's output that other sectors buy, B1: the direct forward linkage. Unit: share. Shape: n.</summary>
    public double[] RowSums()
    {
        var ones = new double[Size];
        Array.Fill(ones, 1);
        var sums = new double[Size];
        DenseKernels.Multiply(_values, ones, sums);
        return sums;
    }

    /// <summary>All domestic use of each product, x_i − e_i + m_i, n; 0 where it is not positive, which is listed.</summary>
    internal static double[] DomesticUse(FlowTable table, bool netOfInventories, List<string> withoutUse)
    {
        if (!table.HasImports && !netOfInventories)
        {
            return table.Output.ToArray();
        }

        double[] leaves = TableTotals.FinalDemand(
            table,
            c => (table.HasImports && c.Kind == FinalDemandKind.Exports) || (netOfInventories && c.Kind == FinalDemandKind.Inventories)
        );
        var use = new double[table.Size];
        for (int i = 0; i < use.Length; i++)
        {
            use[i] = table.Output[i] == 0 ? 0 : table.Output[i] - leaves[i] + (table.HasImports ? table.Imports[i] : 0);
            if (use[i] <= 0 && table.Output[i] > 0)
            {
                withoutUse.Add(table.Sectors.LabelOf(new(i)));
                use[i] = 0;
            }
        }

        return use;
    }

    private static double[] DivideRows(FlowTable table, InputOrigin origin, ReadOnlySpan<double> by)
    {
        double[] values = AccountFlows.Of(table, origin);
        int n = table.Size;
        for (int i = 0; i < n; i++)
        {
            foreach (ref double z in values.AsSpan(i * n, n))
            {
                z = by[i] == 0 ? 0 : z / by[i];
            }
        }

        return values;
    }
}
