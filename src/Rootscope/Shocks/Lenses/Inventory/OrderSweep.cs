using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>One product's day: goods arrive from all origins, are used, and new orders are placed.</summary>
/// <remarks>
/// All origins of a product stand together in <see cref="DailyFlows"/>, so that its flows are read from memory once. Orders are never
/// stored: an order is the flow before × the buyer's scale × the seller's weight. Products are independent of each other.
/// </remarks>
internal sealed class OrderSweep(DailyFlows flows, InventoryOptions options, InventoryState state)
{
    private readonly DailyFlows _flows = flows;
    private readonly InventoryOptions _options = options;
    private readonly InventoryState _state = state;

    /// <summary>An order over the flow before.</summary>
    public double OrderOf(int product, int seller, int buyer) =>
        Math.Min(
            _state.Lanes.MostOf(seller, buyer / _flows.Products),
            (1 + _state.Scale[(product * _flows.Buyers) + buyer])
                * (1 + _state.Weight[seller])
                * _state.Lanes.WeightOf(seller, buyer / _flows.Products)
        );

    /// <summary>What arrives of a product less what is used of it, into <see cref="InventoryState.Net"/>.</summary>
    public void Deliver(int product)
    {
        int n = _flows.Buyers;
        double[] normal = new double[n];
        double[]? apart = null;
        for (int origin = 0; origin < _flows.Origins; origin++)
        {
            int seller = _flows.SellerOf(product, origin);
            ReadOnlySpan<double> row = _flows.Flows.AsSpan(seller * n, n);
            if (_state.Lanes.Names(seller) || (_state.Largest?.Sets(seller) ?? false))
            {
                apart ??= new double[n];
                for (int buyer = 0; buyer < n; buyer++)
                {
                    double served = _state.Largest?.Sets(seller) == true ? _state.Largest.ServedOf(seller, buyer) : _state.Served[seller];
                    apart[buyer] += row[buyer] * ((OrderOf(product, seller, buyer) * served) - 1 - _state.Scale[(product * n) + buyer]);
                }
            }
            else
            {
                double e = ((1 + _state.Weight[seller]) * _state.Served[seller]) - 1;
                if (e != 0)
                {
                    DenseKernels.AddScaled(normal, e, row);
                }
            }
        }

        KeepDeliveries(product);
        ReadOnlySpan<double> use = _flows.InputUse.AsSpan(product * n, n);
        ReadOnlySpan<double> scale = _state.Scale.AsSpan(product * n, n);
        Span<double> net = _state.Net.AsSpan(product * n, n);
        for (int buyer = 0; buyer < n; buyer++)
        {
            if (use[buyer] > 0)
            {
                double arrives = scale[buyer] + ((((1 + scale[buyer]) * normal[buyer]) + (apart?[buyer] ?? 0)) / use[buyer]);
                double used = _state.Made[_flows.SellerOf(buyer)];
                double most = _state.Cover[product] + _state.Stock[(product * n) + buyer] + arrives;
                net[buyer] = arrives - Math.Min(used, most);
            }
        }
    }

    private void KeepDeliveries(int product)
    {
        for (int origin = 0; origin < _flows.Origins && _state.Delivered.Length > 0; origin++)
        {
            int seller = _flows.SellerOf(product, origin);
            for (int buyer = 0; buyer < _flows.Buyers; buyer++)
            {
                double served = _state.Largest?.Sets(seller) == true ? _state.Largest.ServedOf(seller, buyer) : _state.Served[seller];
                _state.Delivered[((long)seller * _flows.Buyers) + buyer] = OrderOf(product, seller, buyer) * served;
            }
        }
    }

    public void TakeIn(int product)
    {
        int n = _flows.Buyers;
        for (int cell = product * n; cell < (product + 1) * n && double.IsFinite(_state.Cover[product]); cell++)
        {
            _state.Stock[cell] = Math.Max(_state.Stock[cell] + _state.Net[cell], -_state.Cover[product]);
        }
    }

    /// <summary>Places the orders of a product for the next day.</summary>
    public void Order(int product)
    {
        int n = _flows.Buyers;
        double[] weights = new double[n];
        bool byCapacity = _options.Orders == OrderRule.Capacity;
        for (int origin = 0; origin < _flows.Origins; origin++)
        {
            int seller = _flows.SellerOf(product, origin);
            ReadOnlySpan<double> row = _flows.Flows.AsSpan(seller * n, n);
            _state.Weight[seller] = byCapacity ? (_state.Capacity[seller] / _options.QuietCapacity) - 1 : 0;
            for (int region = 0; region < _flows.Regions && _state.NextLanes.Names(seller); region++)
            {
                double weight = ((1 + _state.Weight[seller]) * _state.NextLanes.WeightOf(seller, region)) - 1;
                Span<double> part = weights.AsSpan(region * _flows.Products, _flows.Products);
                DenseKernels.AddScaled(part, weight, row.Slice(region * _flows.Products, _flows.Products));
            }

            if (!_state.NextLanes.Names(seller) && _state.Weight[seller] != 0)
            {
                DenseKernels.AddScaled(weights, _state.Weight[seller], row);
            }
        }

        SetScale(product, weights);
        for (int origin = 0; origin < _flows.Origins; origin++)
        {
            int seller = _flows.SellerOf(product, origin);
            _state.IndustryOrders[seller] = OrdersOf(product, seller);
        }
    }

    /// <summary>The factor on the orders of every buyer: what it used and what its stock lacks, over the weights of sellers.</summary>
    private void SetScale(int product, double[] weights)
    {
        int n = _flows.Buyers;
        ReadOnlySpan<double> use = _flows.InputUse.AsSpan(product * n, n);
        double cover = _state.Cover[product];
        for (int buyer = 0; buyer < n; buyer++)
        {
            int seller = _flows.SellerOf(buyer);
            double order = _state.Made[seller];
            if (double.IsFinite(cover))
            {
                double gap = (cover * _state.Intended[seller]) - _state.Stock[(product * n) + buyer];
                order += _state.DropsGoals ? 0 : Math.Max(0, gap) / _options.RestorationDays;
            }

            double weight = use[buyer] > 0 ? 1 + (weights[buyer] / use[buyer]) : 1;
            _state.Scale[(product * n) + buyer] = weight > 0 ? ((1 + order) / weight) - 1 : -1;
        }
    }

    /// <summary>What sectors order of a seller less what they did before. Unit: money a day.</summary>
    private double OrdersOf(int product, int seller)
    {
        int n = _flows.Buyers;
        ReadOnlySpan<double> row = _flows.Flows.AsSpan(seller * n, n);
        ReadOnlySpan<double> scale = _state.Scale.AsSpan(product * n, n);
        if (!_state.NextLanes.Names(seller))
        {
            return ((1 + _state.Weight[seller]) * DenseKernels.Dot(row, scale)) + (_state.Weight[seller] * _flows.SoldToIndustries[seller]);
        }

        double sum = 0;
        for (int buyer = 0; buyer < n; buyer++)
        {
            int region = buyer / _flows.Products;
            double order = (1 + scale[buyer]) * (1 + _state.Weight[seller]) * _state.NextLanes.WeightOf(seller, region);
            sum += row[buyer] * (Math.Min(_state.NextLanes.MostOf(seller, region), order) - 1);
        }

        return sum;
    }

    /// <summary>What a region orders for final use of a seller less what it did before. Unit: money a day.</summary>
    public double FinalOrderChange(int seller, int region)
    {
        int cell = (seller * _flows.Regions) + region;
        double wanted = _flows.FinalUse[cell] + _state.FinalChange[cell];
        double most = _state.Lanes.MostOf(seller, region);
        return wanted > 0 && most < double.PositiveInfinity
            ? _state.FinalChange[cell] - Math.Max(0, wanted - (most * _flows.FinalUse[cell]))
            : _state.FinalChange[cell];
    }
}
