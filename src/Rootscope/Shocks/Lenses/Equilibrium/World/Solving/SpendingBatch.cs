using System.Runtime.Intrinsics;
using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

/// <summary>
/// Spending of many shocks that follows from prices and factor prices: X = Σ inputs of sales + final shares × income, with tariff revenue
/// in income.
/// </summary>
/// <remarks>
/// Linear at given shares, and solved by its series from the last spending on. Sales are the base's matrix times spending
/// that is scaled before and after (<see cref="ShareBatch"/>).
/// </remarks>
internal sealed class SpendingBatch
{
    private const int MostIterations = 5_000;

    private readonly ShockBatch _lanes;
    private readonly WorldModel _model;
    private readonly int _width;
    private readonly double[] _fixedIncome;
    private readonly double[] _scaled;
    private readonly double[] _sums;
    private readonly double[] _next;
    private readonly bool[] _moving;

    public SpendingBatch(ShockBatch lanes)
    {
        _lanes = lanes;
        _model = lanes.Model;
        _width = lanes.Count;
        int cells = _model.Cells * _width;
        Spending = new double[cells];
        Sales = new double[cells];
        Income = new double[_model.Regions * _width];
        Shares = new ShareBatch(lanes);
        _fixedIncome = new double[Income.Length];
        _scaled = new double[Math.Max(_model.Regions, _model.Products) * _width];
        _sums = new double[_scaled.Length];
        _next = new double[_model.Products * _width];
        _moving = new bool[_width];
    }

    /// <summary>Spending on each product, tariffs included [n·N + j].</summary>
    public double[] Spending { get; }

    /// <summary>Sales of each industry, tariffs excluded [n·N + k].</summary>
    public double[] Sales { get; }

    /// <summary>Income of each region.</summary>
    public double[] Income { get; }

    /// <summary>The shares at the prices.</summary>
    public ShareBatch Shares { get; }

    /// <summary>
    /// Solves the active lanes, from the last spending on, to the tolerance of each region's value added: a small region is solved as
    /// exactly as a large one.
    /// </summary>
    public void Solve(CancellationToken cancellation)
    {
        SetFixedIncome();
        for (int lane = 0; lane < _width; lane++)
        {
            _moving[lane] = _lanes.Active[lane] && !_lanes.Failed[lane];
        }

        for (int iteration = 0; iteration < MostIterations && _moving.Contains(true); iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            _lanes.CountWork(_moving);
            SetSales();
            SetIncome();
            Respend();
        }

        for (int lane = 0; lane < _width; lane++)
        {
            _lanes.Failed[lane] |= _moving[lane];
        }

        SetSales();
        SetIncome();
    }

    private Vector256<double> At(double[] values, int index, int lane) => Vector256.LoadUnsafe(ref values[(index * _width) + lane]);

    /// <summary>Income that spending does not change: what factors earn, and the deficit.</summary>
    private void SetFixedIncome()
    {
        for (int lane = 0; lane < _width; lane++)
        {
            for (int region = 0; region < _model.Regions; region++)
            {
                _fixedIncome[(region * _width) + lane] = _lanes.Changes[lane].Deficits[region];
            }

            int factorsOfRegion = _model.Factors / _model.Regions;
            for (int factor = 0; factor < _model.Factors; factor++)
            {
                _fixedIncome[(factor / factorsOfRegion * _width) + lane] +=
                    Math.Exp(_lanes.LogFactor[(factor * _width) + lane]) * _model.FactorIncome[factor];
            }
        }
    }

    private void SetSales()
    {
        int r = _model.Regions;
        int n = _model.Products;
        for (int j = 0; j < n; j++)
        {
            for (int lane = 0; lane < _width; lane += LaneProducts.Width)
            {
                for (int buyer = 0; buyer < r; buyer++)
                {
                    (At(Spending, (buyer * n) + j, lane) * At(Shares.BuyerFactor, (j * r) + buyer, lane)).StoreUnsafe(
                        ref _scaled[(buyer * _width) + lane]
                    );
                }
            }

            LaneProducts.Multiply(_model.SalesWeights.AsSpan(j * r * r, r * r), r, _scaled, _width, _sums, _width, _width);
            for (int lane = 0; lane < _width; lane += LaneProducts.Width)
            {
                for (int origin = 0; origin < r; origin++)
                {
                    (At(_sums, origin, lane) * At(Shares.OriginFactor, (j * r) + origin, lane)).StoreUnsafe(
                        ref Sales[(((origin * n) + j) * _width) + lane]
                    );
                }
            }
        }

        for (int lane = 0; lane < _width; lane++)
        {
            foreach (TradeFlowChange change in _lanes.Changes[lane].Flows)
            {
                int row = change.Product * r;
                Sales[(((change.Origin * n) + change.Product) * _width) + lane] +=
                    change.Sales
                    * Shares.OriginFactor[((row + change.Origin) * _width) + lane]
                    * Shares.BuyerFactor[((row + change.Buyer) * _width) + lane]
                    * Spending[(((change.Buyer * n) + change.Product) * _width) + lane];
            }
        }
    }

    private void SetIncome()
    {
        for (int lane = 0; lane < _width; lane += LaneProducts.Width)
        {
            for (int region = 0; region < _model.Regions; region++)
            {
                Vector256<double> income = At(_fixedIncome, region, lane);
                for (int j = 0; j < _model.Products; j++)
                {
                    income += At(Spending, (region * _model.Products) + j, lane) * At(Shares.Tariff, (j * _model.Regions) + region, lane);
                }

                income.StoreUnsafe(ref Income[(region * _width) + lane]);
            }
        }
    }

    private void Respend()
    {
        Span<double> largest = stackalloc double[_width];
        largest.Clear();
        for (int region = 0; region < _model.Regions; region++)
        {
            for (int lane = 0; lane < _width; lane += LaneProducts.Width)
            {
                Vector256<double> income = At(Income, region, lane);
                for (int j = 0; j < _model.Products; j++)
                {
                    (At(Shares.Final, (region * _model.Products) + j, lane) * income).StoreUnsafe(ref _next[(j * _width) + lane]);
                }
            }

            for (int group = 0; group < _model.Groups.Count; group++)
            {
                AddInputs(region, group);
            }

            for (int lane = 0; lane < _width; lane += LaneProducts.Width)
            {
                Move(region, lane, largest);
            }
        }

        for (int lane = 0; lane < _width; lane++)
        {
            bool none = double.IsNaN(largest[lane]);
            _lanes.Failed[lane] |= _moving[lane] && none;
            _moving[lane] &= !none && largest[lane] > _lanes.Tolerance[lane];
        }
    }

    private void AddInputs(int region, int group)
    {
        int n = _model.Products;
        (_, int[] industries, _, double[] columns) = _model.Groups[group];
        int size = industries.Length;
        for (int lane = 0; lane < _width; lane += LaneProducts.Width)
        {
            for (int a = 0; a < size; a++)
            {
                int cell = (region * n) + industries[a];
                (At(Sales, cell, lane) * At(Shares.BundleFactor, cell, lane)).StoreUnsafe(ref _scaled[(a * _width) + lane]);
            }
        }

        LaneProducts.Multiply(columns.AsSpan(region * n * size, n * size), size, _scaled, _width, _sums, _width, _width);
        for (int lane = 0; lane < _width; lane += LaneProducts.Width)
        {
            for (int j = 0; j < n; j++)
            {
                Vector256<double> more = At(_sums, j, lane) * At(Shares.ProductFactor, (group * _model.Cells) + (region * n) + j, lane);
                (At(_next, j, lane) + more).StoreUnsafe(ref _next[(j * _width) + lane]);
            }
        }
    }

    private void Move(int region, int lane, Span<double> largest)
    {
        Vector256<double> mask = ShockBatch.MaskOf(_moving, lane);
        var change = Vector256.Create<double>(largest.Slice(lane, LaneProducts.Width));
        var scale = Vector256.Create(1 / _model.Economy.ValueAdded[region]);
        for (int j = 0; j < _model.Products; j++)
        {
            ref double place = ref Spending[(((region * _model.Products) + j) * _width) + lane];
            var last = Vector256.LoadUnsafe(ref place);
            Vector256<double> next = At(_next, j, lane);
            change = Vector256.Max(change, Vector256.Abs(next - last) * scale);
            Vector256.ConditionalSelect(mask, next, last).StoreUnsafe(ref place);
        }

        change.CopyTo(largest.Slice(lane, LaneProducts.Width));
    }
}
