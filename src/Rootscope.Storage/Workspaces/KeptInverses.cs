using System.Runtime.InteropServices;
using Rootscope.Accounts;
using Rootscope.Tables;

namespace Rootscope.Storage.Workspaces;

/// <summary>
/// The inverses of a workspace: each computed at most once a table, kept in a file, and mapped into memory when it is asked for again.
/// </summary>
/// <remarks>
/// <para>An inverse is found by the content hash of its table, the origin of inputs and the version of the algorithm; the SHA-256 of its
/// bytes is checked each time its file is mapped, once for each object of this class. What is damaged, cut short or gone is computed anew
/// and put back. A workspace that cannot be read or written keeps nothing, and says nothing.</para>
/// <para>Inverses that were found are mapped until this object is disposed of, so keep it as long as what was made of them. Safe to share
/// between threads.</para>
/// </remarks>
public sealed class KeptInverses : IInverseStore, IDisposable
{
    /// <summary>Unit: sectors. Below this an inverse takes some tenths of a second, and nothing is kept.</summary>
    /// <remarks>bench/results/kept-inverse.md has the times on both sides of it.</remarks>
    public const int FewestSectors = 2000;

    /// <summary>Figures at a time: a result may have more bytes than one span can hold.</summary>
    private const int Portion = 1 << 17;

    private readonly FolderWorkspace _workspace;
    private readonly int _fewestSectors;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, MemoryMappedDoubles> _mapped = new(StringComparer.Ordinal);

    /// <summary>Keeps inverses in a workspace.</summary>
    /// <param name="workspace">The workspace; its folder need not exist.</param>
    /// <param name="fewestSectors">Sectors from which on an inverse is kept.</param>
    public KeptInverses(FolderWorkspace workspace, int fewestSectors = FewestSectors)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        _workspace = workspace;
        _fewestSectors = fewestSectors;
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<double>? Find(DirectRequirements direct, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(direct);
        if (!IsWorthwhile(direct))
        {
            return null;
        }

        try
        {
            lock (_lock)
            {
                return Mapped(KeyOf(direct), direct.Size, cancellation)?.Memory;
            }
        }
        catch (TableException)
        {
            // Whoever asks for a table of this workspace is told; an answer that can be computed does not hang on it.
            return null;
        }
    }

    /// <inheritdoc/>
    public void Keep(TotalRequirements total, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(total);
        if (!IsWorthwhile(total.Direct))
        {
            return;
        }

        try
        {
            string meaning =
                $"inverse of I - A of table '{total.Table.Metadata.Id}', {OriginOf(total.Direct)} inputs, {total.Size} sectors, "
                + $"little-endian doubles by row";
            _workspace.PutResult(
                KeyOf(total.Direct),
                total.Table.ContentHash,
                meaning,
                stream =>
                {
                    for (int at = 0; at < total.Values.Length; at += Portion)
                    {
                        cancellation.ThrowIfCancellationRequested();
                        stream.Write(MemoryMarshal.AsBytes(total.Values.Slice(at, Math.Min(Portion, total.Values.Length - at))));
                    }
                }
            );
        }
        catch (TableException)
        {
            // A workspace that is full, taken or may only be read: the next question computes again.
        }
    }

    /// <summary>Lets go of what is mapped; inverses that were found may not be used any more.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (IDisposable mapped in _mapped.Values)
            {
                mapped.Dispose();
            }

            _mapped.Clear();
        }
    }

    /// <summary>Everything that shapes an inverse.</summary>
    private static string KeyOf(DirectRequirements direct) =>
        FormattableString.Invariant($"inverse|{TotalRequirements.AlgorithmVersion}|{OriginOf(direct)}|{direct.Table.ContentHash}");

    /// <summary>Where no imports stand in a column, all inputs are those of the table.</summary>
    private static string OriginOf(DirectRequirements direct) =>
        direct.Origin == InputOrigin.Domestic && direct.Table.HasImports ? "domestic" : "all";

    private MemoryMappedDoubles? Mapped(string key, int n, CancellationToken cancellation)
    {
        // What was found once under a key holds, whatever has become of the list since.
        if (_mapped.TryGetValue(key, out MemoryMappedDoubles? mapped))
        {
            return mapped;
        }

        SavedResult? saved = _workspace.FindResult(key);
        mapped = saved?.Length == (long)n * n * sizeof(double) ? _workspace.MapResult(saved, cancellation) : null;
        if (mapped is not null)
        {
            _mapped.Add(key, mapped);
        }

        return mapped;
    }

    private bool IsWorthwhile(DirectRequirements direct) => direct.Size >= _fewestSectors && BitConverter.IsLittleEndian;
}
