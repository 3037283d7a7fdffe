using System.Text;
using Rootscope.Storage.Formats.Text;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Files;

/// <summary>Opens files that are to be text, and tells what they are where they are not.</summary>
internal static class TextFile
{
    /// <summary>Opens a text of cells and finds out how it is laid out; the stream begins with the header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bufferSize">Bytes that the stream buffers; 0 where the caller reads large blocks.</param>
    /// <param name="expected">The delimiter that the layout is known for.</param>
    /// <param name="choice">What the user says of the file; null to find all out.</param>
    /// <exception cref="TableException">The file is not there, cannot be opened, or is no text.</exception>
    public static (DecodedStream Stream, TextShape Shape) Open(string path, int bufferSize, char expected, TextChoice? choice)
    {
        DecodedStream stream = Open(path, bufferSize);
        try
        {
            ReadOnlySpan<byte> head = stream.Peek(TextShape.Looked);
            var shape = TextShape.Of(head, expected, choice, isWhole: head.Length < TextShape.Looked);
            shape.Tell(path, choice?.Delimiter ?? expected);
            stream.Skip(shape.SkippedBytes);
            return (stream, shape);
        }
        catch (IOException e)
        {
            stream.Dispose();
            throw new TableException(path, $"cannot be read ({e.Message}). Check the disk, or copy the file anew.", e);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The whole of a short text, in whatever encoding.</summary>
    /// <exception cref="TableException">The file is not there, cannot be opened, or is no text.</exception>
    public static string ReadAll(string path)
    {
        using var reader = new StreamReader(Open(path, 1 << 12), DecodedStream.Utf8Text);
        return reader.ReadToEnd();
    }

    /// <summary>Opens a file for reading from front to back, as UTF-8 whatever it is in.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bufferSize">Bytes that the stream buffers; 0 where the caller reads large blocks.</param>
    /// <exception cref="TableException">The file is not there, cannot be opened, or is an archive.</exception>
    public static DecodedStream Open(string path, int bufferSize)
    {
        if (Directory.Exists(path) || !File.Exists(path))
        {
            throw new TableException(path, "there is no such file. Check the path.");
        }

        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = bufferSize });
            if (WorkbookFile.Is(stream))
            {
                using FileStream workbook = stream;
                return new DecodedStream(ReadingProgress.Watch(WorkbookFile.ToText(workbook, path)), path);
            }

            Span<byte> start = stackalloc byte[8];
            int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            stream.Position = 0;
            return KindOf(start[..length]) is { } kind
                ? throw new TableException(path, kind)
                : new DecodedStream(ReadingProgress.Watch(stream), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            stream?.Dispose();
            throw new TableException(path, $"cannot be opened ({e.Message}). Check that it is a file and that you may read it.", e);
        }
        catch (TableException)
        {
            stream?.Dispose();
            throw;
        }
    }

    /// <summary>What the first bytes say a file is and how to make text of it; null for text.</summary>
    private static string? KindOf(ReadOnlySpan<byte> start)
    {
        const string SaveAs =
            "In Excel use File, Save As, 'CSV UTF-8 (comma delimited)', one sheet a file; in LibreOffice Save As, 'Text CSV' with "
            + "UTF-8 and the comma.";
        if (start.StartsWith("PK\x03\x04"u8))
        {
            return $"is a ZIP archive or a damaged workbook, not text. {SaveAs} Unpack an archive and give the file in it.";
        }

        ReadOnlySpan<byte> compound = [0xD0, 0xCF, 0x11, 0xE0];
        ReadOnlySpan<byte> gzip = [0x1F, 0x8B];
        return start.StartsWith(compound) ? $"is a damaged workbook of the old format (.xls). {SaveAs}"
            : start.StartsWith(gzip) ? "is compressed with gzip. Unpack it and give the file in it."
            : null;
    }
}
