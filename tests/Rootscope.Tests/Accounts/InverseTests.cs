using Rootscope.Accounts;
using Rootscope.Tables;

namespace Rootscope.Tests.Accounts;

public class InverseTests
{
    [Fact]
    public void An_inverse_too_large_for_memory_is_refused_with_the_bytes_it_needs()
    {
        var direct = DirectRequirements.Of(Table(), InputOrigin.All);
        long needed = TotalRequirements.BytesNeeded(direct.Size, threads: 1);
        Assert.True(needed > (long)direct.Size * direct.Size * sizeof(double));
        ModelException e = Assert.Throws<ModelException>(() => TotalRequirements.Of(direct, new InverseOptions { MemoryLimitBytes = needed - 1 }));
        Assert.Contains($"{needed} bytes", e.Message, StringComparison.Ordinal);
        Assert.Equal(direct.Size, TotalRequirements.Of(direct, new InverseOptions { MemoryLimitBytes = needed }).Size);
    }

    [Fact]
    public void The_largest_of_tables_takes_less_than_twice_the_inverse_itself()
    {
        const int N = 4915;
        Assert.InRange(TotalRequirements.BytesNeeded(N, threads: 2), (long)N * N * 8, (long)N * N * 12);
    }

    [Fact]
    public void Threads_change_no_bit_of_total_requirements()
    {
        var direct = DirectRequirements.Of(Table(), InputOrigin.All);
        double[] one = TotalRequirements.Of(direct).Values.ToArray();
        Assert.All((int[])[2, 3, 5], threads => Assert.Equal(one, TotalRequirements.Of(direct, new InverseOptions { Threads = threads }).Values.ToArray()));
    }

    [Fact]
    public void An_inverse_that_was_kept_is_taken_up_as_it_is()
    {
        var total = TotalRequirements.Of(DirectRequirements.Of(Table(), InputOrigin.All));
        var again = TotalRequirements.FromInverse(total.Direct, total.Values.ToArray());
        Assert.Equal(total.Multipliers.ToArray(), again.Multipliers.ToArray());
        Assert.Throws<ArgumentException>(() => TotalRequirements.FromInverse(total.Direct, new double[3]));
    }

    [Fact]
    public void Options_out_of_range_are_refused_all_at_once()
    {
        var direct = DirectRequirements.Of(Table(), InputOrigin.All);
        ArgumentException e = Assert.Throws<ArgumentException>(() => TotalRequirements.Of(direct, new InverseOptions { Threads = 0, MemoryLimitBytes = -1 }));
        Assert.Contains("thread", e.Message, StringComparison.Ordinal);
        Assert.Contains("memory", e.Message, StringComparison.Ordinal);
    }

    private static FlowTable Table() => Storage.EmbeddedTables.Read("china-2020");
}
