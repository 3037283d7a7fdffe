using Rootscope.Storage.Formats.Bea;
using Rootscope.Storage.Formats.DataPackage;
using Rootscope.Storage.Formats.Eora;
using Rootscope.Storage.Formats.Exiobase;
using Rootscope.Storage.Formats.Figaro;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Gloria;
using Rootscope.Storage.Formats.Icio;
using Rootscope.Storage.Formats.Iot;
using Rootscope.Storage.Formats.Mapped;
using Rootscope.Storage.Formats.Nbs;
using Rootscope.Storage.Formats.Parquet;
using Rootscope.Storage.Formats.Pymrio;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Text;
using Rootscope.Storage.Formats.Wiod2013;
using Rootscope.Storage.Formats.Wiod2016;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats;

/// <summary>The formats of tables that can be read; reads a published table in any of them, and tells which one files are in.</summary>
public sealed class TableFormats
{
    /// <summary>Creates a list, such as the known formats and one of one's own.</summary>
    /// <param name="formats">The formats, in the order in which they are shown and tried.</param>
    /// <exception cref="ArgumentException">Two have the same word.</exception>
    public TableFormats(IEnumerable<ITableFormat> formats)
    {
        All = [.. formats];
        if (All.CountBy(f => f.Word, StringComparer.OrdinalIgnoreCase).FirstOrDefault(w => w.Value > 1) is { Key: { } twice })
        {
            throw new ArgumentException($"Two formats are called '{twice}'.", nameof(formats));
        }
    }

    /// <summary>The formats that come with the program.</summary>
    public static TableFormats Known { get; } =
        new([
            new NbsFormat(),
            new BeaFormat(),
            new Wiod2013Format(),
            new MappedFormat(),
            new DataPackageFormat(),
            new PymrioFormat(),
            new ParquetFormat(),
            new IcioFormat(),
            new IcioPartsFormat(),
            new IotFormat(),
            new Wiod2016Format(),
            new ExiobaseFormat(),
            new EoraFormat(),
            new FigaroFormat(),
            new GloriaFormat(),
        ]);

    /// <summary>Every format, in the order in which they are shown and tried.</summary>
    public IReadOnlyList<ITableFormat> All { get; }

    /// <summary>The word of every format, in the same order.</summary>
    public IEnumerable<string> Words => All.Select(f => f.Word);

    /// <summary>The suffixes that files of any format may have.</summary>
    public IReadOnlyList<string> Suffixes => [.. All.SelectMany(f => f.Suffixes).Distinct(StringComparer.Ordinal)];

    /// <summary>The format of that word, in any case of letters; null where there is none.</summary>
    public ITableFormat? Find(string word) => All.FirstOrDefault(f => string.Equals(f.Word, word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the files of one table.</summary>
    /// <param name="word">The format's word.</param>
    /// <param name="paths">One file; several, in any order, where a table is several; a folder or its files where it is a folder; or a
    /// ZIP file that holds them.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, it is taken from a file's name.</param>
    /// <param name="tolerance">Share of output that a row or column may be off; where null, the reader's own.</param>
    /// <param name="country">ISO alpha-3 code of the country to take out of files that hold the national tables of many; otherwise passed
    /// over.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="UnknownNameException">There is no such format.</exception>
    /// <exception cref="TableException">A file is not there, does not fit the format, or the table does not balance.</exception>
    public FlowTable Read(
        string word,
        IReadOnlyList<string> paths,
        string id,
        int? year = null,
        double? tolerance = null,
        string? country = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(paths);
        ITableFormat format =
            Find(word)
            ?? throw new UnknownNameException("layout", word, NearestNames.Of(word, Words), $"Layouts are {string.Join(", ", Words)}.");
        var source = new TableSource
        {
            Paths = paths,
            Id = id,
            Year = year,
            Tolerance = tolerance,
            Country = country,
        };
        using var notes = new ReadingNotes();
        using var archive = SourceArchive.Of(paths, cancellation);
        try
        {
            FlowTable table = format.Read(
                archive is null ? source : source with { Paths = archive.PathsFor(format.Parts, year, format.Suffixes) },
                cancellation
            );
            return notes.All.Count == 0
                ? table
                : table.With(table.Metadata with { Derivations = [.. table.Metadata.Derivations, .. notes.All] });
        }
        catch (TableException e) when (archive is not null)
        {
            throw archive.Told(e);
        }
    }

    /// <summary>Tells the format of files by what lies beside them, or else by their first line.</summary>
    /// <param name="paths">Files, a folder, or an archive; at least one.</param>
    /// <exception cref="TableException">They are of no format that is told by that.</exception>
    public ITableFormat Recognise(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0)
        {
            throw new ArgumentException("At least one file is needed.", nameof(paths));
        }

        using var archive = SourceArchive.Of(paths, CancellationToken.None);
        try
        {
            return RecogniseFiles(archive?.PathsFor(SourceParts.Files, year: null, Suffixes) ?? paths);
        }
        catch (TableException e) when (archive is not null)
        {
            throw archive.Told(e);
        }
    }

    /// <summary>Whether a path is something to read: a file, or a folder of a format that is told by what lies in it.</summary>
    public bool IsSource(string path) => File.Exists(path) || (Directory.Exists(path) && All.Any(f => f.RecognisesFiles([path])));

    private ITableFormat RecogniseFiles(IReadOnlyList<string> paths)
    {
        if (All.FirstOrDefault(f => f.RecognisesFiles(paths)) is { } described)
        {
            return described;
        }

        using CsvFile file = CsvFile.Open(paths[0]);
        string[] header = [.. file.Header.Select(h => h.Trim())];
        ITableFormat? Told(Recognition by) => All.FirstOrDefault(f => f.RecognisesHeader(header, paths.Count) == by);
        return Told(Recognition.Sure)
            ?? Told(Recognition.Likely)
            ?? throw new TableException(
                $"{paths[0]}, line 1",
                $"is the first line of no layout known: {string.Join(", ", All.Select(f => f.KnownBy).OfType<string>())}. "
                    + $"For others say which layout it is, with {Repair.Option("layout")}."
            );
    }
}
