using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using System.Globalization;

namespace Rootscope.Shocks.Stake;

/// <summary>Elasticities that grow with the time that adjustment has.</summary>
/// <remarks>
/// Each set holds for the year of <see cref="Years"/> at its place. Between, every nest is interpolated on scales of ratios: geometric in
/// the logarithm of time. Before the first and after the last year it is constant. Final users have one elasticity for all products, the
/// general value of <see cref="Nest.FinalDemand"/>: values that a set has for products are left aside there.
/// </remarks>
/// <param name="HalfYear">Half a year after the cut; with ratings of products, where there are any.</param>
/// <param name="ThreeYears">Three years after the cut.</param>
/// <param name="TenYears">Ten years after the cut.</param>
public sealed record HorizonElasticities(ElasticitySet HalfYear, ElasticitySet ThreeYears, ElasticitySet TenYears)
{
    /// <summary>When the three sets hold. Unit: years after the cut.</summary>
    public static IReadOnlyList<double> Years { get; } = [0.5, 3, 10];

    internal IReadOnlyList<ElasticitySet> Sets => [HalfYear, ThreeYears, TenYears];

    /// <summary>What does not hold, in sentences without a full stop; empty where all does.</summary>
    internal IEnumerable<string> Faults()
    {
        if (HalfYear is null || ThreeYears is null || TenYears is null)
        {
            yield return "the elasticities of some horizon are missing";
            yield break;
        }

        foreach (ElasticitySet set in Sets)
        {
            foreach (Elasticity e in set.Elasticities.Where(e => e.Value == 0 && e.Nest != Nest.FinalDemand))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"the elasticity {e.Nest} {e.Code} of '{set.Name}' is 0, but between horizons logarithms are taken: give one above 0"
                );
            }
        }
    }
}
