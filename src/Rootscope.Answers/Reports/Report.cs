using System.Diagnostics.CodeAnalysis;
using Rootscope.Answers.Language;
using Rootscope.Storage.Database;
using Rootscope.Storage.Export;

namespace Rootscope.Answers.Reports;

/// <summary>What a command has found: columns, rows, what it was made from, and a sentence or two about it.</summary>
public record Report
{
    /// <summary>What kind of result it is, such as "roots" or "accounts"; described in docs/schema.</summary>
    public required string Kind { get; init; }

    /// <summary>The columns in order.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The rows: string, double, int, long, bool or null in the order of the columns. No NaN and no infinity.</summary>
    /// <exception cref="ModelException">A number is NaN or infinite.</exception>
    public required IReadOnlyList<object?[]> Rows
    {
        get;
        init => field = Cells.Finite(value, Columns);
    }

    /// <summary>What the figures were made from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Where set, output for people has one table for each value of the first column, with the columns that it uses.</summary>
    public bool IsGrouped { get; init; }

    /// <summary>The tables that people see where rows as data would not read well; null for tables made of the rows.</summary>
    public IReadOnlyList<Section>? ForPeople { get; init; }

    /// <summary>How many rows there are in all, where only the first are told; null where every row is.</summary>
    public int? OutOf { get; init; }

    /// <summary>Whether it tells one thing item by item, so that its tables are shown to the end however long they are.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether people see notes and provenance folded to one line unless they ask for them.</summary>
    public bool IsFolded { get; init; }

    /// <summary>
    /// A sentence without which the rows, or that there are none, would mislead: said before the remarks, and where remarks are left out.
    /// Empty where there is none. JSON and Parquet have it under provenance; beside CSV it is told apart.
    /// </summary>
    public string Statement { get; init; } = string.Empty;

    /// <summary>Sentences for people, printed under a table: what the top row means, what was clamped. Not part of data formats.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The report as <c>{ "provenance": …, "columns": […], "rows": […] }</c>.</summary>
    public string ToJson() => JsonReport.ToText(this);

    /// <summary>The report as comma-separated values: names in the first line, every digit kept.</summary>
    public string ToCsv() => CsvReport.ToText(this);

    /// <summary>The report as Markdown tables with remarks and provenance below.</summary>
    /// <param name="tongue">The language.</param>
    public string ToMarkdown(Tongue tongue = Tongue.English) => MarkdownReport.ToText(this, tongue);

    /// <summary>Writes the rows as a Parquet file, with the provenance under a key of its own.</summary>
    /// <param name="path">The file, which is replaced.</param>
    public void WriteParquet(string path)
    {
        ParquetFile.Write(path, [.. Columns.Select(c => c.Name)], Rows, JsonReport.Provenance(this));
    }

    /// <summary>The tables that people see: headings, styles and rows, with the table's money in a unit that fits.</summary>
    /// <param name="tongue">
    /// The language of headings, names, words and units of money; what has no Chinese stays in English. Data formats have none.
    /// </param>
    public IEnumerable<Section> Sections(Tongue tongue = Tongue.English)
    {
        var words = ReportWords.Of(this, tongue);
        return Tables().Select(s => words.Of(MoneyForPeople.Of(s, Provenance.Table, tongue)));
    }

    private IEnumerable<Section> Tables()
    {
        if (ForPeople is not null)
        {
            foreach (Section section in ForPeople)
            {
                yield return section;
            }

            yield break;
        }

        int[] headed = [.. Enumerable.Range(0, Columns.Count).Where(c => Columns[c].Heading is not null)];
        if (!IsGrouped)
        {
            yield return new Section(
                null,
                [.. headed.Select(c => Columns[c])],
                [.. Rows.Select(row => headed.Select(c => row[c]).ToArray())]
            )
            {
                OutOf = OutOf,
            };
            yield break;
        }

        foreach (IGrouping<string?, object?[]> group in Rows.GroupBy(r => r[0]?.ToString(), StringComparer.Ordinal))
        {
            int[] used = [.. headed.Where(c => c > 0 && group.Any(row => row[c] is not null))];
            yield return new Section(
                group.Key,
                [.. used.Select(c => Columns[c])],
                [.. group.Select(row => used.Select(c => row[c]).ToArray())]
            );
        }
    }
}

/// <summary>A report whose rows are of one type and whose columns know how to read them.</summary>
/// <typeparam name="TRow">What a row is.</typeparam>
public sealed record Report<TRow> : Report
{
    /// <summary>Makes a report; every cell is read here, once.</summary>
    /// <param name="kind">What kind of result it is.</param>
    /// <param name="columns">The columns in order.</param>
    /// <param name="items">The rows.</param>
    /// <param name="provenance">What the figures were made from.</param>
    [SetsRequiredMembers]
    public Report(string kind, IReadOnlyList<Column<TRow>> columns, IEnumerable<TRow> items, Provenance provenance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(provenance);
        Kind = kind;
        Columns = [.. columns.Select(provenance.InItsUnit)];
        Items = [.. items];
        Rows = [.. Items.Select(item => Cells.Of(columns, item))];
        Provenance = provenance;
    }

    /// <summary>The rows as they were found.</summary>
    public IReadOnlyList<TRow> Items { get; }
}
