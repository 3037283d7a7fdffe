using System.Globalization;

namespace Rootscope.Web.Figures;

/// <summary>Numbers as people read them: four significant digits, no exponent where it can be helped.</summary>
internal static class FigureNumbers
{
    public static string Spoken(object? value) =>
        value switch
        {
            null => "–",
            double number => Spoken(number),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    /// <summary>A share in per cent.</summary>
    public static string Percent(double? share) =>
        share is { } value ? (value * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%" : "–";

    public static string Spoken(double number)
    {
        double size = Math.Abs(number);
        string format = size switch
        {
            0 => "0",
            >= 1000 => "#,##0",
            >= 100 => "0.0",
            >= 10 => "0.00",
            >= 0.1 => "0.000",
            >= 0.001 => "0.00000",
            _ => "0.##E+0",
        };
        return number.ToString(format, CultureInfo.InvariantCulture);
    }
}
