using Rootscope.Answers.Questions;
using Rootscope.Answers.WeakSpots;
using Rootscope.Catalogue;
using Rootscope.Roots.Stake;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Regions;
using Rootscope.Upgrading;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.Upgrading;

/// <summary>Where technologies start from: market, home share and exports of the carrier, and what is at stake at several cuts.</summary>
internal static class UpgradeStarts
{
    /// <summary>Years held out of every series for the error told.</summary>
    private const int HeldOut = 5;

    /// <summary>The cuts that the curve of what is at stake is solved at, whatever is asked; some products have no figure beyond.</summary>
    private static readonly double[] Nodes = [0.1, 0.3, 0.5, 0.65, 0.8, 0.9, 0.95, MostCut];

    /// <summary>The largest cut that is solved: what is at stake beyond it counts as what is at stake there.</summary>
    public const double MostCut = 0.99;

    /// <summary>The cuts that the curve of what is at stake is solved at, ascending: the nodes, and all that somebody names.</summary>
    /// <param name="cut">The cut asked about.</param>
    /// <param name="named">Cuts that scenarios name.</param>
    public static double[] CutsOf(double cut, IEnumerable<double> named) =>
        [.. Nodes.Append(cut).Concat(named.Where(n => n < 1)).Distinct().Order()];

    /// <summary>Wright's law on every embedded series.</summary>
    public static IReadOnlyList<(ExperienceCurve Curve, HoldOut HoldOut)> History() =>
        [.. UpgradingData.Series().Select(s => ExperienceCurve.Of(s)).Select(c => (c, c.HoldOut(HeldOut)))];

    /// <summary>The start of one technology, or why it has none.</summary>
    /// <param name="spot">The technology.</param>
    /// <param name="stake">The answers by cut: what is at stake with carriers, ascending.</param>
    /// <param name="cut">The cut asked about.</param>
    /// <param name="history">Wright's law by series.</param>
    public static (UpgradingStart? Start, string Reason) Of(
        WeakSpot spot,
        IReadOnlyList<(double Cut, StakeRanking Ranking)> stake,
        double cut,
        IReadOnlyList<(ExperienceCurve Curve, HoldOut HoldOut)> history
    )
    {
        if (spot.Stake?.Product is not { } product)
        {
            return (null, "No industry of the table carries it.");
        }

        FlowTable table = stake[0].Ranking.Inputs.Table;
        double exports = TableTotals.Exports(table)[product];
        double market = table.HasImports ? table.Output[product] + table.Imports[product] - exports : 0;
        double imported = ImportShares.Of(table).Values[product];
        if (market <= 0 || imported <= 0)
        {
            return (null, "The table shows no imports of it, so that there is nothing foreign to catch up with.");
        }

        StakePoint[] points =
        [
            .. from s in stake
            let row = s.Ranking.Rows.FirstOrDefault(r => r.Product == product)
            where row?.AtStakeShare is > 0
            select new StakePoint(s.Cut, row.AtStakeShare!.Value, row.Strain ?? 0),
        ];
        return (
            new UpgradingStart
            {
                Id = spot.Technology.Id,
                HomeMarket = market,
                HomeShare = 1 - imported,
                Exports = Math.Max(0, exports),
                Stake = points,
                Cut = cut,
                Feasibility = spot.Feasibility.Score,
                Experience = history
                    .Select(h => h.Curve)
                    .FirstOrDefault(c => c.Series.Technologies.Contains(spot.Technology.Id, StringComparer.Ordinal)),
            },
            string.Empty
        );
    }
}
