using Rootscope.Screening.Lists;
using Rootscope.Storage.Formats.Files;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>
/// A list of the user's own: CSV or a workbook with a column name; others where they are there. Several values part by semicolons.
/// </summary>
internal static class PlainListReader
{
    private static readonly string[] Aliases = ["aliases", "alias", "alt_names", "chinese name", "previous name", "other names"];

    public static ListContents Read(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        List<ScreeningRecord> records = [];
        SortedSet<string> columns = new(StringComparer.Ordinal);
        foreach (string path in files)
        {
            using CsvFile csv = CsvFile.Open(path, cancellation);
            columns.UnionWith(csv.Header.Where(h => h.Length > 0));
            int name = csv.Column("name");
            string Cell(params string[] names) =>
                names.Select(csv.Find).FirstOrDefault(c => c >= 0, -1) is >= 0 and int c ? csv.Text(c) : string.Empty;
            while (csv.Read())
            {
                if (csv.Text(name).Length == 0)
                {
                    throw csv.Fault(name, "the name is empty. Fill it, or remove the row.");
                }

                string own = Cell("id");
                string date = Cell("start date", "start-date", "date");
                var draft = new RecordDraft(
                    own.Length > 0 ? own : ListFile.MadeId(csv.Text(name), date),
                    ListFile.KindOf(Cell("kind", "type", "schema"))
                );
                draft.Name(csv.Text(name).TrimEnd('*', ' '), NameRole.Primary);
                foreach (string alias in Aliases.SelectMany(a => ListFile.Parts(Cell(a), ';')))
                {
                    draft.Name(alias, NameRole.Alias);
                }

                foreach (string country in ListFile.Parts(Cell("country", "countries"), ';'))
                {
                    draft.Country(country);
                }

                foreach (string number in ListFile.Parts(Cell("identifiers", "identifier", "ids"), ';'))
                {
                    draft.Identifier(number);
                }

                draft.Programme(Cell("program", "programme", "list"));
                draft.Address(Cell("address"));
                draft.Remark(Cell("remarks", "notes", "note", "summary"));
                draft.Until(Cell("end date", "end-date", "end_date"));
                records.Add(draft.Make());
            }
        }

        return new ListContents(ListFile.Unique(records), [.. columns], string.Empty);
    }
}
