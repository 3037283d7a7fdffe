using System.Text.Json;
using System.Text.Json.Nodes;
using Rootscope.Storage.Codec;
using Rootscope.Tables;

namespace Rootscope.Storage.Export;

/// <summary>
/// What an export holds besides figures, so that the table can be had again: everything of it but the figures, and its content hash.
/// </summary>
/// <param name="Table">Metadata, regions, industries and categories.</param>
/// <param name="Hash">The content hash of the table; null where the export does not say.</param>
internal sealed record ExportedHeader(TableHeader Table, string? Hash)
{
    /// <summary>The file that holds it in a folder whose other files have no room for it.</summary>
    public const string FileName = "rootscope.json";

    private const string TableKey = "rootscope";
    private const string HashKey = "sha256";

    /// <summary>The members that an export writes.</summary>
    public static JsonObject Of(FlowTable table) =>
        new()
        {
            [HashKey] = table.ContentHash,
            [TableKey] = JsonSerializer.SerializeToNode(TableHeader.Of(table, step: 0), TableHeaderJson.Default.TableHeader),
        };

    /// <summary>Reads them from a file of JSON.</summary>
    /// <exception cref="TableException">The file has no such members, or is no JSON.</exception>
    public static ExportedHeader Read(string file)
    {
        try
        {
            return Parse(File.ReadAllBytes(file), file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TableException(file, $"cannot be read ({e.Message}). Check the path.", e);
        }
    }

    /// <summary>Reads them from JSON.</summary>
    /// <exception cref="TableException">It has no such members, or is no JSON.</exception>
    public static ExportedHeader Parse(byte[] json, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            TableHeader? header = document.RootElement.GetProperty(TableKey).Deserialize(TableHeaderJson.Default.TableHeader);
            return new ExportedHeader(
                header ?? throw Damaged(place),
                document.RootElement.TryGetProperty(HashKey, out JsonElement hash) ? hash.GetString() : null
            );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new TableException(
                place,
                $"the key '{TableKey}' cannot be read ({e.Message.TrimEnd('.')}). Export the table again, or write a mapping there "
                    + $"(docs/data/mapped.md).",
                e
            );
        }
    }

    /// <summary>The labels of final uses, region before category.</summary>
    public IReadOnlyList<(string Region, string Category)> Uses(string place) =>
        [
            .. Table.FinalDemandCategories.Select(c =>
                c.Region >= 0 && c.Region < Table.Regions.Count ? (Table.Regions[c.Region].Code, c.Code) : throw Damaged(place)
            ),
        ];

    /// <summary>The table under another name, its figures being those that were exported.</summary>
    /// <exception cref="TableException">They are not.</exception>
    public FlowTable Checked(FlowTable table, string id, string place) =>
        Hash is null || Hash == table.ContentHash
            ? table.With(table.Metadata with { Id = id })
            : throw new TableException(
                place,
                $"the figures have the hash {table.ContentHash} and the export says {Hash}. They were changed after the export: export "
                    + $"the table again."
            );

    private static TableException Damaged(string place) => new(place, $"the key '{TableKey}' is damaged. Export the table again.");
}
