using System.Text.Json;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>Texts in JSON objects, whatever shape they have.</summary>
internal static class JsonText
{
    /// <summary>The text of a property; empty where there is none.</summary>
    public static string One(JsonElement entry, string property) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(property, out JsonElement value) ? Text(value) : string.Empty;

    /// <summary>The texts of a property that is an array or one text.</summary>
    public static IEnumerable<string> Many(JsonElement entry, string property) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(property, out JsonElement value)
            ? value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().Select(Text).Where(t => t.Length > 0)
                : Text(value) is { Length: > 0 } one
                    ? [one]
                    : []
            : [];

    /// <summary>A text for each object of an array: its properties with commas between.</summary>
    public static IEnumerable<string> Joined(JsonElement entry, string property, string[] properties) =>
        entry.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(item => string.Join(", ", properties.Select(p => One(item, p)).Where(t => t.Length > 0)))
            : [];

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            _ => string.Empty,
        };
}
