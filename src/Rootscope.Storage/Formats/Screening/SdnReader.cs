using Rootscope.Screening.Lists;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>
/// OFAC's files without a header (SDN.CSV or CONS_PRIM.CSV, with ALT and ADD): told apart by the number of their cells; <c>-0-</c> is
/// nothing.
/// </summary>
internal static class SdnReader
{
    private const string Null = "-0-";

    private static readonly string[] Main =
    [
        "ent_num",
        "SDN_Name",
        "SDN_Type",
        "Program",
        "Title",
        "Call_Sign",
        "Vess_type",
        "Tonnage",
        "GRT",
        "Vess_flag",
        "Vess_owner",
        "Remarks",
    ];

    private static readonly string[] Alternate = ["ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"];

    private static readonly string[] Address = ["Ent_num", "Add_num", "Address", "City", "Country", "Add_remarks"];

    public static ListContents Read(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        List<string> order = [];
        Dictionary<string, RecordDraft> drafts = new(StringComparer.Ordinal);
        List<string> columns = [];
        (string Path, string Text, string[] Header)[] texts =
        [
            .. files
                .Select(f => (f, ListFile.TextOf(f)))
                .Select(f => (f.f, f.Item2, HeaderOf(f.f, f.Item2)))
                .OrderByDescending(f => f.Item3.Length),
        ];
        foreach ((string path, string text, string[] header) in texts)
        {
            using CsvFile csv = ListFile.Open(
                path,
                string.Join(',', header) + "\n" + text.TrimEnd('\u001A', '\r', '\n'),
                ',',
                cancellation
            );
            columns.AddRange(header);
            while (csv.Read())
            {
                AddRow(csv, header, drafts, order);
            }
        }

        return new ListContents([.. order.Select(id => drafts[id].Make())], columns, string.Empty);
    }

    private static void AddRow(CsvFile csv, string[] header, Dictionary<string, RecordDraft> drafts, List<string> order)
    {
        string Cell(int column) => csv.Text(column) is Null ? string.Empty : csv.Text(column);
        string id = Cell(0);
        if (header == Main)
        {
            string type = Cell(2);
            var draft = new RecordDraft(id, type.Length == 0 ? RecordKind.Organisation : ListFile.KindOf(type));
            draft.Name(Cell(1), NameRole.Primary);
            foreach (string programme in ListFile.Parts(Cell(3), ';', ']', '['))
            {
                draft.Programme(programme);
            }

            AddRemarks(draft, Cell(11));
            if (!draft.HasName || !drafts.TryAdd(id, draft))
            {
                throw Fault(csv, draft.HasName ? $"the number {id} comes twice" : "the name is empty");
            }

            order.Add(id);
            return;
        }

        if (!drafts.TryGetValue(id, out RecordDraft? listed))
        {
            throw Fault(csv, $"the number {id} is not in the list itself: the files are of different days");
        }

        if (header == Alternate)
        {
            listed.Name(Cell(3), Cell(2).StartsWith("fka", StringComparison.OrdinalIgnoreCase) ? NameRole.Former : NameRole.Alias);
        }
        else
        {
            listed.Address(string.Join(", ", new[] { Cell(2), Cell(3), Cell(4) }.Where(c => c.Length > 0)));
            listed.Country(Cell(4));
        }
    }

    /// <summary>Remarks hold weak names between quotes and numbers of registers.</summary>
    private static void AddRemarks(RecordDraft draft, string remarks)
    {
        foreach (string part in remarks.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string text = part.TrimEnd('.');
            if (text.StartsWith("a.k.a. '", StringComparison.Ordinal) && text.EndsWith('\''))
            {
                draft.Name(text["a.k.a. '".Length..^1], NameRole.WeakAlias);
            }
            else if (
                FirmIdentifier.In(text).Any()
                || text.Contains(" ID ", StringComparison.Ordinal)
                || text.StartsWith("Passport", StringComparison.Ordinal)
            )
            {
                draft.Identifier(text);
            }
        }

        draft.Remark(remarks);
    }

    private static string[] HeaderOf(string path, string text)
    {
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        using var first = Sylvan.Data.Csv.CsvDataReader.Create(
            new StringReader(end < 0 ? text : text[..end]),
            new Sylvan.Data.Csv.CsvDataReaderOptions { HasHeaders = false }
        );
        int cells = first.Read() ? first.RowFieldCount : 0;
        return cells switch
        {
            12 => Main,
            5 => Alternate,
            6 => Address,
            _ => throw new TableException(
                $"{path}, line 1",
                $"has {cells} cells, where OFAC's list has 12, its alternate names 5 and its addresses 6. The layout changed, or this is "
                    + $"another file."
            ),
        };
    }

    private static TableException Fault(CsvFile csv, string what) =>
        new($"{csv.Path}, line {csv.Line - 1}", $"{what}. Download the files again, all on one day.");
}
