using System.Globalization;

namespace Rootscope.Web.Discussion.Store;

/// <summary>A comment as it was shown when somebody chose it: what was written since then is not meant.</summary>
/// <param name="Key">The comment.</param>
/// <param name="EditedAt">When it was last changed; null for never.</param>
internal readonly record struct SeenComment(string Key, long? EditedAt)
{
    private const char Mark = '.';

    /// <summary>One word for a form.</summary>
    public override string ToString() => EditedAt is { } edited ? string.Create(CultureInfo.InvariantCulture, $"{Key}{Mark}{edited}") : Key;

    /// <summary>Reads such a word.</summary>
    public static SeenComment Parse(string word)
    {
        string[] parts = word.Split(Mark, 2);
        return new SeenComment(parts[0], parts.Length > 1 && long.TryParse(parts[1], out long edited) ? edited : null);
    }
}
