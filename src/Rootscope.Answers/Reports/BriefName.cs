namespace Rootscope.Answers.Reports;

/// <summary>Names of products without the words that most official names begin with.</summary>
public static class BriefName
{
    private static readonly string[] Openings =
    [
        "Manufacture of ",
        "Manufacturing of ",
        "Production of ",
        "Production and supply of ",
        "Production and distribution of ",
    ];

    /// <summary>Misspelt words of official tables, which data keep as they were published, as people read them.</summary>
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal) { ["Eentertainment"] = "Entertainment" };

    /// <summary>The name as a heading or a row has it: "Electronic components".</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (string opening in Openings)
        {
            if (name.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && name.Length > opening.Length)
            {
                string rest = name[opening.Length..];
                return char.ToUpperInvariant(rest[0]) + rest[1..];
            }
        }

        return Spellings.GetValueOrDefault(name, name);
    }

    /// <summary>The name inside a sentence: "electronic components"; names that begin with an acronym keep their capitals.</summary>
    public static string InSentence(string name)
    {
        string brief = Of(name);
        return brief.Length > 1 && char.IsLower(brief[1]) ? char.ToLowerInvariant(brief[0]) + brief[1..] : brief;
    }
}
