namespace Rootscope.Storage.Formats.Files;

/// <summary>How much of the files of an import has been read, for whoever shows it to a person.</summary>
/// <remarks>
/// Readers are not asked to tell: what opens a file for them counts its bytes while an object of this class is there, in the flow of calls
/// (tasks and threads included) that made it. Unit: bytes.
/// </remarks>
public sealed class ReadingProgress : IDisposable
{
    private static readonly AsyncLocal<ReadingProgress?> Current = new();

    private long _read;

    /// <summary>Begins to count what is read of these files, and of every file below those of them that are folders.</summary>
    public ReadingProgress(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        Total = paths.Sum(SizeOf);
        Current.Value = this;
    }

    /// <summary>Bytes of all the files together; 0 where none is there.</summary>
    public long Total { get; }

    /// <summary>Bytes read so far; more than <see cref="Total"/> where a file is read twice.</summary>
    public long Read => Interlocked.Read(ref _read);

    /// <inheritdoc/>
    public void Dispose() => Current.Value = null;

    /// <summary>Counts what is read of a stream, where anybody is interested.</summary>
    internal static Stream Watch(Stream stream) => Current.Value is { } progress ? new CountedStream(stream, progress) : stream;

    private static long SizeOf(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length)
        : File.Exists(path) ? new FileInfo(path).Length
        : 0;

    private sealed class CountedStream(Stream inner, ReadingProgress progress) : Stream
    {
        public override bool CanRead => inner.CanRead;

        public override bool CanSeek => inner.CanSeek;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(Span<byte> buffer)
        {
            int read = inner.Read(buffer);
            Interlocked.Add(ref progress._read, read);
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush() { }

        public override void SetLength(long value) => throw new NotSupportedException("A source is only read.");

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A source is only read.");

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
