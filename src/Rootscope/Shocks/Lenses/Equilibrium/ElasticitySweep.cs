using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Equilibrium;

/// <summary>One point of a sweep.</summary>
/// <param name="Value">The elasticity of the nest that was swept, or the factor on all elasticities. Unit: none.</param>
/// <param name="Outcome">What the lens says there, with its own status.</param>
public sealed record SweepPoint<T>(double Value, T Outcome);

/// <summary>The loss from one shock as a curve over an elasticity, because the answer is steep in it.</summary>
/// <remarks>
/// Either one nest takes each value in turn, everywhere alike, with the other nests as they are; or, without a nest, every elasticity is
/// multiplied by each value. Source of the warning: Bachmann et al. (2022), What if? The economic effects for Germany of a stop of energy
/// imports from Russia, section 3. Cost: one prepared economy and one solve a value.
/// </remarks>
public static class ElasticitySweep
{
    /// <summary>Twelve elasticities from nearly rigid to easily replaced: what a sweep takes where nobody says.</summary>
    /// <remarks>Unit: none.</remarks>
    public static IReadOnlyList<double> DefaultValues { get; } = [0.05, 0.1, 0.2, 0.3, 0.5, 0.76, 1, 1.5, 2, 3, 5, 8];

    /// <summary>Sweeps a shock to a world economy.</summary>
    /// <param name="economy">The base.</param>
    /// <param name="shock">The shock.</param>
    /// <param name="nest">The nest that is swept (<see cref="Nest.DomesticImported"/> is the choice among origins); null to multiply all
    /// elasticities.</param>
    /// <param name="values">Elasticities, or factors without a nest, each at least 0.</param>
    /// <param name="threads">Most threads; the curve is the same on any number.</param>
    /// <param name="progress">Told how many points are done.</param>
    /// <param name="cancellation">Stops between sweeps of prices.</param>
    /// <returns>One point a value, in their order.</returns>
    /// <exception cref="ModelException">A value is negative, or the base or the shock does not hold.</exception>
    public static IReadOnlyList<SweepPoint<WorldOutcome>> Of(
        WorldEconomy economy,
        WorldShock shock,
        Nest? nest,
        IReadOnlyList<double> values,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(economy);
        ArgumentNullException.ThrowIfNull(shock);
        return Points(
            values,
            value =>
                new PreparedWorld(economy with { Elasticities = With(economy.Elasticities, nest, value) }, threads: 1, cancellation).Solve(
                    shock,
                    start: null,
                    cancellation
                ),
            threads,
            progress,
            cancellation
        );
    }

    /// <summary>Sweeps a cut in an economy of one region.</summary>
    /// <param name="table">The table of one region.</param>
    /// <param name="options">The choices of the model, whose elasticities are swept.</param>
    /// <param name="cut">The cut.</param>
    /// <param name="nest">The nest that is swept; null to multiply all elasticities.</param>
    /// <param name="values">Elasticities, or factors without a nest, each at least 0.</param>
    /// <param name="threads">Most threads; the curve is the same on any number.</param>
    /// <param name="progress">Told how many points are done.</param>
    /// <param name="cancellation">Stops between sweeps of prices.</param>
    /// <returns>One point a value, in their order.</returns>
    /// <exception cref="ModelException">A value is negative, or the table is no economy.</exception>
    public static IReadOnlyList<SweepPoint<CutOutcome>> Of(
        FlowTable table,
        EquilibriumOptions options,
        SupplyCut cut,
        Nest? nest,
        IReadOnlyList<double> values,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        return Points(
            values,
            value =>
                new EquilibriumCuts(RegionEconomy.Of(table, options with { Elasticities = With(options.Elasticities, nest, value) })).Solve(
                    cut,
                    cancellation
                ),
            threads,
            progress,
            cancellation
        );
    }

    /// <summary>The elasticities of a world economy with one nest at a value everywhere, or all of them multiplied by it.</summary>
    /// <param name="elasticities">The elasticities.</param>
    /// <param name="nest">The nest; null for all.</param>
    /// <param name="value">The value, or the factor. Unit: none.</param>
    public static WorldElasticities With(WorldElasticities elasticities, Nest? nest, double value)
    {
        ArgumentNullException.ThrowIfNull(elasticities);
        Check(value);
        double[] Swept(double[] old, Nest own) =>
            nest is null ? Array.ConvertAll(old, e => e * value)
            : nest == own ? Array.ConvertAll(old, _ => value)
            : old;
        return new WorldElasticities(
            Swept(elasticities.ValueAddedInputs, Nest.ValueAddedInputs),
            Swept(elasticities.AmongInputs, Nest.AmongInputs),
            Swept(elasticities.Origins, Nest.DomesticImported),
            Swept([elasticities.FinalDemand], Nest.FinalDemand)[0]
        );
    }

    private static ElasticitySet With(ElasticitySet set, Nest? nest, double value)
    {
        IEnumerable<Elasticity> swept = nest is null
            ? set.Elasticities.Select(e => e with { Value = e.Value * value, Note = $"multiplied by {value:R}" })
            : set.Elasticities.Where(e => e.Nest != nest).Append(new Elasticity(nest.Value, string.Empty, value, "swept"));
        return new ElasticitySet(set.Name, [.. swept]);
    }

    private static SweepPoint<T>[] Points<T>(
        IReadOnlyList<double> values,
        Func<double, T> solve,
        int threads,
        IProgress<int>? progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        foreach (double value in values)
        {
            Check(value);
        }

        var points = new SweepPoint<T>[values.Count];
        int done = 0;
        Parallel.For(
            0,
            values.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            i =>
            {
                points[i] = new SweepPoint<T>(values[i], solve(values[i]));
                progress?.Report(Interlocked.Increment(ref done));
            }
        );
        return points;
    }

    private static void Check(double value)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            throw new ModelException($"A sweep cannot take the value {value:R}: an elasticity of substitution is at least 0.");
        }
    }
}
