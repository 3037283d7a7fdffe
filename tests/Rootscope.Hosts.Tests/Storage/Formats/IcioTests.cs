using System.Globalization;
using Rootscope.Storage.Formats.Icio;
using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Hosts.Tests.Storage.Formats;

public sealed class IcioTests : IDisposable
{
    /// <summary>The made tables have two decimals; sums of some dozen cells are off by less.</summary>
    private const double Close = 1e-9;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_regular_file_reads_and_keeps_published_figures()
    {
        FlowTable table = IcioReader.Read(_folder.Write("2020_SML.csv", IcioTexts.Regular), "own");
        Assert.Equal(2020, table.Metadata.Year);
        Assert.Equal(["AUS", "CHN", "ROW"], table.Sectors.Regions.Select(r => r.Code));
        Assert.Equal("Computer, electronic and optical equipment", table.Sectors.Industries[1].Name);
        string[] first = IcioTexts.Regular.Split('\n')[1].Split(',');
        Assert.Equal(Numbers(first[1..7]), table.SalesOf(new(0)).ToArray());
        Assert.Equal(Numbers(first[7..25]), table.FinalDemandFor(new(0)).ToArray());
        Assert.Equal(double.Parse(first[25], CultureInfo.InvariantCulture), table.Output[0]);
        Assert.Equal(["TLS", "VA"], table.ValueAddedCategories.Select(v => v.Code));
        Assert.Equal(FinalDemandKind.Inventories, table.FinalDemandCategories[10].Kind);
        Assert.Equal(1, table.FinalDemandCategories[10].Region);
        Assert.Contains("9 million USD", table.Metadata.Derivations[1], StringComparison.Ordinal);
        AssertBalanced(table);
    }

    [Fact]
    public void Parts_of_China_and_Mexico_are_added_to_their_countries()
    {
        string file = _folder.Write("ICIO2018_2010.CSV", IcioTexts.Extended);
        FlowTable whole = IcioReader.Read(file, "own");
        FlowTable parts = IcioReader.Read(file, "own", keepParts: true);
        Assert.Equal(2010, whole.Metadata.Year);
        Assert.Equal(["CHN", "MEX", "ROW"], whole.Sectors.Regions.Select(r => r.Code));
        Assert.Equal("China", whole.Sectors.Regions[0].Name);
        Assert.Equal(["CHN", "MEX", "ROW", "CN1", "CN2", "MX1", "MX2"], parts.Sectors.Regions.Select(r => r.Code));
        Assert.Equal(18, whole.FinalDemandCategories.Count);
        Assert.Equal(0, parts.Output[0]);
        Assert.Equal(parts.Output[6] + parts.Output[8], whole.Output[0], Close);
        Assert.Equal(
            parts.Flows[(6 * 14) + 8] + parts.Flows[(6 * 14) + 6] + parts.Flows[(8 * 14) + 6] + parts.Flows[(8 * 14) + 8],
            whole.Flows[0],
            Close
        );
        Assert.Equal(parts.Output.ToArray().Sum(), whole.Output.ToArray().Sum(), Close);
        Assert.Equal(parts.ValueAdded.ToArray().Sum(), whole.ValueAdded.ToArray().Sum(), Close);
        Assert.Contains(whole.Metadata.Derivations, d => d.Contains("are added to CHN and MEX", StringComparison.Ordinal));
        AssertBalanced(whole);
        AssertBalanced(parts);
    }

    [Fact]
    public void The_edition_of_2016_reads_with_its_turned_codes()
    {
        FlowTable table = IcioReader.Read(_folder.Write("ICIO2016_2003.csv", IcioTexts.Of2016), "own");
        Assert.Equal(["AUS", "CHN"], table.Sectors.Regions.Select(r => r.Code));
        Assert.Equal("Chemicals and chemical products", table.Sectors.Industries[1].Name);
        Assert.Equal(["AUS_HFCE", "CHN_HFCE", "AUS_NPS"], table.FinalDemandCategories.Take(3).Select(f => f.Code));
        Assert.Equal(FinalDemandKind.Discrepancy, table.FinalDemandCategories[^1].Kind);
        Assert.Equal("Value added with taxes less subsidies on products", Assert.Single(table.ValueAddedCategories).Name);
        AssertBalanced(table);
    }

    [Fact]
    public void A_size_of_no_edition_is_told() =>
        Assert.StartsWith(
            "Edition not recognised: 3 × 2 is none of 2016 (64 × 34), 2018 (65 × 36), 2021 (67 × 45), 2023 (77 × 45), 2025 (81 × 50).",
            IcioReader.Read(_folder.Write("2020_SML.csv", IcioTexts.Regular), "own").Metadata.Derivations[0],
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("CHN_A01_02,", "CHN_A99,", 1, "found CHN A99")]
    [InlineData("AUS_GGFC", "AUS_XXXX", 1, "no final use")]
    [InlineData("\nAUS_C26,", "\nAUS_C27,", 3, "expected 'AUS_C26', found 'AUS_C27'")]
    [InlineData("\nVA,", "\nVB,", 9, "no row known")]
    [InlineData("\nCHN_A01_02,", "\nCHN_A01_02,abc", 4, "expected a number")]
    [InlineData("\nCHN_A01_02,", "\nCHN_A01_02,1,", 4, "27 cells where 26")]
    [InlineData("\nROW_C26,", "\n\nROW_C26,", 7, "is empty")]
    public void A_fault_is_told_with_its_line(string old, string replacement, int line, string told)
    {
        int at = IcioTexts.Regular.IndexOf(old, StringComparison.Ordinal);
        string spoilt = string.Concat(IcioTexts.Regular.AsSpan(0, at), replacement, IcioTexts.Regular.AsSpan(at + old.Length));
        TableException fault = Assert.Throws<TableException>(() => IcioReader.Read(_folder.Write("2020_SML.csv", spoilt), "own"));
        Assert.Contains($"line {line}", fault.Place, StringComparison.Ordinal);
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_breaks_a_row_is_told_by_both_sides()
    {
        string[] lines = IcioTexts.Regular.Split('\n');
        lines[2] = lines[2].Replace("AUS_C26,", "AUS_C26,9", StringComparison.Ordinal);
        string file = _folder.Write("2020_SML.csv", string.Join('\n', lines));
        Assert.Contains(
            "sector 'AUS_C26': the row sums to",
            Assert.Throws<TableException>(() => IcioReader.Read(file, "own")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_that_is_cut_off_is_refused()
    {
        string[] lines = IcioTexts.Regular.Split('\n');
        Assert.Contains("6 columns of sectors but 4 rows", Refused(string.Join('\n', lines[..5])), StringComparison.Ordinal);
        Assert.Contains("no row VA", Refused(string.Join('\n', lines[..8])), StringComparison.Ordinal);
        Assert.Contains("cut off", Refused(string.Join('\n', lines[..5])[..^30]), StringComparison.Ordinal);
    }

    private static double[] Numbers(string[] cells) => [.. cells.Select(c => double.Parse(c, CultureInfo.InvariantCulture))];

    private static void AssertBalanced(FlowTable table)
    {
        TableBalance balance = TableBalance.Of(table);
        Assert.InRange(balance.RowError, 0, Close);
        Assert.InRange(balance.ColumnError, 0, Close);
        Assert.True(TableCheck.Of(table, 1e-4).IsProductive);
    }

    private string Refused(string text) =>
        Assert.Throws<TableException>(() => IcioReader.Read(_folder.Write("2020_SML.csv", text), "own")).Message;
}
