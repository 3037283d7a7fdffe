using Rootscope.Accounts.Measures;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Accounts;

/// <summary>Every measure on the real tables that ship: zero outputs, negative value added and negative final demand included.</summary>
public class EmbeddedAccountsTests
{
    /// <summary>Above this size measures that need the inverse, which takes the time, are left to the test that shares one.</summary>
    private const int LargeTable = 1000;

    private static readonly string[] NeedTheInverse = ["extraction-", "exposure-", "gvc-", "exports-", "footprint-", "value-added-content", "value-added-exports"];

    public static TheoryData<string> Names => [.. EmbeddedTables.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_is_finite_and_within_what_the_measure_can_be(string name)
    {
        FlowTable table = EmbeddedTables.Read(name);
        foreach (AccountMeasure measure in AccountMeasures.All.Where(m => table.Size < LargeTable || !Array.Exists(NeedTheInverse, p => m.Name.StartsWith(p, StringComparison.Ordinal))))
        {
            double least = measure.Unit == AccountUnit.Stages ? 1 : double.MinValue;
            AccountResult result = measure.Compute(table, cancellation: TestContext.Current.CancellationToken);
            Assert.True(measure.Shape != AccountShape.Sector || result.Rows.Count == table.Size, measure.Name);
            Assert.All(result.Rows, r => Assert.True(r.Value is null || (double.IsFinite(r.Value.Value) && r.Value >= least), $"{measure.Name}: {r}"));
        }
    }
}
