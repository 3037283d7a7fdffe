using CsCheck;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Roots.Measures;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>Laws of bands, over random economies with ratings of their own.</summary>
public class BandLaws
{
    /// <summary>Draws are solved to 1e-8 of the loss, point figures to rounding.</summary>
    private const double SameFigure = 1e-6;

    private const int Draws = 12;

    private static readonly BandWidths None = new()
    {
        Cut = 0,
        Elasticities = 0,
        Ratings = 0,
        Splits = 0,
    };

    private static readonly Gen<(BandQuestion Question, long Seed)> Questions =
        from table in RandomEconomies.Open
        from ranks in Gen.Double[0, 1].Array[table.Size * 9]
        from cut in Gen.Double[0.1, 0.7]
        from quantity in Gen.Int[0, 9]
        from sort in Gen.OneOf(Gen.Const(RootMeasures.Leverage), Gen.Const(RootMeasures.Loss), Gen.Const(RootMeasures.Gap))
        from seed in Gen.Int
        select (QuestionOf(table, ranks, cut, quantity == 0 ? CutKind.Quantity : CutKind.Cost, sort), (long)seed);

    [Fact]
    public void Without_widths_a_band_is_the_point_figure() =>
        Questions.ForAll(
            (question, seed) =>
            {
                foreach (RootBand row in Draw(question, seed, None).Rows)
                {
                    foreach (
                        (double? point, Band band) in new[]
                        {
                            (row.Point.Leverage, row.Leverage),
                            (row.Point.Loss, row.Loss),
                            (row.Point.Gap, row.Gap),
                            (row.Point.ExcessLoss, row.Excess),
                        }
                    )
                    {
                        Assert.Equal(point is null, band.Median is null);
                        Assert.Equal((band.Median, band.Median), (band.Low, band.High));
                        Assert.Equal(point ?? 0, band.Median ?? 0, SameFigure * Math.Max(1, Math.Abs(point ?? 0)));
                    }

                    Assert.All(row.Sources, s => Assert.True(s.Band.Width is 0 or null));
                }
            },
            count: 40
        );

    [Fact]
    public void A_band_contains_its_median_and_shares_are_shares() =>
        Questions.ForAll(
            (question, seed) =>
            {
                foreach (RootBand row in Draw(question, seed, new BandWidths()).Rows)
                {
                    Band[] bands =
                    [
                        row.Leverage,
                        row.Loss,
                        row.Excess,
                        row.Gap,
                        row.ValueAtStake,
                        row.Measure,
                        row.Rank,
                        .. row.Sources.Select(s => s.Band),
                    ];
                    Assert.All(bands.Where(b => b.Width is not null), b => Assert.InRange(b.Median!.Value, b.Low!.Value, b.High!.Value));
                    Assert.All(bands, b => Assert.InRange(b.Defined, 0, 1));
                    Assert.InRange(row.RankShare, 0, 1);
                    Assert.All(row.Sources.Where(s => s.VarianceShare is not null), s => Assert.InRange(s.VarianceShare!.Value, 0, 1));
                }
            },
            count: 40
        );

    [Fact]
    public void Widening_a_source_widens_its_own_bar_alone() =>
        Questions.ForAll(
            (question, seed) =>
            {
                var narrow = new BandWidths
                {
                    Cut = 0.1,
                    Elasticities = 0.2,
                    Ratings = 0.5,
                };
                RootBands before = Draw(question, seed, narrow);
                foreach (
                    (BandSource source, BandWidths wide) in new[]
                    {
                        (BandSource.Cut, narrow with { Cut = 0.4 }),
                        (BandSource.Elasticities, narrow with { Elasticities = 0.6 }),
                        (BandSource.Ratings, narrow with { Ratings = 1 }),
                    }
                )
                {
                    foreach ((RootBand first, RootBand second) in before.Rows.Zip(Draw(question, seed, wide).Rows))
                    {
                        Dictionary<BandSource, Band> bars = second.Sources.ToDictionary(s => s.Source, s => s.Band);
                        Assert.All(first.Sources.Where(s => s.Source != source), s => Assert.Equal(s.Band, bars[s.Source]));
                        if (source == BandSource.Cut && first.Sources.Single(s => s.Source == source).Band.Width is { } width)
                        {
                            // Every figure is monotone in the cut, or nearly so where it hardly moves.
                            Assert.True(bars[source].Width >= width - SameFigure);
                        }
                    }
                }
            },
            count: 15
        );

    [Fact]
    public void The_order_of_products_and_the_number_of_threads_change_no_bit() =>
        Questions.ForAll(
            (question, seed) =>
            {
                IndustryNumber[] order = [.. Enumerable.Range(0, question.Table.Size).Reverse().Select(k => new IndustryNumber(k))];
                RootBands first = Draw(question, seed, new BandWidths());
                Same(first, Draw(question with { Products = order }, seed, new BandWidths()));
                Same(first, Draw(question, seed, new BandWidths(), threads: 3));
            },
            count: 25
        );

    [Fact]
    public void One_seed_is_one_band_and_another_is_another()
    {
        BandQuestion question = QuestionOf(EmbeddedTables.Read("china-2020"), [], 0.5, CutKind.Cost, RootMeasures.Leverage) with
        {
            Products = [new(1), new(60), new(95)],
        };
        Same(Draw(question, 5, new BandWidths()), Draw(question, 5, new BandWidths()));
        Assert.NotEqual(Draw(question, 5, new BandWidths()).Rows[0].Leverage, Draw(question, 6, new BandWidths()).Rows[0].Leverage);
    }

    [Fact]
    public void Draws_are_exact_solves_of_what_was_drawn()
    {
        // The whole way by hand for one draw: the split, its capital use, its elasticities and its cut, solved one by one.
        FlowTable table = EmbeddedTables.Read("china-2020");
        TechnologyBridge bridge = BridgeLibrary.Read("china-2020");
        var splits = BridgeLibrary.Family(table, bridge);
        var options = new RootOptions
        {
            Equilibrium = new EquilibriumOptions
            {
                Elasticities = IrreplaceabilityData.Rate(ElasticitySets.Read("short-run"), table).For(bridge),
            },
        };
        var question = new BandQuestion
        {
            Table = BridgeLibrary.Split(table, bridge),
            Options = options,
            Products = [new(100), new(20)],
            Traits = IrreplaceabilityData.Read("nbs2020"),
            Splits = splits,
        };
        RootBands bands = RootBands.Of(
            question,
            new BandOptions
            {
                Draws = 2,
                Seed = 3,
                SourcesOf = [],
            }
        );
        DrawnNumbers[] numbers = [.. Enumerable.Range(0, 2).Select(i => DrawnNumbers.Of(3, i, splits.Parts.Count))];
        var solver = new DrawSolver(question, [new(100), new(20)], [], point: null, settling: null);
        double[] losses =
        [
            .. numbers.Select(n =>
                solver.Rows(n, new BandWidths(), solver.TableOf(n, new BandWidths())!, ready: null, CancellationToken.None)[0].Loss!.Value
            ),
        ];
        Band band = bands.Rows.Single(r => r.Point.Product == 100).Loss;
        Assert.Equal(losses.Average(), band.Median!.Value, SameFigure * losses.Average());
        Assert.Equal(0.05 * losses.Max() + (0.95 * losses.Min()), band.Low!.Value, SameFigure * losses.Average());
    }

    private static void Same(RootBands first, RootBands second)
    {
        foreach ((RootBand a, RootBand b) in first.Rows.Zip(second.Rows))
        {
            Assert.Equal(a with { Measures = [], Sources = [] }, b with { Measures = [], Sources = [] });
            Assert.Equal(a.Measures, b.Measures);
            Assert.Equal(a.Sources, b.Sources);
        }
    }

    private static RootBands Draw(BandQuestion question, long seed, BandWidths widths, int threads = 1) =>
        RootBands.Of(
            question,
            new BandOptions
            {
                Draws = Draws,
                Seed = seed,
                Widths = widths,
                Threads = threads,
            }
        );

    private static BandQuestion QuestionOf(FlowTable table, double[] ranks, double cut, CutKind kind, RootMeasure sort)
    {
        ProductTrait[] traits = Enum.GetValues<ProductTrait>();
        ProductTraits[]? evidence =
            ranks.Length == 0
                ? null
                :
                [
                    .. Enumerable
                        .Range(0, table.Size)
                        .Select(k => new ProductTraits(
                            table.Sectors.IndustryOf(new(k)).Code,
                            traits.ToDictionary(t => t, t => ranks[(k * traits.Length) + (int)t])
                        )),
                ];
        var unrated = new ElasticitySet(
            "random",
            [
                new(Nest.ValueAddedInputs, string.Empty, 0.5, "given"),
                new(Nest.AmongInputs, string.Empty, 0.3, "given", Range: new ElasticityRange(2, 0.1)),
                new(Nest.DomesticImported, string.Empty, 0.8, "given"),
                new(Nest.FinalDemand, string.Empty, 0.9, "given", Range: new ElasticityRange(2, 0.1)),
            ]
        );
        ElasticitySet point = evidence is null ? unrated : unrated.Rated(ProductRatings.Of(evidence).ByCode(), "random");
        return new BandQuestion
        {
            Table = table,
            Options = new RootOptions
            {
                Cut = cut,
                Sort = sort,
                Capital = CapitalTreatment.Off,
                Equilibrium = new EquilibriumOptions { Elasticities = point, CutAs = kind },
            },
            Traits = evidence,
        };
    }
}
