using Rootscope.Tables;
using Rootscope.Tables.Economies;

namespace Rootscope.Tests.Tables;

public class EconomyIdentityTests
{
    [Theory]
    [InlineData("CN", "CHN")]
    [InlineData("156", "CHN")]
    [InlineData("China", "CHN")]
    [InlineData("中国", "CHN")]
    [InlineData("EL", "GRC")]
    [InlineData("GR", "GRC")]
    [InlineData("UK", "GBR")]
    [InlineData("ROM", "ROU")]
    [InlineData("S19", "TWN")]
    [InlineData("490", "TWN")]
    [InlineData("XK", "XKX")]
    [InlineData("891", "SCG")]
    [InlineData("4", "AFG")]
    [InlineData("004", "AFG")]
    [InlineData("0", "WLD")]
    [InlineData("EU27_2020", "EU27")]
    [InlineData("849", "849")]
    public void Every_spelling_leads_to_one_code(string text, string code) => Assert.Equal(code, EconomyIdentities.Find(text)?.Code);

    [Theory]
    [InlineData("N/A")]
    [InlineData("")]
    [InlineData("QQQ")]
    public void What_is_no_economy_is_none(string text) => Assert.Null(EconomyIdentities.Find(text));

    [Fact]
    public void The_list_holds_together()
    {
        Assert.Equal(
            EconomyIdentities.All.Count,
            EconomyIdentities.All.Select(e => e.Code).Distinct(StringComparer.OrdinalIgnoreCase).Count()
        );
        Assert.All(EconomyIdentities.All, e => Assert.Equal(e, EconomyIdentities.Find(e.Code)));
        Assert.All(EconomyIdentities.All, e => Assert.All(e.OtherCodes, c => Assert.Equal(e, EconomyIdentities.Find(c))));
        Assert.All(EconomyIdentities.All, e => Assert.All(e.OtherNames.Prepend(e.Name), n => Assert.Equal(e, EconomyIdentities.Find(n))));
        Assert.All(EconomyIdentities.All, e => Assert.All(e.Members, m => Assert.NotNull(EconomyIdentities.Find(m))));
        Assert.Equal(249, EconomyIdentities.All.Count(e => e.Kind == EconomyKind.Economy) - 1);
    }

    [Fact]
    public void A_union_goes_beside_its_members_alone_and_the_world_always()
    {
        Assert.Equal(["EU27", "WLD"], EconomyAggregates.Among(["WLD", "EU27", "DEU", "CHN"]).Order(StringComparer.Ordinal));
        Assert.Equal(["WLD"], EconomyAggregates.Among(["WLD", "EU27", "CHN"]));
        Assert.Equal(["EA19"], EconomyAggregates.Among(["EA19", "EU27", "CHN"]));
    }

    [Fact]
    public void A_region_of_a_table_is_found_by_any_code_or_name_of_its_economy()
    {
        var sectors = new SectorIndex([new Region("DE", "Germany"), new Region("CN", "China")], [new Industry("a", "A")]);
        Assert.All((string[])["DE", "DEU", "276", "德国", "germany"], name => Assert.Equal(0, (int)sectors.FindRegion(name)));
        Assert.Equal(1, (int)sectors.FindRegion("中华人民共和国"));
        Assert.Throws<UnknownNameException>(() => sectors.FindRegion("FRA"));
    }
}
