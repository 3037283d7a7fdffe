using System.Runtime.Intrinsics;
using CsCheck;
using Rootscope.Numerics;

namespace Rootscope.Tests.Numerics;

public class LaneExponentialsTests
{
    /// <summary>Two units in the last place, and one for the reference.</summary>
    private const double Rounding = 3 * 2.2e-16;

    [Fact]
    public void The_exponential_less_one_is_right_at_every_size() =>
        Gen.OneOf(Gen.Double[-1e-12, 1e-12], Gen.Double[-0.5, 0.5], Gen.Double[-40, 40], Gen.Double[-700, 700])
            .ForAll(
                x =>
                {
                    double expected = AccurateExponentials.ExpMinusOne(x);
                    double found = LaneExponentials.ExpMinusOne(Vector256.Create(x))[0];
                    Assert.True(
                        Math.Abs(found - expected) <= 2 * Rounding * Math.Abs(expected),
                        $"{x:R}: {found:R}, expected {expected:R}"
                    );
                },
                count: 20_000
            );

    [Fact]
    public void The_logarithm_of_one_more_is_right_at_every_size() =>
        Gen.OneOf(Gen.Double[-1e-12, 1e-12], Gen.Double[-0.5, 0.5], Gen.Double[-0.999999, 40], Gen.Double[0, 1e300])
            .ForAll(
                x =>
                {
                    double expected = AccurateExponentials.LogOnePlus(x);
                    double found = LaneExponentials.LogOnePlus(Vector256.Create(x))[0];
                    Assert.True(
                        Math.Abs(found - expected) <= 2 * Rounding * Math.Abs(expected),
                        $"{x:R}: {found:R}, expected {expected:R}"
                    );
                },
                count: 20_000
            );

    [Fact]
    public void Nothing_stays_nothing_and_what_is_no_number_stays_none()
    {
        Assert.Equal(0, LaneExponentials.ExpMinusOne(Vector256<double>.Zero)[0]);
        Assert.Equal(0, LaneExponentials.LogOnePlus(Vector256<double>.Zero)[0]);
        Assert.True(double.IsNaN(LaneExponentials.ExpMinusOne(Vector256.Create(double.NaN))[0]));
        Assert.True(double.IsNaN(LaneExponentials.LogOnePlus(Vector256.Create(double.NaN))[0]));
        Assert.True(double.IsFinite(LaneExponentials.LogOnePlus(Vector256.Create(-2.0))[0]));
    }

    [Fact]
    public void A_lane_does_not_know_its_neighbours() =>
        Gen.Double[-1, 1]
            .Array[7 * 5 + 5 * 8]
            .ForAll(
                numbers =>
                {
                    ReadOnlySpan<double> matrix = numbers.AsSpan(0, 35);
                    double[] wide = [.. numbers.Skip(35)];
                    double[] narrow = [.. Enumerable.Range(0, 20).Select(i => i % 4 == 2 ? wide[(i / 4 * 8) + 6] : 1e300 * i)];
                    var fromWide = new double[7 * 8];
                    var fromNarrow = new double[7 * 4];
                    LaneProducts.Multiply(matrix, 5, wide, 8, fromWide, 8, 8);
                    LaneProducts.Multiply(matrix, 5, narrow, 4, fromNarrow, 4, 4);
                    for (int row = 0; row < 7; row++)
                    {
                        Assert.Equal(fromWide[(row * 8) + 6], fromNarrow[(row * 4) + 2]);
                    }
                },
                count: 200
            );
}
