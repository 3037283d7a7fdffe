using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Roots;

/// <summary>What an economy loses by partner and product.</summary>
public class OriginRankingTests
{
    /// <summary>A few floating-point operations.</summary>
    private const double Exact = 1e-10;

    private static readonly FlowTable World = EmbeddedTables.Read("world-2011");

    private static readonly RootOptions Question = new()
    {
        Supply = SupplyScope.Imported,
        Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySets.Read("long-run") },
    };

    private static readonly int China = World.Sectors.FindRegion("CHN");

    private static readonly int Partner = World.Sectors.FindRegion("USA");

    private static readonly Lazy<OriginRanking> FromUsa = new(() =>
        OriginRanking.Of(World, new(China), new RegionNumber(Partner), Question, threads: 2)
    );

    [Fact]
    public void Every_product_has_a_row_whose_figures_follow_from_each_other()
    {
        Assert.Equal(World.Sectors.Industries.Count, FromUsa.Value.Rows.Count);
        Assert.Equal(Enumerable.Range(1, 35), FromUsa.Value.Rows.Select(r => r.Rank));
        foreach (OriginRow row in FromUsa.Value.Rows.Where(r => r.Status == CutStatus.Ok))
        {
            Assert.Equal("USA", row.OriginCode);
            Assert.InRange(row.ShareOfUse, 0, row.ShareOfImports + Exact);
            Assert.Equal(1 - Math.Pow(0.5, row.Elasticity!.Value), row.FirstOrderLoss!.Value, Exact);
            Assert.Equal(row.Loss!.Value - row.FirstOrderLoss.Value, row.ExcessLoss!.Value, Exact);
            Assert.InRange(row.Reach!.Value, 0, 1);
        }

        double[] leverages = [.. FromUsa.Value.Rows.Where(r => r.Status == CutStatus.Ok).Select(r => r.Leverage!.Value)];
        Assert.Equal(leverages.OrderDescending(), leverages);
    }

    [Fact]
    public void A_row_is_one_cut_of_the_world_equilibrium()
    {
        OriginRow row = FromUsa.Value.Rows[0];
        WorldOutcome outcome = WorldEquilibrium.Solve(
            WorldCalibration.Of(World, Question.Equilibrium.Elasticities),
            new WorldShock { Cuts = [new WorldCut(new(China), row.Product, 0.5, SupplyScope.Imported, new RegionNumber(Partner))] }
        );
        Assert.Equal(-outcome.WelfareChange(new(China)), row.Loss!.Value, Exact);
        double imports = Enumerable
            .Range(0, World.Sectors.Count)
            .Where(j => World.Sectors.RegionNumberOf(new(j)) == China)
            .Sum(j => Math.Max(0, World.Flows[(World.Sectors.SectorOf(new(Partner), row.Product) * World.Size) + j]));
        Assert.True(row.Supply >= imports, "final use comes on top of the flows to industries");
    }

    [Fact]
    public void A_small_cut_loses_what_the_elasticity_says()
    {
        RootOptions small = Question with { Cut = 0.001 };
        foreach (
            OriginRow row in OriginRanking
                .Of(World, new(China), new RegionNumber(Partner), small)
                .Rows.Where(r => r.Status == CutStatus.Ok && r.DomarWeight > 1e-5)
        )
        {
            Assert.Equal(1, row.Loss!.Value / row.FirstOrderLoss!.Value, 2e-3);
        }
    }

    [Fact]
    public void All_partners_are_one_run_and_the_same_figures()
    {
        FlowTable small = SmallTables.ManyRegions(
            ["AAA", "BBB", "CCC"],
            ["corn", "iron"],
            [.. Enumerable.Range(0, 36).Select(c => 1.0 + (c % 7))],
            [.. Enumerable.Range(0, 18).Select(c => 20.0 + (c % 5))],
            ["F"]
        );
        OriginRanking all = OriginRanking.Of(small, new(0), null, Question, threads: 2);
        Assert.Equal(4, all.Rows.Count);
        OriginRanking one = OriginRanking.Of(small, new(0), new RegionNumber(2), Question);
        foreach (OriginRow row in one.Rows)
        {
            Assert.Equal(row with { Rank = 0 }, all.Rows.Single(r => r.Origin == 2 && r.Product == row.Product) with { Rank = 0 });
        }
    }

    [Fact]
    public void What_nobody_buys_there_is_no_use_and_last()
    {
        double[] flows = [.. Enumerable.Range(0, 36).Select(c => c / 6 == 3 && c % 6 < 2 ? 0 : 1.0 + (c % 7))];
        double[] final = [.. Enumerable.Range(0, 18).Select(c => c == 9 ? 0 : 20.0 + (c % 5))];
        OriginRow last = OriginRanking
            .Of(SmallTables.ManyRegions(["AAA", "BBB", "CCC"], ["corn", "iron"], flows, final, ["F"]), new(0), null, Question)
            .Rows[^1];
        Assert.Equal(("BBB", "iron", CutStatus.NoUse), (last.OriginCode, last.Code, last.Status));
        Assert.Null(last.Gap);
        Assert.Null(last.Leverage);
    }

    [Fact]
    public void What_has_no_meaning_is_refused()
    {
        Assert.Contains(
            "world-2011",
            Assert.Throws<ModelException>(() => OriginRanking.Of(EmbeddedTables.Read("china-2020"), new(0), null, Question)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "imported",
            Assert
                .Throws<ModelException>(() =>
                    OriginRanking.Of(World, new(China), new RegionNumber(Partner), Question with { Supply = SupplyScope.All })
                )
                .Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "itself",
            Assert.Throws<ModelException>(() => OriginRanking.Of(World, new(China), new RegionNumber(China), Question)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => OriginRanking.Of(World, new(China), new RegionNumber(41), Question));
    }
}
