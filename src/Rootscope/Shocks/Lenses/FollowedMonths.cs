namespace Rootscope.Shocks.Lenses;

/// <summary>A number of days that are followed, as months of 365/12 days; the last month may be shorter.</summary>
/// <param name="Days">The days.</param>
internal readonly record struct FollowedMonths(int Days)
{
    /// <summary>Unit: days.</summary>
    public const double DaysOfMonth = 365.0 / 12;

    /// <summary>Less than half a day is no month of its own.</summary>
    private const double Half = 0.5;

    /// <summary>Number of months that have a day.</summary>
    public int Count => (int)Math.Ceiling((Days - Half) / DaysOfMonth);

    /// <summary>The first day of a month.</summary>
    public static int FirstOf(int month) => (int)Math.Round(month * DaysOfMonth);

    /// <summary>The day after the last of a month.</summary>
    public int EndOf(int month) => Math.Min(Days, FirstOf(month + 1));

    /// <summary>The mean of each month's days.</summary>
    /// <param name="day">The value of a day.</param>
    public double[] Means(Func<int, double> day)
    {
        var means = new double[Count];
        for (int month = 0; month < means.Length; month++)
        {
            for (int d = FirstOf(month); d < EndOf(month); d++)
            {
                means[month] += day(d);
            }

            means[month] /= EndOf(month) - FirstOf(month);
        }

        return means;
    }
}
