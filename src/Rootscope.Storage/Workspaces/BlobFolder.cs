using System.Buffers;

namespace Rootscope.Storage.Workspaces;

/// <summary>The folder of a workspace that holds figures: one file each, named by the SHA-256 of its bytes.</summary>
internal sealed class BlobFolder(string folder)
{
    private const string Unfinished = ".partial";

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    private static int _count;

    public string PathOf(string hash) => Path.Combine(folder, hash);

    /// <summary>Begins a file under a name that nothing refers to.</summary>
    /// <remarks>
    /// The file stays open and unshared until it is kept, by which <see cref="Sweep"/> knows that somebody is still at it.
    /// </remarks>
    public PendingBlob Begin()
    {
        Directory.CreateDirectory(folder);
        for (int tries = 0; ; tries++)
        {
            string path = Path.Combine(folder, $"{Environment.ProcessId}-{Interlocked.Increment(ref _count)}{Unfinished}");
            try
            {
                return new PendingBlob(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16), this);
            }
            catch (IOException) when (tries < 10 && File.Exists(path))
            {
                // Left by a process that had this number before; the next name is free.
            }
        }
    }

    /// <summary>Opens a file for reading; null where there is none.</summary>
    public FileStream? Open(string hash)
    {
        try
        {
            return new FileStream(
                PathOf(hash),
                new FileStreamOptions
                {
                    Share = FileShare.Read | FileShare.Delete,
                    BufferSize = 0,
                    Options = FileOptions.SequentialScan,
                }
            );
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Deletes what nothing refers to: files of imports that were broken off, of replaced tables, of dropped results.</summary>
    /// <remarks>To be called by the one that may write. What somebody still holds open stays until the next time.</remarks>
    public void Sweep(IReadOnlySet<string> kept)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (
            string path in Directory.EnumerateFiles(folder).Where(p => !kept.Contains(Path.GetFileName(p)) && IsOurs(Path.GetFileName(p)))
        )
        {
            try
            {
                using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                    // Nobody else has it open.
                }

                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It is harmless where it lies.
            }
        }
    }

    /// <summary>Whether a file's name is one that this class gives: a stranger's file is left alone.</summary>
    private static bool IsOurs(string name) =>
        name.EndsWith(Unfinished, StringComparison.Ordinal) || (name.Length == 64 && name.AsSpan().IndexOfAnyExcept(Hexadecimal) < 0);
}
