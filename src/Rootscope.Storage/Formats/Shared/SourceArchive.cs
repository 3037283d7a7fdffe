using System.IO.Compression;
using System.Text;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Shared;

/// <summary>A source that was given as ZIP files, unpacked into a folder of its own for as long as it is read.</summary>
/// <remarks>
/// Nothing is written outside that folder, whatever names the archive has. An archive that is encrypted, holds another archive or a link,
/// names a file twice, claims less than it holds, or holds more than the disk has room for, is refused before or while it is unpacked, and
/// the folder is gone either way. A workbook is an archive too, and is left to what says how to save it as CSV.
/// </remarks>
internal sealed class SourceArchive : IDisposable
{
    private const int MostEntries = 100_000;

    /// <summary>
    /// Text of nothing but zeros packs about a thousand to one, tables of figures three to fifty to one: what is above this is made to fill
    /// disks.
    /// </summary>
    private const int MostExpansion = 500;

    /// <summary>Below this size expansion does no harm.</summary>
    private const long Harmless = 1L << 28;

    private const int UnixLink = 0xA000;

    private static readonly string[] Archives = [".zip", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".tgz"];

    private readonly string _folder;
    private readonly string _named;

    private SourceArchive(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        _folder = Directory.CreateTempSubdirectory("rootscope-unpacked-").FullName;
        _named = string.Join(", ", paths.Where(Is));
        try
        {
            Paths =
            [
                .. paths.Select(
                    (p, i) => Is(p) ? Unpack(p, Path.Combine(_folder, $"{i}", Path.GetFileNameWithoutExtension(p)), cancellation) : p
                ),
            ];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What was given, with a folder in the place of every archive.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Unpacks the archives among the paths; null where there are none.</summary>
    /// <exception cref="TableException">An archive cannot be used; nothing of it is left on the disk.</exception>
    public static SourceArchive? Of(IReadOnlyList<string> paths, CancellationToken cancellation) =>
        paths.Any(Is) ? new SourceArchive(paths, cancellation) : null;

    /// <summary>The one folder or the files that a format takes out of what was unpacked.</summary>
    /// <param name="parts">What a table of that format consists of.</param>
    /// <param name="year">The year that was asked for, by which one file of several is told.</param>
    /// <param name="suffixes">Suffixes of files of data.</param>
    public IReadOnlyList<string> PathsFor(SourceParts parts, int? year, IReadOnlyList<string> suffixes) =>
        parts switch
        {
            SourceParts.Folder => [.. Paths.Select(Innermost)],
            SourceParts.Files => Files(year: null, suffixes),
            SourceParts.FilesOfYear => Files(year, suffixes),
            _ => [Only(Files(year, suffixes))],
        };

    /// <summary>The same fault, told of the archive and not of the folder that will be gone.</summary>
    public TableException Told(TableException e)
    {
        string Renamed(string text) =>
            text.Replace($"{_folder}{Path.DirectorySeparatorChar}0{Path.DirectorySeparatorChar}", $"{_named}: ", StringComparison.Ordinal)
                .Replace(_folder, _named, StringComparison.Ordinal);
        return new TableException(Renamed(e.Place), e.Fault.With(Renamed), e);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It lies in the folder for temporary files, where the system clears up.
        }
    }

    /// <summary>Whether a path is a ZIP file and no workbook.</summary>
    public static bool Is(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            Span<byte> start = stackalloc byte[4];
            using (FileStream file = File.OpenRead(path))
            {
                if (
                    file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length
                    || (!start.SequenceEqual("PK\x03\x04"u8) && !start.SequenceEqual("PK\x05\x06"u8))
                )
                {
                    return false;
                }
            }

            using ZipArchive archive = ZipFile.OpenRead(path);
            return archive.GetEntry("[Content_Types].xml") is null && archive.GetEntry("mimetype") is null;
        }
        catch (InvalidDataException)
        {
            // Cut off or damaged: the unpacking says so. A workbook that is damaged has that suffix.
            return Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Unpack(string path, string folder, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var archive = new ZipArchive(
                ReadingProgress.Watch(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16)),
                ZipArchiveMode.Read,
                leaveOpen: false,
                Encoding.UTF8
            );
            ZipArchiveEntry[] entries = [.. archive.Entries.Where(e => !IsPassedOver(e))];
            Check(path, entries, folder);
            foreach (ZipArchiveEntry entry in entries)
            {
                Extract(path, entry, folder, cancellation);
            }

            return folder;
        }
        catch (InvalidDataException e)
        {
            throw new TableException(
                path,
                $"cannot be unpacked ({e.Message.TrimEnd('.')}). The download may be cut off: fetch it again, or unpack it with "
                    + $"another program and give the folder.",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new TableException(
                path,
                $"cannot be unpacked into {folder} ({e.Message.TrimEnd('.')}). Free space there, or unpack it yourself and give the "
                    + $"folder.",
                e
            );
        }
    }

    /// <summary>Folders, and what programs leave beside the data.</summary>
    private static bool IsPassedOver(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith('/')
        || entry.FullName.EndsWith('\\')
        || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || entry.Name is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    private static void Check(string path, ZipArchiveEntry[] entries, string folder)
    {
        if (entries.Length is 0 or > MostEntries)
        {
            throw new TableException(
                path,
                entries.Length == 0
                    ? "is an empty archive. Fetch it again."
                    : $"holds {entries.Length} files, which no table does. Unpack what belongs to the table, and give that folder."
            );
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (ZipArchiveEntry entry in entries)
        {
            string name = entry.FullName.Replace('\\', '/');
            string? fault =
                name.StartsWith('/')
                || name.Contains(':', StringComparison.Ordinal)
                || name.Contains('\0', StringComparison.Ordinal)
                || name.Split('/').Contains("..")
                    ? "a name that leads out of the archive's folder. It was not unpacked: get the archive from its publisher"
                : entry.IsEncrypted ? "is encrypted. Unpack it with its password and give the folder"
                : (entry.ExternalAttributes >> 16 & 0xF000) == UnixLink ? "is a link. Unpack the archive yourself and give the folder"
                : Archives.Contains(Path.GetExtension(name).ToLowerInvariant())
                    ? "is an archive itself. Unpack the outer one and give the inner one, or the folder"
                : !names.Add(name) ? "is there twice. Unpack what belongs to the table, and give that folder"
                : null;
            if (fault is not null)
            {
                throw new TableException($"{path}: {entry.FullName}", $"{fault}.");
            }
        }

        long unpacked = entries.Sum(e => e.Length);
        if (unpacked > Harmless && unpacked / MostExpansion > new FileInfo(path).Length)
        {
            throw new TableException(
                path,
                $"claims to hold {unpacked} bytes, more than {MostExpansion} times its own size: no table does. It was not unpacked."
            );
        }

        long free = new DriveInfo(folder).AvailableFreeSpace;
        if (unpacked > free)
        {
            throw new TableException(
                path,
                $"holds {unpacked} bytes, and {Path.GetTempPath()} has room for {free}. Name another folder for temporary files "
                    + $"(TMPDIR, on Windows TEMP), or unpack it yourself and give the folder."
            );
        }
    }

    private static void Extract(string path, ZipArchiveEntry entry, string folder, CancellationToken cancellation)
    {
        string target = Path.Combine(folder, entry.FullName.Replace('\\', '/').Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using Stream from = entry.Open();
        using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[1 << 17];
        long left = entry.Length;
        for (int read; (read = from.Read(buffer)) > 0; )
        {
            cancellation.ThrowIfCancellationRequested();
            left -= read;
            if (left < 0)
            {
                throw new TableException(
                    $"{path}: {entry.FullName}",
                    $"holds more than the {entry.Length} bytes it claims. The archive is damaged, or made to fill disks: get it from "
                        + $"its publisher."
                );
            }

            to.Write(buffer.AsSpan(0, read));
        }

        if (left > 0)
        {
            throw new TableException(
                $"{path}: {entry.FullName}",
                $"ends {left} bytes before its {entry.Length}. The archive is cut off: fetch it again."
            );
        }
    }

    /// <summary>The folder that holds more than one folder: many archives have one folder at the top.</summary>
    private static string Innermost(string path)
    {
        while (Directory.Exists(path) && !Directory.EnumerateFiles(path).Any() && Directory.GetDirectories(path) is [string inner])
        {
            path = inner;
        }

        return path;
    }

    /// <summary>
    /// Files of data in what was unpacked, and what was given beside it; where several years are in it, those of the year asked for.
    /// </summary>
    private string[] Files(int? year, IReadOnlyList<string> suffixes)
    {
        string[] files = [.. Paths.SelectMany(p => FilesOf(p, suffixes))];
        string[] ofYear = year is { } wanted
            ? [.. files.Where(f => SourceYear.In(f) == wanted || SourceYear.In(f, last: true) == wanted)]
            : [];
        return ofYear.Length > 0 ? ofYear
            : files.Length > 0 ? files
            : throw new TableException(
                _named,
                $"holds no file of data ({string.Join(", ", suffixes)}). Give the archive of the table, or the files themselves."
            );
    }

    private static IEnumerable<string> FilesOf(string path, IReadOnlyList<string> suffixes) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(f => IsData(f, suffixes)).Order(StringComparer.Ordinal)
            : [path];

    private string Only(string[] files) =>
        files.Length == 1
            ? files[0]
            : throw new TableException(
                _named,
                $"holds {files.Length} files that could be the table: "
                    + $"{string.Join(", ", files.Take(8).Select(Path.GetFileName))}{(files.Length > 8 ? ", …" : string.Empty)}. "
                    + $"Say which year with {Repair.Option("year")}, or unpack it and give the file."
            );

    private static bool IsData(string path, IReadOnlyList<string> suffixes) =>
        suffixes.Contains(Path.GetExtension(path).ToLowerInvariant(), StringComparer.Ordinal)
        && !Path.GetFileName(path).StartsWith("readme", StringComparison.OrdinalIgnoreCase);
}
