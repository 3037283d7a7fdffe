using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Accounts;

/// <summary>The share of a unit of final demand for each sector's product that is paid, directly or through its inputs, to other countries.</summary>
/// <remarks>
/// One less the value added of the product's own region in it. One region: 1 − v'L_d with domestic inputs only. Many regions: 1 − Σ over sectors i of
/// the own region of v_i l_ij. Unit: share. Shape: n. May leave [0, 1] where value added is negative. In a closed table of one region it is 0, and so it is for a sector without output.
/// Source: Hummels, Ishii and Yi (2001), vertical specialisation. Cost: one series in one region; one
/// decomposition (2n³/3) in many, without an inverse.
/// </remarks>
public static class ImportContent
{
    /// <summary>Computes the import content.</summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] Of(FlowTable table, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var direct = DirectRequirements.Of(table, InputOrigin.Domestic);
        double[] own = table.Sectors.Regions.Count == 1 ? Multipliers.ValueAdded(direct) : OwnRegion(direct, cancellation);
        for (int j = 0; j < own.Length; j++)
        {
            own[j] = table.Output[j] == 0 ? 0 : 1 - own[j];
        }

        return own;
    }

    /// <summary>Solves u_r' (I − A) = v_r' for all regions at once and keeps of each its own columns.</summary>
    private static double[] OwnRegion(DirectRequirements direct, CancellationToken cancellation)
    {
        _ = Multipliers.Output(direct);
        FlowTable table = direct.Table;
        int n = direct.Size;
        int regions = table.Sectors.Regions.Count;
        ReadOnlySpan<double> shares = ValueAddedShares.Of(table).Values;
        var transposed = new double[n * n];
        var right = new double[n * regions];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                transposed[(j * n) + i] = (i == j ? 1 : 0) - direct.Values[(i * n) + j];
            }

            right[(i * regions) + table.Sectors.RegionNumberOf(i)] = shares[i];
        }

        var decomposition = LuDecomposition.Of(transposed, n, cancellation);
        if (decomposition.IsSingular)
        {
            throw RequirementsSeries.NotProductive(table, direct.Values);
        }

        decomposition.Solve(right, regions);
        return [.. Enumerable.Range(0, n).Select(j => right[(j * regions) + table.Sectors.RegionNumberOf(j)])];
    }
}
