namespace Rootscope.Tables.Regions;

/// <summary>The imported share of what the economy uses of each product, the same for every user.</summary>
/// <remarks>
/// m = IM / (output + IM − exports), clamped to [0, 1]; 0 where nothing is supplied. Assumption: every user imports the same share of a
/// product (proportionality), which is what a single column of imports allows to say; exports are of domestic origin. Unit: ratio.
/// </remarks>
public sealed class ImportShares
{
    private readonly double[] _shares;

    private ImportShares(double[] shares, IReadOnlyList<string> outOfRange)
    {
        _shares = shares;
        OutOfRange = outOfRange;
    }

    /// <summary>The share of each product, n, in [0, 1].</summary>
    public ReadOnlySpan<double> Values => _shares;

    /// <summary>
    /// Codes of the products whose share is outside [0, 1] by itself, with that share, and was taken at the nearest bound: negative
    /// imports, or more imports than use.
    /// </summary>
    public IReadOnlyList<string> OutOfRange { get; }

    /// <summary>Computes the shares of a table; all zero where the table has no column of imports.</summary>
    public static ImportShares Of(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var shares = new double[table.Size];
        var outOfRange = new List<string>();
        if (table.HasImports)
        {
            double[] exports = TableTotals.Exports(table);
            for (int i = 0; i < shares.Length; i++)
            {
                double use = table.Output[i] + table.Imports[i] - exports[i];
                double share = table.Imports[i] == 0 || use == 0 ? 0 : table.Imports[i] / use;
                shares[i] = Math.Clamp(share, 0, 1);
                if (shares[i] != share)
                {
                    outOfRange.Add($"{table.Sectors.LabelOf(new(i))} ({share:0.###})");
                }
            }
        }

        return new ImportShares(shares, outOfRange);
    }
}
