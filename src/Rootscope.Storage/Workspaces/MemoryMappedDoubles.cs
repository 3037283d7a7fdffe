using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;

namespace Rootscope.Storage.Workspaces;

/// <summary>
/// A file of little-endian doubles, seen as memory: the system reads a page when it is used, and drops it when memory is short.
/// </summary>
/// <remarks>
/// Its bytes were hashed when it was mapped. It stays mapped until it is disposed of, or else as long as the process: never while somebody
/// may still hold a span of it. A file of a workspace is not written again, only taken away, which a mapping outlives.
/// </remarks>
internal sealed unsafe class MemoryMappedDoubles : MemoryManager<double>
{
    /// <summary>Bytes that are hashed at a time: short enough to be interrupted, and to stay in the processor's cache.</summary>
    private const int Piece = 1 << 20;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly double* _start;
    private readonly int _count;
    private bool _isOver;

    private MemoryMappedDoubles(MemoryMappedFile file, long bytes)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, bytes, MemoryMappedFileAccess.Read);
        byte* start = null;

        // Counted as in use, so that no finalizer takes the pages away.
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = (double*)(start + _view.PointerOffset);
        _count = (int)(bytes / sizeof(double));
    }

    /// <summary>
    /// Maps a file of a certain length and hash, and closes it; null where it is not of that length or hash, or cannot be mapped.
    /// </summary>
    public static MemoryMappedDoubles? Of(FileStream stream, long bytes, string expected, CancellationToken cancellation)
    {
        try
        {
            if (stream.Length != bytes || bytes == 0 || bytes % sizeof(double) != 0 || bytes / sizeof(double) > int.MaxValue)
            {
                stream.Dispose();
                return null;
            }

            var mapped = new MemoryMappedDoubles(
                MemoryMappedFile.CreateFromFile(
                    stream,
                    mapName: null,
                    0,
                    MemoryMappedFileAccess.Read,
                    HandleInheritability.None,
                    leaveOpen: false
                ),
                bytes
            );
            if (mapped.IsOf(expected, cancellation))
            {
                return mapped;
            }

            ((IDisposable)mapped).Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stream.Dispose();
            return null;
        }
    }

    public override Span<double> GetSpan()
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        return new Span<double>(_start, _count);
    }

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    public override void Unpin() { }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isOver)
        {
            _isOver = true;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _file.Dispose();
        }
    }

    private bool IsOf(string expected, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long bytes = (long)_count * sizeof(double);
        for (long at = 0; at < bytes; at += Piece)
        {
            if (cancellation.IsCancellationRequested)
            {
                ((IDisposable)this).Dispose();
                cancellation.ThrowIfCancellationRequested();
            }

            hash.AppendData(new ReadOnlySpan<byte>((byte*)_start + at, (int)Math.Min(Piece, bytes - at)));
        }

        return string.Equals(Convert.ToHexStringLower(hash.GetHashAndReset()), expected, StringComparison.Ordinal);
    }
}
