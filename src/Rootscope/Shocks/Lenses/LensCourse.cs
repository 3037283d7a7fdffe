using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses;

/// <summary>How a scenario goes on over time under a lens that follows it.</summary>
public sealed record LensCourse
{
    /// <summary>Number of days that were followed.</summary>
    public required int Days { get; init; }

    /// <summary>What each region loses on each day, days × regions, row-major. Unit: share of a day before.</summary>
    public required IReadOnlyList<double> LossOfRegions { get; init; }

    /// <summary>Mean change of every sector's output in each month, months × sectors, row-major. Unit: share.</summary>
    public required IReadOnlyList<double> OutputByMonth { get; init; }

    /// <summary>Number of regions.</summary>
    public int RegionCount => LossOfRegions.Count / Days;

    /// <summary>Number of months that have a day; the last may be shorter.</summary>
    public int Months => Followed.Count;

    /// <summary>The part of all days that each month has. Unit: share.</summary>
    public IReadOnlyList<double> PartsByMonth =>
        [.. Enumerable.Range(0, Months).Select(m => (Followed.EndOf(m) - FollowedMonths.FirstOf(m)) / (double)Days)];

    /// <summary>What a region loses in each month, the mean of its days. Unit: share of what it had before.</summary>
    /// <param name="region">Number of the region.</param>
    public IReadOnlyList<double> LossByMonth(RegionNumber region)
    {
        int count = RegionCount;
        return Followed.Means(day => LossOfRegions[(day * count) + region]);
    }

    /// <summary>Change of a sector's output in each month. Unit: share.</summary>
    /// <param name="sector">Number of the sector.</param>
    public IReadOnlyList<double> OutputOf(SectorNumber sector)
    {
        int sectors = OutputByMonth.Count / Months;
        return [.. Enumerable.Range(0, Months).Select(m => OutputByMonth[(m * sectors) + sector])];
    }

    /// <summary>What becomes of sectors whose investment changes.</summary>
    public IReadOnlyList<InvestmentCourse> Investment { get; init; } = [];

    private FollowedMonths Followed => new(Days);
}

/// <summary>A change of investment, month by month: what is ordered of capital goods at once, and the capital that is left.</summary>
/// <param name="Sector">Number of the sector that invests.</param>
/// <param name="Orders">Change of its orders of capital goods. Unit: share.</param>
/// <param name="Capital">Change of its capital, by value in use. Unit: share.</param>
public sealed record InvestmentCourse(SectorNumber Sector, IReadOnlyList<double> Orders, IReadOnlyList<double> Capital);

/// <summary>What holds a sector below its output of before.</summary>
public enum CauseOfLoss
{
    /// <summary>Less is ordered of it.</summary>
    Orders,

    /// <summary>Its own capacity.</summary>
    Capacity,

    /// <summary>An input that has run low.</summary>
    Input,

    /// <summary>Capital goods that wore out and could not be replaced.</summary>
    CapitalGood,
}

/// <summary>A part of the loss, and what it is due to. Parts add up to the loss of output, valued at each sector's value added.</summary>
/// <param name="Sector">Number of the sector that makes less.</param>
/// <param name="Cause">What holds it back.</param>
/// <param name="Product">Number of the input that has run low; null for another cause.</param>
/// <param name="From">Number of the region that delivers less of it; <see cref="ScenarioTable.Abroad"/> for outside; null likewise.</param>
/// <param name="ValueAddedLost">Value added that is lost so. Unit: the table's money.</param>
public sealed record LossCause(SectorNumber Sector, CauseOfLoss Cause, IndustryNumber? Product, RegionNumber? From, double ValueAddedLost);
