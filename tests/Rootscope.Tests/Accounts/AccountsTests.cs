using Rootscope.Accounts;
using Rootscope.Accounts.Measures;
using Rootscope.Tables;

namespace Rootscope.Tests.Accounts;

public class AccountsTests
{
    [Fact]
    public void Inputs_that_the_source_gives_by_origin_are_taken_as_it_gives_them()
    {
        FlowTable table = Open(importedFlows: [4, 0, 0, 1], importedFinal: [0, 0, 0, 0], imports: [4, 1]);
        Assert.Equal([6 / 36.0, 10 / 49.0, 10 / 36.0, 19 / 49.0], DirectRequirements.Of(table, InputOrigin.Domestic).Values.ToArray());
        Assert.Equal([10 / 36.0, 10 / 49.0, 10 / 36.0, 20 / 49.0], DirectRequirements.Of(table, InputOrigin.All).Values.ToArray());
    }

    [Fact]
    public void A_product_exported_beyond_its_supply_counts_as_final_and_is_named()
    {
        FlowTable table = Open(imports: [4, 1], exports: [60, 5], home: [-40, 15]);
        AccountResult result = AccountMeasures.Find("upstreamness").Compute(table);
        Assert.Equal(1, result.Rows[0].Value);
        Assert.Contains(
            result.Notes,
            n => n.Contains("counts as final", StringComparison.Ordinal) && n.EndsWith("a.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Negative_value_added_is_reported_as_it_is_and_clamped_only_on_request()
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 1, 6 },
                { 1, 1 },
            },
            [3, 4]
        );
        var shares = ValueAddedShares.Of(table);
        Assert.Equal([0.8, -1 / 6.0], shares.Values.ToArray());
        Assert.Equal(["s2"], shares.Negative);
        Assert.Equal([0.8, 0], shares.NonNegative());
        Assert.Contains(
            AccountMeasures.Find("value-added-multiplier").Compute(table).Notes,
            n => n.Contains("s2", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Domestic_measures_say_how_imports_were_spread()
    {
        AccountResult result = AccountMeasures.Find("output-multiplier").Compute(Open(imports: [4, 1]));
        Assert.Contains(result.Notes, n => n.Contains("proportionality", StringComparison.Ordinal));
        Assert.DoesNotContain(
            AccountMeasures.Find("domar-weight").Compute(Open(imports: [4, 1])).Notes,
            n => n.Contains("proportion", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Sectors_without_output_are_named()
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 1, 0 },
                { 0, 0 },
            },
            [3, 0]
        );
        Assert.Contains("s2", AccountMeasures.Find("output-multiplier").Compute(table).Notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void A_share_outside_its_range_is_refused(double share) =>
        Assert.Throws<ArgumentException>(() =>
            AccountMeasures.Find("extraction-partial").Compute(Open(imports: [4, 1]), new AccountOptions { Share = share })
        );

    [Fact]
    public void A_type_one_ratio_over_nothing_is_undefined() => Assert.Equal([2, null], Multipliers.TypeOneRatios([1, 1], [0.5, 0]));

    private static FlowTable Open(
        double[] imports,
        double[]? importedFlows = null,
        double[]? importedFinal = null,
        double[]? exports = null,
        double[]? home = null
    )
    {
        exports ??= [5, 5];
        home ??= [15, 15];
        return new FlowTable(
            new FlowTableParts
            {
                Metadata = SmallTables.Metadata("open"),
                Sectors = new SectorIndex([new Region("ONE", "One")], [new Industry("a", "A"), new Industry("b", "B")]),
                FinalDemandCategories =
                [
                    new FinalDemandCategory("C", "Consumption", FinalDemandKind.Households, new(0)),
                    new FinalDemandCategory("EX", "Exports", FinalDemandKind.Exports, new(0)),
                ],
                ValueAddedCategories = [],
                Flows = [10, 10, 10, 20],
                FinalDemand = [home[0], exports[0], home[1], exports[1]],
                ValueAdded = [],
                Imports = imports,
                ImportedFlows = importedFlows,
                ImportedFinalDemand = importedFinal,
            }
        );
    }
}
