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
        var o = new EquilibriumOptions { Elasticities = IrreplaceabilityData.Rate(ElasticitySets.Read("short-run"), table) };
        FlowTable support = SupportTable.Of(table, new RootOptions { Equilibrium = o }).Table;
        var economy = RegionEconomy.Of(support, o);
        foreach (double cut in new[] { 0.98, 0.99, 0.9999 })
        {
            foreach (int k in cut == 0.9999 ? Enumerable.Range(0, 153).ToArray() : [89, 91, 93, 28])
            {
                var c = new SupplyCut(new(k), cut, SupplyScope.All);
                var w = Stopwatch.StartNew();
                var solver = new PriceSolver(economy);
                if (cut == 0.98 && k == 93) { Environment.SetEnvironmentVariable("ZZ", "1"); }
                PriceSolution s = solver.Solve(PriceShock.OfCost(c), default);
                Environment.SetEnvironmentVariable("ZZ", null);
                double t = w.Elapsed.TotalSeconds;
                w.Restart();
                var q = new QuantitySystem(economy);
                bool ok = s.Status == CutStatus.Ok && q.Solve(solver.Prices, solver.Home, PriceShock.OfCost(c));
                double t2 = w.Elapsed.TotalSeconds;
                Console.WriteLine($"{k} {cut} {s} {t:0.000} s max {solver.Home.ToArray().Max():0.000} quantities {ok} {t2:0.000}");
            }
        }
    }
}
