using System.Globalization;
using Rootscope.Numerics;
using Rootscope.Roots.Stake;
using Rootscope.Upgrading;

namespace Rootscope.Planning;

/// <summary>Scenarios of foreign cuts: drawn, or as somebody names them.</summary>
public static class PlanScenarios
{
    /// <summary>Draws scenarios: each has one year, and cuts a share of the imports of some technologies, of one at least.</summary>
    /// <param name="technologies">The technologies.</param>
    /// <param name="parameters">Parameters of measures, of which hit-chance and hit-share are drawn.</param>
    /// <param name="finalSpending">A year's final spending of the base. Unit: money.</param>
    /// <param name="horizon">Years in which cuts come, from 0. Unit: years.</param>
    /// <param name="count">Number of scenarios.</param>
    /// <param name="seed">The seed; scenario i is the same however many are drawn.</param>
    /// <remarks>The imports that a cut meets are those of the loop's draw of the same number in that year.</remarks>
    public static IReadOnlyList<PlanScenario> Draw(
        IReadOnlyList<PlanTechnology> technologies,
        IReadOnlyList<UpgradingParameter> parameters,
        double finalSpending,
        int horizon,
        int count,
        long seed
    )
    {
        ArgumentNullException.ThrowIfNull(technologies);
        ArgumentNullException.ThrowIfNull(parameters);
        UpgradingParameter chanceOf = parameters.Single(p => p.Name == "hit-chance");
        UpgradingParameter shareOf = parameters.Single(p => p.Name == "hit-share");
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(s =>
                {
                    var stream = RandomStream.Of(seed, s);
                    double chance = chanceOf.Draw(stream);
                    double share = shareOf.Draw(stream);
                    int year = stream.NextIndex(horizon + 1);
                    int surely = stream.NextIndex(technologies.Count);
                    return new PlanScenario(
                        string.Create(CultureInfo.InvariantCulture, $"drawn {s + 1}"),
                        [
                            .. technologies
                                .Where((_, k) => stream.NextDouble() < chance || k == surely)
                                .Select(t => Hit(t, share, year, s, finalSpending)),
                        ]
                    );
                }),
        ];
    }

    /// <summary>A hit that somebody names: the imports that it meets are those of the median course in its year.</summary>
    /// <param name="technology">The technology.</param>
    /// <param name="share">Share of imports that is cut.</param>
    /// <param name="year">The year, from 0. Unit: years.</param>
    /// <param name="finalSpending">A year's final spending of the base. Unit: money.</param>
    public static PlanHit Named(PlanTechnology technology, double share, int year, double finalSpending)
    {
        ArgumentNullException.ThrowIfNull(technology);
        UpgradingCourse course = technology.Course;
        return At(technology, share, year, finalSpending, course[UpgradingFigure.HomeShare].Median[Math.Min(year, course.Years)]);
    }

    private static PlanHit Hit(PlanTechnology technology, double share, int year, int scenario, double finalSpending)
    {
        UpgradingCourse course = technology.Course;
        double home = course.ValueOf(UpgradingFigure.HomeShare, Math.Min(year, course.Years), scenario % course.Draws);
        return At(technology, share, year, finalSpending, home);
    }

    private static PlanHit At(PlanTechnology technology, double share, int year, double finalSpending, double home)
    {
        UpgradingStart start = technology.Course.Start;
        double imports = (1 - home) / (1 - start.HomeShare);
        return new PlanHit(
            technology.Id,
            year,
            (start.AtStake(share) ?? 0) * imports * finalSpending,
            start.StrainAt(share) > StakeRanking.FarthestStrain
        );
    }
}
