using System.Globalization;
using Rootscope.Tables.Economies;

namespace Rootscope.Storage.Formats.Trade.Codes;

/// <summary>
/// Gives the economies of a file their codes: numbers, two letters, names and the publishers' own codes mean one economy each.
/// </summary>
/// <remarks>
/// Numbers and pairs of letters count as those of ISO 3166 only where every one of the file is known, for a file may have its own. What is
/// not known stays as it is.
/// </remarks>
internal sealed class EconomyResolver
{
    private const int MostNamed = 6;

    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];

    /// <param name="texts">What the file calls its economies, each once or more.</param>
    /// <param name="countries">A list that comes with the file and gives numbers their codes; null where there is none.</param>
    public EconomyResolver(IEnumerable<string> texts, IReadOnlyDictionary<string, string>? countries)
    {
        string[] all = [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] listed = [.. all.Select(t => countries?.GetValueOrDefault(t) ?? t)];
        bool numbers = AllKnown(listed, EconomySpelling.Number) && Array.Exists(listed, t => t.Length >= 3 && IsNumber(t));
        bool pairs = AllKnown(listed, EconomySpelling.TwoLetters);
        var counts = new Dictionary<EconomySpelling, int>();
        var others = new SortedSet<string>(StringComparer.Ordinal);
        var rest = new SortedSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < all.Length; i++)
        {
            string text = listed[i];
            _codes[all[i]] = text;
            if (!EconomyIdentities.TryFind(text, out EconomyIdentity? identity, out EconomySpelling spelling))
            {
                continue;
            }

            bool taken =
                identity.Kind == EconomyKind.World
                || spelling switch
                {
                    EconomySpelling.Number => numbers,
                    EconomySpelling.TwoLetters => pairs,
                    _ => true,
                };
            if (!taken)
            {
                continue;
            }

            _codes[all[i]] = identity.Code;
            if (identity.Kind == EconomyKind.Rest)
            {
                rest.Add($"{identity.Code} ({identity.Name})");
            }
            else if (!identity.IsAggregate && text != identity.Code)
            {
                if (spelling == EconomySpelling.OtherCode || (spelling == EconomySpelling.Number && IsPublishers(text, identity)))
                {
                    others.Add($"{text} as {identity.Code}");
                }
                else
                {
                    counts[spelling] = counts.GetValueOrDefault(spelling) + 1;
                }
            }
        }

        Tell(counts, others, rest);
    }

    /// <summary>What was done, one sentence each.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The code of what the file calls so.</summary>
    public string CodeOf(string text) => _codes[text];

    private static bool AllKnown(string[] texts, EconomySpelling spelling) =>
        texts
            .Where(t => spelling == EconomySpelling.Number ? IsNumber(t) : t.Length == 2 && t.All(char.IsAsciiLetter))
            .All(t => EconomyIdentities.Find(t) is not null);

    private static bool IsNumber(string text) => text.All(char.IsAsciiDigit);

    /// <summary>Whether a number is one of the publishers' own beside that of ISO 3166-1.</summary>
    private static bool IsPublishers(string text, EconomyIdentity identity) =>
        identity.OtherCodes.FirstOrDefault(IsNumber) is { } own && own.TrimStart('0') != text.TrimStart('0');

    private void Tell(Dictionary<EconomySpelling, int> counts, SortedSet<string> others, SortedSet<string> rest)
    {
        foreach ((EconomySpelling spelling, int count) in counts.OrderBy(c => c.Key))
        {
            string how = spelling switch
            {
                EconomySpelling.Number => "by number",
                EconomySpelling.TwoLetters => "by two letters",
                EconomySpelling.Name => "by name",
                _ => "in another case of letters",
            };
            _notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count} {(count == 1 ? "economy is" : "economies are")} given {how}: codes are those of ISO 3166-1 alpha-3."
                )
            );
        }

        if (others.Count > 0)
        {
            _notes.Add($"Other codes of economies are read so: {Listed(others)}.");
        }

        if (rest.Count > 0)
        {
            _notes.Add($"Areas not elsewhere specified are kept under their own codes: {Listed(rest)}.");
        }
    }

    private static string Listed(SortedSet<string> items) =>
        string.Join(", ", items.Take(MostNamed))
        + (items.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {items.Count - MostNamed} more") : string.Empty);
}
