namespace Rootscope.Answers.Reports;

/// <summary>One column of a result.</summary>
/// <param name="Name">The stable name in data formats, camelCase.</param>
/// <param name="Unit">Its unit, such as "ratio", "share" or "10 000 yuan"; empty for text.</param>
/// <param name="Meaning">One sentence that says what it is.</param>
/// <param name="Style">How it is written for people.</param>
/// <param name="Heading">Its heading for people; null keeps it out of tables for people and leaves it in data formats.</param>
public record Column(string Name, string Unit, string Meaning, ColumnStyle Style, string? Heading)
{
    /// <summary>
    /// What may be left out of a table that is wider than the terminal: the largest first; 0 stays as long as anything else can go.
    /// Unit: none.
    /// </summary>
    public int Dispensable { get; init; }

    /// <summary>
    /// The unit of a column whose money is that of the table behind the report; a report puts the table's unit in its place.
    /// </summary>
    public const string Money = "money";

    /// <summary>The unit as people read it beside the heading, where it is not that of the data, such as "%" for a share.</summary>
    public string? UnitForPeople { get; init; }

    /// <summary>Whether it tells losses, below 0 for gains: people read "gain 0.1%" rather than a negative loss.</summary>
    public bool IsLoss { get; init; }

    /// <summary>Whether its values are words, which stand to the left.</summary>
    public bool IsText => Style is ColumnStyle.Text or ColumnStyle.Prose;
}

/// <summary>One column of a result with how its value is got from a row: declared once, read by every format.</summary>
/// <typeparam name="TRow">What a row is.</typeparam>
/// <param name="Name">The stable name in data formats, camelCase.</param>
/// <param name="Unit">Its unit, the same in every format.</param>
/// <param name="Meaning">One sentence that says what it is.</param>
/// <param name="Style">How it is written for people.</param>
/// <param name="Heading">Its heading for people; null keeps it out of tables for people.</param>
/// <param name="Value">
/// Its value in a row: text, a number, a truth, a member of an enumeration (written as its word), or null. A share is a fraction of 1.
/// </param>
public sealed record Column<TRow>(string Name, string Unit, string Meaning, ColumnStyle Style, string? Heading, Func<TRow, object?> Value)
    : Column(Name, Unit, Meaning, Style, Heading)
{
    /// <summary>The same column of rows that hold such a row, or none, in which case there is no value.</summary>
    /// <typeparam name="TOuter">What holds the row.</typeparam>
    /// <param name="inner">The row within.</param>
    public Column<TOuter> Within<TOuter>(Func<TOuter, TRow?> inner) =>
        new(Name, Unit, Meaning, Style, Heading, outer => inner(outer) is { } row ? Value(row) : null)
        {
            Dispensable = Dispensable,
            UnitForPeople = UnitForPeople,
            IsLoss = IsLoss,
        };
}
