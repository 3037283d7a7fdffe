using System.IO.Compression;
using System.Text;

namespace Rootscope.Hosts.Tests.RealFiles;

/// <summary>Writes a workbook of one sheet in the binary form of Excel (.xlsb), with the least that the form asks for.</summary>
/// <remarks>Source: Microsoft, [MS-XLSB], sections 2.1.4 (records) and 2.4 (BrtBundleSh, BrtRowHdr, BrtCellReal, BrtCellSt).</remarks>
internal static class BinaryWorkbook
{
    private const int RowHeader = 0;
    private const int Error = 3;
    private const int Real = 5;
    private const int Text = 6;
    private const int BeginSheet = 129;
    private const int EndSheet = 130;
    private const int BeginBook = 131;
    private const int EndBook = 132;
    private const int BeginSheets = 143;
    private const int EndSheets = 144;
    private const int BeginData = 145;
    private const int EndData = 146;
    private const int Dimension = 148;
    private const int Sheet = 156;

    /// <summary>Writes rows of cells; what is a number becomes one, to the last bit.</summary>
    public static void Write(
        string path,
        string sheet,
        IReadOnlyList<string[]> rows,
        CompressionLevel compression = CompressionLevel.Optimal
    )
    {
        const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";
        const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(
            archive,
            compression,
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin"
            ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Override PartName="/xl/worksheets/sheet1.bin"
            ContentType="application/vnd.ms-excel.worksheet"/></Types>
            """u8
        );
        Add(archive, compression, "_rels/.rels", Link(Links, Kinds, "officeDocument", "xl/workbook.bin"));
        Add(archive, compression, "xl/_rels/workbook.bin.rels", Link(Links, Kinds, "worksheet", "worksheets/sheet1.bin"));
        Add(
            archive,
            compression,
            "xl/workbook.bin",
            Part(w =>
            {
                Record(w, BeginBook);
                Record(w, BeginSheets);
                Record(w, Sheet, [.. Number(0), .. Number(1), .. Wide("r1"), .. Wide(sheet)]);
                Record(w, EndSheets);
                Record(w, EndBook);
            })
        );
        Add(
            archive,
            compression,
            "xl/worksheets/sheet1.bin",
            Part(w =>
            {
                Record(w, BeginSheet);
                Record(w, Dimension, [.. Number(0), .. Number(rows.Count - 1), .. Number(0), .. Number(rows.Max(r => r.Length) - 1)]);
                Record(w, BeginData);
                for (int r = 0; r < rows.Count; r++)
                {
                    Row(w, r, rows[r]);
                }

                Record(w, EndData);
                Record(w, EndSheet);
            })
        );
    }

    private static void Row(BinaryWriter w, int number, string[] cells)
    {
        // Row, style, height, flags, and no spans of columns.
        Record(w, RowHeader, [.. Number(number), .. Number(0), 0x2C, 0x01, 0, 0, 0, .. Number(0)]);
        for (int c = 0; c < cells.Length; c++)
        {
            byte[] at = [.. Number(c), .. Number(0)];
            if (double.TryParse(cells[c], out double value))
            {
                Record(w, Real, [.. at, .. BitConverter.GetBytes(value)]);
            }
            else if (cells[c] == "#DIV/0!")
            {
                Record(w, Error, [.. at, 0x07]);
            }
            else if (cells[c].Length > 0)
            {
                Record(w, Text, [.. at, .. Wide(cells[c])]);
            }
        }
    }

    private static byte[] Link(string links, string kinds, string kind, string target) =>
        Encoding.UTF8.GetBytes(
            $"""<Relationships xmlns="{links}"><Relationship Id="r1" Type="{kinds}/{kind}" Target="{target}"/></Relationships>"""
        );

    private static byte[] Part(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            write(writer);
        }

        return stream.ToArray();
    }

    private static void Record(BinaryWriter w, int kind, params ReadOnlySpan<byte> content)
    {
        if (kind > 127)
        {
            w.Write((byte)((kind & 0x7F) | 0x80));
            w.Write((byte)(kind >> 7));
        }
        else
        {
            w.Write((byte)kind);
        }

        w.Write7BitEncodedInt(content.Length);
        w.Write(content);
    }

    private static byte[] Number(int value) => BitConverter.GetBytes(value);

    private static byte[] Wide(string text) => [.. Number(text.Length), .. Encoding.Unicode.GetBytes(text)];

    private static void Add(ZipArchive archive, CompressionLevel compression, string name, ReadOnlySpan<byte> content)
    {
        using Stream entry = archive.CreateEntry(name, compression).Open();
        entry.Write(content);
    }
}
