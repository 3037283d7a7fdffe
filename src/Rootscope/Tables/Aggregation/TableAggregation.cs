namespace Rootscope.Tables.Aggregation;

/// <summary>Adds sectors of a table together, and splits sectors by weights.</summary>
/// <remarks>
/// <para>Flows, final demand, primary inputs, output and imports are sums, so that every row and column identity that held before holds
/// after, and totals stay. What sectors of a group sold to each other stands on the diagonal. Measures of the result are not sums of the
/// old ones: the average recipe of a group differs from those of its members (aggregation bias; Miller and Blair 2009, chapter 4).</para>
/// <para>A sector that is split gives each part its weight of the row and of the column: a flow from i to j becomes, from part a to part b,
/// weight a × weight b × flow. Every part then has the recipe and the buyers of the whole, identities hold, and adding the parts together
/// again gives the whole. A split thus adds names and sizes, no knowledge of technology.</para>
/// </remarks>
public static class TableAggregation
{
    /// <summary>Aggregates or splits regions, industries or both.</summary>
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
        ConcordancePart[][] regionParts = regions.Spread([.. from.Regions.Select(r => r.Code)], out IReadOnlyList<string> regionCodes);
        ConcordancePart[][] industryParts = industries.Spread(
            [.. from.Industries.Select(i => i.Code)],
            out IReadOnlyList<string> industryCodes
        );
        var sectors = new SectorIndex(
            [.. regionCodes.Select((code, r) => RegionOf(from, regions, code, regionParts, r))],
            [.. industryCodes.Select((code, i) => IndustryOf(from, industries, code, industryParts, i))]
        );
        ConcordancePart[][] sectorParts =
        [
            .. Enumerable
                .Range(0, from.Count)
                .Select(k => Both(sectors, regionParts[k / from.Industries.Count], industryParts[k % from.Industries.Count])),
        ];
        FinalDemandCategory[][] moved =
        [
            .. table.FinalDemandCategories.Select(c => regionParts[c.Region].Select(p => c with { Region = new(p.Target) }).ToArray()),
        ];
        FinalDemandCategory[] categories = [.. moved.SelectMany(m => m).DistinctBy(Identity)];
        ConcordancePart[][] categoryParts =
        [
            .. moved.Select(
                (m, c) =>
                    m.Select(
                            (to, p) =>
                                new ConcordancePart(
                                    Array.FindIndex(categories, d => Identity(d) == Identity(to)),
                                    regionParts[table.FinalDemandCategories[c].Region][p].Weight
                                )
                        )
                        .ToArray()
            ),
        ];
        ConcordancePart[][] rows = [.. Enumerable.Range(0, table.ValueAddedCategories.Count).Select(v => Whole(v))];
        int n = sectors.Count;
        return new FlowTable(
            new FlowTableParts
            {
                Metadata = Metadata(table, sectors, regions, industries, id),
                Sectors = sectors,
                FinalDemandCategories = categories,
                ValueAddedCategories = table.ValueAddedCategories,
                Flows = Sum(table.Flows, sectorParts, sectorParts, n, n),
                FinalDemand = Sum(table.FinalDemand, sectorParts, categoryParts, n, categories.Length),
                ValueAdded = Sum(table.ValueAdded, rows, sectorParts, rows.Length, n),
                Output = Sum(table.Output, [Whole(0)], sectorParts, 1, n),
                Imports = table.HasImports ? Sum(table.Imports, [Whole(0)], sectorParts, 1, n) : null,
                ImportedFlows = table.HasImportedFlows ? Sum(table.ImportedFlows, sectorParts, sectorParts, n, n) : null,
                ImportedFinalDemand = table.HasImportedFlows
                    ? Sum(table.ImportedFinalDemand, sectorParts, categoryParts, n, categories.Length)
                    : null,
            }
        );
    }

    /// <summary>Columns of regions that become one are the same column where code and kind are.</summary>
    private static (string Code, FinalDemandKind Kind, int Region) Identity(FinalDemandCategory category) =>
        (category.Code, category.Kind, category.Region);

    private static ConcordancePart[] Whole(int target) => [new ConcordancePart(target, 1)];

    private static ConcordancePart[] Both(SectorIndex sectors, ConcordancePart[] regions, ConcordancePart[] industries) =>
        [
            .. regions.SelectMany(r =>
                industries.Select(i => new ConcordancePart(sectors.SectorOf(new(r.Target), new(i.Target)), r.Weight * i.Weight))
            ),
        ];

    /// <summary>A group of one whole region keeps its names; any other takes the concordance's.</summary>
    private static Region RegionOf(SectorIndex from, Concordance regions, string code, ConcordancePart[][] parts, int group)
    {
        int only = OnlyWhole(parts, group);
        return only >= 0 && from.Regions[only].Code == code ? from.Regions[only] : new Region(code, regions.NameOf(code));
    }

    private static Industry IndustryOf(SectorIndex from, Concordance industries, string code, ConcordancePart[][] parts, int group)
    {
        int only = OnlyWhole(parts, group);
        return only >= 0 && from.Industries[only].Code == code ? from.Industries[only] : new Industry(code, industries.NameOf(code));
    }

    /// <summary>
    /// The number of the one code that a group consists of, all of it; -1 where the group is several codes or a part of one.
    /// </summary>
    private static int OnlyWhole(ConcordancePart[][] parts, int group)
    {
        int[] members = [.. Enumerable.Range(0, parts.Length).Where(k => Array.Exists(parts[k], p => p.Target == group))];
        return members.Length == 1 && parts[members[0]].Length == 1 ? members[0] : -1;
    }

    private static double[] Sum(
        ReadOnlySpan<double> matrix,
        ConcordancePart[][] rowParts,
        ConcordancePart[][] columnParts,
        int rows,
        int columns
    )
    {
        var sums = new double[rows * columns];
        for (int i = 0; i < rowParts.Length; i++)
        {
            ReadOnlySpan<double> row = matrix.Slice(i * columnParts.Length, columnParts.Length);
            foreach (ConcordancePart seller in rowParts[i])
            {
                Span<double> target = sums.AsSpan(seller.Target * columns, columns);
                for (int j = 0; j < row.Length; j++)
                {
                    foreach (ConcordancePart buyer in columnParts[j])
                    {
                        target[buyer.Target] += seller.Weight * buyer.Weight * row[j];
                    }
                }
            }
        }

        return sums;
    }

    private static TableMetadata Metadata(FlowTable table, SectorIndex sectors, Concordance regions, Concordance industries, string? id)
    {
        bool keepsIndustries =
            sectors.Industries.Count == table.Sectors.Industries.Count
            && sectors.Industries.Zip(table.Sectors.Industries).All(p => p.First.Code == p.Second.Code);
        return table.Metadata with
        {
            Id = id ?? table.Metadata.Id,
            Classification = keepsIndustries ? table.Metadata.Classification : "own",
            Derivations =
            [
                .. table.Metadata.Derivations,
                $"Aggregated from {Count(table.Sectors)} to {Count(sectors)} (regions by '{regions.Name}', industries by "
                    + $"'{industries.Name}')."
                    + (
                        regions.IsManyToOne && industries.IsManyToOne
                            ? string.Empty
                            : " Codes with several targets are split by weights: every part has the recipe and the buyers of the whole."
                    ),
            ],
        };
    }

    private static string Count(SectorIndex sectors) => $"{sectors.Regions.Count} × {sectors.Industries.Count}";
}
