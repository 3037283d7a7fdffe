using CsCheck;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Checks;

namespace Rootscope.Tests.Properties;

/// <summary>What adding sectors together keeps.</summary>
public class AggregationLaws
{
    /// <summary>Sums in another order.</summary>
    private const double Tolerance = 1e-12;

    private static readonly Gen<(FlowTable Table, int[] Groups)> Grouped =
        from table in RandomTables.Any
        from groups in Gen.Int[0, 2].Array[table.Sectors.Industries.Count]
        select (table, groups);

    [Fact]
    public void Rows_and_columns_keep_their_identities() =>
        Grouped.ForAll(it =>
        {
            TableBalance balance = TableBalance.Of(Aggregate(it.Table, it.Groups));
            Assert.True(balance.RowError <= Tolerance);
            Assert.True(balance.ColumnError <= Tolerance);
        });

    [Fact]
    public void Totals_stay() =>
        Grouped.ForAll(it =>
        {
            FlowTable smaller = Aggregate(it.Table, it.Groups);
            Close.Equal(Sum(it.Table.Flows), Sum(smaller.Flows), Tolerance);
            Close.Equal(Sum(it.Table.FinalDemand), Sum(smaller.FinalDemand), Tolerance);
            Close.Equal(Sum(it.Table.Output), Sum(smaller.Output), Tolerance);
            Close.Equal(TableTotals.GrossDomesticProduct(it.Table), TableTotals.GrossDomesticProduct(smaller), Tolerance);
            Assert.Equal(it.Table.HasImports, smaller.HasImports);
            Assert.Equal(it.Table.HasImports ? Sum(it.Table.Imports) : 0, Sum(smaller.Imports), Tolerance * Sum(it.Table.Output));
        });

    [Fact]
    public void Every_code_to_itself_changes_no_figure() =>
        RandomTables.Any.ForAll(table => Assert.Equal(table.ContentHash, TableAggregation.Aggregate(table).ContentHash));

    [Fact]
    public void Two_steps_are_one() =>
        Grouped.ForAll(it =>
        {
            FlowTable first = Aggregate(it.Table, it.Groups);
            Concordance all = Concordance.Of("all", first.Sectors.Industries.Select(i => (i.Code, "all")));
            FlowTable twice = TableAggregation.Aggregate(first, industries: all);
            FlowTable once = TableAggregation.Aggregate(
                it.Table,
                industries: Concordance.Of("all", it.Table.Sectors.Industries.Select(i => (i.Code, "all")))
            );
            Close.Equal(once.Output, twice.Output, Tolerance);
            Close.Equal(once.Flows, twice.Flows, Tolerance);
        });

    private static FlowTable Aggregate(FlowTable table, int[] groups) =>
        TableAggregation.Aggregate(
            table,
            industries: Concordance.Of("groups", table.Sectors.Industries.Select((industry, i) => (industry.Code, $"g{groups[i]}")))
        );

    private static double Sum(ReadOnlySpan<double> figures)
    {
        double sum = 0;
        foreach (double x in figures)
        {
            sum += x;
        }

        return sum;
    }
}
