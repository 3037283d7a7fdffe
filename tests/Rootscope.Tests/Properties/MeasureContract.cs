using CsCheck;
using Rootscope.Accounts.Measures;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>What every registered measure owes its reader, whatever it measures.</summary>
public class MeasureContract
{
    /// <summary>Another order of sectors adds the same numbers in another order.</summary>
    private const double Tolerance = 1e-10;

    /// <summary>
    /// Others gain from an extraction that is re-sourced, and value added is negative in some sectors of random tables, as it is in real
    /// ones.
    /// </summary>
    private static readonly string[] MayBeNegative =
    [
        "extraction-resourced",
        "extraction-resourced-by-buyer",
        "extraction-leverage",
        "extraction-exports",
        "extraction-total-value-added",
        "extraction-region-value-added",
        "extraction-bilateral-value-added",
        "extraction-bilateral-value-added-of-buyer",
    ];

    public static TheoryData<string> Names => [.. AccountMeasures.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Relabelling_sectors_permutes_the_result(string name) =>
        (
            from table in RandomTables.Any
            from regions in RandomTables.Order(table.Sectors.Regions.Count)
            from industries in RandomTables.Order(table.Sectors.Industries.Count)
            select (table, regions, industries)
        ).ForAll(
            it =>
            {
                Dictionary<(string, string?), double?> before = ByLabel(Compute(name, it.table));
                Dictionary<(string, string?), double?> after = ByLabel(
                    Compute(name, TableRelabelling.Reorder(it.table, it.regions, it.industries))
                );
                Assert.Equal(before.Count, after.Count);
                foreach (((string, string?) label, double? value) in before)
                {
                    AssertClose(value, after[label], 1, label.ToString());
                }
            },
            count: 30
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Sectors_without_output_and_negative_final_demand_give_finite_values_in_any_order(string name) =>
        (
            from table in RandomTables.Awkward
            from regions in RandomTables.Order(table.Sectors.Regions.Count)
            from industries in RandomTables.Order(table.Sectors.Industries.Count)
            select (table, regions, industries)
        ).ForAll(
            it =>
            {
                AccountResult result = Compute(name, it.table);
                Assert.All(result.Rows, r => Assert.True(r.Value is null || double.IsFinite(r.Value.Value), r.ToString()));
                Dictionary<(string, string?), double?> after = ByLabel(
                    Compute(name, TableRelabelling.Reorder(it.table, it.regions, it.industries))
                );
                foreach (((string, string?) label, double? value) in ByLabel(result))
                {
                    AssertClose(value, after[label], 1, label.ToString());
                }
            },
            count: 30
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_unit_of_money_scales_money_and_leaves_everything_else_alone(string name) =>
        Gen.Select(RandomTables.Any, Gen.Double[0.001, 1000])
            .ForAll(
                (table, factor) =>
                {
                    AccountResult before = Compute(name, table);
                    AccountResult after = Compute(name, TableRelabelling.Scale(table, factor));
                    double expected = before.Measure.Unit == AccountUnit.Money ? factor : 1;
                    for (int i = 0; i < before.Rows.Count; i++)
                    {
                        AssertClose(before.Rows[i].Value, after.Rows[i].Value, expected, $"row {i}");
                    }
                },
                count: 30
            );

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_are_finite_one_a_key_in_table_order_and_losses_are_not_negative(string name) =>
        RandomTables.Any.ForAll(
            table =>
            {
                AccountResult result = Compute(name, table);
                Assert.All(result.Rows, r => Assert.True(r.Value is null || double.IsFinite(r.Value.Value)));
                Assert.All(result.Rows, r => Assert.Equal(result.Measure.IsCellMeasure, r.Partner is not null));
                Assert.Equal(KeysOf(result.Measure.Shape, table), result.Rows.Select(r => (r.Key, r.Partner)));

                if (name.StartsWith("extraction-", StringComparison.Ordinal) && !MayBeNegative.Contains(name))
                {
                    Assert.All(result.Rows, r => Assert.True(r.Value >= -Tolerance));
                }
            },
            count: 30
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_table_gives_the_same_bits(string name) =>
        RandomTables.Any.ForAll(table => Assert.Equal(Compute(name, table).Rows, Compute(name, table).Rows), count: 10);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_table_that_is_not_productive_is_refused_or_needs_no_productivity(string name)
    {
        string[] direct = ["domar-weight", "backward-linkage-direct", "forward-linkage-direct"];
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 0.5, 0.7 },
                { 0.6, 0.4 },
            },
            [-0.1, 0.1],
            output: [1, 1]
        );
        if (direct.Contains(name))
        {
            Assert.All(
                Compute(
                    name,
                    SmallTables.Closed(
                        new double[,]
                        {
                            { 0.5, 0.7 },
                            { 0.6, 0.2 },
                        },
                        [0, 0.4]
                    )
                ).Rows,
                r => Assert.NotNull(r.Value)
            );
        }
        else
        {
            Assert.Throws<ModelException>(() => Compute(name, table));
        }
    }

    [Fact]
    public void A_table_that_is_not_productive_names_the_region_whose_block_is_to_blame()
    {
        double[] flows = [0.1, 0.1, 0, 0, 0.1, 0.1, 0, 0, 0, 0, 0.5, 0.7, 0, 0, 0.6, 0.4];
        FlowTable table = SmallTables.ManyRegions(
            ["ONE", "TWO"],
            ["a", "b"],
            flows,
            [0.8, 0, 0.8, 0, -0.1, -0.1, 0, 0],
            ["F"],
            [1, 1, 1, 1]
        );
        ModelException e = Assert.Throws<ModelException>(() => Compute("extraction-region", table));
        Assert.Contains("The block of region 'TWO' alone has 1.1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Measures_are_named_once_and_say_what_they_are()
    {
        Assert.Distinct(AccountMeasures.All.Select(m => m.Name));
        Assert.All(
            AccountMeasures.All,
            m =>
            {
                Assert.Matches("^[a-z]+(-[a-z]+)*$", m.Name);
                Assert.EndsWith(".", m.Meaning, StringComparison.Ordinal);
                Assert.Matches("[12][0-9]{3}", m.Source);
            }
        );
    }

    [Fact]
    public void An_unknown_measure_suggests_the_nearest()
    {
        UnknownNameException e = Assert.Throws<UnknownNameException>(() => AccountMeasures.Find("upstreamnes"));
        Assert.Equal("upstreamness", e.Nearest[0]);
    }

    private static AccountResult Compute(string name, FlowTable table) => AccountMeasures.Find(name).Compute(table);

    private static IEnumerable<(AccountKey, AccountKey?)> KeysOf(AccountShape shape, FlowTable table)
    {
        AccountKey[] sectors =
        [
            .. Enumerable
                .Range(0, table.Size)
                .Select(k => new AccountKey(table.Sectors.RegionNumberOf(new(k)), new IndustryNumber(k % table.Sectors.Industries.Count))),
        ];
        AccountKey[] regions = [.. Enumerable.Range(0, table.Sectors.Regions.Count).Select(r => new AccountKey(new(r), null))];
        return shape switch
        {
            AccountShape.Sector => sectors.Select(k => (k, (AccountKey?)null)),
            AccountShape.Region => regions.Select(r => (r, (AccountKey?)null)),
            AccountShape.SectorAndRegion => sectors.SelectMany(k => regions.Select(r => (k, (AccountKey?)r))),
            AccountShape.SectorPair => sectors.SelectMany(k => sectors.Select(j => (k, (AccountKey?)j))),
            _ => regions.SelectMany(r => regions.Where(s => s != r).Select(s => (r, (AccountKey?)s))),
        };
    }

    private static Dictionary<(string Key, string? Partner), double?> ByLabel(AccountResult result)
    {
        return result.Rows.ToDictionary(r => (Label(r.Key), r.Partner is { } partner ? Label(partner) : null), r => r.Value);

        string Label(AccountKey key) =>
            $"{result.Table.Sectors.Regions[key.Region].Code}.{(key.Industry is { } i ? result.Table.Sectors.Industries[i].Code : "*")}";
    }

    private static void AssertClose(double? expected, double? actual, double factor, string what)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } e)
        {
            Assert.True(
                Math.Abs((e * factor) - actual!.Value) <= Tolerance * factor * Math.Max(1, Math.Abs(e)),
                $"{what}: {e:R} and {actual:R}"
            );
        }
    }
}
