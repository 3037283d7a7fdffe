using Rootscope.Screening.Lists;
using Rootscope.Storage.Formats.Files;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>
/// The EU's consolidated financial sanctions list: XML 1.1 (<see cref="EuXmlReader"/>), or CSV 1.1 with semicolons,
/// several rows a record, each with a name or an address.
/// </summary>
internal static class EuReader
{
    public static ListContents Read(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        Dictionary<string, RecordDraft> drafts = new(StringComparer.Ordinal);
        List<string> order = [];
        HashSet<string> columns = new(StringComparer.Ordinal);
        string date = string.Empty;
        List<ScreeningRecord> records = [];
        foreach (string path in files)
        {
            if (EuXmlReader.Reads(ListFile.TextOf(path)))
            {
                date = EuXmlReader.Read(path, records, columns, cancellation);
                continue;
            }

            using CsvFile csv = ListFile.Table(path, ListFile.TextOf(path), "Entity_LogicalId", ';', out _, cancellation);
            columns.UnionWith(csv.Header.Where(h => h.Length > 0));
            int id = csv.Column("Entity_LogicalId");
            int name = csv.Column("NameAlias_WholeName");
            string Cell(string column) => csv.Find(column) is >= 0 and int c ? csv.Text(c) : string.Empty;
            while (csv.Read())
            {
                date = date.Length > 0 ? date : ListFile.DateOf(Cell("fileGenerationDate"));
                string number = csv.Text(id);
                if (number.Length == 0)
                {
                    continue;
                }

                if (!drafts.TryGetValue(number, out RecordDraft? draft))
                {
                    string kind = Cell("Entity_SubjectType_ClassificationCode");
                    drafts[number] = draft = new RecordDraft(number, ListFile.KindOf(kind.Length > 0 ? kind : Cell("Entity_SubjectType")));
                    order.Add(number);
                }

                draft.Name(csv.Text(name), draft.HasName ? NameRole.Alias : NameRole.Primary);
                draft.Programme(Cell("Entity_Regulation_Programme"));
                draft.Country(Cell("Citizenship_CountryDescription"));
                draft.Country(Cell("Address_CountryDescription"));
                draft.Address(
                    string.Join(
                        ", ",
                        new[] { Cell("Address_Street"), Cell("Address_City"), Cell("Address_CountryDescription") }.Where(c => c.Length > 0)
                    )
                );
                draft.Identifier(Cell("Identification_Number"));
                draft.Remark(Cell("Entity_Remark"));
            }
        }

        return new ListContents(
            ListFile.Unique([.. records, .. order.Where(o => drafts[o].HasName).Select(o => drafts[o].Make())]),
            [.. columns.Order(StringComparer.Ordinal)],
            date
        );
    }
}
