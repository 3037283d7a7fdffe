using System.Globalization;
using CsCheck;
using Rootscope.Accounts;
using Rootscope.Accounts.Centrality;
using Rootscope.Accounts.Measures;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tests.Properties;

namespace Rootscope.Tests.Accounts.Centrality;

public class DistortionCentralityTests
{
    /// <summary>A few roundings.</summary>
    private const double Exact = 1e-13;

    /// <summary>Some dozens of terms of a series.</summary>
    private const double Series = 1e-10;

    /// <summary>The embedded china-2020 is rounded to 10 000 yuan.</summary>
    private const double RoundedTable = 2e-6;

    private const double Wedge = 0.1;

    [Fact]
    public void Of_two_sectors_the_upstream_one_has_one_wedge_more()
    {
        // s1 sells 1 to s2, which sells 2: value added 1 and 1, influence over sales 1 + χ and 1, their mean 1 + χ / 2.
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 0, 1 },
                { 0, 0 },
            },
            [0, 2]
        );
        double[] expected = [(1 + Wedge) / (1 + (Wedge / 2)), 1 / (1 + (Wedge / 2))];
        Close.Equal(expected, Of(table, Wedge), Exact);
    }

    [Fact]
    public void Of_three_in_a_row_every_stage_adds_a_wedge()
    {
        // 1 sells 1 to 2, which sells 3 to 3, which sells 4: value added 1, 2, 1; influence over sales (1 + χ)², 1 + χ, 1.
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 0, 1, 0 },
                { 0, 0, 3 },
                { 0, 0, 0 },
            },
            [0, 0, 4]
        );
        const double Dearer = 1 + Wedge;
        const double Mean = ((Dearer * Dearer) + (2 * Dearer) + 1) / 4;
        Close.Equal([Dearer * Dearer / Mean, Dearer / Mean, 1 / Mean], Of(table, Wedge), Exact);
    }

    [Fact]
    public void Own_use_piles_wedges_up_within_a_sector()
    {
        // A sector that sells half of its output to itself has influence over sales (1 - 1/2) / (1 - (1 + χ) / 2); the other has 1.
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 1, 0 },
                { 0, 0 },
            },
            [1, 1]
        );
        double own = 0.5 / (1 - ((1 + Wedge) / 2));
        double mean = (own + 1) / 2;
        Close.Equal([own / mean, 1 / mean], Of(table, Wedge), Exact);
    }

    [Fact]
    public void Without_a_wedge_it_is_one_everywhere() =>
        RandomTables.Any.ForAll(table => Assert.All(Of(table, 0), v => Close.Equal(1, v, Series)));

    [Fact]
    public void Its_mean_over_value_added_is_one_and_a_wedge_raises_what_stands_upstream() =>
        Gen.Select(RandomTables.Any, Gen.Double[0.01, 0.2])
            .ForAll(
                (table, wedge) =>
                {
                    double[] values = Of(table, wedge);
                    double[] added = TableTotals.ValueAdded(table);
                    Close.Equal(added.Sum(), added.Zip(values, (a, v) => a * v).Sum(), Series);
                    // A sector that only sells to final users stands at the end of the chain: none is below it.
                    for (int i = 0; i < table.Size; i++)
                    {
                        if (table.SalesOf(new(i)).ToArray().Sum() == 0)
                        {
                            Assert.True(values[i] <= values.Min() + Series);
                        }
                    }
                }
            );

    [Fact]
    public void A_wedge_under_which_nothing_is_productive_is_refused()
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 1, 0 },
                { 0, 0 },
            },
            [1, 1]
        );
        Assert.Throws<ModelException>(() => Of(table, 1));
        ArgumentException e = Assert.Throws<ArgumentException>(() =>
            AccountMeasures.Find("distortion-centrality").Compute(table, new AccountOptions { Wedge = -0.1 })
        );
        Assert.Contains("-0.1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Chinas_agree_with_a_second_program_and_raw_materials_stand_above_meals()
    {
        AccountResult result = AccountMeasures.Find("distortion-centrality").Compute(EmbeddedTables.Read("china-2020"));
        Dictionary<string, double> ours = result.Rows.ToDictionary(
            r => result.Table.Sectors.IndustryOf(new(r.Key.Industry!.Value)).Code,
            r => r.Value!.Value
        );
        string file = Path.Combine(
            SharedData.RepositoryRoot(),
            "tests",
            "Rootscope.Tests",
            "Golden",
            "Vectors",
            "china-2020-distortion-centrality.csv"
        );
        string[][] rows = [.. File.ReadLines(file).Skip(1).Select(l => l.Split(','))];
        Assert.Equal(ours.Count, rows.Length);
        Assert.All(rows, row => Close.Equal(double.Parse(row[1], CultureInfo.InvariantCulture), ours[row[0]], RoundedTable));
        // Electronic components stand above catering, and so do the ores at the head of the chain above both.
        Assert.True(ours["009"] > ours["094"] && ours["094"] > ours["124"]);
    }

    private static double[] Of(FlowTable table, double wedge) =>
        [
            .. DistortionCentrality
                .Of(DirectRequirements.Of(table, table.HasImports ? InputOrigin.Domestic : InputOrigin.All), wedge)
                .Select(v => v!.Value),
        ];
}
