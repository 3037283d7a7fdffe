using System.Security.Cryptography;
using DuckDB.NET.Data;
using Rootscope.Dependence.Panels;
using Rootscope.Storage.Codec;
using Rootscope.Tables;

namespace Rootscope.Storage.Workspaces;

/// <summary>
/// A workspace in a folder: the database <c>catalogue.duckdb</c>, and one file a table or result under <c>blobs/</c>, named by the SHA-256
/// of its bytes.
/// </summary>
/// <remarks>
/// Figures are written first (temporary file, flushed, renamed) and listed then, in one transaction, so a reader sees the old state or the
/// new one, and an import that is broken off, at whatever moment, leaves at most a file that nothing lists; the next one sweeps it. One
/// process writes at a time; who finds it taken waits for up to five seconds. Nothing is created, and no database loaded, before the first
/// table is added. A workspace of the first version, with <c>manifest.json</c>, is taken over when it is first opened; the manifest stays
/// as <c>manifest.json.old</c>.
/// </remarks>
public sealed class FolderWorkspace : ITableStore
{
    private readonly WorkspaceDatabase _catalogue;
    private readonly ManifestFile _manifest;
    private readonly BlobFolder _blobs;
    private readonly TimeProvider _clock;

    /// <summary>Names the folder; it need not exist yet.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">The clock by which the list says when a table was added; null for the system's.</param>
    public FolderWorkspace(string folder, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Place = Path.GetFullPath(folder);
        _catalogue = new WorkspaceDatabase(Place);
        _manifest = new ManifestFile(Place);
        _blobs = new BlobFolder(Path.Combine(Place, "blobs"));
        _clock = clock ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public string Place { get; }

    /// <inheritdoc/>
    public IReadOnlyList<TableSummary> List() => IsThere() ? _catalogue.Read(CatalogueRows.Imported) : [];

    /// <inheritdoc/>
    public FlowTable? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsThere() || BlobOf(name) is not { } blob)
        {
            return null;
        }

        for (FileStream? file = _blobs.Open(blob); ; file = _blobs.Open(blob))
        {
            if (file is not null)
            {
                return TableBlob.Read(file, blob, name);
            }

            // Another process may have replaced or removed the table since the list was read.
            string? now = BlobOf(name);
            if (now is null)
            {
                return null;
            }

            blob =
                now != blob
                    ? now
                    : throw new TableException(_blobs.PathOf(blob), $"the file of the table '{name}' is lost. {TableBlob.Remedy}");
        }
    }

    /// <inheritdoc/>
    public void Put(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Change(
            $"the table '{table.Metadata.Id}'",
            stream => RawTableCodec.Write(table, stream),
            (connection, blob) =>
            {
                CatalogueRows.ListEmbedded(connection);
                CatalogueRows.Add(connection, TableSummary.Of(table), table.Metadata, blob, Now());
            }
        );
    }

    /// <inheritdoc/>
    public bool Remove(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsThere() || BlobOf(name) is null)
        {
            return false;
        }

        Drop($"the table '{name}'", connection => CatalogueRows.Remove(connection, name));
        return true;
    }

    /// <summary>The sets of trade that are there, by name in ordinal order.</summary>
    /// <exception cref="TableException">The list cannot be read.</exception>
    public IReadOnlyList<TradeSummary> ListTrade() => IsThere() ? _catalogue.Read(TradeRows.All) : [];

    /// <summary>Reads a set of trade.</summary>
    /// <returns>The set, or null where there is none of that name.</returns>
    /// <exception cref="TableException">It is there but damaged.</exception>
    public TradePanel? FindTrade(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsThere() || _catalogue.Read(connection => TradeRows.BlobOf(connection, name)) is not { } blob)
        {
            return null;
        }

        try
        {
            return ReadTrade(blob, name);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new TableException(
                _blobs.PathOf(blob),
                $"the file of the trade '{name}' is damaged ({e.Message}). Import it again with {Repair.Option("replace")}.",
                e
            );
        }
    }

    /// <summary>Keeps a set of trade under a name, in place of one of the same name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="panel">The set.</param>
    /// <exception cref="TableException">It cannot be written; what was there before is unchanged.</exception>
    public void PutTrade(string name, TradePanel panel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(panel);
        Change(
            $"the trade '{name}'",
            stream => TradePanelCodec.Write(panel, stream),
            (connection, blob) =>
            {
                CatalogueRows.ListEmbedded(connection);
                TradeRows.Add(connection, TradeSummary.Of(name, panel), blob, Now());
            }
        );
    }

    /// <summary>Forgets a set of trade.</summary>
    /// <returns>Whether there was one of that name.</returns>
    /// <exception cref="TableException">The list cannot be written; the set is still there.</exception>
    public bool RemoveTrade(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsThere() || _catalogue.Read(connection => TradeRows.BlobOf(connection, name)) is null)
        {
            return false;
        }

        Drop($"the trade '{name}'", connection => TradeRows.Remove(connection, name));
        return true;
    }

    /// <summary>What was saved under a key; null where nothing was, or where it went with its table.</summary>
    public SavedResult? FindResult(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return IsThere() ? _catalogue.Read(connection => CatalogueRows.ResultOf(connection, key)) : null;
    }

    /// <summary>
    /// Reads the bytes of a result into <paramref name="target"/>, which has exactly <see cref="SavedResult.Length"/> of them.
    /// </summary>
    /// <returns>False where the bytes are gone or damaged: compute the result again and put it back. The target then holds nothing of
    /// use.</returns>
    public bool ReadResult(SavedResult result, Span<byte> target)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (target.Length != result.Length)
        {
            throw new ArgumentException($"The result has {result.Length} bytes, the target {target.Length}.", nameof(target));
        }

        if (_blobs.Open(result.Blob) is not { } file)
        {
            return false;
        }

        using var reading = new HashedReading(file);
        return file.Length == result.Length
            && reading.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) == target.Length
            && reading.Finish() == result.Blob;
    }

    /// <summary>
    /// Maps the file of a result into memory, so that it is read where it is used, and makes sure that not a bit has changed.
    /// </summary>
    /// <returns>Null where the bytes are gone, damaged or no whole figures: compute the result again and put it back.</returns>
    internal MemoryMappedDoubles? MapResult(SavedResult result, CancellationToken cancellation)
    {
        try
        {
            return _blobs.Open(result.Blob) is { } file ? MemoryMappedDoubles.Of(file, result.Length, result.Blob, cancellation) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps bytes under a key, in place of what was there.</summary>
    /// <param name="key">Everything that shaped them: the content hash of the table, options, engine version.</param>
    /// <param name="tableHash">Content hash of the table they were computed from; they go with the last table of that hash.</param>
    /// <param name="meaning">What they are, in words.</param>
    /// <param name="write">Writes them, from the first to the last.</param>
    /// <exception cref="TableException">They cannot be written; what was there before is unchanged.</exception>
    public void PutResult(string key, string tableHash, string meaning, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(tableHash);
        ArgumentNullException.ThrowIfNull(meaning);
        ArgumentNullException.ThrowIfNull(write);
        long length = 0;
        Change(
            "a result",
            stream =>
            {
                write(stream);
                length = stream.Length;
            },
            (connection, hash) =>
            {
                CatalogueRows.ListEmbedded(connection);
                CatalogueRows.AddResult(connection, new SavedResult(key, tableHash, meaning, length, hash), Now());
            }
        );
    }

    /// <summary>The hash comes first, so that nothing but what was written is taken apart.</summary>
    private TradePanel ReadTrade(string blob, string name)
    {
        using FileStream file =
            _blobs.Open(blob)
            ?? throw new TableException(
                _blobs.PathOf(blob),
                $"the file of the trade '{name}' is lost. Import it again with {Repair.Option("replace")}."
            );
        if (Convert.ToHexStringLower(SHA256.HashData(file)) != blob)
        {
            throw new InvalidDataException("its SHA-256 is another than its name");
        }

        file.Position = 0;
        return TradePanelCodec.Read(file);
    }

    private void Drop(string what, Action<DuckDBConnection> forget) =>
        Guard(
            what,
            () =>
            {
                using FileStream alone = WorkspaceLock.Take(Place);
                _catalogue.Write(forget);
                Sweep();
            }
        );

    private void Change(string what, Action<Stream> write, Action<DuckDBConnection, string> list)
    {
        using PendingBlob blob = Begin(what);
        Guard(what, () => write(blob));
        Commit(what, blob, list);
    }

    private PendingBlob Begin(string what)
    {
        PendingBlob? blob = null;
        Guard(what, () => blob = _blobs.Begin());
        return blob!;
    }

    private void Commit(string what, PendingBlob blob, Action<DuckDBConnection, string> list) =>
        Guard(
            what,
            () =>
            {
                string hash = blob.Complete();
                using FileStream alone = WorkspaceLock.Take(Place);
                Prepare();
                blob.Keep();
                _catalogue.Write(connection => list(connection, hash));
                Sweep();
            }
        );

    private void Guard(string what, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(what, e);
        }
    }

    private TableException CannotWrite(string what, Exception e) =>
        new(
            $"workspace {Place}",
            $"{what} cannot be written ({e.Message}). Free space or rights on that folder, or name another with "
                + $"{Repair.Option("workspace")}.",
            e
        );

    /// <summary>Whether there is a list to read; takes over the one of the first version.</summary>
    private bool IsThere()
    {
        if (_catalogue.Exists)
        {
            return true;
        }

        if (_manifest.Read() is null)
        {
            return false;
        }

        Guard(
            "its list of the first version",
            () =>
            {
                using FileStream alone = WorkspaceLock.Take(Place);
                Prepare();
            }
        );
        return true;
    }

    /// <summary>Makes the database where there is none; the caller holds the lock.</summary>
    private void Prepare()
    {
        if (!_catalogue.Exists)
        {
            WorkspaceManifest? old = _manifest.Read();
            _catalogue.Create(connection =>
            {
                CatalogueRows.ListEmbedded(connection);
                foreach (WorkspaceEntry entry in old?.Tables ?? [])
                {
                    CatalogueRows.Add(connection, entry.About, OriginOf(entry), entry.Blob, Now());
                }
            });
        }

        _manifest.Retire();
    }

    /// <summary>
    /// Source and derivations of a table of the first version; null where its file is lost or damaged, which stays its owner's to see.
    /// </summary>
    private TableMetadata? OriginOf(WorkspaceEntry entry)
    {
        try
        {
            return _blobs.Open(entry.Blob) is { } file ? TableBlob.Read(file, entry.Blob, entry.About.Name).Metadata : null;
        }
        catch (TableException)
        {
            return null;
        }
    }

    private void Sweep() => _blobs.Sweep(_catalogue.Read(CatalogueRows.Blobs).ToHashSet(StringComparer.Ordinal));

    private string? BlobOf(string name) => _catalogue.Read(connection => CatalogueRows.BlobOf(connection, name));

    private DateTime Now() => _clock.GetUtcNow().UtcDateTime;
}
