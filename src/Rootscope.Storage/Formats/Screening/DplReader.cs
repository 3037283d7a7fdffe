using Rootscope.Screening.Lists;
using Rootscope.Storage.Formats.Files;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>The Denied Persons List: text with tabs, a row an order; a name can come with several addresses.</summary>
internal static class DplReader
{
    private static readonly string[] AddressColumns = ["Street_Address", "City", "State", "Postal_Code", "Country"];

    public static ListContents Read(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        List<ScreeningRecord> records = [];
        HashSet<string> columns = new(StringComparer.Ordinal);
        foreach (string path in files)
        {
            using CsvFile csv = ListFile.Table(path, ListFile.TextOf(path), "Effective_Date", '\t', out _, cancellation);
            columns.UnionWith(csv.Header.Where(h => h.Length > 0));
            int name = csv.Column("Name");
            int from = csv.Column("Effective_Date");
            int[] address = [.. AddressColumns.Select(csv.Column)];
            string Cell(string column) => csv.Find(column) is >= 0 and int c ? csv.Text(c) : string.Empty;
            while (csv.Read())
            {
                string where = string.Join(", ", address.Select(csv.Text).Where(c => c.Length > 0));
                var draft = new RecordDraft(ListFile.MadeId(csv.Text(name), where, csv.Text(from)), RecordKind.Unknown);
                draft.Name(csv.Text(name), NameRole.Primary);
                draft.Programme("Denied Persons List");
                draft.Country(csv.Text(address[^1]));
                draft.Address(where);
                draft.Remark($"From {csv.Text(from)} to {Cell("Expiration_Date")}. {Cell("FR_Citation")}");
                records.Add(
                    draft.HasName
                        ? draft.Make()
                        : throw csv.Fault(name, "the name is empty. The file is damaged, or its columns have moved.")
                );
            }
        }

        return new ListContents(ListFile.Unique(records), [.. columns.Order(StringComparer.Ordinal)], string.Empty);
    }
}
