using System.Runtime.Intrinsics;
using Rootscope.Numerics;
using Rootscope.Numerics.Dense;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>The bundles of inputs of <see cref="CostCutBatch"/>: the price of every industry's bundle and of final use, a lane a cut.</summary>
/// <remarks>
/// <see cref="ImplicitIndex"/> over levels of elasticity, which is the CES index where there is one level. A call takes one step of
/// Newton's method from the prices of the last, so that bundles and prices settle together. One instance a thread.
/// </remarks>
internal sealed class BundleBatch
{
    private readonly int _n;
    private readonly int _lanes;
    private readonly StridedProducts _products;
    private readonly double[] _terms;
    private readonly double[] _prices;
    private readonly double[] _steps;
    private readonly double[] _own;
    private double[] _sums = [];
    private RegionEconomy _economy = null!;
    private SharesByLevel _shares = null!;
    private SharesByLevel _final = null!;

    public BundleBatch(int size, int lanes, StridedProducts products)
    {
        _n = size;
        _lanes = lanes;
        _own = new double[lanes];
        _products = products;
        _terms = new double[size * _lanes];
        _prices = new double[size * _lanes];
        _steps = new double[size * _lanes];
    }

    private int Levels => _shares.Levels.Levels.Count;

    /// <summary>Turns to an economy.</summary>
    public void Take(RegionEconomy economy)
    {
        _economy = economy;
        Array.Clear(_steps);
        _final = economy.FinalByLevel ?? SharesByLevel.Of(ProductLevels.One(_n), economy.Shares.FinalShare, _n);
        _shares = economy.InputsByLevel ?? SharesByLevel.Of(ProductLevels.One(_n), economy.Shares.InputShares, _n);
        if (_sums.Length < Levels * _n * _lanes)
        {
            _sums = new double[Levels * _n * _lanes];
        }
    }

    /// <summary>Forgets the last prices.</summary>
    public void Reset() => Array.Clear(_prices);

    /// <summary>Log prices of bundles, four lanes from a place.</summary>
    public Vector256<double> PriceAt(int at) => Vector256.LoadUnsafe(ref _prices[at]);

    /// <summary>By how much the last call moved them.</summary>
    public Vector256<double> StepAt(int at) => Vector256.LoadUnsafe(ref _steps[at]);

    /// <summary>Moves the prices of bundles towards those of their inputs.</summary>
    /// <param name="composite">Log prices of products to home users, [k · lanes + lane].</param>
    /// <param name="ownImports">Log price of imported own use, by lane.</param>
    public void SetPrices(double[] composite, double[] ownImports)
    {
        for (int g = 0; g < Levels; g++)
        {
            if (_shares.Levels.Levels[g].Elasticity is { } elasticity)
            {
                SetSums(g, composite, elasticity);
            }
        }

        foreach (BuyerGroup group in _economy.Elasticities.Groups)
        {
            if (_shares.Levels.Levels[^1].Elasticity is null)
            {
                SetSums(Levels - 1, composite, group.Elasticity);
            }

            Term(ownImports, 0, 1 - group.Elasticity, _own, 0);
            foreach (int j in group.Buyers)
            {
                Step(j, 1 - group.Elasticity);
            }
        }
    }

    /// <summary>The log price of final use in a lane.</summary>
    public double FinalIndex(double[] composite, int lane)
    {
        double general = _economy.Elasticities.FinalDemand;
        IReadOnlyList<ProductLevel> levels = _final.Levels.Levels;
        Span<double> powers = stackalloc double[levels.Count];
        Span<double> terms = stackalloc double[levels.Count];
        terms.Clear();
        for (int g = 0; g < levels.Count; g++)
        {
            double own = levels[g].Elasticity ?? general;
            powers[g] = 1 - own;
            for (int i = levels[g].Start; i < levels[g].Start + levels[g].Length; i++)
            {
                terms[g] +=
                    _final.Shares[i] == 0
                        ? 0
                        : _final.Shares[i] * ImplicitIndex.Term(composite[(_final.Levels.Order[i] * _lanes) + lane], own);
            }
        }

        return ImplicitIndex.Solve(powers, terms, _final.Weights, 0, exactSum: false).LogPrice;
    }

    /// <summary>Sums of terms over the products of a level, for every buyer and lane.</summary>
    private void SetSums(int g, double[] composite, double elasticity)
    {
        ProductLevel level = _shares.Levels.Levels[g];
        for (int i = 0; i < level.Length; i++)
        {
            Term(composite, _shares.Levels.Order[level.Start + i] * _lanes, 1 - elasticity, _terms, i * _lanes);
        }

        _products.Multiply(
            _sums.AsSpan(g * _n * _lanes, _n * _lanes),
            _shares.Shares.AsSpan(level.Start),
            _n,
            _terms,
            _n,
            level.Length,
            _lanes,
            ProductMode.Store
        );
    }

    private void Term(double[] prices, int from, double power, double[] terms, int to)
    {
        for (int lane = 0; lane < _lanes; lane += LaneExponentials.Width)
        {
            var price = Vector256.LoadUnsafe(ref prices[from + lane]);
            (power == 0 ? price : LaneExponentials.ExpMinusOne(price * Vector256.Create(power)) / Vector256.Create(power)).StoreUnsafe(
                ref terms[to + lane]
            );
        }
    }

    /// <summary>One step of Newton's method for the bundle of a buyer.</summary>
    private void Step(int buyer, double buyerPower)
    {
        if (_economy.Shares.Inputs[buyer] <= 0)
        {
            return;
        }

        double abroad = _economy.Shares.OwnImportShare[buyer];
        for (int lane = 0; lane < _lanes; lane += LaneExponentials.Width)
        {
            int cell = (buyer * _lanes) + lane;
            var at = Vector256.LoadUnsafe(ref _prices[cell]);
            Vector256<double> value = Vector256<double>.Zero;
            Vector256<double> slope = Vector256<double>.Zero;
            for (int g = 0; g < Levels; g++)
            {
                double weight = _shares.Weights[(buyer * Levels) + g];
                if (weight != 0)
                {
                    double power = _shares.Levels.Levels[g].Elasticity is { } own ? 1 - own : buyerPower;
                    Add(at, power, weight, Vector256.LoadUnsafe(ref _sums[(g * _n * _lanes) + cell]), ref value, ref slope);
                }
            }

            if (abroad > 0)
            {
                Add(at, buyerPower, abroad, Vector256.Create(abroad) * Vector256.LoadUnsafe(ref _own[lane]), ref value, ref slope);
            }

            Vector256<double> step = value / slope;
            step.StoreUnsafe(ref _steps[cell]);
            (at + step).StoreUnsafe(ref _prices[cell]);
        }
    }

    /// <summary>What a level adds to the value and the slope of <see cref="ImplicitIndex"/>.</summary>
    private static void Add(
        Vector256<double> at,
        double power,
        double weight,
        Vector256<double> sum,
        ref Vector256<double> value,
        ref Vector256<double> slope
    )
    {
        var w = Vector256.Create(weight);
        if (power == 0)
        {
            value += sum - (w * at);
            slope += w;
            return;
        }

        var b = Vector256.Create(power);
        Vector256<double> less = LaneExponentials.ExpMinusOne(at * Vector256.Create(-power));
        Vector256<double> more = less + Vector256<double>.One;
        value += (more * sum) + (w * less / b);
        slope += more * ((b * sum) + w);
    }
}
