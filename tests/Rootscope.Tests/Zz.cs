
using System.Diagnostics;
using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;
using Rootscope.Tables;
namespace Rootscope.Tests;
public class Zz
{
    [Fact]
    public void Plain()
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        foreach (TradeClosure trade in Enum.GetValues<TradeClosure>())
        {
        var o = new EquilibriumOptions { Elasticities = IrreplaceabilityData.Rate(ElasticitySets.Read("short-run"), table), Trade = trade, CutAs = CutKind.Quantity };
        FlowTable support = SupportTable.Of(table, new RootOptions { Equilibrium = o }).Table;
        var economy = RegionEconomy.Of(support, o);
        var cuts = new EquilibriumCuts(economy);
        foreach (double cut in new[] { 0.5, 0.9, 0.98 })
        {
            foreach (int k in Enumerable.Range(0, 153).Where(k => k % 3 == 0))
            {
                var c = new SupplyCut(new(k), cut, SupplyScope.All);
                var w = Stopwatch.StartNew();
                CutOutcome s = cuts.Solve(c);
                double x = economy.Shares.Exports[k] / economy.SupplyOf(new(k), SupplyScope.All);
                Console.WriteLine($"{trade} {k} {cut} {s.Status} {s.Loss} {s.Iterations} exports {x:0.000} {w.Elapsed.TotalSeconds:0.000} s ");
            }
        }
        }
    }
}
