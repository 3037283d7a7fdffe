using System.Runtime.Intrinsics;
using Rootscope.Numerics;
using Rootscope.Numerics.Dense;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>
/// Cost cuts of many products side by side: the prices of <see cref="PriceSystem"/>, a lane a cut, the sums over inputs as products of
/// matrices.
/// </summary>
/// <remarks>
/// The same equations as <see cref="PriceSolver"/> solves one cut at a time. Each sweep takes what the price map misses, lets it settle as
/// small pushes do (<see cref="PassThroughMatrix"/>) and adds it: about seven sweeps. A lane is settled when what it still misses bears on
/// final prices by less than <see cref="Tolerance"/> of the first-order loss, and is then left alone; its figures do not depend on the
/// other lanes. _lanes that do not settle are left to <see cref="PriceSolver"/>, which also knows a collapse. One instance a thread.
/// </remarks>
internal sealed class CostCutBatch
{
    /// <summary>Cuts that are solved together: as many as keep the sums by level in the second cache.</summary>
    private const int MostLanes = 48;

    /// <summary>Of the loss: far below what draws differ by, and far above rounding.</summary>
    public const double Tolerance = 1e-8;

    /// <summary>Newton's method squares its error: a step of this much of the loss leaves less than <see cref="Tolerance"/>.</summary>
    private const double LastStep = 1e-4;

    private const int MostSweeps = 40;

    private readonly int _n;
    private readonly int _lanes;
    private readonly double[] _settling;
    private readonly StridedProducts _products;
    private readonly BundleBatch _bundles;
    private readonly double[] _home;
    private readonly double[] _missed;
    private readonly double[] _composite;
    private readonly double[] _basket;
    private readonly double[] _gap;
    private readonly double[] _steps;
    private readonly int[] _product;
    private readonly bool[] _settled;

    /// <summary>Takes the memory.</summary>
    /// <param name="size">Number of products.</param>
    /// <param name="cuts">How many cuts will be solved at a time.</param>
    /// <param name="settling">How prices settle in an economy like those that are cut.</param>
    public CostCutBatch(int size, int cuts, double[] settling)
    {
        _n = size;
        _settling = settling;

        // Groups of the same size, filled up to whole vectors.
        int groups = (Math.Max(cuts, 1) + MostLanes - 1) / MostLanes;
        _lanes = RoundUp((Math.Max(cuts, 1) + groups - 1) / groups);
        _products = new StridedProducts(Math.Max(size, _lanes));
        _bundles = new BundleBatch(size, _lanes, _products);
        _basket = new double[_lanes];
        _gap = new double[_lanes];
        _steps = new double[_lanes];
        _product = new int[_lanes];
        _settled = new bool[_lanes];
        _home = new double[size * _lanes];
        _missed = new double[size * _lanes];
        _composite = new double[size * _lanes];
    }

    /// <summary>Solves cost cuts of products that are supplied.</summary>
    /// <param name="economy">The economy; its base quantities are not used.</param>
    /// <param name="weights">Its first-order elasticities.</param>
    /// <param name="products">The products, each cut for itself.</param>
    /// <param name="share">Share of supply that is cut, below 1.</param>
    /// <param name="scope">Which supply is cut.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <returns>One outcome a product, in their order, without reach.</returns>
    public CutOutcome[] Solve(
        RegionEconomy economy,
        FirstOrderElasticities weights,
        ReadOnlySpan<int> products,
        double share,
        SupplyScope scope,
        CancellationToken cancellation
    )
    {
        _bundles.Take(economy);
        var outcomes = new CutOutcome[products.Length];
        for (int at = 0; at < products.Length; at += _lanes)
        {
            int count = Math.Min(_lanes, products.Length - at);
            _product.AsSpan().Fill(-1);
            products.Slice(at, count).CopyTo(_product);
            int sweeps = Settle(economy, weights, -Math.Log(1 - share), scope, cancellation);
            for (int lane = 0; lane < count; lane++)
            {
                var cut = new SupplyCut(new(products[at + lane]), share, scope);
                outcomes[at + lane] = _settled[lane]
                    ? new CutOutcome(
                        cut,
                        CutStatus.Ok,
                        -AccurateExponentials.ExpMinusOne(-_bundles.FinalIndex(_composite, lane)),
                        null,
                        sweeps,
                        _gap[lane]
                    )
                    : EquilibriumCuts.OutcomeOf(cut, new PriceSolver(economy).Solve(PriceShock.OfCost(cut), cancellation));
            }
        }

        return outcomes;
    }

    private static int RoundUp(int lanes) => (lanes + LaneExponentials.Width - 1) / LaneExponentials.Width * LaneExponentials.Width;

    private int Settle(
        RegionEconomy economy,
        FirstOrderElasticities weights,
        double rise,
        SupplyScope scope,
        CancellationToken cancellation
    )
    {
        Array.Clear(_home);
        _bundles.Reset();
        for (int lane = 0; lane < _lanes; lane++)
        {
            _settled[lane] = _product[lane] < 0;
        }

        for (int sweep = 1; sweep <= MostSweeps; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            SetComposite(economy, rise, scope);
            _bundles.SetPrices(_composite, _basket);
            Miss(economy, weights, rise, scope);
            if (!AnyLeft(weights, rise, scope))
            {
                return sweep;
            }

            _products.Multiply(_home, _settling, _n, _missed, _n, _n, _lanes, ProductMode.Add);
        }

        return MostSweeps;
    }

    /// <summary>Prices of products to home users from those of home output and of imports.</summary>
    private void SetComposite(RegionEconomy economy, double rise, SupplyScope scope)
    {
        CalibratedShares shares = economy.Shares;
        SetBasket(economy);
        for (int k = 0; k < _n; k++)
        {
            double m = shares.ImportShare[k];
            double power = 1 - economy.Elasticities.DomesticImported[k];
            for (int lane = 0; lane < _lanes; lane += LaneExponentials.Width)
            {
                var home = Vector256.LoadUnsafe(ref _home[(k * _lanes) + lane]);
                Vector256<double> imports =
                    Vector256.LoadUnsafe(ref _basket[lane])
                    + (scope == SupplyScope.Domestic ? Vector256<double>.Zero : RiseOf(k, lane, rise));
                (
                    m == 0 ? home
                    : m == 1 ? imports
                    : Pair(1 - m, home, imports, power)
                ).StoreUnsafe(ref _composite[(k * _lanes) + lane]);
            }
        }
    }

    private void SetBasket(RegionEconomy economy)
    {
        Array.Clear(_basket);
        double[] weights = economy.Shares.ExportShare;
        double power = 1 - economy.Options.ExportsElasticity;
        for (int lane = 0; economy.Options.Trade == TradeClosure.Balanced && lane < _lanes; lane += LaneExponentials.Width)
        {
            Vector256<double> sum = Vector256<double>.Zero;
            for (int i = 0; i < _n; i++)
            {
                if (weights[i] != 0)
                {
                    var home = Vector256.LoadUnsafe(ref _home[(i * _lanes) + lane]);
                    sum +=
                        Vector256.Create(weights[i]) * (power == 0 ? home : LaneExponentials.ExpMinusOne(home * Vector256.Create(power)));
                }
            }

            (power == 0 ? sum : LaneExponentials.LogOnePlus(sum) / Vector256.Create(power)).StoreUnsafe(ref _basket[lane]);
        }
    }

    /// <summary>What the price map misses, and by how much that bears on final prices.</summary>
    private void Miss(RegionEconomy economy, FirstOrderElasticities weights, double rise, SupplyScope scope)
    {
        Array.Clear(_gap);
        Array.Clear(_steps);
        CalibratedShares shares = economy.Shares;
        for (int j = 0; j < _n; j++)
        {
            double power = 1 - economy.Elasticities.ValueAddedInputs[j];
            double inputs = 1 - shares.ValueAddedShare[j];
            var weight = Vector256.Create(weights.ElasticityOf(j, SupplyScope.Domestic));
            for (int lane = 0; lane < _lanes; lane += LaneExponentials.Width)
            {
                int at = (j * _lanes) + lane;
                Vector256<double> bundle = _bundles.PriceAt(at);
                Vector256<double> cost =
                    inputs == 0 ? Vector256<double>.Zero
                    : inputs == 1 ? bundle
                    : Pair(shares.ValueAddedShare[j], Vector256<double>.Zero, bundle, power);
                cost += scope == SupplyScope.Imported ? Vector256<double>.Zero : RiseOf(j, lane, rise);
                Vector256<double> missed = cost - Vector256.LoadUnsafe(ref _home[at]);
                missed.StoreUnsafe(ref _missed[at]);
                (Vector256.LoadUnsafe(ref _gap[lane]) + (weight * Vector256.Abs(missed))).StoreUnsafe(ref _gap[lane]);
                (
                    Vector256.LoadUnsafe(ref _steps[lane]) + (weight * Vector256.Create(inputs) * Vector256.Abs(_bundles.StepAt(at)))
                ).StoreUnsafe(ref _steps[lane]);
            }
        }
    }

    /// <summary>Marks the lanes that have settled and takes them out of the next sweep; whether any is left.</summary>
    private bool AnyLeft(FirstOrderElasticities weights, double rise, SupplyScope scope)
    {
        bool left = false;
        for (int lane = 0; lane < _lanes; lane++)
        {
            if (!_settled[lane])
            {
                double loss = rise * weights.ElasticityOf(_product[lane], scope);
                _settled[lane] = _gap[lane] <= Tolerance * loss && _steps[lane] <= LastStep * loss;
                left |= !_settled[lane];
            }

            for (int at = lane; _settled[lane] && at < _missed.Length; at += _lanes)
            {
                _missed[at] = 0;
            }
        }

        return left;
    }

    private Vector256<double> RiseOf(int product, int lane, double rise) =>
        Vector256.Create(
            _product[lane] == product ? rise : 0,
            _product[lane + 1] == product ? rise : 0,
            _product[lane + 2] == product ? rise : 0,
            _product[lane + 3] == product ? rise : 0
        );

    /// <summary><see cref="Ces.Pair"/> of four lanes; 1 − elasticity is the power.</summary>
    private static Vector256<double> Pair(double firstShare, Vector256<double> first, Vector256<double> second, double power)
    {
        var share = Vector256.Create(firstShare);
        var rest = Vector256.Create(1 - firstShare);
        if (power == 0)
        {
            return (share * first) + (rest * second);
        }

        var p = Vector256.Create(power);
        Vector256<double> sum = (share * LaneExponentials.ExpMinusOne(first * p)) + (rest * LaneExponentials.ExpMinusOne(second * p));
        return LaneExponentials.LogOnePlus(sum) / p;
    }
}
