namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>Writes down what a day was like, and what losses are due to.</summary>
internal sealed class PathRecorder(DailyFlows flows, InventoryState state, OrderSweep orders, InputLimits limits)
{
    /// <summary>A day's loss below this is not traced to the origins of that day. Unit: days of output before.</summary>
    private const double WorthTracing = 1e-5;

    private readonly DailyFlows _flows = flows;
    private readonly InventoryState _state = state;
    private readonly OrderSweep _orders = orders;
    private readonly InputLimits _limits = limits;
    private readonly double[] _missing = new double[flows.Origins];
    private readonly double[] _small = new double[limits.BundleCount * flows.Buyers];

    /// <summary>
    /// Puts losses that were too small on their day to be traced down to inputs and origins by what these supplied before.
    /// </summary>
    public void Finish(InventoryPath path)
    {
        for (int cell = 0; cell < _small.Length; cell++)
        {
            if (_small[cell] == 0)
            {
                continue;
            }

            (int bundle, int buyer) = (cell / _flows.Buyers, cell % _flows.Buyers);
            foreach ((int input, double share) in _limits.SharesOf(bundle, buyer))
            {
                double lost = _small[cell] * share;
                path.LostToInput[(input * _flows.Buyers) + buyer] += lost;
                Span<double> origins = path.OriginsOf(input, buyer);
                for (int origin = 0; origin < origins.Length; origin++)
                {
                    origins[origin] += lost * ShareOf(input, origin, buyer);
                }
            }
        }
    }

    public void Record(InventoryPath path, int day)
    {
        int n = _flows.Buyers;
        for (int buyer = 0; buyer < n; buyer++)
        {
            int seller = _flows.SellerOf(buyer);
            path.Production[((long)day * n) + buyer] = _state.Made[seller];
            if (_state.Made[seller] < 0)
            {
                Attribute(path, buyer, seller);
            }
        }

        for (int i = 0; i < path.Investors.Count; i++)
        {
            (path.CapitalOrders[(day * path.Investors.Count) + i], path.CapitalLeft[(day * path.Investors.Count) + i]) = CapitalOf(
                path.Investors[i]
            );
        }

        for (int seller = 0; seller < _flows.Sellers; seller++)
        {
            for (int region = 0; region < _flows.Regions; region++)
            {
                int cell = (seller * _flows.Regions) + region;
                double ordered = _flows.FinalUse[cell] + _orders.FinalOrderChange(seller, region);
                double served = _state.Largest?.ServedFinalOf(seller, region) ?? _state.ServedFinal[seller];
                path.Unmet[(day * _flows.Regions) + region] += _flows.FinalUse[cell] + _state.FinalChange[cell] - (ordered * served);
            }
        }
    }

    /// <summary>What a sector orders of capital goods, and what is left of them by value in use; both over before less 1.</summary>
    private (double Orders, double Left) CapitalOf(int sector)
    {
        (double use, double orders, double value, double left) = (0, 0, 0, 0);
        for (int input = _flows.Products; input < _flows.Inputs; input++)
        {
            double bought = _flows.InputUse[(input * _flows.Buyers) + sector];
            double days = _state.Cover[input];
            use += bought;
            orders += bought * _orders.AskedOf(input, sector);
            value += bought * days;
            left += bought * _state.Stock[(input * _flows.Buyers) + sector];
        }

        return use > 0 ? (orders / use, left / value) : (0, 0);
    }

    /// <summary>Says what a sector's missing output is due to.</summary>
    private void Attribute(InventoryPath path, int buyer, int seller)
    {
        double wanted = Math.Min(0, _state.Wanted[seller]);
        if (_state.Demand[seller] <= _state.Capacity[seller] - 1)
        {
            path.LostToOrders[buyer] -= wanted;
        }
        else
        {
            path.LostToCapacity[buyer] -= wanted;
        }

        double lost = wanted - _state.Made[seller];
        if (lost <= 0 || _limits.Binding[buyer] < 0)
        {
            return;
        }

        if (lost < WorthTracing)
        {
            _small[(_limits.Binding[buyer] * _flows.Buyers) + buyer] += lost;
            return;
        }

        foreach ((int input, double part) in _limits.PartsOf(_state, buyer))
        {
            path.LostToInput[(input * _flows.Buyers) + buyer] += lost * part;
            AttributeToOrigins(path, buyer, input, lost * part);
        }
    }

    /// <summary>Shares what an input costs over the origins that deliver less of it than before.</summary>
    private void AttributeToOrigins(InventoryPath path, int buyer, int input, double lost)
    {
        Span<double> origins = path.OriginsOf(input, buyer);
        double all = 0;
        for (int origin = 0; origin < _missing.Length; origin++)
        {
            int from = _flows.SellerOf(_flows.ProductOf[input], origin);
            double flow = _flows.RowOf(input, origin)[buyer];
            double served = _state.Largest?.Sets(from) == true ? _state.Largest.ServedOf(from, buyer) : _state.Served[from];
            _missing[origin] = flow > 0 ? flow * Math.Max(0, 1 - (_orders.OrderOf(input, from, buyer) * served)) : 0;
            all += _missing[origin];
        }

        for (int origin = 0; origin < _missing.Length; origin++)
        {
            origins[origin] += lost * (all > 0 ? _missing[origin] / all : ShareOf(input, origin, buyer));
        }
    }

    /// <summary>What an origin supplied of an input before, as a share of all.</summary>
    private double ShareOf(int input, int origin, int buyer) =>
        _flows.RowOf(input, origin)[buyer] / _flows.InputUse[(input * _flows.Buyers) + buyer];
}
