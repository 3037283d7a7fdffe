using Rootscope.Numerics;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Stake;

namespace Rootscope.Roots.Stake;

/// <summary>How what is at stake moves with what is drawn, around the central solve. One instance a thread.</summary>
/// <remarks>
/// The loss of a few moments of an episode is solved again with the elasticities of one nest at a time higher and lower; its log is taken
/// to be straight between, and the nests to act one by one. A product's rating moves its own elasticities as its nests' would be; others'
/// ratings are left aside. What is at stake grows with the years to replace as a power, whose exponent is that at the point: the loss when
/// the product is replaced says it.
/// </remarks>
internal sealed class StakeSlopes
{
    /// <summary>How far elasticities are moved, in logs: the usual standard deviation of their draws.</summary>
    private const double Step = 0.42;

    /// <summary>By how much years are moved where supply comes back in a straight line.</summary>
    private const double YearsStep = 1.2;

    private const int Coarse = 2;

    private readonly StakeOptions _options;
    private readonly StakeSolver _point;
    private readonly ShortageSolver _central;
    private readonly ShortageSolver[] _up;
    private readonly ShortageSolver[] _down;

    public StakeSlopes(StakeOptions options, StakeSolver point, StakeSolver[] up, StakeSolver[] down)
    {
        _options = options;
        _point = point;
        _central = point.NewWorkspace();
        _up = [.. up.Select(s => s.NewWorkspace())];
        _down = [.. down.Select(s => s.NewWorkspace())];
    }

    /// <summary>Solvers with the elasticities of one nest after the other moved up, or down.</summary>
    public static StakeSolver[] Solvers(StakeInputs inputs, StakeOptions options, StakeSolver point, int sign) =>
        [
            .. StakeSlope.Moved.Select(nest =>
            {
                var logs = new double[Enum.GetValues<Nest>().Length];
                logs[(int)nest] = sign * Step;
                logs[(int)Nest.ProductInputs] = logs[(int)Nest.AmongInputs];
                return point.Drawn(inputs, StakeDraw.Scaled(options, logs, draw: null), EpisodeLoss.UsualNodes);
            }),
        ];

    /// <summary>The slopes of a product; null where it has no figure or nothing is at stake.</summary>
    public StakeSlope? Of(StakeRow row, CancellationToken cancellation)
    {
        if (row.AtStakeShare is not (> 0 and { } atStake))
        {
            return null;
        }

        int product = row.Product;
        var scarce = ScarceProduct.Of(_point.Economy, product, _options.Supply);
        Episode episode = _options.YearAlone is null
            ? _point.EpisodeOf(product)
            : _point.EpisodeOf(product) with
            {
                Years = double.PositiveInfinity,
                Recovery = StakeRecovery.Sudden,
            };
        double end = Math.Min(episode.End, _options.AtMostYears);
        (double Years, double Weight)[] moments = _options.YearAlone is { } year
            ? [(year, 1)]
            :
            [
                // More of an episode's loss comes early, before elasticities have grown: nodes of the root of time.
                .. GaussLegendre
                    .Of(Coarse)
                    .Select(n =>
                        (end * n.Node * n.Node, 2 * end * n.Node * n.Weight * Math.Exp(-_options.Discount * end * n.Node * n.Node))
                    ),
            ];
        double?[] base_ = Losses(_central, scarce, episode, moments, cancellation);
        double power =
            _options.YearAlone is not null ? 0
            : _options.Recovery == StakeRecovery.Linear ? LinearPower(episode, cancellation)
            : (_central.Solve(end, episode.At(end, ended: false), cancellation) is { Status: CutStatus.Ok } last ? last.Loss : 0)
                * end
                * Math.Exp(-_options.Discount * end)
                / atStake;
        var up = new double[moments.Length][];
        var down = new double[moments.Length][];
        for (int m = 0; m < moments.Length; m++)
        {
            up[m] = new double[StakeSlope.Moved.Length];
            down[m] = new double[StakeSlope.Moved.Length];
        }

        for (int n = 0; n < StakeSlope.Moved.Length; n++)
        {
            double?[] higher = Losses(_up[n], scarce, episode, moments, cancellation);
            double?[] lower = Losses(_down[n], scarce, episode, moments, cancellation);
            for (int m = 0; m < moments.Length; m++)
            {
                double? rise = LogRatio(higher[m], base_[m]) / Step;
                double? fall = LogRatio(base_[m], lower[m]) / Step;
                up[m][n] = rise ?? fall ?? 0;
                down[m][n] = fall ?? rise ?? 0;
            }
        }

        string code = row.Code;
        double[] weights = [.. moments.Select((m, i) => m.Weight * (base_[i] ?? 0))];
        double sum = weights.Sum();
        return new StakeSlope(
            atStake,
            [.. weights.Select(w => sum > 0 ? w / sum : 1.0 / weights.Length)],
            up,
            down,
            [.. moments.Select(m => StakeSlope.Moved.Select(nest => RatedLog(nest, code, m.Years)).ToArray())],
            row.YearsToReplace,
            _options.Recovery == StakeRecovery.Linear ? _options.AtMostYears / 1.5 : _options.AtMostYears,
            power
        );
    }

    private double LinearPower(Episode episode, CancellationToken cancellation)
    {
        double? Sum(double factor)
        {
            Episode moved = episode with { Years = factor * episode.Years };
            return new EpisodeLoss(_central, moved, _options.Discount, cancellation) { Nodes = Coarse }
                .Sum(0, Math.Min(moved.End, _options.AtMostYears))
                .Years;
        }

        double shorter = Sum(1 / YearsStep) ?? 0;
        return shorter > 0 && Sum(1) is { } as_ ? Math.Log(as_ / shorter) / Math.Log(YearsStep) : 1;
    }

    private static double?[] Losses(
        ShortageSolver solver,
        ScarceProduct scarce,
        Episode episode,
        (double Years, double Weight)[] moments,
        CancellationToken cancellation
    )
    {
        solver.Take(scarce);
        return
        [
            .. moments.Select(m =>
                solver.Solve(m.Years, episode.At(m.Years, ended: false), cancellation) is { Status: CutStatus.Ok } solution
                    ? solution.Loss
                    : (double?)null
            ),
        ];
    }

    private static double? LogRatio(double? over, double? under) => over > 0 && under > 0 ? Math.Log(over.Value / under.Value) : null;

    /// <summary>By how much the log of a product's own elasticity moves at a moment when its rating goes from 0 to 1.</summary>
    private double RatedLog(Nest nest, string code, double years)
    {
        Nest own = nest == Nest.AmongInputs ? Nest.ProductInputs : nest;
        if (own is not (Nest.ProductInputs or Nest.DomesticImported))
        {
            return 0;
        }

        double[] logs =
        [
            .. _options.Elasticities.Sets.Select(s =>
                StakeDraw.RangeOf(s, own, code) is { } range ? Math.Log(range.Irreplaceable / range.Replaceable) : 0
            ),
        ];
        double key = NestsAtMoment.KeyOf(years);
        int from = key <= HorizonElasticities.Years[1] ? 0 : 1;
        double start = HorizonElasticities.Years[from];
        double share = Math.Log(key / start) / Math.Log(HorizonElasticities.Years[from + 1] / start);
        return ((1 - share) * logs[from]) + (share * logs[from + 1]);
    }
}

/// <summary>How one product's stake moves with what is drawn.</summary>
/// <param name="AtStake">At the point, in years of final spending.</param>
/// <param name="Weights">Share of the moments in it.</param>
/// <param name="Up">Change of the log of the loss per log of a nest's elasticities, upwards; by moment and nest.</param>
/// <param name="Down">The same downwards.</param>
/// <param name="Rated">Log of a product's own elasticity per unit of its rating; by moment and nest.</param>
/// <param name="Years">Years to replace at the point.</param>
/// <param name="AtMost">Years after which more of them make no difference.</param>
/// <param name="Power">Exponent of the years.</param>
internal sealed record StakeSlope(
    double AtStake,
    double[] Weights,
    double[][] Up,
    double[][] Down,
    double[][] Rated,
    double Years,
    double AtMost,
    double Power
)
{
    /// <summary>The nests whose elasticities are moved, in the order of slopes.</summary>
    public static readonly Nest[] Moved = [Nest.ValueAddedInputs, Nest.AmongInputs, Nest.DomesticImported, Nest.FinalDemand];

    /// <summary>What is at stake in a draw, by approximation.</summary>
    public double At(StakeDraw draw, int product)
    {
        double shift = draw.Shift(product);
        double factor = 0;
        for (int m = 0; m < Weights.Length; m++)
        {
            double log = 0;
            for (int n = 0; n < Moved.Length; n++)
            {
                double move = draw.Nests[(int)Moved[n]] + (shift * Rated[m][n]);
                log += move * (move > 0 ? Up[m][n] : Down[m][n]);
            }

            factor += Weights[m] * Math.Exp(log);
        }

        double years = Math.Min(draw.YearsOf(product, Years), AtMost) / Math.Min(Years, AtMost);
        return AtStake * factor * Math.Pow(years, Power);
    }
}
