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
    private readonly DailyFlows _flows;
    private readonly InventoryOptions _options;
    private readonly InventoryEvents _events;
    private readonly InventoryState _state;
    private readonly OrderSweep _orders;
    private readonly InputLimits _limits;
    private readonly RebuildingWork[] _works;
    private readonly PathRecorder _recorder;
    private readonly ReferenceHabits _habits;
    private readonly ReplacingSupply _replacing;

    public InventoryModel(DailyFlows flows, InventoryOptions options, InventoryEvents events)
    {
        (_flows, _options, _events) = (flows, options, events);
        _state = new InventoryState(flows, options)
        {
            Lanes = new LaneFactors(flows, events),
            NextLanes = new LaneFactors(flows, events),
            Largest = options.Rationing == Rationing.LargestFirst ? new LargestOrders(flows) : null,
        };
        _orders = new OrderSweep(flows, options, _state);
        _limits = new InputLimits(flows, options, _state.Cover);
        _works = [.. events.Rebuildings.Select(r => new RebuildingWork(flows, r, options.Compatible))];
        _recorder = new PathRecorder(flows, _state, _orders, _limits);
        _habits = new ReferenceHabits(flows, _state);
        _replacing = new ReplacingSupply(flows, options, events);
    }

    /// <summary>Told the state after every day: for laws and series of tests.</summary>
    public Action<InventoryState, int>? Observed { get; init; }

    /// <summary>Runs the days.</summary>
    /// <param name="threads">Most threads; the path is the same bits on any number.</param>
    /// <param name="cancellation">Stops between days.</param>
    public InventoryPath Run(int threads = 1, CancellationToken cancellation = default)
    {
        var path = new InventoryPath(_flows, _options.Days, [.. _events.Investment.Select(i => i.Sector).Distinct()]);
        _state.Delivered = Observed is null ? [] : new double[_flows.Flows.LongLength];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        _state.NextLanes.Set(_events, 0, _replacing);
        SetInvestment(0);
        Parallel.For(0, _flows.Products, parallel, _orders.Order);
        for (int day = 0; day < _options.Days; day++)
        {
            cancellation.ThrowIfCancellationRequested();
            (_state.Lanes, _state.NextLanes) = (_state.NextLanes, _state.Lanes);
            _state.NextLanes.Set(_events, day + 1, _replacing);
            SetInvestment(day + 1);
            SetLosses(day);
            _replacing.Set(day);
            SetDemand(day);
            AdaptCapacity(day);
            Produce();
            Serve(parallel);
            _recorder.Record(path, day);
            Build(day);
            Sweep(parallel);

            Observed?.Invoke(_state, day);
        }

        _recorder.Finish(path);
        return path;
    }

    /// <summary>The share of capacity that is lost on a day: the larger of what capital and other losses take.</summary>
    private void SetLosses(int day)
    {
        Array.Clear(_state.LostShare);
        foreach (CapacityLoss loss in _events.Capacity)
        {
            double share = _options.Compatible ? ReferenceHabits.ShareOf(loss, day) : loss.Share * loss.Profile.At(day);
            _state.LostShare[loss.Seller] = Math.Max(_state.LostShare[loss.Seller], share);
        }

        Array.Clear(_state.CapitalMissing);
        foreach (CapitalLoss loss in _events.Capital)
        {
            _state.CapitalMissing[loss.Sector] += _options.Compatible
                ? ReferenceHabits.CapitalOf(loss, day)
                : loss.Amount * loss.Profile.At(day);
        }

        foreach (RebuildingWork work in _works)
        {
            work.AddLoss(day, _state.CapitalMissing);
        }

        for (int sector = 0; sector < _flows.Buyers; sector++)
        {
            double stock = _options.CapitalRatio * Math.Max(0, _flows.ValueAdded[sector]) * InventoryOptions.DaysOfYear;
            if (_state.CapitalMissing[sector] > 0 && stock > 0)
            {
                int seller = _flows.SellerOf(sector);
                _state.LostShare[seller] = Math.Max(_state.LostShare[seller], Math.Min(1, _state.CapitalMissing[sector] / stock));
            }
        }
    }

    /// <summary>What sectors may order of capital goods for a day.</summary>
    private void SetInvestment(int day)
    {
        Array.Clear(_state.Investment);
        foreach (InvestmentShock shock in _events.Investment)
        {
            double before = _state.Investment[shock.Sector];
            _state.Investment[shock.Sector] = before + ((1 + before) * shock.Change * shock.Profile.At(day));
        }
    }

    /// <summary>Final demand and the demand of building, and all that is ordered.</summary>
    private void SetDemand(int day)
    {
        Array.Clear(_state.FinalChange);
        foreach (DemandShock shock in _events.Demand)
        {
            _state.FinalChange[(shock.Seller * _flows.Regions) + shock.Region] += shock.Change * shock.Profile.At(day);
        }

        _replacing.AddFinal(_state.FinalChange);
        Array.Copy(_state.Stale, _state.Rebuilding, _state.Stale.Length);
        foreach (RebuildingWork work in _works)
        {
            work.AddDemand(day, _state.Rebuilding);
        }

        for (int seller = 0; seller < _state.Demand.Length; seller++)
        {
            double final = 0;
            for (int region = 0; region < _flows.Regions; region++)
            {
                final += _orders.FinalOrderChange(seller, region);
            }

            double output = _flows.Output[seller];
            _state.Demand[seller] =
                output > 0 ? Math.Max(-1, (_state.IndustryOrders[seller] + final + _state.Rebuilding[seller]) / output) : 0;
        }
    }

    /// <summary>Sectors that cannot make what is ordered raise their capacity; the others let it sink again.</summary>
    private void AdaptCapacity(int day)
    {
        const int FirstOfReference = 2;
        for (int seller = 0; seller < _state.Demand.Length; seller++)
        {
            double scarcity = _state.Demand[seller] > -1 ? (_state.Demand[seller] - _state.Made[seller]) / (1 + _state.Demand[seller]) : 0;
            double now = _state.Overproduction[seller];
            bool rises = _options.Compatible ? scarcity != 0 : scarcity > 0;
            double change = rises ? (_options.MostCapacity - now) * scarcity : _options.QuietCapacity - now;
            if (day >= (_options.Compatible ? FirstOfReference : 1))
            {
                _state.Overproduction[seller] = Math.Max(1, now + (change / _options.OverproductionDays));
            }

            _state.Capacity[seller] = (_state.Overproduction[seller] * (1 - _state.LostShare[seller])) + _replacing.BuiltAt(seller);
        }
    }

    private void Produce()
    {
        for (int seller = 0; seller < _state.Made.Length; seller++)
        {
            _state.Wanted[seller] = Math.Min(_state.Demand[seller], _state.Capacity[seller] - 1);
            _state.Made[seller] = _flows.Output[seller] > 0 ? _state.Wanted[seller] : 0;
        }

        _limits.Apply(_state);
    }

    /// <summary>The share of its orders that every seller serves.</summary>
    private void Serve(ParallelOptions parallel)
    {
        for (int seller = 0; seller < _state.Made.Length; seller++)
        {
            double made = 1 + _state.Made[seller];
            double ordered = 1 + _state.Demand[seller];
            double all = made == ordered || ordered <= 0 ? 1 : made / ordered;
            (_state.Served[seller], _state.ServedFinal[seller]) = (all, all);
            if (_options.Rationing == Rationing.IndustriesFirst && made < ordered)
            {
                double industries = (_flows.SoldToIndustries[seller] + _state.IndustryOrders[seller]) / _flows.Output[seller];
                _state.Served[seller] = industries > made ? made / industries : 1;
                _state.ServedFinal[seller] = ordered > industries ? Math.Max(0, made - industries) / (ordered - industries) : 1;
            }
        }

        _state.Largest?.Set(
            parallel,
            _state.Made,
            _state.Demand,
            _state.Rebuilding,
            _orders.OrderOf,
            (seller, region) => _flows.FinalUse[(seller * _flows.Regions) + region] + _orders.FinalOrderChange(seller, region),
            _state.ServedFinal
        );
    }

    /// <summary>Takes deliveries to building off what is left, and sets what stocks are meant for.</summary>
    private void Build(int day)
    {
        double[] stale = _options.Compatible ? _state.Stale : new double[_state.Stale.Length];
        foreach (RebuildingWork work in _works)
        {
            work.Receive(day, _state.ServedFinal, stale);
        }

        Array.Copy(_state.Wanted, _state.Intended, _state.Wanted.Length);
        for (int seller = 0; seller < _state.Intended.Length && _options.Compatible && _works.Length > 0; seller++)
        {
            double built = _state.Rebuilding[seller] * _state.ServedFinal[seller] / _flows.Output[seller];
            _state.Intended[seller] = Math.Min(_state.Demand[seller] - built, _state.Capacity[seller] - 1);
        }
    }

    /// <summary>Goods arrive, are used, and new orders are placed.</summary>
    private void Sweep(ParallelOptions parallel)
    {
        if (!_options.Compatible)
        {
            Parallel.For(0, _flows.Products, parallel, _orders.Sweep);
            return;
        }

        Parallel.For(0, _flows.Products, parallel, _orders.Deliver);
        bool arrivals = !_habits.ArrivalsAreClose();
        for (int product = 0; product < _flows.Products && arrivals; product++)
        {
            _orders.TakeIn(product);
        }

        _state.DropsGoals = _habits.StocksAreClose();
        Parallel.For(0, _flows.Products, parallel, _orders.Order);
    }
}
