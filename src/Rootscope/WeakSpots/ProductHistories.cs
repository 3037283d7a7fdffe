using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Tables;
using Rootscope.Tables.Regions;
using Rootscope.Tables.Trade;
using Rootscope.Upgrading;

namespace Rootscope.WeakSpots;

/// <summary>Products that carry technologies, over dated tables of one economy.</summary>
public static class ProductHistories
{
    /// <summary>
    /// The products: one for each set of classes, a class a table, that carries a technology in all of them. Tables of different
    /// classifications meet by technology; industries stand whole.
    /// </summary>
    /// <param name="tables">The tables, one a year, in any order.</param>
    /// <param name="economy">Code of the economy.</param>
    /// <param name="catalogue">The technologies.</param>
    /// <exception cref="ModelException">
    /// Two tables are of one year, or a table of one region is of another economy or does not tell imports and exports.
    /// </exception>
    /// <exception cref="UnknownNameException">A table of several regions does not have the economy.</exception>
    public static IReadOnlyList<ProductHistory> Of(IReadOnlyList<FlowTable> tables, string economy, TechnologyCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (tables.GroupBy(t => t.Metadata.Year).FirstOrDefault(y => y.Count() > 1) is { } twice)
        {
            throw new ModelException(
                $"The history has {string.Join(" and ", twice.Select(t => t.Metadata.Id))} of one year, {twice.Key}. Name one table a year."
            );
        }

        FlowTable[] views = [.. tables.OrderBy(t => t.Metadata.Year).Select(t => ViewOf(t, economy))];
        double[][] exports = [.. views.Select(TableTotals.Exports)];
        double[][] imported = [.. views.Select(t => ImportShares.Of(t).Values.ToArray())];
        var products = new Dictionary<string, ProductHistory>(StringComparer.Ordinal);
        foreach (Technology technology in catalogue.Technologies)
        {
            IndustryNumber[] carriers = CarriersOf(technology, views, catalogue);
            if (carriers.Length < views.Length)
            {
                continue;
            }

            string id = string.Join('/', carriers.Select((c, i) => views[i].Sectors.Industries[c].Code).Distinct(StringComparer.Ordinal));
            if (products.ContainsKey(id))
            {
                continue;
            }

            HistoryPoint[] points = [.. views.Select((t, i) => PointOf(t, carriers[i], exports[i], imported[i]))];
            if (points.All(p => p.HomeMarket > 0))
            {
                products.Add(id, new ProductHistory(id, points));
            }
        }

        return [.. products.Values.OrderBy(p => p.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The class of each table that carries a technology: by the catalogue where it knows the table's classification, otherwise the one of
    /// the same English name as in the latest table that it knows. Fewer than tables where one has none.
    /// </summary>
    private static IndustryNumber[] CarriersOf(Technology technology, FlowTable[] tables, TechnologyCatalogue catalogue)
    {
        string? name = tables
            .Reverse()
            .Select(t => TechnologyRanking.CarrierOf(technology, t, catalogue) is { } c ? Industry(t, c.Code).Name : null)
            .FirstOrDefault(n => n is not null);
        return
        [
            .. from table in tables
            let code = IsKnown(table)
                ? TechnologyRanking.CarrierOf(technology, table, catalogue)?.Code
                : table.Sectors.Industries.FirstOrDefault(i => string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase))?.Code
            where code is not null
            select table.Sectors.FindIndustry(code),
        ];
    }

    private static bool IsKnown(FlowTable table) => Classification.Find(table.Metadata.Classification) is not null;

    private static Industry Industry(FlowTable table, string code) => table.Sectors.Industries[table.Sectors.FindIndustry(code)];

    private static HistoryPoint PointOf(FlowTable table, IndustryNumber product, double[] exports, double[] imported)
    {
        double market = table.Output[product] + table.Imports[product] - exports[product];
        return new HistoryPoint(table.Metadata.Year, market, 1 - imported[product], Math.Max(0, exports[product]));
    }

    private static FlowTable ViewOf(FlowTable table, string economy)
    {
        IReadOnlyList<Region> regions = table.Sectors.Regions;
        if (regions.Count > 1)
        {
            return RegionalView.Of(table, new(table.Sectors.FindRegion(economy)));
        }

        return !string.Equals(regions[0].Code, economy, StringComparison.OrdinalIgnoreCase)
                ? throw Fault($"{table.Metadata.Id} is a table of {regions[0].Code} alone.", $"Name tables that have {economy}.")
            : !table.HasImports || HiddenExports.In(table)
                ? throw Fault($"{table.Metadata.Id} does not tell imports and exports.", "Name tables that have both.")
            : table;
    }

    private static ModelException Fault(string what, string repair) => new($"The history: {what} {repair}");
}
