using Rootscope.Tables;

namespace Rootscope.Roots;

/// <summary>A chain of purchases that carries a product's sales downstream.</summary>
/// <param name="Sectors">The industries from the root to the last buyer.</param>
/// <param name="Carried">The root's sales that take this way. Unit: the table's money.</param>
public sealed record DownstreamPath(IReadOnlyList<int> Sectors, double Carried);

/// <summary>The chains of at least two purchases that carry most of a product's own sales.</summary>
/// <remarks>
/// Value carried is x_k b_kj b_jl …, with B the domestic allocation; it shrinks with every step, so that a best-first search finds the strongest
/// chains exactly. No industry occurs twice in a chain. Cost: about n log n a chain found.
/// </remarks>
public static class DownstreamPaths
{
    private const int MostExpanded = 20_000;
    private const int MostSteps = 8;

    /// <summary>Finds the strongest chains.</summary>
    /// <param name="table">A table of one region.</param>
    /// <param name="product">Number of the root.</param>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<DownstreamPath> Strongest(FlowTable table, int product, int count)
    {
        ArgumentNullException.ThrowIfNull(table);
        int n = table.Size;
        double[] domestic = DomesticFlows.Of(table);
        var queue = new PriorityQueue<DownstreamPath, (double, int)>();
        int order = 0;
        Enqueue(new DownstreamPath([product], table.Output[product]));
        var found = new List<DownstreamPath>();
        for (int expanded = 0; queue.Count > 0 && found.Count < count && expanded < MostExpanded; expanded++)
        {
            DownstreamPath path = queue.Dequeue();
            if (path.Sectors.Count > 2)
            {
                found.Add(path);
            }

            if (path.Sectors.Count <= MostSteps)
            {
                Extend(path);
            }
        }

        return found;

        void Extend(DownstreamPath path)
        {
            int last = path.Sectors[^1];
            double perUnit = table.Output[last] > 0 ? path.Carried / table.Output[last] : 0;
            for (int j = 0; j < n; j++)
            {
                double carried = perUnit * domestic[(last * n) + j];
                if (carried > 0 && !path.Sectors.Contains(j))
                {
                    Enqueue(new DownstreamPath([.. path.Sectors, j], carried));
                }
            }
        }

        void Enqueue(DownstreamPath path) => queue.Enqueue(path, (-path.Carried, order++));
    }
}
