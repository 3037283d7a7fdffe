using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.World;

/// <summary>A change of the productivity of one industry.</summary>
/// <param name="Cell">The industry [n·N + k].</param>
/// <param name="Log">Log of the factor.</param>
internal readonly record struct ProductivityChange(int Cell, double Log);

/// <summary>A change of one trade flow.</summary>
/// <param name="Product">Product j.</param>
/// <param name="Buyer">Buying region n.</param>
/// <param name="Origin">Selling region i.</param>
/// <param name="Share">Its base share in what the buyer spends on the product.</param>
/// <param name="LogFactor">ln κ̂, tariffs and trade costs together; 0 for a ban.</param>
/// <param name="Before">Tariff before.</param>
/// <param name="After">Tariff after.</param>
/// <param name="Banned">How much of it is forbidden: 0 or 1, or between them on the way to a ban.</param>
/// <param name="Elasticity">Elasticity among the origins of the product.</param>
internal readonly record struct TradeFlowChange(
    int Product,
    int Buyer,
    int Origin,
    double Share,
    double LogFactor,
    double Before,
    double After,
    double Banned,
    double Elasticity
)
{
    /// <summary>
    /// Change of its weight in the price of the product: π (κ̂^(1−ξ) − 1), or −π for a ban; where ξ is 1 weights do not change.
    /// </summary>
    public double Weight { get; } =
        Banned > 0 ? -Banned * Share
        : Elasticity == 1 ? 0
        : Share * AccurateExponentials.ExpMinusOne((1 - Elasticity) * LogFactor);

    /// <summary>π ln κ̂: what it adds to the log price where ξ is 1.</summary>
    public double LogCost => Share * LogFactor;

    /// <summary>Change of the weight in sales before tariffs.</summary>
    public double Sales => ((Share + Weight) / (1 + After)) - (Share / (1 + Before));

    /// <summary>Change of the weight in tariff revenue.</summary>
    public double Revenue => ((Share + Weight) * After / (1 + After)) - (Share * Before / (1 + Before));

    /// <summary>The change part of the way: logs of factors and weights of bans in proportion.</summary>
    public TradeFlowChange Scaled(double part) =>
        new(
            Product,
            Buyer,
            Origin,
            Share,
            part * LogFactor,
            Before,
            ((1 + Before) * Math.Pow((1 + After) / (1 + Before), part)) - 1,
            part * Banned,
            Elasticity
        );
}
