namespace Rootscope.Tables;

/// <summary>Adds sectors of a table together.</summary>
/// <remarks>
/// Flows, final demand, primary inputs, output and imports are sums, so that every row and column identity that held before holds after, and totals
/// stay. What sectors of a group sold to each other stands on the diagonal. Measures of the result are not sums of the old ones: the average
/// recipe of a group differs from those of its members (aggregation bias; Miller and Blair 2009, chapter 4).
/// </remarks>
public static class TableAggregation
{
    /// <summary>Aggregates regions, industries or both.</summary>
    /// <param name="table">The table.</param>
    /// <param name="regions">Groups of regions; null leaves regions as they are.</param>
    /// <param name="industries">Groups of industries; null leaves industries as they are.</param>
    /// <param name="id">The name of the new table; null keeps the old one.</param>
    /// <exception cref="TableException">A concordance lacks a code of the table; the message names every missing one.</exception>
    public static FlowTable Aggregate(FlowTable table, Concordance? regions = null, Concordance? industries = null, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        SectorIndex from = table.Sectors;
        regions ??= Concordance.Identity(from.Regions.Select(r => r.Code));
        industries ??= Concordance.Identity(from.Industries.Select(i => i.Code));
        int[] regionOf = regions.Map([.. from.Regions.Select(r => r.Code)], out IReadOnlyList<string> regionCodes);
        int[] industryOf = industries.Map([.. from.Industries.Select(i => i.Code)], out IReadOnlyList<string> industryCodes);
        var sectors = new SectorIndex(
            [.. regionCodes.Select((code, r) => RegionOf(from, regions, code, regionOf, r))],
            [.. industryCodes.Select((code, i) => IndustryOf(from, industries, code, industryOf, i))]);
        int[] sectorOf = [.. Enumerable.Range(0, from.Count).Select(k => sectors.SectorOf(
            regionOf[k / from.Industries.Count], industryOf[k % from.Industries.Count]))];
        FinalDemandCategory[] moved = [.. table.FinalDemandCategories.Select(c => c with { Region = regionOf[c.Region] })];
        FinalDemandCategory[] categories = [.. moved.DistinctBy(Identity)];
        int[] categoryOf = [.. moved.Select(c => Array.FindIndex(categories, d => Identity(d) == Identity(c)))];
        int[] valueAddedOf = [.. Enumerable.Range(0, table.ValueAddedCategories.Count)];
        int n = sectors.Count;
        return new FlowTable(new FlowTableParts
        {
            Metadata = Metadata(table, sectors, regions, industries, id),
            Sectors = sectors,
            FinalDemandCategories = categories,
            ValueAddedCategories = table.ValueAddedCategories,
            Flows = Sum(table.Flows, sectorOf, sectorOf, n, n),
            FinalDemand = Sum(table.FinalDemand, sectorOf, categoryOf, n, categories.Length),
            ValueAdded = Sum(table.ValueAdded, valueAddedOf, sectorOf, valueAddedOf.Length, n),
            Output = Sum(table.Output, [0], sectorOf, 1, n),
            Imports = table.HasImports ? Sum(table.Imports, [0], sectorOf, 1, n) : null,
            ImportedFlows = table.HasImportedFlows ? Sum(table.ImportedFlows, sectorOf, sectorOf, n, n) : null,
            ImportedFinalDemand = table.HasImportedFlows ? Sum(table.ImportedFinalDemand, sectorOf, categoryOf, n, categories.Length) : null,
        });
    }

    /// <summary>Columns of regions that become one are the same column where code and kind are.</summary>
    private static (string Code, FinalDemandKind Kind, int Region) Identity(FinalDemandCategory category) => (category.Code, category.Kind, category.Region);

    /// <summary>A group of one keeps its names; a larger one takes the concordance's.</summary>
    private static Region RegionOf(SectorIndex from, Concordance regions, string code, int[] groupOf, int group)
    {
        int[] members = Members(groupOf, group);
        return members.Length == 1 && from.Regions[members[0]].Code == code ? from.Regions[members[0]] : new Region(code, regions.NameOf(code));
    }

    private static Industry IndustryOf(SectorIndex from, Concordance industries, string code, int[] groupOf, int group)
    {
        int[] members = Members(groupOf, group);
        return members.Length == 1 && from.Industries[members[0]].Code == code ? from.Industries[members[0]] : new Industry(code, industries.NameOf(code));
    }

    private static int[] Members(int[] groupOf, int group) => [.. Enumerable.Range(0, groupOf.Length).Where(k => groupOf[k] == group)];

    private static double[] Sum(ReadOnlySpan<double> matrix, int[] rowOf, int[] columnOf, int rows, int columns)
    {
        var sums = new double[rows * columns];
        for (int i = 0; i < rowOf.Length; i++)
        {
            Span<double> target = sums.AsSpan(rowOf[i] * columns, columns);
            ReadOnlySpan<double> row = matrix.Slice(i * columnOf.Length, columnOf.Length);
            for (int j = 0; j < row.Length; j++)
            {
                target[columnOf[j]] += row[j];
            }
        }

        return sums;
    }

    private static TableMetadata Metadata(FlowTable table, SectorIndex sectors, Concordance regions, Concordance industries, string? id)
    {
        bool keepsIndustries = sectors.Industries.Count == table.Sectors.Industries.Count
            && sectors.Industries.Zip(table.Sectors.Industries).All(p => p.First.Code == p.Second.Code);
        return table.Metadata with
        {
            Id = id ?? table.Metadata.Id,
            Classification = keepsIndustries ? table.Metadata.Classification : "own",
            Derivations =
            [
                .. table.Metadata.Derivations,
                $"Aggregated from {Count(table.Sectors)} to {Count(sectors)} (regions by '{regions.Name}', industries by '{industries.Name}').",
            ],
        };
    }

    private static string Count(SectorIndex sectors) => $"{sectors.Regions.Count} × {sectors.Industries.Count}";
}
