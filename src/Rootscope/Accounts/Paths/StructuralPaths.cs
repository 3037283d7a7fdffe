using Rootscope.Numerics;

namespace Rootscope.Accounts.Paths;

/// <summary>
/// The chains of purchases through which final demand calls on value added, output, or one sector: structural path analysis.
/// </summary>
/// <remarks>
/// <para>The total c'L y is the sum over all chains j0 ← j1 ← … ← jm of c_jm a_jm,jm-1 … a_j1,j0 y_j0. The strongest are found exactly,
/// without a threshold, by a best-first search whose bound is the strongest continuation of a chain; a chain that contributes little itself
/// is followed as long as something behind it can matter. What is not listed is reported, in all and behind every listed chain.</para>
/// <para>Negative cells, as real tables have, count with their sign; chains are ordered by absolute size, equal ones by how early they were
/// reached. Unit of every value: that of c times that of y, for most the table's money. Source: Defourny and Thorbecke (1984); Treloar
/// (1997); Lenzen (2003). Cost: some fifty passes over the cells that are not zero, and about log n a chain; memory 12 bytes such a cell
/// and 100 a chain. Immutable.</para>
/// </remarks>
public sealed class StructuralPaths
{
    private StructuralPaths(IReadOnlyList<StructuralPath> paths, double total, double beyondTiers, PathListEnd end)
    {
        Paths = paths;
        Total = total;
        BeyondTiers = beyondTiers;
        End = end;
        foreach (StructuralPath path in paths)
        {
            Covered += path.Value;
        }
    }

    /// <summary>The paths, strongest first.</summary>
    public IReadOnlyList<StructuralPath> Paths { get; }

    /// <summary>What all paths contribute together, c'L y. Unit: for most the table's money.</summary>
    public double Total { get; }

    /// <summary>What the listed paths contribute. Unit: that of the total.</summary>
    public double Covered { get; }

    /// <summary>Covered over total; null where the total is 0. Unit: share.</summary>
    public double? Coverage => Total == 0 ? null : Covered / Total;

    /// <summary>What the paths that are not listed contribute. Unit: that of the total.</summary>
    public double Remainder => Total - Covered;

    /// <summary>Of the remainder, what lies beyond the limit of tiers; 0 without one. Unit: that of the total.</summary>
    public double BeyondTiers { get; }

    /// <summary>Why the list ends.</summary>
    public PathListEnd End { get; }

    /// <summary>
    /// From final products up to their suppliers: a path begins with the final product and ends with the sector that contributes.
    /// </summary>
    /// <param name="direct">The direct requirements.</param>
    /// <param name="contributions">c, what one unit of each sector's output counts for, n: shares of value added, ones for output, 1 for
    /// one sector alone.</param>
    /// <param name="finalDemand">y, final demand by product, n, in the table's unit or any other.</param>
    /// <param name="options">Which paths are listed.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static StructuralPaths Upstream(
        DirectRequirements direct,
        ReadOnlySpan<double> contributions,
        ReadOnlySpan<double> finalDemand,
        StructuralPathOptions options,
        CancellationToken cancellation = default
    )
    {
        Check(direct, contributions, finalDemand, options);
        return Search(direct, CompressedRows.OfTransposed(direct.Values, direct.Size), contributions, finalDemand, options, cancellation);
    }

    /// <summary>
    /// From roots down to the final products that they end in: a path begins with the sector that contributes and ends with the final
    /// product.
    /// </summary>
    /// <remarks>
    /// The same paths as <see cref="Upstream"/> lists for the same c and y, each in the other direction; their continuations differ.
    /// </remarks>
    /// <param name="direct">The direct requirements.</param>
    /// <param name="contributions">c, what one unit of each sector's output counts for, n; for one root, 0 everywhere else.</param>
    /// <param name="finalDemand">y, final demand by product, n, in the table's unit or any other.</param>
    /// <param name="options">Which paths are listed.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="ModelException">The table is not productive.</exception>
    public static StructuralPaths Downstream(
        DirectRequirements direct,
        ReadOnlySpan<double> contributions,
        ReadOnlySpan<double> finalDemand,
        StructuralPathOptions options,
        CancellationToken cancellation = default
    )
    {
        Check(direct, contributions, finalDemand, options);
        return Search(direct, CompressedRows.Of(direct.Values, direct.Size), finalDemand, contributions, options, cancellation);
    }

    private static StructuralPaths Search(
        DirectRequirements direct,
        CompressedRows next,
        ReadOnlySpan<double> worth,
        ReadOnlySpan<double> start,
        StructuralPathOptions options,
        CancellationToken cancellation
    )
    {
        double[] contributions = [.. worth];
        PathPotentials potentials =
            PathPotentials.Of(next, contributions, options.MostTiers, cancellation)
            ?? throw RequirementsSeries.NotProductive(direct.Table, direct.Values);
        PathBounds bounds =
            PathBounds.Of(next, contributions, options.MostTiers) ?? throw RequirementsSeries.NotProductive(direct.Table, direct.Values);
        double total = DenseKernels.Dot(potentials.Values, start);
        double beyond = DenseKernels.Dot(potentials.Beyond, start);
        double least = Math.Max(options.LeastValue, options.LeastShare * Math.Abs(total));
        var search = new PathSearch(
            next,
            contributions,
            bounds,
            new PathSearchLimits(options.Count, least, options.MostTiers ?? int.MaxValue)
        );
        (List<int> ends, PathListEnd end) = search.Run(start, cancellation);
        return new StructuralPaths(Describe(search, ends, potentials.Values, total), total, beyond, end);
    }

    private static StructuralPath[] Describe(PathSearch search, List<int> ends, double[] potentials, double total)
    {
        // What is listed of each subtree: every listed path counts for itself and for each listed path that it continues.
        var listed = new Dictionary<int, double>();
        foreach (int end in ends)
        {
            listed.Add(end, 0);
        }

        foreach (int end in ends)
        {
            for (int at = end; at >= 0; at = search.Before(at))
            {
                if (listed.TryGetValue(at, out double sum))
                {
                    listed[at] = sum + search.ValueOf(end);
                }
            }
        }

        return
        [
            .. ends.Select(end =>
            {
                (int sector, double flow) = search.At(end);
                double potential = potentials[sector] * flow;
                double value = search.ValueOf(end);
                return new StructuralPath(search.SectorsTo(end), value, total == 0 ? 0 : value / total, potential, potential - listed[end]);
            }),
        ];
    }

    private static void Check(
        DirectRequirements direct,
        ReadOnlySpan<double> contributions,
        ReadOnlySpan<double> finalDemand,
        StructuralPathOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(direct);
        ArgumentNullException.ThrowIfNull(options);
        if (contributions.Length != direct.Size || finalDemand.Length != direct.Size)
        {
            throw new ArgumentException(
                $"There are {contributions.Length} contributions and {finalDemand.Length} final demands for {direct.Size} sectors.",
                nameof(contributions)
            );
        }

        if (options.Faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", options.Faults) + ".", nameof(options));
        }
    }
}
