using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Rootscope.Accounts;
using Rootscope.Accounts.Measures;
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
        ModelException e = Assert.Throws<ModelException>(() =>
            TotalRequirements.Of(direct, new InverseOptions { MemoryLimitBytes = needed - 1 })
        );
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
        Assert.All(
            (int[])[2, 3, 5],
            threads => Assert.Equal(one, TotalRequirements.Of(direct, new InverseOptions { Threads = threads }).Values.ToArray())
        );
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
        ArgumentException e = Assert.Throws<ArgumentException>(() =>
            TotalRequirements.Of(direct, new InverseOptions { Threads = 0, MemoryLimitBytes = -1 })
        );
        Assert.Contains("thread", e.Message, StringComparison.Ordinal);
        Assert.Contains("memory", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_of_an_inverse_rises_from_its_factors_to_the_whole()
    {
        var told = new List<double>();
        TotalRequirements.Of(DirectRequirements.Of(Table(), InputOrigin.All), new InverseOptions { Progress = new Listener(told) });
        Assert.Equal(told.Order(), told);
        Assert.True(told.Count > 5 && told[0] > 0);
        Assert.Equal(1, told[^1]);
    }

    [Fact]
    public void No_bit_of_an_inverse_has_moved_since_the_version_of_the_algorithm_was_raised_last()
    {
        // A change that moves a bit has to raise the version: workspaces hold inverses of the old one.
        const string OfVersion1 = "a9b23bda6352eb3eb2c06e259fba96e94cc4058b0e6e773344fee0ed3a04e61c";
        ReadOnlySpan<double> values = TotalRequirements.Of(Table(), InputOrigin.Domestic).Values;
        Assert.Equal(
            (1, OfVersion1),
            (TotalRequirements.AlgorithmVersion, Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values))))
        );
    }

    [Fact]
    public void An_inverse_is_computed_once_where_there_is_a_place_to_keep_it()
    {
        var store = new MemoryStore();
        var options = new InverseOptions { Store = store };
        var first = TotalRequirements.Of(Table(), InputOrigin.Domestic, options);
        var second = TotalRequirements.Of(Table(), InputOrigin.Domestic, options with { MemoryLimitBytes = 1 });
        Assert.Equal(1, store.Computed);
        Assert.Equal(first.Values.ToArray(), second.Values.ToArray());
        TotalRequirements.Of(Table(), InputOrigin.All, options);
        Assert.Equal(2, store.Computed);
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Every_measure_keeps_to_the_options_of_the_inverse(string name)
    {
        FlowTable table = Storage.EmbeddedTables.Read("china-2020");
        AccountMeasure measure = AccountMeasures.Find(name);
        var store = new MemoryStore();
        var computed = measure.Compute(table, new AccountOptions { Inverse = new InverseOptions { Store = store } });
        Assert.InRange(store.Computed, 0, 1);
        if (store.Computed > 0)
        {
            ModelException e = Assert.Throws<ModelException>(() =>
                measure.Compute(table, new AccountOptions { Inverse = new InverseOptions { MemoryLimitBytes = 1 } })
            );
            Assert.Contains("bytes of memory", e.Message, StringComparison.Ordinal);
        }

        var again = measure.Compute(
            table,
            new AccountOptions
            {
                Inverse = new InverseOptions { Store = store, MemoryLimitBytes = 1 },
            }
        );
        Assert.Equal(computed.Rows.Take(500).Select(r => r.Value), again.Rows.Take(500).Select(r => r.Value));
        Assert.InRange(store.Computed, 0, 1);
    }

    public static TheoryData<string> Measures => [.. AccountMeasures.All.Select(m => m.Name)];

    private static FlowTable Table() => Storage.EmbeddedTables.Read("china-2020");

    private sealed class Listener(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }

    private sealed class MemoryStore : IInverseStore
    {
        private readonly Dictionary<(string, InputOrigin), double[]> _kept = [];

        public int Computed { get; private set; }

        public ReadOnlyMemory<double>? Find(DirectRequirements direct, CancellationToken cancellation = default) =>
            _kept.TryGetValue((direct.Table.ContentHash, direct.Origin), out double[]? found) ? found.AsMemory() : null;

        public void Keep(TotalRequirements total, CancellationToken cancellation = default)
        {
            Computed++;
            _kept[(total.Table.ContentHash, total.Direct.Origin)] = total.Values.ToArray();
        }
    }
}
