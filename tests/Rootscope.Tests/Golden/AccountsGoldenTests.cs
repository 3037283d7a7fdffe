using Rootscope.Accounts;
using Rootscope.Accounts.Centrality;
using Rootscope.Accounts.Extraction;
using Rootscope.Accounts.Measures;
using Rootscope.Accounts.Trade;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Tests.Golden;

/// <summary>Every number of golden/accounts that belongs to a measure of this library.</summary>
/// <remarks>
/// What belongs to other measures stands in other files: extractions of deliveries and sets, trade in value added, exposure, paths
/// (spa.json), and balancing (the ras and gras parts of edge.json).
/// </remarks>
public class AccountsGoldenTests
{
    /// <summary>The golden README's: the vectors are exact, and float64 keeps some fourteen digits.</summary>
    private const double Tolerance = 1e-12;

    // Lazy, so that the tests skip, and do not fail, where the golden files are absent.
    private static readonly Lazy<GoldenFile> File = new(() => GoldenFile.Open("accounts", "out", "golden.json"));
    private static readonly Lazy<TotalRequirements> Inverse = new(() => TotalRequirements.Of(GoldenFile.Table(), InputOrigin.All));

    private static GoldenFile Golden => File.Value;

    private static TotalRequirements Total => Inverse.Value;

    private static FlowTable Table => Total.Table;

    private static ValueAddedShares Shares => ValueAddedShares.Of(Table);

    [Fact]
    public void Totals_of_the_table_are_met()
    {
        Check("x", Table.Output);
        Check("f", TableTotals.FinalDemand(Table));
        Check("va_total", TableTotals.ValueAdded(Table));
        double[] byRegion = new double[Table.Size * 3];
        for (int r = 0; r < 3; r++)
        {
            double[] column = TableTotals.FinalDemand(Table, c => c.Region == r);
            for (int i = 0; i < column.Length; i++)
            {
                byRegion[(i * 3) + r] = column[i];
            }
        }

        Check("f_by_region", byRegion);
        Check("f_over_x", [.. TableTotals.FinalDemand(Table).Zip(Table.Output.ToArray(), (f, x) => f / x)]);
        Check("va_over_x", Shares.Values);
        Check("v", Shares.Values);
    }

    [Fact]
    public void Coefficients_and_inverses_are_met()
    {
        Check("A", DirectRequirements.Of(Table, InputOrigin.All).Values);
        Check("B", DirectAllocation.Of(Table, InputOrigin.All).Values);
        Check("L", Total.Values);
        var ghosh = new double[Table.Size * Table.Size];
        for (int cell = 0; cell < ghosh.Length; cell++)
        {
            ghosh[cell] = Total.Ghosh(new(cell / Table.Size), new(cell % Table.Size));
        }

        Check("G", ghosh);
    }

    [Fact]
    public void Exports_of_each_region_taken_by_itself_are_met()
    {
        double[][] exports =
        [
            .. Enumerable.Range(0, Table.Sectors.Regions.Count).Select(r => TableTotals.Exports(RegionalView.Of(Table, new(r)))),
        ];
        Check("exports", [.. exports.SelectMany(e => e)]);
        Check("exports_by_region", [.. exports.Select(e => e.Sum())]);
    }

    [Fact]
    public void Multipliers_are_met_by_series_and_by_inverse()
    {
        DirectRequirements direct = Total.Direct;
        Check("output_multiplier", Multipliers.Output(direct));
        Check("output_multiplier", Total.Multipliers);
        Check("va_multiplier", Multipliers.ValueAdded(direct));
        Check("va_multiplier", Total.PerUnitOfFinalDemand(Shares.Values));
        Check("va_multiplier_type1_ratio", Ratios(Multipliers.TypeOneRatios(Golden.Figures("va_multiplier"), Shares.Values)));
        double[] own = Multipliers.OwnRegion(Total);
        Check("output_multiplier_domestic", own);
        Check("output_multiplier_foreign", [.. Total.Multipliers.ToArray().Zip(own, (m, d) => m - d)]);
        Check("output_to_output_multiplier", Multipliers.OutputToOutput(Total));
        Check("input_multiplier_ghosh", Linkages.Forward(DirectAllocation.Of(Table, InputOrigin.All)));
    }

    [Fact]
    public void Employment_multipliers_follow_from_any_coefficients()
    {
        double[] persons = GoldenFile.Open("accounts", "input", "table.json").Figures("EMP");
        double[] perUnit = [.. persons.Zip(Table.Output.ToArray(), (p, x) => p / x)];
        Check("emp_coeff", perUnit);
        double[] multipliers = Multipliers.PerUnitOfFinalDemand(Total.Direct, perUnit);
        Check("emp_multiplier", multipliers);
        Check("emp_multiplier_type1_ratio", Ratios(Multipliers.TypeOneRatios(multipliers, perUnit)));
    }

    [Fact]
    public void Linkages_are_met()
    {
        DirectRequirements direct = Total.Direct;
        var allocation = DirectAllocation.Of(Table, InputOrigin.All);
        Check("bl_direct", direct.ColumnSums());
        Check("bl_total", Linkages.Backward(direct));
        Check("fl_direct_ghosh", allocation.RowSums());
        Check("fl_total_ghosh", Linkages.Forward(allocation));
        Check("fl_total_leontief", Linkages.LeontiefForward(direct));
        Check("rasmussen_power_of_dispersion", Linkages.PowerOfDispersion(direct));
        Check("rasmussen_sensitivity_of_dispersion", Linkages.SensitivityOfDispersion(direct));
        Check("jones_forward_normalised_ghosh", Linkages.NormalisedForward(allocation));
    }

    [Fact]
    public void Stages_are_met()
    {
        double[] up = ProductionStages.Upstreamness(Table);
        double[] down = ProductionStages.Downstreamness(Table);
        Check("upstreamness", up);
        Check("downstreamness", down);
        Check("upstreamness_by_region", Ratios(RegionalMeans.OutputWeighted(Table, up)));
        Check("downstreamness_by_region", Ratios(RegionalMeans.OutputWeighted(Table, down)));
    }

    [Fact]
    public void Value_added_content_by_region_is_met_and_import_content_is_what_is_left()
    {
        double[] expected = Golden.Figures("va_content_by_source_region");
        Check("va_content_by_source_region", RegionContent.ByRegion(Total, Shares.Values));
        double[] foreign =
        [
            .. Enumerable.Range(0, Table.Size).Select(j => 1 - expected[(Table.Sectors.RegionNumberOf(new(j)) * Table.Size) + j]),
        ];
        Close.Equal(foreign, ImportContent.Of(Table), Tolerance, "import content");
    }

    [Theory]
    [InlineData(ExtractionKind.Total, 1, "hem_loss_total")]
    [InlineData(ExtractionKind.TotalKeepingDemand, 1, "hem_loss_total_keepf")]
    [InlineData(ExtractionKind.TotalKeepingOwnUse, 1, "hem_loss_total_keepf_keepdiag")]
    [InlineData(ExtractionKind.Backward, 1, "hem_loss_backward")]
    [InlineData(ExtractionKind.ForwardDemand, 1, "hem_loss_forward_leontief")]
    [InlineData(ExtractionKind.ForwardGhosh, 1, "hem_loss_forward_ghosh")]
    [InlineData(ExtractionKind.Partial, 0.25, "hem_loss_partial25_row_and_f")]
    [InlineData(ExtractionKind.PartialPurchases, 0.25, "hem_loss_partial25_col")]
    public void Losses_of_every_sector_are_met_for_every_extracted_one(ExtractionKind kind, double share, string name)
    {
        int n = Table.Size;
        var losses = new double[n * n];
        var totals = new double[n];
        var valueAdded = new double[n];
        for (int k = 0; k < n; k++)
        {
            double[] column = HypotheticalExtraction.LossesOf(Total, kind, new(k), share);
            for (int i = 0; i < n; i++)
            {
                losses[(i * n) + k] = column[i];
                totals[k] += column[i];
                valueAdded[k] += Shares.Values[i] * column[i];
            }
        }

        // Stored [loser, extracted], the allocation model included.
        Check(name, losses);
        ExtractionLosses summed = HypotheticalExtraction.TotalsOf(Total, kind, share);
        Close.Equal(totals, summed.Output, Tolerance, "totals");
        Close.Equal(valueAdded, summed.ValueAdded, Tolerance, "value added");
    }

    [Fact]
    public void Totals_of_extraction_are_met()
    {
        ExtractionLosses losses = HypotheticalExtraction.TotalsOf(Total, ExtractionKind.Total);
        Check("hem_total_output_loss", losses.Output);
        Check("hem_total_va_loss", losses.ValueAdded);
        Check("hem_total_output_loss_excl_own", [.. losses.Output.ToArray().Zip(Table.Output.ToArray(), (d, x) => d - x)]);
        double[] content = RegionContent.ByRegion(Total, Shares.Values);
        double[] byRegion =
        [
            .. content.Select((c, cell) => c * Table.Output[cell % Table.Size] / Total[new(cell % Table.Size), new(cell % Table.Size)]),
        ];
        Check("hem_total_va_loss_by_region", byRegion);
        double[] own = TableTotals.ValueAdded(Table);
        Check("hem_leverage_va_lost_elsewhere_per_own_va", [.. losses.ValueAdded.ToArray().Zip(own, (d, v) => (d - v) / v)]);
    }

    [Theory]
    [InlineData("output-multiplier", "output_multiplier")]
    [InlineData("output-multiplier-total", "output_multiplier")]
    [InlineData("value-added-multiplier", "va_multiplier")]
    [InlineData("upstreamness", "upstreamness")]
    [InlineData("downstreamness", "downstreamness")]
    [InlineData("backward-linkage", "bl_total")]
    [InlineData("forward-linkage", "fl_total_ghosh")]
    [InlineData("backward-linkage-direct", "bl_direct")]
    [InlineData("forward-linkage-direct", "fl_direct_ghosh")]
    [InlineData("forward-linkage-leontief", "fl_total_leontief")]
    [InlineData("power-of-dispersion", "rasmussen_power_of_dispersion")]
    [InlineData("sensitivity-of-dispersion", "rasmussen_sensitivity_of_dispersion")]
    [InlineData("forward-linkage-normalised", "jones_forward_normalised_ghosh")]
    [InlineData("extraction-total", "hem_total_output_loss")]
    [InlineData("extraction-leverage", "hem_leverage_va_lost_elsewhere_per_own_va")]
    [InlineData("extraction-bilateral", "bilateral_cut_output_loss")]
    [InlineData("extraction-bilateral-value-added", "bilateral_cut_va_loss")]
    [InlineData("extraction-bilateral-value-added-of-buyer", "bilateral_cut_va_loss_in_buyer_region")]
    [InlineData("extraction-cell", "cell_cut_output_loss")]
    [InlineData("extraction-region", "region_extraction_output_loss")]
    [InlineData("extraction-region-value-added", "region_extraction_va_loss")]
    public void Measures_asked_for_by_name_give_the_golden_numbers(string measure, string name) =>
        Check(name, [.. AccountMeasures.Find(measure).Compute(Table).Rows.Select(r => r.Value!.Value)]);

    [Theory]
    [InlineData("extraction-total-keep-demand", "hem_loss_total_keepf", 1)]
    [InlineData("extraction-total-keep-own-use", "hem_loss_total_keepf_keepdiag", 1)]
    [InlineData("extraction-partial-purchases", "hem_loss_partial25_col", 0.25)]
    [InlineData("extraction-resourced", "hem_loss_resourced_world_shares", 1)]
    [InlineData("extraction-resourced-by-buyer", "hem_loss_resourced_buyer_shares", 1)]
    [InlineData("extraction-backward", "hem_loss_backward", 1)]
    [InlineData("extraction-forward-demand", "hem_loss_forward_leontief", 1)]
    [InlineData("extraction-forward-ghosh", "hem_loss_forward_ghosh", 1)]
    [InlineData("extraction-partial", "hem_loss_partial25_row_and_f", 0.25)]
    public void Extractions_asked_for_by_name_give_the_golden_sums(string measure, string name, double share)
    {
        double[] losses = Golden.Figures(name);
        double[] sums =
        [
            .. Enumerable.Range(0, Table.Size).Select(k => Enumerable.Range(0, Table.Size).Sum(i => losses[(i * Table.Size) + k])),
        ];
        AccountResult result = AccountMeasures.Find(measure).Compute(Table, new AccountOptions { Share = share });
        Close.Equal(sums, [.. result.Rows.Select(r => r.Value!.Value)], Tolerance, measure);
    }

    private static void Check(string name, ReadOnlySpan<double> actual) => Close.Equal(Golden.Figures(name), actual, Tolerance, name);

    private static double[] Ratios(IReadOnlyList<double?> values) => [.. values.Select(v => v!.Value)];
}
