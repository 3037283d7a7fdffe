using System.Globalization;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Golden;

/// <summary>Cuts in quantity of China 2020 that a numpy program computes from the published table (Vectors/quantity_cuts.py).</summary>
public class QuantityVectorTests
{
    private const double Cut = 0.3;

    /// <summary>The embedded table is rounded to 10 000 yuan, which shows in the smallest import flows.</summary>
    private const double RoundedTable = 5e-6;

    private static readonly FlowTable China = EmbeddedTables.Read("china-2020");

    private static readonly double[] Levels = [0.05, 0.25, 0.75, 1, 2];

    [Theory]
    [InlineData("flat", "balanced", TradeClosure.Balanced)]
    [InlineData("flat", "factor", TradeClosure.Factor)]
    [InlineData("by-product", "balanced", TradeClosure.Balanced)]
    [InlineData("by-product", "factor", TradeClosure.Factor)]
    public void Losses_agree_with_a_program_that_counts_the_rent(string elasticities, string word, TradeClosure trade)
    {
        ElasticitySet set = elasticities == "flat" ? ElasticitySets.Read("short-run") : ByProduct();
        var lens = new EquilibriumCuts(
            RegionEconomy.Of(
                China,
                new EquilibriumOptions
                {
                    Elasticities = set,
                    Trade = trade,
                    CutAs = CutKind.Quantity,
                    ExportsElasticity = 0,
                }
            )
        );
        string[][] rows = [.. Rows().Where(r => r[0] == elasticities && r[1] == word)];
        Assert.Equal(15, rows.Length);
        Assert.All(rows, row => Check(lens, row));
    }

    private static ElasticitySet ByProduct() =>
        new(
            "by product",
            [
                .. ElasticitySets.Read("short-run").Elasticities,
                .. China.Sectors.Industries.SelectMany(
                    (industry, i) =>
                        new[]
                        {
                            new Elasticity(Nest.ProductInputs, industry.Code, Levels[i % Levels.Length], "given"),
                            new Elasticity(Nest.FinalDemand, industry.Code, Levels[i % Levels.Length], "given"),
                        }
                ),
            ]
        );

    private static void Check(EquilibriumCuts lens, string[] row)
    {
        Assert.True(China.Sectors.TryFindIndustry(row[3], out IndustryNumber product));
        CutOutcome outcome = lens.Solve(new SupplyCut(new(product), Cut, Enum.Parse<SupplyScope>(row[2], ignoreCase: true)));
        double expected = double.Parse(row[4], CultureInfo.InvariantCulture);
        Assert.True(
            Math.Abs(outcome.Loss!.Value - expected) <= RoundedTable * expected,
            $"{string.Join(' ', row)}: found {outcome.Loss:R}"
        );
    }

    private static IEnumerable<string[]> Rows() =>
        File.ReadLines(
                Path.Combine(SharedData.RepositoryRoot(), "tests", "Rootscope.Tests", "Golden", "Vectors", "china-2020-quantity-cuts.csv")
            )
            .Skip(1)
            .Select(l => l.Split(','));
}
