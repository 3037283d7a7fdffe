using CsCheck;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Cascade.Ensembles;
using Rootscope.Shocks.Lenses.Cascade.Risk;
using Rootscope.Tables;
using Rootscope.Tests.Properties;

namespace Rootscope.Tests.Shocks.Lenses.Cascade.Ensembles;

/// <summary>Bands over many networks that one table allows.</summary>
public class NetworkEnsembleTests
{
    private const double Rounding = 1e-12;

    private static readonly FlowTable Table = SmallTables.Closed(
        new double[,]
        {
            { 5, 40, 10 },
            { 30, 20, 10 },
            { 10, 5, 5 },
        },
        [100, 50, 20]
    );

    [Fact]
    public void Bands_lie_in_order_within_what_was_drawn_and_shares_between_nothing_and_all() =>
        RandomTables.Open.ForAll(
            table =>
            {
                EnsembleOptions options = Options(table) with { Draws = 3, FirmCount = table.Size * 3, Listed = FirmSelection.Largest(2) };
                var ensemble = NetworkEnsemble.Of(table, options);
                Assert.All(
                    ensemble.Figures,
                    f =>
                    {
                        Assert.True(f.Band.Draws == 0 || (f.Band.Low <= f.Band.Median && f.Band.Median <= f.Band.High), f.ToString());
                        Assert.True(f.Band.Draws > 0 || (f.Band.Low ?? f.Band.Median ?? f.Band.High) is null);
                        if (f.Part != EnsemblePart.Fact && f.Figure is not ("aboveTenth" or "aboveHundredth" or "plateau" or "core"))
                        {
                            Assert.True(f.Band is { Low: null } or { Low: >= -Rounding, High: <= 1 + Rounding }, f.ToString());
                        }
                    }
                );
            },
            count: 15
        );

    [Fact]
    public void Any_number_of_threads_gives_the_same_figures_and_the_seed_decides_them()
    {
        EnsembleOptions options = Options(Table) with { Draws = 5, Listed = FirmSelection.Largest(2) };
        var one = NetworkEnsemble.Of(Table, options, 1, progress: null, TestContext.Current.CancellationToken);
        Assert.Equal(one.Figures, NetworkEnsemble.Of(Table, options, 3, progress: null, TestContext.Current.CancellationToken).Figures);
        EnsembleOptions other = options with { Reconstruction = options.Reconstruction with { Seed = 2 } };
        Assert.NotEqual(one.Figures, NetworkEnsemble.Of(Table, other, 1, progress: null, TestContext.Current.CancellationToken).Figures);
    }

    [Fact]
    public void The_first_network_is_the_one_its_seed_makes_and_its_figures_are_those_of_the_single_models()
    {
        EnsembleOptions options = Options(Table) with { Draws = 2, Listed = FirmSelection.Largest(3) };
        var ensemble = NetworkEnsemble.Of(Table, options, 1, progress: null, TestContext.Current.CancellationToken);
        var made = NetworkReconstruction.Of(
            Table,
            NetworkReconstruction.Firms(Table, options.FirmCount, options.Reconstruction),
            options.Reconstruction,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(made.Network.ContentHash, ensemble.First.Network.ContentHash);
        var model = CascadeModel.Of(made.Network, options.Cascade);
        foreach (int f in FirmSelection.Largest(6).In(made.Network))
        {
            CascadeOutcome outcome = model.Run([new CapacityLoss(new(f), 1)], TestContext.Current.CancellationToken);
            Assert.Equal(outcome.Loss, Figure(ensemble, EnsemblePart.Firm, made.Network.Firms.Ids[f], "esri").First);
            Assert.Equal(outcome.Upstream, Figure(ensemble, EnsemblePart.Firm, made.Network.Firms.Ids[f], "esriUp").First);
        }

        var study = BlacklistStudy.Of(model, FirmSelection.Largest(3).In(made.Network), 0, TestContext.Current.CancellationToken);
        Assert.Equal(study.Total.Loss, Figure(ensemble, EnsemblePart.Listing, string.Empty, "loss").First);
        Assert.Equal(study.BySector[0].Loss, Figure(ensemble, EnsemblePart.ListingSector, study.BySector[0].Code, "loss").First);
        Assert.Equal(
            study.Substitution[^1].Outcome.Loss,
            Figure(ensemble, EnsemblePart.Substitution, study.Substitution[^1].Assumption, "loss").First
        );
        Assert.Equal(NetworkFacts.Of(made.Network).Reciprocity, Figure(ensemble, EnsemblePart.Fact, string.Empty, "reciprocity").First);
    }

    [Fact]
    public void Of_one_network_a_band_is_its_figure_and_every_rank_holds()
    {
        var ensemble = NetworkEnsemble.Of(
            Table,
            Options(Table) with
            {
                Draws = 1,
                Failing = FirmSelection.All,
            },
            1,
            progress: null,
            TestContext.Current.CancellationToken
        );
        Assert.All(ensemble.Figures, f => Assert.Equal((f.First, f.First, f.First), (f.Band.Low, f.Band.Median, f.Band.High)));
        Assert.All(ensemble.Figures.Where(f => f.Part == EnsemblePart.Firm), f => Assert.Equal(1, f.RankShare));
        Assert.Equal(24, ensemble.Figures.Count(f => f.Part == EnsemblePart.Firm && f.Figure == "esri"));
    }

    [Fact]
    public void Given_firms_are_the_firms_of_every_network_and_unknown_ones_are_named()
    {
        FirmList firms = new(
            new FirmListParts
            {
                Ids = ["a", "b", "c", "d", "e"],
                Sectors = ["s1", "s1", "s2", "s2", "s3"],
                Revenue = [60, 40, 30, 20, 15],
            }
        );
        EnsembleOptions options = Options(Table) with { Draws = 3, Firms = firms, Failing = FirmSelection.Of(["b", "e"]) };
        var ensemble = NetworkEnsemble.Of(Table, options, 2, progress: null, TestContext.Current.CancellationToken);
        Assert.Equal(["b", "e"], ensemble.Figures.Where(f => f.Part == EnsemblePart.Firm && f.Figure == "esri").Select(f => f.Name));
        Assert.All(ensemble.Figures.Where(f => f.Part == EnsemblePart.Firm), f => Assert.Equal(3, f.Band.Draws));
        Assert.Throws<UnknownNameException>(() => NetworkEnsemble.Of(Table, options with { Failing = FirmSelection.Of(["nobody"]) }));
    }

    [Fact]
    public void A_band_holds_nine_tenths_of_its_sample()
    {
        FigureBand band = FigureBand.Of([.. Enumerable.Range(0, 101).Select(i => (double?)(100 - i)), null]);
        Assert.Equal((5.0, 50.0, 95.0, 101), (band.Low!.Value, band.Median!.Value, band.High!.Value, band.Draws));
        Assert.Equal(new FigureBand(null, null, null, 0), FigureBand.Of([null]));
        Assert.Equal(1.5, FigureBand.Of([1, 2]).Median);
    }

    [Fact]
    public void Concentration_is_that_counted_by_hand()
    {
        var concentration = RiskConcentration.Of([0.005, 0.5, 0.2, 0.05, 0.245]);
        Assert.Equal(
            (0.5, 0.2, 1, 3, 4),
            (concentration.Highest, concentration.Median, concentration.Top, concentration.AboveTenth, concentration.AboveHundredth)
        );
        Assert.Equal(0.5, concentration.TopShare!.Value, Rounding);
        Assert.Null(RiskConcentration.Of([0, 0]).TopShare);
    }

    private static EnsembleFigure Figure(NetworkEnsemble ensemble, EnsemblePart part, string name, string figure) =>
        Assert.Single(ensemble.Figures, f => f.Part == part && f.Name == name && f.Figure == figure);

    private static EnsembleOptions Options(FlowTable table) =>
        new()
        {
            Reconstruction = new ReconstructionOptions { MeanDegree = 4, Seed = 1 },
            Cascade = new CascadeOptions
            {
                Essentiality = EssentialityMatrix.Uniform(InputRating.Essential, [.. table.Sectors.Industries.Select(i => i.Code)]),
            },
            Draws = 3,
            FirmCount = 24,
            Failing = FirmSelection.Largest(6),
        };
}
