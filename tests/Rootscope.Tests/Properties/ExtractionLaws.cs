using CsCheck;
using Rootscope.Accounts;
using Rootscope.Accounts.Extraction;
using Rootscope.Numerics.Dense;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>The closed forms of extraction against tables that are cut and solved again.</summary>
public class ExtractionLaws
{
    /// <summary>
    /// Relative to the sector's output: a small loss is the difference of two large outputs when it is found by solving again.
    /// </summary>
    private const double Tolerance = 1e-11;

    private static readonly Gen<double> Share = Gen.Double[0.01, 1];

    public static TheoryData<ExtractionKind> Kinds => [.. Enum.GetValues<ExtractionKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Closed_forms_equal_solving_the_cut_table_again(ExtractionKind kind) =>
        Gen.Select(RandomTables.Any, Share)
            .ForAll(
                (table, share) =>
                {
                    var total = TotalRequirements.Of(table, InputOrigin.Domestic);
                    for (int k = 0; k < table.Size; k++)
                    {
                        double[] closed = HypotheticalExtraction.LossesOf(total, kind, new(k), share);
                        double[] after =
                            kind == ExtractionKind.ForwardGhosh ? SolveAllocation(total, k) : SolveRequirements(total, kind, k, share);
                        for (int i = 0; i < table.Size; i++)
                        {
                            Assert.Equal(table.Output[i] - after[i], closed[i], Tolerance * table.Output.ToArray().Max());
                        }
                    }
                },
                count: 100
            );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Totals_are_the_sums_of_losses(ExtractionKind kind) =>
        Gen.Select(RandomTables.Any, Share)
            .ForAll(
                (table, share) =>
                {
                    var total = TotalRequirements.Of(table, InputOrigin.Domestic);
                    ExtractionLosses totals = HypotheticalExtraction.TotalsOf(total, kind, share);
                    double[] shares = ValueAddedShares.Of(table).Values.ToArray();
                    for (int k = 0; k < table.Size; k++)
                    {
                        double[] losses = HypotheticalExtraction.LossesOf(total, kind, new(k), share);
                        Assert.Equal(losses.Sum(), totals.Output[k], Tolerance * table.Output[k]);
                        Assert.Equal(losses.Zip(shares, (d, v) => d * v).Sum(), totals.ValueAdded[k], Tolerance * table.Output[k]);
                    }
                },
                count: 100
            );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_loss_is_never_negative(ExtractionKind kind) =>
        Gen.Select(RandomTables.Any, Share)
            .ForAll(
                (table, share) =>
                {
                    var total = TotalRequirements.Of(table, InputOrigin.Domestic);
                    double[] lost = HypotheticalExtraction.TotalsOf(total, kind, share).Output.ToArray();
                    Assert.All(lost, d => Assert.True(d >= -Tolerance));
                }
            );

    [Fact]
    public void A_larger_share_loses_more_and_the_whole_loses_what_total_extraction_does() =>
        Gen.Select(RandomTables.Any, Share, Share)
            .ForAll(
                (table, a, b) =>
                {
                    var total = TotalRequirements.Of(table, InputOrigin.Domestic);
                    double[] less = HypotheticalExtraction.TotalsOf(total, ExtractionKind.Partial, Math.Min(a, b)).Output.ToArray();
                    double[] more = HypotheticalExtraction.TotalsOf(total, ExtractionKind.Partial, Math.Max(a, b)).Output.ToArray();
                    double[] whole = HypotheticalExtraction.TotalsOf(total, ExtractionKind.Total).Output.ToArray();
                    Assert.All(
                        Enumerable.Range(0, table.Size),
                        k => Assert.True(less[k] <= more[k] && more[k] <= whole[k] * (1 + Tolerance))
                    );
                    Close.Equal(whole, HypotheticalExtraction.TotalsOf(total, ExtractionKind.Partial, 1).Output, Tolerance);
                }
            );

    [Fact]
    public void An_extracted_sector_loses_all_its_output() =>
        RandomTables.Any.ForAll(table =>
        {
            var total = TotalRequirements.Of(table, InputOrigin.Domestic);
            for (int k = 0; k < table.Size; k++)
            {
                Close.Equal(table.Output[k], HypotheticalExtraction.LossesOf(total, ExtractionKind.Total, new(k))[k], Tolerance);
            }
        });

    [Fact]
    public void In_a_closed_table_the_value_added_lost_is_output_over_the_diagonal() =>
        RandomTables.Closed.ForAll(table =>
        {
            var total = TotalRequirements.Of(table, InputOrigin.All);
            double[] expected = [.. Enumerable.Range(0, table.Size).Select(k => table.Output[k] / total[new(k), new(k)])];
            Close.Equal(expected, HypotheticalExtraction.TotalsOf(total, ExtractionKind.Total).ValueAdded, Tolerance);
        });

    private static double[] SolveRequirements(TotalRequirements total, ExtractionKind kind, int k, double share)
    {
        int n = total.Size;
        double[] a = total.Direct.Values.ToArray();
        double[] f = total.FinalDemand.ToArray();
        double kept = kind is ExtractionKind.Partial or ExtractionKind.PartialPurchases ? 1 - share : 0;
        bool isTotal = kind is ExtractionKind.Total or ExtractionKind.TotalKeepingDemand or ExtractionKind.TotalKeepingOwnUse;
        bool cutsRow = isTotal || kind is ExtractionKind.ForwardDemand or ExtractionKind.Partial;
        bool cutsColumn = isTotal || kind is ExtractionKind.Backward or ExtractionKind.PartialPurchases;
        double own = a[(k * n) + k];
        for (int i = 0; i < n; i++)
        {
            a[(k * n) + i] *= cutsRow ? kept : 1;
            a[(i * n) + k] *= cutsColumn ? kept : 1;
        }

        a[(k * n) + k] = kind == ExtractionKind.TotalKeepingOwnUse ? own : a[(k * n) + k];

        f[k] *= kind is ExtractionKind.Total or ExtractionKind.Partial ? kept : 1;
        return Solve(a, f, n);
    }

    private static double[] SolveAllocation(TotalRequirements total, int k)
    {
        int n = total.Size;
        ReadOnlySpan<double> b = DirectAllocation.Of(total.Table, InputOrigin.Domestic).Values;
        var transposed = new double[n * n];
        double[] primary = total.Table.Output.ToArray();
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                primary[j] -= total.Table.Output[i] * b[(i * n) + j];
                transposed[(j * n) + i] = i == k ? 0 : b[(i * n) + j];
            }
        }

        return Solve(transposed, primary, n);
    }

    private static double[] Solve(double[] coefficients, double[] right, int n)
    {
        double[] matrix = [.. coefficients.Select((c, cell) => (cell / n == cell % n ? 1 : 0) - c)];
        var workspace = new DenseWorkspace(n, threads: 1);
        LuFactors.Of(matrix, n, workspace).Solve(right, 1, workspace);
        return right;
    }
}
