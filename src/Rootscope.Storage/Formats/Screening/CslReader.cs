using System.Text.Json;
using Rootscope.Screening.Lists;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>The Consolidated Screening List of trade.gov, CSV or JSON: by the names of columns, which come and go.</summary>
internal static class CslReader
{
    private static readonly string[] Ids = ["_id", "id"];

    public static ListContents Read(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        List<ScreeningRecord> records = [];
        HashSet<string> columns = new(StringComparer.Ordinal);
        foreach (string path in files)
        {
            string text = ListFile.TextOf(path);
            records.AddRange(
                text.AsSpan().TrimStart().StartsWith("{") ? Json(path, text, columns) : Csv(path, text, columns, cancellation)
            );
        }

        return new ListContents(ListFile.Unique(records), [.. columns.Order(StringComparer.Ordinal)], string.Empty);
    }

    private static List<ScreeningRecord> Csv(string path, string text, HashSet<string> columns, CancellationToken cancellation)
    {
        using CsvFile csv = ListFile.Open(path, text, ',', cancellation);
        int name = csv.Column("name");
        int source = csv.Column("source");
        int alternatives = csv.Column("alt_names");
        columns.UnionWith(csv.Header.Where(h => h.Length > 0));
        string Cell(string column) => csv.Find(column) is >= 0 and int c ? csv.Text(c) : string.Empty;
        List<ScreeningRecord> records = [];
        while (csv.Read())
        {
            string own = Ids.Select(Cell).FirstOrDefault(t => t.Length > 0) ?? Cell("entity_number");
            string id = own.Length > 0 ? own : ListFile.MadeId(csv.Text(source), csv.Text(name), Cell("addresses"), Cell("start_date"));
            var draft = new RecordDraft(id, ListFile.KindOf(Cell("type")));
            draft.Name(csv.Text(name), NameRole.Primary);
            AddAll(ListFile.Parts(csv.Text(alternatives), ';'), a => draft.Name(WithoutAnd(a), NameRole.Alias));
            draft.Programme(csv.Text(source));
            AddAll(ListFile.Parts(Cell("programs"), ';'), draft.Programme);
            AddAll(ListFile.Parts(Cell("addresses"), ';'), draft.Address);
            AddAll(ListFile.Parts(Cell("citizenships"), ';', ','), draft.Country);
            AddAll(ListFile.Parts(Cell("nationalities"), ';', ','), draft.Country);
            AddAll(ListFile.Parts(Cell("ids"), ';'), draft.Identifier);
            draft.Remark(Cell("remarks"));
            draft.Until(Cell("end_date"));
            records.Add(
                draft.HasName ? draft.Make() : throw csv.Fault(name, "the name is empty. The file is damaged, or its columns have moved.")
            );
        }

        return records;
    }

    private static List<ScreeningRecord> Json(string path, string text, HashSet<string> columns)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (!document.RootElement.TryGetProperty("results", out JsonElement results) || results.ValueKind != JsonValueKind.Array)
            {
                throw new TableException(path, "has no array 'results'. Give the JSON of the Consolidated Screening List.");
            }

            List<ScreeningRecord> records = [];
            foreach (JsonElement entry in results.EnumerateArray())
            {
                columns.UnionWith(entry.EnumerateObject().Select(p => p.Name));
                records.Add(Record(path, records.Count, entry));
            }

            return records;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new TableException(path, $"is no JSON of the Consolidated Screening List ({e.Message}). Download it again.", e);
        }
    }

    private static ScreeningRecord Record(string path, int number, JsonElement entry)
    {
        string name = JsonText.One(entry, "name");
        string own = Ids.Select(i => JsonText.One(entry, i)).FirstOrDefault(t => t.Length > 0) ?? JsonText.One(entry, "entity_number");
        string source = JsonText.One(entry, "source");
        var draft = new RecordDraft(
            own.Length > 0 ? own : ListFile.MadeId(source, name, JsonText.One(entry, "start_date")),
            ListFile.KindOf(JsonText.One(entry, "type"))
        );
        draft.Name(name, NameRole.Primary);
        AddAll(JsonText.Many(entry, "alt_names"), a => draft.Name(a, NameRole.Alias));
        draft.Programme(source);
        AddAll(JsonText.Many(entry, "programs"), draft.Programme);
        AddAll(JsonText.Many(entry, "citizenships"), draft.Country);
        AddAll(JsonText.Many(entry, "nationalities"), draft.Country);
        AddAll(JsonText.Joined(entry, "addresses", ["address", "city", "state", "postal_code", "country"]), draft.Address);
        AddAll(JsonText.Joined(entry, "ids", ["type", "number", "country"]), draft.Identifier);
        draft.Remark(JsonText.One(entry, "remarks"));
        draft.Until(JsonText.One(entry, "end_date"));
        return draft.HasName
            ? draft.Make()
            : throw new TableException($"{path}, results[{number}]", "has no name. The file is damaged, or its fields were renamed.");
    }

    private static string WithoutAnd(string alias) => alias.StartsWith("and ", StringComparison.Ordinal) ? alias[4..] : alias;

    private static void AddAll(IEnumerable<string> parts, Action<string> add)
    {
        foreach (string part in parts)
        {
            add(part);
        }
    }
}
