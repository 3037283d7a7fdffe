namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>Part of a seller's capacity is lost.</summary>
/// <param name="Seller">Number of the seller in <see cref="DailyFlows"/>.</param>
/// <param name="Share">Share of capacity at full size. Unit: share.</param>
/// <param name="Profile">Its size over time.</param>
internal sealed record CapacityLoss(int Seller, double Share, ShockProfile Profile);

/// <summary>Capital is destroyed and comes back by itself.</summary>
/// <param name="Sector">Number of the sector.</param>
/// <param name="Amount">Capital that is destroyed. Unit: the table's money.</param>
/// <param name="Profile">Its size over time.</param>
internal sealed record CapitalLoss(int Sector, double Amount, ShockProfile Profile);

/// <summary>Capital is destroyed and has to be built again, out of what others make.</summary>
/// <param name="Damage">Capital that is destroyed, by sector. Unit: the table's money.</param>
/// <param name="Builders">The products that build it again, with their shares of the damage.</param>
/// <param name="Start">Day of the loss.</param>
/// <param name="Delay">Days until building begins.</param>
/// <param name="Days">Characteristic time of building (τ): that share of what is left is ordered a day. Unit: days.</param>
/// <param name="Factor">Money spent on building over what was destroyed. Unit: ratio.</param>
internal sealed record Rebuilding(
    IReadOnlyList<(int Sector, double Amount)> Damage,
    IReadOnlyList<(int Product, double Share)> Builders,
    int Start,
    int Delay,
    double Days,
    double Factor = 1
);

/// <summary>Part of what a seller sells to a region is forbidden, or dearer.</summary>
/// <param name="Seller">Number of the seller.</param>
/// <param name="Region">Number of the region that buys.</param>
/// <param name="Share">Share of the flow before that may no longer be delivered, at full size. Unit: share.</param>
/// <param name="Weight">Factor on the part of orders that goes to the seller, at full size; below 1 for a tariff. Unit: ratio.</param>
/// <param name="Profile">Its size over time.</param>
internal sealed record LaneShock(int Seller, int Region, double Share, double Weight, ShockProfile Profile);

/// <summary>Part of what one sector buys from an origin, of every product, is forbidden.</summary>
/// <param name="Buyer">Number of the sector.</param>
/// <param name="Origin">Number of the origin.</param>
/// <param name="Share">Share of the flow before that may no longer be delivered, at full size. Unit: share.</param>
/// <param name="Profile">Its size over time.</param>
internal sealed record PurchaseShock(int Buyer, int Origin, double Share, ShockProfile Profile);

/// <summary>Final demand of a region for a seller's product changes.</summary>
/// <param name="Seller">Number of the seller.</param>
/// <param name="Region">Number of the region that buys.</param>
/// <param name="Change">Change at full size. Unit: the table's money a day.</param>
/// <param name="Profile">Its size over time.</param>
internal sealed record DemandShock(int Seller, int Region, double Change, ShockProfile Profile);

/// <summary>A sector orders less of capital goods than it would, or more.</summary>
/// <param name="Sector">Number of the sector.</param>
/// <param name="Change">Orders over those before less 1: the most that it orders where below 0, the least where above. Unit: share.</param>
/// <param name="Profile">Its size over time.</param>
internal sealed record InvestmentShock(int Sector, double Change, ShockProfile Profile);

/// <summary>What befalls an economy.</summary>
internal sealed class InventoryEvents
{
    /// <summary>Losses of capacity; of several at one seller the largest counts.</summary>
    public List<CapacityLoss> Capacity { get; } = [];

    /// <summary>Losses of capital that comes back by itself; they add up.</summary>
    public List<CapitalLoss> Capital { get; } = [];

    /// <summary>Losses of capital that is built again.</summary>
    public List<Rebuilding> Rebuildings { get; } = [];

    /// <summary>Forbidden and dearer deliveries; factors multiply.</summary>
    public List<LaneShock> Lanes { get; } = [];

    /// <summary>Forbidden purchases of single sectors.</summary>
    public List<PurchaseShock> Purchases { get; } = [];

    /// <summary>Changes of investment; factors multiply.</summary>
    public List<InvestmentShock> Investment { get; } = [];

    /// <summary>Changes of final demand; they add up.</summary>
    public List<DemandShock> Demand { get; } = [];
}
