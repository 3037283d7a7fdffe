using Rootscope.Numerics.Dense;
using Rootscope.Tables;

namespace Rootscope.Accounts.Trade;

/// <summary>
/// The share of a unit of final demand for each sector's product that is paid, directly or through its inputs, to other countries.
/// </summary>
/// <remarks>
/// One less the value added of the product's own region in it. One region: 1 − v'L_d with domestic inputs only. Many regions: 1 − Σ over
/// sectors i of the own region of v_i l_ij. Unit: share. Shape: n. May leave [0, 1] where value added is negative. In a closed table of one
/// region it is 0, and so it is for a sector without output.
/// Source: Hummels, Ishii and Yi (2001), vertical specialisation. Cost: one series in one region; one
/// decomposition (2n³/3) in many, without an inverse.
/// </remarks>
public static class ImportContent
{
    /// <summary>Computes the import content on one thread.</summary>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static double[] Of(FlowTable table, CancellationToken cancellation = default) => Of(table, new InverseOptions(), cancellation);

    /// <summary>Computes the import content.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">Threads and memory; the same bits whatever they are. No inverse is formed, so none is kept.</param>
    /// <param name="cancellation">Stops within a second.</param>
    /// <exception cref="ModelException">The table is not productive, or its factors need more memory than the limit.</exception>
    public static double[] Of(FlowTable table, InverseOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", options.Faults), nameof(options));
        }

        var direct = DirectRequirements.Of(table, InputOrigin.Domestic);
        double[] own = table.Sectors.Regions.Count == 1 ? Multipliers.ValueAdded(direct) : OwnRegion(direct, options, cancellation);
        for (int j = 0; j < own.Length; j++)
        {
            own[j] = table.Output[j] == 0 ? 0 : 1 - own[j];
        }

        return own;
    }

    /// <summary>Solves u_r' (I − A) = v_r' for all regions at once and keeps of each its own columns.</summary>
    private static double[] OwnRegion(DirectRequirements direct, InverseOptions options, CancellationToken cancellation)
    {
        InverseMemory.Check(direct.Table, options);
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

            right[(i * regions) + table.Sectors.RegionNumberOf(new(i))] = shares[i];
        }

        var workspace = new DenseWorkspace(Math.Max(n, regions), options.Threads);
        var factors = LuFactors.Of(transposed, n, workspace, progress: null, cancellation);
        if (factors.IsSingular)
        {
            throw RequirementsSeries.NotProductive(table, direct.Values);
        }

        factors.Solve(right, regions, workspace, cancellation);
        return [.. Enumerable.Range(0, n).Select(j => right[(j * regions) + table.Sectors.RegionNumberOf(new(j))])];
    }
}
