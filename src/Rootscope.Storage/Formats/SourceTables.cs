using Rootscope.Storage.Formats.Bea;
using Rootscope.Storage.Formats.DataPackage;
using Rootscope.Storage.Formats.Eora;
using Rootscope.Storage.Formats.Exiobase;
using Rootscope.Storage.Formats.Figaro;
using Rootscope.Storage.Formats.Gloria;
using Rootscope.Storage.Formats.Icio;
using Rootscope.Storage.Formats.Iot;
using Rootscope.Storage.Formats.Mapped;
using Rootscope.Storage.Formats.Nbs;
using Rootscope.Storage.Formats.Parquet;
using Rootscope.Storage.Formats.Pymrio;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Wiod2013;
using Rootscope.Storage.Formats.Wiod2016;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats;

/// <summary>Reads a published table in any of the layouts known.</summary>
public static class SourceTables
{
    /// <summary>Reads the files of one table.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="paths">One file; three in the layout of the BEA, in any order; a folder or its files where the layout is a folder; or a
    /// ZIP file that holds them.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, it is taken from a file's name.</param>
    /// <param name="tolerance">Share of output that a row or column may be off; where null, the reader's own.</param>
    /// <param name="country">ISO alpha-3 code of the country to take out of files that hold the national tables of many; otherwise passed
    /// over.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">A file is not there, does not fit the layout, or the table does not balance.</exception>
    public static FlowTable Read(
        SourceLayout layout,
        IReadOnlyList<string> paths,
        string id,
        int? year = null,
        double? tolerance = null,
        string? country = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(paths);
        using var archive = SourceArchive.Of(paths, cancellation);
        try
        {
            return ReadFiles(layout, archive?.PathsFor(layout, year) ?? paths, id, year, tolerance, country, cancellation);
        }
        catch (TableException e) when (archive is not null)
        {
            throw archive.Told(e);
        }
    }

    private static FlowTable ReadFiles(
        SourceLayout layout,
        IReadOnlyList<string> paths,
        string id,
        int? year,
        double? tolerance,
        string? country,
        CancellationToken cancellation
    ) =>
        layout switch
        {
            SourceLayout.Nbs => NbsReader.Read(Single(paths), id, year, tolerance ?? NbsReader.DefaultTolerance, cancellation),
            SourceLayout.Bea => BeaReader.Read(paths, id, year, tolerance ?? BeaReader.DefaultTolerance, cancellation),
            SourceLayout.Wiod2013 => WiodReader.Read(Single(paths), id, year, tolerance ?? WiodReader.DefaultTolerance, cancellation),
            SourceLayout.Mapped => MappedReader.Read(NoWorkbooks(paths), id, year, tolerance, cancellation),
            SourceLayout.DataPackage => DataPackageReader.Read(Single(NoWorkbooks(paths)), id, year, tolerance, cancellation),
            SourceLayout.Pymrio => PymrioReader.Read(Single(NoWorkbooks(paths)), id, year, tolerance, cancellation),
            SourceLayout.Icio or SourceLayout.IcioParts => IcioReader.Read(
                Single(paths),
                id,
                year,
                tolerance ?? IcioReader.DefaultTolerance,
                layout is SourceLayout.IcioParts,
                cancellation
            ),
            SourceLayout.Iot => IotReader.Read(Single(paths), id, year, tolerance ?? IotReader.DefaultTolerance, cancellation),
            SourceLayout.Wiod2016 => Wiod2016Reader.Read(
                paths,
                id,
                year,
                country,
                tolerance ?? Wiod2016Reader.DefaultTolerance,
                cancellation
            ),
            SourceLayout.Exiobase3 => ExiobaseReader.Read(paths, id, year, tolerance ?? ExiobaseReader.DefaultTolerance, cancellation),
            SourceLayout.Eora26 => EoraReader.Read(paths, id, year, cancellation),
            SourceLayout.Figaro => FigaroReader.Read(Single(paths), id, year, cancellation),
            SourceLayout.Gloria => GloriaReader.Read(paths, id, year, cancellation),
            SourceLayout.Parquet => ExportedParquet.Read(Single(NoWorkbooks(paths)), id, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(layout), layout, "There is no reader for it."),
        };

    /// <summary>Tells the layout of files by their first line.</summary>
    /// <exception cref="TableException">The first line is that of no layout known.</exception>
    public static SourceLayout LayoutOf(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0)
        {
            throw new ArgumentException("At least one file is needed.", nameof(paths));
        }

        using var archive = SourceArchive.Of(paths, CancellationToken.None);
        try
        {
            return LayoutOfFiles(archive?.PathsFor(SourceLayout.Mapped, year: null) ?? paths);
        }
        catch (TableException e) when (archive is not null)
        {
            throw archive.Told(e);
        }
    }

    private static SourceLayout LayoutOfFiles(IReadOnlyList<string> paths)
    {
        if (Described(paths) is { } described)
        {
            return described;
        }

        using CsvFile file = CsvFile.Open(paths[0]);
        if (file.Find("TIU") >= 0 && file.Find("GO") >= 0)
        {
            return SourceLayout.Nbs;
        }

        if (file.Find("OUTPUT") >= 0)
        {
            return SourceLayout.Wiod2013;
        }

        return paths.Count > 1 || file.Header.Any(BeaCodes.IsTotal)
            ? SourceLayout.Bea
            : throw new TableException(
                $"{paths[0]}, line 1",
                "is the first line of no layout known: NBS has columns TIU and GO, WIOD 2013 has OUTPUT, BEA comes as Use, Make and "
                    + "Import. For others say which layout it is (--layout)."
            );
    }

    /// <summary>Whether a path is something to read: a file, or a folder whose description tells its layout.</summary>
    public static bool IsSource(string path) => File.Exists(path) || (Directory.Exists(path) && Described([path]) is not null);

    /// <summary>Layouts that a description beside the figures tells: a mapping, a data package, a folder of pymrio.</summary>
    private static SourceLayout? Described(IReadOnlyList<string> paths) =>
        paths.Any(p => Path.GetExtension(p).ToLowerInvariant() is ".yaml" or ".yml") ? SourceLayout.Mapped
        : Path.GetFileName(paths[0]) is DataPackageReader.FileName || File.Exists(Path.Combine(paths[0], DataPackageReader.FileName))
            ? SourceLayout.DataPackage
        : paths.Select(Path.GetFileName).Contains(DataPackageReader.FileName) ? SourceLayout.DataPackage
        : paths.Select(Path.GetFileName).Contains(PymrioFolder.FileName) ? SourceLayout.Pymrio
        : ExportedParquet.Is(paths[0]) ? SourceLayout.Parquet
        : PymrioFolder.Is(paths[0]) || Path.GetFileName(paths[0]) is PymrioFolder.FileName ? SourceLayout.Pymrio
        : null;

    /// <summary>Workbooks and archives are named as such, before anything else is said of them.</summary>
    private static IReadOnlyList<string> NoWorkbooks(IReadOnlyList<string> paths)
    {
        foreach (string path in paths.Where(File.Exists))
        {
            TextFile.Open(path, bufferSize: 0).Dispose();
        }

        return paths;
    }

    private static string Single(IReadOnlyList<string> paths) =>
        paths.Count == 1
            ? paths[0]
            : throw new TableException(
                string.Join(", ", paths),
                $"this layout is one file a table, and {paths.Count} are given. Import each under a name of its own."
            );
}
