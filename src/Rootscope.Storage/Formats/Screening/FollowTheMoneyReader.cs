using System.Text.Json;
using Rootscope.Screening.Lists;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>FollowTheMoney entities, one JSON object a line; schemata that are no parties (addresses, links) are passed over.</summary>
internal static class FollowTheMoneyReader
{
    private static readonly string[] Numbers =
    [
        "registrationNumber",
        "leiCode",
        "taxNumber",
        "idNumber",
        "innCode",
        "ogrnCode",
        "uscCode",
        "imoNumber",
        "isin",
        "passportNumber",
        "swiftBic",
    ];

    public static ListContents Read(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        List<ScreeningRecord> records = [];
        SortedSet<string> columns = new(StringComparer.Ordinal);
        foreach (string path in files)
        {
            using var text = new StringReader(ListFile.TextOf(path));
            for (int line = 1; text.ReadLine() is { } json; line++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!string.IsNullOrWhiteSpace(json) && Record($"{path}, line {line}", json, columns) is { } record)
                {
                    records.Add(record);
                }
            }
        }

        return new ListContents(ListFile.Unique(records), [.. columns], string.Empty);
    }

    private static ScreeningRecord? Record(string place, string json, SortedSet<string> columns)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            JsonElement entity = document.RootElement;
            string id = JsonText.One(entity, "id");
            string schema = JsonText.One(entity, "schema");
            if (id.Length == 0 || schema.Length == 0 || !entity.TryGetProperty("properties", out JsonElement properties))
            {
                throw new TableException(place, "has no id, schema or properties. Give FollowTheMoney entities, one JSON object a line.");
            }

            RecordKind kind = ListFile.KindOf(schema);
            if (kind == RecordKind.Unknown)
            {
                return null;
            }

            columns.UnionWith(properties.EnumerateObject().Select(p => p.Name));
            var draft = new RecordDraft(id, kind);
            void Add(string property, Action<string> add)
            {
                foreach (string value in JsonText.Many(properties, property))
                {
                    add(value);
                }
            }

            Add("name", n => draft.Name(n, draft.HasName ? NameRole.Alias : NameRole.Primary));
            draft.Name(JsonText.One(entity, "caption"), NameRole.Alias);
            Add("alias", n => draft.Name(n, NameRole.Alias));
            Add("weakAlias", n => draft.Name(n, NameRole.WeakAlias));
            Add("previousName", n => draft.Name(n, NameRole.Former));
            Add("country", draft.Country);
            Add("nationality", draft.Country);
            Add("jurisdiction", draft.Country);
            Add("program", draft.Programme);
            Add("topics", draft.Programme);
            Add("address", draft.Address);
            Add("notes", draft.Remark);
            foreach (string number in Numbers)
            {
                Add(
                    number,
                    v => draft.Identifier(number == "imoNumber" ? $"IMO {v.Replace("IMO", string.Empty, StringComparison.Ordinal)}" : v)
                );
            }

            return draft.HasName ? draft.Make() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new TableException(place, $"is no JSON object ({e.Message}). Give one entity a line.", e);
        }
    }
}
