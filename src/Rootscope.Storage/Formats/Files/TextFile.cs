using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Files;

/// <summary>Opens files that are to be text, and tells what they are where they are not.</summary>
internal static class TextFile
{
    /// <summary>Opens a file for reading from front to back.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bufferSize">Bytes that the stream buffers; 0 where the caller reads large blocks.</param>
    /// <exception cref="TableException">The file is not there, cannot be opened, or is a workbook or an archive.</exception>
    public static Stream Open(string path, int bufferSize)
    {
        if (Directory.Exists(path) || !File.Exists(path))
        {
            throw new TableException(path, "there is no such file. Check the path.");
        }

        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = bufferSize });
            Span<byte> start = stackalloc byte[8];
            int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            stream.Position = 0;
            return KindOf(start[..length]) is { } kind ? throw new TableException(path, kind) : ReadingProgress.Watch(stream);
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
            return $"is an Excel workbook or a ZIP archive, not text. {SaveAs} Unpack an archive and give the file in it.";
        }

        ReadOnlySpan<byte> compound = [0xD0, 0xCF, 0x11, 0xE0];
        ReadOnlySpan<byte> gzip = [0x1F, 0x8B];
        return start.StartsWith(compound) ? $"is an Excel workbook of the old format (.xls), not text. {SaveAs}"
            : start.StartsWith(gzip) ? "is compressed with gzip. Unpack it and give the file in it."
            : null;
    }
}
