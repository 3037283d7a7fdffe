using Rootscope.Answers;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Pictures;
using Rootscope.Tables;

namespace Rootscope.Cli.Output;

/// <summary>What a command has found: columns, rows, what it was made from, and a sentence or two about it.</summary>
internal sealed record Report
{
    /// <summary>What kind of result it is, such as "roots" or "accounts"; described in docs/schema.</summary>
    public required string Kind { get; init; }

    /// <summary>The columns in order.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The rows: string, double, int, long, bool or null in the order of the columns. No NaN and no infinity.</summary>
    public required IReadOnlyList<object?[]> Rows { get; init; }

    /// <summary>What the figures were made from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Where set, output for people has one table for each value of the first column, with the columns that it uses.</summary>
    public bool IsGrouped { get; init; }

    /// <summary>The tables that people see where rows as data would not read well; null for tables made of the rows.</summary>
    public IReadOnlyList<Section>? ForPeople { get; init; }

    /// <summary>The tables that people see: headings, styles and rows.</summary>
    public IEnumerable<Section> Sections()
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
            );
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

    /// <summary>The result as a picture, where it can be drawn; the command then says that it draws.</summary>
    public Picture? Picture { get; init; }

    /// <summary>Sentences for people, printed under a table: what the top row means, what was clamped. Not part of data formats.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>One table for people.</summary>
/// <param name="Title">Its title, if the report has several.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, in the order of the columns.</param>
internal sealed record Section(string? Title, IReadOnlyList<Column> Columns, IReadOnlyList<object?[]> Rows);

/// <summary>What a result was made from: enough to make it again.</summary>
internal sealed record Provenance
{
    /// <summary>The command without its output options.</summary>
    public required string Command { get; init; }

    /// <summary>The table behind the figures, if one is.</summary>
    public FlowTable? Table { get; init; }

    /// <summary>The question that the figures answer, where it is asked of an analyst; its JSON and hash name the run.</summary>
    public Question? Question { get; init; }

    /// <summary>The steps by which the economy under study was made; empty where there is none.</summary>
    public IReadOnlyList<EconomyStep> Steps { get; init; } = [];

    /// <summary>Every option that shaped the figures, with its value as used, defaults included.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>What a reader must know to trust the figures: assumptions, clamped cells, caveats.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>One line for people.</summary>
    public string ToLine()
    {
        string options = string.Join(" ", Options.Select(o => $"{o.Key}={Shown(o.Value)}"));
        string table = Table is null
            ? string.Empty
            : $"{Table.Metadata.Id} ({Table.Metadata.Title}; {Table.Metadata.Source}; money in {Table.Metadata.Unit}; licence: "
                + $"{Table.Metadata.Licence}; {Table.ContentHash[..12]}) ";
        return $"Provenance: {table}{options}{(options.Length > 0 ? " " : string.Empty)}rootscope {EngineVersion.Text}";
    }

    /// <summary>People tell hashes apart by their beginning.</summary>
    private static string Shown(string value) => value.Length == 64 && value.All(char.IsAsciiHexDigitLower) ? value[..12] : value;
}
