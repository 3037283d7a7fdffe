namespace Rootscope.Cli.Output;

/// <summary>How a column's values are written for people; data formats always keep every digit.</summary>
internal enum ColumnStyle
{
    /// <summary>Text, left-aligned.</summary>
    Text,

    /// <summary>Text that is wrapped rather than shortened.</summary>
    Prose,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A plain number with significant digits.</summary>
    Number,

    /// <summary>An amount of money in the table's unit, with thousands separators.</summary>
    Money,

    /// <summary>A share, shown in percent.</summary>
    Share,

    /// <summary>True or false.</summary>
    Flag,
}

/// <summary>One column of a result.</summary>
/// <param name="Name">The stable name in data formats, camelCase.</param>
/// <param name="Unit">Its unit, such as "ratio", "share" or "10 000 yuan"; empty for text.</param>
/// <param name="Meaning">One sentence that says what it is.</param>
/// <param name="Style">How it is written for people.</param>
/// <param name="Heading">Its heading for people; null keeps it out of tables for people and leaves it in data formats.</param>
internal sealed record Column(string Name, string Unit, string Meaning, ColumnStyle Style, string? Heading)
{
    /// <summary>
    /// What may be left out of a table that is wider than the terminal: the largest first; 0 stays as long as anything else can go.
    /// </summary>
    public int Dispensable { get; init; }
}
