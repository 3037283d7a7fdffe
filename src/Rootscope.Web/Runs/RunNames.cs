using Rootscope.Shocks.Kinds;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;
using Rootscope.Web.Language;

namespace Rootscope.Web.Runs;

/// <summary>What a run is called for everybody: by what happens in it, never by what its sender called it.</summary>
internal static class RunNames
{
    private const int MostProducts = 2;

    /// <summary>Kind, products and table of the first shock, and how many more there are.</summary>
    public static string Of(Scenario scenario, FlowTable table)
    {
        IShock first = scenario.Shocks[0];
        string kind = ShockKinds.Default.Find(first.Kind) is { } known ? Phrases.ShockCalled(known).English : first.Kind;
        string[] products = [.. first.Products.Select(p => NameOf(p, table)).Distinct(StringComparer.Ordinal)];
        string what =
            products.Length == 0
                ? string.Empty
                : $": {string.Join(", ", products.Take(MostProducts))}"
                    + (products.Length > MostProducts ? $" and {products.Length - MostProducts} more" : string.Empty);
        int others = scenario.Shocks.Count - 1;
        string more = others == 0 ? string.Empty : $"; {others} more";
        string named = $"{char.ToUpperInvariant(kind[0])}{kind[1..]}{what}{more} ({scenario.Table})";
        return ForeignText.Contained(named, ScenarioRunState.LongestName);
    }

    private static string NameOf(ScenarioProduct product, FlowTable table) =>
        product.TechnologyName ?? table.Sectors.Industries.FirstOrDefault(i => i.Code == product.Code)?.Name ?? product.Code;
}
