using System.Globalization;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Published;

/// <summary>The products that leverage ranks most unlike revenue, in docs/methods/roots.md, are those that the code gives today.</summary>
public class MoversPageTests
{
    private const int Shown = 10;

    [Theory]
    [InlineData("china-2020")]
    [InlineData("usa-2017")]
    public void The_largest_movers_are_the_computed_ones(string name)
    {
        FlowTable table = EmbeddedTables.Read(name);
        var options = new RootOptions
        {
            Equilibrium = new EquilibriumOptions { Elasticities = IrreplaceabilityData.Rate(ElasticitySets.Read("short-run"), table) },
        };
        RootRow[] byLeverage = [.. RootRanking.Of(table, options, threads: 2).Rows];
        Dictionary<IndustryNumber, int> revenue = byLeverage
            .OrderByDescending(r => r.OutputShare)
            .ThenBy(r => r.Product)
            .Select((r, i) => (r.Product, Rank: i + 1))
            .ToDictionary(r => r.Product, r => r.Rank);

        Assert.NotEqual(byLeverage.Select(r => r.Product), byLeverage.OrderBy(r => revenue[r.Product]).Select(r => r.Product));
        RootRow[] up = [.. byLeverage.OrderByDescending(r => revenue[r.Product] - r.Rank).ThenBy(r => r.Rank).Take(Shown)];
        RootRow[] down = [.. byLeverage.OrderBy(r => revenue[r.Product] - r.Rank).ThenBy(r => r.Rank).Take(Shown)];
        string Row(RootRow r) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {r.Name} | {revenue[r.Product]} | {r.Rank} | {r.OutputShare * 100:0.00}% | {r.Leverage:0.00} |"
            );
        PageTable.Check("roots.md", $"### Up, `{name}`", [.. up.Select(Row)]);
        PageTable.Check("roots.md", $"### Down, `{name}`", [.. down.Select(Row)]);
    }
}
