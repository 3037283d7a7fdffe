using System.Text.RegularExpressions;

namespace Rootscope.Storage.Formats.Trade.Codes;

/// <summary>What spreadsheets and programs do to codes, and what can be undone with certainty.</summary>
internal static partial class CodeRepair
{
    /// <summary>Looks at a code once.</summary>
    /// <param name="text">The text of the cell, trimmed.</param>
    /// <param name="code">The code as it was.</param>
    /// <returns>Null, or why there is no telling what the code was, as the rest of a sentence.</returns>
    public static string? FaultOf(string text, out string code)
    {
        code = text;
        if (text.Length == 0)
        {
            return "the code is missing. Fill it, or remove the line.";
        }

        if (IsPlain(text))
        {
            return null;
        }

        if (text is "N/A" or "n/a" or "#N/A" or "NaN" or "nan" or "<NA>" or "NULL" or "null" or "None" || text.StartsWith('#'))
        {
            return $"'{text}' stands where the code is missing. Fill it, or remove the line.";
        }

        string bare = text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith('"') ? text[2..^1] : text.TrimStart('\'');
        Match match;
        if ((match = Figure().Match(bare)).Success)
        {
            code = match.Groups["digits"].Value;
            return null;
        }

        if ((match = Scientific().Match(bare)).Success)
        {
            string digits = match.Groups["first"].Value + match.Groups["rest"].Value;
            code = digits;
            return digits.Length == int.Parse(match.Groups["power"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) + 1
                ? null
                : $"'{text}' is a figure of which digits are lost, no code. Give the column as text.";
        }

        if (Date().IsMatch(bare))
        {
            return $"'{text}' is a date that a spreadsheet has made of a code. Give the column as text.";
        }

        code =
            Grouped().IsMatch(bare) ? string.Concat(bare.Where(char.IsAsciiDigit))
            : Dotted().IsMatch(bare) ? bare.Replace(".", string.Empty, StringComparison.Ordinal)
            : bare;
        return null;
    }

    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        // 85E4 is a code that a spreadsheet may take for a figure; as text it is as it was.
        return text is not ("nan" or "NaN" or "NULL" or "null" or "None");
    }

    [GeneratedRegex(@"^(?<digits>\d+)[.,]0+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"^(?<first>\d)[.,](?<rest>\d+)[eE]\+?0*(?<power>\d{1,2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scientific();

    [GeneratedRegex(
        @"^((\d{1,2}-)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(-\d{1,4})?|"
            + @"\d{1,4}[-/]\d{1,2}[-/]\d{1,4}|(\d+年)?\d{1,2}月(\d{1,2}日)?)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Date();

    [GeneratedRegex("^\\d{1,3}([,' \u00A0\u202F]\\d{3})+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grouped();

    /// <summary>Codes of the Harmonized System as customs write them: 8504.40, 85.04.40.</summary>
    [GeneratedRegex(@"^(\d{4}(\.\d{2}){1,3}|\d{2}(\.\d{2}){2,4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dotted();
}
