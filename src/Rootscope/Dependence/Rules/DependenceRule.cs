using System.Globalization;
using Rootscope.Dependence.Indicators;
using Rootscope.Tables;

namespace Rootscope.Dependence.Rules;

/// <summary>
/// When a buyer counts as dependent on a product: conditions that all hold, in so many of so many years. Data, never code.
/// </summary>
/// <remarks>Published rules are files of Storage; users write their own.</remarks>
public sealed class DependenceRule
{
    private const int LongestWindow = 100;

    /// <summary>Checks the rule and takes it over.</summary>
    /// <param name="name">Its short name.</param>
    /// <param name="title">What it is, in one line.</param>
    /// <param name="conditions">The conditions, which all have to hold in a year.</param>
    /// <param name="yearsNeeded">In how many years of the window they have to hold.</param>
    /// <param name="window">How many years the window has; it ends with the year that is judged.</param>
    /// <param name="withoutExports">The ratio of imports to exports that the rule writes where there are no exports; null leaves it without
    /// bound.</param>
    /// <param name="source">Where it was published.</param>
    /// <exception cref="TableException">It has no condition, one twice, a threshold that cannot be, or years that do not fit.</exception>
    public DependenceRule(
        string name,
        string title,
        IReadOnlyList<DependenceCondition> conditions,
        int yearsNeeded,
        int window,
        double? withoutExports,
        string source
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(source);
        (Name, Title, Conditions, YearsNeeded, Window, WithoutExports, Source) = (
            name,
            title,
            [.. conditions],
            yearsNeeded,
            window,
            withoutExports,
            source
        );
        if (FaultOf() is { } fault)
        {
            throw new TableException($"rule '{name}'", fault);
        }
    }

    /// <summary>Its short name.</summary>
    public string Name { get; }

    /// <summary>What it is, in one line.</summary>
    public string Title { get; }

    /// <summary>The conditions, which all have to hold in a year.</summary>
    public IReadOnlyList<DependenceCondition> Conditions { get; }

    /// <summary>In how many years of the window they have to hold.</summary>
    public int YearsNeeded { get; }

    /// <summary>How many years the window has; it ends with the year that is judged.</summary>
    public int Window { get; }

    /// <summary>
    /// The ratio of imports to exports that the rule writes where there are no exports; null leaves it without bound. Unit: ratio.
    /// </summary>
    public double? WithoutExports { get; }

    /// <summary>Where it was published.</summary>
    public string Source { get; }

    /// <summary>Whether any condition needs the network of the product, which is dear to compute.</summary>
    internal bool NeedsClustering => Conditions.Any(c => c.Indicator == DependenceIndicator.Clustering);

    /// <summary>The rule in words, such as "import-hhi above 0.4 and external-share above 0.5, in 2 of 3 years".</summary>
    public override string ToString() =>
        string.Join(" and ", Conditions)
        + (Window == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", in {YearsNeeded} of {Window} years"));

    private string? FaultOf()
    {
        if (Conditions.Count == 0)
        {
            return "has no condition. Give one or more, each an indicator and a threshold.";
        }

        if (Window is < 1 or > LongestWindow || YearsNeeded < 1 || YearsNeeded > Window)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"asks for {YearsNeeded} of {Window} years. Ask for at least 1, and for no more than there are, of at most {LongestWindow}."
            );
        }

        if (WithoutExports is { } ratio && (!(ratio > 0) || !double.IsFinite(ratio)))
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"writes {ratio} where there are no exports. Give a ratio above 0, or none."
            );
        }

        return Conditions
            .Select((c, i) => FaultOf(c) ?? (Conditions.Take(i).Contains(c) ? $"has the condition '{c}' twice. Remove one." : null))
            .FirstOrDefault(f => f is not null);
    }

    private static string? FaultOf(DependenceCondition condition)
    {
        IndicatorDefinition definition = DependenceIndicators.Of(condition.Indicator);
        return !(condition.Threshold >= 0) || !double.IsFinite(condition.Threshold) || definition.IsBounded && condition.Threshold > 1
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"holds '{definition.Name}' against {condition.Threshold}. Its unit is {definition.Unit}: give a threshold from "
                    + $"0{(definition.IsBounded ? " to 1" : " up")}."
            )
            : null;
    }
}
