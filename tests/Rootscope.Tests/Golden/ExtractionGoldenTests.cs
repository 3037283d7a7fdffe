using Rootscope.Accounts;
using Rootscope.Accounts.Extraction;
using Rootscope.Accounts.Measures;
using Rootscope.Accounts.Trade;
using Rootscope.Tables;

namespace Rootscope.Tests.Golden;

/// <summary>
/// The numbers of golden/accounts for extractions of deliveries, single flows and regions, and for re-sourced extraction.
/// </summary>
public class ExtractionGoldenTests
{
    /// <summary>The golden README's: the vectors are exact, and float64 keeps some fourteen digits.</summary>
    private const double Tolerance = 1e-12;

    private static readonly Lazy<GoldenFile> File = new(() => GoldenFile.Open("accounts", "out", "golden.json"));
    private static readonly Lazy<TotalRequirements> Inverse = new(() => TotalRequirements.Of(GoldenFile.Table(), InputOrigin.All));

    private static GoldenFile Golden => File.Value;

    private static TotalRequirements Total => Inverse.Value;

    private static FlowTable Table => Total.Table;

    [Fact]
    public void Deliveries_by_region_are_met()
    {
        var deliveries = RegionalDeliveries.Of(Table);
        double[] flow = Golden.Figures("bilateral_flow");
        Close.Equal(flow, [.. flow.Select((_, at) => deliveries.Of(new(at / 3), new(at % 3)))], Tolerance, "bilateral_flow");
        Close.Equal(Golden.Figures("exports"), deliveries.Exports, Tolerance, "exports");
        Close.Equal(Golden.Figures("f_by_region"), deliveries.Final, Tolerance, "f_by_region");
        double[] between = [.. flow.Select((f, at) => at % 3 == Table.Sectors.RegionNumberOf(new(at / 3)) ? 0 : f)];
        Close.Equal(Golden.Figures("exports_bilateral"), between, Tolerance, "exports_bilateral");
    }

    [Fact]
    public void Cuts_of_deliveries_are_met_in_one_pass_and_sector_by_sector()
    {
        var cuts = BilateralExtraction.Of(Total);
        Close.Equal(Golden.Figures("bilateral_Q"), cuts.Feedback, Tolerance, "bilateral_Q");
        double[] expected = Golden.Figures("bilateral_cut_output_loss");
        for (int at = 0; at < expected.Length; at++)
        {
            Close.Equal(expected[at], cuts.LossesOf(new(at / 3), new(at % 3)).Sum(), Tolerance, "bilateral_cut_output_loss");
        }
    }

    [Fact]
    public void Cuts_of_one_flow_are_met_sector_by_sector()
    {
        var cells = CellExtraction.Of(Total);
        double[] expected = Golden.Figures("cell_cut_output_loss");
        for (int at = 0; at < expected.Length; at++)
        {
            Close.Equal(expected[at], cells.LossesOf(new(at / 9), new(at % 9)).Sum(), Tolerance, "cell_cut_output_loss");
        }
    }

    [Theory]
    [InlineData(ResourcingShares.World, "hem_loss_resourced_world_shares")]
    [InlineData(ResourcingShares.Buyer, "hem_loss_resourced_buyer_shares")]
    public void Re_sourced_extraction_is_met_for_every_loser_and_gainer(ResourcingShares shares, string name)
    {
        double[] expected = Golden.Figures(name);
        for (int k = 0; k < 9; k++)
        {
            double[] losses = Resourcing.LossesOf(Total, new(k), shares)!;
            Close.Equal([.. Enumerable.Range(0, 9).Select(i => expected[(i * 9) + k])], losses, Tolerance, name);
        }
    }

    [Fact]
    public void Regions_lose_the_value_added_of_their_deliveries()
    {
        double[] expected = Golden.Figures("ltdv_bilateral_va_loss_exporter");
        AccountResult result = AccountMeasures.Find("extraction-exports").Compute(Table);
        Close.Equal(
            [.. expected.Where(v => v != 0)],
            [.. result.Rows.Select(r => r.Value!.Value)],
            Tolerance,
            "ltdv_bilateral_va_loss_exporter"
        );
    }

    [Fact]
    public void Value_added_lost_by_region_is_met()
    {
        double[] expected = Golden.Figures("hem_total_va_loss_by_region");
        AccountResult result = AccountMeasures.Find("extraction-total-value-added").Compute(Table);
        Close.Equal(
            [.. result.Rows.Select((_, at) => expected[(at % 3 * 9) + (at / 3)])],
            [.. result.Rows.Select(r => r.Value!.Value)],
            Tolerance,
            "hem_total_va_loss_by_region"
        );
    }

    [Fact]
    public void Rows_are_those_of_the_supplier_and_the_buyer_asked_for()
    {
        AccountResult result = AccountMeasures
            .Find("extraction-bilateral")
            .Compute(Table, new AccountOptions { Supplier = "bbb.MFG", Buyer = "CCC" });
        AccountRow row = Assert.Single(result.Rows);
        Assert.Equal((1, 1, 2), (row.Key.Region, row.Key.Industry!.Value, row.Partner!.Value.Region));
        Assert.Equal(
            3,
            AccountMeasures.Find("extraction-bilateral").Compute(Table, new AccountOptions { Supplier = "MFG", Buyer = "CCC" }).Rows.Count
        );
        Assert.Equal(
            9,
            AccountMeasures.Find("extraction-cell").Compute(Table, new AccountOptions { Supplier = "AAA", Buyer = "CCC" }).Rows.Count
        );
        UnknownNameException e = Assert.Throws<UnknownNameException>(() =>
            AccountMeasures.Find("extraction-cell").Compute(Table, new AccountOptions { Supplier = "BBB.MFH" })
        );
        Assert.Contains("MFG", e.Nearest);
    }
}
