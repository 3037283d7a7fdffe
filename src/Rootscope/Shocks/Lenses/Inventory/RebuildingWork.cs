namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>What is still to be built again after one loss of capital, and by whom.</summary>
internal sealed class RebuildingWork
{
    private readonly Rebuilding _event;
    private readonly (int Seller, int Sector)[] _orders;
    private readonly double[] _left;
    private readonly bool _rounded;
    private readonly double[] _damage;

    /// <summary>Splits what has to be built over builders of all origins, by what each sold to the damaged sector before.</summary>
    public RebuildingWork(DailyFlows flows, Rebuilding rebuilding, bool rounded)
    {
        (_event, _rounded) = (rebuilding, rounded);
        var orders = new List<(int, int)>();
        var left = new List<double>();
        foreach ((int sector, double amount) in rebuilding.Damage)
        {
            foreach ((int product, double share) in rebuilding.Builders)
            {
                double all = flows.InputsOf(product).Sum(i => flows.InputUse[(i * flows.Buyers) + sector]);
                for (int origin = 0; origin < flows.Origins && all > 0; origin++)
                {
                    int seller = flows.SellerOf(product, origin);
                    orders.Add((seller, sector));
                    left.Add(amount * share * rebuilding.Factor * (flows.FlowOf(seller, sector) / all));
                }
            }
        }

        (_orders, _left) = ([.. orders], [.. left]);
        _damage = [.. rebuilding.Damage.Select(d => d.Amount)];
    }

    /// <summary>Whether nothing is left to build.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether building goes on on a day.</summary>
    public bool IsUnderWay(int day) => !IsDone && day >= _event.Start + _event.Delay;

    /// <summary>Adds what is ordered on a day to the demand of sellers. Unit: the table's money a day.</summary>
    public void AddDemand(int day, double[] demand)
    {
        for (int i = 0; i < _orders.Length && IsUnderWay(day); i++)
        {
            demand[_orders[i].Seller] += _left[i] / _event.Days;
        }
    }

    /// <summary>Takes what sellers deliver off what is left.</summary>
    /// <param name="day">The day.</param>
    /// <param name="served">Share of its orders that a seller serves.</param>
    /// <param name="stale">Gets what is ordered and not delivered on the last day.</param>
    public void Receive(int day, double[] served, double[] stale)
    {
        if (!IsUnderWay(day))
        {
            return;
        }

        bool anyLeft = false;
        double[] ordered = [.. _left.Select(l => l / _event.Days)];
        for (int i = 0; i < _left.Length; i++)
        {
            double left = _left[i] - (ordered[i] * served[_orders[i].Seller]);
            _left[i] = Math.Max(0, _rounded ? ReferenceHabits.RoundedCapital(left) : left);
            anyLeft |= _left[i] > 0;
        }

        for (int d = 0; d < _damage.Length; d++)
        {
            double sum = 0;
            for (int i = 0; i < _left.Length; i++)
            {
                sum += _orders[i].Sector == _event.Damage[d].Sector ? _left[i] : 0;
            }

            _damage[d] = sum / _event.Factor;
        }

        IsDone = !anyLeft;
        for (int i = 0; i < _left.Length && IsDone; i++)
        {
            stale[_orders[i].Seller] += ordered[i] * (1 - served[_orders[i].Seller]);
        }
    }

    /// <summary>Adds the capital that is still missing on a day, by sector. Unit: the table's money.</summary>
    public void AddLoss(int day, double[] lost)
    {
        for (int d = 0; d < _damage.Length && day >= _event.Start && !IsDone; d++)
        {
            lost[_event.Damage[d].Sector] += _damage[d];
        }
    }
}
