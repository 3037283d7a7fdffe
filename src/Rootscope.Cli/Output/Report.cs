using Rootscope.Tables;

namespace Rootscope.Cli.Output;

/// <summary>What a command has found: columns, rows, what it was made from, and a sentence or two about it.</summary>
internal sealed record Report
{
    /// <summary>What kind of result it is, such as "roots" or "accounts"; the name of its page in docs/schema.</summary>
    public required string Kind { get; init; }

    /// <summary>The columns in order.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The rows: string, double, int, long, bool or null in the order of the columns. No NaN and no infinity.</summary>
    public required IReadOnlyList<object?[]> Rows { get; init; }

    /// <summary>What the figures were made from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Sentences for people, printed under a table: what the top row means, what was clamped. Not part of data formats.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>What a result was made from: enough to make it again.</summary>
internal sealed record Provenance
{
    /// <summary>The command without its output options.</summary>
    public required string Command { get; init; }

    /// <summary>The table behind the figures, if one is.</summary>
    public FlowTable? Table { get; init; }

    /// <summary>Every option that shaped the figures, with its value as used, defaults included.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>What a reader must know to trust the figures: assumptions, clamped cells, caveats.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>One line for people.</summary>
    public string ToLine()
    {
        string options = string.Join(" ", Options.Select(o => $"{o.Key}={o.Value}"));
        string table = Table is null
            ? string.Empty
            : $"{Table.Metadata.Id} ({Table.Metadata.Title}; {Table.Metadata.Source}; licence: {Table.Metadata.Licence}; {Table.ContentHash[..12]}) ";
        return $"Provenance: {table}{options}{(options.Length > 0 ? " " : string.Empty)}rootscope {EngineVersion.Text}";
    }
}
