using System.Text.Json.Nodes;

namespace Rootscope.Web.Figures;

/// <summary>A column of a figure's data.</summary>
/// <param name="Name">Its name in data formats, camelCase.</param>
/// <param name="Heading">What stands above it in the page's language.</param>
/// <param name="Unit">What its numbers are measured in on pages; empty for words, <see cref="Percent"/> for shares.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
public sealed record FigureColumn(string Name, string Heading, string Unit, string Meaning)
{
    /// <summary>The unit of a share, which pages and axes show in percent and data formats leave as it is.</summary>
    public const string Percent = "%";

    /// <summary>Whether its numbers are shares.</summary>
    public bool IsShare => Unit == Percent;

    /// <summary>What its numbers are measured in, in data formats.</summary>
    public string DataUnit => IsShare ? "share" : Unit;

    /// <summary>A value as pages show it.</summary>
    public object? Shown(object? value) => IsShare && value is double share ? share * 100 : value;
}

/// <summary>
/// A picture of data with everything that a reader needs to trust it: units, source, licence, a sentence and the data itself.
/// </summary>
public sealed record Figure
{
    /// <summary>The figure's word in addresses.</summary>
    public required string Id { get; init; }

    /// <summary>Where its data lie, without a suffix.</summary>
    public string Address
    {
        get => field ?? $"/figures/{Id}";
        init;
    }

    /// <summary>Words that its address needs beside the page's state; most need none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Its title, also its accessible name.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence that says what it shows.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where the data come from, with the year.</summary>
    public required string Source { get; init; }

    /// <summary>Under which licence they stand.</summary>
    public required string Licence { get; init; }

    /// <summary>The columns of the data.</summary>
    public required IReadOnlyList<FigureColumn> Columns { get; init; }

    /// <summary>
    /// The data: string, double, int, bool or null in the order of the columns, shares as shares. No NaN and no infinity.
    /// </summary>
    public required IReadOnlyList<object?[]> Rows { get; init; }

    /// <summary>The addresses of rows that have a page; null where none has.</summary>
    public IReadOnlyList<string?>? Links { get; init; }

    /// <summary>What the chart library draws.</summary>
    public required JsonObject Option { get; init; }

    /// <summary>Hash of what the figure was made from.</summary>
    public required string ContentHash { get; init; }
}
