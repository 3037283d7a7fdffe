namespace Rootscope.Shocks.Stake;

/// <summary>Scarcity prices of the last three moments, from which those of the next are foretold. One instance a thread.</summary>
/// <remarks>
/// A parabola in time up to half a year and in its logarithm after, in which prices are smooth while the same limits bind. Only a guess:
/// what comes of it is searched for all the same.
/// </remarks>
internal sealed class PastPrices
{
    private const int Most = 3;

    /// <summary>How far ahead is foretold, in steps of the last two moments.</summary>
    private const double Ahead = 3;

    /// <summary>A foretold price this far from the last one is none.</summary>
    private const double Farthest = 0.5;

    private readonly (double At, double Flow, double Services)[] _past = new (double, double, double)[Most];
    private BindingLimits _binding;
    private int _count;

    /// <summary>Forgets all.</summary>
    public void Clear() => _count = 0;

    /// <summary>Keeps the prices of a moment: of current use, and of services.</summary>
    public void Keep(double years, BindingLimits binding, double[] prices)
    {
        if (binding != _binding)
        {
            _binding = binding;
            _count = 0;
        }

        for (int i = Most - 1; i > 0; i--)
        {
            _past[i] = _past[i - 1];
        }

        _past[0] = (Place(years), prices[0], prices[1]);
        _count = Math.Min(Most, _count + 1);
    }

    /// <summary>Replaces prices by those foretold for a moment, where enough is known.</summary>
    public void Foretell(double years, BindingLimits binding, double[] prices)
    {
        double at = Place(years);
        if (binding != _binding || _count < 2 || !(Math.Abs(at - _past[0].At) <= Ahead * Math.Abs(_past[0].At - _past[1].At)))
        {
            return;
        }

        // A third moment that all but coincides with another says nothing.
        int count = _count == Most && Spread() ? Most : 2;
        double flow = 0;
        double services = 0;
        for (int i = 0; i < count; i++)
        {
            double weight = 1;
            for (int other = 0; other < count; other++)
            {
                weight *= other == i ? 1 : (at - _past[other].At) / (_past[i].At - _past[other].At);
            }

            flow += weight * _past[i].Flow;
            services += weight * _past[i].Services;
        }

        if (Math.Abs(flow - _past[0].Flow) <= Farthest && Math.Abs(services - _past[0].Services) <= Farthest)
        {
            prices[0] = flow;
            prices[1] = services;
        }
    }

    private bool Spread()
    {
        double last = Math.Abs(_past[0].At - _past[1].At);
        return Math.Abs(_past[2].At - _past[1].At) > 0.1 * last && Math.Abs(_past[2].At - _past[0].At) > 0.1 * last;
    }

    private static double Place(double years) => years <= 0.5 ? years : 0.5 + Math.Log(years / 0.5);
}
