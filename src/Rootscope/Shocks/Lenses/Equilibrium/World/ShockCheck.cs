namespace Rootscope.Shocks.Lenses.Equilibrium.World;

/// <summary>Whether a shock fits an economy.</summary>
internal static class ShockCheck
{
    public static void Check(WorldEconomy economy, WorldShock shock)
    {
        int cells = economy.RegionCount * economy.ProductCount;
        int flows = cells * economy.RegionCount;
        Each(economy, "tariffs", shock.Tariffs, flows, t => t > -1, "above -1");
        Each(economy, "trade costs", shock.TradeCosts, flows, t => t > 0, "above 0; to forbid a flow, ban it");
        Each(economy, "productivity", shock.Productivity, cells, p => p > 0, "above 0");
        if (shock.Banned is not null && shock.Banned.Length != flows)
        {
            throw new ModelException(
                $"The shock has {shock.Banned.Length} bans where the economy has {flows} flows: one for each product, buyer and origin."
            );
        }

        if (shock.OutsideOption is { } outside && !(outside >= 1 && double.IsFinite(outside)))
        {
            throw new ModelException($"The outside option is {outside:R}; it is a factor on the price before, at least 1.");
        }

        foreach (WorldCut cut in shock.Cuts)
        {
            Check(economy, cut);
        }
    }

    private static void Check(WorldEconomy economy, WorldCut cut)
    {
        if (
            cut.Region < 0
            || cut.Region >= economy.RegionCount
            || cut.Product < 0
            || cut.Product >= economy.ProductCount
            || cut.Origin?.Value is < 0
            || cut.Origin >= economy.RegionCount
        )
        {
            throw new ArgumentOutOfRangeException(
                nameof(cut),
                cut,
                $"The economy has regions 0 to {economy.RegionCount - 1} and products 0 to {economy.ProductCount - 1}."
            );
        }

        string what = $"The cut of {economy.Products[cut.Product]} in {economy.Regions[cut.Region]}";
        if (!(cut.Share < 1 && double.IsFinite(cut.Share)))
        {
            throw new ModelException($"{what} takes {cut.Share:R} of the supply; a cost cut takes less than 1. To forbid a flow, ban it.");
        }

        if (cut.Origin is { } origin && (cut.Supply != SupplyScope.Imported || origin == cut.Region))
        {
            throw new ModelException(
                $"{what} names the origin {economy.Regions[origin]}, which goes with imported supply from another region only."
            );
        }
    }

    private static void Each(WorldEconomy economy, string what, double[]? values, int expected, Func<double, bool> holds, string range)
    {
        if (values is null)
        {
            return;
        }

        if (values.Length != expected)
        {
            throw new ModelException($"The shock has {values.Length} {what} where the economy asks for {expected}.");
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || !holds(values[i]))
            {
                throw new ModelException(
                    $"The {what} of the shock have {values[i]:R} at {Place(economy, i, values.Length)}; expected {range}."
                );
            }
        }
    }

    private static string Place(WorldEconomy economy, int i, int length)
    {
        int r = economy.RegionCount;
        int n = economy.ProductCount;
        return length == r * n
            ? $"{economy.Products[i % n]} in {economy.Regions[i / n]}"
            : $"{economy.Products[i / (r * r)]} from {economy.Regions[i % r]} to {economy.Regions[i / r % r]}";
    }
}
