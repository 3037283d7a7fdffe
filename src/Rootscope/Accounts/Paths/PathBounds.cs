using Rootscope.Numerics;

namespace Rootscope.Accounts.Paths;

/// <summary>The largest size that any single path can have from a sector on, per unit of flow that reaches the sector.</summary>
/// <remarks>
/// <para>q_i = max(|c_i|, max_j |m_ij| q_j): the strongest continuation. It is never more than the full downstream potential (I − M)⁻¹ c,
/// which adds up all continuations, and like it never cuts off a remote root behind a sector that contributes little itself; being reached
/// by a path, it sends a best-first search straight to the strongest ones. Under a limit of tiers it is kept by how many purchases are
/// left.</para>
/// <para>Cost: one pass over the cells for each purchase of the longest strongest path, some five on real tables.</para>
/// </remarks>
internal sealed class PathBounds
{
    private readonly List<double[]> _levels;

    private PathBounds(List<double[]> levels) => _levels = levels;

    /// <summary>The bounds where so many purchases are left.</summary>
    public double[] Within(int purchases) => _levels[LevelOf(purchases)];

    /// <summary>Which bounds hold where so many purchases are left; the same number means the same bounds.</summary>
    public int LevelOf(int purchases) => Math.Min(purchases, _levels.Count - 1);

    /// <summary>
    /// Computes the bounds; null where some cycle of purchases grows and no limit of tiers ends it, so that no path is the strongest.
    /// </summary>
    public static PathBounds? Of(CompressedRows next, ReadOnlySpan<double> contributions, int? mostTiers)
    {
        double[] bounds = [.. contributions];
        foreach (ref double bound in bounds.AsSpan())
        {
            bound = Math.Abs(bound);
        }

        var levels = new List<double[]> { bounds };
        int limit = mostTiers ?? int.MaxValue;
        for (int purchases = 1; purchases <= limit; purchases++)
        {
            if (mostTiers is null && purchases > next.Size)
            {
                return null;
            }

            double[] further = Extend(next, contributions, bounds, out bool grew);
            if (!grew)
            {
                break;
            }

            if (mostTiers is null)
            {
                levels.Clear();
            }

            levels.Add(further);
            bounds = further;
        }

        return new PathBounds(levels);
    }

    private static double[] Extend(CompressedRows next, ReadOnlySpan<double> contributions, double[] bounds, out bool grew)
    {
        grew = false;
        var further = new double[bounds.Length];
        for (int i = 0; i < further.Length; i++)
        {
            double best = Math.Abs(contributions[i]);
            ReadOnlySpan<int> columns = next.ColumnsOf(i);
            ReadOnlySpan<double> values = next.ValuesOf(i);
            for (int c = 0; c < columns.Length; c++)
            {
                best = Math.Max(best, Math.Abs(values[c]) * bounds[columns[c]]);
            }

            further[i] = best;
            grew |= best > bounds[i];
        }

        return further;
    }
}
