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

    /// <summary>A logarithmic axis of amounts above 0.</summary>
    public static JsonObject Log(string name, double low, double high) =>
        new()
        {
            ["type"] = "log",
            ["name"] = name,
            ["nameLocation"] = "middle",
            ["nameGap"] = 40,
            ["min"] = low,
            ["max"] = high,
        };

    /// <summary>A number with one digit that is not 0, rounded up or down: an end of a logarithmic axis.</summary>
    public static double OneDigit(double number, Func<double, double> round)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(number)));
        return round(number / power) * power;
    }

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
