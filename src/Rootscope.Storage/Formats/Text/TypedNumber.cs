using System.Globalization;

namespace Rootscope.Storage.Formats.Text;

/// <summary>
/// A number as people type it, by one rule everywhere: read in the one way it can be meant, or refused with what to write.
/// </summary>
/// <remarks>
/// <c>0.5</c> and <c>0,5</c> are a half, <c>80%</c> is 0.8, <c>1 000</c> is a thousand. <c>1,500</c> is refused: it is one and a half to
/// some and fifteen hundred to others.
/// </remarks>
public static class TypedNumber
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="value">The number; finite.</param>
    /// <returns>Null, or why it cannot be read and what to write, as a sentence.</returns>
    public static string? FaultOf(string text, out double value)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> digits = text.AsSpan().Trim();
        bool isPercent = digits.EndsWith("%") || digits.EndsWith("％");
        digits = isPercent ? digits[..^1].TrimEnd() : digits;
        if (digits.Contains(',') && NumberStyle.IsAmbiguous(digits))
        {
            value = 0;
            string whole = string.Concat(digits.ToString().Where(c => c != ','));
            return $"'{text}' can be meant in two ways: write {digits.ToString().Replace(',', '.').TrimEnd('0').TrimEnd('.')} or {whole}.";
        }

        NumberStyle style =
            digits.Contains(',') && !IsGrouped(digits) ? new NumberStyle(',', '.', true)
            : digits.Contains(',') ? new NumberStyle('.', ',', true)
            : NumberStyle.Plain;
        if (style.Read(digits, out value) is not null)
        {
            return $"'{text}' is no number. Write it with digits and a point, such as 0.5.";
        }

        value = isPercent ? Percent(value) : value;
        return null;
    }

    /// <summary>Reads a number that has a meaning; unit: as typed; null where it has none.</summary>
    public static double? Find(string text) => FaultOf(text, out double value) is null ? value : null;

    private static bool IsGrouped(ReadOnlySpan<char> digits) => digits.Count(',') > 1 || digits.IndexOf('.') > digits.IndexOf(',');

    /// <summary>A hundredth, as the decimal that is written so: 7% is 0.07 and not a bit beside it.</summary>
    private static double Percent(double value) =>
        double.Parse(
            string.Create(CultureInfo.InvariantCulture, $"{value:R}") is var digits && digits.Contains('E', StringComparison.Ordinal)
                ? string.Create(CultureInfo.InvariantCulture, $"{value / 100:R}")
                : digits + "E-2",
            CultureInfo.InvariantCulture
        );
}
