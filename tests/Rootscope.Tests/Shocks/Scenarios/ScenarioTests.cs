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
using static Rootscope.Tests.Properties.ScenarioCases;

namespace Rootscope.Tests.Shocks.Scenarios;

/// <summary>What a run of a scenario says beside losses.</summary>
public class ScenarioTests
{
    [Fact]
    public void A_ban_that_nothing_can_replace_names_its_buyers()
    {
        FlowTable table = World;
        var ban = new BanShock
        {
            Products = [new ScenarioProduct("s2")],
            From = ["A"],
            To = ["C"],
        };
        var rigid = ElasticitySet.Uniform("rigid", 0.5, 0.3, 0.8, 0.9);
        LensResult essential = ScenarioRun.Of(Scenario(table, ban) with { Elasticities = rigid }, table, [Lens("equilibrium")]).Lenses[0];
        Assert.Equal(ScenarioStatus.Infeasible, essential.Status);
        Assert.False(essential.HasFigures);
        Assert.Contains("s2 in C", Assert.Single(essential.Figures.Infeasible), StringComparison.Ordinal);
        Assert.Contains("0.8", essential.Figures.Infeasible[0], StringComparison.Ordinal);
        LensResult byOtherWays = ScenarioRun
            .Of(Scenario(table, ban with { OutsidePrice = 10 }) with { Elasticities = rigid }, table, [Lens("equilibrium")])
            .Lenses[0];
        LensResult part = ScenarioRun
            .Of(Scenario(table, ban with { Share = 0.9 }) with { Elasticities = rigid }, table, [Lens("equilibrium")])
            .Lenses[0];
        Assert.Equal(ScenarioStatus.Ok, part.Status);
        Assert.Equal(part.Figures.Regions[2].Loss, byOtherWays.Figures.Regions[2].Loss, SolverTolerance);
        Assert.Contains(part.Figures.Notes, n => n.Contains("those who withhold it may gain", StringComparison.Ordinal));
    }

    [Fact]
    public void Uplifts_are_told_apart_downstream_and_upstream()
    {
        FlowTable table = World;
        LensResult result = ScenarioRun
            .Of(
                Scenario(
                    table,
                    new UpliftShock
                    {
                        Products = [new ScenarioProduct("s1")],
                        Region = "A",
                        Productivity = 0.2,
                    }
                ),
                table,
                [Lens("equilibrium")]
            )
            .Lenses[0];
        LiftedSector[] downstream = [.. result.Figures.Lifted.Where(l => l.Direction == LiftDirection.Downstream)];
        Assert.Equal(table.Size - 1, downstream.Length);
        Assert.Equal(table.Size - 1, result.Figures.Lifted.Count(l => l.Direction == LiftDirection.Upstream));
        Assert.All(downstream.Where(l => table.Sectors.RegionNumberOf(l.Sector) == 0), l => Assert.True(l.Change > 0));
        Assert.True(result.Figures.Regions[0].Loss < 0);
    }

    [Fact]
    public void A_sweep_is_the_same_bits_on_any_number_of_threads()
    {
        FlowTable table = World;
        Scenario scenario = Scenario(
            table,
            new BanShock
            {
                Products = [new ScenarioProduct("s1")],
                From = ["A"],
                To = ["B"],
                Share = 0.9,
            }
        );
        Assert.Equal(Nest.DomesticImported, ScenarioSweep.NestOf(scenario, table));
        double[] values = [0.5, 1, 2, 8];
        IReadOnlyList<SweepPoint> one = ScenarioSweep.Of(
            scenario,
            table,
            Lens("equilibrium"),
            Nest.DomesticImported,
            values,
            1,
            progress: null,
            TestContext.Current.CancellationToken
        );
        IReadOnlyList<SweepPoint> many = ScenarioSweep.Of(
            scenario,
            table,
            Lens("equilibrium"),
            Nest.DomesticImported,
            values,
            4,
            progress: null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(one, many);
        double?[] losses = [.. one.Where(p => p.Region == 1).Select(p => p.Loss)];
        Assert.Equal(losses.OrderDescending(), losses);
    }

    [Fact]
    public void The_hash_is_of_what_shapes_figures()
    {
        FlowTable table = World;
        var ban = new BanShock
        {
            Products = [new ScenarioProduct("s1"), new ScenarioProduct("s2")],
            From = ["A", "B"],
            To = ["C"],
        };
        string hash = Scenario(table, ban).ContentHash;
        Assert.Equal(hash, (Scenario(table, ban with { From = ["B", "A"], Note = "another" }) with { Name = "another name" }).ContentHash);
        Assert.NotEqual(hash, Scenario(table, ban with { Share = 0.5 }).ContentHash);
        Assert.NotEqual(hash, Scenario(table, ban with { Timing = new ShockTiming(1, 0) }).ContentHash);
        Assert.NotEqual(hash, (Scenario(table, ban) with { Elasticities = ElasticitySets.Read("long-run") }).ContentHash);
        Assert.NotEqual(hash, Scenario(table, ban, ban).ContentHash);
    }

    [Fact]
    public void Carriers_that_contradict_each_other_are_refused()
    {
        FlowTable table = World;
        UpliftShock Of(string technology, double share) =>
            new()
            {
                Products = [new ScenarioProduct("s1", technology, technology, share)],
                Region = "A",
                Productivity = 0.1,
            };
        Assert.Contains(
            "two ways",
            Assert.Throws<ModelException>(() => ScenarioTable.Of(Scenario(table, Of("t", 0.1), Of("t", 0.2)), table)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "sum to 1.2",
            Assert.Throws<ModelException>(() => ScenarioTable.Of(Scenario(table, Of("t", 0.6), Of("u", 0.6)), table)).Message,
            StringComparison.Ordinal
        );
    }
}
