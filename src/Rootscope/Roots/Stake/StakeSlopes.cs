using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Stake;

namespace Rootscope.Roots.Stake;

/// <summary>How what is at stake moves with what is drawn, around the central solve. One instance a thread.</summary>
/// <remarks>
/// The loss of one moment of an episode is solved again with the elasticities of one nest at a time higher or lower; its log is taken to be
/// straight on either side, and the nests to act one by one. A product's rating moves its own elasticities as its nests' would be; others'
/// ratings are left aside. What is at stake grows with the years to replace as a power, whose exponent is that at the point: the loss when
/// the product is replaced says it.
/// </remarks>
internal sealed class StakeSlopes
{
    /// <summary>How far elasticities are moved, in logs: the usual deviation of draws.</summary>
    private const double Step = 0.42;

    /// <summary>By how much years are moved where supply comes back in a straight line.</summary>
    private const double YearsStep = 1.2;

    private const int Coarse = 2;

    /// <summary>The moment whose loss stands for an episode's, as a share of it: losses come early, elasticities grow.</summary>
    private const double Typical = 0.4;

    /// <summary>Nests that ratings bear on are moved both ways; the others, whose draws are narrower, upwards alone.</summary>
    private const int BothWays = 2;

    private readonly StakeOptions _options;
    private readonly StakeSolver _point;
    private readonly ShortageSolver _central;
    private readonly ShortageSolver[] _up;
    private readonly ShortageSolver?[] _down;

    public StakeSlopes(StakeOptions options, StakeSolver point, StakeSolver[] up, StakeSolver[] down)
    {
        _options = options;
        _point = point;
        _central = point.NewWorkspace();
        _up = [.. up.Select(s => s.NewWorkspace())];
        _down = [.. up.Select((_, n) => n < down.Length ? down[n].NewWorkspace() : null)];
    }

    /// <summary>Solvers with the elasticities of one nest after the other moved up, or down.</summary>
    public static StakeSolver[] Solvers(StakeInputs inputs, StakeOptions options, StakeSolver point, int sign) =>
        [
            .. StakeSlope
                .Moved.Take(sign > 0 ? StakeSlope.Moved.Length : BothWays)
                .Select(nest =>
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
        double cut = SmallEpisode.Solved(_options.Cut);
        Episode asked = _point.EpisodeOf(product) with { Cut = cut };
        Episode episode = _options.YearAlone is null
            ? asked
            : asked with
            {
                Years = double.PositiveInfinity,
                Recovery = StakeRecovery.Sudden,
            };
        double end = Math.Min(episode.End, _options.AtMostYears);
        double moment = _options.YearAlone ?? (Typical * end);
        _central.Take(scarce);
        double? before = Loss(_central, episode, moment, cancellation);
        var up = new double[StakeSlope.Moved.Length];
        var down = new double[StakeSlope.Moved.Length];
        for (int n = 0; n < up.Length; n++)
        {
            double? rise = LogRatio(Moved(_up[n], episode, moment, cancellation), before) / Step;
            double? fall = _down[n] is { } down_ ? LogRatio(before, Moved(down_, episode, moment, cancellation)) / Step : null;
            up[n] = rise ?? fall ?? 0;
            down[n] = fall ?? rise ?? 0;
        }

        double power =
            _options.YearAlone is not null ? 0
            : _options.Recovery == StakeRecovery.Linear ? LinearPower(episode, cancellation)
            : (_central.Solve(end, episode.At(end, ended: false), cancellation) is { Status: CutStatus.Ok } last ? last.Loss : 0)
                * end
                * Math.Exp(-_options.Discount * end)
                * (_options.Cut / cut)
                * (_options.Cut / cut)
                / atStake;
        return new StakeSlope(
            atStake,
            up,
            down,
            [.. StakeSlope.Moved.Select(nest => RatedLog(nest, row.Code, moment))],
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

    /// <summary>The loss under other elasticities, sought from where the central ones led.</summary>
    private double? Moved(ShortageSolver solver, Episode episode, double years, CancellationToken cancellation)
    {
        solver.TakeFrom(_central);
        return Loss(solver, episode, years, cancellation);
    }

    private static double? Loss(ShortageSolver solver, Episode episode, double years, CancellationToken cancellation) =>
        solver.Solve(years, episode.At(years, ended: false), cancellation) is { Status: CutStatus.Ok } solution ? solution.Loss : null;

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
/// <param name="Up">Change of the log of the loss per log of a nest's elasticities, upwards; by nest.</param>
/// <param name="Down">The same downwards.</param>
/// <param name="Rated">Log of a product's own elasticity per unit of its rating; by nest.</param>
/// <param name="Years">Years to replace at the point.</param>
/// <param name="AtMost">Years after which more of them make no difference.</param>
/// <param name="Power">Exponent of the years.</param>
internal sealed record StakeSlope(double AtStake, double[] Up, double[] Down, double[] Rated, double Years, double AtMost, double Power)
{
    /// <summary>The nests whose elasticities are moved, in the order of slopes.</summary>
    public static readonly Nest[] Moved = [Nest.AmongInputs, Nest.DomesticImported, Nest.ValueAddedInputs, Nest.FinalDemand];

    /// <summary>What is at stake in a draw, by approximation.</summary>
    public double At(StakeDraw draw, int product)
    {
        double shift = draw.Shift(product);
        double log = 0;
        for (int n = 0; n < Moved.Length; n++)
        {
            double move = draw.Nests[(int)Moved[n]] + (shift * Rated[n]);
            log += move * (move > 0 ? Up[n] : Down[n]);
        }

        double years = Math.Min(draw.YearsOf(product, Years), AtMost) / Math.Min(Years, AtMost);
        double counted = Power == 0 ? 1 : Math.Min(draw.YearsOf(product, Years), AtMost);
        return Math.Min(AtStake * Math.Exp(log) * Math.Pow(years, Power), Math.Max(AtStake, counted));
    }
}
