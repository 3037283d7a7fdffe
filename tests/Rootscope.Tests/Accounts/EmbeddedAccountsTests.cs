using Rootscope.Accounts.Measures;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Accounts;

/// <summary>Every measure on the real tables that ship: zero outputs, negative value added and negative final demand included.</summary>
public class EmbeddedAccountsTests
{
    /// <summary>Above this size one extraction stands for all: they share the inverse, which takes the time.</summary>
    private const int LargeTable = 1000;

    public static TheoryData<string> Names => [.. EmbeddedTables.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_is_finite_and_within_what_the_measure_can_be(string name)
    {
        FlowTable table = EmbeddedTables.Read(name);
        foreach (AccountMeasure measure in AccountMeasures.All.Where(m => table.Size < LargeTable || m.Unit != AccountUnit.Money || m.Name == "extraction-total"))
        {
            double least = measure.Unit switch { AccountUnit.Stages => 1, AccountUnit.Money => -1e-6, _ => double.MinValue };
            AccountResult result = measure.Compute(table, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(table.Size, result.Rows.Count);
            Assert.All(result.Rows, r => Assert.True(r.Value is { } value && double.IsFinite(value) && value >= least, $"{measure.Name}: {r}"));
        }
    }
}
