using System.Security.Cryptography;
using System.Text.Json;
using Rootscope.Storage.Codec;
using Rootscope.Tables;

namespace Rootscope.Storage.Workspaces;

/// <summary>A workspace in a folder: <c>manifest.json</c>, and one file a table under <c>blobs/</c>, named by the SHA-256 of its bytes.</summary>
/// <remarks>
/// A table is written first and listed then, each by a rename, so a reader sees the old state or the new one and an interrupted import leaves
/// at most a file that nothing lists. One process writes at a time, behind the file <c>lock</c>; reading needs no lock. Nothing is created before
/// the first table is added.
/// </remarks>
public sealed class FolderWorkspace : ITableStore
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    private readonly string _manifestPath;
    private readonly string _blobs;

    /// <summary>Names the folder; it need not exist yet.</summary>
    public FolderWorkspace(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Place = Path.GetFullPath(folder);
        _manifestPath = Path.Combine(Place, "manifest.json");
        _blobs = Path.Combine(Place, "blobs");
    }

    /// <inheritdoc/>
    public string Place { get; }

    /// <inheritdoc/>
    public IReadOnlyList<TableSummary> List() => [.. ReadManifest().Tables.Select(t => t.About)];

    /// <inheritdoc/>
    public FlowTable? Find(string name) => ReadManifest().Find(name) is { } entry ? ReadBlob(entry) : null;

    /// <inheritdoc/>
    public void Put(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        byte[] bytes = Encode(table);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        try
        {
            Directory.CreateDirectory(_blobs);
            using FileStream alone = Lock();
            WorkspaceManifest manifest = ReadManifest().With(new WorkspaceEntry(TableSummary.Of(table), hash));
            DurableFile.Write(Path.Combine(_blobs, hash), bytes);
            DurableFile.Write(_manifestPath, JsonSerializer.SerializeToUtf8Bytes(manifest, WorkspaceManifestJson.Default.WorkspaceManifest));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TableException($"workspace {Place}", $"the table '{table.Metadata.Id}' cannot be written ({e.Message}). "
                + "Free space or rights on that folder, or name another with --workspace.", e);
        }
    }

    // Whole figures, as in published tables, take a step of 1; the parts of a table that are not whole keep every bit.
    private static byte[] Encode(FlowTable table)
    {
        using var stream = new MemoryStream();
        TableCodec.Write(table, stream, step: 1);
        return stream.ToArray();
    }

    private WorkspaceManifest ReadManifest()
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(_manifestPath);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return WorkspaceManifest.Empty;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TableException(_manifestPath, $"cannot be read ({e.Message}). Give the user rights on it, or name another workspace with --workspace.", e);
        }

        try
        {
            WorkspaceManifest? manifest = JsonSerializer.Deserialize(bytes, WorkspaceManifestJson.Default.WorkspaceManifest);
            return manifest?.Format == WorkspaceManifest.CurrentFormat
                ? manifest
                : throw new TableException(_manifestPath, $"is of the format '{manifest?.Format}', and this version of Rootscope reads '{WorkspaceManifest.CurrentFormat}'. "
                    + "Use the version that wrote it, or name another workspace with --workspace.");
        }
        catch (JsonException e)
        {
            throw new TableException(_manifestPath, $"is damaged ({e.Message}). Move the file away and import the tables again.", e);
        }
    }

    private FlowTable ReadBlob(WorkspaceEntry entry)
    {
        string path = Path.Combine(_blobs, entry.Blob);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TableException(path, $"the table '{entry.About.Name}' cannot be read ({e.Message}). Import its source again with 'rootscope data add … --replace'.", e);
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!string.Equals(hash, entry.Blob, StringComparison.Ordinal))
        {
            throw new TableException(path, $"the table '{entry.About.Name}' is damaged: its SHA-256 is {hash}. Import its source again with 'rootscope data add … --replace'.");
        }

        using var stream = new MemoryStream(bytes);
        return TableCodec.Read(stream, path);
    }

    private FileStream Lock()
    {
        string path = Path.Combine(Place, "lock");
        for (TimeSpan waited = TimeSpan.Zero; ; waited += BetweenTries)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < LongestWait && File.Exists(path))
            {
                Thread.Sleep(BetweenTries);
            }
        }
    }
}
