using System.Security.Cryptography;

namespace Rootscope.Storage.Workspaces;

/// <summary>A file of figures while it is written: hashed on the way, and either kept whole under its hash or gone.</summary>
internal sealed class PendingBlob(FileStream file, BlobFolder folder) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string? _hex;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => throw new NotSupportedException("A blob is written from beginning to end.");
    }

    /// <summary>Makes sure that every byte is on the disk, and gives the name the file will have.</summary>
    public string Complete()
    {
        file.Flush(flushToDisk: true);
        return _hex ??= Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <summary>Gives the file its name.</summary>
    public void Keep()
    {
        string hash = Complete();
        file.Dispose();
        File.Move(file.Name, folder.PathOf(hash), overwrite: true);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash.AppendData(buffer);
        try
        {
            file.Write(buffer);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // So the runtime calls a file that is longer than its file system or the user's limit allows.
            throw new IOException("the file is longer than the file system or a limit allows", e);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => file.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A blob is written here, not read.");

    public override long Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("A blob is written from beginning to end.");

    public override void SetLength(long value) => throw new NotSupportedException("A blob is written from beginning to end.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            try
            {
                file.Dispose();
            }
            catch (Exception e) when (e is IOException or ArgumentOutOfRangeException)
            {
                // What is still in the buffer does not fit on the disk; the file goes anyway.
            }

            // Once kept, there is no such file any more.
            File.Delete(file.Name);
        }

        base.Dispose(disposing);
    }
}
