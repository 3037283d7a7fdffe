using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Rules;

namespace Rootscope.WeakSpots;

/// <summary>
/// What published shares say about an economy's dependence by a rule: a proxy, because shares of makers stand in for its purchases.
/// </summary>
/// <param name="Subject">The shares.</param>
/// <param name="IsDependent">Whether every condition that has a counterpart holds; null where the shares leave it open.</param>
/// <param name="LowestMargin">The smallest margin of these conditions at the lower end of what the shares allow, a ratio from −1 to 1; null
/// where none could be held against a figure.</param>
/// <param name="HighestMargin">The same at the upper end, a ratio from −1 to 1.</param>
/// <param name="HomeShare">What the economy holds itself. Unit: share; null where that is not known.</param>
/// <param name="Concentration">Lower end of the concentration outside the economy. Unit: a number between 0 and 1.</param>
/// <param name="LeftOut">Names of the rule's indicators that shares say nothing about.</param>
public sealed record PublishedVerdict(
    HoldingSubject Subject,
    bool? IsDependent,
    double? LowestMargin,
    double? HighestMargin,
    double? HomeShare,
    double Concentration,
    IReadOnlyList<string> LeftOut
)
{
    /// <summary>
    /// Who holds this share or more itself does not depend, as in the rule of the European Union, whose external share has to be above one
    /// half. Unit: share.
    /// </summary>
    public const double EnoughAtHome = 0.5;

    /// <summary>
    /// How far the verdict is at least from turning: the end of the band that is nearer. Unit: ratio from −1 to 1; null where the verdict
    /// is open.
    /// </summary>
    public double? Margin =>
        IsDependent switch
        {
            true => LowestMargin,
            false => HighestMargin,
            _ => null,
        };

    /// <summary>Holds the conditions of a rule against published shares.</summary>
    /// <param name="subject">The shares.</param>
    /// <param name="economy">Code of the economy that is asked about.</param>
    /// <param name="rule">The rule.</param>
    /// <remarks>
    /// The counterpart of the concentration of imports is Σ s_k² / (1 − s_home)² over holders abroad, as if the economy bought what it
    /// lacks in proportion to what they hold; that of world exports Σ s_k². What nobody named holds makes a range; a condition holds or
    /// fails only where the whole range does. Ratios of imports to exports have no counterpart and are named.
    /// </remarks>
    public static PublishedVerdict Of(HoldingSubject subject, string economy, DependenceRule rule)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentException.ThrowIfNullOrWhiteSpace(economy);
        ArgumentNullException.ThrowIfNull(rule);
        double? home = subject.HomeShare(economy);
        HoldingFact[] abroad = subject.OutsideOf(economy);
        double outside = 1 - (home ?? 0);
        double lowest = outside > 0 ? HoldingSubject.ByEconomy(abroad).Sum(s => s * s) / (outside * outside) : 0;
        if (home >= EnoughAtHome)
        {
            return new PublishedVerdict(subject, false, EnoughAtHome - home.Value, EnoughAtHome - home.Value, home, lowest, []);
        }

        if (abroad.Any(f => f.Economies.Count == 0))
        {
            return new PublishedVerdict(subject, null, null, null, home, lowest, []);
        }

        var leftOut = new List<string>();
        var held = new List<bool?>();
        (double? lowestMargin, double? highestMargin) = (null, null);
        foreach (DependenceCondition condition in rule.Conditions)
        {
            (double low, double high) = RangeOf(condition.Indicator, subject, abroad, outside, lowest);
            if (low > high)
            {
                leftOut.Add(DependenceIndicators.Of(condition.Indicator).Name);
                continue;
            }

            bool? atLow = condition.Holds(IndicatorValue.Of(low));
            bool? holds = atLow == condition.Holds(IndicatorValue.Of(high)) ? atLow : null;
            held.Add(holds);
            double atLeast = condition.Margin(IndicatorValue.Of(low))!.Value;
            double atMost = condition.Margin(IndicatorValue.Of(high))!.Value;
            lowestMargin = Math.Min(lowestMargin ?? 1, Math.Min(atLeast, atMost));
            highestMargin = Math.Min(highestMargin ?? 1, Math.Max(atLeast, atMost));
        }

        bool? all =
            held.Contains(false) ? false
            : held.Count == 0 || held.Contains(null) ? null
            : true;
        return new PublishedVerdict(subject, all, lowestMargin, highestMargin, home, lowest, leftOut);
    }

    /// <summary>
    /// The range in which the counterpart of an indicator lies; an empty one, the low end above the high, where it has none.
    /// </summary>
    private static (double Low, double High) RangeOf(
        DependenceIndicator indicator,
        HoldingSubject subject,
        HoldingFact[] abroad,
        double outside,
        double lowest
    )
    {
        // Of what comes from abroad without names, all may come from one.
        double unnamed =
            subject.Rest + abroad.Where(f => f.Economies.Contains(HoldingFact.Abroad, StringComparer.Ordinal)).Sum(f => f.Share);
        double largest = HoldingSubject.ByEconomy(abroad).DefaultIfEmpty(0).Max();
        return indicator switch
        {
            DependenceIndicator.ImportConcentration => (lowest, Math.Min(1, lowest + (unnamed * unnamed / (outside * outside)))),
            DependenceIndicator.LargestOriginShare => (largest / outside, Math.Min(1, Math.Max(largest, unnamed) / outside)),
            DependenceIndicator.WorldExportConcentration => (
                subject.LowestConcentration,
                Math.Min(1, subject.LowestConcentration + (unnamed * unnamed))
            ),
            DependenceIndicator.LargestExporterShare => (subject.Largest.Share, Math.Max(subject.Largest.Share, unnamed)),
            DependenceIndicator.ExternalShare => (1, 1),
            _ => (1, 0),
        };
    }
}
