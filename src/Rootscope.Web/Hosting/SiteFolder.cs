using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Hosting;

/// <summary>The folder of what a site keeps: private, and what earlier versions have left readable in it made so.</summary>
internal static class SiteFolder
{
    /// <summary>What a site writes: these words begin the names of its files.</summary>
    private static readonly string[] Files = ["discussion.", "moderators.json", "probe-"];

    private static readonly string[] Folders = ["keys", "runs", "imports", "parquet", "workspace"];

    /// <summary>Makes the folder, or makes private what is there.</summary>
    /// <remarks>
    /// A folder that holds other things than a site's is not its alone: it keeps its mode, and what the site has in it is private all
    /// the same.
    /// </remarks>
    public static void Prepare(ObservatoryOptions options)
    {
        string root = options.DataFolder;
        string[] entries = Directory.Exists(root) ? [.. Directory.EnumerateFileSystemEntries(root).Select(e => Path.GetFileName(e))] : [];
        if (entries.All(IsOfASite))
        {
            PrivateFiles.CreateFolder(root);
        }

        foreach (string entry in entries.Where(e => IsOfASite(e) && e != "workspace"))
        {
            string path = Path.Combine(root, entry);
            if (Directory.Exists(path))
            {
                PrivateFiles.TightenFolder(path);
            }
            else
            {
                PrivateFiles.Tighten(path);
            }
        }

        PrivateFiles.CreateFolder(Path.Combine(root, "keys"));
    }

    private static bool IsOfASite(string entry) =>
        Folders.Contains(entry, StringComparer.Ordinal) || Array.Exists(Files, f => entry.StartsWith(f, StringComparison.Ordinal));
}
