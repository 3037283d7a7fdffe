using System.Runtime.Intrinsics;
using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

/// <summary>
/// What many shocks make of the shares of the base: shares themselves, or factors on rows and columns of the base's matrices.
/// </summary>
/// <remarks>
/// New shares are the base's times powers of prices: π' = π (κ̂ ĉ)^(1−ξ) P̂^(ξ−1), a matrix of the base that is scaled on both sides.
/// </remarks>
internal sealed class ShareBatch
{
    private readonly ShockBatch _lanes;
    private readonly WorldModel _model;
    private readonly int _width;

    public ShareBatch(ShockBatch lanes)
    {
        _lanes = lanes;
        _model = lanes.Model;
        _width = lanes.Count;
        int cells = _model.Cells * _width;
        ValueAdded = new double[cells];
        Final = new double[cells];
        BundleFactor = new double[cells];
        ProductFactor = new double[cells * _model.Groups.Count];
        OriginFactor = new double[cells];
        BuyerFactor = new double[cells];
        Tariff = new double[cells];
        FinalPrice = new double[_model.Regions * _width];
    }

    /// <summary>Value-added shares [n·N + k].</summary>
    public double[] ValueAdded { get; }

    /// <summary>Final shares [n·N + j].</summary>
    public double[] Final { get; }

    /// <summary>What a unit of sales is worth in bundles of inputs [n·N + k]: (1 − β') P̂^M^(θ−1).</summary>
    public double[] BundleFactor { get; }

    /// <summary>P̂^(1−θ) of each product, by group of buyers [group][n·N + j].</summary>
    public double[] ProductFactor { get; }

    /// <summary>ĉ^(1−ξ) of each origin [j·R + i].</summary>
    public double[] OriginFactor { get; }

    /// <summary>P̂^(ξ−1) of each buyer [j·R + n].</summary>
    public double[] BuyerFactor { get; }

    /// <summary>Tariff revenue from a unit of spending [j·R + n].</summary>
    public double[] Tariff { get; }

    /// <summary>Log price of final demand by region.</summary>
    public double[] FinalPrice { get; }

    /// <summary>Moves the shares to the new prices.</summary>
    public void Set()
    {
        for (int lane = 0; lane < _width; lane += LaneProducts.Width)
        {
            for (int region = 0; region < _model.Regions; region++)
            {
                SetFinal(region, lane);
                SetBundles(region, lane);
            }

            for (int group = 0; group < _model.Groups.Count; group++)
            {
                SetProducts(group, lane);
            }

            for (int j = 0; j < _model.Products; j++)
            {
                SetTrade(j, lane);
            }
        }

        SetTariffShares();
    }

    private static Vector256<double> Exp(Vector256<double> x) => LaneExponentials.ExpMinusOne(x) + Vector256<double>.One;

    private Vector256<double> At(double[] values, int index, int lane) => Vector256.LoadUnsafe(ref values[(index * _width) + lane]);

    private void SetFinal(int region, int lane)
    {
        double power = 1 - _model.Economy.Elasticities.FinalDemand;
        int first = region * _model.Products;
        Vector256<double> sum = Vector256<double>.Zero;
        for (int cell = first; cell < first + _model.Products; cell++)
        {
            Vector256<double> price = At(_lanes.Prices.Price, cell, lane);
            sum +=
                Vector256.Create(_model.Economy.FinalShares[cell])
                * (power == 0 ? price : LaneExponentials.ExpMinusOne(price * Vector256.Create(power)));
        }

        Vector256<double> index = power == 0 ? sum : LaneExponentials.LogOnePlus(sum) / Vector256.Create(power);
        index.StoreUnsafe(ref FinalPrice[(region * _width) + lane]);
        for (int cell = first; cell < first + _model.Products; cell++)
        {
            Vector256<double> change =
                power == 0 ? Vector256<double>.One : Exp((At(_lanes.Prices.Price, cell, lane) - index) * Vector256.Create(power));
            (Vector256.Create(_model.Economy.FinalShares[cell]) * change).StoreUnsafe(ref Final[(cell * _width) + lane]);
        }
    }

    private void SetBundles(int region, int lane)
    {
        WorldElasticities elasticities = _model.Economy.Elasticities;
        for (int k = 0; k < _model.Products; k++)
        {
            int cell = (region * _model.Products) + k;
            double share = _model.Economy.ValueAddedShares[cell];
            double power = 1 - elasticities.ValueAddedInputs[k];
            double among = 1 - elasticities.AmongInputs[k];
            Vector256<double> bundle = At(_lanes.Prices.Bundle, cell, lane);
            Vector256<double> materials = At(_lanes.Prices.Materials, cell, lane);
            Vector256<double> wage = At(_lanes.LogFactor, _model.FactorOf(cell), lane);
            var p = Vector256.Create(power);
            Vector256<double> labour = Vector256.Create(share) * (power == 0 ? Vector256<double>.One : Exp((wage - bundle) * p));
            Vector256<double> inputs = Vector256.Create(1 - share) * (power == 0 ? Vector256<double>.One : Exp((materials - bundle) * p));
            labour.StoreUnsafe(ref ValueAdded[(cell * _width) + lane]);
            (among == 0 ? inputs : inputs * Exp(materials * Vector256.Create(-among))).StoreUnsafe(
                ref BundleFactor[(cell * _width) + lane]
            );
        }
    }

    private void SetProducts(int group, int lane)
    {
        double power = 1 - _model.Groups[group].Elasticity;
        for (int cell = 0; cell < _model.Cells; cell++)
        {
            Vector256<double> factor =
                power == 0 ? Vector256<double>.One : Exp(At(_lanes.Prices.Price, cell, lane) * Vector256.Create(power));
            factor.StoreUnsafe(ref ProductFactor[(((group * _model.Cells) + cell) * _width) + lane]);
        }
    }

    private void SetTrade(int j, int lane)
    {
        double power = 1 - _model.Economy.Elasticities.Origins[j];
        for (int region = 0; region < _model.Regions; region++)
        {
            int at = (((j * _model.Regions) + region) * _width) + lane;
            Vector256<double> origin =
                power == 0 ? Vector256<double>.One : Vector256.LoadUnsafe(ref _lanes.Prices.Power[at]) + Vector256<double>.One;
            origin.StoreUnsafe(ref OriginFactor[at]);
            Vector256<double> buyer =
                power == 0
                    ? Vector256<double>.One
                    : Exp(At(_lanes.Prices.Price, (region * _model.Products) + j, lane) * Vector256.Create(-power));
            buyer.StoreUnsafe(ref BuyerFactor[at]);
        }
    }

    /// <summary>Tariff revenue from a unit of spending [j·R + n].</summary>
    private void SetTariffShares()
    {
        int r = _model.Regions;
        Array.Clear(Tariff);
        for (int j = 0; j < _model.Products && _model.RevenueWeights is not null; j++)
        {
            LaneProducts.Multiply(
                _model.RevenueWeights.AsSpan(j * r * r, r * r),
                r,
                OriginFactor.AsSpan(j * r * _width, r * _width),
                _width,
                Tariff.AsSpan(j * r * _width, r * _width),
                _width,
                _width
            );
        }

        for (int lane = 0; lane < _width; lane++)
        {
            foreach (TradeFlowChange change in _lanes.Changes[lane].Flows)
            {
                int row = change.Product * r;
                Tariff[((row + change.Buyer) * _width) + lane] += change.Revenue * OriginFactor[((row + change.Origin) * _width) + lane];
            }
        }

        for (int i = 0; i < Tariff.Length; i++)
        {
            Tariff[i] *= BuyerFactor[i];
        }
    }
}
