namespace Rootscope.Storage.Workspaces;

/// <summary>Writes a file so that at any moment, a loss of power included, either all of the old one is there or all of the new one.</summary>
internal static class DurableFile
{
    private const string Unfinished = ".partial";

    /// <summary>Writes beside the target, flushes to the disk, then renames over the target.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        string temporary = path + Unfinished;
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
