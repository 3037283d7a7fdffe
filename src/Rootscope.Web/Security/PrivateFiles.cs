namespace Rootscope.Web.Security;

/// <summary>
/// Files and folders that their owner alone reads: 0600 and 0700, from the moment that they are there. On Windows they have what the folder
/// above passes on.
/// </summary>
internal static class PrivateFiles
{
    private const UnixFileMode OfFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolders = OfFiles | UnixFileMode.UserExecute;

    /// <summary>Makes a folder; one that is there already becomes private.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OfFolders);
        File.SetUnixFileMode(path, OfFolders);
    }

    /// <summary>How a file is opened so that, if it is made, it is private.</summary>
    public static FileStreamOptions Opening(FileMode mode, FileShare share = FileShare.None)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OfFiles;
        }

        return options;
    }

    /// <summary>Writes a file whole, over one that may be there: readers find the old content or the new, also after a power cut.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        string pending = path + ".new";
        File.Delete(pending);
        using (var file = new FileStream(pending, Opening(FileMode.CreateNew)))
        {
            write(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(pending, path, overwrite: true);
    }

    /// <summary>Makes a file private that another program's code has written; nothing where there is none.</summary>
    public static void Tighten(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            File.SetUnixFileMode(path, OfFiles);
        }
    }

    /// <summary>Makes a folder and all that is in it private.</summary>
    public static void TightenFolder(string path)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(path))
        {
            return;
        }

        File.SetUnixFileMode(path, OfFolders);
        foreach (string file in Directory.EnumerateFiles(path))
        {
            Tighten(file);
        }

        foreach (string folder in Directory.EnumerateDirectories(path).Where(f => new DirectoryInfo(f).LinkTarget is null))
        {
            TightenFolder(folder);
        }
    }
}
