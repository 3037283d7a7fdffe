using Rootscope.Tables;

namespace Rootscope.Catalogue;

/// <summary>A classification of industries or products that the catalogue refers to.</summary>
/// <remarks>Where a list of all codes ships with Rootscope, codes are checked against it; otherwise only their form is.</remarks>
public sealed class Classification
{
    private readonly Func<string, bool> _hasForm;

    private Classification(string id, string title, string form, Func<string, bool> hasForm, bool hasList)
    {
        Id = id;
        Title = title;
        Form = form;
        HasList = hasList;
        _hasForm = hasForm;
    }

    /// <summary>Every classification the catalogue may refer to, in a fixed order.</summary>
    public static IReadOnlyList<Classification> All { get; } =
    [
        new(
            "bea2017",
            "commodities of the United States' detailed input-output accounts, 2017",
            "six letters or digits",
            c => IsWord(c, 5, 6),
            hasList: true
        ),
        new("nbs2020", "product classes of China's input-output table of 2020", "three digits", c => IsDigits(c, 3), hasList: true),
        new(
            "wiod2013",
            "industries of the World Input-Output Database, 2013 release",
            "'c' and a number",
            c => c.StartsWith('c') && IsWord(c, 2, 3),
            hasList: true
        ),
        new("isic4", "International Standard Industrial Classification, revision 4", "four digits", c => IsDigits(c, 4), hasList: true),
        new("naics2017", "North American Industry Classification System, 2017", "six digits", c => IsDigits(c, 6), hasList: true),
        new(
            "icio",
            "industries of the OECD's Inter-Country Input-Output tables",
            "a letter and what follows",
            c => c.Length > 0 && char.IsAsciiLetterUpper(c[0]),
            hasList: false
        ),
        new("hs2017", "Harmonized System, 2017", "six digits", c => IsDigits(c, 6), hasList: true),
        new("hs2022", "Harmonized System, 2022", "six digits", c => IsDigits(c, 6), hasList: false),
    ];

    /// <summary>Its identifier, as in <see cref="TableMetadata.Classification"/>.</summary>
    public string Id { get; }

    /// <summary>What it is.</summary>
    public string Title { get; }

    /// <summary>What a code looks like, in words.</summary>
    public string Form { get; }

    /// <summary>Whether Rootscope carries the list of its codes.</summary>
    public bool HasList { get; }

    /// <summary>The classification of that identifier, or null.</summary>
    public static Classification? Find(string id) => All.FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal));

    /// <summary>The classification of that identifier.</summary>
    /// <exception cref="UnknownNameException">There is none; the message has the nearest.</exception>
    public static Classification Of(string id) =>
        Find(id)
        ?? throw new UnknownNameException(
            "classification",
            id,
            NearestNames.Of(id, All.Select(c => c.Id)),
            $"Known are {string.Join(", ", All.Select(c => c.Id))}."
        );

    /// <summary>Whether a text looks like a code of this classification.</summary>
    public bool HasForm(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _hasForm(code);
    }

    /// <summary>Its identifier.</summary>
    public override string ToString() => Id;

    private static bool IsDigits(string code, int length) => code.Length == length && code.All(char.IsAsciiDigit);

    private static bool IsWord(string code, int least, int most) =>
        code.Length >= least && code.Length <= most && code.All(char.IsAsciiLetterOrDigit);
}
