using CsCheck;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Capital;
using Rootscope.Tables.Checks;

namespace Rootscope.Tests.Tables.Capital;

public class CapitalUseTests
{
    /// <summary>Sums of some hundred figures, in shares of the largest of them.</summary>
    private const double Rounding = 1e-12;

    /// <summary>
    /// Tables of one or two regions with depreciation, capital formation in two columns, and imports by user in those of one region.
    /// </summary>
    internal static readonly Gen<FlowTable> WithCapital =
        from regions in Gen.Int[1, 2]
        from industries in Gen.Int[2, 5]
        let n = regions * industries
        from flows in Gen.Double[0, 5].Array[n * n]
        from final in Gen.Double[-1, 10].Array[n * 3 * regions]
        from primary in Gen.Double[-0.5, 8].Array[2 * n]
        from imported in Gen.Double[0, 0.5].Array[n]
        select Build(regions, industries, flows, final, primary, imported);

    [Fact]
    public void Identities_and_totals_stay() =>
        WithCapital.ForAll(table =>
        {
            FlowTable support = CapitalUse.Of(table).Table;
            AssertSameTotals(table, support);
            double worth = TableTotals.GrossDomesticProduct(table) - TableTotals.GrossDomesticProduct(support);
            double net = TableTotals.Absorption(table).Sum() - TableTotals.Absorption(support).Sum();
            Near(worth, net);
        });

    [Fact]
    public void Nothing_turns_negative_that_was_not() =>
        WithCapital.ForAll(table =>
        {
            FlowTable support = CapitalUse.Of(table).Table;
            double slack = Rounding * table.Output.ToArray().Max();
            AssertAtLeast(table.Flows, support.Flows, 0);
            for (int c = 0; c < table.FinalDemand.Length; c++)
            {
                Assert.True(support.FinalDemand[c] >= Math.Min(table.FinalDemand[c], 0) - slack);
                Assert.True(support.FinalDemand[c] <= table.FinalDemand[c]);
            }
        });

    [Fact]
    public void Negative_capital_formation_is_told() =>
        WithCapital.ForAll(table =>
        {
            int k = table.FinalDemandCategories.Count;
            bool isNegative = Enumerable
                .Range(0, table.FinalDemand.Length)
                .Any(c => table.FinalDemandCategories[c % k].Kind == FinalDemandKind.FixedCapital && table.FinalDemand[c] < 0);
            Assert.Equal(
                isNegative,
                CapitalUse
                    .Of(table)
                    .Notes.Any(n => n.StartsWith("negative capital formation left in final demand", StringComparison.Ordinal))
            );
        });

    [Fact]
    public void Negative_capital_formation_is_told_where_there_is_nothing_else()
    {
        FlowTable table = Build(1, 2, [1, 1, 1, 1], [5, -1, -1, 5, -1, -1], [1, 1, 1, 1], [0, 0]);
        Assert.Equal(
            ["negative capital formation left in final demand: i0, i1"],
            CapitalUse.Of(table).Notes.Where(n => n.StartsWith("negative", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Every_industry_uses_up_its_depreciation_as_far_as_capital_is_formed() =>
        WithCapital.ForAll(table =>
        {
            var use = CapitalUse.Of(table);
            int n = table.Size;
            for (int r = 0; r < table.Sectors.Regions.Count; r++)
            {
                int[] own = [.. Enumerable.Range(0, n).Where(j => table.Sectors.RegionNumberOf(new(j)) == r)];
                double depreciation = own.Sum(j => Math.Max(0, table.ValueAdded[j]));
                double formed = Formation(table, r);
                double expected = Math.Min(depreciation, formed);
                Near(expected, own.Sum(j => use.Used[j]));
                Assert.All(own, j => Near(depreciation > 0 ? Math.Max(0, table.ValueAdded[j]) * expected / depreciation : 0, use.Used[j]));
            }
        });

    [Fact]
    public void Capital_flows_of_ones_own_keep_both_totals() =>
        Gen.Select(WithCapital, Gen.Double[0.1, 5].Array[25])
            .ForAll(
                (table, amounts) =>
                {
                    int n = table.Sectors.Industries.Count;
                    var flows = new CapitalFlows(
                        "own",
                        Enumerable
                            .Range(0, n * n)
                            .Select(c => new CapitalFlow(
                                table.Sectors.Industries[c / n].Code,
                                table.Sectors.Industries[c % n].Code,
                                amounts[c]
                            ))
                    );
                    var plain = CapitalUse.Of(table);
                    var own = CapitalUse.Of(table, flows);
                    AssertSameTotals(table, own.Table);
                    for (int j = 0; j < table.Size; j++)
                    {
                        Near(plain.Used[j], own.Used[j]);
                    }
                }
            );

    [Fact]
    public void Chinese_depreciation_takes_a_third_of_capital_formation()
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        var use = CapitalUse.Of(table);

        // Sums of VA003 and FU201 of the published table, in 10 000 yuan.
        Assert.Equal(1_505_819_759, use.Used.Sum(), 100.0);
        Assert.Contains(use.Notes, note => note.Contains("35.5% of fixed capital formation", StringComparison.Ordinal));
        AssertSameTotals(table, use.Table);
    }

    [Fact]
    public void American_capital_is_taken_as_stationary_and_said_to_be()
    {
        FlowTable table = EmbeddedTables.Read("usa-2017");
        var use = CapitalUse.Of(table);
        AssertSameTotals(table, use.Table);
        Assert.Contains(use.Notes, note => note.Contains("stationary", StringComparison.Ordinal));
        Assert.Contains(use.Notes, note => note.Contains("negative operating surplus counted as none: 485000", StringComparison.Ordinal));
        double left = TableTotals.FinalDemand(use.Table, c => c.Kind == FinalDemandKind.FixedCapital).Where(f => f > 0).Sum();
        Assert.InRange(left, 0, 1e-6 * use.Used.Sum());
    }

    [Fact]
    public void Faults_of_capital_flows_name_the_place()
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        Assert.Contains(
            "no industry '999'",
            Assert.Throws<TableException>(() => CapitalUse.Of(table, new CapitalFlows("own", [new("999", "094", 1)]))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "twice",
            Assert.Throws<TableException>(() => new CapitalFlows("own", [new("1", "2", 1), new("1", "2", 3)])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "at least 0",
            Assert.Throws<TableException>(() => new CapitalFlows("own", [new("1", "2", -1)])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "above 0",
            Assert.Throws<TableException>(() => new CapitalFlows("own", [new("1", "2", 0)])).Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>RAS stops at 1e-11 of the largest total, sums of random figures cancel: a hundredth of a millionth of a unit.</summary>
    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-8);

    internal static double Formation(FlowTable table, int region)
    {
        int k = table.FinalDemandCategories.Count;
        return Enumerable
            .Range(0, table.FinalDemand.Length)
            .Where(c => table.FinalDemandCategories[c % k] is { Kind: FinalDemandKind.FixedCapital } category && category.Region == region)
            .Sum(c => Math.Max(0, table.FinalDemand[c]));
    }

    internal static void AssertSameTotals(FlowTable table, FlowTable support)
    {
        TableBalance before = TableBalance.Of(table);
        TableBalance after = TableBalance.Of(support);
        double largest = table.Output.ToArray().Max();
        Assert.Equal(table.Output.ToArray(), support.Output.ToArray());
        Assert.Equal(table.Imports.ToArray(), support.Imports.ToArray());
        Assert.Equal(TableTotals.Exports(table), TableTotals.Exports(support));
        for (int i = 0; i < table.Size; i++)
        {
            Assert.Equal(before.RowGaps[i].Gap, after.RowGaps[i].Gap, 1e-10 * largest);
            Assert.Equal(before.ColumnGaps[i].Gap, after.ColumnGaps[i].Gap, 1e-10 * largest);
        }
    }

    private static void AssertAtLeast(ReadOnlySpan<double> least, ReadOnlySpan<double> values, double slack)
    {
        for (int i = 0; i < values.Length; i++)
        {
            Assert.True(values[i] >= least[i] - slack);
        }
    }

    private static FlowTable Build(int regions, int industries, double[] flows, double[] final, double[] primary, double[] imported)
    {
        int n = regions * industries;
        int k = 3 * regions;
        double[] rows =
        [
            .. Enumerable.Range(0, n).Select(i => flows.AsSpan(i * n, n).ToArray().Sum() + final.AsSpan(i * k, k).ToArray().Sum()),
        ];
        double[]? imports = regions == 1 ? [.. rows.Select((r, i) => imported[i] * Math.Max(0, r))] : null;
        double[] output = [.. rows.Select((r, i) => Math.Max(0.1, r - (imports?[i] ?? 0)))];
        return new FlowTable(
            new FlowTableParts
            {
                Metadata = RandomEconomies.Metadata,
                Sectors = new SectorIndex(
                    [.. Enumerable.Range(0, regions).Select(r => new Region($"R{r}", $"Land {r}"))],
                    [.. Enumerable.Range(0, industries).Select(i => new Industry($"i{i}", $"Industry {i}"))]
                ),
                FinalDemandCategories =
                [
                    .. Enumerable
                        .Range(0, regions)
                        .SelectMany(r =>
                            new[]
                            {
                                new FinalDemandCategory("C", "Consumption", FinalDemandKind.Households, new(r)),
                                new FinalDemandCategory("G1", "Machines", FinalDemandKind.FixedCapital, new(r)),
                                new FinalDemandCategory("G2", "Buildings", FinalDemandKind.FixedCapital, new(r)),
                            }
                        ),
                ],
                ValueAddedCategories =
                [
                    new ValueAddedCategory("D", "Depreciation", ValueAddedKind.Depreciation),
                    new ValueAddedCategory("W", "Wages", ValueAddedKind.Labour),
                ],
                Flows = flows,
                FinalDemand = final,
                ValueAdded = primary,
                Output = output,
                Imports = imports,
                ImportedFlows = imports is null ? null : [.. flows.Select((z, c) => z * imported[c / n])],
                ImportedFinalDemand = imports is null ? null : [.. final.Select((f, c) => f * imported[c / k])],
            }
        );
    }
}
