using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Tables;

namespace Rootscope.Answers.Reports;

/// <summary>What a result was made from: enough to make it again.</summary>
public sealed record Provenance
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
