using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Shared;

/// <summary>A format of published tables: how it is called, how it is told from others, and how it is read.</summary>
/// <remarks>
/// All that differs between formats is said here and nowhere else: commands, completion, recognition, the import of the observatory, the
/// list in docs/data/README.md and the tests go through <see cref="TableFormats"/>. How to add one: docs/how-to/add-a-table-format.md.
/// </remarks>
public interface ITableFormat
{
    /// <summary>The word by which commands, pages and programs name it: lower case, such as <c>wiod2013</c>.</summary>
    string Word { get; }

    /// <summary>Whose tables they are, such as "World Input-Output Database, release 2013".</summary>
    string Title { get; }

    /// <summary>What files a table consists of, such as "one CSV file a year".</summary>
    string Shape { get; }

    /// <summary>Title and shape in Chinese, for pages.</summary>
    string InChinese { get; }

    /// <summary>The licence or terms, as they are noted in every table that is read; as far as known.</summary>
    string Licence { get; }

    /// <summary>The page that describes it, in docs/data.</summary>
    string Page { get; }

    /// <summary>What is taken out of an archive.</summary>
    SourceParts Parts { get; }

    /// <summary>Suffixes that its files may have, lower case, with the dot.</summary>
    IReadOnlyList<string> Suffixes => Delimited;

    /// <summary>Whether one set of files may hold the tables of many countries, of which one is asked for.</summary>
    bool TakesCountry => false;

    /// <summary>Whether a file of it names other files: such a name from a stranger would be a path of theirs.</summary>
    bool NamesOtherFiles => false;

    /// <summary>What a first line looks like by which it is told from others, as a clause; null where it is not told by that.</summary>
    string? KnownBy => null;

    /// <summary>Suffixes of text in columns.</summary>
    protected static IReadOnlyList<string> Delimited { get; } = [".csv", ".txt", ".tsv"];

    /// <summary>Whether paths are of this format by their names and by what lies in their folder; no file of figures is opened.</summary>
    /// <param name="paths">Files, or a folder; at least one.</param>
    bool RecognisesFiles(IReadOnlyList<string> paths) => false;

    /// <summary>Whether the first line of the first file is of this format.</summary>
    /// <param name="header">The cells of that line.</param>
    /// <param name="files">How many files were given.</param>
    Recognition RecognisesHeader(IReadOnlyList<string> header, int files) => Recognition.None;

    /// <summary>Reads one table.</summary>
    /// <param name="source">The files and what is asked of them. Archives are unpacked before.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">A file is not there, does not fit the format, or the table does not balance.</exception>
    FlowTable Read(TableSource source, CancellationToken cancellation);
}

/// <summary>How surely a first line tells a format.</summary>
public enum Recognition
{
    /// <summary>It is another's.</summary>
    None,

    /// <summary>It is, unless another is sure.</summary>
    Likely,

    /// <summary>It is.</summary>
    Sure,
}

/// <summary>What a table of a format consists of, and so what is taken out of an archive.</summary>
public enum SourceParts
{
    /// <summary>One file; of several years in an archive, that of the year asked for.</summary>
    OneFile,

    /// <summary>Several files, whatever year is in their names.</summary>
    Files,

    /// <summary>The files of the year asked for.</summary>
    FilesOfYear,

    /// <summary>A folder, the innermost that holds more than one folder.</summary>
    Folder,
}
