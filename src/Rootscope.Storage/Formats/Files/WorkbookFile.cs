using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Rootscope.Storage.Formats.Text;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Files;

/// <summary>One sheet of an Excel workbook (.xlsx, .xlsb, .xls) as text between commas, in a file that is gone when it is closed.</summary>
/// <remarks>
/// Values are those that the workbook was saved with: formulas and macros are never run, links never followed. Numbers keep every bit. Of
/// several sheets with cells one has to be named (<see cref="SheetChoice"/>). A workbook that unpacks to far more than itself is refused.
/// </remarks>
internal static class WorkbookFile
{
    /// <summary>A workbook that unpacks to more than this, and to many times its own size, is made to fill memory.</summary>
    private const long Harmless = 1L << 28;

    private const int MostExpansion = 200;

    private const long MostUnpacked = 4L << 30;

    /// <summary>Whether first bytes are those of a workbook; an archive of another kind is none.</summary>
    public static bool Is(Stream stream)
    {
        Span<byte> start = stackalloc byte[8];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        ReadOnlySpan<byte> compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        if (start[..length].SequenceEqual(compound))
        {
            return true;
        }

        if (!start[..length].StartsWith("PK\x03\x04"u8))
        {
            return false;
        }

        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return archive.GetEntry("[Content_Types].xml") is not null
                && archive.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.Ordinal));
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    /// <summary>The text of the sheet that is named, or of the only one.</summary>
    /// <exception cref="TableException">The workbook cannot be read, or which sheet is meant is not said.</exception>
    public static Stream ToText(Stream stream, string path)
    {
        RefuseBombs(stream, path);
        // The reader of workbooks asks for code pages by number, whatever encoding it is told.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            var configuration = new ExcelReaderConfiguration
            {
                FallbackEncoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
                LeaveOpen = true,
            };
            if (BinarySheets.Of(stream) is { } binary)
            {
                return FromBinary(binary, stream, path);
            }

            List<string> sheets = [];
            using (IExcelDataReader reader = ExcelReaderFactory.CreateReader(stream, configuration))
            {
                do
                {
                    // Sheets of charts and of notes without cells have no rows.
                    if (reader.RowCount > 0 && reader.FieldCount > 0)
                    {
                        sheets.Add(reader.Name);
                    }
                } while (reader.NextResult());
            }

            string sheet = SheetChoice.Of(path, sheets);
            WorkbookErrors.Refuse(stream, path, sheet);
            stream.Position = 0;
            using IExcelDataReader again = ExcelReaderFactory.CreateReader(stream, configuration);
            while (again.Name != sheet && again.NextResult()) { }

            ReadingNotes.Tell($"{Path.GetFileName(path)}: sheet '{sheet}' is read, with the values it was saved with.");
            return Write((writer, _) => Write(again, writer));
        }
        catch (InvalidPasswordException e)
        {
            throw new TableException(
                path,
                "is a workbook with a password. Open it, and save it without one, or the sheet as CSV in UTF-8.",
                e
            );
        }
        catch (Exception e)
            when (e
                    is ExcelReaderException
                        or HeaderException
                        or InvalidDataException
                        or System.Xml.XmlException
                        or FormatException
                        or ArgumentException
                        or IndexOutOfRangeException
                        or InvalidOperationException
                        or NotSupportedException
                        or OverflowException
                        or NullReferenceException
                        or KeyNotFoundException
            )
        {
            throw new TableException(
                path,
                $"cannot be read as a workbook ({e.Message.TrimEnd('.')}). Save it anew as .xlsx, or the sheet as CSV in UTF-8.",
                e
            );
        }
    }

    private static FileStream FromBinary(BinarySheets sheets, Stream stream, string path)
    {
        using (sheets)
        {
            string sheet = SheetChoice.Of(path, sheets.Names);
            ReadingNotes.Tell($"{Path.GetFileName(path)}: sheet '{sheet}' is read, with the values it was saved with.");
            return Write(
                (writer, text) =>
                    sheets.Write(
                        path,
                        sheet,
                        writer,
                        () =>
                        {
                            if (text.Length > Harmless && text.Length / MostExpansion > stream.Length)
                            {
                                throw new TableException(
                                    path,
                                    $"is a workbook of {stream.Length} bytes whose sheet '{sheet}' has more than {text.Length} bytes of text: "
                                        + "it was not read on. Save the sheet as CSV in UTF-8."
                                );
                            }
                        }
                    )
            );
        }
    }

    private static void Write(IExcelDataReader reader, StreamWriter writer)
    {
        while (reader.Read())
        {
            for (int c = 0; c < reader.FieldCount; c++)
            {
                if (c > 0)
                {
                    writer.Write(',');
                }

                writer.Write(TextOf(reader.GetValue(c)));
            }

            writer.WriteLine();
        }
    }

    /// <summary>A file for text that is gone when it is closed.</summary>
    private static FileStream Write(Action<StreamWriter, FileStream> write)
    {
        string temporary = Path.Combine(Path.GetTempPath(), $"rootscope-sheet-{Path.GetRandomFileName()}");
        var text = new FileStream(
            temporary,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
                BufferSize = 1 << 16,
            }
        );
        try
        {
            using var writer = new StreamWriter(text, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
            write(writer, text);
            writer.Flush();
            text.Position = 0;
            return text;
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    private static string TextOf(object? value) =>
        value switch
        {
            null => string.Empty,
            double d => d.ToString("R", CultureInfo.InvariantCulture),
            bool b => b ? "TRUE" : "FALSE",
            DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "s", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => Quoted(value.ToString() ?? string.Empty),
        };

    /// <summary>A text as a cell between commas.</summary>
    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";

    private static void RefuseBombs(Stream stream, string path)
    {
        Span<byte> start = stackalloc byte[2];
        stream.ReadExactly(start);
        stream.Position = 0;
        if (!start.SequenceEqual("PK"u8))
        {
            return;
        }

        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        long unpacked = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            unpacked = checked(unpacked + entry.Length);
        }

        stream.Position = 0;
        if (unpacked > MostUnpacked || (unpacked > Harmless && unpacked / MostExpansion > stream.Length))
        {
            throw new TableException(
                path,
                $"is a workbook that unpacks to {unpacked} bytes out of {stream.Length}: it was not opened. Save the sheet as CSV in UTF-8."
            );
        }
    }
}

/// <summary>Which sheet of a workbook is read, for the flow of calls that made it.</summary>
public sealed class SheetChoice : IDisposable
{
    private static readonly AsyncLocal<string?> Current = new();

    private readonly string? _outer = Current.Value;

    /// <summary>Chooses a sheet by name.</summary>
    /// <param name="sheet">Its name; null where the workbook has only one.</param>
    public SheetChoice(string? sheet) => Current.Value = sheet;

    /// <inheritdoc/>
    public void Dispose() => Current.Value = _outer;

    internal static string Of(string path, IReadOnlyList<string> sheets)
    {
        if (Current.Value is { } named)
        {
            return sheets.FirstOrDefault(s => string.Equals(s.Trim(), named.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw new UnknownNameException(
                    "sheet",
                    named,
                    NearestNames.Of(named, sheets),
                    $"{path} has {string.Join(", ", sheets.Select(s => $"'{s}'"))}."
                );
        }

        return sheets.Count switch
        {
            1 => sheets[0],
            0 => throw new TableException(path, "is a workbook without cells. Check that it is the right one."),
            _ => throw new TableException(
                path,
                $"is a workbook of {sheets.Count} sheets: {string.Join(", ", sheets.Take(12).Select(s => $"'{s}'"))}"
                    + $"{(sheets.Count > 12 ? ", …" : string.Empty)}. "
                    + $"Say which with {Repair.Option("sheet", "NAME")}, or save it as CSV in UTF-8."
            ),
        };
    }
}
