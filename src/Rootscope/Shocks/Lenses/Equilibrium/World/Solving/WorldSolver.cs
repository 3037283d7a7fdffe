using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

/// <summary>What a solve found: logs of prices, spending and sales, and how it ended.</summary>
internal sealed record WorldSolution(
    SolveStatus Status,
    int Iterations,
    double Residual,
    double[] LogFactor,
    double[] Price,
    double[] Bundle,
    double[] Materials,
    double[] Spending,
    double[] Sales,
    double[] Income,
    double[] FinalPrice
)
{
    /// <summary>Buyers whose prices grow without bound; empty where there are none.</summary>
    public IReadOnlyList<InfeasibleBuyer> Unbounded { get; init; } = [];

    /// <summary>Sweeps of prices and of spending.</summary>
    public int Work { get; init; }

    public static WorldSolution Infeasible(WorldModel model) =>
        new(
            SolveStatus.Infeasible,
            0,
            double.PositiveInfinity,
            new double[model.Factors],
            new double[model.Cells],
            new double[model.Cells],
            new double[model.Cells],
            model.BaseSpending,
            model.BaseSales,
            model.BaseIncome,
            new double[model.Regions]
        );
}

/// <summary>Finds factor prices at which every factor earns what is paid for it, for several shocks side by side.</summary>
/// <remarks>
/// Newton's step of the base, accelerated by Anderson's method in each lane; prices and spending inside, as exactly as the residual asks
/// for. One instance a thread.
/// </remarks>
internal sealed class WorldSolver
{
    private const double Tolerance = 1e-11;
    private const double FirstTolerance = 1e-5;
    private const double InnerShare = 1e-4;
    private const double LongestStep = 0.7;
    private const double LongestLeap = 3;
    private const int MostIterations = 60;

    /// <summary>Sweeps of prices and of spending in one solve; hard shocks take some hundreds.</summary>
    private const int MostWork = 20_000;

    private readonly WorldModel _model;
    private readonly FactorResponse _response;
    private readonly ShockBatch _lanes;
    private readonly AndersonAcceleration[] _acceleration;
    private readonly double[] _excess;
    private readonly double[] _next;
    private readonly double[] _last;
    private readonly double[] _now;

    public WorldSolver(WorldModel model, int lanes, FactorResponse? response = null)
    {
        _model = model;
        _response = response ?? model.Response;
        _lanes = new ShockBatch(model, lanes);
        _acceleration = [.. Enumerable.Range(0, lanes).Select(_ => new AndersonAcceleration(model.Factors))];
        _excess = new double[model.Factors];
        _next = new double[model.Factors];
        _last = new double[model.Factors];
        _now = new double[model.Factors];
    }

    /// <summary>Number of shocks that are solved side by side.</summary>
    public int Lanes => _lanes.Count;

    /// <summary>
    /// Solves up to as many shocks as there are lanes, those that resist by way of smaller shocks; tells each outcome once.
    /// </summary>
    public void Solve(
        IReadOnlyList<WorldChange> changes,
        WorldStart? start,
        Action<int, WorldSolution> solved,
        CancellationToken cancellation
    ) =>
        SolveDirectly(
            changes,
            start,
            (lane, solution) =>
                solved(
                    lane,
                    solution.Status == SolveStatus.NotConverged ? SolvePath.Of(_model, changes[lane], solution, cancellation) : solution
                ),
            cancellation
        );

    /// <summary>Solves up to as many shocks as there are lanes; tells each outcome once.</summary>
    public void SolveDirectly(
        IReadOnlyList<WorldChange> changes,
        WorldStart? start,
        Action<int, WorldSolution> solved,
        CancellationToken cancellation
    )
    {
        Array.Clear(_lanes.Active);
        for (int lane = 0; lane < changes.Count; lane++)
        {
            if (changes[lane].Infeasible.Count > 0)
            {
                solved(lane, WorldSolution.Infeasible(_model));
                continue;
            }

            _lanes.Put(lane, changes[lane], start);
            _lanes.Tolerance[lane] = FirstTolerance;
            _acceleration[lane].Reset();
        }

        for (int iteration = 1; _lanes.Active.Contains(true); iteration++)
        {
            _lanes.Solve(cancellation);
            for (int lane = 0; lane < _lanes.Count; lane++)
            {
                if (_lanes.Active[lane] && Finish(lane, iteration) is { } solution)
                {
                    _lanes.Active[lane] = false;
                    solved(lane, solution);
                }
            }
        }
    }

    /// <summary>The solution of a lane that has ended; moves its factor prices otherwise.</summary>
    private WorldSolution? Finish(int lane, int iteration)
    {
        double residual = _lanes.Failed[lane] ? double.PositiveInfinity : _lanes.ExcessDemand(lane, _excess);
        bool exact = _lanes.Tolerance[lane] <= ShockBatch.LeastTolerance;
        if (!double.IsFinite(residual) || iteration == MostIterations || _lanes.Work[lane] > MostWork)
        {
            return Solution(lane, SolveStatus.NotConverged, iteration, residual);
        }

        if (residual <= Tolerance && exact)
        {
            return WithIncome(Solution(lane, SolveStatus.Converged, iteration, residual));
        }

        _lanes.Tolerance[lane] = Math.Clamp(InnerShare * residual, ShockBatch.LeastTolerance, FirstTolerance);
        if (residual <= Tolerance)
        {
            _lanes.Tolerance[lane] = ShockBatch.LeastTolerance;
        }
        else
        {
            Move(lane);
        }

        return null;
    }

    /// <summary>A solution that leaves every region an income; one that does not solves the equations but is no equilibrium.</summary>
    private WorldSolution WithIncome(WorldSolution solution)
    {
        InfeasibleBuyer[] without =
        [
            .. Enumerable
                .Range(0, _model.Regions)
                .Where(region => _model.BaseIncome[region] > 0 && !(solution.Income[region] > 0))
                .Select(region => new InfeasibleBuyer(
                    InfeasibleBuyer.Everything,
                    _model.Economy.Regions[region],
                    InfeasibleReason.NoIncome
                )),
        ];
        return without.Length == 0
            ? solution
            : WorldSolution.Infeasible(_model) with
            {
                Iterations = solution.Iterations,
                Residual = solution.Residual,
                Work = solution.Work,
                Unbounded = without,
            };
    }

    private void Move(int lane)
    {
        int width = _lanes.Count;
        double longest = 0;
        _response.Move(_excess, _next);
        foreach (double move in _next)
        {
            longest = Math.Max(longest, Math.Abs(move));
        }

        double part = longest > LongestStep ? LongestStep / longest : 1;
        for (int f = 0; f < _now.Length; f++)
        {
            _now[f] = _lanes.LogFactor[(f * width) + lane];
            _last[f] = _now[f];
            _next[f] = _now[f] + (part * _next[f]);
        }

        _acceleration[lane].Step(_now, _next);
        double leap = 0;
        for (int f = 0; f < _now.Length; f++)
        {
            leap = Math.Max(leap, Math.Abs(_now[f] - _last[f]));
        }

        if (!(leap <= LongestLeap))
        {
            _acceleration[lane].Reset();
            _next.CopyTo(_now, 0);
        }

        Normalise();
        for (int f = 0; f < _now.Length; f++)
        {
            _lanes.LogFactor[(f * width) + lane] = _now[f];
        }
    }

    /// <summary>Keeps world value added: the numeraire.</summary>
    private void Normalise()
    {
        double now = 0;
        double before = 0;
        for (int f = 0; f < _now.Length; f++)
        {
            now += Math.Exp(_now[f]) * _model.FactorIncome[f];
            before += _model.FactorIncome[f];
        }

        double shift = Math.Log(before / now);
        for (int f = 0; f < _now.Length; f++)
        {
            _now[f] += _model.FactorIncome[f] > 0 ? shift : 0;
        }
    }

    private WorldSolution Solution(int lane, SolveStatus status, int iterations, double residual) =>
        new(
            status,
            iterations,
            residual,
            _lanes.Take(_lanes.LogFactor, _model.Factors, lane),
            _lanes.Take(_lanes.Prices.Price, _model.Cells, lane),
            _lanes.Take(_lanes.Prices.Bundle, _model.Cells, lane),
            _lanes.Take(_lanes.Prices.Materials, _model.Cells, lane),
            _lanes.Take(_lanes.Spending.Spending, _model.Cells, lane),
            _lanes.Take(_lanes.Spending.Sales, _model.Cells, lane),
            _lanes.Take(_lanes.Spending.Income, _model.Regions, lane),
            _lanes.Take(_lanes.Spending.Shares.FinalPrice, _model.Regions, lane)
        )
        {
            Work = _lanes.Work[lane],
        };
}
