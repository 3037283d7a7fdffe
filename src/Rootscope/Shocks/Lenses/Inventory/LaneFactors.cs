namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>What of deliveries is forbidden and how orders are weighed, on one day, for the sellers whom a shock names.</summary>
/// <remarks>A ban on a region's purchases and on those of one of its sectors hold together: the least that either lets through.</remarks>
internal sealed class LaneFactors
{
    private readonly int _origins;
    private readonly int _products;
    private readonly int[] _buyerOf;
    private readonly bool[] _cutsBuyers;
    private readonly double[] _mostOfBuyer;
    private readonly int _regions;
    private readonly int[] _lanesOf;
    private readonly double[] _most;
    private readonly double[] _weight;

    public LaneFactors(DailyFlows flows, InventoryEvents events)
    {
        (_origins, _products) = (flows.Origins, flows.Products);
        _buyerOf = new int[flows.Buyers];
        Array.Fill(_buyerOf, -1);
        _cutsBuyers = new bool[flows.Origins];
        int buyers = 0;
        foreach (PurchaseShock purchase in events.Purchases)
        {
            _cutsBuyers[purchase.Origin] = true;
            if (_buyerOf[purchase.Buyer] < 0)
            {
                _buyerOf[purchase.Buyer] = buyers++ * _origins;
            }
        }

        _mostOfBuyer = new double[buyers * _origins];
        _regions = flows.Regions;
        _lanesOf = new int[flows.Sellers];
        Array.Fill(_lanesOf, -1);
        int named = 0;
        foreach (LaneShock shock in events.Lanes)
        {
            if (_lanesOf[shock.Seller] < 0)
            {
                _lanesOf[shock.Seller] = named++ * _regions;
            }
        }

        _most = new double[named * _regions];
        _weight = new double[named * _regions];
        Clear();
    }

    /// <summary>Whether a shock names the seller.</summary>
    public bool Names(int seller) => _lanesOf[seller] >= 0 || _cutsBuyers[seller % _origins];

    /// <summary>Most that may be delivered to a region over what was before; infinity where nothing is forbidden. Unit: ratio.</summary>
    public double MostOf(int seller, int region) => _lanesOf[seller] < 0 ? double.PositiveInfinity : _most[_lanesOf[seller] + region];

    /// <summary>Most that may be delivered to a sector, likewise.</summary>
    public double MostOfBuyer(int seller, int buyer)
    {
        double most = MostOf(seller, buyer / _products);
        return _buyerOf[buyer] < 0 ? most : Math.Min(most, _mostOfBuyer[_buyerOf[buyer] + (seller % _origins)]);
    }

    /// <summary>Factor on the seller's weight in orders of a region. Unit: ratio.</summary>
    public double WeightOf(int seller, int region) => _lanesOf[seller] < 0 ? 1 : _weight[_lanesOf[seller] + region];

    /// <summary>Sets the factors of a day.</summary>
    /// <param name="events">The shocks.</param>
    /// <param name="day">The day.</param>
    /// <param name="replacing">How much of what is forbidden is had from others.</param>
    public void Set(InventoryEvents events, int day, ReplacingSupply replacing)
    {
        Clear();
        foreach (PurchaseShock purchase in events.Purchases)
        {
            int cell = _buyerOf[purchase.Buyer] + purchase.Origin;
            double forbidden = purchase.Share * purchase.Profile.At(day);
            _mostOfBuyer[cell] = forbidden > 0 ? Math.Min(_mostOfBuyer[cell], 1) * (1 - forbidden) : _mostOfBuyer[cell];
        }

        foreach (LaneShock shock in events.Lanes)
        {
            double size = shock.Profile.At(day);
            if (size == 0)
            {
                continue;
            }

            int lane = _lanesOf[shock.Seller] + shock.Region;
            double forbidden = shock.Share * size;
            if (forbidden > 0)
            {
                _most[lane] = Math.Min(_most[lane], 1) * (1 - forbidden);
                _weight[lane] *= 1 - (replacing.ShareOf(shock, day) * forbidden);
            }

            _weight[lane] *= 1 + ((shock.Weight - 1) * size);
        }
    }

    private void Clear()
    {
        Array.Fill(_most, double.PositiveInfinity);
        Array.Fill(_mostOfBuyer, double.PositiveInfinity);
        Array.Fill(_weight, 1);
    }
}
