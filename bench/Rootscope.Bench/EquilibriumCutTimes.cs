using BenchmarkDotNet.Attributes;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;

namespace Rootscope.Bench;

/// <summary>All single-product cuts of the 153-industry table at three sizes of cut: the bar is 2 s.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 8)]
public class EquilibriumCutTimes
{
    private EquilibriumCuts _lens = null!;
    private SupplyCut[] _cuts = [];

    [Params(1, 2)]
    public int Threads { get; set; }

    [Params("short-run", "first-figures")]
    public string Elasticities { get; set; } = string.Empty;

    [GlobalSetup]
    public void Calibrate()
    {
        var options = new EquilibriumOptions { Elasticities = ElasticitySets.Read(Elasticities) };
        _lens = new EquilibriumCuts(RegionEconomy.Of(EmbeddedTables.Read("china-2020"), options));
        _cuts =
        [
            .. new[] { 0.3, 0.5, 0.8 }.SelectMany(share =>
                Enumerable.Range(0, 153).Select(k => new SupplyCut(new(k), share, SupplyScope.All))
            ),
        ];
    }

    [Benchmark]
    public int AllCutsAtThreeSizes() => _lens.Solve(_cuts, Threads).Count(o => o.Status == CutStatus.Ok);
}
