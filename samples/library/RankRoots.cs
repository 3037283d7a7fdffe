using Rootscope.Roots;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Samples;

/// <summary>On which products does China stand? A table, a cut of each product's supply, and the five with the highest leverage.</summary>
internal static class RankRoots
{
    public static void Write(TextWriter output)
    {
        FlowTable table = new TableLibrary().Read("china-2020");
        var options = new RootOptions
        {
            Cut = 0.5,
            Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") },
        };
        foreach (RootRow row in RootRanking.Of(table, options).Rows.Take(5))
        {
            // What is undefined is null, with the status that says why.
            output.WriteLine(FormattableString.Invariant($"{row.Rank}\t{row.Code}\t{row.Name}\t{row.Leverage:0.000}\t{row.Status}"));
        }
    }
}
