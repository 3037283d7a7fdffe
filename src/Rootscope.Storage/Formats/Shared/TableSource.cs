using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Shared;

/// <summary>The files of one table and what is asked of them.</summary>
public sealed record TableSource
{
    /// <summary>The files, or the folder they are in.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The name the table is to have.</summary>
    public required string Id { get; init; }

    /// <summary>The calendar year; where null, it is taken from a file's name.</summary>
    public int? Year { get; init; }

    /// <summary>Share of output that a row or column may be off; where null, the reader's own.</summary>
    public double? Tolerance { get; init; }

    /// <summary>ISO alpha-3 code of the country to take out of files that hold many; otherwise passed over.</summary>
    public string? Country { get; init; }

    /// <summary>The one file of a format that is one file a table.</summary>
    /// <exception cref="TableException">Several are given.</exception>
    public string File =>
        Paths.Count == 1
            ? Paths[0]
            : throw new TableException(
                string.Join(", ", Paths),
                $"this layout is one file a table, and {Paths.Count} are given. Import each under a name of its own."
            );

    /// <summary>The same; workbooks and archives are named as such, before anything else is said of them.</summary>
    /// <exception cref="TableException">A file is a workbook or an archive.</exception>
    public TableSource AsText()
    {
        foreach (string path in Paths.Where(System.IO.File.Exists))
        {
            TextFile.Open(path, bufferSize: 0).Dispose();
        }

        return this;
    }
}
