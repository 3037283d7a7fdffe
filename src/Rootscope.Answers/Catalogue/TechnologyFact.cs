using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;

namespace Rootscope.Answers.Catalogue;

/// <summary>One fact about a technology: what it is, what carries it, what is measured of that, what it needs, what is claimed.</summary>
/// <param name="Fact">What kind of fact it is.</param>
/// <param name="Item">Which of that kind; null where there is but one.</param>
/// <param name="Text">The fact in words; null where it has none.</param>
internal sealed record TechnologyFact(string Fact, string? Item, string? Text)
{
    /// <summary>The table or the classification that the item is of.</summary>
    public string? Subject { get; init; }

    /// <summary>How purely a class stands for the technology: a letter.</summary>
    public string? Grade { get; init; }

    /// <summary>A figure of the industry that carries it.</summary>
    public ProductPart? Figure { get; init; }

    /// <summary>The figure of a claim, in its unit.</summary>
    public double? Value { get; init; }

    /// <summary>The unit of the figure.</summary>
    public string? Unit { get; init; }

    /// <summary>The year that a claim is true of.</summary>
    public int? Year { get; init; }

    /// <summary>The source of a claim.</summary>
    public string? Source { get; init; }

    /// <summary>How well a claim was verified: a member of an enumeration.</summary>
    public Enum? Status { get; init; }

    /// <summary>What a reader must know.</summary>
    public string? Note { get; init; }

    /// <summary>Their columns, the same for the command line, the API and assistants.</summary>
    public static IReadOnlyList<Column<TechnologyFact>> Columns { get; } =
    [
        Words(
            "fact",
            "name, area, tier, definition, carrier, split, code, needs, neededBy or evidence; of a carrying industry figures, rating, "
                + "pyramid, chain, path, supplier or buyer.",
            "fact",
            f => f.Fact
        ),
        Words("subject", "The table of a carrier or split, or the classification of a code.", "of", f => f.Subject),
        Words("item", "The language, the lens, the tier, a code or an identifier; of evidence the kind of source.", "item", f => f.Item),
        Words("text", "The name, definition, class, link or claim.", "text", f => f.Text),
        Words(
            "grade",
            "How purely the class stands for the technology: A about half or more, B 10 to 50 percent, C less.",
            "grade",
            f => f.Grade
        ),
        ProductPartColumns.Leverage.Within<TechnologyFact>(f => f.Figure),
        ProductPartColumns.Loss.Within<TechnologyFact>(f => f.Figure),
        ProductPartColumns.Gap.Within<TechnologyFact>(f => f.Figure),
        new(
            "value",
            "see unit",
            "A flow, what is carried, the share that a part is of its carrier, or the figure of a claim.",
            ColumnStyle.Number,
            "value",
            f => f.Value ?? f.Figure?.Value
        ),
        ProductPartColumns.Supported.Within<TechnologyFact>(f => f.Figure),
        ProductPartColumns.Share.Within<TechnologyFact>(f => f.Figure),
        Words("unit", "The unit of value.", "unit", f => f.Unit),
        new("year", "year", "The year that a claim is true of.", ColumnStyle.Whole, "year", f => f.Year),
        Words("source", "The source of a claim; null for figures of the table.", "source", f => f.Source),
        Words(
            "status",
            "Status of the lens's figures, or how well a claim was verified.",
            "status",
            f => f.Status ?? f.Figure?.Figures?.Status
        ),
        Words("note", "What a reader must know.", null, f => f.Note),
    ];

    private static Column<TechnologyFact> Words(string name, string meaning, string? heading, Func<TechnologyFact, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Text, heading, value);
}
