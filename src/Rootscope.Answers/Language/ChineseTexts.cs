using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Rootscope.Answers.Language;

/// <summary>
/// Chinese for texts that answers are made of, which are in English: meanings of columns, notes, definitions, names of industries and
/// parts.
/// </summary>
/// <remarks>
/// One line a text in chinese.tsv, English and Chinese parted by a tab; {0}, {1} … stand for what changes from case to case, which is put
/// into the Chinese, itself in Chinese where it is known. What is not listed stays in English, and is marked as such.
/// </remarks>
internal static partial class ChineseTexts
{
    /// <summary>How the name of what is left of an industry ends.</summary>
    public const string Rest = ", rest";

    /// <summary>How it ends in Chinese.</summary>
    public const string RestInChinese = "（其余）";

    private const int LongestKept = 1000;

    private static readonly KeyValuePair<string, string>[] Lines = [.. Read()];

    private static readonly FrozenDictionary<string, string> Whole = Lines
        .Where(l => !l.Key.Contains('{', StringComparison.Ordinal))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Form[] Forms = [.. Lines.Where(l => l.Key.Contains('{', StringComparison.Ordinal)).Select(Form.Of)];

    private static readonly ConcurrentDictionary<string, string?> Known = new(StringComparer.Ordinal);

    /// <summary>Every text with its Chinese, in order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All => Lines;

    /// <summary>The text in both languages; English in both where it is not listed.</summary>
    public static Phrase Of(string english) => new(english, Find(english) ?? english);

    /// <summary>The Chinese of a text; null where it is not listed.</summary>
    public static string? Find(string english)
    {
        ArgumentNullException.ThrowIfNull(english);
        if (Whole.TryGetValue(english, out string? chinese))
        {
            return chinese;
        }

        if (Known.TryGetValue(english, out chinese))
        {
            return chinese;
        }

        chinese =
            english.EndsWith(Rest, StringComparison.Ordinal) && Find(english[..^Rest.Length]) is { } whole
                ? whole + RestInChinese
                : InForm(english, Find);
        if (Known.Count < LongestKept)
        {
            Known[english] = chinese;
        }

        return chinese;
    }

    /// <summary>The Chinese of a text that is listed as it stands; null where it is not.</summary>
    public static string? FindWhole(string english) => Whole.GetValueOrDefault(english);

    /// <summary>The Chinese of a text that is listed with places for what changes; null where none fits.</summary>
    /// <param name="english">The text.</param>
    /// <param name="piece">The Chinese of what stands in a place; null where it has none and stays as it is.</param>
    public static string? InForm(string english, Func<string, string?> piece)
    {
        foreach (Form form in Forms)
        {
            if (form.Match(english) is { Success: true } match)
            {
                return Place()
                    .Replace(
                        form.Chinese,
                        p => match.Groups[$"p{p.Groups["place"].Value}"].Value is var given ? piece(given) ?? given : string.Empty
                    );
            }
        }

        return null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("language/chinese.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            yield return new(line[..tab], line[(tab + 1)..]);
        }
    }

    /// <summary>A text with places; most are told from others by how they begin and end.</summary>
    private sealed record Form(string Opening, string Ending, Lazy<Regex> English, string Chinese)
    {
        public static Form Of(KeyValuePair<string, string> line) =>
            new(
                line.Key[..line.Key.IndexOf('{', StringComparison.Ordinal)],
                line.Key[(line.Key.LastIndexOf('}') + 1)..],
                new Lazy<Regex>(() => RegexOf(line.Key)),
                line.Value
            );

        public Match? Match(string english) =>
            english.StartsWith(Opening, StringComparison.Ordinal) && english.EndsWith(Ending, StringComparison.Ordinal)
                ? English.Value.Match(english)
                : null;

        private static Regex RegexOf(string english) =>
            new(
                $"^{Place().Replace(Regex.Escape(english).Replace(@"\{", "{", StringComparison.Ordinal), "(?<p${place}>.+?)")}$",
                RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking
            );
    }

    [GeneratedRegex(@"\{(?<place>\d)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
