using System.Text;
using Rootscope.Numerics;

namespace Rootscope.Upgrading;

/// <summary>How the loop is run.</summary>
public sealed record UpgradingOptions
{
    /// <summary>Years after the base year. Unit: years.</summary>
    public int Years { get; init; } = 20;

    /// <summary>Number of draws.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>The seed; one seed gives the same bytes on any machine and number of threads.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Most threads.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>
/// The upgrading loop: a market gives profit, profit pays for research, research and experience win market share. Yearly steps, seeded
/// draws.
/// </summary>
/// <remarks>
/// A technology has two makers, home and foreign, on two markets. Its draws do not depend on which others are run beside it, and are the
/// same under every policy, so that courses under two policies can be compared draw by draw. Assumes that a technology's own market is
/// small in the economy: demand does not answer its price. Cost: some microseconds a technology, draw and year.
/// Source: docs/methods/upgrading.md.
/// </remarks>
public static class UpgradingLoop
{
    private const int MostYears = 100;
    private const int MostDraws = 100_000;
    private static readonly int Figures = Enum.GetValues<UpgradingFigure>().Length;

    /// <summary>Runs it.</summary>
    /// <param name="starts">The technologies.</param>
    /// <param name="parameters">What it rests on.</param>
    /// <param name="policy">What is done to all of them.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="cancellation">Stops between draws.</param>
    /// <returns>One course a technology, in their order.</returns>
    /// <exception cref="ModelException">A start or the policy is out of range.</exception>
    public static IReadOnlyList<UpgradingCourse> Run(
        IReadOnlyList<UpgradingStart> starts,
        UpgradingParameters parameters,
        UpgradingPolicy policy,
        UpgradingOptions options,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(options);
        Check(starts, policy, options);
        double[][][][] values =
        [
            .. starts.Select(_ =>
                Enumerable
                    .Range(0, Figures)
                    .Select(_ => Enumerable.Range(0, options.Years + 1).Select(_ => new double[options.Draws]).ToArray())
                    .ToArray()
            ),
        ];
        Parallel.For(
            0,
            options.Draws,
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            () => new double[options.Years + 1, Figures],
            (draw, _, path) =>
            {
                var shared = LoopDraw.Of(parameters, RandomStream.Of(options.Seed, draw));
                for (int k = 0; k < starts.Count; k++)
                {
                    var own = TechnologyDraw.Of(
                        starts[k],
                        parameters,
                        shared,
                        RandomStream.Of(unchecked(options.Seed ^ NameHash(starts[k].Id)), draw),
                        options.Years
                    );
                    LoopPath.Run(starts[k], shared, own, policy, path);
                    for (int figure = 0; figure < Figures; figure++)
                    {
                        for (int t = 0; t <= options.Years; t++)
                        {
                            values[k][figure][t][draw] = path[t, figure];
                        }
                    }
                }

                return path;
            },
            _ => { }
        );
        return [.. starts.Select((s, k) => new UpgradingCourse(s, values[k]))];
    }

    private static void Check(IReadOnlyList<UpgradingStart> starts, UpgradingPolicy policy, UpgradingOptions options)
    {
        List<string> faults = [.. policy.Faults()];
        foreach (UpgradingStart start in starts)
        {
            if (
                !(start.HomeMarket > 0 && double.IsFinite(start.HomeMarket))
                || !(start.HomeShare is >= 0 and <= 1)
                || !(start.Exports >= 0 && double.IsFinite(start.Exports))
                || !(start.Cut is > 0 and <= 1)
            )
            {
                faults.Add($"{start.Id} has to have a home market above 0, a home share and a cut from 0 to 1, and exports of at least 0");
            }
        }

        if (options.Years is < 1 or > MostYears || options.Draws is < 1 or > MostDraws || options.Threads < 1)
        {
            faults.Add($"years have to be 1 to {MostYears}, draws 1 to {MostDraws}, threads at least 1");
        }

        if (faults.Count > 0)
        {
            throw new ModelException($"The upgrading loop cannot be run: {string.Join("; ", faults)}.");
        }
    }

    /// <summary>FNV-1a of a name, the same on every machine: the seed of a technology's own stream.</summary>
    private static long NameHash(string name)
    {
        ulong hash = 14695981039346656037;
        foreach (byte b in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ b) * 1099511628211);
        }

        return unchecked((long)hash);
    }
}
