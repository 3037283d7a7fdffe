using System.Globalization;

namespace Rootscope.Answers.Reports;

/// <summary>One value as text: for people by its column's style, for data with every digit.</summary>
internal static class CellText
{
    /// <summary>A value of a column; where it tells losses, one below 0 is a gain.</summary>
    public static string ForPeople(object? value, Column column) =>
        column.IsLoss && value is double x and < 0 ? Gain(ForPeople(-x, column.Style)) : ForPeople(value, column.Style);

    /// <summary>An amount as a gain, unless nothing of it is seen.</summary>
    public static string Gain(string amount) => amount.Any(c => c is >= '1' and <= '9') ? $"gain {amount}" : amount;

    public static string ForPeople(object? value, ColumnStyle style) =>
        (value, style) switch
        {
            (null, _) => "–",
            (double x, ColumnStyle.Share) => Share(x),
            (double x, ColumnStyle.Tenths) => x.ToString("0.0", CultureInfo.InvariantCulture),
            (double x, ColumnStyle.Money) => x.ToString("N0", CultureInfo.InvariantCulture),
            (double x, _) => Number(x),
            (bool b, _) => b ? "yes" : "no",
            (IFormattable f, _) => f.ToString(null, CultureInfo.InvariantCulture),
            _ => ShownText.Of(value.ToString() ?? string.Empty),
        };

    public static string ForData(object? value) =>
        value switch
        {
            null => string.Empty,
            double x => x.ToString("R", CultureInfo.InvariantCulture),
            bool b => b ? "true" : "false",
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? string.Empty,
        };

    /// <summary>A share in per cent with a digit behind the point at most, as sentences and narrow tables have it.</summary>
    public static string Rounded(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}%");

    private static string Share(double x)
    {
        double percent = Math.Abs(x * 100);
        const double Visible = 0.00005;
        string format = percent is >= 0.01 or < Visible ? "0.00;-0.00;0.00" : "0.0000";
        return (x * 100).ToString(format, CultureInfo.InvariantCulture) + "%";
    }

    private static string Number(double x)
    {
        double size = Math.Abs(x);
        string format = size switch
        {
            0 => "0",
            >= 1e6 => "N0",
            >= 100 => "0.0",
            >= 1 => "0.000",
            >= 0.001 => "0.0000",
            _ => "0.###E+0",
        };
        return x.ToString(format, CultureInfo.InvariantCulture);
    }
}
