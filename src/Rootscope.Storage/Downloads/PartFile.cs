using System.Security.Cryptography;
using System.Text.Json;

namespace Rootscope.Storage.Downloads;

/// <summary>The part of a file that has come, and beside it a note of what it is a part of.</summary>
/// <remarks>One process at a time: the part is open and unshared while somebody writes it.</remarks>
internal sealed class PartFile : IDisposable
{
    private const int DiskFullOnUnix = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    private readonly DownloadRequest _request;
    private readonly FileStream _file;
    private readonly string _notePath;

    private PartFile(DownloadRequest request, FileStream file)
    {
        _request = request;
        _file = file;
        _notePath = file.Name + ".json";
    }

    /// <summary>What the part is a part of; null where that is not known, and the part is worth nothing then.</summary>
    public PartNote? Note { get; private set; }

    /// <summary>How much is there. Unit: bytes.</summary>
    public long Length => _file.Length;

    /// <summary>Opens the part of a file, with what is there of it from before.</summary>
    public static PartFile Open(DownloadRequest request)
    {
        string target = Path.GetFullPath(request.Target);
        string path = target + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var part = new PartFile(request, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1 << 16));
            part.Note = PartNote.Read(part._notePath) is { } note && note.Address == request.Address.AbsoluteUri ? note : null;
            part._file.Seek(0, SeekOrigin.End);
            return part;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fault(request, e);
        }
    }

    /// <summary>Forgets what has come and begins with another version of the file.</summary>
    public void Begin(PartNote note)
    {
        Guard(() =>
        {
            _file.SetLength(0);
            File.WriteAllText(_notePath, JsonSerializer.Serialize(note));
        });
        Note = note;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _file.Write(bytes);
        }
        catch (Exception e) when (e is IOException or ArgumentOutOfRangeException)
        {
            throw Fault(_request, e);
        }
    }

    /// <summary>Makes sure that every byte is on the disk, and gives their hash.</summary>
    public string Hash(HashAlgorithmName algorithm)
    {
        string hash = string.Empty;
        Guard(() =>
        {
            _file.Flush(flushToDisk: true);
            _file.Position = 0;
            hash = Convert.ToHexStringLower(CryptographicOperations.HashData(algorithm, _file));
        });
        return hash;
    }

    /// <summary>Forgets what has come: it is not what was asked for.</summary>
    public void Drop()
    {
        Guard(() =>
        {
            _file.SetLength(0);
            File.Delete(_notePath);
        });
        Note = null;
    }

    /// <summary>Makes the part the file, in place of one that is there.</summary>
    public void Keep() =>
        Guard(() =>
        {
            _file.Dispose();
            File.Move(_file.Name, _request.Target, overwrite: true);
            File.Delete(_notePath);
        });

    /// <summary>Closes the part. What has come stays for the next time; where nothing has, nothing stays.</summary>
    public void Dispose()
    {
        bool isEmpty = _file.CanRead && _file.Length == 0;
        try
        {
            _file.Dispose();
        }
        catch (Exception e) when (e is IOException or ArgumentOutOfRangeException)
        {
            // What is still in the buffer does not fit on the disk, and was told of already.
        }

        if (isEmpty)
        {
            File.Delete(_file.Name);
            File.Delete(_notePath);
        }
    }

    /// <summary>Refuses before the first byte what the disk has no room for.</summary>
    public void RequireRoom(long bytes)
    {
        if (FreeSpace() is { } free && bytes > free)
        {
            throw new DownloadException(
                DownloadFault.Disk,
                _request.Address,
                $"{Bytes.Of(bytes)} are to come and the disk of '{_file.Name}' has {Bytes.Of(free)} free. Free some, or take another."
            );
        }
    }

    /// <summary>What the disk has free; null where nobody can say, as for a folder of another machine. Unit: bytes.</summary>
    private long? FreeSpace()
    {
        try
        {
            return new DriveInfo(_file.Name).AvailableFreeSpace;
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw Fault(_request, e);
        }
    }

    private static DownloadException Fault(DownloadRequest request, Exception e)
    {
        string why =
            e is ArgumentOutOfRangeException ? "the file is longer than the file system or a limit allows"
            : e.HResult is DiskFullOnUnix or DiskFullOnWindows ? "the disk is full"
            : e.Message.TrimEnd('.');
        return new(
            DownloadFault.Disk,
            request.Address,
            $"'{request.Target}' cannot be written: {why}. What has come stays beside it; make room or take another folder, and go on.",
            e
        );
    }
}
