using CsCheck;
using Rootscope.Accounts;
using Rootscope.Accounts.Extraction;
using Rootscope.Shocks;
using Rootscope.Shocks.Kinds;
using Rootscope.Shocks.Kinds.Bans;
using Rootscope.Shocks.Kinds.Blacklists;
using Rootscope.Shocks.Kinds.Capital;
using Rootscope.Shocks.Kinds.SupplyCuts;
using Rootscope.Shocks.Kinds.Tariffs;
using Rootscope.Shocks.Kinds.Uplifts;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Shocks.Lenses.Extraction;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>Small worlds for scenarios, and scenarios run on them.</summary>
internal static class ScenarioCases
{
    /// <summary>Prices are solved to 1e-12 in logs, wages to 1e-11.</summary>
    public const double SolverTolerance = 1e-8;

    public static readonly ElasticitySet Elasticities = ElasticitySet.Uniform("laws", 0.5, 0.3, 2, 0.9);

    public static readonly Gen<FlowTable> Worlds =
        from flows in Gen.Double[0.01, 1].Array[81]
        from final in Gen.Double[0.5, 8].Array[27]
        select SmallTables.ManyRegions(["A", "B", "C"], ["s1", "s2", "s3"], flows, final, ["C"]);

    private static readonly Lazy<FlowTable> One = new(() => Worlds.Single(_ => true, "0001GQWXRbQ2"));

    /// <summary>A world of three regions and three products.</summary>
    public static FlowTable World => One.Value;

    public static ILens Lens(string word) => LensRegistry.Default.Named(word);

    public static RegionOutcome[] Run(FlowTable table, IShock shock, string lens) => Run(table, [shock], lens);

    public static RegionOutcome[] Run(FlowTable table, IShock[] shocks, string lens)
    {
        LensResult result = ScenarioRun.Of(Scenario(table, shocks), table, [Lens(lens)]).Lenses[0];
        Assert.True(
            result.Figures.Status == ScenarioStatus.Ok,
            $"{result.Status} after {result.Figures.Iterations}, residual {result.Figures.Residual:R}"
        );
        return [.. result.Figures.Regions];
    }

    public static Scenario Scenario(FlowTable table, params IShock[] shocks) =>
        new()
        {
            Name = "law",
            Table = table.Metadata.Id,
            Shocks = shocks,
            Elasticities = Elasticities,
        };
}
