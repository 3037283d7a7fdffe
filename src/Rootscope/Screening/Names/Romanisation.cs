using System.Collections.Frozen;

namespace Rootscope.Screening.Names;

/// <summary>The Latin letters that stand for a character of another script, and the plain form of one that has variants.</summary>
/// <remarks>
/// Han gives Mandarin syllables, Arabic and Hebrew their consonants. Tables: romanisation.txt (AnyAscii 0.3.3, ISC) and variants.txt
/// (Unicode
/// and Unihan 15.0), compiled by <c>eng/names.cs</c>.
/// </remarks>
internal static class Romanisation
{
    private static readonly Lazy<string?[]> Plane = new(() => Table("romanisation.txt").Plane);

    private static readonly Lazy<FrozenDictionary<int, string>> Beyond = new(() => Table("romanisation.txt").Beyond.ToFrozenDictionary());

    private static readonly Lazy<string?[]> Variants = new(() => Table("variants.txt").Plane);

    /// <summary>Lower-case Latin letters and digits for a character; empty where it has none.</summary>
    public static string Of(int character) =>
        character < 0x10000 ? Plane.Value[character] ?? string.Empty : Beyond.Value.GetValueOrDefault(character, string.Empty);

    /// <summary>What a traditional, half-width or compatibility character stands for; null where it stands for itself.</summary>
    public static string? Plain(char character) => Variants.Value[character];

    private static (string?[] Plane, Dictionary<int, string> Beyond) Table(string name)
    {
        var plane = new string?[0x10000];
        var beyond = new Dictionary<int, string>();
        foreach ((string target, string sources) in NameTables.Rows(name))
        {
            for (int i = 0; i < sources.Length; i++)
            {
                if (char.IsHighSurrogate(sources[i]))
                {
                    beyond[char.ConvertToUtf32(sources[i], sources[++i])] = target;
                }
                else
                {
                    plane[sources[i]] = target;
                }
            }
        }

        return (plane, beyond);
    }
}
