using Rootscope.Shocks;
using Rootscope.Shocks.Stake;

namespace Rootscope.Roots.Stake;

/// <summary>A moment of an episode.</summary>
/// <param name="Years">How long after the cut. Unit: years.</param>
/// <param name="MissingFlow">What is missing for current inputs, final use and exports. Unit: share of base supply.</param>
/// <param name="MissingServices">What is missing of services as a capital good. Unit: share of base services.</param>
/// <param name="Loss">What is lost at that rate. Unit: share of a year's real final spending; null without a solution.</param>
/// <param name="FlowPrice">What users pay over cost for current use; 1 where nothing is scarce. Unit: ratio.</param>
/// <param name="ServicesPrice">The same for services. Unit: ratio.</param>
/// <param name="Status">Whether the figures hold, and if not, why.</param>
public sealed record StakeMoment(
    double Years,
    double MissingFlow,
    double MissingServices,
    double? Loss,
    double? FlowPrice,
    double? ServicesPrice,
    CutStatus Status
);

/// <summary>The loss of one product's episode over time, to be drawn.</summary>
public static class StakePath
{
    private const double Slightly = 1e-9;

    /// <summary>Follows a product from the cut until losses count no more.</summary>
    /// <param name="inputs">The economy.</param>
    /// <param name="options">The question.</param>
    /// <param name="product">Number of the product.</param>
    /// <param name="steps">Steps from the cut to <see cref="StakeOptions.AtMostYears"/>, at least 1.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <returns>
    /// Moments in order of time, evenly spaced; where the product is replaced at once, one just before and one after that.
    /// </returns>
    /// <exception cref="ModelException">The options do not hold, or the table is no economy.</exception>
    public static IReadOnlyList<StakeMoment> Of(
        StakeInputs inputs,
        StakeOptions options,
        IndustryNumber product,
        int steps = 100,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return At(inputs, options, product, [.. Enumerable.Range(0, steps + 1).Select(i => options.AtMostYears * i / steps)], cancellation);
    }

    /// <summary>Follows a product through moments that are asked for.</summary>
    /// <param name="inputs">The economy.</param>
    /// <param name="options">The question.</param>
    /// <param name="product">Number of the product.</param>
    /// <param name="years">The moments, at least one, none below 0. Unit: years after the cut.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <returns>
    /// Those moments, each once, in order of time; where the product is replaced by the last of them, one just before and one after that.
    /// </returns>
    /// <exception cref="ModelException">The options do not hold, or the table is no economy.</exception>
    public static IReadOnlyList<StakeMoment> At(
        StakeInputs inputs,
        StakeOptions options,
        IndustryNumber product,
        IReadOnlyList<double> years,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(years);
        if (years.Count == 0 || years.Any(t => !(t >= 0)))
        {
            throw new ArgumentOutOfRangeException(nameof(years), "There has to be a moment, and none before the cut.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(product.Value, nameof(product));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(product.Value, inputs.Table.Size, nameof(product));
        var solver = StakeSolver.Of(inputs, options);
        var scarce = ScarceProduct.Of(solver.Economy, product, options.Supply);
        Episode episode = solver.EpisodeOf(product);
        bool isUsed = solver.Economy.IsUsed(product, options.Supply) && scarce.Flow + scarce.Services > 0;
        StakeMoment[] Follow(double cut)
        {
            ShortageSolver workspace = solver.NewWorkspace();
            workspace.Take(scarce);
            Episode followed = episode with { Cut = cut };
            var loss = new EpisodeLoss(workspace, followed, 0, cancellation);
            return [.. Moments(followed, years).Select(m => Moment(loss, followed, m.Years, m.Ended, isUsed))];
        }

        if (!SmallEpisode.Is(options.Cut) || !isUsed)
        {
            return Follow(options.Cut);
        }

        StakeMoment[] near = Follow(SmallEpisode.Cuts.Near);
        return [.. near.Zip(Follow(SmallEpisode.Cuts.Far), (a, b) => Small(options.Cut, a, b))];
    }

    /// <summary>A moment of a small cut, from that of the least that is solved and of twice the least.</summary>
    private static StakeMoment Small(double cut, StakeMoment near, StakeMoment far)
    {
        double? Price(double? a, double? b) => SmallEpisode.Linear(cut, a - 1, b - 1) is { } above ? 1 + above : null;
        return near with
        {
            MissingFlow = near.MissingFlow * (cut / SmallEpisode.Cuts.Near),
            MissingServices = near.MissingServices * (cut / SmallEpisode.Cuts.Near),
            Loss = SmallEpisode.Square(cut, near.Loss, far.Loss),
            FlowPrice = Price(near.FlowPrice, far.FlowPrice),
            ServicesPrice = Price(near.ServicesPrice, far.ServicesPrice),
        };
    }

    private static IEnumerable<(double Years, bool Ended)> Moments(Episode episode, IReadOnlyList<double> years)
    {
        IEnumerable<(double Years, bool Ended)> asked = years
            .Distinct()
            .Order()
            .Where(t => Math.Abs(t - episode.End) > Slightly)
            .Select(t => (t, t > episode.End));
        return episode.End <= years.Max() ? asked.Append((episode.End, false)).Append((episode.End, true)).OrderBy(m => m) : asked;
    }

    private static StakeMoment Moment(EpisodeLoss loss, Episode episode, double years, bool ended, bool isUsed)
    {
        Shortage shortage = episode.At(years, ended);
        if (!isUsed)
        {
            return new StakeMoment(years, shortage.Flow, shortage.Services, 0, 1, 1, CutStatus.NoUse);
        }

        ShortageSolution solution = loss.At(years, ended);
        return solution.Status == CutStatus.Ok
            ? new StakeMoment(
                years,
                shortage.Flow,
                shortage.Services,
                solution.Loss,
                Math.Exp(solution.Figures.FlowScarcity),
                Math.Exp(solution.Figures.ServicesScarcity),
                StakeSolver.StatusOf(solution.Strain)
            )
            : new StakeMoment(years, shortage.Flow, shortage.Services, null, null, null, solution.Status);
    }
}
