using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Files;

/// <summary>
/// Errors such as #DIV/0! in the sheet of a workbook (.xlsx), and formulas that were saved without a value,
/// which the reader of values gives
/// out as empty cells.
/// </summary>
internal static class WorkbookErrors
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Refuses a sheet that holds an error: an empty cell would be zero.</summary>
    /// <exception cref="TableException">A cell holds an error; its place is in the message.</exception>
    public static void Refuse(Stream stream, string path, string sheet)
    {
        stream.Position = 0;
        if (stream.ReadByte() != 'P')
        {
            return;
        }

        stream.Position = 0;
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (PartOf(archive, sheet) is not { } part)
        {
            return;
        }

        using var reader = XmlReader.Create(part.Open(), Settings);
        string at = "?";
        string? formula = null;
        while (reader.Read())
        {
            formula = reader switch
            {
                { NodeType: XmlNodeType.Element, LocalName: "c" } => null,
                { NodeType: XmlNodeType.Element, LocalName: "f" } => at,
                { NodeType: XmlNodeType.Element, LocalName: "v" or "is" } => null,
                _ => formula,
            };
            if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "c" } && formula is not null)
            {
                throw new TableException(
                    $"{path}, sheet '{sheet}', cell {formula}",
                    "holds a formula without a value: the program that wrote the workbook did not work it out. Open it in a "
                        + "spreadsheet and save it, or write the value."
                );
            }

            at = reader is { NodeType: XmlNodeType.Element, LocalName: "c" } ? reader.GetAttribute("r") ?? "?" : at;
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" } && reader.GetAttribute("t") == "e")
            {
                string value =
                    XElement.Load(reader.ReadSubtree()).Elements().FirstOrDefault(e => e.Name.LocalName == "v")?.Value ?? "an error";
                throw new TableException(
                    $"{path}, sheet '{sheet}', cell {at}",
                    $"holds {value}. Correct the cell, or leave it empty for zero."
                );
            }
        }
    }

    /// <summary>The part that holds a sheet's cells; null where the workbook does not say, or is of another kind.</summary>
    private static ZipArchiveEntry? PartOf(ZipArchive archive, string sheet)
    {
        if (Load(archive, "xl/workbook.xml") is not { } workbook || Load(archive, "xl/_rels/workbook.xml.rels") is not { } relations)
        {
            return null;
        }

        string? id = workbook
            .Descendants()
            .FirstOrDefault(e => e.Name.LocalName == "sheet" && e.Attribute("name")?.Value == sheet)
            ?.Attributes()
            .FirstOrDefault(a => a.Name.LocalName == "id")
            ?.Value;
        string? target = relations.Descendants().FirstOrDefault(e => e.Attribute("Id")?.Value == id)?.Attribute("Target")?.Value;
        return target is null ? null : archive.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}");
    }

    private static XDocument? Load(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var reader = XmlReader.Create(entry.Open(), Settings);
        return XDocument.Load(reader);
    }
}
