namespace Rootscope.Tables;

/// <summary>Nets out what the industries of a table buy from themselves.</summary>
public static class OwnUse
{
    /// <summary>The table with an empty diagonal.</summary>
    /// <param name="table">A one-region table.</param>
    /// <returns>
    /// The same table without the flows of a class to itself. They leave the row and the column, and output falls by as much; imports, final
    /// demand and value added stay. Both identities hold as before, and the import share of what others use rises.
    /// </returns>
    /// <remarks>
    /// A broad class buys much from itself because it is broad: its own use is no dependence of others on it. The imported part by user is
    /// dropped, because it no longer adds up to imports; import shares are then those of the product. Unit: the table's.
    /// </remarks>
    public static FlowTable Net(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int n = table.Size;
        double[] flows = table.Flows.ToArray();
        double[] output = table.Output.ToArray();
        for (int i = 0; i < n; i++)
        {
            double own = Math.Min(flows[(i * n) + i], output[i]);
            flows[(i * n) + i] -= own;
            output[i] -= own;
        }

        return new FlowTable(table.ToParts() with
        {
            Flows = flows,
            Output = output,
            ImportedFlows = null,
            ImportedFinalDemand = null,
        });
    }
}
