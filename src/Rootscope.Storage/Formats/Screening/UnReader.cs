using System.Xml.Linq;
using Rootscope.Screening.Lists;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>The consolidated list of the Security Council (XML), without document types and entities.</summary>
internal static class UnReader
{
    public static ListContents Read(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        List<ScreeningRecord> records = [];
        string date = string.Empty;
        SortedSet<string> columns = new(StringComparer.Ordinal);
        foreach (string path in files)
        {
            date = ListFile.DateOf(
                SafeXml.Read(
                    path,
                    "CONSOLIDATED_LIST",
                    "dateGenerated",
                    depth: 2,
                    ["INDIVIDUAL", "ENTITY"],
                    entry =>
                    {
                        columns.UnionWith(entry.Elements().Select(e => e.Name.LocalName));
                        records.Add(Record(path, entry));
                    },
                    cancellation
                )
            );
        }

        return new ListContents(ListFile.Unique(records), [.. columns], date);
    }

    private static ScreeningRecord Record(string path, XElement entry)
    {
        bool isPerson = entry.Name.LocalName == "INDIVIDUAL";
        string reference = Text(entry, "REFERENCE_NUMBER");
        string id = reference.Length > 0 ? reference : Text(entry, "DATAID");
        var draft = new RecordDraft(id, isPerson ? RecordKind.Person : RecordKind.Organisation);
        string[] parts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];
        draft.Name(string.Join(' ', parts.Select(p => Text(entry, p))), NameRole.Primary);
        draft.Name(Text(entry, "NAME_ORIGINAL_SCRIPT"), NameRole.Alias);
        foreach (XElement alias in entry.Elements().Where(e => e.Name.LocalName is "INDIVIDUAL_ALIAS" or "ENTITY_ALIAS"))
        {
            string quality = Text(alias, "QUALITY");
            NameRole role =
                quality.StartsWith("Low", StringComparison.OrdinalIgnoreCase) ? NameRole.WeakAlias
                : quality.StartsWith("f.k.a", StringComparison.OrdinalIgnoreCase) ? NameRole.Former
                : NameRole.Alias;
            foreach (string name in ListFile.Parts(Text(alias, "ALIAS_NAME"), ';'))
            {
                draft.Name(name, role);
            }
        }

        foreach (XElement address in entry.Elements().Where(e => e.Name.LocalName is "INDIVIDUAL_ADDRESS" or "ENTITY_ADDRESS"))
        {
            draft.Address(
                string.Join(
                    ", ",
                    address.Elements().Where(e => e.Name.LocalName != "NOTE" && e.Value.Trim().Length > 0).Select(e => e.Value.Trim())
                )
            );
            draft.Country(Text(address, "COUNTRY"));
        }

        foreach (XElement document in entry.Elements("INDIVIDUAL_DOCUMENT"))
        {
            draft.Identifier($"{Text(document, "TYPE_OF_DOCUMENT")} {Text(document, "NUMBER")}");
        }

        draft.Programme(Text(entry, "UN_LIST_TYPE"));
        draft.Remark(Text(entry, "COMMENTS1"));
        return draft.HasName && id.Length > 0
            ? draft.Make()
            : throw new TableException(
                $"{path}, record '{id}'",
                "has no name or no number. The file is damaged, or its elements were renamed."
            );
    }

    private static string Text(XElement entry, string name) => entry.Element(name)?.Value.Trim() ?? string.Empty;
}
