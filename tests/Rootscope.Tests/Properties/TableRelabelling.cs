using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>The same economy written down differently.</summary>
internal static class TableRelabelling
{
    /// <summary>The table with regions and industries in another order; place k holds what was at order[k].</summary>
    public static FlowTable Reorder(FlowTable table, int[] regionOrder, int[] industryOrder)
    {
        SectorIndex from = table.Sectors;
        int n = table.Size;
        int[] sector = [.. regionOrder.SelectMany(r => industryOrder.Select(i => from.SectorOf(new(r), new(i))))];
        int[] category =
        [
            .. Enumerable
                .Range(0, table.FinalDemandCategories.Count)
                .OrderBy(c => Array.IndexOf(regionOrder, table.FinalDemandCategories[c].Region)),
        ];
        FlowTableParts parts = table.ToParts();
        return new FlowTable(
            parts with
            {
                Sectors = new SectorIndex(
                    [.. regionOrder.Select(r => from.Regions[r])],
                    [.. industryOrder.Select(i => from.Industries[i])]
                ),
                FinalDemandCategories =
                [
                    .. category
                        .Select(c => table.FinalDemandCategories[c])
                        .Select(c => c with { Region = new(Array.IndexOf(regionOrder, c.Region)) }),
                ],
                Flows = Cells(parts.Flows, sector, sector, n),
                FinalDemand = Cells(parts.FinalDemand, sector, category, category.Length),
                ValueAdded = Cells(parts.ValueAdded, [.. Enumerable.Range(0, table.ValueAddedCategories.Count)], sector, n),
                Output = Cells(parts.Output!, [0], sector, n),
                Imports = parts.Imports is null ? null : Cells(parts.Imports, [0], sector, n),
            }
        );
    }

    /// <summary>The table in another unit of money.</summary>
    public static FlowTable Scale(FlowTable table, double factor)
    {
        FlowTableParts parts = table.ToParts();
        return new FlowTable(
            parts with
            {
                Flows = Times(parts.Flows),
                FinalDemand = Times(parts.FinalDemand),
                ValueAdded = Times(parts.ValueAdded),
                Output = Times(parts.Output!),
                Imports = parts.Imports is null ? null : Times(parts.Imports),
            }
        );

        double[] Times(double[] figures) => [.. figures.Select(x => x * factor)];
    }

    private static double[] Cells(double[] matrix, int[] rows, int[] columns, int width) =>
        [.. rows.SelectMany(i => columns.Select(j => matrix[(i * width) + j]))];
}
