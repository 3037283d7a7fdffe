using System.Globalization;
using System.Text.Json;
using Rootscope.Accounts;
using Rootscope.Accounts.Measures;
using Rootscope.Storage.Formats.Nbs;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Tests.Golden;

/// <summary>Golden numbers on two national tables of China with imports in one column, read from the published layout.</summary>
public class ChinaGoldenTests
{
    /// <summary>The golden README's: computed in float64 by another linear-algebra library.</summary>
    private const double Tolerance = 1e-10;

    public static TheoryData<string> Names => ["china_2020_153", "china_2017_149"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_vector_is_met(string name)
    {
        FlowTable table = Read(name);
        Dictionary<string, double[]> expected = Vectors(name);
        Check("GO", table.Output);
        Check("IM", table.Imports);
        Check("EX", TableTotals.Exports(table));
        Check("import_share", ImportShares.Of(table).Values);
        Check("output_multiplier_total", Values(table, "output-multiplier-total"));
        Check("output_multiplier_domestic", Values(table, "output-multiplier"));
        Check("upstreamness_acfh", Values(table, "upstreamness"));
        Check("L_kk_domestic", TotalRequirements.Of(table, InputOrigin.Domestic).Diagonal());

        void Check(string column, ReadOnlySpan<double> actual) => Close.Equal(expected[column], actual, Tolerance, column);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Electronic_components_are_met(string name)
    {
        FlowTable table = Read(name);
        GoldenFile golden = GoldenFile.Open("accounts-real", name + ".json");
        Assert.Equal(golden.Text("year"), table.Metadata.Year.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(golden.Number("n"), table.Size);
        GoldenFile expected = golden["electronic_components"];
        Assert.True(table.Sectors.TryFindIndustry(expected.Text("code"), out IndustryNumber k));
        Close.Equal(expected.Number("GO"), table.Output[k], Tolerance);
        Close.Equal(expected.Number("IM"), table.Imports[k], Tolerance);
        Close.Equal(expected.Number("EX"), TableTotals.Exports(table)[k], Tolerance);
        Close.Equal(expected.Number("import_share"), ImportShares.Of(table).Values[k], Tolerance);
        Close.Equal(expected.Number("output_multiplier_total"), Values(table, "output-multiplier-total")[k], Tolerance);
        Close.Equal(expected.Number("output_multiplier_domestic"), Values(table, "output-multiplier")[k], Tolerance);
        Close.Equal(expected.Number("va_multiplier_domestic"), Values(table, "value-added-multiplier")[k], Tolerance);
        Close.Equal(expected.Number("import_content"), Values(table, "import-content")[k], Tolerance);
        Close.Equal(expected.Number("upstreamness"), Values(table, "upstreamness")[k], Tolerance);
        Close.Equal(expected.Number("L_kk_domestic"), TotalRequirements.Of(table, InputOrigin.Domestic)[new(k), new(k)], Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_ten_largest_are_met_in_order(string name)
    {
        FlowTable table = Read(name);
        GoldenFile golden = GoldenFile.Open("accounts-real", name + ".json");
        CheckTop("upstreamness_top10", Values(table, "upstreamness"));
        CheckTop("output_multiplier_domestic_top10", Values(table, "output-multiplier"));
        CheckTop("import_share_top10", ImportShares.Of(table).Values.ToArray());
        CheckTop("hem_domestic_output_loss_top10", Values(table, "extraction-total"));

        void CheckTop(string list, double[] actual)
        {
            int[] order = [.. Enumerable.Range(0, actual.Length).OrderByDescending(i => actual[i]).Take(10)];
            JsonElement[] rows = [.. golden.Items(list)];
            Assert.Equal(rows.Select(r => r[0].GetString()), order.Select(i => table.Sectors.Industries[i].Code));
            Close.Equal([.. rows.Select(r => r[2].GetDouble())], [.. order.Select(i => actual[i])], Tolerance, list);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_largest_column_sum_is_met_and_domestic_output_is_what_final_demand_takes(string name)
    {
        FlowTable table = Read(name);
        double largest = DirectRequirements.Of(table, InputOrigin.All).ColumnSums().Max();
        Close.Equal(GoldenFile.Open("accounts-real", name + ".json").Number("max_col_sum_A"), largest, Tolerance);
        var total = TotalRequirements.Of(table, InputOrigin.Domestic);
        for (int i = 0; i < table.Size; i++)
        {
            double output = Enumerable.Range(0, table.Size).Sum(j => total[new(i), new(j)] * total.FinalDemand[j]);
            Close.Equal(table.Output[i], output, Tolerance, table.Sectors.LabelOf(new(i)));
        }
    }

    private static FlowTable Read(string name) => NbsReader.Read(SharedData.Require("data", "china_io_nbs", name + ".csv"), name);

    private static double[] Values(FlowTable table, string measure) =>
        [.. AccountMeasures.Find(measure).Compute(table).Rows.Select(r => r.Value!.Value)];

    private static Dictionary<string, double[]> Vectors(string name)
    {
        string[] lines = File.ReadAllLines(SharedData.Require("golden", "accounts-real", name + "_vectors.csv"));
        string[] columns = lines[0].Split(',');

        // Names hold commas within quotes; the figures are the last cells of a line.
        string[][] rows = [.. lines[1..].Select(l => l.Split(',')[^(columns.Length - 2)..])];
        return Enumerable
            .Range(2, columns.Length - 2)
            .ToDictionary(c => columns[c], c => rows.Select(r => double.Parse(r[c - 2], CultureInfo.InvariantCulture)).ToArray());
    }
}
