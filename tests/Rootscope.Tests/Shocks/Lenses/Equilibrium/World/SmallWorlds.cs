using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World;

namespace Rootscope.Tests.Shocks.Lenses.Equilibrium.World;

/// <summary>World economies written down in tests.</summary>
internal static class SmallWorlds
{
    /// <summary>Three regions with three products, all of which trade, with deficits.</summary>
    public static WorldEconomy Three(double among = 0.4, double origins = 2.5)
    {
        double[] flows = [.. Enumerable.Range(0, 81).Select(c => 1 + (c * 7 % 11) + (c / 9 / 3 == c % 9 / 3 ? 9 : 0))];
        double[] final = [.. Enumerable.Range(0, 27).Select(c => 5 + (c * 5 % 13) + (c / 3 / 3 == c % 3 ? 60 : 0))];
        return WorldCalibration.Of(
            SmallTables.ManyRegions(["AAA", "BBB", "CCC"], ["corn", "iron", "chips"], flows, final, ["F"]),
            ElasticitySet.Uniform("small", 0.6, among, origins, 0.9)
        );
    }

    /// <summary>Every product of every region cut in turn, home supply and imports.</summary>
    public static IEnumerable<WorldShock> EveryCut(WorldEconomy economy, double share) =>
        from region in Enumerable.Range(0, economy.Regions.Count)
        from product in Enumerable.Range(0, economy.Products.Count)
        select new WorldShock { Cuts = [new WorldCut(new(region), new(product), share, SupplyScope.All)] };

    /// <summary>Bans in the layout of the trade shares.</summary>
    public static bool[] Ban(WorldEconomy economy, Func<int, int, int, bool> productBuyerOrigin)
    {
        int r = economy.Regions.Count;
        return [.. Enumerable.Range(0, economy.TradeShares.Length).Select(c => productBuyerOrigin(c / (r * r), c / r % r, c % r))];
    }
}
