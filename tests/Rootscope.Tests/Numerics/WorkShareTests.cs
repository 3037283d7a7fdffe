using CsCheck;
using Rootscope.Numerics;
using Rootscope.Numerics.Work;

namespace Rootscope.Tests.Numerics;

public class WorkShareTests
{
    [Fact]
    public void Shares_follow_each_other_take_every_piece_once_and_differ_by_at_most_one() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[1, 60])
            .ForAll(
                (pieces, shares) =>
                {
                    PieceRange[] ranges = [.. Enumerable.Range(1, shares).Select(i => new WorkShare(i, shares).In(pieces))];
                    Assert.Equal(0, ranges[0].First);
                    Assert.Equal(pieces, ranges[^1].End);
                    Assert.Equal(ranges[..^1].Select(r => r.End), ranges[1..].Select(r => r.First));
                    Assert.InRange(ranges.Max(r => r.Count) - ranges.Min(r => r.Count), 0, 1);
                }
            );

    [Fact]
    public void As_many_pieces_as_there_can_be_do_not_overflow()
    {
        const int Shares = 1_000_000;
        Assert.Equal(int.MaxValue, new WorkShare(Shares, Shares).In(int.MaxValue).End);
        Assert.InRange(new WorkShare(Shares, Shares).In(int.MaxValue).Count, int.MaxValue / Shares, (int.MaxValue / Shares) + 1);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(5, 4)]
    [InlineData(1, 0)]
    public void A_share_that_is_not_there_is_refused(int number, int of) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkShare(number, of));
}
