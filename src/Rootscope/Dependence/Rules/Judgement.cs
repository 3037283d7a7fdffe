using Rootscope.Dependence.Indicators;

namespace Rootscope.Dependence.Rules;

/// <summary>What the conditions say about one year, packed.</summary>
internal readonly record struct YearMark(YearStatus Status, bool? Holds, double? Margin)
{
    public static YearMark NoData { get; } = new(YearStatus.NoData, null, null);
}

/// <summary>Rules held against figures: conditions within a year, years within a window.</summary>
internal static class Judgement
{
    /// <summary>
    /// All conditions have to hold. One that fails settles it, whatever is not known; one that is not known leaves it open.
    /// </summary>
    public static YearMark OfYear(DependenceRule rule, ProductFigures figures, int buyer, double? production)
    {
        if (figures.WorldExports == 0)
        {
            return new YearMark(YearStatus.NotTraded, null, null);
        }

        if (figures.ImportsOf(buyer) == 0)
        {
            return new YearMark(YearStatus.NoImports, false, null);
        }

        (bool failed, bool open, double? smallest) = (false, false, null);
        for (int c = 0; c < rule.Conditions.Count; c++)
        {
            DependenceCondition condition = rule.Conditions[c];
            IndicatorValue value = ValueFor(rule, condition, figures, buyer, production);
            bool? holds = condition.Holds(value);
            failed |= holds == false;
            open |= holds is null;
            smallest = condition.Margin(value) is { } margin && !(margin > smallest) ? margin : smallest;
        }

        return failed ? new YearMark(YearStatus.Judged, false, smallest)
            : open ? new YearMark(YearStatus.FigureMissing, null, null)
            : new YearMark(YearStatus.Judged, true, smallest);
    }

    /// <summary>The value that a condition of a rule is held against: a ratio without bound as the rule writes it.</summary>
    public static IndicatorValue ValueFor(
        DependenceRule rule,
        DependenceCondition condition,
        ProductFigures figures,
        int buyer,
        double? production
    )
    {
        IndicatorValue value = figures.ValueOf(condition.Indicator, buyer, production);
        return value.Status == IndicatorStatus.Unbounded && rule.WithoutExports is { } written ? IndicatorValue.Of(written) : value;
    }

    /// <summary>
    /// Whether enough years of the window hold, and the margin of the year that decides: the k-th largest where k years are needed.
    /// </summary>
    /// <remarks>Years that are not known may still hold: where they could turn the answer, there is none.</remarks>
    public static (bool? IsDependent, double? Margin) OfWindow(ReadOnlySpan<YearMark> window, int needed)
    {
        Span<double> known = stackalloc double[window.Length];
        (int held, int count) = (0, 0);
        foreach (YearMark mark in window)
        {
            if (mark.Holds is { } holds)
            {
                held += holds ? 1 : 0;
                known[count++] = mark.Margin ?? double.NegativeInfinity;
            }
        }

        int open = window.Length - count;
        if (held < needed && held + open >= needed)
        {
            return (null, null);
        }

        bool dependent = held >= needed;
        known[..count].Sort();
        double margin = known[count - (dependent ? needed : needed - open)];
        return (dependent, double.IsFinite(margin) ? margin : null);
    }
}
