namespace Rootscope.Shocks.Lenses.Cascade.Spreading;

/// <summary>Losses by lost sales: linear below 1.</summary>
internal sealed class UpstreamChannel(CascadeGraph graph, double[] start) : ICascadeChannel
{
    public void Step(ReadOnlySpan<double> losses, Span<double> next)
    {
        for (int r = 0; r < next.Length; r++)
        {
            next[r] = Math.Max(start[r], CascadeKernels.LostSales(CustomersOf(r), SharesOf(r), losses));
        }
    }

    public void Linearise(ReadOnlySpan<double> losses, ReadOnlySpan<double> next, Span<bool> isFree, bool followMarkets)
    {
        for (int r = 0; r < isFree.Length; r++)
        {
            isFree[r] = next[r] > start[r] && next[r] < 1;
        }
    }

    public void Apply(ReadOnlySpan<double> change, Span<double> result, ReadOnlySpan<bool> isFree)
    {
        for (int r = 0; r < result.Length; r++)
        {
            ReadOnlySpan<int> customers = CustomersOf(r);
            ReadOnlySpan<double> shares = SharesOf(r);
            double sum = 0;
            for (int e = 0; isFree[r] && e < customers.Length; e++)
            {
                sum += shares[e] * change[customers[e]];
            }

            result[r] = sum;
        }
    }

    private ReadOnlySpan<int> CustomersOf(int r) =>
        graph.Outlets.AsSpan(graph.OutletStart[r], graph.OutletStart[r + 1] - graph.OutletStart[r]);

    private ReadOnlySpan<double> SharesOf(int r) =>
        graph.OutletShares.AsSpan(graph.OutletStart[r], graph.OutletStart[r + 1] - graph.OutletStart[r]);
}
