using System.Globalization;

namespace Rootscope.Storage.Formats.Trade.Codes;

/// <summary>Gives the products of a file their codes back, and tells those that are sums of others: totals, chapters, headings.</summary>
/// <remarks>
/// Where all codes have an even number of digits, one with which another begins is the sum of its parts, and so are TOTAL and its like:
/// they are left out where finer codes are
/// there. Where codes have four, six, eight or ten digits, those that are one short have lost a leading zero. Codes of classifications
/// with a level for every digit (SITC, BEC) are sums wherever another begins with them, and none has lost a zero.
/// </remarks>
internal sealed class ProductResolver
{
    private static readonly HashSet<string> Totals = new(StringComparer.OrdinalIgnoreCase)
    {
        "TOTAL",
        "ALL",
        "ALLPRODUCTS",
        "All products",
        "All commodities",
        "Total",
        "Total trade",
        "AG0",
        "_T",
        "总计",
        "合计",
        "总额",
        "全部商品",
    };

    private readonly Dictionary<string, string?> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];

    /// <param name="codes">The codes as they are written and as <see cref="CodeRepair"/> reads them.</param>
    /// <param name="digits">The digits that every code has; null where that is found out.</param>
    /// <param name="byDigit">Whether the classification, which the file names, has a level for every digit.</param>
    public ProductResolver(IReadOnlyDictionary<string, string> codes, int? digits, bool byDigit = false)
    {
        string[] read = [.. codes.Values.Distinct(StringComparer.Ordinal)];
        int repaired = codes.Count(c => c.Key != c.Value);
        if (repaired > 0)
        {
            _notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{repaired} {(repaired == 1 ? "product code is" : "product codes are")} written as figures or with signs (850440.0, "
                        + $"8504.40) and read as the codes they were."
                )
            );
        }

        Dictionary<string, string> padded = byDigit ? read.ToDictionary(c => c, StringComparer.Ordinal) : Padded(read, digits);
        HashSet<string> sums = SumsAmong([.. padded.Values.Distinct(StringComparer.Ordinal)], byDigit);
        foreach ((string written, string code) in codes)
        {
            string full = padded[code];
            _codes[written] = sums.Contains(full) ? null : full;
        }

        Sums = [.. sums.Order(StringComparer.Ordinal)];
    }

    /// <summary>Codes that are left out as sums of others.</summary>
    public IReadOnlyList<string> Sums { get; }

    /// <summary>What was done to codes, one sentence each.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The code of what is written so; null where it is a sum of others.</summary>
    public string? CodeOf(string written) => _codes[written];

    /// <summary>Whether a classification, as UN Comtrade names it, has a level for every digit: SITC (S1 to S4) and BEC (B4, B5).</summary>
    public static bool IsByDigit(string classification) =>
        classification is "S1" or "S2" or "S3" or "S4" or "SS" or "B4" or "B5" or "BE"
        || classification.StartsWith("SITC", StringComparison.OrdinalIgnoreCase)
        || classification.StartsWith("BEC", StringComparison.OrdinalIgnoreCase);

    private Dictionary<string, string> Padded(string[] codes, int? digits)
    {
        string[] figures = [.. codes.Where(c => c.All(char.IsAsciiDigit))];
        int longest = digits ?? (figures.Length == 0 ? 0 : figures.Max(c => c.Length));
        bool robbed =
            longest is 4 or 6 or 8 or 10
            && (digits is not null || Array.Exists(figures, c => c.Length == longest - 1))
            && figures.Length + codes.Count(c => Totals.Contains(c)) == codes.Length
            && !(digits is null && AreLevelsOfOneDigit(figures));
        string[] shortened = robbed
            ? [.. figures.Where(c => c.Length < longest && (digits is not null || (longest - c.Length) % 2 == 1))]
            : [];
        foreach (IGrouping<int, string> group in shortened.GroupBy(c => c.Length).OrderByDescending(g => g.Key))
        {
            int count = group.Count();
            _notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count} {(count == 1 ? "product code" : "product codes")} of {group.Key} digits got back a leading zero."
                )
            );
        }

        HashSet<string> lost = shortened.ToHashSet(StringComparer.Ordinal);
        return codes.ToDictionary(
            c => c,
            c =>
                !lost.Contains(c) ? c
                : digits is { } all ? c.PadLeft(all, '0')
                : "0" + c,
            StringComparer.Ordinal
        );
    }

    /// <summary>
    /// Whether codes of three lengths and more each have the code one digit shorter beside them: in SITC 7221 stands beside 722, which no
    /// heading of the Harmonized System does, whether or not it has lost a zero.
    /// </summary>
    private static bool AreLevelsOfOneDigit(string[] figures)
    {
        HashSet<string> all = [.. figures];
        int[] lengths = [.. figures.Select(c => c.Length).Distinct().Order()];
        return lengths.Length > 2 && Array.TrueForAll(figures, c => c.Length == lengths[0] || all.Contains(c[..^1]));
    }

    private static HashSet<string> SumsAmong(string[] codes, bool byDigit)
    {
        var sums = new HashSet<string>(StringComparer.Ordinal);
        string[] figures = [.. codes.Where(c => c.All(char.IsAsciiDigit)).Order(StringComparer.Ordinal)];

        // The Harmonized System has levels of two digits each; numbers of one's own, 1 to 120, have no levels.
        bool hasLevels = byDigit || Array.TrueForAll(figures, c => c.Length % 2 == 0);
        for (int i = 1; hasLevels && i < figures.Length; i++)
        {
            if (figures[i].StartsWith(figures[i - 1], StringComparison.Ordinal))
            {
                sums.Add(figures[i - 1]);
            }
        }

        string[] totals = [.. codes.Where(c => Totals.Contains(c))];
        if (totals.Length < codes.Length)
        {
            sums.UnionWith(totals);
        }

        return sums;
    }
}
