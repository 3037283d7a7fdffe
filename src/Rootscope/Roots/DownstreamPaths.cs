using Rootscope.Accounts;
using Rootscope.Accounts.Paths;
using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Roots;

/// <summary>A chain of purchases that carries a product's sales downstream.</summary>
/// <param name="Sectors">The industries from the root to the last buyer.</param>
/// <param name="Carried">The root's sales that take this way. Unit: the table's money.</param>
public sealed record DownstreamPath(IReadOnlyList<SectorNumber> Sectors, double Carried);

/// <summary>The chains of at least two purchases that carry most of a product's own sales.</summary>
/// <remarks>
/// Value carried is x_k b_kj b_jl …, with B the domestic allocation: what passes through the whole chain, wherever it goes from there. The
/// strongest chains are found exactly, by the search of <see cref="StructuralPaths"/>. No industry occurs twice in a chain. Cost: one pass
/// over the table and about log n a chain found.
/// </remarks>
public static class DownstreamPaths
{
    private const int FewestPurchases = 2;
    private const int MostPurchases = 8;

    /// <summary>Finds the strongest chains.</summary>
    /// <param name="table">A table of one region.</param>
    /// <param name="product">Number of the root.</param>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<DownstreamPath> Strongest(FlowTable table, SectorNumber product, int count)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegative(product.Value, nameof(product));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(product, table.Size);
        var buyers = CompressedRows.Of(DirectAllocation.Of(table, InputOrigin.Domestic).Values, table.Size);
        var carried = new double[table.Size];
        Array.Fill(carried, 1);
        // Under a limit of purchases there always are bounds.
        PathBounds bounds = PathBounds.Of(buyers, carried, MostPurchases)!;
        var limits = new PathSearchLimits(count, LeastSize: 0, MostPurchases, FewestPurchases, WithoutRepeats: true);
        var search = new PathSearch(buyers, carried, bounds, limits);
        var start = new double[table.Size];
        start[product] = table.Output[product];
        (List<int> ends, _) = search.Run(start, CancellationToken.None);
        return [.. ends.Select(end => new DownstreamPath(search.SectorsTo(end), search.ValueOf(end)))];
    }
}
