namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>What of a table's flows is the yearly use of capital goods, and how fast such goods wear.</summary>
/// <param name="shares">Share of the flow from one sector to another that is the use of capital goods. Unit: share.</param>
/// <param name="rates">Rate at which a capital good wears, by product; 0 where it is none. Unit: share a year.</param>
/// <remarks>
/// A machine that is not delivered is missed as the old ones wear out: what a buyer has of them is the use of 365/rate days, it wears in
/// proportion to what is left, and capacity falls with it.
/// </remarks>
internal sealed class CapitalWear(Func<int, int, double> shares, IReadOnlyList<double> rates)
{
    /// <summary>Whether any of a product is used as a capital good.</summary>
    public bool IsCapitalGood(int product) => rates[product] > 0;

    /// <summary>The share of the flow between two sectors that is the use of capital goods.</summary>
    public double ShareOf(int seller, int buyer) => shares(seller, buyer);

    /// <summary>What a buyer has of such goods. Unit: days of their use.</summary>
    public double DaysOf(int product) => InventoryOptions.DaysOfYear / rates[product];
}
