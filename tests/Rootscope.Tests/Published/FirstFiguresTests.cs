using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Storage;

namespace Rootscope.Tests.Published;

/// <summary>The first figures for China 2020 (docs/methods/roots.md): two calculations made outside this library agree on them.</summary>
public class FirstFiguresTests
{
    private static readonly Lazy<RootRanking> Ranking = new(() => Rank(OwnUseTreatment.Gross));

    [Theory]
    [InlineData("100", 25.7, 4.26)]
    [InlineData("027", 5.4, 3.98)]
    [InlineData("051", 1.7, 3.87)]
    [InlineData("087", 1.2, 2.29)]
    [InlineData("096", 2.2, 1.92)]
    [InlineData("094", 5.4, 1.61)]
    [InlineData("078", 2.1, 1.41)]
    [InlineData("128", 4.6, 1.12)]
    public void Losses_and_gaps_at_a_cut_of_70_percent_agree_to_the_printed_digits(string code, double lossPercent, double gap)
    {
        RootRow row = Assert.Single(Ranking.Value.Rows, r => r.Code == code);
        Assert.Equal(lossPercent, Math.Round(100 * row.Loss!.Value, 1));
        Assert.Equal(gap, Math.Round(row.Gap!.Value, 2));
    }

    [Fact]
    public void Net_of_own_use_the_largest_gap_is_1_79() =>
        Assert.Equal(1.79, Math.Round(Rank(OwnUseTreatment.Net).Rows.Max(r => r.Gap!.Value), 2));

    private static RootRanking Rank(OwnUseTreatment ownUse) =>
        RootRanking.Of(
            EmbeddedTables.Read("china-2020"),
            new RootOptions
            {
                Cut = 0.7,
                Capital = CapitalTreatment.Off,
                Equilibrium = new EquilibriumOptions
                {
                    Elasticities = ElasticitySets.Read("first-figures"),
                    Trade = TradeClosure.Factor,
                    OwnUse = ownUse,
                },
            }
        );
}
