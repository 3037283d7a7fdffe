using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Roots.Measures;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.HowTo;

/// <summary>docs/how-to/add-a-root-measure.md, done: a measure is a file and a line.</summary>
public class AddARootMeasureTests
{
    private static readonly RootMeasure Unseen = UnseenMeasure.Create();

    private static readonly FlowTable Table = EmbeddedTables.Read("china-2020");

    private static readonly RootOptions Options = new()
    {
        Sort = Unseen,
        Capital = CapitalTreatment.Off,
        Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") },
    };

    [Fact]
    public void The_page_has_the_measure_that_is_tested() =>
        HowToPage.Holds("add-a-root-measure.md", "tests/Rootscope.Tests/HowTo/UnseenMeasure.cs");

    [Fact]
    public void A_ranking_is_sorted_by_the_measure_and_nothing_else_of_it_moves()
    {
        var ranking = RootRanking.Of(Table, Options);
        RootRow[] known = [.. ranking.Rows.Where(r => r.Status == CutStatus.Ok && r.Loss > 0)];
        Assert.True(known.Length > 100);
        double[] values = [.. known.Select(r => Unseen.Of(r)!.Value)];
        Assert.Equal(values.OrderDescending(), values);
        Assert.All(known, r => Assert.Equal(r.ExcessLoss / r.Loss, Unseen.Of(r)));
        Dictionary<string, double?> usual = RootRanking
            .Of(Table, Options with { Sort = null })
            .Rows.ToDictionary(r => r.Code, r => r.Leverage);
        Assert.All(ranking.Rows, r => Assert.Equal(usual[r.Code], r.Leverage));
    }

    [Fact]
    public void The_smallest_value_comes_first_where_that_is_said()
    {
        var least = new RootMeasure(r => r.Leverage)
        {
            Word = "least",
            Column = "least",
            Name = "Least leverage",
            ChineseName = "最小杠杆",
            Unit = "ratio",
            Meaning = "Leverage, the smallest first.",
            LargerIsMore = false,
        };
        double[] values =
        [
            .. RootRanking
                .Of(Table, Options with { Sort = least })
                .Rows.Where(r => r.Status == CutStatus.Ok)
                .Select(r => r.Leverage!.Value),
        ];
        Assert.Equal(values.Order(), values);
    }

    [Fact]
    public void Words_and_columns_of_measures_are_there_once_and_are_found()
    {
        Assert.Equal(RootMeasures.All, RootMeasures.All.DistinctBy(m => m.Word).DistinctBy(m => m.Column));
        Assert.All(RootMeasures.All, m => Assert.Same(m, RootMeasures.Find(m.Word)));
        Assert.All(RootMeasures.All, m => Assert.Contains(m.Unit, (string[])["ratio", "share"]));
        Assert.Contains("excess", Assert.Throws<UnknownNameException>(() => RootMeasures.Find("exces")).Nearest);
        Assert.Throws<UnknownNameException>(() => RootMeasures.Find(Unseen.Word));
    }

    [Fact]
    public void Draws_give_a_band_of_every_measure_that_says_so_and_of_no_other()
    {
        var zero = new Band(0, 0, 0, 1);
        var ranking = RootRanking.Of(Table, Options);
        Band[] bands = [.. RootMeasures.WithBands.Select((_, i) => new Band(i, i, i, 1))];
        var band = new RootBand(ranking.Rows[0], bands, zero, zero, zero, 1, []);
        Assert.All(RootMeasures.WithBands, m => Assert.Same(bands[RootMeasures.WithBands.ToList().IndexOf(m)], band.Of(m)));
        Assert.All(RootMeasures.All.Except(RootMeasures.WithBands), m => Assert.Throws<ArgumentException>(() => band.Of(m)));
    }
}
