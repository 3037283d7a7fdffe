using System.Globalization;

namespace Rootscope.Shocks.Lenses.Cascade;

/// <summary>
/// Which group of industries a NACE rev. 2 (ISIC rev. 4) class belongs to, where the groups are named after sections and divisions, such as
/// C10.C12 or R_S.
/// </summary>
internal static class NaceDivisions
{
    private const string Other = "X.1";

    /// <summary>First and last division of the sections that groups are named after.</summary>
    private static readonly Dictionary<char, (int First, int Last)> Sections = new()
    {
        ['A'] = (1, 3),
        ['B'] = (5, 9),
        ['C'] = (10, 33),
        ['D'] = (35, 35),
        ['E'] = (36, 39),
        ['F'] = (41, 43),
        ['G'] = (45, 47),
        ['H'] = (49, 53),
        ['I'] = (55, 56),
        ['J'] = (58, 63),
        ['K'] = (64, 66),
        ['L'] = (68, 68),
        ['M'] = (69, 75),
        ['N'] = (77, 82),
        ['O'] = (84, 84),
        ['P'] = (85, 85),
        ['Q'] = (86, 88),
        ['R'] = (90, 93),
        ['S'] = (94, 96),
        ['T'] = (97, 98),
        ['U'] = (99, 99),
    };

    /// <summary>The group of every division that the codes cover; null where the codes are not of this kind.</summary>
    public static Dictionary<string, string>? GroupsOf(IReadOnlyCollection<string> codes)
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string code in codes)
        {
            if (RangeOf(code) is not var (first, last))
            {
                continue;
            }

            for (int division = first; division <= last; division++)
            {
                groups.TryAdd(division.ToString("00", CultureInfo.InvariantCulture), code);
            }
        }

        // Households as employers and bodies abroad stand in the group of what is not told apart, where there is one.
        foreach (string division in codes.Contains(Other, StringComparer.Ordinal) ? (string[])["97", "98", "99"] : [])
        {
            groups.TryAdd(division, Other);
        }

        // A handful of codes that look so by chance does not make a classification.
        const int FewestDivisions = 60;
        return groups.Count >= FewestDivisions ? groups : null;
    }

    /// <summary>The division of a class: "26" for 2611, 26.11, 26.1, 26 and C26; null for anything else.</summary>
    public static string? DivisionOf(string sector)
    {
        ReadOnlySpan<char> digits = sector.Length > 1 && sector[0] is >= 'A' and <= 'U' ? sector.AsSpan(1) : sector;
        if (digits.Length < 2 || !char.IsAsciiDigit(digits[0]) || !char.IsAsciiDigit(digits[1]))
        {
            return null;
        }

        // Three digits without a point are as likely a code of another classification, or a class that has lost its leading zero.
        bool hasPoint = digits.Length > 2 && digits[2] == '.';
        ReadOnlySpan<char> rest = hasPoint ? digits[3..] : digits[2..];
        return (rest.Length is 0 or 2 || (hasPoint && rest.Length == 1)) && !rest.ContainsAnyExceptInRange('0', '9')
            ? digits[..2].ToString()
            : null;
    }

    /// <summary>The divisions of a group: C13.C15 → 13 to 15, R_S → 90 to 96, B → 5 to 9.</summary>
    private static (int First, int Last)? RangeOf(string code)
    {
        string[] ends = code.Split('.', '_');
        return ends.Length is 1 or 2 && EndOf(ends[0]) is var (first, _) && EndOf(ends[^1]) is var (_, last) && first <= last
            ? (first, last)
            : null;
    }

    private static (int First, int Last)? EndOf(string part)
    {
        if (part.Length == 0 || !Sections.TryGetValue(part[0], out (int First, int Last) section))
        {
            return null;
        }

        return part.Length == 1 ? section
            : part.Length == 3
            && int.TryParse(part.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int division)
            && division >= section.First
            && division <= section.Last
                ? (division, division)
            : null;
    }
}
