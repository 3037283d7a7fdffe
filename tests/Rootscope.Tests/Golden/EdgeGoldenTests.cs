using Rootscope.Accounts;
using Rootscope.Accounts.Extraction;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Tests.Golden;

/// <summary>The edge cases of golden/accounts: a sector without output, coefficients that are not productive, aggregation.</summary>
public class EdgeGoldenTests
{
    /// <summary>As for the other golden vectors.</summary>
    private const double Tolerance = 1e-12;

    private static GoldenFile Edge => GoldenFile.Open("accounts", "out", "edge.json");

    [Fact]
    public void A_sector_without_output_has_zero_coefficients_a_unit_row_and_column_and_nothing_to_lose()
    {
        GoldenFile edge = Edge["zero_output"];
        FlowTable table = SmallTables.Closed(edge.Square("Z"), edge.Figures("f"));
        var total = TotalRequirements.Of(table, InputOrigin.All);
        Close.Equal(edge.Figures("x"), table.Output, Tolerance);
        Close.Equal(edge.Figures("A"), total.Direct.Values, Tolerance);
        Close.Equal(edge.Figures("B"), DirectAllocation.Of(table, InputOrigin.All).Values, Tolerance);
        Close.Equal(edge.Figures("L"), total.Values, Tolerance);
        Close.Equal(edge.Figures("G"), [.. Enumerable.Range(0, 16).Select(c => total.Ghosh(new(c / 4), new(c % 4)))], Tolerance);
        Close.Equal(edge.Figures("output_multiplier"), Multipliers.Output(total.Direct), Tolerance);
        Close.Equal(edge.Figures("upstreamness"), ProductionStages.Upstreamness(table), Tolerance);
        Close.Equal(edge.Figures("va"), TableTotals.ValueAdded(table), Tolerance);
        Close.Equal(edge.Figures("hem_total_output_loss"), HypotheticalExtraction.TotalsOf(total, ExtractionKind.Total).Output, Tolerance);
    }

    [Fact]
    public void Coefficients_that_are_not_productive_are_refused_with_their_spectral_radius_and_never_inverted()
    {
        GoldenFile edge = Edge["non_productive"];
        double[,] a = edge.Square("A");
        FlowTable table = SmallTables.Closed(a, [1 - a[0, 0] - a[0, 1], 1 - a[1, 0] - a[1, 1]], output: [1, 1]);
        DirectRequirements direct = DirectRequirements.Of(table, InputOrigin.All);
        Close.Equal(edge.Number("spectral_radius"), direct.SpectralRadius(), 1e-9);
        foreach (
            Action use in (Action[])
                [() => TotalRequirements.Of(direct), () => Multipliers.Output(direct), () => ProductionStages.Downstreamness(table)]
        )
        {
            ModelException e = Assert.Throws<ModelException>(use);
            Assert.Contains("small", e.Message, StringComparison.Ordinal);
            Assert.Contains("1.1", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Aggregation_of_regions_and_industries_gives_the_golden_table()
    {
        GoldenFile edge = Edge["aggregation"];
        Concordance regions = Concordance.Of("foreign", [("AAA", "AAA"), ("BBB", "FGN"), ("CCC", "FGN")]);
        Concordance industries = Concordance.Of("goods", [("RAW", "GDS"), ("MFG", "GDS"), ("SVC", "SVC")]);
        FlowTable table = TableAggregation.Aggregate(GoldenFile.Table(), regions, industries);
        Assert.Equal(edge.Texts("labels"), Enumerable.Range(0, table.Size).Select(k => table.Sectors.LabelOf(new(k))));
        Close.Equal(edge.Figures("Z"), table.Flows, Tolerance);
        Close.Equal(edge.Figures("Y"), table.FinalDemand, Tolerance);
        Close.Equal(edge.Figures("x"), table.Output, Tolerance);
        Close.Equal(edge.Figures("L"), TotalRequirements.Of(table, InputOrigin.All).Values, Tolerance);
        Close.Equal(edge.Figures("output_multiplier"), Multipliers.Output(DirectRequirements.Of(table, InputOrigin.All)), Tolerance);
        Close.Equal(edge.Figures("upstreamness"), ProductionStages.Upstreamness(table), Tolerance);
    }
}
