using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Files;

/// <summary>The files of a source that comes as several: given one by one, or as the folder they are in.</summary>
internal sealed class SourceFiles
{
    private readonly IReadOnlyList<string> _given;
    private readonly List<string> _files = [];

    /// <summary>Lists the files; folders are looked through with their subfolders.</summary>
    /// <exception cref="TableException">A path is neither file nor folder, or a folder cannot be read.</exception>
    public SourceFiles(IReadOnlyList<string> paths)
    {
        _given = paths;
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                _files.AddRange(In(path));
            }
            else if (File.Exists(path))
            {
                _files.Add(path);
            }
            else
            {
                throw new TableException(path, "there is no such file or folder. Check the path.");
            }
        }
    }

    /// <summary>What was given, for messages.</summary>
    public string Place => string.Join(", ", _given);

    /// <summary>All files, those of folders in order of their names.</summary>
    public IReadOnlyList<string> All => _files;

    /// <summary>The one file that fits, or null.</summary>
    /// <param name="fits">Whether a file's name, in lower case, is the one.</param>
    /// <exception cref="TableException">Several fit.</exception>
    public string? Find(Func<string, bool> fits)
    {
        string[] found = [.. _files.Where(f => fits(Path.GetFileName(f).ToLowerInvariant()))];
        return found.Length <= 1
            ? found.FirstOrDefault()
            : throw new TableException(
                Place,
                $"{found.Length} files fit ({string.Join(", ", found.Take(4))}). Give the files of one table, or a folder that holds "
                    + $"those alone."
            );
    }

    /// <summary>The one file that fits.</summary>
    /// <exception cref="TableException">None or several fit.</exception>
    public string Require(Func<string, bool> fits, string expected) =>
        Find(fits) ?? throw new TableException(Place, $"there is no file {expected}. Give the folder that holds the files, or name them.");

    /// <summary>The file of that name whose folder has that name, or null.</summary>
    public string? FindIn(string folder, string name) =>
        _files.Find(f =>
            string.Equals(Path.GetFileName(f), name, StringComparison.OrdinalIgnoreCase)
            && string.Equals(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(f))), folder, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>
    /// The year given, else the last four digits alone in the name of what was given, of a file, or of the folder that holds one.
    /// </summary>
    /// <exception cref="TableException">None tells the year.</exception>
    public int Year(int? given)
    {
        IEnumerable<string> names = _given
            .Concat(_files)
            .Concat(_files.Select(f => Path.GetDirectoryName(Path.GetFullPath(f)) ?? string.Empty));
        return given
            ?? names.Select(n => SourceYear.In(Path.TrimEndingDirectorySeparator(n), last: true)).FirstOrDefault(y => y is not null)
            ?? SourceYear.Of(Place, null);
    }

    private static IEnumerable<string> In(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TableException(folder, $"cannot be read ({e.Message}). Check that you may read the folder.", e);
        }
    }
}
