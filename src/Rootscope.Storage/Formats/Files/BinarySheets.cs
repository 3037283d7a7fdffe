using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Files;

/// <summary>The sheets of a binary workbook (.xlsb): values as they were saved, nothing run.</summary>
/// <remarks>
/// Source: Microsoft, [MS-XLSB], sections 2.4 (BrtRowHdr and the records of cells) and 2.5 (RkNumber, XLWideString). The kept package reads
/// the other two forms only (decision 35). Formats of cells are not looked at: a date is the number of its day.
/// </remarks>
internal sealed class BinarySheets : IDisposable
{
    private const string Workbook = "xl/workbook.bin";

    private const int MostRows = 1 << 20;
    private const int MostColumns = 1 << 14;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _sheets = new(StringComparer.Ordinal);
    private readonly string? _texts;

    private BinarySheets(ZipArchive archive)
    {
        _archive = archive;
        Dictionary<string, string> parts = Relations(archive);
        _texts = parts.Values.FirstOrDefault(p => p.EndsWith("sharedStrings.bin", StringComparison.OrdinalIgnoreCase));
        using var records = new BinaryRecords(archive.GetEntry(Workbook)!.Open());
        while (records.Read())
        {
            if (records.Kind == Kinds.Sheet)
            {
                string id = records.Text(8, out int next);
                string name = records.Text(next, out _);
                if (parts.TryGetValue(id, out string? part) && part.Contains("/worksheets/", StringComparison.Ordinal))
                {
                    _sheets.TryAdd(name, archive.GetEntry(part) ?? throw new InvalidDataException($"the sheet '{name}' is not in it"));
                }
            }
        }
    }

    /// <summary>The names of its sheets with cells, in order.</summary>
    public IReadOnlyList<string> Names => [.. _sheets.Where(s => HasCells(s.Value)).Select(s => s.Key)];

    /// <summary>Opens a workbook; null where it is of another form.</summary>
    /// <exception cref="InvalidDataException">It is spoilt.</exception>
    public static BinarySheets? Of(Stream stream)
    {
        stream.Position = 0;
        if (stream.ReadByte() != 'P')
        {
            stream.Position = 0;
            return null;
        }

        stream.Position = 0;
        var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.GetEntry(Workbook) is not null)
        {
            return new BinarySheets(archive);
        }

        archive.Dispose();
        stream.Position = 0;
        return null;
    }

    /// <summary>Writes the cells of a sheet as lines with commas; a row that is not there is an empty line.</summary>
    /// <param name="path">The workbook, for messages.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="writer">Takes the text.</param>
    /// <param name="afterRow">Called after every row.</param>
    /// <exception cref="TableException">A cell holds an error.</exception>
    public void Write(string path, string sheet, TextWriter writer, Action afterRow)
    {
        string[] texts = Texts();
        using var records = new BinaryRecords(_sheets[sheet].Open());
        int row = -1;
        int written = 0;
        int width = 0;
        while (records.Read())
        {
            if (records.Kind == Kinds.Row)
            {
                int next = records.Int(0);
                if (next <= row || next >= MostRows)
                {
                    throw new InvalidDataException($"row {next + 1} does not follow row {row + 1}");
                }

                EndRow();
                for (; row < next - 1; row++)
                {
                    writer.WriteLine();
                }

                row = next;
            }
            else if (records.Kind is > Kinds.Row and <= Kinds.LastCell && row >= 0)
            {
                int column = records.Int(0);
                if (column < written || column >= MostColumns)
                {
                    throw new InvalidDataException($"a cell of row {row + 1} stands in column {column + 1L}");
                }

                Pad(column);
                if (written > 0)
                {
                    writer.Write(',');
                }

                writer.Write(CellOf(records, texts, () => $"{path}, sheet '{sheet}', cell {ColumnName(column)}{row + 1}"));
                written++;
            }
            else if (records.Kind == Kinds.EndOfData)
            {
                break;
            }
        }

        EndRow();

        void EndRow()
        {
            if (row < 0)
            {
                return;
            }

            Pad(width);
            width = Math.Max(width, written);
            written = 0;
            writer.WriteLine();
            afterRow();
        }

        // Empty cells are not stored.
        void Pad(int to)
        {
            for (; written < to; written++)
            {
                if (written > 0)
                {
                    writer.Write(',');
                }
            }
        }
    }

    public void Dispose() => _archive.Dispose();

    private static bool HasCells(ZipArchiveEntry sheet)
    {
        using var records = new BinaryRecords(sheet.Open());
        while (records.Read() && records.Kind != Kinds.EndOfData)
        {
            if (records.Kind is >= Kinds.Short and <= Kinds.LastCell)
            {
                return true;
            }
        }

        return false;
    }

    private static string CellOf(BinaryRecords cell, string[] texts, Func<string> place) =>
        cell.Kind switch
        {
            Kinds.Short => Written(cell.Short(8)),
            Kinds.Real or Kinds.FormulaReal => Written(cell.Real(8)),
            Kinds.Flag or Kinds.FormulaFlag => cell.Content[8] == 1 ? "TRUE" : "FALSE",
            Kinds.Text or Kinds.FormulaText => WorkbookFile.Quoted(cell.Text(8, out _)),
            Kinds.SharedText => WorkbookFile.Quoted(texts[cell.Int(8)]),
            Kinds.Error or Kinds.FormulaError => throw new TableException(
                place(),
                $"holds {ErrorOf(cell.Content[8])}. Correct the cell, or leave it empty for zero."
            ),
            _ => string.Empty,
        };

    private static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string ErrorOf(byte code) =>
        code switch
        {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            0x2A => "#N/A",
            _ => "an error",
        };

    private static string ColumnName(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));

    private static Dictionary<string, string> Relations(ZipArchive archive)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (archive.GetEntry("xl/_rels/workbook.bin.rels") is not { } entry)
        {
            return parts;
        }

        using var reader = XmlReader.Create(entry.Open(), Settings);
        foreach (XElement link in XDocument.Load(reader).Descendants().Where(e => e.Name.LocalName == "Relationship"))
        {
            if (link.Attribute("Id")?.Value is { } id && link.Attribute("Target")?.Value is { } target)
            {
                parts[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
            }
        }

        return parts;
    }

    private string[] Texts()
    {
        if (_texts is null || _archive.GetEntry(_texts) is not { } entry)
        {
            return [];
        }

        var texts = new List<string>();
        using var records = new BinaryRecords(entry.Open());
        while (records.Read())
        {
            if (records.Kind == Kinds.SharedItem)
            {
                texts.Add(records.Text(1, out _));
            }
        }

        return [.. texts];
    }

    /// <summary>Kinds of records; those from 1 to 11 are cells.</summary>
    private static class Kinds
    {
        public const int Row = 0;
        public const int Short = 2;
        public const int Error = 3;
        public const int Flag = 4;
        public const int Real = 5;
        public const int Text = 6;
        public const int SharedText = 7;
        public const int FormulaText = 8;
        public const int FormulaReal = 9;
        public const int FormulaFlag = 10;
        public const int FormulaError = 11;
        public const int LastCell = 11;
        public const int SharedItem = 19;
        public const int EndOfData = 146;
        public const int Sheet = 156;
    }
}
