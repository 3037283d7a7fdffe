using CsCheck;
using Rootscope.Accounts;
using Rootscope.Accounts.Trade;
using Rootscope.Numerics.Dense;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>Identities of trade in value added that hold on every productive table.</summary>
public class TradeLaws
{
    /// <summary>Relative to the table's output: terms are differences of sums over all sectors.</summary>
    private const double Tolerance = 1e-11;

    [Fact]
    public void Contents_and_double_counting_add_up_to_gross_exports_in_every_flow() =>
        RandomTables.Closed.ForAll(table =>
        {
            var total = TotalRequirements.Of(table, InputOrigin.All);
            double scale = Scale(table);
            IReadOnlyList<ExportTerms> source = BorinMancini.SourceBased(total);
            IReadOnlyList<ExportTerms> sink = BorinMancini.SinkBased(total);
            for (int at = 0; at < source.Count; at++)
            {
                foreach (ExportTerms t in (ExportTerms[])[source[at], sink[at]])
                {
                    Assert.Equal(t.Exports, t.DomesticContent + t.ForeignContent, scale);
                    Assert.Equal(
                        t.Exports,
                        t.DomesticValueAdded + t.DomesticDoubleCounted + t.ForeignValueAdded + t.ForeignDoubleCounted,
                        scale
                    );
                }

                Assert.Equal(source[at].DomesticContent, sink[at].DomesticContent, scale);
            }
        });

    [Fact]
    public void Source_and_sink_nine_terms_and_a_table_solved_without_exports_agree_on_domestic_value_added() =>
        RandomTables.Closed.ForAll(table =>
        {
            var total = TotalRequirements.Of(table, InputOrigin.All);
            double scale = Scale(table);
            int regions = table.Sectors.Regions.Count;
            var totals = ExportTotals.Of(total);
            IReadOnlyList<ExportTerms> source = BorinMancini.SourceBased(total);
            IReadOnlyList<ExportTerms> sink = BorinMancini.SinkBased(total);
            IReadOnlyList<NineTerms> nine = NineTerms.Of(total);
            for (int s = 0; s < regions; s++)
            {
                double expected = LostWithoutExports(total, s);
                Assert.Equal(expected, totals.DomesticValueAdded[s], scale);
                Assert.Equal(expected, source.Skip(s * regions).Take(regions).Sum(t => t.DomesticValueAdded), scale);
                Assert.Equal(expected, sink.Skip(s * regions).Take(regions).Sum(t => t.DomesticValueAdded), scale);
                Assert.Equal(
                    source.Skip(s * regions).Take(regions).Sum(t => t.ForeignValueAdded),
                    sink.Skip(s * regions).Take(regions).Sum(t => t.ForeignValueAdded),
                    scale
                );
                Assert.Equal(regions == 1 ? 0 : expected, nine[s].ToList().Take(5).Sum(), scale);
                Assert.Equal(totals.Exports[s], nine[s].ToList().Sum(), scale);
            }
        });

    [Fact]
    public void Value_added_absorbed_abroad_is_the_same_summed_over_flows_and_over_users() =>
        RandomTables.Closed.ForAll(table =>
        {
            var total = TotalRequirements.Of(table, InputOrigin.All);
            int regions = table.Sectors.Regions.Count;
            double[] used = Footprints.ValueAddedExports(total);
            IReadOnlyList<ExportTerms> source = BorinMancini.SourceBased(total);
            for (int s = 0; s < regions; s++)
            {
                double abroad = Enumerable.Range(0, regions).Where(r => r != s).Sum(r => used[(s * regions) + r]);
                Assert.Equal(abroad, source.Skip(s * regions).Take(regions).Sum(t => t.AbsorbedAbroad!.Value), Scale(table));
            }
        });

    [Fact]
    public void Footprints_share_out_all_value_added_of_a_closed_table() =>
        RandomTables.Closed.ForAll(table =>
        {
            double[] footprint = Footprints.Of(TotalRequirements.Of(table, InputOrigin.All), ValueAddedShares.Of(table).Values);
            double[] valueAdded = TableTotals.ValueAdded(table);
            int regions = table.Sectors.Regions.Count;
            for (int k = 0; k < table.Size; k++)
            {
                Assert.Equal(valueAdded[k], footprint.Skip(k * regions).Take(regions).Sum(), Scale(table));
            }
        });

    [Fact]
    public void Domestic_value_added_and_import_content_of_one_region_are_those_of_its_exports() =>
        RandomTables.Open.ForAll(table =>
        {
            var totals = ExportTotals.Of(TotalRequirements.Of(table, InputOrigin.Domestic));
            double[] content = ImportContent.Of(table);
            double imported = content.Zip(TableTotals.Exports(table), (m, e) => m * e).Sum();
            Assert.Equal(imported, totals.Exports[0] - totals.DomesticValueAdded[0], Scale(table));
        });

    private static double Scale(FlowTable table) => Tolerance * table.Output.ToArray().Sum();

    /// <summary>GDP less that of a region whose exports, of inputs and of final goods, are struck out.</summary>
    private static double LostWithoutExports(TotalRequirements total, int region)
    {
        FlowTable table = total.Table;
        int n = table.Size;
        double[] matrix = total.Direct.Values.ToArray();
        double[] right = total.FinalDemand.ToArray();
        var deliveries = RegionalDeliveries.Of(table);
        int regions = table.Sectors.Regions.Count;
        for (int k = 0; k < n; k++)
        {
            bool own = table.Sectors.RegionNumberOf(new(k)) == region;
            for (int j = 0; j < n; j++)
            {
                bool kept = !own || table.Sectors.RegionNumberOf(new(j)) == region;
                matrix[(k * n) + j] = (k == j ? 1 : 0) - (kept ? matrix[(k * n) + j] : 0);
            }

            right[k] = own ? deliveries.Final[(k * regions) + region] : right[k];
        }

        var workspace = new DenseWorkspace(n, threads: 1);
        LuFactors.Of(matrix, n, workspace).Solve(right, 1, workspace);
        ReadOnlySpan<double> shares = ValueAddedShares.Of(table).Values;
        double lost = 0;
        for (int k = 0; k < n; k++)
        {
            lost += table.Sectors.RegionNumberOf(new(k)) == region ? shares[k] * (table.Output[k] - right[k]) : 0;
        }

        return lost;
    }
}
