using Rootscope.Tables;

namespace Rootscope.Tests.Tables;

/// <summary>Names near to one that was typed.</summary>
public class NearestNamesTests
{
    [Theory]
    [InlineData("usa-2107", "usa-2017")]
    [InlineData("machnie_tools", "machine_tools")]
    public void A_slip_of_the_keyboard_is_near(string typed, string expected) =>
        Assert.Equal(expected, NearestNames.Of(typed, ["usa-2017", "china-2020", "machine_tools"])[0]);

    /// <summary>Whoever sends a name of megabytes has nothing compared with it.</summary>
    [Fact]
    public void What_is_longer_than_any_name_has_no_neighbours()
    {
        string name = new('a', 200);
        Assert.Single(NearestNames.Of(name, [name + "b"]));
        Assert.Empty(NearestNames.Of(name + "b", [name + "bc"]));
    }
}
