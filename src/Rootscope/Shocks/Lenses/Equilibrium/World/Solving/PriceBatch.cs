using System.Runtime.Intrinsics;
using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

/// <summary>Prices of many shocks at given factor prices.</summary>
/// <remarks>
/// Unit cost ĉ = CES(ŵ, P̂^M) / Â, price P̂ = (Σ π (κ̂ ĉ)^(1−ξ))^(1/(1−ξ)), materials P̂^M by input shares, all on logs. The map contracts
/// with the share of inputs in cost. P̂^(1−ξ) of all shocks is π times a matrix of powers, and what a shock changes in π is added flow by
/// flow.
/// </remarks>
internal sealed class PriceBatch
{
    /// <summary>A log price beyond e^60, 10^26 times the base, stands for one that grows without bound.</summary>
    public const double Ceiling = Ces.HighestLogPrice;

    private const int MostSweeps = 5_000;

    private readonly ShockBatch _lanes;
    private readonly WorldModel _model;
    private readonly int _width;
    private readonly double[] _terms;
    private readonly double[] _bundles;
    private readonly double[] _raw;
    private readonly bool[] _moving;

    public PriceBatch(ShockBatch lanes)
    {
        _lanes = lanes;
        _model = lanes.Model;
        _width = lanes.Count;
        int cells = _model.Cells * _width;
        Price = new double[cells];
        Materials = new double[cells];
        Bundle = new double[cells];
        Power = new double[cells];
        _raw = new double[cells];
        _terms = new double[_model.Products * _width];
        _bundles = new double[_model.Products * _width];
        _moving = new bool[_width];
    }

    /// <summary>Log price of each product to users [n·N + j].</summary>
    public double[] Price { get; }

    /// <summary>Log price of the inputs of each industry [n·N + k].</summary>
    public double[] Materials { get; }

    /// <summary>Log unit cost of each industry before productivity [n·N + k].</summary>
    public double[] Bundle { get; }

    /// <summary>ĉ^(1−ξ) − 1 of each origin, or ln ĉ where ξ is 1, productivity included [j·R + i].</summary>
    public double[] Power { get; }

    /// <summary>Solves the active lanes, from the last prices on.</summary>
    public void Solve(CancellationToken cancellation)
    {
        for (int lane = 0; lane < _width; lane++)
        {
            _moving[lane] = _lanes.Active[lane] && !_lanes.Failed[lane];
        }

        for (int sweep = 0; sweep < MostSweeps && _moving.Contains(true); sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            _lanes.CountWork(_moving);
            SetCosts();
            SetPrices();
        }

        for (int lane = 0; lane < _width; lane++)
        {
            _lanes.Failed[lane] |= _moving[lane];
        }

        // Costs of the prices that were found: the same however long other lanes went on.
        SetCosts();
    }

    private void SetCosts()
    {
        int n = _model.Products;
        for (int region = 0; region < _model.Regions; region++)
        {
            Span<double> prices = Price.AsSpan(region * n * _width, n * _width);
            foreach (InputGroup group in _model.Groups)
            {
                ReadOnlySpan<double> terms = prices;
                if (group.Elasticity != 1)
                {
                    LaneExponentials.ExpMinusOne(prices, 1 - group.Elasticity, _terms);
                    terms = _terms;
                }

                int size = group.Industries.Length;
                LaneProducts.Multiply(group.Rows.AsSpan(region * size * n, size * n), n, terms, _width, _bundles, _width, _width);
                for (int a = 0; a < size; a++)
                {
                    SetCost(region, group.Industries[a], group.Elasticity, a * _width);
                }
            }
        }

        for (int lane = 0; lane < _width; lane++)
        {
            foreach (ProductivityChange change in _lanes.Changes[lane].Productivity)
            {
                SetShockedPower(change, lane);
            }
        }
    }

    private void SetCost(int region, int industry, double amongInputs, int bundle)
    {
        int cell = (region * _model.Products) + industry;
        WorldElasticities elasticities = _model.Economy.Elasticities;
        double share = _model.Economy.ValueAddedShares[cell];
        double power = 1 - elasticities.ValueAddedInputs[industry];
        double among = 1 - amongInputs;
        double origins = 1 - elasticities.Origins[industry];
        int factor = _model.FactorOf(cell) * _width;
        for (int lane = 0; lane < _width; lane += LaneProducts.Width)
        {
            var sum = Vector256.LoadUnsafe(ref _bundles[bundle + lane]);
            Vector256<double> materials = among == 0 ? sum : LaneExponentials.LogOnePlus(sum) / Vector256.Create(among);
            var wage = Vector256.LoadUnsafe(ref LogFactor[factor + lane]);
            Vector256<double> cost =
                share == 1 ? wage
                : share == 0 ? materials
                : Pair(share, wage, materials, power);
            materials.StoreUnsafe(ref Materials[(cell * _width) + lane]);
            cost.StoreUnsafe(ref Bundle[(cell * _width) + lane]);
            Vector256<double> term = origins == 0 ? cost : LaneExponentials.ExpMinusOne(cost * Vector256.Create(origins));
            term.StoreUnsafe(ref Power[(((industry * _model.Regions) + region) * _width) + lane]);
        }
    }

    private double[] LogFactor => _lanes.LogFactor;

    private static Vector256<double> Pair(double share, Vector256<double> first, Vector256<double> second, double power)
    {
        var p = Vector256.Create(power);
        return power == 0
            ? (first * Vector256.Create(share)) + (second * Vector256.Create(1 - share))
            : LaneExponentials.LogOnePlus(
                (LaneExponentials.ExpMinusOne(first * p) * Vector256.Create(share))
                    + (LaneExponentials.ExpMinusOne(second * p) * Vector256.Create(1 - share))
            ) / p;
    }

    private void SetShockedPower(ProductivityChange change, int lane)
    {
        int industry = change.Cell % _model.Products;
        double origins = 1 - _model.Economy.Elasticities.Origins[industry];
        double cost = Bundle[(change.Cell * _width) + lane] - change.Log;
        Power[(((industry * _model.Regions) + (change.Cell / _model.Products)) * _width) + lane] =
            origins == 0 ? cost : AccurateExponentials.ExpMinusOne(origins * cost);
    }

    private void SetPrices()
    {
        int r = _model.Regions;
        for (int j = 0; j < _model.Products; j++)
        {
            LaneProducts.Multiply(
                _model.Economy.TradeShares.AsSpan(j * r * r, r * r),
                r,
                Power.AsSpan(j * r * _width, r * _width),
                _width,
                _raw.AsSpan(j * r * _width, r * _width),
                _width,
                _width
            );
        }

        for (int lane = 0; lane < _width; lane++)
        {
            foreach (TradeFlowChange change in _lanes.Changes[lane].Flows)
            {
                int row = change.Product * r;
                double power = Power[((row + change.Origin) * _width) + lane];
                bool logs = _model.Economy.Elasticities.Origins[change.Product] == 1;
                _raw[((row + change.Buyer) * _width) + lane] += logs ? change.LogCost : change.Weight * (power + 1);
            }
        }

        Span<double> largest = stackalloc double[_width];
        for (int lane = 0; lane < _width; lane += LaneProducts.Width)
        {
            MovePrices(lane).CopyTo(largest[lane..]);
        }

        for (int lane = 0; lane < _width; lane++)
        {
            bool none = !(largest[lane] < Ceiling);
            _lanes.Failed[lane] |= _moving[lane] && none;
            _moving[lane] &= !none && largest[lane] > _lanes.Tolerance[lane];
        }
    }

    /// <summary>
    /// Moves the prices of four lanes to the new; returns the largest change of each, infinite where a price is beyond the ceiling.
    /// </summary>
    private Vector256<double> MovePrices(int lane)
    {
        Vector256<double> mask = ShockBatch.MaskOf(_moving, lane);
        Vector256<double> largest = Vector256<double>.Zero;
        for (int j = 0; j < _model.Products; j++)
        {
            double power = 1 - _model.Economy.Elasticities.Origins[j];
            for (int buyer = 0; buyer < _model.Regions; buyer++)
            {
                var raw = Vector256.LoadUnsafe(ref _raw[(((j * _model.Regions) + buyer) * _width) + lane]);
                Vector256<double> price = power == 0 ? raw : LaneExponentials.LogOnePlus(raw) / Vector256.Create(power);
                ref double place = ref Price[(((buyer * _model.Products) + j) * _width) + lane];
                var last = Vector256.LoadUnsafe(ref place);
                Vector256<double> change = Vector256.Abs(price - last);
                Vector256<double> beyond = Vector256.GreaterThan(price, Vector256.Create(Ceiling));
                largest = Vector256.Max(largest, Vector256.ConditionalSelect(beyond, Vector256.Create(double.PositiveInfinity), change));
                Vector256.ConditionalSelect(mask, price, last).StoreUnsafe(ref place);
            }
        }

        return largest;
    }
}
