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

    private static readonly (Regex English, string Chinese)[] Forms =
    [
        .. Lines.Where(l => l.Key.Contains('{', StringComparison.Ordinal)).Select(l => (FormOf(l.Key), l.Value)),
    ];

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
                : InForm(english);
        if (Known.Count < LongestKept)
        {
            Known[english] = chinese;
        }

        return chinese;
    }

    private static string? InForm(string english)
    {
        foreach ((Regex form, string chinese) in Forms)
        {
            if (form.Match(english) is { Success: true } match)
            {
                return Place()
                    .Replace(
                        chinese,
                        p => Find(match.Groups[$"p{p.Groups["place"].Value}"].Value) ?? match.Groups[$"p{p.Groups["place"].Value}"].Value
                    );
            }
        }

        return null;
    }

    private static Regex FormOf(string english) =>
        new(
            $"^{Place().Replace(Regex.Escape(english).Replace(@"\{", "{", StringComparison.Ordinal), "(?<p${place}>.+?)")}$",
            RegexOptions.CultureInvariant | RegexOptions.Singleline,
            TimeSpan.FromSeconds(1)
        );

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

    [GeneratedRegex(@"\{(?<place>\d)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
