using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;
using Rootscope.Tables.Trade;

namespace Rootscope.Dependence;

/// <summary>One product of a buyer: the verdict, the years behind it, and the figures of the year that is judged.</summary>
/// <param name="Product">Code of the product.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Years">What each year says, in order.</param>
/// <param name="Indicators">The figures of the year that is judged; null where that year has no data.</param>
/// <param name="Conditions">Each condition of the rule with its value and margin in that year; empty where the year has no data.</param>
public sealed record DependenceRow(
    string Product,
    DependenceVerdict Verdict,
    IReadOnlyList<YearVerdict> Years,
    ProductIndicators? Indicators,
    IReadOnlyList<ConditionOutcome> Conditions
)
{
    /// <summary>The condition that decides: the one with the smallest margin; null where none has one.</summary>
    public ConditionOutcome? Deciding => Conditions.Where(c => c.Margin is not null).MinBy(c => c.Margin);
}

/// <summary>A condition held against a value.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Value">The value that the rule holds against it.</param>
/// <param name="Holds">Whether it holds; null where that is not known.</param>
/// <param name="Margin">Its margin, a ratio from −1 to 1; null where the value has none.</param>
public sealed record ConditionOutcome(DependenceCondition Condition, IndicatorValue Value, bool? Holds, double? Margin);

/// <summary>How the conditions moved from one year to the next.</summary>
/// <param name="From">The earlier year.</param>
/// <param name="To">The later year.</param>
/// <param name="Flagged">Number of products for which they held in the earlier year and are known in the later one.</param>
/// <param name="Fell">How many of them no longer hold.</param>
/// <param name="Rose">Number of products for which they hold in the later year only.</param>
/// <param name="Share">Churn: the share of the earlier year's flags that fell; null where there was none.</param>
public sealed record DependenceChurn(int From, int To, int Flagged, int Fell, int Rose, double? Share);

/// <summary>What a buyer depends on by one rule: a row a product.</summary>
public sealed class DependenceResult
{
    internal DependenceResult(
        TradeMetadata source,
        Bloc buyer,
        DependenceRule rule,
        IReadOnlyList<int> years,
        IReadOnlyList<DependenceRow> rows,
        IReadOnlyList<string> notes
    )
    {
        (Source, Buyer, Rule, Years, Rows, Notes) = (source, buyer, rule, years, rows, notes);
        Churn = [.. years.Skip(1).Select((year, i) => ChurnOf(years[i], year, i))];
    }

    /// <summary>What the trade is and where it comes from.</summary>
    public TradeMetadata Source { get; }

    /// <summary>Who buys.</summary>
    public Bloc Buyer { get; }

    /// <summary>The rule.</summary>
    public DependenceRule Rule { get; }

    /// <summary>The years looked at, in order; the last is judged.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The products, by code in ordinal order.</summary>
    public IReadOnlyList<DependenceRow> Rows { get; }

    /// <summary>
    /// From each year to the next, how many flags fell and rose. A flag here is that of one year: all conditions hold in it.
    /// </summary>
    public IReadOnlyList<DependenceChurn> Churn { get; }

    /// <summary>What a reader must know: members without trade, years without data, economies that split. One sentence each.</summary>
    public IReadOnlyList<string> Notes { get; }

    private DependenceChurn ChurnOf(int from, int to, int place)
    {
        (int flagged, int fell, int rose) = (0, 0, 0);
        foreach (DependenceRow row in Rows)
        {
            (bool? before, bool? after) = (row.Years[place].Holds, row.Years[place + 1].Holds);
            flagged += before == true && after is not null ? 1 : 0;
            fell += before == true && after == false ? 1 : 0;
            rose += before == false && after == true ? 1 : 0;
        }

        return new DependenceChurn(from, to, flagged, fell, rose, flagged > 0 ? (double)fell / flagged : null);
    }
}
