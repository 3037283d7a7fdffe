using System.Globalization;
using Rootscope.Accounts;
using Rootscope.Accounts.Measures;
using Rootscope.Accounts.Trade;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Golden;

/// <summary>
/// Vectors that a numpy program computes from the published tables or its own, not from ours (Vectors/make_vectors.py,
/// make_trade_vectors.py).
/// </summary>
public class NumpyVectorTests
{
    /// <summary>The embedded usa-2017 is rounded to 0.01 million USD and its small cells lose digits.</summary>
    private const double RoundedTable = 2e-4;

    /// <summary>The embedded china-2020 is rounded to 10 000 yuan; the numpy elasticity is a central difference.</summary>
    private const double RoundedChina = 2e-6;

    /// <summary>The same figures on both sides, some hundred sums of rounding apart.</summary>
    private const double SameTable = 1e-12;

    [Fact]
    public void The_derived_United_States_table_has_the_multipliers_of_a_second_derivation()
    {
        AccountResult result = AccountMeasures.Find("output-multiplier-total").Compute(EmbeddedTables.Read("usa-2017"));
        Dictionary<string, double> ours = result.Rows.ToDictionary(
            r => result.Table.Sectors.IndustryOf(new(r.Key.Industry!.Value)).Code,
            r => r.Value!.Value
        );
        string[][] rows = Read("usa-2017-output-multiplier-total.csv");
        Assert.Equal(398, rows.Length);
        Assert.All(rows, row => Close(Number(row[1]), ours[row[0]], RoundedTable));
    }

    [Fact]
    public void Losses_and_elasticities_of_every_Chinese_industry_agree_with_a_second_solver()
    {
        var options = new RootOptions
        {
            Capital = CapitalTreatment.Off,
            Cut = 0.5,
            Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run"), ExportsElasticity = 0 },
        };
        Dictionary<string, RootRow> ours = RootRanking.Of(EmbeddedTables.Read("china-2020"), options).Rows.ToDictionary(r => r.Code);
        string[][] rows = Read("china-2020-roots-balanced-net.csv");
        Assert.Equal(153, rows.Length);
        Assert.All(rows, row => Close(Number(row[1]), ours[row[0]].Elasticity!.Value, RoundedChina));
        Assert.All(rows, row => Close(Number(row[2]), ours[row[0]].Loss!.Value, RoundedChina));
    }

    [Fact]
    public void Every_flow_of_the_sink_perspective_agrees_with_the_published_form_and_with_goods_that_are_followed()
    {
        const int Regions = 4,
            Industries = 3;
        double[][] cells = [.. Read("borin-mancini-table.csv").Select(row => row.Select(Number).ToArray())];
        FlowTable table = SmallTables.ManyRegions(
            [.. Enumerable.Range(0, Regions).Select(r => $"R{r}")],
            [.. Enumerable.Range(0, Industries).Select(i => $"i{i}")],
            [.. cells.SelectMany(row => row.Take(Regions * Industries))],
            [.. cells.SelectMany(row => row.Skip(Regions * Industries))],
            ["F"]
        );
        IReadOnlyList<ExportTerms> ours = BorinMancini.SinkBased(TotalRequirements.Of(table, InputOrigin.All));
        string[][] rows = Read("borin-mancini-sink.csv");
        Assert.Equal(Regions * (Regions - 1), rows.Length);
        foreach (string[] row in rows)
        {
            ExportTerms flow = ours[(table.Sectors.FindRegion(row[0]) * Regions) + table.Sectors.FindRegion(row[1])];
            Close(Number(row[2]), flow.DomesticValueAdded, SameTable);
            Close(Number(row[3]), flow.ForeignValueAdded, SameTable);
        }
    }

    private static string[][] Read(string name) =>
        [
            .. File.ReadLines(Path.Combine(SharedData.RepositoryRoot(), "tests", "Rootscope.Tests", "Golden", "Vectors", name))
                .Skip(1)
                .Select(l => l.Split(',')),
        ];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static void Close(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"expected {expected:R}, found {actual:R}");
}
