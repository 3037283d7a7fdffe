using Rootscope.Accounts;
using Rootscope.Accounts.Paths;
using Rootscope.Tables;

namespace Rootscope.Tests.Accounts.Paths;

public class StructuralPathsTests
{
    /// <summary>Figures of a few products and sums keep some fifteen digits.</summary>
    private const double Tolerance = 1e-13;

    [Fact]
    public void A_remote_root_behind_a_sector_that_adds_almost_nothing_is_found()
    {
        // The assembler (1) passes on nearly all it is paid; the root (3) stands two purchases behind it. Pruning on a sector's own share
        // loses it.
        double[,] flows =
        {
            { 0, 0, 0, 0 },
            { 100, 0, 0, 0 },
            { 0, 99.9, 0, 0 },
            { 0, 0, 99, 0 },
        };
        FlowTable table = SmallTables.Closed(flows, [200, 0, 0, 0], [200, 100, 99.9, 99]);
        var direct = DirectRequirements.Of(table, InputOrigin.All);
        var paths = StructuralPaths.Upstream(
            direct,
            ValueAddedShares.Of(table).Values,
            [200, 0, 0, 0],
            new StructuralPathOptions { Count = 2 }
        );
        Assert.Equal(
            [
                [new(0)],
                [new(0), new(1), new(2), new(3)],
            ],
            paths.Paths.Select(p => p.Sectors)
        );
        Close.Equal([100, 99], [.. paths.Paths.Select(p => p.Value)], Tolerance);
        Close.Equal(1, paths.Remainder, 1e-10);
        Assert.Equal(PathListEnd.Count, paths.End);
        Close.Equal([1.0], [paths.Paths[0].Remainder], 1e-10);
        Assert.Equal([0, 3], paths.Paths.Select(p => p.Tiers));
    }

    [Fact]
    public void One_root_is_followed_to_the_final_products_it_ends_in()
    {
        double[,] flows =
        {
            { 0, 30, 0 },
            { 0, 0, 50 },
            { 0, 0, 0 },
        };
        FlowTable table = SmallTables.Closed(flows, [10, 50, 100]);
        var direct = DirectRequirements.Of(table, InputOrigin.All);
        var paths = StructuralPaths.Downstream(direct, [1, 0, 0], direct.FinalDemand(), new StructuralPathOptions());
        Assert.Equal(PathListEnd.Exhausted, paths.End);
        Close.Equal(table.Output[0], paths.Total, Tolerance);
        Close.Equal(1, paths.Coverage!.Value, Tolerance);
        // Of 40 made, 10 go to final users, 30 to sector 2, half of whose sales are final; the other half goes on to sector 3.
        Assert.Equal(["0 1", "0 1 2", "0"], paths.Paths.Select(p => string.Join(' ', p.Sectors)));
        Close.Equal([15, 15, 10], [.. paths.Paths.Select(p => p.Value)], Tolerance);
    }

    [Fact]
    public void A_limit_of_tiers_leaves_the_rest_in_the_remainder()
    {
        double[,] flows =
        {
            { 0, 30, 0 },
            { 0, 0, 50 },
            { 0, 0, 0 },
        };
        FlowTable table = SmallTables.Closed(flows, [10, 50, 100]);
        var direct = DirectRequirements.Of(table, InputOrigin.All);
        var paths = StructuralPaths.Downstream(direct, [1, 0, 0], direct.FinalDemand(), new StructuralPathOptions { MostTiers = 1 });
        Assert.Equal(["0 1", "0"], paths.Paths.Select(p => string.Join(' ', p.Sectors)));
        Close.Equal(15, paths.Remainder, Tolerance);
        Close.Equal(15, paths.BeyondTiers, Tolerance);
        Assert.Equal(PathListEnd.Exhausted, paths.End);
    }

    [Fact]
    public void Negative_final_demand_counts_with_its_sign_and_by_its_size()
    {
        double[,] flows =
        {
            { 0, 30 },
            { 0, 0 },
        };
        FlowTable table = SmallTables.Closed(flows, [-20, 100]);
        var direct = DirectRequirements.Of(table, InputOrigin.All);
        var paths = StructuralPaths.Upstream(direct, [1, 0], direct.FinalDemand(), new StructuralPathOptions());
        Close.Equal([30, -20], [.. paths.Paths.Select(p => p.Value)], Tolerance);
        Close.Equal(10, paths.Total, Tolerance);
    }

    [Fact]
    public void A_total_of_nothing_has_no_coverage()
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 0, 30 },
                { 0, 0 },
            },
            [20, 100]
        );
        var paths = StructuralPaths.Upstream(DirectRequirements.Of(table, InputOrigin.All), [1, 0], [0, 0], new StructuralPathOptions());
        Assert.Empty(paths.Paths);
        Assert.Null(paths.Coverage);
    }

    [Fact]
    public void A_table_that_is_not_productive_is_refused()
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 0, 1.05 },
                { 1.05, 0 },
            },
            [-0.05, -0.05],
            output: [1, 1]
        );
        var direct = DirectRequirements.Of(table, InputOrigin.All);
        Assert.Throws<ModelException>(() => StructuralPaths.Upstream(direct, [1, 0], [1, 0], new StructuralPathOptions()));
    }

    [Theory]
    [InlineData(0, 0, 0, null)]
    [InlineData(1, 1.5, 0, null)]
    [InlineData(1, double.NaN, 0, null)]
    [InlineData(1, 0, -1, null)]
    [InlineData(1, 0, 0, -1)]
    public void Options_that_mean_nothing_are_refused(int count, double share, double value, int? tiers)
    {
        FlowTable table = SmallTables.Closed(
            new double[,]
            {
                { 0 },
            },
            [1]
        );
        var options = new StructuralPathOptions
        {
            Count = count,
            LeastShare = share,
            LeastValue = value,
            MostTiers = tiers,
        };
        Assert.Single(options.Faults);
        Assert.Throws<ArgumentException>(() => StructuralPaths.Upstream(DirectRequirements.Of(table, InputOrigin.All), [1], [1], options));
    }
}
