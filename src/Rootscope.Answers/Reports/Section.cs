namespace Rootscope.Answers.Reports;

/// <summary>One table for people.</summary>
/// <param name="Title">Its title, if the report has several.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, in the order of the columns.</param>
public sealed record Section(string? Title, IReadOnlyList<Column> Columns, IReadOnlyList<object?[]> Rows)
{
    /// <summary>Its rows, in the order of the columns. No NaN and no infinity.</summary>
    /// <exception cref="ModelException">A number is NaN or infinite.</exception>
    public IReadOnlyList<object?[]> Rows
    {
        get;
        init => field = Cells.Finite(value, Columns);
    } = Cells.Finite(Rows, Columns);

    /// <summary>How many rows there are in all, where only the first are told; null where every row is.</summary>
    public int? OutOf { get; init; }

    /// <summary>Sentences that stand below the table, given how many of its rows are shown.</summary>
    public Func<int, IEnumerable<string>> Below { get; init; } = _ => [];

    /// <summary>A table of rows whose columns know how to read them.</summary>
    /// <typeparam name="TRow">What a row is.</typeparam>
    /// <param name="title">Its title, if the report has several.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">Its rows.</param>
    public static Section Of<TRow>(string? title, IReadOnlyList<Column<TRow>> columns, IEnumerable<TRow> rows) =>
        new(title, columns, [.. rows.Select(row => Cells.Of(columns, row))]);
}
