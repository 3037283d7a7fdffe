using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Rootscope.Web.Discussion.Writing;

/// <summary>Unicode's canonical composition (normalization form C), so that equal words are equal however they were typed.</summary>
/// <remarks>
/// The process runs without a culture library, where .NET's own normalization returns other than ASCII as it came. This follows
/// the Unicode Standard, section 3.11, and Unicode Standard Annex 15, on the database's own table (eng/unicode.cs).
/// </remarks>
internal static class Composition
{
    // Hangul syllables compose by arithmetic (Unicode Standard, section 3.12).
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeFirstTail = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;
    private const int Syllables = Leads * Vowels * Tails;

    private static readonly Lazy<Characters> Table = new(Characters.Load);

    /// <summary>The text in its canonical composition.</summary>
    public static string Compose(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        List<int> points = Decompose(text);
        Order(points);
        var composed = new StringBuilder(text.Length);
        foreach (int point in Recompose(points))
        {
            composed.Append(char.ConvertFromUtf32(point));
        }

        return composed.ToString();
    }

    private static List<int> Decompose(string text)
    {
        var points = new List<int>(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, points);
        }

        return points;
    }

    private static void Decompose(int point, List<int> points)
    {
        int syllable = point - FirstSyllable;
        if (syllable is >= 0 and < Syllables)
        {
            points.Add(FirstLead + (syllable / (Vowels * Tails)));
            points.Add(FirstVowel + (syllable % (Vowels * Tails) / Tails));
            if (syllable % Tails != 0)
            {
                points.Add(BeforeFirstTail + (syllable % Tails));
            }
        }
        else if (Table.Value.Decompositions.TryGetValue(point, out int[]? parts))
        {
            foreach (int part in parts)
            {
                Decompose(part, points);
            }
        }
        else
        {
            points.Add(point);
        }
    }

    /// <summary>Puts each run of combining marks in the order of their classes; equal classes keep theirs.</summary>
    private static void Order(List<int> points)
    {
        for (int start = 0; start < points.Count; start++)
        {
            if (Table.Value.ClassOf(points[start]) == 0)
            {
                continue;
            }

            int end = start;
            while (end < points.Count && Table.Value.ClassOf(points[end]) > 0)
            {
                end++;
            }

            int[] sorted = [.. points[start..end].OrderBy(Table.Value.ClassOf)];
            for (int i = 0; i < sorted.Length; i++)
            {
                points[start + i] = sorted[i];
            }

            start = end;
        }
    }

    private static List<int> Recompose(List<int> points)
    {
        var result = new List<int>(points.Count);
        int starter = -1;
        int lastClass = 0;
        foreach (int point in points)
        {
            int combining = Table.Value.ClassOf(point);
            bool isBlocked = starter < 0 || (starter < result.Count - 1 && lastClass >= combining);
            if (!isBlocked && Pair(result[starter], point) is { } pair)
            {
                result[starter] = pair;
                continue;
            }

            if (combining == 0)
            {
                starter = result.Count;
            }

            lastClass = combining;
            result.Add(point);
        }

        return result;
    }

    private static int? Pair(int first, int second)
    {
        int lead = first - FirstLead;
        int vowel = second - FirstVowel;
        if (lead is >= 0 and < Leads && vowel is >= 0 and < Vowels)
        {
            return FirstSyllable + (((lead * Vowels) + vowel) * Tails);
        }

        int syllable = first - FirstSyllable;
        int tail = second - BeforeFirstTail;
        if (syllable is >= 0 and < Syllables && syllable % Tails == 0 && tail is > 0 and < Tails)
        {
            return first + tail;
        }

        return Table.Value.Compositions.TryGetValue((first, second), out int composed) ? composed : null;
    }

    private sealed record Characters(
        FrozenDictionary<int, int> Classes,
        FrozenDictionary<int, int[]> Decompositions,
        FrozenDictionary<(int, int), int> Compositions
    )
    {
        public int ClassOf(int point) => Classes.GetValueOrDefault(point);

        public static Characters Load()
        {
            using Stream stream = typeof(Composition).Assembly.GetManifestResourceStream("unicode/canonical.txt")!;
            using var reader = new StreamReader(stream);
            var classes = new Dictionary<int, int>();
            var decompositions = new Dictionary<int, int[]>();
            var compositions = new Dictionary<(int, int), int>();
            while (reader.ReadLine() is { } line)
            {
                if (line.StartsWith('#'))
                {
                    continue;
                }

                string[] fields = line.Split(';');
                int point = Hexadecimal(fields[0]);
                int combining = int.Parse(fields[1], CultureInfo.InvariantCulture);
                if (combining > 0)
                {
                    classes.Add(point, combining);
                }

                if (fields[2].Length > 0)
                {
                    decompositions.Add(point, [.. fields[2].Split(' ').Select(Hexadecimal)]);
                }

                if (fields[3].Length > 0)
                {
                    decompositions[point] = [.. decompositions[point], -1];
                }
            }

            // Only pairs that begin with a starter, and are not excluded, compose again.
            foreach ((int point, int[] parts) in decompositions.ToArray())
            {
                if (parts[^1] < 0)
                {
                    decompositions[point] = parts[..^1];
                }
                else if (parts.Length == 2 && !classes.ContainsKey(point) && !classes.ContainsKey(parts[0]))
                {
                    compositions.Add((parts[0], parts[1]), point);
                }
            }

            return new Characters(classes.ToFrozenDictionary(), decompositions.ToFrozenDictionary(), compositions.ToFrozenDictionary());
        }

        private static int Hexadecimal(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
