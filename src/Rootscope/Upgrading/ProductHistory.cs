namespace Rootscope.Upgrading;

/// <summary>One product of an economy in the year of a table.</summary>
/// <param name="Year">The year of the table.</param>
/// <param name="HomeMarket">What home buys of it, from home and abroad. Unit: the table's money.</param>
/// <param name="HomeShare">Share of that which is made at home. Unit: share.</param>
/// <param name="Exports">What home sells of it abroad. Unit: the table's money.</param>
public readonly record struct HistoryPoint(int Year, double HomeMarket, double HomeShare, double Exports);

/// <summary>One product of an economy over dated tables.</summary>
/// <param name="Id">What it is called in answers.</param>
/// <param name="Points">One a table, by ascending year.</param>
public sealed record ProductHistory(string Id, IReadOnlyList<HistoryPoint> Points);

/// <summary>How well the last table was foreseen from the one before it.</summary>
/// <remarks>Errors are mean sizes of the error of home shares over products. Unit: share.</remarks>
public sealed record HistoryHoldOut
{
    /// <summary>The year that was started from.</summary>
    public required int YearKnown { get; init; }

    /// <summary>The year that was held out.</summary>
    public required int YearHeldOut { get; init; }

    /// <summary>The error of the loop with the rate that history gave. Unit: share.</summary>
    public required double Fitted { get; init; }

    /// <summary>The error of the loop as it is without history. Unit: share.</summary>
    public required double Usual { get; init; }

    /// <summary>The error of saying that nothing changes. Unit: share.</summary>
    public required double NoChange { get; init; }

    /// <summary>
    /// The error of going on from the table before by the slope of a line through the tables before it. Unit: share.
    /// </summary>
    public required double Trend { get; init; }

    /// <summary>Number of products whose home share lay in the 90% band of the draws.</summary>
    public required int Inside { get; init; }

    /// <summary>Whether the fitted loop was nearer than saying that nothing changes, and than the trend.</summary>
    public bool IsBetter => Fitted < NoChange && Fitted < Trend;
}
