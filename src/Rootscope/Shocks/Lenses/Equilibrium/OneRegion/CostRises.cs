namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>By how much costs rise, product by product, as logs; below 0 where they fall.</summary>
/// <param name="Home">What home makers need more of everything for a unit, n.</param>
/// <param name="Import">What imports cost more, n.</param>
internal sealed record CostRises(double[] Home, double[] Import);
