using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Rootscope.Tables.Economies;

/// <summary>The one table of economies: which codes and names mean the same one, and which mean several together.</summary>
/// <remarks>
/// Embedded list (economies.tsv, with sources and dates): ISO 3166-1, M49, the areas of UN Comtrade, unions, and names in English and
/// Chinese. <c>N/A</c> is never a code. Names and codes are compared in any case of letters.
/// </remarks>
public static class EconomyIdentities
{
    private const string Resource = "data/economies.tsv";

    private static readonly Lazy<Lookup> Known = new(() => new Lookup(Read()));

    /// <summary>Every entry, in the order of the list.</summary>
    public static IReadOnlyList<EconomyIdentity> All => Known.Value.All;

    /// <summary>The entry that a code or name belongs to; null where none does.</summary>
    public static EconomyIdentity? Find(string codeOrName) => TryFind(codeOrName, out EconomyIdentity? found, out _) ? found : null;

    /// <summary>Finds the entry that a code or name belongs to, and says by what.</summary>
    /// <param name="codeOrName">A code, a number with or without leading zeros, or a name.</param>
    /// <param name="identity">The entry.</param>
    /// <param name="spelling">By what it was found.</param>
    public static bool TryFind(string codeOrName, [NotNullWhen(true)] out EconomyIdentity? identity, out EconomySpelling spelling)
    {
        ArgumentNullException.ThrowIfNull(codeOrName);
        bool isThere = Known.Value.Entries.TryGetValue(codeOrName.Trim(), out (EconomyIdentity Identity, EconomySpelling Spelling) entry);
        (identity, spelling) = entry;
        return isThere;
    }

    /// <summary>The code that an economy has here, or the text as it stands where it is not known.</summary>
    public static string CodeOf(string codeOrName) => Find(codeOrName)?.Code ?? codeOrName.Trim();

    /// <summary>Whether two codes or names mean the same economy.</summary>
    public static bool AreSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || (Find(one) is { } identity && identity == Find(other));

    /// <summary>The known codes and names that are nearest to what was written.</summary>
    public static IReadOnlyList<string> Nearest(string codeOrName) =>
        NearestNames.Of(
            codeOrName,
            All.Where(e => e.Kind is EconomyKind.Economy or EconomyKind.Former).SelectMany(e => new[] { e.Code, e.Name })
        );

    private static List<EconomyIdentity> Read()
    {
        using Stream list = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        var bytes = new byte[list.Length];
        list.ReadExactly(bytes);
        var all = new List<EconomyIdentity>();
        bool header = true;
        foreach (string line in Encoding.UTF8.GetString(bytes).Split('\n'))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (!header)
            {
                all.Add(EntryOf(line.TrimEnd('\r').Split('\t')));
            }

            header = false;
        }

        return all;
    }

    private static EconomyIdentity EntryOf(string[] cells) =>
        new()
        {
            Code = cells[0],
            Kind = Enum.Parse<EconomyKind>(cells[1], ignoreCase: true),
            OtherCodes = Parts(cells[2], ' '),
            Name = cells[3],
            ChineseName = cells[4],
            OtherNames = Parts(cells[5], ';'),
            Members = Parts(cells[6], ' '),
            FirstYear = YearOf(cells[7]),
            LastYear = YearOf(cells[8]),
        };

    private static string[] Parts(string cell, char separator) => cell.Split(separator, StringSplitOptions.RemoveEmptyEntries);

    private static int? YearOf(string cell) => cell.Length == 0 ? null : int.Parse(cell, CultureInfo.InvariantCulture);

    private sealed class Lookup
    {
        public Lookup(List<EconomyIdentity> all)
        {
            All = all;
            foreach (EconomyIdentity entry in all)
            {
                Add(entry.Code, entry, IsNumber(entry.Code) ? EconomySpelling.Number : EconomySpelling.Code);
                foreach (string code in entry.OtherCodes)
                {
                    Add(code, entry, SpellingOf(code));
                }
            }

            foreach (EconomyIdentity entry in all)
            {
                foreach (string name in entry.OtherNames.Prepend(entry.ChineseName).Prepend(entry.Name).Where(n => n.Length > 0))
                {
                    Add(name, entry, EconomySpelling.Name);
                }
            }
        }

        public IReadOnlyList<EconomyIdentity> All { get; }

        public Dictionary<string, (EconomyIdentity Identity, EconomySpelling Spelling)> Entries { get; } =
            new(StringComparer.OrdinalIgnoreCase);

        private void Add(string text, EconomyIdentity entry, EconomySpelling spelling)
        {
            Entries.TryAdd(text, (entry, spelling));
            if (spelling == EconomySpelling.Number && entry.Kind != EconomyKind.Union)
            {
                // Spreadsheets take the zeros off that ISO 3166-1 puts before a number.
                Entries.TryAdd(text.TrimStart('0') is { Length: > 0 } bare ? bare : "0", (entry, spelling));
            }
        }

        private static bool IsNumber(string code) => code.All(char.IsAsciiDigit);

        private static EconomySpelling SpellingOf(string code) =>
            IsNumber(code) ? EconomySpelling.Number
            : code.Length == 2 && code.All(char.IsAsciiLetterUpper) ? EconomySpelling.TwoLetters
            : EconomySpelling.OtherCode;
    }
}
