using Rootscope.Tables.Regions;

namespace Rootscope.Tables;

/// <summary>A table without what its industries buy from themselves.</summary>
/// <remarks>
/// A broad class buys much from itself because it is broad: its own use is no dependence of others on it. The flow z_kk leaves row and
/// column. Its domestic part, (1 − m) z_kk, leaves output; its imported part, m z_kk, leaves the imports that others share, and stays a
/// cost of the industry, paid abroad (<see cref="Imported"/>). So Σ flows + imported own use + value added = output still holds by column,
/// the row identity holds, value added and GDP are as before, and so are import shares. The imported part by user is dropped, where there
/// is one.
/// </remarks>
public sealed class OwnUse
{
    private readonly double[] _imported;

    private OwnUse(FlowTable table, double[] imported)
    {
        Table = table;
        _imported = imported;
    }

    /// <summary>The table that is left.</summary>
    public FlowTable Table { get; }

    /// <summary>
    /// Imported purchases of each class from its own class, n, in the table's unit: a cost that is in no row of <see cref="Table"/>.
    /// </summary>
    public ReadOnlySpan<double> Imported => _imported;

    /// <summary>Keeps own use as it is.</summary>
    public static OwnUse Kept(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new OwnUse(table, new double[table.Size]);
    }

    /// <summary>Nets own use out of a table of one region.</summary>
    public static OwnUse NettedOut(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int n = table.Size;
        ImportShares shares = ImportShares.Of(table);
        double[] flows = table.Flows.ToArray();
        double[] output = table.Output.ToArray();
        double[]? imports = table.HasImports ? table.Imports.ToArray() : null;
        var imported = new double[n];
        for (int i = 0; i < n; i++)
        {
            double own = Math.Max(0, flows[(i * n) + i]);
            double foreign = shares.Values[i] * own;

            // A table whose own use exceeds its output keeps the rest: outputs stay at or above zero.
            double domestic = Math.Min(own - foreign, output[i]);
            flows[(i * n) + i] -= own;
            flows[(i * n) + i] += own - foreign - domestic;
            output[i] -= domestic;
            imported[i] = foreign;
            if (imports is not null)
            {
                imports[i] -= foreign;
            }
        }

        FlowTable net = new(
            table.ToParts() with
            {
                Flows = flows,
                Output = output,
                Imports = imports,
                ImportedFlows = null,
                ImportedFinalDemand = null,
            }
        );
        return new OwnUse(net, imported);
    }
}
