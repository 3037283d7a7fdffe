using System.Globalization;
using Rootscope.Tables;

namespace Rootscope.Answers.Reports;

/// <summary>Amounts of money in the unit that a country's large sums are told in: the largest round one in which the largest amount is at
/// least 10.</summary>
public sealed class MoneyScale
{
    private static readonly (double Size, string Name)[] Sizes =
    [
        (1e12, "tn "),
        (1e9, "bn "),
        (1e6, "m "),
        (1e3, "thousand "),
        (1, string.Empty),
    ];

    private readonly double _factor;

    /// <summary>A scale for the amounts of a table.</summary>
    /// <param name="about">The table.</param>
    /// <param name="largest">The largest amount that is told. Unit: the table's money.</param>
    public MoneyScale(TableMetadata about, double largest)
    {
        ArgumentNullException.ThrowIfNull(about);
        const double Readable = 10;
        double money = Math.Abs(largest) * about.UnitScale;
        (double size, string name) = Sizes.FirstOrDefault(s => money >= Readable * s.Size, Sizes[^1]);
        _factor = about.UnitScale / size;
        Unit = name + about.Currency;
    }

    /// <summary>The unit, such as "bn CNY".</summary>
    public string Unit { get; }

    /// <summary>An amount of the table in the unit, with three digits at least.</summary>
    /// <param name="amount">The amount. Unit: the table's money.</param>
    public string Text(double amount)
    {
        double shown = amount * _factor;
        string format = Math.Abs(shown) switch
        {
            >= 100 => "N0",
            >= 10 => "0.0",
            >= 1 => "0.00",
            _ => "0.000",
        };
        return shown.ToString(format, CultureInfo.InvariantCulture);
    }
}
