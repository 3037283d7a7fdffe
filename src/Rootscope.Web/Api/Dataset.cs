using System.Security.Cryptography;
using System.Text;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Tables;

namespace Rootscope.Web.Api;

/// <summary>What kind of value a column holds.</summary>
internal enum ColumnKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number with a fraction.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>Yes or no.</summary>
    Flag,
}

/// <summary>A column of a resource.</summary>
/// <param name="Name">Its name, camelCase, stable.</param>
/// <param name="Kind">What its values are; any may be null.</param>
/// <param name="Unit">What its numbers are measured in; empty for words, "table" for the unit of the table in question.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
internal sealed record ResourceColumn(string Name, ColumnKind Kind, string Unit, string Meaning);

/// <summary>Rows with everything that a reader needs to trust and to find them again.</summary>
internal sealed record Dataset
{
    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <summary>Under which licence they stand.</summary>
    public required string Licence { get; init; }

    /// <summary>The unit of money; empty where there is none.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>SHA-256 of what the figures were made from; null stands for the rows themselves.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The question that the figures answer; null where they answer none.</summary>
    public Question? Question { get; init; }

    /// <summary>The steps by which the economy was made; empty where there is none.</summary>
    public IReadOnlyList<EconomyStep> Steps { get; init; } = [];

    /// <summary>What a reader must know to trust the figures.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>String, double, int, bool or null in the order of the columns. No NaN and no infinity.</summary>
    public required IReadOnlyList<object?[]> Rows { get; init; }

    /// <summary>A dataset of figures that were made from one table.</summary>
    public static Dataset Of(FlowTable table, IReadOnlyList<object?[]> rows, params IReadOnlyList<string> notes) =>
        new()
        {
            Source = $"{table.Metadata.Source} ({table.Metadata.Year})",
            Licence = table.Metadata.Licence,
            Unit = table.Metadata.Unit,
            ContentHash = table.ContentHash,
            Notes = notes,
            Rows = rows,
        };

    /// <summary>The hash that an answer carries.</summary>
    public string HashOf(IReadOnlyList<ResourceColumn> columns) =>
        ContentHash ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DatasetText.Csv(columns, Rows))));
}
