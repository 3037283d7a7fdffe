using Rootscope.Storage;
using Rootscope.Storage.References;
using Rootscope.Tables;

namespace Rootscope.Tests.Tables.References;

/// <summary>Which divisions of ISIC industries hold.</summary>
public class IsicDivisionsTests
{
    [Theory]
    [InlineData("china-2020")]
    [InlineData("usa-2017")]
    public void An_industry_of_a_fine_table_belongs_to_one_division(string name)
    {
        FlowTable table = new TableLibrary().Read(name);
        IReadOnlyList<string?> one = IsicDivisions.Of(table);
        Assert.Equal(one.Select(d => d is null ? [] : new[] { d }), IsicDivisions.HeldBy(table).Select(h => h.ToArray()));
        Assert.True(one.Count(d => d is not null) > 0.9 * one.Count);
    }

    [Fact]
    public void Industries_of_a_coarse_table_share_the_divisions_out_without_rest()
    {
        FlowTable table = new TableLibrary().Read("world-2011");
        IReadOnlyList<IReadOnlyList<string>> held = IsicDivisions.HeldBy(table);
        string[] all = [.. held.SelectMany(h => h)];
        Assert.Equal(all.Distinct(StringComparer.Ordinal).Count(), all.Length);
        Assert.Equal(["26", "27"], Of("c14"));
        Assert.Equal(["97", "98"], Of("c35"));
        string[] none = [.. table.Sectors.Industries.Where((_, i) => held[i].Count == 0).Select(i => i.Code)];
        Assert.Empty(none);

        IReadOnlyList<string> Of(string code) => held[table.Sectors.FindIndustry(code)];
    }

    [Fact]
    public void Of_classes_that_nobody_knows_nothing_is_held() =>
        Assert.All(
            IsicDivisions.HeldBy(
                SmallTables.Closed(
                    new double[,]
                    {
                        { 1, 2 },
                        { 2, 1 },
                    },
                    [3, 3]
                )
            ),
            Assert.Empty
        );
}
