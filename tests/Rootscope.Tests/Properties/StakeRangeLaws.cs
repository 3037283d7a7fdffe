using CsCheck;
using Rootscope.Roots;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Stake;
using Rootscope.Storage;
using Rootscope.Storage.Capital;
using Rootscope.Tables;
using Rootscope.Tables.Capital;

namespace Rootscope.Tests.Properties;

/// <summary>What is at stake over the whole range of cuts: a figure or a status, within a stated amount of work.</summary>
public class StakeRangeLaws
{
    /// <summary>The range: from what no user notices to what leaves nothing.</summary>
    private static readonly double[] Cuts = [1e-9, 1e-6, 1e-3, 0.1, 0.5, 0.9, 0.97, 0.98, 0.99, 0.999, 1 - 1e-6, 1 - 1e-9];

    /// <summary>
    /// Solves of prices and quantities for one product: some eighty moments, of which most take a few solves, a jump of limits dozens, and
    /// one that no price achieves as many as a search is allowed.
    /// </summary>
    private const int MostSolves = 4_000;

    private const int Audio = 92;
    private const int Special = 77;
    private const int Trade = 108;

    /// <summary>Supply is met to 1e-12 of itself, sums over years err by 1e-8 of themselves, more where a limit begins to bind.</summary>
    private const double Slack = 1e-9;
    private const double Quadrature = 1e-6;

    /// <summary>A loss above this has digits enough at the least cut that is solved to tell how it goes on below.</summary>
    private const double LeastTold = 1e-8;

    [Fact(Timeout = 240_000)]
    public async Task Every_cut_of_a_random_economy_has_a_figure_or_a_status()
    {
        await Task.Yield();
        StakeLaws.AnyCase.ForAll(
            it =>
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                Require(it.Inputs(), it.Options(), it.Product, $"{it.Product} {it.Scope}");
            },
            count: 15
        );
    }

    [Theory(Timeout = 240_000)]
    [InlineData(0.9)]
    [InlineData(0)]
    public async Task Every_cut_of_an_embedded_table_has_a_figure_or_a_status(double exports)
    {
        await Task.Yield();
        (StakeInputs inputs, StakeOptions options) = China();

        // Audio-visual equipment, which half of all cuts deeper than 0.97 cannot be made of; special machinery, a capital good; wholesale.
        // Without replacement among exports, as all cuts were read before, the hardest of them is enough for the normal run.
        foreach (int product in exports == 0 && !Laws.AsksForMore ? [Audio] : (int[])[Audio, Special, Trade])
        {
            foreach (SupplyScope scope in Enum.GetValues<SupplyScope>())
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                Require(inputs, options with { Supply = scope, ExportsElasticity = exports }, product, $"{product} {scope} {exports}");
            }
        }
    }

    /// <summary>At a cut of 0.99 the page of machinery for semiconductors told a loss of 97% of a year without a word.</summary>
    [Theory(Timeout = 60_000)]
    [InlineData(0.5, CutStatus.Ok)]
    [InlineData(0.8, CutStatus.Ok)]
    [InlineData(0.99, CutStatus.Extrapolated)]
    public async Task A_figure_that_elasticities_do_not_carry_says_so(double cut, CutStatus status)
    {
        await Task.Yield();
        (StakeInputs inputs, StakeOptions options) = China();
        StakeRow row = StakeRanking
            .Of(
                inputs,
                options with
                {
                    Cut = cut,
                    Supply = SupplyScope.Imported,
                },
                [new(Special)],
                1,
                null,
                TestContext.Current.CancellationToken
            )
            .Rows[0];
        Assert.Equal(status, row.Status);
        Assert.Equal(status == CutStatus.Extrapolated, row.Strain > StakeRanking.FarthestStrain);
        Assert.NotNull(row.AtStakeShare);
        StakeMoment first = StakePath.At(
            inputs,
            options with
            {
                Cut = cut,
                Supply = SupplyScope.Imported,
            },
            new(Special),
            [0.1],
            TestContext.Current.CancellationToken
        )[0];
        Assert.Equal(status, first.Status);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_at_stake_with_a_tiny_cut_goes_with_its_square()
    {
        await Task.Yield();
        StakeLaws.AnyCase.ForAll(
            it =>
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                if (it.AtStake(o => o with { Cut = 1e-3 }) is { } small and > LeastTold)
                {
                    // A straight line over the square: a thousandth farther from 0 changes it by less than a twentieth.
                    Assert.Equal(1, it.AtStake(o => o with { Cut = 1e-9 })!.Value / small * 1e12, 0.05);
                    Assert.Equal(
                        1,
                        it.AtStake(o => o with { Cut = 1e-6 })!.Value / it.AtStake(o => o with { Cut = 1e-9 })!.Value / 1e6,
                        1e-3
                    );

                    // Nothing jumps where solving begins.
                    Assert.Equal(1, it.AtStake(o => o with { Cut = 1e-3 * (1 - 1e-12) })!.Value / small, 1e-3);
                    StakeOptions tiny = it.Options() with { Cut = 1e-9 };
                    StakeMoment moment = StakePath.At(it.Inputs(), tiny, new(it.Product), [0.25])[0];
                    StakeMoment solved = StakePath.At(it.Inputs(), tiny with { Cut = 1e-3 }, new(it.Product), [0.25])[0];
                    Assert.Equal(1, moment.MissingFlow / solved.MissingFlow * 1e6, 1e-9);
                    Assert.InRange(moment.FlowPrice!.Value, 1, 1 + (1e-5 * (solved.FlowPrice!.Value - 1)));
                }
            },
            count: 20
        );
    }

    private static void Require(StakeInputs inputs, StakeOptions options, int product, string about)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        double last = 0;
        bool ended = false;
        foreach (double cut in Cuts)
        {
            var solver = StakeSolver.Of(inputs, options with { Cut = cut });
            ShortageSolver workspace = solver.NewWorkspace();
            StakeRow row = solver.RowOf(product, workspace, cancellation);
            string at = $"{about}, cut {cut:R}: {row.Status}, {row.AtStakeShare:R} after {last:R}, strain {row.Strain:R}";
            Assert.True(workspace.Evaluations <= MostSolves, $"{at}, {workspace.Evaluations} solves");
            switch (row.Status)
            {
                case CutStatus.Ok or CutStatus.Extrapolated:
                    double most = Math.Min(row.YearsToReplace, options.AtMostYears);
                    Assert.True(!ended && row.AtStakeShare is { } share && share >= 0 && share <= most, at);
                    Assert.True(row.AtStakeShare >= (last * (1 - Quadrature)) - Slack, at);
                    Assert.True(double.IsFinite(row.Leverage!.Value) && double.IsFinite(row.TailShare!.Value), at);
                    Assert.Equal(row.Strain > StakeRanking.FarthestStrain, row.Status == CutStatus.Extrapolated);
                    last = row.AtStakeShare!.Value;
                    break;
                case CutStatus.NoUse:
                    Assert.True(row.AtStakeShare == 0, at);
                    break;
                default:
                    // Next to nothing is left, and no price makes users give up the rest.
                    Assert.True(row.Status == CutStatus.NotRepresented && cut >= 0.9, at);
                    Assert.True(row is { AtStakeShare: null, Leverage: null, TailShare: null, Strain: null }, at);
                    ended = true;
                    break;
            }
        }
    }

    private static (StakeInputs Inputs, StakeOptions Options) China()
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        ElasticitySet Rated(string set) => IrreplaceabilityData.Rate(ElasticitySets.Read(set), table);
        CapitalEvidence evidence = CapitalData.For(table, []);
        FlowTable support = CapitalUse.Of(table, evidence.Flows).Table;
        int n = table.Size;
        return (
            new StakeInputs(
                table,
                support,
                [.. Enumerable.Range(0, n).Select(i => i == Special ? 10.0 : 4.0)],
                [.. table.Sectors.Industries.Select(i => evidence.Depreciation[i.Code])]
            ),
            new StakeOptions { Elasticities = new HorizonElasticities(Rated("short-run"), Rated("medium-run"), Rated("long-run")) }
        );
    }
}
