using System.Collections;
using System.Reflection;
using CsCheck;
using Rootscope.Shocks;
using Rootscope.Shocks.Kinds.Bans;
using Rootscope.Shocks.Kinds.SupplyCuts;
using Rootscope.Shocks.Kinds.Tariffs;
using Rootscope.Shocks.Kinds.Uplifts;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tests.Properties;

namespace Rootscope.Tests.Shocks.Lenses;

/// <summary>Every lens at shares from nearly nothing to nearly everything: a figure or a status, and nothing that is no number.</summary>
public class ExtremeShareTests
{
    private static readonly double[] Shares = [1e-9, 1e-6, 1e-3, 0.5, 0.9, 0.99, 0.999, 1 - 1e-6, 1 - 1e-9, 1];

    public static TheoryData<string, bool> Lenses
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (ILens lens in LensRegistry.Default.All)
            {
                data.Add(lens.Word, true);
                data.Add(lens.Word, false);
            }

            return data;
        }
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Lenses))]
    public async Task Every_share_has_figures_or_a_status(string lens, bool manyRegions)
    {
        await Task.Yield();
        FlowTable table = manyRegions ? ScenarioCases.World : RandomEconomies.Open.Single(_ => true, "0001GQWXRbQ2");
        foreach (IShock shock in ShocksOn(table, manyRegions))
        {
            LensResult result = ScenarioRun
                .Of(ScenarioCases.Scenario(table, shock), table, [ScenarioCases.Lens(lens)], null, TestContext.Current.CancellationToken)
                .Lenses[0];
            string about = $"{lens}, {string.Join(", ", shock.Values)}: {result.Status}";
            Assert.Equal(result.HasFigures, result.Figures.Regions.Count > 0);
            Assert.Equal(result.Status == ScenarioStatus.Infeasible, result.Figures.Infeasible.Count > 0);
            Assert.All(result.Figures.Regions, r => Assert.True(r.Loss <= 1, $"{about}, loss {r.Loss:R}"));
            RequireNumbers(result.Figures, about);
        }
    }

    [Theory]
    [InlineData(1e-9, ScenarioStatus.NotRepresented)]
    [InlineData(1e-4, ScenarioStatus.Ok)]
    public void A_world_refuses_what_is_lost_in_its_tolerance(double share, ScenarioStatus status)
    {
        FlowTable world = ScenarioCases.World;
        Scenario scenario = ScenarioCases.Scenario(world, CutOf(world, new ScenarioProduct("s2"), "A", share, SupplyScope.Domestic));
        LensResult result = ScenarioRun
            .Of(scenario, world, [ScenarioCases.Lens("equilibrium")], null, TestContext.Current.CancellationToken)
            .Lenses[0];
        Assert.Equal(status, result.Status);
    }

    /// <summary>Luxembourg gives away a third of what it earns, and after such a ban would give away more than all.</summary>
    [Theory(Timeout = 120_000)]
    [InlineData("short-run")]
    public async Task A_region_that_would_give_away_more_than_it_earns_has_no_equilibrium(string elasticities)
    {
        await Task.Yield();
        FlowTable world = EmbeddedTables.Read("world-2011");
        var ban = new BanShock
        {
            Products = [.. new[] { "c14", "c13", "c12", "c9" }.Select(c => new ScenarioProduct(c))],
            From = ["all"],
            To = ["LUX"],
            Share = 0.99,
        };
        foreach (IShock shock in (IShock[])[ban, CutOf(world, new ScenarioProduct("c14"), "TWN", 0.999, SupplyScope.Domestic)])
        {
            Scenario scenario = ScenarioCases.Scenario(world, shock) with { Elasticities = ElasticitySets.Read(elasticities) };
            LensResult result = ScenarioRun
                .Of(scenario, world, [ScenarioCases.Lens("equilibrium")], null, TestContext.Current.CancellationToken)
                .Lenses[0];
            Assert.Equal(ScenarioStatus.Infeasible, result.Status);
            Assert.Contains(result.Figures.Infeasible, s => s.Contains("no equilibrium leaves it an income", StringComparison.Ordinal));
            Assert.Empty(result.Figures.Regions);
        }
    }

    private static IEnumerable<IShock> ShocksOn(FlowTable table, bool manyRegions)
    {
        string own = table.Sectors.Regions[0].Code;
        string other = manyRegions ? table.Sectors.Regions[1].Code : ScenarioTable.AbroadWord;
        ScenarioProduct product = new(table.Sectors.Industries[1].Code);
        foreach (double share in Shares)
        {
            foreach (SupplyScope scope in Enum.GetValues<SupplyScope>())
            {
                yield return CutOf(table, product, own, share, scope);
            }

            yield return new BanShock
            {
                Products = [product],
                From = [other],
                To = [own],
                Share = share,
            };
            yield return new TariffShock
            {
                Products = [product],
                From = [other],
                To = [own],
                Rate = 10 * share,
            };
            yield return new UpliftShock
            {
                Products = [product],
                Region = own,
                Productivity = share,
            };
        }
    }

    private static SupplyCutShock CutOf(FlowTable table, ScenarioProduct product, string region, double share, SupplyScope supply) =>
        new()
        {
            Products = [product],
            Region = region,
            Share = share,
            Supply = supply,
        };

    private static void RequireNumbers(object? value, string about)
    {
        switch (value)
        {
            case double x:
                Assert.True(double.IsFinite(x), about);
                break;
            case null or string or int or bool or Enum:
                break;
            case IEnumerable items:
                foreach (object? item in items)
                {
                    RequireNumbers(item, about);
                }

                break;
            default:
                foreach (
                    PropertyInfo property in value
                        .GetType()
                        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract")
                )
                {
                    RequireNumbers(property.GetValue(value), $"{about}.{property.Name}");
                }

                break;
        }
    }
}
