using System.Globalization;
using Rootscope.Tables;

namespace Rootscope.Cli.Pictures;

/// <summary>Amounts of money in the largest round unit in which the largest of them is at least 10: "billion CNY".</summary>
internal sealed class Amounts
{
    private static readonly (double Size, string Name)[] Scales =
    [
        (1e12, "trillion "),
        (1e9, "billion "),
        (1e6, "million "),
        (1e3, "thousand "),
        (1, string.Empty),
    ];

    private readonly double _factor;

    public Amounts(TableMetadata about, double largest)
    {
        const double Readable = 10;
        double money = Math.Abs(largest) * about.UnitScale;
        (double size, string name) = Scales.FirstOrDefault(s => money >= Readable * s.Size, Scales[^1]);
        _factor = about.UnitScale / size;
        Unit = name + about.Currency;
    }

    /// <summary>The unit.</summary>
    public string Unit { get; }

    /// <summary>An amount of the table as text in the unit, with three digits at least.</summary>
    public string Text(double amount)
    {
        double shown = amount * _factor;
        string format = Math.Abs(shown) switch
        {
            >= 100 => "N0",
            >= 10 => "0.0",
            >= 1 => "0.00",
            _ => "0.###",
        };
        return shown.ToString(format, CultureInfo.InvariantCulture);
    }
}
