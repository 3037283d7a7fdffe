using System.Text.Json.Nodes;
using Rootscope.Answers.Pictures;

namespace Rootscope.Web.Figures;

/// <summary>
/// A picture of data with everything that a reader needs to trust it: a report with units, source, licence and a sentence, and the
/// drawing of it.
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

    /// <summary>
    /// The data with title, sentence, source, licence and hash: what the table under the drawing and the files of data are written from.
    /// Headings are in the page's language.
    /// </summary>
    public required Report Report { get; init; }

    /// <summary>Its title, also its accessible name.</summary>
    public string Title => Report.Provenance.Title ?? Id;

    /// <summary>A sentence that says what it shows.</summary>
    public string Sentence => Report.Provenance.Sentence ?? string.Empty;

    /// <summary>A line under the drawing that says how to read it; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>The addresses of rows that have a page; null where none has.</summary>
    public IReadOnlyList<string?>? Links { get; init; }

    /// <summary>What the chart library draws in the browser; null where the figure was drawn here.</summary>
    public JsonObject? Option { get; init; }

    /// <summary>Draws it here for one room, as files have it too; null where the chart library draws.</summary>
    internal Func<SheetFormat, Sheet>? Sheet { get; init; }
}
