using System.Globalization;
using System.Text.RegularExpressions;

namespace Rootscope.Storage.Scenarios;

/// <summary>How numbers and times are written in a scenario.</summary>
internal static partial class ScenarioWords
{
    private const int MonthsOfYear = 12;

    /// <summary>A number such as 0.9, +0.20 or 90%; null where the text is none.</summary>
    public static double? Number(string text)
    {
        bool percent = text.EndsWith('%');
        string digits = percent ? text[..^1].TrimEnd() : text;
        return
            double.TryParse(
                digits,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out double value
            ) && double.IsFinite(value)
            ? percent
                ? value / 100
                : value
            : null;
    }

    /// <summary>A moment such as "month 6", as a number of months; null where the text is none.</summary>
    public static double? Moment(string text) => MomentForm().Match(text) is { Success: true } match ? Whole(match) * UnitOf(match) : null;

    /// <summary>A length of time such as "6 months", "24mo" or "2 years", as a number of months; null where the text is none.</summary>
    public static double? Length(string text) => LengthForm().Match(text) is { Success: true } match ? Whole(match) * UnitOf(match) : null;

    private static double Whole(Match match) => double.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);

    private static int UnitOf(Match match) => match.Groups["unit"].Value.StartsWith('y') ? MonthsOfYear : 1;

    [GeneratedRegex("^(?<unit>month|year|mo|yr?) ?(?<count>[0-9]{1,4})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MomentForm();

    [GeneratedRegex("^(?<count>[0-9]{1,4}) ?(?<unit>month|year|mo|yr?)s?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LengthForm();
}
