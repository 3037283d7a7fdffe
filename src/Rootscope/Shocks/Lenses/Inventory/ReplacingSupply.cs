namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>
/// What is had from others in place of forbidden deliveries: it is ordered elsewhere, and makers in the buyers' region build the capacity
/// for it and serve its final users.
/// </summary>
/// <remarks>The share grows in proportion to the time since the ban began, to all of it. With infinite times it does nothing.</remarks>
internal sealed class ReplacingSupply
{
    private readonly DailyFlows _flows;
    private readonly LaneShock[] _lanes;
    private readonly double[] _days;
    private readonly double[] _toIndustries;
    private readonly double[] _built;
    private readonly double[] _final;

    public ReplacingSupply(DailyFlows flows, InventoryOptions options, InventoryEvents events)
    {
        _flows = flows;
        _days =
        [
            .. flows.Sectors.Industries.Select(i => options.RewiringOf.TryGetValue(i.Code, out double own) ? own : options.RewiringDays),
        ];
        _lanes = [.. events.Lanes.Where(l => l.Share > 0 && double.IsFinite(_days[l.Seller / flows.Origins]))];
        _toIndustries = [.. _lanes.Select(l => SoldTo(flows, l))];
        _built = new double[_lanes.Length > 0 ? flows.Sellers : 0];
        _final = new double[_lanes.Length];
    }

    /// <summary>The share of what is forbidden that is had from others. Unit: share.</summary>
    public double ShareOf(LaneShock shock, int day) => Math.Clamp((day - shock.Profile.Start) / _days[shock.Seller / _flows.Origins], 0, 1);

    /// <summary>Sets what stands in on a day.</summary>
    public void Set(int day)
    {
        Array.Clear(_built);
        for (int i = 0; i < _lanes.Length; i++)
        {
            LaneShock lane = _lanes[i];
            double share = lane.Share * lane.Profile.At(day) * ShareOf(lane, day);
            int home = HomeOf(lane);
            _final[i] = 0;
            if (_flows.Output[home] > 0 && home != lane.Seller)
            {
                double final = _flows.FinalUse[(lane.Seller * _flows.Regions) + lane.Region];
                _built[home] += share * (_toIndustries[i] + final) / _flows.Output[home];
                _final[i] = share * final;
            }
        }
    }

    /// <summary>Capacity that was built in place of what is forbidden. Unit: output before.</summary>
    public double BuiltAt(int seller) => _built.Length > 0 ? _built[seller] : 0;

    /// <summary>Adds the final orders that go to makers in the buyers' region instead.</summary>
    public void AddFinal(double[] change)
    {
        for (int i = 0; i < _lanes.Length; i++)
        {
            change[(HomeOf(_lanes[i]) * _flows.Regions) + _lanes[i].Region] += _final[i];
        }
    }

    private int HomeOf(LaneShock lane) => _flows.SellerOf(lane.Seller / _flows.Origins, lane.Region);

    private static double SoldTo(DailyFlows flows, LaneShock lane)
    {
        (int product, int origin) = (lane.Seller / flows.Origins, lane.Seller % flows.Origins);
        double sum = 0;
        foreach (int input in flows.InputsOf(product))
        {
            foreach (double flow in flows.RowOf(input, origin).Slice(lane.Region * flows.Products, flows.Products))
            {
                sum += flow;
            }
        }

        return sum;
    }
}
