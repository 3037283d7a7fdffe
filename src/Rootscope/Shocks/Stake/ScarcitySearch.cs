using Rootscope.Numerics;

namespace Rootscope.Shocks.Stake;

/// <summary>Finds the user prices at which what is used of a scarce product is what there is. One instance a thread.</summary>
/// <remarks>
/// Broyden's method over one or two prices, with the derivatives of the last search, which is that of a moment before; the derivatives of
/// all figures are kept up with the steps, so that the last miss is made good in a straight line instead of by another evaluation. Where it
/// does not settle, one price is bracketed, and of two the second around the first. Source of the update: Broyden (1965), Mathematics of
/// Computation 19(92).
/// </remarks>
internal sealed class ScarcitySearch(ScarceEconomy economy)
{
    /// <summary>e^24 is 3·10^10 times the base price: a product that is not given up at that price is not given up.</summary>
    private const double HighestPrice = 24;

    private const int MostSteps = 24;

    /// <summary>Solves of prices and quantities in one search: two prices take some dozens, brackets within brackets hundreds.</summary>
    private const int MostEvaluations = 1_000;
    private const double LongestStep = 3;

    /// <summary>Supply of itself that counts as none missed.</summary>
    private const double Met = 1e-12;

    /// <summary>What a straight line makes good: it errs by the product of the last two misses.</summary>
    private const double Line = 1e-8;
    private const double LineProduct = 1e-12;
    private const double LargestMiss = 1e-7;
    private const double Nudge = 0.02;

    /// <summary>Stands for a price that nobody can pay.</summary>
    private const double Unpayable = -3;

    private readonly double[] _prices = new double[2];
    private readonly ShortageFigures[] _slopes = new ShortageFigures[2];
    private readonly bool[] _known = new bool[2];
    private ShortageFigures _at;
    private readonly PastPrices _past = new();
    private bool _failed;
    private int _evaluations;

    /// <summary>The figures that the last search found.</summary>
    public ShortageFigures Found { get; private set; }

    /// <summary>Forgets all searches.</summary>
    public void Reset()
    {
        Array.Clear(_known);
        Array.Clear(_prices);
        _past.Clear();
    }

    /// <summary>Starts where another search ended.</summary>
    public void StartFrom(ScarcitySearch other)
    {
        other._prices.CopyTo(_prices, 0);
        other._slopes.CopyTo(_slopes, 0);
        other._known.CopyTo(_known, 0);
        _past.Clear();
    }

    /// <summary>Searches; the moment and the product are those of the economy.</summary>
    /// <param name="years">The moment, from which prices are foretold by those of moments before.</param>
    /// <param name="binding">Which prices are free; at least one.</param>
    /// <param name="shortage">What is missing.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    public CutStatus Find(double years, BindingLimits binding, Shortage shortage, CancellationToken cancellation)
    {
        _failed = false;
        _evaluations = 0;
        _past.Foretell(years, binding, _prices);
        if (Start(binding, shortage, cancellation) && Broyden(binding, shortage, cancellation))
        {
            _past.Keep(years, binding, _prices);
            return CutStatus.Ok;
        }

        _past.Clear();
        return binding == BindingLimits.Both ? Nested(shortage, cancellation) : Bracketed(binding, shortage, cancellation);
    }

    private static (double Flow, double Services) Misses(ShortageFigures figures, Shortage shortage) =>
        (figures.FlowSupply - Math.Log(1 - shortage.Flow), figures.ServicesSupply - Math.Log(1 - shortage.Services));

    private static double Miss(BindingLimits binding, ShortageFigures figures, Shortage shortage)
    {
        (double flow, double services) = Misses(figures, shortage);
        return Math.Max(
            binding.HasFlag(BindingLimits.Flow) ? Math.Abs(flow) : 0,
            binding.HasFlag(BindingLimits.Services) ? Math.Abs(services) : 0
        );
    }

    private bool Evaluate(BindingLimits binding, CancellationToken cancellation)
    {
        if (++_evaluations > MostEvaluations)
        {
            _failed = true;
            return false;
        }

        var users = new UserPrices(
            binding.HasFlag(BindingLimits.Flow) ? _prices[0] : null,
            binding.HasFlag(BindingLimits.Services) ? _prices[1] : null
        );
        if (economy.At(users, cancellation) is not { } figures)
        {
            return false;
        }

        _at = figures;
        (double flow, double services) = economy.UserPrices;
        _prices[0] = flow;
        _prices[1] = services;
        return true;
    }

    /// <summary>Guesses prices and slopes that are not known yet, and evaluates.</summary>
    private bool Start(BindingLimits binding, Shortage shortage, CancellationToken cancellation)
    {
        ScarceProduct scarce = economy.Scarce;
        double elasticity = economy.Nests.Levels[LevelOf(scarce.Product)];
        if (binding.HasFlag(BindingLimits.Flow) && !_known[0])
        {
            // Final users and exporters give way more easily than makers do.
            double inputs = InputShareOf(scarce);
            double give = (inputs * Math.Max(elasticity, 0.15)) + ((1 - inputs) * 0.9);
            _prices[0] = Math.Min(4, -Math.Log(1 - shortage.Flow) / give);
            _slopes[0] = new ShortageFigures(-give, 0, 0, 1, 0);
            _known[0] = true;
        }

        if (binding == BindingLimits.Services && !_known[1])
        {
            double give = Math.Max(elasticity, 0.15);
            _prices[1] = Math.Min(4, -Math.Log(1 - shortage.Services) / give);
            _slopes[1] = new ShortageFigures(0, -give, 0, 0, 1);
            _known[1] = true;
        }

        bool isNew = binding == BindingLimits.Both && !_known[1];
        if (!Evaluate(isNew ? BindingLimits.Flow : binding, cancellation))
        {
            Array.Clear(_prices);
            if (!Evaluate(binding, cancellation))
            {
                return false;
            }
        }

        return !isNew || Differentiate(1, binding, cancellation);
    }

    /// <summary>The slopes of a price, by a small step up, where the search then goes on from.</summary>
    private bool Differentiate(int price, BindingLimits binding, CancellationToken cancellation)
    {
        ShortageFigures before = _at;
        double from = _prices[price];
        double other = _prices[1 - price];
        _prices[price] += Nudge;
        if (!Evaluate(binding, cancellation))
        {
            _prices[price] = from;
            _prices[1 - price] = other;
            return false;
        }

        _slopes[price] = 1 / Nudge * (_at - before);
        _known[price] = true;
        return true;
    }

    private bool Broyden(BindingLimits binding, Shortage shortage, CancellationToken cancellation)
    {
        double last = double.PositiveInfinity;
        for (int step = 0; step < MostSteps; step++)
        {
            double miss = Miss(binding, _at, shortage);
            (double up, double down) = Step(binding, shortage);
            if (!double.IsFinite(up) || !double.IsFinite(down))
            {
                return false;
            }

            if (miss <= Met || (miss <= Line && (binding != BindingLimits.Both ? miss * last <= LineProduct : miss <= LineProduct * 1e3)))
            {
                Found = _at + (up * _slopes[0]) + (down * _slopes[1]);
                _prices[0] += up;
                _prices[1] += down;
                return true;
            }

            last = miss;
            if (!Move(binding, up, down, cancellation))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The step of each price that the slopes say.</summary>
    private (double Flow, double Services) Step(BindingLimits binding, Shortage shortage)
    {
        (double flow, double services) = Misses(_at, shortage);
        if (binding == BindingLimits.Flow)
        {
            return (-flow / _slopes[0].FlowSupply, 0);
        }

        if (binding == BindingLimits.Services)
        {
            return (0, -services / _slopes[1].ServicesSupply);
        }

        double a = _slopes[0].FlowSupply;
        double b = _slopes[1].FlowSupply;
        double c = _slopes[0].ServicesSupply;
        double d = _slopes[1].ServicesSupply;
        double determinant = (a * d) - (b * c);
        return (((b * services) - (d * flow)) / determinant, ((c * flow) - (a * services)) / determinant);
    }

    private bool Move(BindingLimits binding, double flow, double services, CancellationToken cancellation)
    {
        double longest = Math.Max(Math.Abs(flow), Math.Abs(services));
        double scale = longest > LongestStep ? LongestStep / longest : 1;
        double flowFrom = _prices[0];
        double servicesFrom = _prices[1];
        ShortageFigures before = _at;
        for (int attempt = 0; attempt < 4; attempt++, scale *= 0.5)
        {
            double up = scale * flow;
            double down = scale * services;
            _prices[0] = flowFrom + up;
            _prices[1] = servicesFrom + down;
            if (Math.Max(_prices[0], _prices[1]) < HighestPrice && Evaluate(binding, cancellation))
            {
                ShortageFigures missed = _at - before - ((up * _slopes[0]) + (down * _slopes[1]));
                double square = (up * up) + (down * down);
                _slopes[0] += up / square * missed;
                _slopes[1] += down / square * missed;
                return true;
            }
        }

        _prices[0] = flowFrom;
        _prices[1] = servicesFrom;
        return false;
    }

    /// <summary>One price between two that bracket it.</summary>
    private CutStatus Bracketed(BindingLimits binding, Shortage shortage, CancellationToken cancellation)
    {
        int price = binding == BindingLimits.Flow ? 0 : 1;
        double Excess(double at)
        {
            _prices[price] = at;
            if (!Evaluate(binding, cancellation))
            {
                return Unpayable;
            }

            (double flow, double services) = Misses(_at, shortage);
            return price == 0 ? flow : services;
        }

        CutStatus status = Bracket(Excess);
        Found = _at;
        Array.Clear(_known);
        return _failed ? CutStatus.NotConverged : status;
    }

    /// <summary>The price of services between two, that of current use searched anew at each.</summary>
    private CutStatus Nested(Shortage shortage, CancellationToken cancellation)
    {
        bool unmet = false;
        double Inner(double services)
        {
            double Excess(double flow)
            {
                _prices[0] = flow;
                _prices[1] = services;
                return Evaluate(BindingLimits.Both, cancellation) ? Misses(_at, shortage).Flow : Unpayable;
            }

            CutStatus inner = Bracket(Excess);
            _failed |= inner == CutStatus.NotConverged;
            unmet |= inner == CutStatus.NotRepresented;
            return _failed || unmet ? double.NaN : Misses(_at, shortage).Services;
        }

        CutStatus status = Bracket(Inner);
        Found = _at;
        Array.Clear(_known);
        return _failed ? CutStatus.NotConverged
            : unmet ? CutStatus.NotRepresented
            : status;
    }

    private static CutStatus Bracket(Func<double, double> excess)
    {
        double low = 0;
        double atLow = excess(low);
        if (double.IsNaN(atLow))
        {
            return CutStatus.NotConverged;
        }

        if (atLow <= 0)
        {
            (low, atLow) = (-LongestStep, excess(-LongestStep));
        }

        double high = 1;
        double atHigh = excess(high);
        while (atHigh > 0 && high < HighestPrice)
        {
            (low, atLow) = (high, atHigh);
            high = Math.Min(HighestPrice, 2 * high);
            atHigh = excess(high);
        }

        if (!(atHigh <= 0) || !(atLow >= 0))
        {
            return double.IsNaN(atHigh) || double.IsNaN(atLow) ? CutStatus.NotConverged : CutStatus.NotRepresented;
        }

        (double price, double value) = BracketedRoot.Find(excess, low, atLow, high, atHigh, Met, Met);
        value = excess(price);
        return Math.Abs(value) <= LargestMiss ? CutStatus.Ok
            : double.IsNaN(value) ? CutStatus.NotConverged
            : CutStatus.NotRepresented;
    }

    private int LevelOf(int product)
    {
        int[] rows = economy.Economy.Items.RowsOf[product];
        return economy.Economy.Items.Level[rows[0]];
    }

    /// <summary>Share of current inputs in the supply that is short.</summary>
    private double InputShareOf(ScarceProduct scarce)
    {
        double given = economy.Economy.Shares.FinalUse[scarce.Product];
        double exports = scarce.HitsHome ? economy.Economy.Shares.Exports[scarce.Product] : 0;
        return scarce.Flow > 0 ? Math.Clamp(1 - ((given + exports) / scarce.Flow), 0, 1) : 1;
    }
}
