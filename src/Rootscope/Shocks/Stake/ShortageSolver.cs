namespace Rootscope.Shocks.Stake;

/// <summary>The equilibrium of an economy in which a product is short, moment after moment. One instance a thread.</summary>
/// <remarks>
/// Limits are ceilings: of current use 1 − f and of services 1 − s of the base. Users of what its limit binds pay a scarcity price, of what
/// it does not bind the cost. Which limits bind is tried from the last moment's answer. Every solve starts where the last ended, so that
/// the order of moments matters to the last digits: walk them in order, after <see cref="Take"/>.
/// </remarks>
internal sealed class ShortageSolver
{
    private const int MostTrials = 6;

    /// <summary>How far above its limit use may be before the limit counts as binding, as a share of itself.</summary>
    private const double Slack = 1e-11;

    private readonly ScarceEconomy _economy;
    private readonly ScarcitySearch _search;
    private readonly bool _isCeiling;
    private double _key;
    private Shortage _last;
    private ShortageSolution _solution;
    private bool _hasLast;

    /// <param name="economy">The economy.</param>
    /// <param name="isCeiling">Whether limits are ceilings; otherwise services are held at their limit even where less is wanted.</param>
    public ShortageSolver(StakeEconomy economy, bool isCeiling = true)
    {
        _economy = new ScarceEconomy(economy);
        _search = new ScarcitySearch(_economy);
        _isCeiling = isCeiling;
    }

    /// <summary>The product that is short.</summary>
    public ScarceProduct Scarce => _economy.Scarce;

    /// <summary>By how much the last budget of households missed their income, over base spending.</summary>
    public double BudgetGap => _economy.BudgetGap;

    /// <summary>How often prices and quantities were solved, in all.</summary>
    public int Evaluations => _economy.Evaluations;

    /// <summary>How many sweeps of prices and of quantities there were, in all.</summary>
    public (int Prices, int Quantities) Sweeps => _economy.Sweeps;

    private bool HasFlow => Scarce.Flow > 0;

    private bool HasServices => Scarce.Services > 0;

    /// <summary>Takes up a product and starts at the base.</summary>
    public void Take(ScarceProduct scarce)
    {
        _economy.Take(scarce);
        _search.Reset();
        _hasLast = false;
        _solution = default;
    }

    /// <summary>
    /// Takes up the product of a solver of nearly the same economy and starts where that one stands: sooner there than from the base.
    /// </summary>
    public void TakeFrom(ShortageSolver other)
    {
        _economy.TakeFrom(other._economy);
        _search.StartFrom(other._search);
        (_solution, _hasLast, _key) = (other._solution, other._hasLast, double.NaN);
    }

    /// <summary>Solves a moment.</summary>
    /// <param name="years">Years after the cut, which set the elasticities.</param>
    /// <param name="shortage">What is missing.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    public ShortageSolution Solve(double years, Shortage shortage, CancellationToken cancellation)
    {
        BindingLimits tried = Guess(shortage);
        ShortageSolution solution = default;
        for (int trial = 0; trial < MostTrials; trial++)
        {
            solution = SolveAs(tried, years, shortage, cancellation);
            if (solution.Status != CutStatus.Ok)
            {
                break;
            }

            BindingLimits better = Better(solution, shortage);
            if (better == tried)
            {
                break;
            }

            tried = better;
        }

        return solution;
    }

    /// <summary>Solves a moment under the supposition that some limits bind and others do not.</summary>
    public ShortageSolution SolveAs(BindingLimits binding, double years, Shortage shortage, CancellationToken cancellation)
    {
        if (binding == BindingLimits.None)
        {
            return new ShortageSolution(CutStatus.Ok, binding, ShortageFigures.Base, 0);
        }

        double key = NestsAtMoment.KeyOf(years);
        if (_hasLast && key == _key && IsSame(binding, shortage))
        {
            return _solution;
        }

        _economy.Nests.Move(years);
        CutStatus status = _search.Find(years, binding, shortage, cancellation);
        _solution = new ShortageSolution(status, binding, _search.Found, _economy.RentShare);
        _key = key;
        _last = shortage;
        _hasLast = status == CutStatus.Ok;
        return _solution;
    }

    /// <summary>
    /// Adds by how much outputs and exports of the last solve are below the base's, as a share of the base's and times a weight.
    /// </summary>
    /// <param name="solution">What the last solve found.</param>
    /// <param name="weight">The weight.</param>
    /// <param name="falls">One sum an industry, and that of the volume of exports last.</param>
    public void AddFalls(ShortageSolution solution, double weight, Span<double> falls)
    {
        if (solution.Binding != BindingLimits.None)
        {
            _economy.AddFalls(weight, falls);
        }
    }

    /// <summary>By how much, in logs, use would exceed the limits that do not bind: current use and services.</summary>
    public static (double Flow, double Services) Excess(ShortageSolution solution, Shortage shortage) =>
        (solution.Figures.FlowSupply - Math.Log(1 - shortage.Flow), solution.Figures.ServicesSupply - Math.Log(1 - shortage.Services));

    private BindingLimits Guess(Shortage shortage)
    {
        if (!_isCeiling)
        {
            return (HasFlow ? BindingLimits.Flow : BindingLimits.None) | (HasServices ? BindingLimits.Services : BindingLimits.None);
        }

        if (_hasLast && _solution.Binding != BindingLimits.None)
        {
            return shortage.IsReplaced ? _solution.Binding & ~BindingLimits.Flow : _solution.Binding;
        }

        return HasFlow && shortage.Flow > 0 ? BindingLimits.Flow
            : HasServices && shortage.Services > 0 ? BindingLimits.Services
            : BindingLimits.None;
    }

    /// <summary>Which limits bind after all: those that are exceeded, and not those whose price fell below cost.</summary>
    private BindingLimits Better(ShortageSolution solution, Shortage shortage)
    {
        BindingLimits binding = solution.Binding;
        if (!_isCeiling)
        {
            return binding;
        }

        (double flow, double services) = Excess(solution, shortage);
        if (HasFlow && !shortage.IsReplaced)
        {
            binding = Binds(binding, BindingLimits.Flow, flow, solution.Figures.FlowScarcity);
        }

        if (HasServices)
        {
            binding = Binds(binding, BindingLimits.Services, services, solution.Figures.ServicesScarcity);
        }

        return binding;
    }

    private static BindingLimits Binds(BindingLimits binding, BindingLimits limit, double excess, double scarcity) =>
        binding.HasFlag(limit) ? (scarcity < -Slack ? binding & ~limit : binding)
        : excess > Slack ? binding | limit
        : binding;

    /// <summary>Whether the limits that bind are those of the last solve.</summary>
    private bool IsSame(BindingLimits binding, Shortage shortage) =>
        binding == _solution.Binding
        && (!binding.HasFlag(BindingLimits.Flow) || shortage.Flow == _last.Flow)
        && (!binding.HasFlag(BindingLimits.Services) || shortage.Services == _last.Services);
}
