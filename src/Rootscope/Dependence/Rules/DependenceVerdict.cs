namespace Rootscope.Dependence.Rules;

/// <summary>What could be said about a buyer and a product in one year.</summary>
public enum YearStatus
{
    /// <summary>The conditions were held against the figures.</summary>
    Judged,

    /// <summary>The buyer imports nothing of the product: it does not depend on it.</summary>
    NoImports,

    /// <summary>
    /// Nobody trades the product in that year: its code may belong to another edition of the classification. Not known, which is not the
    /// same as not dependent.
    /// </summary>
    NotTraded,

    /// <summary>The data do not hold the year, or hold no trade of the buyer in it. Not known.</summary>
    NoData,

    /// <summary>A condition needs a figure that is not there. Not known.</summary>
    FigureMissing,
}

/// <summary>What the conditions of a rule say about one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Status">What could be said.</param>
/// <param name="Holds">Whether all conditions hold; null where that is not known.</param>
/// <param name="Margin">The smallest margin of the conditions, a ratio from −1 to 1 (<see cref="DependenceCondition.Margin"/>); null
/// without imports and where it is not known.</param>
public sealed record YearVerdict(int Year, YearStatus Status, bool? Holds, double? Margin);

/// <summary>Whether a buyer depends on a product by a rule, by how much, and how often in the years looked at.</summary>
/// <param name="Year">The year that is judged, the last of the window.</param>
/// <param name="IsDependent">Whether the rule flags the product; null where years that are not known could turn it.</param>
/// <param name="Margin">
/// How far the flag is from turning, a ratio from −1 to 1: the smallest margin of the conditions in a year, and of the window's years the
/// one that decides. Above 0 flagged, below 0 not. Null where it is not known, and where the deciding year has no imports.
/// </param>
/// <param name="YearsHeld">In how many of all years looked at the conditions hold.</param>
/// <param name="YearsKnown">For how many of them that is known.</param>
/// <param name="LowestMargin">The smallest margin of a year, as a ratio: one end of the band; null where no year has one.</param>
/// <param name="HighestMargin">The largest margin of a year, as a ratio: the other end.</param>
public sealed record DependenceVerdict(
    int Year,
    bool? IsDependent,
    double? Margin,
    int YearsHeld,
    int YearsKnown,
    double? LowestMargin,
    double? HighestMargin
)
{
    /// <summary>
    /// A margin below this size is close to the threshold: a change of a tenth of the way to the end of the scale would turn the flag.
    /// Unit: ratio.
    /// </summary>
    public const double CloseMargin = 0.1;

    /// <summary>Whether the flag is close to turning; false where the margin is not known.</summary>
    public bool IsClose => Margin is { } margin && Math.Abs(margin) < CloseMargin;
}
