using Rootscope.Accounts;
using Rootscope.Roots.Measures;
using Rootscope.Shocks;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Roots.Validation;

/// <summary>The measures that the validity table compares: those of a root ranking, and plain shares of the table.</summary>
public static class ValidityMeasures
{
    /// <summary>All measures of a ranking, the default one marked.</summary>
    /// <param name="ranking">A ranking of a one-region table.</param>
    /// <returns>
    /// One value an industry, in table order. Units: leverage, gap and Domar weight are ratios; loss, excess, first-order loss and reach
    /// are shares, as is output; upstreamness is in stages; the others are shares of the industry's own output or supply. A collapse
    /// ranks first in the measures of the model.
    /// </returns>
    public static IReadOnlyList<MeasureValues> Of(RootRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        FlowTable table = ranking.Table;
        RootRow[] rows = [.. ranking.Rows.OrderBy(r => r.Product)];
        double[] output = table.Output.ToArray();
        var cascade = RigidCascade.Of(table);
        return
        [
            .. RootMeasures.All.Select(m => new MeasureValues(
                m.Word,
                [.. rows.Select(r => m.IsModelled ? Modelled(m, r) : m.Order(r))],
                IsDefault: m == RootMeasures.Leverage,
                Refusal: m.RefusalOf(rows)
            )),
            new("domar-weight", [.. rows.Select(r => (double?)r.DomarWeight)]),
            new("first-order-loss", [.. rows.Select(r => r.FirstOrderLoss)]),
            new("upstreamness", [.. ProductionStages.Upstreamness(table).Select(u => (double?)u)]),
            new("import-share", ImportedShares(table)),
            new("export-share", Ratios(TableTotals.Exports(table), output)),
            new("value-added-share", Ratios(TableTotals.ValueAdded(table), output)),
            new("capital-good-share", Ratios(TableTotals.FinalDemand(table, c => c.Kind == FinalDemandKind.FixedCapital), Supply(table))),
            new("rigid-cascade", [.. cascade.Reach.Select(r => (double?)r)], Refusal: cascade.Refusal),
        ];
    }

    private static double? Modelled(RootMeasure measure, RootRow row) =>
        row.Status switch
        {
            CutStatus.Collapse => double.PositiveInfinity,
            CutStatus.NoUse => null,
            _ => measure.Order(row),
        };

    private static List<double?> ImportedShares(FlowTable table)
    {
        ReadOnlySpan<double> shares = ImportShares.Of(table).Values;
        var values = new List<double?>(shares.Length);
        foreach (double share in shares)
        {
            values.Add(share);
        }

        return values;
    }

    private static double[] Supply(FlowTable table)
    {
        double[] supply = table.Output.ToArray();
        for (int i = 0; table.HasImports && i < supply.Length; i++)
        {
            supply[i] += table.Imports[i];
        }

        return supply;
    }

    private static List<double?> Ratios(double[] part, double[] whole)
    {
        var values = new List<double?>(part.Length);
        for (int i = 0; i < part.Length; i++)
        {
            values.Add(whole[i] > 0 ? part[i] / whole[i] : null);
        }

        return values;
    }
}
