namespace Rootscope.Catalogue;

/// <summary>One row of a catalogue file as text, with its place.</summary>
/// <param name="Line">Its line in the file; the header is line 1.</param>
/// <param name="Cells">The cells in the order of <see cref="CatalogueFile.Columns"/>, trimmed; the last ones may be left out.</param>
public sealed record CatalogueRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>The cell of a column by its number; empty where the row ends before it.</summary>
    internal string At(int column) => column < Cells.Count ? Cells[column] : string.Empty;
}

/// <summary>One catalogue file as text: read, but neither checked nor understood.</summary>
/// <param name="File">The file and its columns.</param>
/// <param name="Place">Its path, or how messages shall name it.</param>
/// <param name="Rows">Its rows, without the header.</param>
public sealed record CatalogueSheet(CatalogueFile File, string Place, IReadOnlyList<CatalogueRow> Rows)
{
    /// <summary>The cell of a row in a column.</summary>
    public string Cell(CatalogueRow row, string column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.At(File.IndexOf(column));
    }
}

/// <summary>The five files of a catalogue as text.</summary>
public sealed record CatalogueSheets
{
    /// <summary>The areas.</summary>
    public required CatalogueSheet Areas { get; init; }

    /// <summary>The technologies.</summary>
    public required CatalogueSheet Technologies { get; init; }

    /// <summary>The classes that hold them.</summary>
    public required CatalogueSheet Codes { get; init; }

    /// <summary>Which is an input to which.</summary>
    public required CatalogueSheet Links { get; init; }

    /// <summary>The claims.</summary>
    public required CatalogueSheet Evidence { get; init; }

    /// <summary>All five, in the order of <see cref="CatalogueSchema.Files"/>.</summary>
    public IReadOnlyList<CatalogueSheet> All => [Areas, Technologies, Codes, Links, Evidence];
}

/// <summary>A fault of a catalogue: where, what, and how to repair it.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Line">The line; the header is line 1.</param>
/// <param name="Column">The column; empty where the fault is the whole row's.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Repair">What to do about it.</param>
public sealed record CatalogueFinding(string File, int Line, string Column, string Fault, string Repair);

/// <summary>What a check of a catalogue found.</summary>
/// <param name="Findings">The faults, in the order of files and lines; empty where the catalogue is sound.</param>
/// <param name="Notes">What the check could not verify, and what is allowed but worth knowing; whole sentences.</param>
public sealed record CatalogueCheckResult(IReadOnlyList<CatalogueFinding> Findings, IReadOnlyList<string> Notes);
