using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Tables;

namespace Rootscope.Answers.Reports;

/// <summary>What a result was made from: enough to make it again.</summary>
public sealed record Provenance
{
    /// <summary>The command without its output options; null where no command was given.</summary>
    public string? Command { get; init; }

    /// <summary>What the result is called where it is shown to people; null where nothing but its kind names it.</summary>
    public string? Title { get; init; }

    /// <summary>A sentence that says what it shows; null where there is none.</summary>
    public string? Sentence { get; init; }

    /// <summary>The table behind the figures, if one is.</summary>
    public FlowTable? Table { get; init; }

    /// <summary>Where the figures come from; by default the source of the table and its year.</summary>
    public string? Source
    {
        get => field ?? (Table is null ? null : $"{Table.Metadata.Source} ({Table.Metadata.Year})");
        init;
    }

    /// <summary>Under which licence or terms they stand; by default those of the table.</summary>
    public string? Licence
    {
        get => field ?? Table?.Metadata.Licence;
        init;
    }

    /// <summary>SHA-256 of what they were made from, or a hash over several; by default that of the table.</summary>
    public string? ContentHash
    {
        get => field ?? Table?.ContentHash;
        init;
    }

    /// <summary>The question that the figures answer, where it is asked of an analyst; its JSON and hash name the run.</summary>
    public Question? Question { get; init; }

    /// <summary>The other questions that the report answers, block by block after the first; empty for most.</summary>
    public IReadOnlyList<Question> Further { get; init; } = [];

    /// <summary>The steps by which the economy under study was made; empty where there is none.</summary>
    public IReadOnlyList<EconomyStep> Steps { get; init; } = [];

    /// <summary>Every option that shaped the figures, with its value as used, defaults included.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>What a reader must know to trust the figures: assumptions, clamped cells, caveats.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>A column whose money, if it holds any, is in the table's unit.</summary>
    internal Column InItsUnit(Column column) =>
        column.Unit == Column.Money && Table is { } table ? column with { Unit = table.Metadata.Unit } : column;

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
