using Rootscope.Accounts;
using Rootscope.Accounts.Exposure;
using Rootscope.Accounts.Measures;

namespace Rootscope.Tests.Golden;

/// <summary>The numbers of golden/accounts for exposure, cell by cell and by region.</summary>
public class ExposureGoldenTests
{
    /// <summary>The golden README's: the vectors are exact, and float64 keeps some fourteen digits.</summary>
    private const double Tolerance = 1e-12;

    private static readonly Lazy<GoldenFile> File = new(() => GoldenFile.Open("accounts", "out", "golden.json"));
    private static readonly Lazy<TotalRequirements> Inverse = new(() => TotalRequirements.Of(GoldenFile.Table(), InputOrigin.All));

    private static GoldenFile Golden => File.Value;

    private static TotalRequirements Total => Inverse.Value;

    [Theory]
    [InlineData(ExposureBase.Inputs, "fpem_share_inputs_only", "facevalue_share_inputs_only")]
    [InlineData(ExposureBase.Output, "fpem_share_LI", "fpem_facevalue_share")]
    public void Shares_of_every_supplier_are_met_in_both_readings(ExposureBase of, string lookThrough, string faceValue)
    {
        var exposure = InputExposure.Of(Total, of);
        Close.Equal(
            Golden.Figures(lookThrough),
            [.. Enumerable.Range(0, 81).Select(c => exposure.LookThrough(new(c / 9), new(c % 9))!.Value)],
            Tolerance,
            lookThrough
        );
        Close.Equal(
            Golden.Figures(faceValue),
            [.. Enumerable.Range(0, 81).Select(c => exposure.FaceValue(new(c / 9), new(c % 9))!.Value)],
            Tolerance,
            faceValue
        );
    }

    [Theory]
    [InlineData("exposure-inputs", "fpem_inputs_only_by_region")]
    [InlineData("exposure-inputs-face-value", "facevalue_inputs_only_by_region")]
    [InlineData("exposure-output", "fpem_share_LI_by_region")]
    public void Shares_of_every_source_region_are_met(string measure, string name)
    {
        double[] expected = Golden.Figures(name);
        Close.Equal([.. Enumerable.Range(0, 27).Select(at => expected[(at % 3 * 9) + (at / 3)])], Values(measure), Tolerance, name);
    }

    [Theory]
    [InlineData("exposure-sales", "fpex_outputs_only_by_region")]
    [InlineData("exposure-sales-face-value", "fpex_sales_face_by_region")]
    [InlineData("exposure-final-use", "fpex_final_absorption_by_region")]
    public void Shares_of_every_region_in_sales_are_met(string measure, string name) =>
        Close.Equal(Golden.Figures(name), Values(measure), Tolerance, name);

    [Fact]
    public void Concentration_and_means_of_a_region_follow_from_the_shares()
    {
        double[] shares = Golden.Figures("fpem_inputs_only_by_region");
        double[] herfindahl =
        [
            .. Enumerable.Range(0, 9).Select(j => Enumerable.Range(0, 3).Sum(r => shares[(r * 9) + j] * shares[(r * 9) + j])),
        ];
        Close.Equal(herfindahl, Values("exposure-concentration"), Tolerance);
        double[] x = Total.Table.Output.ToArray();
        double expected = ((x[0] * shares[18]) + (x[1] * shares[19])) / (x[0] + x[1]);
        Close.Equal(expected, InputExposure.Of(Total).OfRegion(new(0), [new(0), new(1)])[2].LookThrough!.Value, Tolerance);
    }

    [Fact]
    public void A_supplier_is_the_partner_where_the_key_buys()
    {
        AccountResult result = AccountMeasures
            .Find("exposure-inputs")
            .Compute(Total.Table, new AccountOptions { Supplier = "CCC", Buyer = "AAA.MFG" });
        AccountRow row = Assert.Single(result.Rows);
        Assert.Equal((0, 1, 2), (row.Key.Region, row.Key.Industry!.Value, row.Partner!.Value.Region));
    }

    private static double[] Values(string measure) =>
        [.. AccountMeasures.Find(measure).Compute(Total.Table).Rows.Select(r => r.Value!.Value)];
}
