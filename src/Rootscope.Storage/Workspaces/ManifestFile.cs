using System.Text.Json;
using Rootscope.Tables;

namespace Rootscope.Storage.Workspaces;

/// <summary>The list of a workspace of the first version, <c>manifest.json</c>, which the database takes the place of.</summary>
internal sealed class ManifestFile(string folder)
{
    private readonly string _path = Path.Combine(folder, "manifest.json");

    /// <summary>Reads the list; null where there is none.</summary>
    /// <exception cref="TableException">It is damaged, or of a version that nobody knows.</exception>
    public WorkspaceManifest? Read()
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(_path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Where a file stands in place of the folder, there is no list either; writing to it will tell.
            return Directory.Exists(folder)
                ? throw new TableException(
                    _path,
                    $"cannot be read ({e.Message}). Give the user rights on it, or "
                        + $"name another workspace with {Repair.Option("workspace")}.",
                    e
                )
                : null;
        }

        try
        {
            WorkspaceManifest? manifest = JsonSerializer.Deserialize(bytes, WorkspaceManifestJson.Default.WorkspaceManifest);
            return manifest?.Format == WorkspaceManifest.CurrentFormat
                ? manifest
                : throw new TableException(
                    _path,
                    $"is of the format '{manifest?.Format}', and this version of Rootscope reads '{WorkspaceManifest.CurrentFormat}'. "
                        + $"Use the version that wrote it, or name another workspace with {Repair.Option("workspace")}."
                );
        }
        catch (JsonException e)
        {
            throw new TableException(_path, $"is damaged ({e.Message}). Move the file away and import the tables again.", e);
        }
    }

    /// <summary>Keeps the list as a backup, once the database has everything in it.</summary>
    public void Retire()
    {
        if (File.Exists(_path))
        {
            File.Move(_path, _path + ".old", overwrite: true);
        }
    }
}
