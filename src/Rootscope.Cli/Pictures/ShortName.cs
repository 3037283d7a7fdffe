namespace Rootscope.Cli.Pictures;

/// <summary>Names of industries as short as a picture needs them.</summary>
internal static class ShortName
{
    private static readonly string[] Openings =
    [
        "Manufacture of ",
        "Manufacturing of ",
        "Production of ",
        "Production and supply of ",
        "Production and distribution of ",
    ];

    /// <summary>A name without the words that most names begin with; its code where the fonts lack a character of it.</summary>
    public static string Of(string name, string code)
    {
        if (!Typefaces.Instance.CanDraw(name))
        {
            return code;
        }

        foreach (string opening in Openings)
        {
            if (name.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && name.Length > opening.Length)
            {
                string rest = name[opening.Length..];
                return char.ToUpperInvariant(rest[0]) + rest[1..];
            }
        }

        return name;
    }
}
