namespace Rootscope.Catalogue;

/// <summary>The codes of a classification, with their names where they are known.</summary>
public sealed class CodeList
{
    private readonly Dictionary<string, string> _names;

    /// <summary>Builds the list.</summary>
    /// <param name="classification">The classification.</param>
    /// <param name="names">Code and name; a name may be empty. A code that occurs twice keeps its last name.</param>
    public CodeList(Classification classification, IEnumerable<KeyValuePair<string, string>> names)
    {
        ArgumentNullException.ThrowIfNull(classification);
        ArgumentNullException.ThrowIfNull(names);
        Classification = classification;
        _names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string code, string name) in names)
        {
            _names[code] = name;
        }
    }

    /// <summary>The classification.</summary>
    public Classification Classification { get; }

    /// <summary>Number of codes.</summary>
    public int Count => _names.Count;

    /// <summary>All codes, in the order given.</summary>
    public IEnumerable<string> Codes => _names.Keys;

    /// <summary>Whether the code exists.</summary>
    public bool Contains(string code) => _names.ContainsKey(code);

    /// <summary>The name of a code; empty where the list has no name or no such code.</summary>
    public string NameOf(string code) => _names.GetValueOrDefault(code, string.Empty);
}
