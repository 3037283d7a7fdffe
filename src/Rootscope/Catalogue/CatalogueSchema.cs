namespace Rootscope.Catalogue;

/// <summary>What a cell of a catalogue file may hold.</summary>
public enum CellRule
{
    /// <summary>Any text, but not nothing.</summary>
    Text,

    /// <summary>Any text, or nothing.</summary>
    OptionalText,

    /// <summary>Lower-case letters, digits and underscores, beginning with a letter.</summary>
    Identifier,

    /// <summary>One of <see cref="CatalogueColumn.Words"/>.</summary>
    Word,

    /// <summary>One of <see cref="CatalogueColumn.Words"/>, or nothing.</summary>
    OptionalWord,

    /// <summary>The identifier of an area.</summary>
    Area,

    /// <summary>The identifier of a technology.</summary>
    Technology,

    /// <summary>A number with a decimal point, or nothing.</summary>
    OptionalNumber,

    /// <summary>A year from 1900 to 2100, or nothing.</summary>
    OptionalYear,
}

/// <summary>One column of a catalogue file.</summary>
/// <param name="Name">Its name in the first line.</param>
/// <param name="Rule">What its cells may hold.</param>
/// <param name="Meaning">What it says, in one sentence.</param>
public sealed record CatalogueColumn(string Name, CellRule Rule, string Meaning)
{
    /// <summary>The words a cell may hold, where <see cref="Rule"/> restricts it to words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>One file of the catalogue and its columns.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Meaning">What a row stands for.</param>
/// <param name="Columns">The columns; a file may hold them in any order.</param>
/// <param name="Key">The columns that together occur once only.</param>
public sealed record CatalogueFile(string File, string Meaning, IReadOnlyList<CatalogueColumn> Columns, IReadOnlyList<string> Key)
{
    /// <summary>The number of a column in <see cref="Columns"/>.</summary>
    /// <exception cref="ArgumentException">There is no column of that name.</exception>
    public int IndexOf(string column)
    {
        for (int c = 0; c < Columns.Count; c++)
        {
            if (string.Equals(Columns[c].Name, column, StringComparison.Ordinal))
            {
                return c;
            }
        }

        throw new ArgumentException($"{File} has no column '{column}'.", nameof(column));
    }
}

/// <summary>The schema of the catalogue: its five files. The check, the reader and docs/schema/catalogue.md all follow it.</summary>
public static class CatalogueSchema
{
    /// <summary>The five areas.</summary>
    public static CatalogueFile Areas { get; } =
        new(
            "areas.csv",
            "One area.",
            [
                new("id", CellRule.Identifier, "Identifier."),
                new("name", CellRule.Text, "English name."),
                new("chineseName", CellRule.Text, "Chinese name."),
                new("definition", CellRule.Text, "What belongs to it."),
            ],
            ["id"]
        );

    /// <summary>The technologies.</summary>
    public static CatalogueFile Technologies { get; } =
        new(
            "technologies.csv",
            "One technology.",
            [
                new("id", CellRule.Identifier, "Identifier."),
                new("tier", CellRule.Word, "How central it is.") { Words = ["core", "extended"] },
                new("area", CellRule.Area, "The area it belongs to."),
                new("name", CellRule.Text, "English name."),
                new("chineseName", CellRule.Text, "Chinese name."),
                new("definition", CellRule.Text, "What it covers."),
                new("synonyms", CellRule.OptionalText, "What else it is called in either language, between semicolons."),
            ],
            ["id"]
        );

    /// <summary>The classes that hold a technology.</summary>
    public static CatalogueFile Codes { get; } =
        new(
            "codes.csv",
            "A class of a classification that holds a technology. The first row of a technology in a classification is its main class.",
            [
                new("technology", CellRule.Technology, "The technology."),
                new("classification", CellRule.Word, "The classification.") { Words = [.. Classification.All.Select(c => c.Id)] },
                new("code", CellRule.Text, "The code in that classification."),
                new(
                    "grade",
                    CellRule.Word,
                    "How purely the class stands for the technology: A about half or more, B 10 to 50 percent, C less."
                )
                {
                    Words = ["A", "B", "C"],
                },
                new("note", CellRule.OptionalText, "What else is in the class, or what is uncertain."),
            ],
            ["technology", "classification", "code"]
        );

    /// <summary>Which technology is an input to which.</summary>
    public static CatalogueFile Links { get; } =
        new(
            "links.csv",
            "One technology is an input to another; the catalogue's judgement.",
            [
                new("upstream", CellRule.Technology, "The technology that is needed."),
                new("downstream", CellRule.Technology, "The technology that needs it."),
            ],
            ["upstream", "downstream"]
        );

    /// <summary>Claims about technologies.</summary>
    public static CatalogueFile Evidence { get; } =
        new(
            "evidence.csv",
            "One claim about a technology.",
            [
                new("technology", CellRule.Technology, "The technology it is about."),
                new("claim", CellRule.Text, "The claim; where a value is given, what the value measures."),
                new("value", CellRule.OptionalNumber, "The figure, in its unit."),
                new("unit", CellRule.OptionalText, "The unit of the value, such as share."),
                new(
                    "derivation",
                    CellRule.OptionalWord,
                    "How the value came here: quoted as published, or computed from published figures."
                )
                {
                    Words = ["quoted", "computed"],
                },
                new("source", CellRule.OptionalText, "Who published it and where."),
                new("year", CellRule.OptionalYear, "The year it is true of."),
                new("kind", CellRule.Word, "Who answers for it.") { Words = ["published", "official", "judgement"] },
                new("licence", CellRule.OptionalText, "The licence of the source, or how it is used."),
                new("status", CellRule.Word, "How well it was verified.") { Words = ["seen", "secondary", "weak", "listed", "judgement"] },
                new("note", CellRule.OptionalText, "What a reader must know."),
            ],
            ["technology", "claim"]
        );

    /// <summary>All five, in the order in which they refer to each other.</summary>
    public static IReadOnlyList<CatalogueFile> Files { get; } = [Areas, Technologies, Codes, Links, Evidence];
}
