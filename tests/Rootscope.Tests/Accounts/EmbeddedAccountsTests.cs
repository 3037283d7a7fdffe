using Rootscope.Accounts;
using Rootscope.Accounts.Measures;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Accounts;

/// <summary>Every measure on the real tables that ship: zero outputs, negative value added and negative final demand included.</summary>
public class EmbeddedAccountsTests
{
    /// <summary>Above this size measures that need the inverse, which takes the time, are left to the test that shares one.</summary>
    private const int LargeTable = 1000;

    /// <summary>Some thousand roundings of values up to ten: what a bound that counts them all may be on these tables.</summary>
    private const double NarrowBound = 1e-11;

    /// <summary>A plain series takes 40 to 60.</summary>
    private const int FewPasses = 30;

    private static readonly string[] NeedTheInverse =
    [
        "field-",
        "coefficient-",
        "linkage-variation",
        "extraction-",
        "exposure-",
        "gvc-",
        "exports-",
        "footprint-",
        "value-added-content",
        "value-added-exports",
    ];

    public static TheoryData<string> Names => [.. EmbeddedTables.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_is_finite_and_within_what_the_measure_can_be(string name)
    {
        FlowTable table = EmbeddedTables.Read(name);
        foreach (
            AccountMeasure measure in AccountMeasures.All.Where(m =>
                table.Size < LargeTable || !Array.Exists(NeedTheInverse, p => m.Name.StartsWith(p, StringComparison.Ordinal))
            )
        )
        {
            double least = measure.Unit == AccountUnit.Stages ? 1 : double.MinValue;
            AccountResult result = measure.Compute(table, cancellation: TestContext.Current.CancellationToken);
            Assert.True(measure.Shape != AccountShape.Sector || result.Rows.Count == table.Size, measure.Name);
            Assert.All(
                result.Rows,
                r => Assert.True(r.Value is null || (double.IsFinite(r.Value.Value) && r.Value >= least), $"{measure.Name}: {r}")
            );
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Series_take_few_passes_and_prove_a_narrow_bound(string name)
    {
        FlowTable table = EmbeddedTables.Read(name);
        StageSums stages = ProductionStages.WithBounds(table);
        SeriesSum[] sums =
        [
            stages.Upstreamness,
            stages.Downstreamness,
            Multipliers.OutputWithBound(DirectRequirements.Of(table, InputOrigin.Domestic)),
            Multipliers.PerUnitOfFinalDemandWithBound(
                DirectRequirements.Of(table, InputOrigin.Domestic),
                ValueAddedShares.Of(table).Values
            ),
        ];
        Assert.All(sums, s => Assert.InRange(s.ErrorBound ?? 1, 0, NarrowBound));
        Assert.All(sums[..3], s => Assert.InRange(s.Passes, 2, FewPasses));
    }
}
