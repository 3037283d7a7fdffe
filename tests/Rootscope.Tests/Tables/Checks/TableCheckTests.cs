using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Tests.Tables.Checks;

public class TableCheckTests
{
    private const double Tolerance = 1e-4;

    [Fact]
    public void A_sound_table_is_balanced_and_productive()
    {
        var check = TableCheck.Of(Table([10, 20, 30, 40], [70, 30]), Tolerance);
        Assert.True(check.IsBalanced);
        Assert.True(check.IsProductive);
        Assert.Equal(0.4, check.InputShares[0], 1e-12);
        Assert.Equal(0.6, check.InputShares[1], 1e-12);
        check.RequireProductive("a table");
    }

    [Fact]
    public void The_spectral_radius_of_a_two_sector_table_is_the_known_eigenvalue()
    {
        // A = [0.1 0.2; 0.3 0.4]: (0.5 + sqrt(0.33)) / 2.
        var check = TableCheck.Of(Table([10, 20, 30, 40], [70, 30]), Tolerance);
        Assert.Equal((0.5 + Math.Sqrt(0.33)) / 2, check.SpectralRadius, 1e-9);
        Assert.Equal(check.SpectralRadius, check.DomesticSpectralRadius);
    }

    [Fact]
    public void A_row_that_does_not_add_up_is_named_with_its_gap()
    {
        var check = TableCheck.Of(Table([10, 20, 30, 40], [70, 35]), Tolerance);
        BalanceGap gap = Assert.Single(check.BrokenRows);
        Assert.Equal((1, true, 5.0), (gap.Sector, gap.IsRow, gap.Gap));
        Assert.Empty(check.BrokenColumns);
        Assert.False(check.IsBalanced);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1)]
    [InlineData(1e9)]
    public void The_unit_of_money_is_immaterial_to_a_gap(double unit)
    {
        double[] flows = [.. new double[] { 10, 20, 30, 40 }.Select(z => z * unit)];
        double[] output = [100 * unit, 100 * unit];
        Assert.Single(TableCheck.Of(Table(flows, [70 * unit, 40 * unit], output), Tolerance).BrokenRows);
        Assert.Empty(TableCheck.Of(Table(flows, [70 * unit, 30.009 * unit], output), Tolerance).BrokenRows);
    }

    [Fact]
    public void A_table_that_is_not_productive_is_refused_by_its_greediest_sector()
    {
        var check = TableCheck.Of(Table([10, 96, 95, 10], [-6, -5]), Tolerance);
        Assert.False(check.IsProductive);
        Assert.Equal([new(0), new(1)], check.NegativeValueAdded);
        ModelException e = Assert.Throws<ModelException>(() => check.RequireProductive("greedy.csv"));
        Assert.StartsWith("greedy.csv: ", e.Message, StringComparison.Ordinal);
        Assert.Contains("S1 (1.06), S0 (1.05)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_greedy_sector_does_not_make_a_table_unproductive()
    {
        var check = TableCheck.Of(Table([10, 20, 95, 40], [70, -35]), Tolerance);
        Assert.Equal([new(0)], check.NegativeValueAdded);
        Assert.True(check.IsProductive);
    }

    [Fact]
    public void Sectors_without_output_and_negative_cells_are_counted()
    {
        var check = TableCheck.Of(Table([-10, 0, 0, 0], [110, 0], [100, 0]), Tolerance);
        Assert.Equal([new(1)], check.WithoutOutput);
        Assert.Equal(1, check.NegativeFlows);
        Assert.Equal(0, check.NegativeFinalDemand);
        Assert.Equal(0, check.InputShares[1]);
    }

    [Fact]
    public void The_embedded_world_has_the_known_spectral_radius_and_greedy_sector()
    {
        FlowTable world = Storage.EmbeddedTables.Read("world-2011");
        var check = TableCheck.Of(world, Tolerance);
        Assert.Equal(0.610, check.SpectralRadius, 0.0005);
        int greedy = Assert.Single(check.NegativeValueAdded);
        Assert.Equal("LUX.c24", world.Sectors.LabelOf(new(greedy)));
        Assert.Equal(1.125, check.InputShares[greedy], 0.0005);
    }

    private static FlowTable Table(double[] flows, double[] final, double[]? output = null)
    {
        double[] x = output ?? [100, 100];
        return new FlowTable(
            new FlowTableParts
            {
                Metadata = new TableMetadata
                {
                    Id = "two",
                    Title = "Two sectors",
                    Year = 2000,
                    Currency = "XXX",
                    UnitScale = 1,
                    Unit = "unit",
                    Prices = "none",
                    Source = "made up",
                    Licence = "none",
                    Classification = "own",
                },
                Sectors = new SectorIndex([new Region("R", "Region")], [new Industry("S0", "First"), new Industry("S1", "Second")]),
                FinalDemandCategories = [new FinalDemandCategory("F", "Final", FinalDemandKind.Households, new(0))],
                ValueAddedCategories = [new ValueAddedCategory("V", "Value added", ValueAddedKind.Total)],
                Flows = flows,
                FinalDemand = final,
                ValueAdded = [x[0] - flows[0] - flows[2], x[1] - flows[1] - flows[3]],
                Output = x,
            }
        );
    }
}
