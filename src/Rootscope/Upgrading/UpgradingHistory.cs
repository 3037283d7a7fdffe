namespace Rootscope.Upgrading;

/// <summary>What the dated tables of one economy told of how fast its gaps closed, and how well that foresaw the last of them.</summary>
/// <remarks>Fitted as <see cref="UpgradingCalibration"/> describes; kept, so that answers can tell it without the tables.</remarks>
public sealed record UpgradingHistory
{
    /// <summary>The economy by its three-letter code.</summary>
    public required string Economy { get; init; }

    /// <summary>Whose tables they are.</summary>
    public required string Tables { get; init; }

    /// <summary>The years of the tables, ascending.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>Number of products.</summary>
    public required int Products { get; init; }

    /// <summary>Number of those that had a gap to close.</summary>
    public required int Telling { get; init; }

    /// <summary>
    /// The rate at which the gap closed, with its 90% range. Unit: share of the gap a year; null where no product tells of it.
    /// </summary>
    public required (double Low, double Central, double High)? Rate { get; init; }

    /// <summary>How well the last table was foreseen.</summary>
    public required HistoryHoldOut HoldOut { get; init; }

    /// <summary>
    /// Whether the loop may be believed about years there: the tables tell the rate, and with it the last table was foreseen better than by
    /// saying that nothing changes and than by the trend.
    /// </summary>
    public bool Holds => Rate is { } rate && UpgradingCalibration.IsRateTold(rate.Low, rate.High) && HoldOut.IsBetter;
}
