using Rootscope.Catalogue;
using Rootscope.Dependence;
using Rootscope.Dependence.Rules;

namespace Rootscope.WeakSpots;

/// <summary>What a figure of a technology rests on.</summary>
public enum SpotStatus
{
    /// <summary>Figures of classes that hold the technology with grade A or B.</summary>
    Measured,

    /// <summary>Published shares, or classes in which the technology is a small part.</summary>
    Proxy,

    /// <summary>Nothing; <see cref="TechnologyDependence.Bring"/> or the page of the measure says what to bring.</summary>
    NoData,
}

/// <summary>One product of a technology in the trade of an economy.</summary>
/// <param name="Code">The class that holds the technology.</param>
/// <param name="Row">The verdict on the product; null where nobody trades it in the data: its code may belong to another edition.</param>
/// <param name="Imports">Imports of the year judged, in the unit of the trade: money.</param>
public sealed record TechnologyProduct(IndustryCode Code, DependenceRow? Row, double Imports)
{
    /// <summary>The middle of the range that the grade stands for: A 0.75, B 0.3, C 0.05. Unit: share.</summary>
    public double Purity => PurityOf(Code.Grade);

    /// <summary>The middle of the range that a grade stands for. Unit: share.</summary>
    public static double PurityOf(PurityGrade grade) =>
        grade switch
        {
            PurityGrade.A => 0.75,
            PurityGrade.B => 0.3,
            _ => 0.05,
        };
}

/// <summary>Whether an economy depends on a technology, and how sure that is.</summary>
public sealed record TechnologyDependence
{
    /// <summary>A technology counts as dependent where at least this share of its imports, weighted by purity, is. Unit: share.</summary>
    public const double HalfFlagged = 0.5;

    /// <summary>What the verdict rests on.</summary>
    public required SpotStatus Status { get; init; }

    /// <summary>The verdict; null where it is not known.</summary>
    public bool? IsDependent { get; init; }

    /// <summary>
    /// How far the verdict is from turning: the median margin of its products weighted by imports and purity, which has the sign of the
    /// verdict, or the margin of the published shares. Unit: ratio from −1 to 1; null where it is not known.
    /// </summary>
    public double? Margin { get; init; }

    /// <summary>
    /// Lower end of the margin: over years where there is trade, over what published shares leave open otherwise. Unit: ratio from −1 to 1;
    /// null where it is not known.
    /// </summary>
    public double? LowestMargin { get; init; }

    /// <summary>Upper end of the margin. Unit: ratio from −1 to 1; null where it is not known.</summary>
    public double? HighestMargin { get; init; }

    /// <summary>Share of imports, weighted by purity, in products that the rule flags; null without trade.</summary>
    public double? FlaggedShare { get; init; }

    /// <summary>In how many years the heaviest product is flagged; null without trade.</summary>
    public int? YearsHeld { get; init; }

    /// <summary>For how many years that is known; null without trade.</summary>
    public int? YearsKnown { get; init; }

    /// <summary>The years that the figures are of: first and last.</summary>
    public (int First, int Last)? Years { get; init; }

    /// <summary>The best grade of a class that the figures rest on; null where they rest on published shares.</summary>
    public PurityGrade? Purity { get; init; }

    /// <summary>The products, in the order of the catalogue; empty without trade or without classes.</summary>
    public IReadOnlyList<TechnologyProduct> Products { get; init; } = [];

    /// <summary>What published shares say, the firmest first; empty where there are none.</summary>
    public IReadOnlyList<PublishedVerdict> Published { get; init; } = [];

    /// <summary>Published shares of earlier years of the same things; the verdict rests on the last.</summary>
    public IReadOnlyList<HoldingSubject> Earlier { get; init; } = [];

    /// <summary>
    /// The largest holder abroad: an origin of imports where trade is there, otherwise of published shares; null where none is known.
    /// </summary>
    public string? Holder { get; init; }

    /// <summary>What that holder holds. Unit: share; null where none is known.</summary>
    public double? HolderShare { get; init; }

    /// <summary>Where the figures are from; empty where there are none.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>What to bring for a better answer, as a sentence; empty where nothing is missing.</summary>
    public string Bring { get; init; } = string.Empty;

    /// <summary>Whether trade and published shares say opposite things.</summary>
    public bool IsContested =>
        Status == SpotStatus.Measured
        && IsDependent is { } own
        && Published.Any(p => p.IsDependent is { } other && other != own)
        && Published.All(p => p.IsDependent != own);

    /// <summary>Whether the verdict is close to turning.</summary>
    public bool IsClose => Margin is { } margin && Math.Abs(margin) < DependenceVerdict.CloseMargin;
}
