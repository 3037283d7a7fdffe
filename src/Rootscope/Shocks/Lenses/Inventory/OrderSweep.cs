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
    public double OrderOf(int input, int seller, int buyer) =>
        Math.Min(
            _state.Lanes.MostOfBuyer(seller, buyer),
            (1 + _state.Scale[(input * _flows.Buyers) + buyer])
                * (1 + _state.Weight[seller])
                * _state.Lanes.WeightOf(seller, buyer / _flows.Products)
        );

    /// <summary>A whole day of a product: what arrives, what is used, what is ordered for tomorrow.</summary>
    public void Sweep(int product)
    {
        foreach (int input in _flows.InputsOf(product))
        {
            Deliver(input);
            TakeIn(input);
        }

        Order(product);
    }

    /// <summary>What arrives of an input less what is used of it, into <see cref="InventoryState.Net"/>.</summary>
    public void Deliver(int input)
    {
        bool wears = input >= _flows.Products;
        int n = _flows.Buyers;
        double[] normal = new double[n];
        double[]? apart = null;
        for (int origin = 0; origin < _flows.Origins; origin++)
        {
            int seller = _flows.SellerOf(_flows.ProductOf[input], origin);
            ReadOnlySpan<double> row = _flows.RowOf(input, origin);
            if (_state.Lanes.Names(seller) || (_state.Largest?.Sets(seller) ?? false))
            {
                apart ??= new double[n];
                for (int buyer = 0; buyer < n; buyer++)
                {
                    double served = _state.Largest?.Sets(seller) == true ? _state.Largest.ServedOf(seller, buyer) : _state.Served[seller];
                    apart[buyer] += row[buyer] * ((OrderOf(input, seller, buyer) * served) - 1 - _state.Scale[(input * n) + buyer]);
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

        KeepDeliveries(input);
        ReadOnlySpan<double> use = _flows.InputUse.AsSpan(input * n, n);
        ReadOnlySpan<double> scale = _state.Scale.AsSpan(input * n, n);
        Span<double> net = _state.Net.AsSpan(input * n, n);
        for (int buyer = 0; buyer < n; buyer++)
        {
            if (use[buyer] > 0)
            {
                double arrives = scale[buyer] + ((((1 + scale[buyer]) * normal[buyer]) + (apart?[buyer] ?? 0)) / use[buyer]);
                double stock = _state.Stock[(input * n) + buyer];
                double used = wears ? stock / _state.Cover[input] : _state.Made[_flows.SellerOf(buyer)];
                double most = _state.Cover[input] + stock + arrives;
                net[buyer] = arrives - Math.Min(used, most);
            }
        }
    }

    private void KeepDeliveries(int input)
    {
        for (int origin = 0; origin < _flows.Origins && _state.Delivered.Length > 0; origin++)
        {
            int seller = _flows.SellerOf(_flows.ProductOf[input], origin);
            for (int buyer = 0; buyer < _flows.Buyers; buyer++)
            {
                double served = _state.Largest?.Sets(seller) == true ? _state.Largest.ServedOf(seller, buyer) : _state.Served[seller];
                _state.Delivered[(((long)(input * _flows.Origins) + origin) * _flows.Buyers) + buyer] =
                    OrderOf(input, seller, buyer) * served;
            }
        }
    }

    /// <summary>Changes stocks of an input by what arrived less what was used.</summary>
    public void TakeIn(int input)
    {
        int n = _flows.Buyers;
        for (int cell = input * n; cell < (input + 1) * n && double.IsFinite(_state.Cover[input]); cell++)
        {
            _state.Stock[cell] = Math.Max(_state.Stock[cell] + _state.Net[cell], -_state.Cover[input]);
        }
    }

    /// <summary>Places the orders of a product for the next day.</summary>
    public void Order(int product)
    {
        bool byCapacity = _options.Orders == OrderRule.Capacity;
        for (int origin = 0; origin < _flows.Origins; origin++)
        {
            int seller = _flows.SellerOf(product, origin);
            _state.Weight[seller] = byCapacity ? (_state.Capacity[seller] / _options.QuietCapacity) - 1 : 0;
            _state.IndustryOrders[seller] = 0;
        }

        foreach (int input in _flows.InputsOf(product))
        {
            SetScale(input, WeightsOf(input));
            for (int origin = 0; origin < _flows.Origins; origin++)
            {
                _state.IndustryOrders[_flows.SellerOf(product, origin)] += OrdersOf(input, origin);
            }
        }
    }

    /// <summary>What the weights of all origins add to the flows before, by buyer. Unit: money a day.</summary>
    private double[] WeightsOf(int input)
    {
        double[] weights = new double[_flows.Buyers];
        for (int origin = 0; origin < _flows.Origins; origin++)
        {
            int seller = _flows.SellerOf(_flows.ProductOf[input], origin);
            ReadOnlySpan<double> row = _flows.RowOf(input, origin);
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

        return weights;
    }

    /// <summary>The factor on the orders of every buyer: what it used and what its stock lacks, over the weights of sellers.</summary>
    /// <remarks>Of capital goods a buyer replaces what wears out, and means to have as many as before.</remarks>
    private void SetScale(int input, double[] weights)
    {
        int n = _flows.Buyers;
        ReadOnlySpan<double> use = _flows.InputUse.AsSpan(input * n, n);
        for (int buyer = 0; buyer < n; buyer++)
        {
            double order = AskedOf(input, buyer);
            double weight = use[buyer] > 0 ? 1 + (weights[buyer] / use[buyer]) : 1;
            _state.Scale[(input * n) + buyer] = weight > 0 ? ((1 + order) / weight) - 1 : -1;
        }
    }

    /// <summary>What a sector asks of an input over before less 1, from whomever. Unit: ratio.</summary>
    public double AskedOf(int input, int buyer)
    {
        bool wears = input >= _flows.Products;
        double cover = _state.Cover[input];
        int seller = _flows.SellerOf(buyer);
        double stock = _state.Stock[(input * _flows.Buyers) + buyer];
        double order = wears ? stock / cover : _state.Made[seller];
        if (double.IsFinite(cover))
        {
            double gap = (wears ? 0 : cover * _state.Intended[seller]) - stock;
            order += _state.DropsGoals ? 0 : Math.Max(0, gap) / _options.RestorationDays;
        }

        double investment = wears ? _state.Investment[buyer] : 0;
        return investment < 0 ? Math.Min(order, investment)
            : investment > 0 ? Math.Max(order, investment)
            : order;
    }

    /// <summary>What sectors order of an input from an origin less what they did before. Unit: money a day.</summary>
    private double OrdersOf(int input, int origin)
    {
        int n = _flows.Buyers;
        int seller = _flows.SellerOf(_flows.ProductOf[input], origin);
        ReadOnlySpan<double> row = _flows.RowOf(input, origin);
        ReadOnlySpan<double> scale = _state.Scale.AsSpan(input * n, n);
        if (!_state.NextLanes.Names(seller))
        {
            double weight = _state.Weight[seller];
            double more = (1 + weight) * DenseKernels.Dot(row, scale);
            return weight == 0 ? more : more + (weight * _flows.SoldOf(input, origin));
        }

        double sum = 0;
        for (int buyer = 0; buyer < n; buyer++)
        {
            int region = buyer / _flows.Products;
            double order = (1 + scale[buyer]) * (1 + _state.Weight[seller]) * _state.NextLanes.WeightOf(seller, region);
            sum += row[buyer] * (Math.Min(_state.NextLanes.MostOfBuyer(seller, buyer), order) - 1);
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
