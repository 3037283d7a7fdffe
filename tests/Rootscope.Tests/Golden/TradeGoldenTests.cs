using Rootscope.Accounts;
using Rootscope.Accounts.Measures;
using Rootscope.Accounts.Trade;
using Rootscope.Tables;

namespace Rootscope.Tests.Golden;

/// <summary>The numbers of golden/accounts for trade in value added.</summary>
/// <remarks>
/// The nine terms and the sink perspective have no vectors here; other programs agree with the golden sums, NumpyVectorTests has the cells
/// of the sink perspective, and the laws in TradeLaws hold the rest.
/// </remarks>
public class TradeGoldenTests
{
    /// <summary>The golden README's: the vectors are exact, and float64 keeps some fourteen digits.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>The golden README's for differences of numbers that are nearly equal.</summary>
    private const double DifferenceTolerance = 1e-11;

    private static readonly Lazy<GoldenFile> File = new(() => GoldenFile.Open("accounts", "out", "golden.json"));
    private static readonly Lazy<TotalRequirements> Inverse = new(() => TotalRequirements.Of(GoldenFile.Table(), InputOrigin.All));

    private static GoldenFile Golden => File.Value;

    private static TotalRequirements Total => Inverse.Value;

    [Theory]
    [InlineData("exports-gross", "exports_by_region")]
    [InlineData("exports-domestic-value-added", "ltdv_dva_exports")]
    [InlineData("exports-import-content", "vs_import_content_exports")]
    [InlineData("exports-domestic-content", "oecd_exgr_dva")]
    [InlineData("exports-foreign-content", "oecd_exgr_fva")]
    [InlineData("exports-domestic-double-counted", "bm2019_src_total_DDC")]
    [InlineData("gvc-trade", "gvc_trade")]
    [InlineData("gvc-backward", "gvc_backward")]
    [InlineData("gvc-forward", "gvc_forward")]
    [InlineData("footprint-value-added", "footprint_va")]
    public void Values_by_region_and_footprints_are_met(string measure, string name) =>
        Close.Equal(
            Golden.Figures(name),
            Values(measure),
            name.EndsWith("DDC", StringComparison.Ordinal) ? DifferenceTolerance : Tolerance,
            name
        );

    [Theory]
    [InlineData("exports-foreign-content-by-source", "oecd_exgr_fva_by_source")]
    [InlineData("value-added-exports", "vax_bilateral")]
    [InlineData("exports-bilateral", "bm2019_src_GEXP")]
    [InlineData("exports-bilateral-dc", "bm2019_src_DC")]
    [InlineData("exports-bilateral-dva", "bm2019_src_DVA")]
    [InlineData("exports-bilateral-vax", "bm2019_src_VAX")]
    [InlineData("exports-bilateral-davax", "bm2019_src_DAVAX")]
    [InlineData("exports-bilateral-ref", "bm2019_src_REF")]
    [InlineData("exports-bilateral-ddc", "bm2019_src_DDC")]
    [InlineData("exports-bilateral-fc", "bm2019_src_FC")]
    [InlineData("exports-bilateral-fva", "bm2019_src_FVA")]
    [InlineData("exports-bilateral-fdc", "bm2019_src_FDC")]
    public void Values_by_pair_of_regions_are_met(string measure, string name)
    {
        double[] expected = [.. Golden.Figures(name).Where((_, at) => at % 3 != at / 3)];
        bool isDifference = name.EndsWith("DDC", StringComparison.Ordinal) || name.EndsWith("FDC", StringComparison.Ordinal);
        Close.Equal(expected, Values(measure), isDifference ? DifferenceTolerance : Tolerance, name);
    }

    [Theory]
    [InlineData("exports-bilateral-dva", "DVA")]
    [InlineData("exports-bilateral-ddc", "DDC")]
    [InlineData("exports-bilateral-fva", "FVA")]
    [InlineData("exports-bilateral-fdc", "FDC")]
    [InlineData("exports-bilateral-sink-dva", "DVA")]
    [InlineData("exports-bilateral-sink-ddc", "DDC")]
    [InlineData("exports-bilateral-sink-fva", "FVA")]
    [InlineData("exports-bilateral-sink-fdc", "FDC")]
    public void Source_and_sink_add_up_to_the_golden_totals(string measure, string term)
    {
        double[] cells = Values(measure);
        double[] totals = [cells[0] + cells[1], cells[2] + cells[3], cells[4] + cells[5]];
        Close.Equal(Golden.Figures($"bm2019_src_total_{term}"), totals, DifferenceTolerance, term);
    }

    [Fact]
    public void Nine_terms_add_up_to_exports_and_the_first_five_to_domestic_value_added()
    {
        IReadOnlyList<NineTerms> terms = NineTerms.Of(Total);
        Close.Equal(Golden.Figures("exports_by_region"), [.. terms.Select(t => t.ToList().Sum())], Tolerance, "exports");
        Close.Equal(Golden.Figures("ltdv_dva_exports"), [.. terms.Select(t => t.ToList().Take(5).Sum())], Tolerance, "DVA");
        Close.Equal(Golden.Figures("bm2019_src_total_DDC"), [.. terms.Select(t => t.DomesticDoubleCounted)], DifferenceTolerance, "DDC");
        Close.Equal(Golden.Figures("oecd_exgr_fva"), [.. terms.Select(t => t.ToList().Skip(6).Sum())], Tolerance, "FC");
        Close.Equal([.. terms.Select(t => t.InputsUsedByImporter)], Values("exports-dva-int"), Tolerance);
    }

    [Fact]
    public void Footprints_follow_from_any_coefficients()
    {
        double[] persons = GoldenFile.Open("accounts", "input", "table.json").Figures("EMP");
        double[] perUnit = [.. persons.Zip(Total.Table.Output.ToArray(), (p, x) => p / x)];
        Close.Equal(Golden.Figures("footprint_emp"), Footprints.Of(Total, perUnit), Tolerance, "footprint_emp");
    }

    [Fact]
    public void Value_added_content_by_source_is_met()
    {
        double[] expected = Golden.Figures("va_content_by_source_region");
        Close.Equal([.. Enumerable.Range(0, 27).Select(at => expected[(at % 3 * 9) + (at / 3)])], Values("value-added-content"), Tolerance);
    }

    private static double[] Values(string measure) =>
        [.. AccountMeasures.Find(measure).Compute(Total.Table).Rows.Select(r => r.Value!.Value)];
}
