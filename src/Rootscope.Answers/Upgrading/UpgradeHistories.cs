using Rootscope.Answers.Questions;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Tables;
using Rootscope.Tables.Regions;
using Rootscope.Upgrading;

namespace Rootscope.Answers.Upgrading;

/// <summary>Products that carry technologies, over dated tables of one economy.</summary>
internal static class UpgradeHistories
{
    /// <summary>
    /// The products: one for each set of classes, a class a table, that carries a technology in all of them. Tables of different
    /// classifications meet by technology; industries stand whole.
    /// </summary>
    /// <param name="tables">The tables, by ascending year.</param>
    /// <param name="economy">Code of the economy.</param>
    /// <param name="catalogue">The technologies.</param>
    /// <exception cref="QuestionException">A table is of another economy, or does not tell imports and exports.</exception>
    public static IReadOnlyList<ProductHistory> Of(IReadOnlyList<FlowTable> tables, string economy, TechnologyCatalogue catalogue)
    {
        FlowTable[] views = [.. tables.Select(t => ViewOf(t, economy))];
        double[][] exports = [.. views.Select(TableTotals.Exports)];
        double[][] imported = [.. views.Select(t => ImportShares.Of(t).Values.ToArray())];
        var products = new Dictionary<string, ProductHistory>(StringComparer.Ordinal);
        foreach (Technology technology in catalogue.Technologies)
        {
            IndustryCode?[] carriers = [.. views.Select(t => TechnologyRanking.CarrierOf(technology, t, catalogue))];
            if (carriers.Any(c => c is null))
            {
                continue;
            }

            string id = string.Join('/', carriers.Select(c => c!.Code).Distinct(StringComparer.Ordinal));
            if (products.ContainsKey(id))
            {
                continue;
            }

            HistoryPoint[] points = [.. views.Select((t, i) => PointOf(t, carriers[i]!.Code, exports[i], imported[i]))];
            if (points.All(p => p.HomeMarket > 0))
            {
                products.Add(id, new ProductHistory(id, points));
            }
        }

        return [.. products.Values.OrderBy(p => p.Id, StringComparer.Ordinal)];
    }

    private static HistoryPoint PointOf(FlowTable table, string code, double[] exports, double[] imported)
    {
        IndustryNumber product = table.Sectors.FindIndustry(code);
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
            : !table.HasImports || table.FinalDemandCategories.All(c => c.Kind != FinalDemandKind.Exports)
                ? throw Fault($"{table.Metadata.Id} does not tell imports and exports.", "Name tables that have both.")
            : table;
    }

    private static QuestionException Fault(string what, string repair) =>
        new([new QuestionFault("history", $"{{history}}: {what}", repair)]);
}
