using System.Xml;
using System.Xml.Linq;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>XML of a list, element by element, without document types and entities.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 1L << 30,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads the elements of those names at a depth.</summary>
    /// <param name="path">The file.</param>
    /// <param name="root">The name of the root, which nothing else is taken for.</param>
    /// <param name="date">The attribute of the root that says when it was made.</param>
    /// <param name="depth">The depth of the elements: 1 right below the root.</param>
    /// <param name="names">Their names.</param>
    /// <param name="read">What is done with each.</param>
    /// <param name="cancellation">Stops at the next element.</param>
    /// <returns>The date as the root has it; empty where it has none.</returns>
    /// <exception cref="TableException">It is no such XML.</exception>
    public static string Read(
        string path,
        string root,
        string date,
        int depth,
        IReadOnlyList<string> names,
        Action<XElement> read,
        CancellationToken cancellation
    )
    {
        string whole = ListFile.TextOf(path);
        try
        {
            using var text = new StringReader(whole);
            using var reader = XmlReader.Create(text, Safe);
            reader.MoveToContent();
            if (reader.LocalName != root)
            {
                throw new TableException(
                    path,
                    $"begins with <{reader.LocalName}> and not <{root}>. Give the XML of the consolidated list."
                );
            }

            string made = reader.GetAttribute(date) ?? string.Empty;
            while (!reader.EOF)
            {
                cancellation.ThrowIfCancellationRequested();
                if (
                    reader.NodeType == XmlNodeType.Element
                    && reader.Depth == depth
                    && names.Contains(reader.LocalName, StringComparer.Ordinal)
                )
                {
                    read((XElement)XNode.ReadFrom(reader));
                }
                else
                {
                    reader.Read();
                }
            }

            return made;
        }
        catch (XmlException e)
        {
            throw new TableException(
                $"{path}, line {Math.Max(1, e.LineNumber)}, column {Math.Max(1, e.LinePosition)}",
                whole.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
                    ? "has a document type (<!DOCTYPE), which is never read since it can pull in other files, and which no published list "
                        + "has. Download the list again from its publisher."
                    : $"is no XML that is read ({e.Message}). Download the list again.",
                e
            );
        }
    }
}
