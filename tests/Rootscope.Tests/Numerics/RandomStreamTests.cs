using Rootscope.Numerics;

namespace Rootscope.Tests.Numerics;

public class RandomStreamTests
{
    [Fact]
    public void The_same_seed_and_stream_give_the_same_numbers()
    {
        var first = RandomStream.Of(7, 3);
        var second = RandomStream.Of(7, 3);
        Assert.Equal(Enumerable.Range(0, 100).Select(_ => first.NextBits()), Enumerable.Range(0, 100).Select(_ => second.NextBits()));
    }

    [Fact]
    public void Different_seeds_and_streams_give_different_numbers() =>
        Assert.Equal(
            4,
            new[] { (1L, 0), (1L, 1), (2L, 0), (-1L, 0) }.Select(s => RandomStream.Of(s.Item1, s.Item2).NextBits()).Distinct().Count()
        );

    [Fact]
    public void Every_index_is_about_equally_likely()
    {
        const int Faces = 6;
        const int Throws = 60_000;
        const double FiveStandardDeviations = 5 * 91.3;
        var counts = new int[Faces];
        var random = RandomStream.Of(1, 0);
        for (int i = 0; i < Throws; i++)
        {
            counts[random.NextIndex(Faces)]++;
        }

        Assert.All(counts, c => Assert.InRange(c, (Throws / Faces) - FiveStandardDeviations, (Throws / Faces) + FiveStandardDeviations));
    }

    [Fact]
    public void Doubles_stay_in_the_half_open_unit_interval_and_average_one_half()
    {
        const double FiveStandardErrors = 5 * 0.2887 / 100;
        var random = RandomStream.Of(1, 0);
        double[] values = [.. Enumerable.Range(0, 10_000).Select(_ => random.NextDouble())];
        Assert.All(values, v => Assert.InRange(v, 0, 1 - double.Epsilon));
        Assert.Equal(0.5, values.Average(), FiveStandardErrors);
    }
}
