using Rootscope.Numerics;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Storage;

namespace Rootscope.Tests.Shocks.Lenses.Equilibrium.World;

/// <summary>Batches of shocks, fixed factors, cuts, warm starts, and what is refused.</summary>
public class PreparedWorldTests
{
    /// <summary>Factor prices are solved to 1e-11 in logs.</summary>
    private const double SolverTolerance = 1e-9;

    private static readonly Lazy<PreparedWorld> World2011 = new(() =>
        new PreparedWorld(WorldCalibration.Of(EmbeddedTables.Read("world-2011"), ElasticitySets.Read("long-run")))
    );

    [Theory]
    [InlineData(FactorMobility.Mobile)]
    [InlineData(FactorMobility.Fixed)]
    public void A_batch_has_the_bits_of_one_at_a_time_on_any_number_of_threads(FactorMobility factors)
    {
        var lens = new PreparedWorld(SmallWorlds.Three() with { Factors = factors });
        WorldShock[] shocks =
        [
            .. SmallWorlds.EveryCut(lens.Economy, 0.4),
            new WorldShock { CloseDeficits = true },
            .. SmallWorlds.EveryCut(lens.Economy, 0.8),
        ];
        IReadOnlyList<WorldOutcome> one = lens.Solve(shocks, threads: 1, cancellation: TestContext.Current.CancellationToken);
        IReadOnlyList<WorldOutcome> three = lens.Solve(shocks, threads: 3, cancellation: TestContext.Current.CancellationToken);
        for (int s = 0; s < shocks.Length; s++)
        {
            WorldOutcome alone = lens.Solve(shocks[s], start: null, TestContext.Current.CancellationToken);
            Assert.Equal(SolveStatus.Converged, alone.Status);
            Assert.Equal(alone.FactorPrices, one[s].FactorPrices);
            Assert.Equal(alone.Spending, one[s].Spending);
            Assert.Equal(alone.Spending, three[s].Spending);
            Assert.Equal(alone.Economy.TradeShares, three[s].Economy.TradeShares);
        }
    }

    [Fact]
    public void The_real_table_keeps_the_bits_too()
    {
        PreparedWorld lens = World2011.Value;
        WorldShock[] shocks = [.. SmallWorlds.EveryCut(lens.Economy, 0.5).Skip(500).Take(11)];
        IReadOnlyList<WorldOutcome> batch = lens.Solve(shocks, threads: 2, cancellation: TestContext.Current.CancellationToken);
        WorldOutcome alone = lens.Solve(shocks[9], start: null, TestContext.Current.CancellationToken);
        Assert.All(batch, o => Assert.Equal(SolveStatus.Converged, o.Status));
        Assert.Equal(alone.Spending, batch[9].Spending);
    }

    [Fact]
    public void Progress_counts_shocks_and_cancellation_stops_between_sweeps()
    {
        var lens = new PreparedWorld(SmallWorlds.Three());
        WorldShock[] shocks = [.. SmallWorlds.EveryCut(lens.Economy, 0.3)];
        var progress = new Counter();
        lens.Solve(shocks, threads: 1, progress, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, shocks.Length), progress.Seen);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => lens.Solve(shocks, cancellation: stopped.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => lens.Solve(shocks[0], start: null, stopped.Token));
    }

    [Fact]
    public void A_start_from_a_like_shock_gives_the_same_figures_in_fewer_steps()
    {
        PreparedWorld lens = World2011.Value;
        int china = lens.Economy.RegionOf("CHN");
        WorldShock Cut(double share) => new() { Cuts = [new WorldCut(new(china), new(13), share, SupplyScope.All)] };
        WorldOutcome near = lens.Solve(Cut(0.50), start: null, TestContext.Current.CancellationToken);
        WorldOutcome cold = lens.Solve(Cut(0.51), start: null, TestContext.Current.CancellationToken);
        WorldOutcome warm = lens.Solve(Cut(0.51), near, TestContext.Current.CancellationToken);
        Assert.True(warm.Iterations < cold.Iterations, $"{warm.Iterations} steps from the like shock, {cold.Iterations} from the base");
        Assert.Equal(cold.WelfareChange(new(china)), warm.WelfareChange(new(china)), SolverTolerance);
    }

    [Fact]
    public void Fixed_factors_are_used_as_before()
    {
        var lens = new PreparedWorld(SmallWorlds.Three() with { Factors = FactorMobility.Fixed });
        WorldOutcome outcome = lens.Solve(
            SmallWorlds.EveryCut(lens.Economy, 0.5).First(),
            start: null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(SolveStatus.Converged, outcome.Status);
        WorldOutcome still = lens.Solve(new WorldShock(), start: null, TestContext.Current.CancellationToken);
        double[] shares = outcome.Economy.ValueAddedShares;
        for (int cell = 0; cell < shares.Length; cell++)
        {
            double used = shares[cell] * outcome.Sales[cell] / outcome.FactorPrices[cell];
            double before = lens.Economy.ValueAddedShares[cell] * still.Sales[cell];
            Assert.Equal(1, used / before, SolverTolerance);
        }
    }

    [Fact]
    public void A_factor_that_cannot_move_loses_no_less_for_the_world()
    {
        WorldEconomy world = SmallWorlds.Three();
        WorldShock shock = SmallWorlds.EveryCut(world, 0.6).First();
        double Loss(FactorMobility factors)
        {
            WorldOutcome outcome = WorldEquilibrium.Solve(world with { Factors = factors, Deficits = new double[3] }, shock);
            return -Enumerable.Range(0, 3).Sum(r => outcome.Income.Before[r] * outcome.WelfareChange(new(r)));
        }

        Assert.True(Loss(FactorMobility.Fixed) >= Loss(FactorMobility.Mobile) - SolverTolerance);
    }

    [Fact]
    public void A_cut_by_origin_is_one_of_the_cuts_that_make_up_all_imports()
    {
        var lens = new PreparedWorld(SmallWorlds.Three());
        double Loss(int? origin) =>
            -lens.Solve(
                    new WorldShock
                    {
                        Cuts =
                        [
                            new WorldCut(new(0), new(1), 0.5, SupplyScope.Imported, origin is { } from ? new RegionNumber(from) : null),
                        ],
                    }
                )
                .WelfareChange(new(0));
        Assert.True(Loss(1) > 0 && Loss(2) > 0);
        Assert.True(Loss(null) > Math.Max(Loss(1), Loss(2)));
    }

    [Fact]
    public void An_uplift_is_a_cut_of_less_than_nothing()
    {
        var lens = new PreparedWorld(SmallWorlds.Three());
        double[] productivity = [.. Enumerable.Repeat(1.0, 9)];
        productivity[4] = 1.2;
        WorldOutcome uplift = lens.Solve(new WorldShock { Productivity = productivity });
        WorldOutcome cut = lens.Solve(new WorldShock { Cuts = [new WorldCut(new(1), new(1), -0.2, SupplyScope.Domestic)] });
        Assert.True(uplift.WelfareChange(new(1)) > 0);
        Assert.Equal(uplift.WelfareChange(new(1)), cut.WelfareChange(new(1)), SolverTolerance);
    }

    [Fact]
    public void Loss_grows_with_the_cut()
    {
        var lens = new PreparedWorld(SmallWorlds.Three());
        double last = 0;
        foreach (double share in new[] { 0.1, 0.3, 0.5, 0.7, 0.9 })
        {
            double loss = -lens.Solve(new WorldShock { Cuts = [new WorldCut(new(2), new(0), share, SupplyScope.All)] })
                .WelfareChange(new(2));
            Assert.True(loss > last, $"{loss:R} at a cut of {share}, {last:R} before");
            last = loss;
        }
    }

    [Fact]
    public void The_scale_of_money_changes_nothing()
    {
        WorldEconomy world = SmallWorlds.Three();
        WorldEconomy thousands = world with
        {
            ValueAdded = [.. world.ValueAdded.Select(v => v * 1000)],
            Deficits = [.. world.Deficits.Select(d => d * 1000)],
        };
        WorldShock shock = SmallWorlds.EveryCut(world, 0.5).First();
        Assert.Equal(
            WorldEquilibrium.Solve(world, shock).WelfareChange(new(0)),
            WorldEquilibrium.Solve(thousands, shock).WelfareChange(new(0)),
            SolverTolerance
        );
    }

    private sealed class Counter : IProgress<int>
    {
        public List<int> Seen { get; } = [];

        public void Report(int value) => Seen.Add(value);
    }
}
