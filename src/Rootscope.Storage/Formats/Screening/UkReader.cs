using Rootscope.Screening.Lists;
using Rootscope.Storage.Formats.Files;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>
/// The UK Sanctions List, and OFSI's consolidated list in its layout of before 2026: a line with a date, then a row a name.
/// </summary>
internal static class UkReader
{
    private static readonly string[] NameParts = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"];

    public static ListContents Read(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        Dictionary<string, RecordDraft> drafts = new(StringComparer.Ordinal);
        List<string> order = [];
        HashSet<string> columns = new(StringComparer.Ordinal);
        string date = string.Empty;
        foreach (string path in files)
        {
            using CsvFile csv = ListFile.Table(path, ListFile.TextOf(path), "Name 6", ',', out string before, cancellation);
            date = ListFile.DateOf(
                before
                    .Replace("Report Date:", string.Empty, StringComparison.Ordinal)
                    .Replace("Last Updated", string.Empty, StringComparison.Ordinal)
                    .Trim(' ', ',', ':', '"', '\r', '\n')
            );
            columns.UnionWith(csv.Header.Where(h => h.Length > 0));
            int id = csv.Find("Unique ID") is >= 0 and int unique ? unique : csv.Column("Group ID");
            int[] parts = [.. NameParts.Select(csv.Column)];
            string Cell(params string[] names) =>
                names.Select(csv.Find).FirstOrDefault(c => c >= 0, -1) is >= 0 and int c ? csv.Text(c) : string.Empty;
            while (csv.Read())
            {
                string number = csv.Text(id);
                if (number.Length == 0)
                {
                    continue;
                }

                if (!drafts.TryGetValue(number, out RecordDraft? draft))
                {
                    drafts[number] = draft = new RecordDraft(
                        number,
                        ListFile.KindOf(Cell("Designation Type", "Individual, Entity, Ship", "Group Type"))
                    );
                    order.Add(number);
                }

                draft.Name(
                    string.Join(' ', parts.Select(csv.Text)),
                    RoleOf(Cell("Name type", "Alias Type"), Cell("Alias strength", "Alias Quality"))
                );
                draft.Name(Cell("Name non-latin script"), NameRole.Alias);
                draft.Programme(Cell("Regime Name", "Regime"));
                draft.Country(Cell("Address Country", "Country"));
                draft.Address(
                    string.Join(
                        ", ",
                        Enumerable
                            .Range(1, 6)
                            .Select(i => Cell($"Address Line {i}", $"Address {i}"))
                            .Append(Cell("Address Country", "Country"))
                            .Where(c => c.Length > 0)
                    )
                );
                draft.Identifier(Cell("IMO number") is { Length: > 0 } ship ? $"IMO {ship}" : string.Empty);
                draft.Identifier(Cell("Business registration number (s)"));
                draft.Remark(Cell("Other Information"));
            }
        }

        return new ListContents(
            [.. order.Where(o => drafts[o].HasName).Select(o => drafts[o].Make())],
            [.. columns.Order(StringComparer.Ordinal)],
            date
        );
    }

    private static NameRole RoleOf(string type, string strength) =>
        type.StartsWith("Primary name", StringComparison.OrdinalIgnoreCase)
        && !type.Contains("variation", StringComparison.OrdinalIgnoreCase)
            ? NameRole.Primary
        : strength.StartsWith("Low", StringComparison.OrdinalIgnoreCase) || strength.StartsWith("Weak", StringComparison.OrdinalIgnoreCase)
            ? NameRole.WeakAlias
        : type.StartsWith("FKA", StringComparison.OrdinalIgnoreCase) ? NameRole.Former
        : NameRole.Alias;
}
