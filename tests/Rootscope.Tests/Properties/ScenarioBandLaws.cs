using CsCheck;
using Rootscope.Shocks;
using Rootscope.Shocks.Kinds.Bans;
using Rootscope.Shocks.Kinds.SupplyCuts;
using Rootscope.Shocks.Kinds.Tariffs;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Scenarios;
using Rootscope.Shocks.Scenarios.Draws;
using Rootscope.Tables;
using static Rootscope.Tests.Properties.ScenarioCases;

namespace Rootscope.Tests.Properties;

/// <summary>The laws of draws of scenarios (docs/methods/scenarios.md).</summary>
public class ScenarioBandLaws
{
    private static readonly ScenarioWidths None = new()
    {
        Sizes = 0,
        Elasticities = 0,
        Stocks = 0,
    };

    private static readonly IShock[] Shocks =
    [
        new BanShock
        {
            Products = [new ScenarioProduct("s1")],
            From = ["A"],
            To = ["B"],
            Share = 0.4,
        },
        new TariffShock
        {
            Products = [new ScenarioProduct("s2")],
            From = ["B"],
            To = ["C"],
            Rate = 0.2,
        },
        new SupplyCutShock
        {
            Products = [new ScenarioProduct("s3")],
            Region = "C",
            Share = 0.1,
        },
    ];

    [Fact]
    public void Without_widths_a_band_is_the_figure_and_has_no_width() =>
        Worlds.ForAll(
            world =>
            {
                ScenarioResult result = Result(world);
                ScenarioBands bands = Bands(result, new ScenarioDrawOptions { Draws = 3, Widths = None });
                foreach ((LensResult lens, LensBands drawn) in result.Lenses.Zip(bands.Lenses).Where(p => p.First.HasFigures))
                {
                    Same(ScenarioSweep.LossOfAll(lens)!.Value, drawn.Whole);
                    Assert.All(lens.Figures.Regions, r => Same(r.Loss, drawn.Regions[r.Region].Loss));
                    Assert.All(
                        lens.Figures.Sectors.Where(s => s.OutputChange is not null),
                        s => Same(s.OutputChange!.Value, drawn.Output[s.Sector]!)
                    );
                }
            },
            count: 5
        );

    [Fact]
    public void Neither_threads_nor_other_lenses_change_a_bit()
    {
        ScenarioResult result = Result(World);
        ScenarioBands one = Bands(result, new ScenarioDrawOptions { Draws = 12, Seed = 7 });
        ScenarioBands four = Bands(
            result,
            new ScenarioDrawOptions
            {
                Draws = 12,
                Seed = 7,
                Threads = 4,
            }
        );
        Assert.Equal(one.Lenses.SelectMany(Values), four.Lenses.SelectMany(Values));
        ScenarioBands alone = Bands(Result(World, "equilibrium"), new ScenarioDrawOptions { Draws = 12, Seed = 7 });
        int equilibrium = result.Lenses.Index().Single(l => l.Item.Lens.Word == "equilibrium").Index;
        Assert.Equal(Values(one.Lenses[equilibrium]), Values(alone.Lenses[0]));
        ScenarioBands other = Bands(result, new ScenarioDrawOptions { Draws = 12, Seed = 8 });
        Assert.NotEqual(one.Lenses.SelectMany(Values), other.Lenses.SelectMany(Values));
    }

    [Fact]
    public void A_draw_is_the_scenario_solved_with_what_was_drawn()
    {
        ScenarioResult result = Result(World, "equilibrium");
        var options = new ScenarioDrawOptions { Draws = 1, Seed = 3 };
        var draw = ScenarioDraw.Of(options, 0, Shocks.Length);
        IChange[] moved = [.. ScenarioRun.ChangesIn(result.Scenario, result.Table).SelectMany((c, i) => c.Select(x => draw.Of(x, i)))];
        double cut = moved.OfType<DeliveryCut>().First().Share;
        double rate = moved.OfType<TariffChange>().First().Rate;
        double lost = moved.OfType<OutputCut>().First().Share;
        Assert.Distinct([0.4, cut]);
        Scenario drawn = result.Scenario with
        {
            Shocks =
            [
                ((BanShock)Shocks[0]) with
                {
                    Share = cut,
                },
                ((TariffShock)Shocks[1]) with
                {
                    Rate = rate,
                },
                ((SupplyCutShock)Shocks[2]) with
                {
                    Share = lost,
                },
            ],
            Elasticities = draw.Of(Elasticities, isWorld: true),
        };
        LensResult solved = ScenarioRun.Of(drawn, World, [Lens("equilibrium")]).Lenses[0];
        LensBands bands = Bands(result, options).Lenses[0];
        Assert.All(solved.Figures.Regions, r => Assert.Equal(r.Loss, bands.Regions[r.Region].Loss.Median!.Value, 1e-12));
    }

    [Fact]
    public void A_wider_source_gives_a_wider_band_and_every_band_holds_its_median()
    {
        ScenarioResult result = Result(World);
        ScenarioBands narrow = Bands(result, new ScenarioDrawOptions { Draws = 40, Widths = None with { Sizes = 0.1 } });
        ScenarioBands wide = Bands(result, new ScenarioDrawOptions { Draws = 40, Widths = None with { Sizes = 0.3 } });
        foreach ((LensBands less, LensBands more) in narrow.Lenses.Zip(wide.Lenses))
        {
            Assert.True(more.Whole.High - more.Whole.Low > less.Whole.High - less.Whole.Low);
            Assert.InRange(less.Whole.Median!.Value, less.Whole.Low!.Value, less.Whole.High!.Value);
        }
    }

    [Fact]
    public void Elasticities_among_origins_of_a_world_are_not_drawn_below_where_it_has_one_equilibrium()
    {
        var set = ElasticitySet.Uniform("laws", 0.5, 0.3, 0.76, 0.9);
        double[] world = [.. Enumerable.Range(0, 200).Select(i => Drawn(i, isWorld: true))];
        double[] one = [.. Enumerable.Range(0, 200).Select(i => Drawn(i, isWorld: false))];
        Assert.True(world.Min() >= ScenarioSweep.LeastAmongOrigins);
        Assert.True(one.Min() < 0.4);
        Assert.Equal(one.Where(e => e > ScenarioSweep.LeastAmongOrigins), world.Where(e => e > ScenarioSweep.LeastAmongOrigins));

        double Drawn(int draw, bool isWorld) =>
            ScenarioDraw.Of(new ScenarioDrawOptions { Draws = 200 }, draw, shocks: 1).Of(set, isWorld).Of(Nest.DomesticImported);
    }

    [Fact]
    public void Shares_move_by_their_odds_and_the_whole_stays_whole()
    {
        IChange[] all =
        [
            new DeliveryCut(new(0), new(0), new(1), 1),
            new OutputCut(new(0), new(0), 1),
            new PurchaseCut(new(0), new(0), new(1), 1),
            new InvestmentChange(new(0), new(0), 0),
        ];
        Assert.All(all, c => Assert.Equal(c, c.Moved(0.7)));
        Gen.Select(Gen.Double[0.001, 0.999], Gen.Double[-3, 3])
            .ForAll(
                (share, shift) =>
                {
                    var moved = (OutputCut)new OutputCut(new(0), new(0), share).Moved(shift);
                    Assert.Equal(Math.Log(share / (1 - share)) + shift, Math.Log(moved.Share / (1 - moved.Share)), 1e-9);
                    var less = (ProductivityShift)new ProductivityShift(new(0), new(0), 1 - share).Moved(shift);
                    Assert.Equal(moved.Share, 1 - less.Factor, 1e-12);
                    var more = (ProductivityShift)new ProductivityShift(new(0), new(0), 1 + share).Moved(shift);
                    Assert.Equal(share * Math.Exp(shift), more.Factor - 1, 1e-12);
                }
            );
    }

    private static void Same(double figure, FigureBand band)
    {
        Assert.Equal(figure, band.Low!.Value, 1e-12);
        Assert.Equal(figure, band.High!.Value, 1e-12);
    }

    private static ScenarioResult Result(FlowTable world, params string[] lenses) =>
        ScenarioRun.Of(Scenario(world, Shocks), world, lenses.Length == 0 ? LensRegistry.Default.All : [.. lenses.Select(Lens)]);

    private static ScenarioBands Bands(ScenarioResult result, ScenarioDrawOptions options) =>
        ScenarioBands.Of(result, options, progress: null, TestContext.Current.CancellationToken);

    private static IEnumerable<double?> Values(LensBands bands) =>
        new[] { bands.Whole }
            .Concat(bands.Regions.Select(r => r.Loss))
            .Concat(bands.Output.OfType<FigureBand>())
            .SelectMany(b => new[] { b.Low, b.Median, b.High });
}
