using CsCheck;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Storage;
using Rootscope.Storage.Capital;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Capital;

namespace Rootscope.Tests.Tables.Capital;

public class CapitalDivisionTests
{
    /// <summary>RAS stops at 1e-11 of the largest sum.</summary>
    private const double Kept = 1e-9;

    private static readonly FlowTable China = EmbeddedTables.Read("china-2020");
    private static readonly TechnologyBridge Bridge = BridgeLibrary.Read("china-2020");
    private static readonly FlowTable Split = BridgeLibrary.Split(China, Bridge);
    private static readonly CapitalFlows Flows = CapitalData.For(Split, [.. Bridge.Parts.Select(p => p.Split)]).Flows!;
    private static readonly CapitalUse Use = CapitalUse.Of(Split, Flows);

    [Fact]
    public void Makers_of_components_use_machinery_for_semiconductors()
    {
        (double makers, double all) = RowOf(Use, "078-semiconductor-machinery", "094");
        Assert.True(makers > 0.5 * all, $"{makers} of {all}");
        Assert.True(all > 0);
    }

    [Fact]
    public void Parts_have_users_of_their_own()
    {
        Assert.InRange(ShareOf("067-turbines", "100"), 0.8, 1);
        Assert.InRange(ShareOf("077-imaging", "145"), 0.5, 1);
        Assert.InRange(ShareOf("083-aircraft", "117 118 153"), 0.5, 1);
        Assert.True(ShareOf("078", "094") < ShareOf("078-semiconductor-machinery", "094"));
    }

    [Fact]
    public void Parts_add_up_to_the_use_of_whole_industries()
    {
        var whole = CapitalUse.Of(China, CapitalData.For(China).Flows);
        AssertAddUpTo(whole, Use);
        Assert.Equal(whole.Mixed, Use.Mixed);
        CapitalUseTests.AssertSameTotals(Split, Use.Table);
    }

    [Fact]
    public void Flows_of_the_users_for_whole_industries_win_and_are_carried_to_parts()
    {
        // Other special machinery goes to makers of food, of cars and of components, whatever the pattern says of it.
        CapitalFlow[] told = [new("078", "012", 5), new("078", "080", 3), new("078", "094", 2)];
        var own = new CapitalFlows("own", told) { MostMixed = CapitalData.MostMixed };
        var whole = CapitalUse.Of(China, own);
        CapitalFlows carried = own.ForParts(Flows.Parents, Flows);
        var use = CapitalUse.Of(Split, carried);
        AssertAddUpTo(whole, use);
        Assert.Equal(whole.Mixed, use.Mixed);
        (double makers, double all) = RowOf(use, "078-semiconductor-machinery", "094");
        (double others, double rest) = RowOf(use, "078", "094");
        Assert.True(makers / all > 2 * others / rest, $"{makers / all} of the part, {others / rest} of the rest");
        CapitalUseTests.AssertSameTotals(Split, use.Table);

        // With nothing known of parts, and where the file names parts itself.
        AssertAddUpTo(whole, CapitalUse.Of(Split, own.ForParts(Flows.Parents)));
        CapitalFlow[] named = [.. told, new("078-semiconductor-machinery", "094-semiconductors", 1)];
        CapitalFlows ofParts = new CapitalFlows("parts", named) { MostMixed = CapitalData.MostMixed }.ForParts(Flows.Parents, Flows);
        Assert.Null(ofParts.AmongParts);
        (double to, double sum) = RowOf(CapitalUse.Of(Split, ofParts), "078-semiconductor-machinery", "094-semiconductors");
        Assert.True(to > 0.5 * sum, $"{to} of {sum}");
    }

    [Fact]
    public void Each_part_wears_out_its_depreciation_and_gives_its_formation()
    {
        var plain = CapitalUse.Of(Split);
        double largest = plain.Used.Max();
        for (int i = 0; i < Split.Size; i++)
        {
            double given = RowSum(Use, i);
            Assert.Equal(RowSum(plain, i), given, Kept * largest);
            Assert.Equal(plain.Used[i], Use.Used[i], Kept * largest);
        }
    }

    [Fact]
    public void The_support_table_of_a_ranking_has_it_when_it_is_asked_for()
    {
        var options = new RootOptions
        {
            Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") },
            CapitalFlows = Flows,
        };
        var support = SupportTable.Of(Split, options);
        Assert.Equal(Use.Table.Flows.ToArray(), support.Table.Flows.ToArray());
        Assert.Equal(Use.Cells.ToArray(), support.Capital!.Cells.ToArray());
        Assert.Null(SupportTable.Of(Split, options with { Capital = CapitalTreatment.Off, CapitalFlows = null }).Capital);
    }

    [Fact]
    public void Parts_of_any_table_add_up_to_the_use_of_the_whole() =>
        Gen.Select(
                CapitalUseTests.WithCapital.Where(t => t.Sectors.Regions.Count == 1),
                Gen.Double[0.1, 5].Array[25],
                Gen.Double[1, 9].Array[5]
            )
            .ForAll(
                (any, amounts, outputs) =>
                {
                    FlowTable table = WithoutNegatives(any);
                    CapitalFlows fine = FlowsOf(table, amounts, outputs);
                    string[] codes = [.. table.Sectors.Industries.Select(i => i.Code)];
                    var parts = new CapitalFlows(fine.Name, fine.Flows)
                    {
                        Outputs = fine.Outputs,
                        MostMixed = fine.MostMixed,
                        Parents = new Dictionary<string, string> { [codes[^1]] = codes[0] },
                    };
                    Concordance joined = Concordance.Of("joined", codes.Select(c => (c, c == codes[^1] ? codes[0] : c)));
                    FlowTable coarse = TableAggregation.Aggregate(table, null, joined);
                    var expected = CapitalUse.Of(coarse, Joined(fine, codes));
                    var use = CapitalUse.Of(table, parts);
                    CapitalUseTests.AssertSameTotals(table, use.Table);
                    int n = table.Size;
                    int m = coarse.Size;
                    var sums = new double[m * m];
                    for (int c = 0; c < n * n; c++)
                    {
                        int row = c / n == n - 1 ? 0 : c / n;
                        int column = c % n == n - 1 ? 0 : c % n;
                        sums[(row * m) + column] += use.Cells[c];
                    }

                    for (int c = 0; c < sums.Length; c++)
                    {
                        Assert.Equal(expected.Cells[c], sums[c], 1e-7);
                    }
                }
            );

    [Fact]
    public void Flows_that_may_be_mixed_always_keep_both_totals() =>
        Gen.Select(CapitalUseTests.WithCapital, Gen.Double[-5, 5].Array[25], Gen.Double[1, 9].Array[5])
            .ForAll(
                (table, amounts, outputs) =>
                {
                    CapitalFlows flows = FlowsOf(table, [.. amounts.Select((a, c) => c == 0 ? 1 : Math.Max(0, a))], outputs);
                    var use = CapitalUse.Of(table, flows);
                    var plain = CapitalUse.Of(table);
                    CapitalUseTests.AssertSameTotals(table, use.Table);
                    Assert.InRange(use.Mixed, 0, 1);
                    for (int j = 0; j < table.Size; j++)
                    {
                        Assert.Equal(plain.Used[j], use.Used[j], 1e-8);
                    }
                }
            );

    /// <summary>Negative cells are left out of one sector and netted in a sum of two, so that sums and sums of parts differ.</summary>
    private static FlowTable WithoutNegatives(FlowTable table) =>
        new(
            table.ToParts() with
            {
                FinalDemand = [.. table.FinalDemand.ToArray().Select(f => Math.Max(0, f))],
                ValueAdded = [.. table.ValueAdded.ToArray().Select(v => Math.Max(0, v))],
            }
        );

    private static CapitalFlows FlowsOf(FlowTable table, double[] amounts, double[] outputs)
    {
        int n = table.Sectors.Industries.Count;
        string[] codes = [.. table.Sectors.Industries.Select(i => i.Code)];
        return new CapitalFlows(
            "another economy",
            Enumerable.Range(0, n * n).Select(c => new CapitalFlow(codes[c / n], codes[c % n], amounts[c]))
        )
        {
            Outputs = codes.Select((c, i) => (c, outputs[i])).ToDictionary(p => p.c, p => p.Item2, StringComparer.Ordinal),
            MostMixed = 0.15,
        };
    }

    private static CapitalFlows Joined(CapitalFlows fine, string[] codes)
    {
        string To(string code) => code == codes[^1] ? codes[0] : code;
        return new CapitalFlows(
            fine.Name,
            fine.Flows.GroupBy(f => (To(f.Product), To(f.Industry)))
                .Select(g => new CapitalFlow(g.Key.Item1, g.Key.Item2, g.Sum(f => f.Amount)))
        )
        {
            Outputs = fine.Outputs!.GroupBy(o => To(o.Key)).ToDictionary(g => g.Key, g => g.Sum(o => o.Value), StringComparer.Ordinal),
            MostMixed = fine.MostMixed,
        };
    }

    private static void AssertAddUpTo(CapitalUse whole, CapitalUse use)
    {
        int n = China.Size;
        int[] parentOf = [.. Enumerable.Range(0, Split.Size).Select(ParentOf)];
        var sums = new double[n * n];
        for (int c = 0; c < use.Cells.Length; c++)
        {
            sums[(parentOf[c / Split.Size] * n) + parentOf[c % Split.Size]] += use.Cells[c];
        }

        double largest = whole.Cells.ToArray().Max();
        for (int c = 0; c < sums.Length; c++)
        {
            Assert.Equal(whole.Cells[c], sums[c], Kept * largest);
        }
    }

    private static int ParentOf(int sector)
    {
        string code = Split.Sectors.IndustryOf(new(sector)).Code;
        string parent = Bridge.Parts.FirstOrDefault(p => p.Split.Code == code)?.Split.Parent ?? code;
        Assert.True(China.Sectors.TryFindIndustry(parent, out IndustryNumber number));
        return number;
    }

    private static double RowSum(CapitalUse use, int row) => use.Cells.Slice(row * Split.Size, Split.Size).ToArray().Sum();

    private static double ShareOf(string product, string users)
    {
        (double part, double all) = RowOf(Use, product, users);
        return part / all;
    }

    private static (double Part, double All) RowOf(CapitalUse use, string product, string users)
    {
        Assert.True(Split.Sectors.TryFindIndustry(product, out IndustryNumber i));
        string[] prefixes = users.Split(' ');
        double[] row = use.Cells.Slice(i * Split.Size, Split.Size).ToArray();
        return (
            row.Where((_, j) => prefixes.Any(p => Split.Sectors.IndustryOf(new(j)).Code.StartsWith(p, StringComparison.Ordinal))).Sum(),
            row.Sum()
        );
    }
}
