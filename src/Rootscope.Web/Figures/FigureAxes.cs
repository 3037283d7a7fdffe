using System.Text.Json.Nodes;

namespace Rootscope.Web.Figures;

/// <summary>Axes and bars that figures share. Names that are too long for their place are cut in the drawing, not in the table.</summary>
internal static class FigureAxes
{
    /// <summary>An axis of amounts.</summary>
    public static JsonObject Value(string name) =>
        new()
        {
            ["type"] = "value",
            ["name"] = name,
            ["nameLocation"] = "middle",
            ["nameGap"] = 34,
        };

    /// <summary>An axis of names, the first at the bottom. The page's script makes room for them.</summary>
    public static JsonObject Names(IEnumerable<string> names) =>
        new()
        {
            ["type"] = "category",
            ["wordy"] = true,
            ["data"] = new JsonArray([.. names.Select(n => (JsonNode)n)]),
        };

    /// <summary>Bars in one of the page's tints.</summary>
    public static JsonObject Bars(string name, string tint, IEnumerable<double?> values) =>
        new()
        {
            ["type"] = "bar",
            ["name"] = name,
            ["tint"] = tint,
            ["data"] = new JsonArray([.. values.Select(v => v is { } value ? (JsonNode)value : null)]),
        };
}
