using Rootscope.Accounts;
using Rootscope.Tables;

namespace Rootscope.Tests.Published;

/// <summary>
/// The small examples of Miller and Blair, Input-Output Analysis: Foundations and Extensions, 2nd ed., Cambridge University Press, 2009.
/// </summary>
/// <remarks>
/// Tables 2.3 and 2.4 with the text of section 2.3.1, pages 21 to 26; section 2.4, pages 31 to 34; section 2.5, pages 34 to 41.
/// </remarks>
public class MillerBlairTests
{
    /// <summary>Half a unit of the last of three printed decimals.</summary>
    private const double ThreeDecimals = 0.0005;

    /// <summary>
    /// The book multiplies its inverse rounded to three or four decimals: half a unit of the printed decimal and what that rounding adds.
    /// </summary>
    private const double PrintedOutput = 0.2;

    private static readonly FlowTable Table = SmallTables.Closed(
        new double[,]
        {
            { 150, 500 },
            { 200, 100 },
        },
        [350, 1700]
    );

    [Fact]
    public void Table_2_3_has_outputs_of_1000_and_2000_and_payments_of_650_and_1400()
    {
        Assert.Equal([1000, 2000], Table.Output.ToArray());
        Assert.Equal([650, 1400], TableTotals.ValueAdded(Table));
    }

    [Fact]
    public void Table_2_4_gives_the_technical_coefficients()
    {
        var direct = DirectRequirements.Of(Table, InputOrigin.All);
        Assert.Equal([0.15, 0.25, 0.20, 0.05], direct.Values.ToArray());
    }

    [Fact]
    public void Section_2_3_1_prints_the_Leontief_inverse()
    {
        double[] printed = [1.254, 0.330, 0.264, 1.122];
        var total = TotalRequirements.Of(Table, InputOrigin.All);
        for (int cell = 0; cell < printed.Length; cell++)
        {
            Assert.Equal(printed[cell], total.Values[cell], ThreeDecimals);
        }
    }

    [Fact]
    public void Section_2_3_1_finds_the_outputs_for_a_final_demand_of_600_and_1500()
    {
        double[] printed = [1247.5, 1841.6];
        var total = TotalRequirements.Of(Table, InputOrigin.All);
        for (int i = 0; i < printed.Length; i++)
        {
            Assert.Equal(printed[i], (total[new(i), new(0)] * 600) + (total[new(i), new(1)] * 1500), PrintedOutput);
        }
    }

    [Fact]
    public void Section_2_4_reaches_the_inverse_by_the_power_series()
    {
        var direct = DirectRequirements.Of(Table, InputOrigin.All);
        var total = TotalRequirements.Of(direct);
        double[] bySeries = Multipliers.Output(direct);
        Assert.Equal(1.254 + 0.264, bySeries[0], 2 * ThreeDecimals);
        Assert.Equal(0.330 + 1.122, bySeries[1], 2 * ThreeDecimals);
        Close.Equal(total.Multipliers, bySeries, 1e-14);
    }

    [Fact]
    public void Section_2_5_closes_the_model_for_households()
    {
        // Row and column 3: households sell labour and buy from both sectors; what is left of final demand is 300, 1300 and 150.
        FlowTable closed = SmallTables.Closed(
            new double[,]
            {
                { 150, 500, 50 },
                { 200, 100, 400 },
                { 300, 500, 50 },
            },
            [300, 1300, 150]
        );
        Assert.Equal([1000, 2000, 1000], closed.Output.ToArray());
        double[] printed = [1.365, 0.425, 0.251, 0.527, 1.348, 0.595, 0.570, 0.489, 1.289];
        var total = TotalRequirements.Of(closed, InputOrigin.All);
        for (int cell = 0; cell < printed.Length; cell++)
        {
            Assert.Equal(printed[cell], total.Values[cell], ThreeDecimals);
        }
    }
}
