using CsCheck;
using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Tests.Tables.Checks;

/// <summary>Flows that stand out of a table.</summary>
public class OutstandingCellsTests
{
    private const int Size = 12;
    private const int InAGroup = 4;

    [Fact]
    public void A_table_whose_industries_all_buy_in_proportion_has_none() =>
        Laws.ForAll(
            Gen.Double[1, 10].Array[2 * Size],
            sizes => Assert.Empty(OutstandingCells.Of(Table((i, j) => sizes[i] * sizes[Size + j]), Groups))
        );

    [Fact]
    public void A_flow_far_beyond_what_peers_take_of_anything_related_is_found_alone()
    {
        FlowTable table = Table(
            (i, j) =>
                (i, j) == (1, 6) ? 30
                : IsBetween(i, j) ? 0.125
                : 1
        );
        OutstandingCell cell = Assert.Single(OutstandingCells.Of(table, Groups));
        Assert.Equal((1, 6, 30.0, InAGroup - 1), (cell.Seller, cell.Buyer, cell.Value, cell.Peers));
        Assert.Equal(30.0 / (30 + 0.375 + 7), cell.ShareOfInputs);
        Assert.Equal(0.5 / (0.5 + 7), cell.PeersShare, 1e-12);
    }

    [Fact]
    public void Within_a_group_to_itself_and_without_enough_peers_nothing_stands_out()
    {
        Assert.Empty(OutstandingCells.Of(Table((i, j) => (i, j) == (1, 2) || i == j ? 300 : 1), Groups));
        string?[] pairs = [.. Enumerable.Range(0, Size).Select(i => $"{i / OutstandingCells.FewestPeers}")];
        Assert.Empty(
            OutstandingCells.Of(
                Table(
                    (i, j) =>
                        (i, j) == (1, 6) ? 30
                        : IsBetween(i, j) ? 0.125
                        : 1
                ),
                pairs
            )
        );
        Assert.Empty(
            OutstandingCells.Of(
                Table(
                    (i, j) =>
                        (i, j) == (1, 6) ? 30
                        : IsBetween(i, j) ? 0.125
                        : 1
                ),
                new string?[Size]
            )
        );
    }

    private static string?[] Groups => [.. Enumerable.Range(0, Size).Select(i => $"{i / InAGroup}")];

    /// <summary>From the first group to the second, whose members buy little of it.</summary>
    private static bool IsBetween(int i, int j) => i < InAGroup && j is >= InAGroup and < 2 * InAGroup;

    private static FlowTable Table(Func<int, int, double> flow)
    {
        var flows = new double[Size, Size];
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j < Size; j++)
            {
                flows[i, j] = flow(i, j);
            }
        }

        return SmallTables.Closed(flows, [.. Enumerable.Repeat(1000.0, Size)]);
    }
}
