namespace Rootscope.Screening.Names;

/// <summary>A name made ready for comparison: its distinctive words in Latin letters, its legal forms apart.</summary>
/// <remarks>
/// Traditional characters are read as simplified ones, legal forms are taken off before anything is romanised, Han is romanised by Mandarin
/// syllables, accents and case are gone. A Chinese name and its English translation do not meet here: only the other names of a record
/// tell.
/// Cost: a few microseconds.
/// </remarks>
public sealed class ScreeningName
{
    /// <summary>How many characters of a name are read; what follows is left out and said (<see cref="IsCutShort"/>).</summary>
    public const int LongestRead = 512;

    internal const int MostTokens = 48;

    internal ScreeningName(string original, NameToken[] tokens, string[] legalForms, bool isCutShort)
    {
        Original = original;
        Tokens = tokens;
        Forms = legalForms;
        IsCutShort = isCutShort;
    }

    /// <summary>The name as it was written.</summary>
    public string Original { get; }

    /// <summary>The legal forms found, by class: LLC, JSC, CORP, CO, LP, SOE, SP, COOP, NGO.</summary>
    public IReadOnlyList<string> LegalForms => Forms;

    /// <summary>Whether the name was longer than is read.</summary>
    public bool IsCutShort { get; }

    /// <summary>Whether nothing is left that could tell this name from another: an empty name, signs, a legal form alone.</summary>
    public bool IsEmpty => Tokens.Length == 0;

    /// <summary>What is compared: the words in Latin letters with a space between.</summary>
    public string Normalised => string.Join(' ', Tokens.Select(t => t.Text));

    internal string[] Forms { get; }

    internal NameToken[] Tokens { get; }

    /// <summary>Makes a name ready.</summary>
    /// <param name="name">Any text; never refused.</param>
    public static ScreeningName Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return NameReading.Read(name);
    }
}
