using System.Xml.Linq;
using Rootscope.Screening.Lists;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>The EU's consolidated financial sanctions list, XML 1.1: an element a record, its names as attributes of elements.</summary>
/// <remarks>Made from descriptions of the layout (export, sanctionEntity, nameAlias, …), not from a published file.</remarks>
internal static class EuXmlReader
{
    /// <summary>Whether a file is XML rather than CSV.</summary>
    public static bool Reads(string text) => text.AsSpan().TrimStart(" \t\r\n\uFEFF").StartsWith("<", StringComparison.Ordinal);

    /// <summary>Reads the records of a file; numbers and names are those of the CSV form.</summary>
    public static string Read(string path, List<ScreeningRecord> records, ISet<string> columns, CancellationToken cancellation) =>
        ListFile.DateOf(
            SafeXml.Read(
                path,
                "export",
                "generationDate",
                depth: 1,
                ["sanctionEntity"],
                entity =>
                {
                    foreach (XElement part in entity.Elements())
                    {
                        columns.UnionWith(
                            part.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => $"{part.Name.LocalName}.{a.Name}")
                        );
                    }

                    records.Add(Record(path, entity));
                },
                cancellation
            )
        );

    private static ScreeningRecord Record(string path, XElement entity)
    {
        string id = Value(entity, "logicalId");
        XElement? subject = Parts(entity, "subjectType").FirstOrDefault();
        string kind = subject is null ? string.Empty : Value(subject, "classificationCode");
        var draft = new RecordDraft(id, ListFile.KindOf(kind.Length > 0 || subject is null ? kind : Value(subject, "code")));
        foreach (XElement name in Parts(entity, "nameAlias"))
        {
            NameRole role =
                !draft.HasName ? NameRole.Primary
                : string.Equals(Value(name, "strong"), "false", StringComparison.OrdinalIgnoreCase) ? NameRole.WeakAlias
                : NameRole.Alias;
            string whole = Value(name, "wholeName");
            draft.Name(
                whole.Length > 0 ? whole : string.Join(' ', Value(name, "firstName"), Value(name, "middleName"), Value(name, "lastName")),
                role
            );
        }

        foreach (XElement regulation in Parts(entity, "regulation"))
        {
            draft.Programme(Value(regulation, "programme"));
        }

        foreach (XElement citizenship in Parts(entity, "citizenship"))
        {
            draft.Country(Value(citizenship, "countryDescription"));
        }

        foreach (XElement address in Parts(entity, "address"))
        {
            string country = Value(address, "countryDescription");
            draft.Country(country);
            draft.Address(string.Join(", ", new[] { Value(address, "street"), Value(address, "city"), country }.Where(p => p.Length > 0)));
        }

        foreach (XElement identification in Parts(entity, "identification"))
        {
            draft.Identifier(Value(identification, "number"));
        }

        foreach (XElement remark in Parts(entity, "remark"))
        {
            draft.Remark(remark.Value.Trim());
        }

        return draft.HasName && id.Length > 0
            ? draft.Make()
            : throw new TableException(
                $"{path}, record '{id}'",
                "has no name or no number. The file is damaged, or its elements were renamed."
            );
    }

    private static IEnumerable<XElement> Parts(XElement entity, string name) => entity.Elements().Where(e => e.Name.LocalName == name);

    private static string Value(XElement element, string name) => element.Attribute(name)?.Value.Trim() ?? string.Empty;
}
