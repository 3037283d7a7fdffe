using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>
/// Adaptive regional input-output: sectors make what is ordered as far as capacity and stocks of inputs allow, deliver by rationing, and
/// order what they used and what their stocks lack.
/// </summary>
/// <remarks>
/// Every quantity is kept as its distance from the state before, so that an economy without shock stays there to the last bit and small
/// shocks lose no digits. Orders are never stored: an order is the flow before × a factor of product and buyer × a factor of seller, so a
/// day is one sweep over the flows, product by product, in which goods arrive and new orders are placed. Cost: three multiplications a flow
/// and day. Memory: the flows, and some arrays of products × sectors. The same bits on any number of threads: products are swept apart.
/// Sources: docs/methods/inventory.md.
/// </remarks>
internal sealed class InventoryModel
{
    private const double CloseAbsolute = 1e-8;
    private const double CloseRelative = 1e-5;

    private readonly DailyFlows _flows;
    private readonly InventoryOptions _options;
    private readonly InventoryEvents _events;
    private readonly RebuildingWork[] _works;
    private readonly InputLimits _limits;
    private readonly double[] _cover;
    private readonly double[] _stock;
    private readonly double[] _scale;
    private readonly double[] _net;
    private readonly double[] _made;
    private readonly double[] _wanted;
    private readonly double[] _overproduction;
    private readonly double[] _capacity;
    private readonly double[] _weight;
    private readonly double[] _industryOrders;
    private readonly double[] _finalChange;
    private readonly double[] _intended;
    private readonly double[] _demand;
    private readonly double[] _served;
    private readonly double[] _servedFinal;
    private readonly double[] _rebuilding;
    private readonly double[] _stale;
    private readonly double[] _capital;
    private readonly double[] _lostShare;
    private readonly LargestOrders? _largest;
    private LaneFactors _lanes;
    private LaneFactors _nextLanes;
    private bool _dropsGoals;
    private double[] _delivered = [];

    public InventoryModel(DailyFlows flows, InventoryOptions options, InventoryEvents events)
    {
        (_flows, _options, _events) = (flows, options, events);
        _works = [.. events.Rebuildings.Select(r => new RebuildingWork(flows, r, options.Compatible))];
        _cover = [.. flows.Sectors.Industries.Select(i => options.CoverOf.TryGetValue(i.Code, out double days) ? days : options.CoverDays)];
        _limits = new InputLimits(flows, options, _cover);
        int cells = flows.Products * flows.Buyers;
        (_stock, _scale, _net) = (new double[cells], new double[cells], new double[cells]);
        int sellers = flows.Sellers;
        (_made, _wanted, _demand, _weight) = (new double[sellers], new double[sellers], new double[sellers], new double[sellers]);
        _industryOrders = new double[sellers];
        _finalChange = new double[sellers * flows.Regions];
        _intended = new double[sellers];
        (_served, _servedFinal) = (new double[sellers], new double[sellers]);
        (_rebuilding, _stale, _lostShare) = (new double[sellers], new double[sellers], new double[sellers]);
        _overproduction = new double[sellers];
        Array.Fill(_overproduction, options.QuietCapacity);
        _capacity = [.. _overproduction];
        _capital = new double[flows.Buyers];
        _lanes = new LaneFactors(flows, events.Lanes);
        _nextLanes = new LaneFactors(flows, events.Lanes);
        _largest = options.Rationing == Rationing.LargestFirst ? new LargestOrders(flows) : null;
    }

    /// <summary>Told the state after every day: for laws and series of tests.</summary>
    public Action<InventoryModel, int>? Observed { get; init; }

    /// <summary>Stocks less those before, products × sectors. Unit: days of use before.</summary>
    public ReadOnlySpan<double> Stocks => _stock;

    /// <summary>Days of use before that a product's stocks had at the start.</summary>
    public ReadOnlySpan<double> Cover => _cover;

    /// <summary>Output of sellers over output before, less 1.</summary>
    public ReadOnlySpan<double> Made => _made;

    /// <summary>Capacity of sellers over output before.</summary>
    public ReadOnlySpan<double> Capacity => _capacity;

    /// <summary>All that is ordered of sellers over output before, less 1.</summary>
    public ReadOnlySpan<double> Demand => _demand;

    /// <summary>What sectors order of sellers less what they ordered before. Unit: the table's money a day.</summary>
    public ReadOnlySpan<double> IndustryOrders => _industryOrders;

    /// <summary>What is ordered of sellers to build capital again. Unit: the table's money a day.</summary>
    public ReadOnlySpan<double> RebuildingOrders => _rebuilding;

    /// <summary>Share of its orders, final ones apart, that a seller serves.</summary>
    public ReadOnlySpan<double> Served => _served;

    /// <summary>Capital of sectors that is missing. Unit: the table's money.</summary>
    public ReadOnlySpan<double> CapitalMissing => _capital;

    /// <summary>
    /// What was delivered to every sector today over what it got before, sellers × sectors; kept only where somebody observes.
    /// </summary>
    public ReadOnlySpan<double> Delivered => _delivered;

    /// <summary>Runs the days.</summary>
    /// <param name="threads">Most threads; the path is the same bits on any number.</param>
    /// <param name="cancellation">Stops between days.</param>
    public InventoryPath Run(int threads = 1, CancellationToken cancellation = default)
    {
        var path = new InventoryPath(_flows, _options.Days);
        _delivered = Observed is null ? [] : new double[_flows.Flows.LongLength];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        _nextLanes.Set(_events.Lanes, 0, _options.RewiringDays);
        Parallel.For(0, _flows.Products, parallel, Order);
        for (int day = 0; day < _options.Days; day++)
        {
            cancellation.ThrowIfCancellationRequested();
            (_lanes, _nextLanes) = (_nextLanes, _lanes);
            _nextLanes.Set(_events.Lanes, day + 1, _options.RewiringDays);
            SetLosses(day);
            SetDemand(day);
            AdaptCapacity(day);
            Produce();
            Serve(parallel);
            Record(path, day);
            Build(day);
            Sweep(parallel);

            Observed?.Invoke(this, day);
        }

        return path;
    }

    /// <summary>The share of capacity that is lost on a day: the larger of what capital and other losses take.</summary>
    private void SetLosses(int day)
    {
        Array.Clear(_lostShare);
        foreach (CapacityLoss loss in _events.Capacity)
        {
            double share = _options.Compatible ? CompatibleShare(loss, day) : loss.Share * loss.Profile.At(day);
            _lostShare[loss.Seller] = Math.Max(_lostShare[loss.Seller], share);
        }

        Array.Clear(_capital);
        foreach (CapitalLoss loss in _events.Capital)
        {
            _capital[loss.Sector] += _options.Compatible ? CompatibleCapital(loss, day) : loss.Amount * loss.Profile.At(day);
        }

        foreach (RebuildingWork work in _works)
        {
            work.AddLoss(day, _capital);
        }

        for (int sector = 0; sector < _flows.Buyers; sector++)
        {
            double stock = _options.CapitalRatio * Math.Max(0, _flows.ValueAdded[sector]) * InventoryOptions.DaysOfYear;
            if (_capital[sector] > 0 && stock > 0)
            {
                int seller = _flows.SellerOf(sector);
                _lostShare[seller] = Math.Max(_lostShare[seller], Math.Min(1, _capital[sector] / stock));
            }
        }
    }

    /// <summary>What the reference does: losses of capacity act a day late, recovery a day later still, rounded.</summary>
    private static double CompatibleShare(CapacityLoss loss, int day)
    {
        double elapsed = day - 2 - loss.Profile.Start - loss.Profile.Duration;
        return day - 1 < loss.Profile.Start ? 0
            : elapsed < 0 ? loss.Share
            : Rounding.OfShare(loss.Share * loss.Profile.Left(elapsed));
    }

    private static double CompatibleCapital(CapitalLoss loss, int day)
    {
        double elapsed = day - 1 - loss.Profile.Start - loss.Profile.Duration;
        return day < loss.Profile.Start ? 0
            : elapsed < 0 ? loss.Amount
            : Rounding.OfCapital(loss.Amount * loss.Profile.Left(elapsed));
    }

    /// <summary>Final demand and the demand of building, and all that is ordered.</summary>
    private void SetDemand(int day)
    {
        Array.Clear(_finalChange);
        foreach (DemandShock shock in _events.Demand)
        {
            _finalChange[(shock.Seller * _flows.Regions) + shock.Region] += shock.Change * shock.Profile.At(day);
        }

        Array.Copy(_stale, _rebuilding, _stale.Length);
        foreach (RebuildingWork work in _works)
        {
            work.AddDemand(day, _rebuilding);
        }

        for (int seller = 0; seller < _demand.Length; seller++)
        {
            double final = 0;
            for (int region = 0; region < _flows.Regions; region++)
            {
                final += FinalOrderChange(seller, region);
            }

            double output = _flows.Output[seller];
            _demand[seller] = output > 0 ? Math.Max(-1, (_industryOrders[seller] + final + _rebuilding[seller]) / output) : 0;
        }
    }

    /// <summary>What a region orders for final use of a seller less what it did before. Unit: money a day.</summary>
    private double FinalOrderChange(int seller, int region)
    {
        int cell = (seller * _flows.Regions) + region;
        double wanted = _flows.FinalUse[cell] + _finalChange[cell];
        double most = _lanes.MostOf(seller, region);
        return wanted > 0 && most < double.PositiveInfinity
            ? _finalChange[cell] - Math.Max(0, wanted - (most * _flows.FinalUse[cell]))
            : _finalChange[cell];
    }

    /// <summary>Sectors that cannot make what is ordered raise their capacity; the others let it sink again.</summary>
    private void AdaptCapacity(int day)
    {
        const int FirstOfReference = 2;
        for (int seller = 0; seller < _demand.Length; seller++)
        {
            double scarcity = _demand[seller] > -1 ? (_demand[seller] - _made[seller]) / (1 + _demand[seller]) : 0;
            double now = _overproduction[seller];
            bool rises = _options.Compatible ? scarcity != 0 : scarcity > 0;
            double change = rises ? (_options.MostCapacity - now) * scarcity : _options.QuietCapacity - now;
            if (day >= (_options.Compatible ? FirstOfReference : 1))
            {
                _overproduction[seller] = Math.Max(1, now + (change / _options.OverproductionDays));
            }

            _capacity[seller] = _overproduction[seller] * (1 - _lostShare[seller]);
        }
    }

    private void Produce()
    {
        for (int seller = 0; seller < _made.Length; seller++)
        {
            _wanted[seller] = Math.Min(_demand[seller], _capacity[seller] - 1);
            _made[seller] = _flows.Output[seller] > 0 ? _wanted[seller] : 0;
        }

        _limits.Apply(_stock, _wanted, _made);
    }

    /// <summary>The share of its orders that every seller serves.</summary>
    private void Serve(ParallelOptions parallel)
    {
        for (int seller = 0; seller < _made.Length; seller++)
        {
            double made = 1 + _made[seller];
            double ordered = 1 + _demand[seller];
            double all = made == ordered || ordered <= 0 ? 1 : made / ordered;
            (_served[seller], _servedFinal[seller]) = (all, all);
            if (_options.Rationing == Rationing.IndustriesFirst && made < ordered)
            {
                double industries = (_flows.SoldToIndustries[seller] + _industryOrders[seller]) / _flows.Output[seller];
                _served[seller] = industries > made ? made / industries : 1;
                _servedFinal[seller] = ordered > industries ? Math.Max(0, made - industries) / (ordered - industries) : 1;
            }
        }

        _largest?.Set(
            parallel,
            _made,
            _demand,
            _rebuilding,
            OrderOf,
            (seller, region) => _flows.FinalUse[(seller * _flows.Regions) + region] + FinalOrderChange(seller, region),
            _servedFinal
        );
    }

    /// <summary>An order over the flow before.</summary>
    private double OrderOf(int product, int seller, int buyer) =>
        Math.Min(
            _lanes.MostOf(seller, buyer / _flows.Products),
            (1 + _scale[(product * _flows.Buyers) + buyer]) * (1 + _weight[seller]) * _lanes.WeightOf(seller, buyer / _flows.Products)
        );

    /// <summary>Takes deliveries to building off what is left, and sets what stocks are meant for.</summary>
    private void Build(int day)
    {
        double[] stale = _options.Compatible ? _stale : new double[_stale.Length];
        foreach (RebuildingWork work in _works)
        {
            work.Receive(day, _servedFinal, stale);
        }

        Array.Copy(_wanted, _intended, _wanted.Length);
        for (int seller = 0; seller < _intended.Length && _options.Compatible && _works.Length > 0; seller++)
        {
            double built = _rebuilding[seller] * _servedFinal[seller] / _flows.Output[seller];
            _intended[seller] = Math.Min(_demand[seller] - built, _capacity[seller] - 1);
        }
    }

    /// <summary>Goods arrive, are used, and new orders are placed.</summary>
    private void Sweep(ParallelOptions parallel)
    {
        if (!_options.Compatible)
        {
            Parallel.For(
                0,
                _flows.Products,
                parallel,
                product =>
                {
                    Deliver(product);
                    TakeIn(product);
                    Order(product);
                }
            );
            return;
        }

        Parallel.For(0, _flows.Products, parallel, Deliver);
        for (int product = 0; product < _flows.Products && !ArrivalsAreClose(); product++)
        {
            TakeIn(product);
        }

        _dropsGoals = StocksAreClose();
        Parallel.For(0, _flows.Products, parallel, Order);
    }

    /// <summary>What arrives of a product less what is used of it, into <see cref="_net"/>. Unit: days of use before.</summary>
    private void Deliver(int product)
    {
        int n = _flows.Buyers;
        double[] normal = new double[n];
        double[]? apart = null;
        for (int origin = 0; origin < _flows.Origins; origin++)
        {
            int seller = _flows.SellerOf(product, origin);
            ReadOnlySpan<double> row = _flows.Flows.AsSpan(seller * n, n);
            if (_lanes.Names(seller) || (_largest?.Sets(seller) ?? false))
            {
                apart ??= new double[n];
                for (int buyer = 0; buyer < n; buyer++)
                {
                    double served = _largest?.Sets(seller) == true ? _largest.ServedOf(seller, buyer) : _served[seller];
                    apart[buyer] += row[buyer] * ((OrderOf(product, seller, buyer) * served) - 1 - _scale[(product * n) + buyer]);
                }
            }
            else
            {
                double e = ((1 + _weight[seller]) * _served[seller]) - 1;
                if (e != 0)
                {
                    DenseKernels.AddScaled(normal, e, row);
                }
            }
        }

        KeepDeliveries(product);
        ReadOnlySpan<double> use = _flows.InputUse.AsSpan(product * n, n);
        ReadOnlySpan<double> scale = _scale.AsSpan(product * n, n);
        Span<double> net = _net.AsSpan(product * n, n);
        for (int buyer = 0; buyer < n; buyer++)
        {
            if (use[buyer] > 0)
            {
                double arrives = scale[buyer] + ((((1 + scale[buyer]) * normal[buyer]) + (apart?[buyer] ?? 0)) / use[buyer]);
                double used = _made[_flows.SellerOf(buyer)];
                double most = _cover[product] + _stock[(product * n) + buyer] + arrives;
                net[buyer] = arrives - Math.Min(used, most);
            }
        }
    }

    private void KeepDeliveries(int product)
    {
        for (int origin = 0; origin < _flows.Origins && _delivered.Length > 0; origin++)
        {
            int seller = _flows.SellerOf(product, origin);
            for (int buyer = 0; buyer < _flows.Buyers; buyer++)
            {
                double served = _largest?.Sets(seller) == true ? _largest.ServedOf(seller, buyer) : _served[seller];
                _delivered[((long)seller * _flows.Buyers) + buyer] = OrderOf(product, seller, buyer) * served;
            }
        }
    }

    private void TakeIn(int product)
    {
        int n = _flows.Buyers;
        for (int cell = product * n; cell < (product + 1) * n && double.IsFinite(_cover[product]); cell++)
        {
            _stock[cell] = Math.Max(_stock[cell] + _net[cell], -_cover[product]);
        }
    }

    /// <summary>Places the orders of a product for the next day.</summary>
    private void Order(int product)
    {
        int n = _flows.Buyers;
        double[] weights = new double[n];
        bool byCapacity = _options.Orders == OrderRule.Capacity;
        for (int origin = 0; origin < _flows.Origins; origin++)
        {
            int seller = _flows.SellerOf(product, origin);
            ReadOnlySpan<double> row = _flows.Flows.AsSpan(seller * n, n);
            _weight[seller] = byCapacity ? (_capacity[seller] / _options.QuietCapacity) - 1 : 0;
            for (int region = 0; region < _flows.Regions && _nextLanes.Names(seller); region++)
            {
                double weight = ((1 + _weight[seller]) * _nextLanes.WeightOf(seller, region)) - 1;
                Span<double> part = weights.AsSpan(region * _flows.Products, _flows.Products);
                DenseKernels.AddScaled(part, weight, row.Slice(region * _flows.Products, _flows.Products));
            }

            if (!_nextLanes.Names(seller) && _weight[seller] != 0)
            {
                DenseKernels.AddScaled(weights, _weight[seller], row);
            }
        }

        SetScale(product, weights);
        for (int origin = 0; origin < _flows.Origins; origin++)
        {
            int seller = _flows.SellerOf(product, origin);
            _industryOrders[seller] = OrdersOf(product, seller);
        }
    }

    /// <summary>The factor on the orders of every buyer: what it used and what its stock lacks, over the weights of sellers.</summary>
    private void SetScale(int product, double[] weights)
    {
        int n = _flows.Buyers;
        ReadOnlySpan<double> use = _flows.InputUse.AsSpan(product * n, n);
        double cover = _cover[product];
        for (int buyer = 0; buyer < n; buyer++)
        {
            int seller = _flows.SellerOf(buyer);
            double order = _made[seller];
            if (double.IsFinite(cover))
            {
                double gap = (cover * _intended[seller]) - _stock[(product * n) + buyer];
                order += _dropsGoals ? 0 : Math.Max(0, gap) / _options.RestorationDays;
            }

            double weight = use[buyer] > 0 ? 1 + (weights[buyer] / use[buyer]) : 1;
            _scale[(product * n) + buyer] = weight > 0 ? ((1 + order) / weight) - 1 : -1;
        }
    }

    /// <summary>What sectors order of a seller less what they did before. Unit: money a day.</summary>
    private double OrdersOf(int product, int seller)
    {
        int n = _flows.Buyers;
        ReadOnlySpan<double> row = _flows.Flows.AsSpan(seller * n, n);
        ReadOnlySpan<double> scale = _scale.AsSpan(product * n, n);
        if (!_nextLanes.Names(seller))
        {
            return ((1 + _weight[seller]) * DenseKernels.Dot(row, scale)) + (_weight[seller] * _flows.SoldToIndustries[seller]);
        }

        double sum = 0;
        for (int buyer = 0; buyer < n; buyer++)
        {
            int region = buyer / _flows.Products;
            double order = (1 + scale[buyer]) * (1 + _weight[seller]) * _nextLanes.WeightOf(seller, region);
            sum += row[buyer] * (Math.Min(_nextLanes.MostOf(seller, region), order) - 1);
        }

        return sum;
    }

    /// <summary>Whether the reference would see no difference between what arrives and what is used (its relative 1e-5).</summary>
    private bool ArrivalsAreClose()
    {
        for (int cell = 0; cell < _net.Length; cell++)
        {
            double use = _flows.InputUse[cell];
            double used = use * (1 + _made[_flows.SellerOf(cell % _flows.Buyers)]);
            if (Math.Abs(use * _net[cell]) > CloseAbsolute + (CloseRelative * Math.Abs(used)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the reference would see no difference between stocks and intended stocks.</summary>
    private bool StocksAreClose()
    {
        for (int cell = 0; cell < _stock.Length; cell++)
        {
            double cover = _cover[cell / _flows.Buyers];
            if (double.IsFinite(cover))
            {
                double use = _flows.InputUse[cell];
                double intended = cover * (1 + _intended[_flows.SellerOf(cell % _flows.Buyers)]);
                if (Math.Abs(use * (cover + _stock[cell] - intended)) > CloseAbsolute + (CloseRelative * use * intended))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Record(InventoryPath path, int day)
    {
        int n = _flows.Buyers;
        for (int buyer = 0; buyer < n; buyer++)
        {
            int seller = _flows.SellerOf(buyer);
            path.Production[((long)day * n) + buyer] = _made[seller];
            if (_made[seller] < 0)
            {
                Attribute(path, buyer, seller);
            }
        }

        for (int seller = 0; seller < _flows.Sellers; seller++)
        {
            for (int region = 0; region < _flows.Regions; region++)
            {
                int cell = (seller * _flows.Regions) + region;
                double ordered = _flows.FinalUse[cell] + FinalOrderChange(seller, region);
                double served = _largest?.ServedFinalOf(seller, region) ?? _servedFinal[seller];
                path.Unmet[(day * _flows.Regions) + region] += _flows.FinalUse[cell] + _finalChange[cell] - (ordered * served);
            }
        }
    }

    /// <summary>Says what a sector's missing output is due to.</summary>
    private void Attribute(InventoryPath path, int buyer, int seller)
    {
        double wanted = Math.Min(0, _wanted[seller]);
        if (_demand[seller] <= _capacity[seller] - 1)
        {
            path.LostToOrders[buyer] -= wanted;
        }
        else
        {
            path.LostToCapacity[buyer] -= wanted;
        }

        double lost = wanted - _made[seller];
        if (lost <= 0 || _limits.Binding[buyer] < 0)
        {
            return;
        }

        int product = _limits.Binding[buyer];
        path.LostToInput[(product * _flows.Buyers) + buyer] += lost;
        double[] missing = new double[_flows.Origins];
        for (int origin = 0; origin < missing.Length; origin++)
        {
            int from = _flows.SellerOf(product, origin);
            double served = _largest?.Sets(from) == true ? _largest.ServedOf(from, buyer) : _served[from];
            double flow = _flows.Flows[((long)from * _flows.Buyers) + buyer];
            missing[origin] = flow * Math.Max(0, 1 - (OrderOf(product, from, buyer) * served));
        }

        double all = missing.Sum();
        for (int origin = 0; origin < missing.Length; origin++)
        {
            int from = _flows.SellerOf(product, origin);
            double flow = _flows.Flows[((long)from * _flows.Buyers) + buyer];
            double share = all > 0 ? missing[origin] / all : flow / _flows.InputUse[(product * _flows.Buyers) + buyer];
            if (share > 0)
            {
                path.LostToOrigin[(buyer, from)] = path.LostToOrigin.GetValueOrDefault((buyer, from)) + (lost * share);
            }
        }
    }
}
