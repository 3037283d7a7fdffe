using System.Text.Json;
using Rootscope.Tables;

namespace Rootscope.Tests.Golden;

/// <summary>The golden vectors: figures computed by other programs, some in exact arithmetic.</summary>
internal sealed class GoldenFile
{
    private readonly JsonElement _root;

    private GoldenFile(JsonElement root) => _root = root;

    public static GoldenFile Open(params string[] path) =>
        new(JsonDocument.Parse(File.ReadAllText(SharedData.Require(["golden", .. path]))).RootElement);

    public GoldenFile this[string name] => new(_root.GetProperty(name));

    public double Number(string name) => _root.GetProperty(name).GetDouble();

    public string Text(string name) => _root.GetProperty(name).GetString()!;

    public IEnumerable<JsonElement> Items(string name) => _root.GetProperty(name).EnumerateArray();

    /// <summary>A vector, or a matrix row by row.</summary>
    public double[] Figures(string name) => [.. Flatten(_root.GetProperty(name))];

    public double[,] Square(string name)
    {
        double[] figures = Figures(name);
        int n = (int)Math.Sqrt(figures.Length);
        var result = new double[n, n];
        Buffer.BlockCopy(figures, 0, result, 0, figures.Length * sizeof(double));
        return result;
    }

    /// <summary>The input table of the golden vectors.</summary>
    public static FlowTable Table()
    {
        GoldenFile input = Open("accounts", "input", "table.json");
        return SmallTables.ManyRegions(
            input.Texts("regions"),
            input.Texts("sectors"),
            input.Figures("Z"),
            input.Figures("Y"),
            input.Texts("fd_categories")
        );
    }

    public string[] Texts(string name) => [.. Items(name).Select(e => e.GetString()!)];

    private static IEnumerable<double> Flatten(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(Flatten) : [element.GetDouble()];
}
