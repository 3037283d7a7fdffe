namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>What of deliveries is forbidden and how orders are weighed, on one day, for the sellers whom a shock names.</summary>
internal sealed class LaneFactors
{
    private readonly int _regions;
    private readonly int[] _lanesOf;
    private readonly double[] _most;
    private readonly double[] _weight;

    public LaneFactors(DailyFlows flows, IReadOnlyList<LaneShock> shocks)
    {
        _regions = flows.Regions;
        _lanesOf = new int[flows.Sellers];
        Array.Fill(_lanesOf, -1);
        int named = 0;
        foreach (LaneShock shock in shocks)
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
    public bool Names(int seller) => _lanesOf[seller] >= 0;

    /// <summary>Most that may be delivered to a region over what was before; infinity where nothing is forbidden. Unit: ratio.</summary>
    public double MostOf(int seller, int region) => _lanesOf[seller] < 0 ? double.PositiveInfinity : _most[_lanesOf[seller] + region];

    /// <summary>Factor on the seller's weight in orders of a region. Unit: ratio.</summary>
    public double WeightOf(int seller, int region) => _lanesOf[seller] < 0 ? 1 : _weight[_lanesOf[seller] + region];

    /// <summary>Sets the factors of a day.</summary>
    /// <param name="shocks">The shocks.</param>
    /// <param name="day">The day.</param>
    /// <param name="rewiringDays">Days after which orders go elsewhere in whole.</param>
    public void Set(IReadOnlyList<LaneShock> shocks, int day, double rewiringDays)
    {
        Clear();
        foreach (LaneShock shock in shocks)
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
                double elsewhere = Math.Clamp((day - shock.Profile.Start) / rewiringDays, 0, 1);
                _weight[lane] *= 1 - (elsewhere * forbidden);
            }

            _weight[lane] *= 1 + ((shock.Weight - 1) * size);
        }
    }

    private void Clear()
    {
        Array.Fill(_most, double.PositiveInfinity);
        Array.Fill(_weight, 1);
    }
}
