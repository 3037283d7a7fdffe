using System.IO.Compression;
using System.Text;
using DuckDB.NET.Data;
using Rootscope.Tables;

namespace Rootscope.Storage.Export;

/// <summary>Writes a table in forms that other programs read, with its source, licence and citation.</summary>
/// <remarks>
/// Every figure reads back to the same bits. Figures that may not be passed on are left out (<see cref="RedistributionTerms"/>). Either all
/// of an export is there afterwards, or nothing: it is written under another name and renamed. The same table gives the same bytes.
/// </remarks>
public static class TableExport
{
    private const string Readme = "README.md";

    /// <summary>The time of every entry of a ZIP file: the earliest it knows, so that the same table gives the same bytes.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="target">The folder (CSV, pymrio), which must not exist or be empty, or the file, which is replaced.</param>
    /// <param name="format">The form.</param>
    /// <param name="rightsConfirmed">Whether the user states that they hold the right to the figures, where the terms leave that
    /// open.</param>
    /// <param name="cancellation">Stops between rows; nothing is left then.</param>
    /// <exception cref="TableException">The target cannot be written, is a folder that is not empty, or the form has no room for a table
    /// without figures.</exception>
    public static ExportResult Write(
        FlowTable table,
        string target,
        ExportFormat format,
        bool rightsConfirmed = false,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrWhiteSpace(target);
        RedistributionTerms terms = RedistributionTerms.Of(table.Metadata);
        bool withFigures = terms.IsAllowed || (rightsConfirmed && terms.MayBeConfirmed);
        try
        {
            IReadOnlyList<string> files = format switch
            {
                ExportFormat.Csv => ToFolder(
                    table,
                    target,
                    terms,
                    withFigures,
                    open => CsvPackage.Write(table, withFigures, open, cancellation)
                ),
                ExportFormat.Pymrio => ToFolder(
                    table,
                    target,
                    terms,
                    withFigures,
                    open => PymrioFolder.Write(table, RequireFigures(terms, withFigures, format, open), cancellation)
                ),
                ExportFormat.Zip => ToFile(target, path => ToZip(table, path, terms, withFigures, cancellation)),
                ExportFormat.Parquet => ToFile(
                    target,
                    RequireFigures<Action<string>>(terms, withFigures, format, path => ParquetTable.Write(table, path, cancellation))
                ),
                _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such form."),
            };
            return new ExportResult(target, files, withFigures, terms);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DuckDBException)
        {
            throw new TableException(
                target,
                $"cannot be written ({e.Message.Split('\n')[0].TrimEnd('.')}). Free space or rights there, or name another place.",
                e
            );
        }
    }

    private static T RequireFigures<T>(RedistributionTerms terms, bool withFigures, ExportFormat format, T write) =>
        withFigures
            ? write
            : throw new TableException(
                $"export as {format.ToString().ToLowerInvariant()}",
                terms.MayBeConfirmed
                    ? FaultText.Of($"{FiguresOnly(terms)}, or add {Repair.Option("rightsConfirmed")} if you hold the right to the figures.")
                    : FaultText.Of($"{FiguresOnly(terms)}.")
            );

    private static string FiguresOnly(RedistributionTerms terms) =>
        $"{terms.Reason} This form is nothing but figures, so nothing was written. Export the description alone as zip or csv";

    private static List<string> ToFolder(
        FlowTable table,
        string target,
        RedistributionTerms terms,
        bool withFigures,
        Action<Func<string, Stream>> write
    )
    {
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new TableException(target, "is there already and not empty. Name a folder that does not exist yet.");
        }

        string unfinished = folder + ".partial";
        DeleteFolder(unfinished);
        var files = new List<string>();
        try
        {
            Directory.CreateDirectory(unfinished);
            write(name =>
            {
                files.Add(name);
                string path = Path.Combine(unfinished, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                return File.Create(path);
            });
            File.WriteAllText(Path.Combine(unfinished, Readme), ExportTexts.Readme(table, terms, withFigures));
            files.Add(Readme);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }

            Directory.Move(unfinished, folder);
        }
        catch
        {
            DeleteFolder(unfinished);
            throw;
        }

        return files;
    }

    private static IReadOnlyList<string> ToFile(string target, Action<string> write)
    {
        string unfinished = Path.GetFullPath(target) + ".partial";
        try
        {
            write(unfinished);
            File.Move(unfinished, target, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        return [Path.GetFileName(target)];
    }

    private static void ToZip(FlowTable table, string path, RedistributionTerms terms, bool withFigures, CancellationToken cancellation)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Stream Open(string name)
        {
            ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = EntryTime;
            return entry.Open();
        }

        void Text(string name, string text)
        {
            using Stream stream = Open(name);
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        Text(Readme, ExportTexts.Readme(table, terms, withFigures));
        Text("LICENCE.md", ExportTexts.Licence(table, terms));
        Text("CITATION.md", ExportTexts.Citation(table));
        CsvPackage.Write(table, withFigures, Open, cancellation);
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
