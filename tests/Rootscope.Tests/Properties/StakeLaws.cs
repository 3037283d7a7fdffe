using CsCheck;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Stake;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>The laws of what is at stake (docs/methods/stake.md), over random economies in which one product is a capital good.</summary>
public class StakeLaws
{
    /// <summary>
    /// Supply is met to 1e-12 and prices and quantities are solved to 1e-13; sums over years err by less than 1e-8 of themselves.
    /// </summary>
    private const double Solver = 1e-9;

    /// <summary>A sum over years may err by this share of itself where a limit begins to bind.</summary>
    private const double Quadrature = 1e-6;

    /// <summary>Walras' law is a sum of some dozen terms of the size of final spending.</summary>
    private const double Budget = 1e-12;

    /// <summary>Sums of four hundred trapezes, and a kink where services become scarce.</summary>
    private const double Trapezes = 1e-4;

    private const int Cases = 15;

    internal static readonly Gen<Case> AnyCase =
        from table in RandomEconomies.Open
        from wear in Gen.Double[0.05, 0.9].Array[table.Size]
        from depreciation in Gen.Double[0.03, 0.4]
        from years in Gen.Double[0.6, 6]
        from rating in Gen.Double[0, 0.9].Array[table.Size]
        from product in Gen.Int[0, table.Size - 1]
        from scope in Gen.Int[0, 2]
        select new Case(table, wear, depreciation, years, rating, product, (SupplyScope)scope);

    [Fact]
    public void A_small_cut_costs_nothing_to_first_order() =>
        AnyCase.ForAll(
            it =>
            {
                // What grows with the square of the cut falls by a hundred when the cut falls by ten; what grows with the cut, by ten.
                if (it.AtStake(o => o with { Cut = 0.03 }) is { } large && it.AtStake(o => o with { Cut = 0.003 }) is { } small)
                {
                    Assert.True(small <= (large / 40) + Solver, $"{small:R} and {large:R}");
                }
            },
            Cases
        );

    [Fact]
    public void More_is_at_stake_the_more_is_missing() =>
        Rises(it => it.AtStake(o => o with { Cut = 0.2 }), it => it.AtStake(o => o with { Cut = 0.4 }));

    [Fact]
    public void More_is_at_stake_the_longer_it_lasts() => Rises(it => (it with { Years = 0.7 * it.Years }).AtStake(), it => it.AtStake());

    [Fact]
    public void More_is_at_stake_the_more_years_count() => Rises(it => it.AtStake(o => o with { AtMostYears = 1 }), it => it.AtStake());

    [Fact]
    public void More_is_at_stake_the_faster_capital_wears_out() =>
        Rises(it => (it with { Depreciation = 0.5 * it.Depreciation }).AtStake(), it => it.AtStake());

    [Fact]
    public void Less_is_at_stake_the_more_easily_the_product_is_replaced() => Rises(it => it.AtStake(), it => it.Harder().AtStake());

    [Fact]
    public void Two_limits_lose_at_least_what_their_sum_does() =>
        Rises(it => it.LossAt(StakeCapital.Flow, new Shortage(0.4, 0)), it => it.LossAt(StakeCapital.Stock, new Shortage(0.4, 0.4)));

    [Fact]
    public void Losses_to_come_count_less_when_discounted() => Rises(it => it.AtStake(o => o with { Discount = 0.1 }), it => it.AtStake());

    [Fact]
    public void Of_what_nobody_uses_nothing_is_at_stake()
    {
        Case it = Fixed();
        StakeRow row = it.Row(o => o, it.With(unused: true));
        Assert.Equal(CutStatus.NoUse, row.Status);
        Assert.Equal(0, row.AtStakeShare);
    }

    [Fact]
    public void Households_spend_what_the_factor_and_rents_bring_in() =>
        AnyCase.ForAll(
            it =>
            {
                StakeOptions options = it.Options();
                var solver = StakeSolver.Of(it.Inputs(), options);
                ShortageSolver workspace = solver.NewWorkspace();
                var scarce = ScarceProduct.Of(solver.Economy, it.Product, options.Supply);
                if (scarce.Flow > 0 && solver.Economy.IsUsed(it.Product, options.Supply))
                {
                    workspace.Take(scarce);
                    if (workspace.Solve(1, new Shortage(0.4, 0.3), CancellationToken.None).Status == CutStatus.Ok)
                    {
                        Assert.True(Math.Abs(workspace.BudgetGap) <= Budget, $"misses {workspace.BudgetGap:R}");
                    }
                }
            },
            Cases
        );

    [Fact]
    public void Neither_the_order_of_products_nor_the_unit_of_money_matters() =>
        AnyCase.ForAll(
            it =>
            {
                double? plain = it.AtStake();
                int n = it.Table.Size;
                int[] order = [.. Enumerable.Range(0, n).Select(i => (i + 1) % n)];
                var turned = new Case(
                    RandomEconomies.Permute(it.Table, order),
                    [.. order.Select(i => it.Wear[i])],
                    it.Depreciation,
                    it.Years,
                    [.. order.Select(i => it.Rating[i])],
                    Array.IndexOf(order, it.Product),
                    it.Scope
                );
                Same(plain, turned.AtStake());
                Same(plain, (it with { Table = TableRelabelling.Scale(it.Table, 1000) }).AtStake());
            },
            Cases
        );

    [Fact]
    public void A_ranking_is_the_same_bits_on_any_number_of_threads()
    {
        Case it = Fixed();
        StakeRanking one = StakeRanking.Of(it.Inputs(), it.Options());
        StakeRanking three = StakeRanking.Of(it.Inputs(), it.Options(), threads: 3);
        Assert.Equal(one.Rows, three.Rows);
        Assert.Equal([.. Enumerable.Range(1, it.Table.Size)], one.Rows.Select(r => r.Rank));
    }

    [Fact]
    public void The_path_passes_through_what_is_summed()
    {
        Case it = Fixed();
        IReadOnlyList<StakeMoment> path = StakePath.Of(it.Inputs(), it.Options(), new(it.Product), steps: 2000);
        double sum = 0;
        foreach (
            (StakeMoment a, StakeMoment b) in path.Zip(path.Skip(1)).Where(p => p.Second.Years <= it.Years && p.Second.MissingFlow > 0)
        )
        {
            sum += 0.5 * (a.Loss!.Value + b.Loss!.Value) * (b.Years - a.Years);
        }

        // Trapezes of two days each.
        Close.Equal(it.AtStake()!.Value, sum, 1e-4);
    }

    [Fact]
    public void Where_nothing_is_missing_nobody_loses()
    {
        AnyCase.ForAll(
            it =>
            {
                // What is lost grows at most with the cut: a cut ten times smaller loses ten times less, up to its square.
                if (
                    it.Losses(o => o with { Cut = 0.02 }) is { Output: { } large }
                    && it.Losses(o => o with { Cut = 0.002 }) is { Output: { } small }
                )
                {
                    double most = large.Max(Math.Abs);
                    Assert.True(small.Max(Math.Abs) <= (most / 5) + Solver, $"{small.Max(Math.Abs):R} and {most:R}");
                }
            },
            Cases
        );
        Case it = Fixed();
        StakeLosses unused = StakeLosses.Of(it.With(unused: true), it.Options(), new(it.Product), TestContext.Current.CancellationToken);
        Assert.Equal(CutStatus.NoUse, unused.Status);
        Assert.All(unused.Output!, fall => Assert.Equal(0, fall));
    }

    [Fact]
    public void Final_users_lose_what_is_at_stake() => AnyCase.ForAll(it => Assert.Equal(it.AtStake(), it.Losses().FinalSpending), Cases);

    [Fact]
    public void Of_a_product_that_does_not_last_its_makers_lose_what_is_cut_for_as_long_as_it_is_missing() =>
        AnyCase.ForAll(
            any =>
            {
                Case it = any with { Wear = new double[any.Table.Size], Scope = SupplyScope.Domestic };
                StakeOptions options = it.Options();
                if (it.Losses() is { Status: CutStatus.Ok, Output: { } falls })
                {
                    Close.Equal(options.Cut * Math.Min(it.Years, options.AtMostYears), falls[it.Product], Quadrature);
                }
            },
            Cases
        );

    [Fact]
    public void What_industries_lose_is_the_sum_of_what_each_year_loses()
    {
        Case it = Fixed();
        IReadOnlyList<double> sum = it.Losses().Output!;
        var trapezes = new double[sum.Count];
        const int Steps = 400;
        double[] before = [];
        for (int step = 0; step <= Steps; step++)
        {
            double[] now = [.. it.Losses(o => o with { YearAlone = it.Years * step / Steps }).Output!];
            for (int i = 0; i < now.Length && before.Length > 0; i++)
            {
                trapezes[i] += 0.5 * (before[i] + now[i]) * it.Years / Steps;
            }

            before = now;
        }

        Assert.All(sum.Zip(trapezes), pair => Assert.InRange(pair.Second, pair.First - Trapezes, pair.First + Trapezes));
        Assert.Contains(sum, fall => fall > 0.01);
    }

    [Fact]
    public void Every_fault_of_a_question_is_told_at_once()
    {
        ModelException fault = Assert.Throws<ModelException>(() =>
            (Fixed().Options() with { Cut = 1, AtMostYears = 0, Discount = -1, ExportsElasticity = double.NaN }).Validate()
        );
        Assert.All(
            new[] { "cut is 1", "count for 0 years", "rate is -1", "exports is NaN" },
            word => Assert.Contains(word, fault.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_ranking_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Case it = Fixed();
        Assert.ThrowsAny<OperationCanceledException>(() => StakeRanking.Of(it.Inputs(), it.Options(), cancellation: stop.Token));
    }

    private static void Rises(Func<Case, double?> less, Func<Case, double?> more) =>
        AnyCase.ForAll(
            it =>
            {
                if (less(it) is { } low && more(it) is { } high)
                {
                    Assert.True(low <= (high * (1 + Quadrature)) + Solver, $"{low:R} and {high:R}");
                }
            },
            Cases
        );

    private static void Same(double? a, double? b)
    {
        Assert.Equal(a is null, b is null);
        Assert.True(a is null || Math.Abs(a.Value - b!.Value) <= Solver, $"{a:R} and {b:R}");
    }

    private static Case Fixed() =>
        new(
            RandomEconomies.Build(
                3,
                [0.2, 0.5, 0.3, 0.6, 0.1, 0.4, 0.3, 0.4, 0.2],
                [0.5, 0.4, 0.6],
                [3, 2, 6],
                [0.1, 0.3, 0.2],
                [1, 2, 0.5]
            ),
            [0.3, 0.6, 0.4],
            0.15,
            3.5,
            [0.2, 0.6, 0.4],
            1,
            SupplyScope.All
        );

    /// <summary>An economy, part of whose flows of one product is the use of a capital good.</summary>
    internal sealed record Case(
        FlowTable Table,
        double[] Wear,
        double Depreciation,
        double Years,
        double[] Rating,
        int Product,
        SupplyScope Scope
    )
    {
        public StakeOptions Options()
        {
            string[] codes = [.. Table.Sectors.Industries.Select(i => i.Code)];
            ElasticitySet Set(double easy, double hard) =>
                new(
                    "random",
                    [
                        new Elasticity(Nest.ValueAddedInputs, string.Empty, 0.5, "given"),
                        new Elasticity(Nest.AmongInputs, string.Empty, 0.1, "given"),
                        new Elasticity(Nest.DomesticImported, string.Empty, 1, "given"),
                        new Elasticity(Nest.FinalDemand, string.Empty, 0.9, "given"),
                        .. codes.SelectMany((code, i) => Rated(code, new ElasticityRange(easy, hard).At(Rating[i]))),
                    ]
                );
            return new StakeOptions
            {
                Elasticities = new HorizonElasticities(Set(2, 0.05), Set(3, 0.2), Set(4.3, 0.8)),
                Supply = Scope,
                Cut = 0.4,
            };
        }

        /// <summary>The same with every product harder to replace, in the same years.</summary>
        public Case Harder() => this with { Rating = [.. Rating.Select(r => r + 0.1)] };

        public StakeInputs Inputs() => With(unused: false);

        public StakeInputs With(bool unused)
        {
            int n = Table.Size;
            double[] support = Table.Flows.ToArray();
            double[] flows = Table.Flows.ToArray();
            for (int j = 0; j < n; j++)
            {
                int cell = (Product * n) + j;
                support[cell] = unused ? 0 : support[cell];
                flows[cell] = unused ? 0 : flows[cell] * (1 - Wear[j]);
            }

            return new StakeInputs(
                WithFlows(flows, unused),
                WithFlows(support, unused),
                [.. Enumerable.Repeat(Years, n)],
                [.. Enumerable.Repeat(Depreciation, n)]
            );
        }

        public double? AtStake(Func<StakeOptions, StakeOptions>? change = null) => Row(change ?? (o => o), Inputs()).AtStakeShare;

        public StakeLosses Losses(Func<StakeOptions, StakeOptions>? change = null) =>
            StakeLosses.Of(Inputs(), (change ?? (o => o))(Options()), new(Product));

        public StakeRow Row(Func<StakeOptions, StakeOptions> change, StakeInputs inputs)
        {
            var solver = StakeSolver.Of(inputs, change(Options()));
            return solver.RowOf(Product, solver.NewWorkspace(), CancellationToken.None);
        }

        /// <summary>The loss of a year, one year after.</summary>
        public double? LossAt(StakeCapital capital, Shortage shortage)
        {
            StakeOptions options = Options() with { Capital = capital };
            var solver = StakeSolver.Of(Inputs(), options);
            var scarce = ScarceProduct.Of(solver.Economy, Product, Scope);
            ShortageSolver workspace = solver.NewWorkspace();
            workspace.Take(scarce);
            ShortageSolution solution = workspace.Solve(1, shortage, CancellationToken.None);
            return solution.Status == CutStatus.Ok ? solution.Loss : null;
        }

        private static Elasticity[] Rated(string code, double value) =>
            [new Elasticity(Nest.ProductInputs, code, value, "given"), new Elasticity(Nest.DomesticImported, code, value, "given")];

        private FlowTable WithFlows(double[] flows, bool unused)
        {
            int k = Table.FinalDemandCategories.Count;
            double[] final = Table.FinalDemand.ToArray();
            double[] output = Table.Output.ToArray();
            double[]? imports = Table.HasImports ? Table.Imports.ToArray() : null;
            if (unused)
            {
                final.AsSpan(Product * k, k).Clear();
                output[Product] = 1;
                imports?.AsSpan(Product, 1).Clear();
            }

            return new FlowTable(
                new FlowTableParts
                {
                    Metadata = Table.Metadata,
                    Sectors = Table.Sectors,
                    FinalDemandCategories = Table.FinalDemandCategories,
                    ValueAddedCategories = [],
                    Flows = flows,
                    FinalDemand = final,
                    ValueAdded = [],
                    Output = output,
                    Imports = imports,
                }
            );
        }
    }
}
