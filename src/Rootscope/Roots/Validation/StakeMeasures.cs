using Rootscope.Numerics;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Stake;

namespace Rootscope.Roots.Validation;

/// <summary>What is at stake, and its leverage, as measures that can be held against an expert list.</summary>
/// <remarks>
/// Only industries that are compared are cut. A product whose cut no price achieves has no value and ranks last; one that nobody uses has
/// 0. In a permutation product i gives its elasticities and its years to replace to another product that is compared, and the outcome is
/// read twice: by the owner of the rating, who then stands on foreign flows, and by the owner of the flows, who then has a foreign rating.
/// What wears out at which rate belongs to the flows, as it says how the good is used.
/// </remarks>
public static class StakeMeasures
{
    /// <summary>The name of what is at stake with all supply.</summary>
    public const string AtStake = "at-stake";

    /// <summary>The name of its leverage.</summary>
    public const string Leverage = "stake-leverage";

    /// <summary>What is at stake, and its leverage.</summary>
    /// <param name="inputs">The economy.</param>
    /// <param name="options">The question; the tail is not computed.</param>
    /// <param name="labels">Which industries are compared.</param>
    /// <param name="suffix">Ends both names, such as <c>-imports</c>.</param>
    /// <param name="threads">Most threads; the figures are the same on any number.</param>
    /// <param name="cancellation">Stops between products.</param>
    /// <returns>Two measures with one value an industry, in table order. Units: share of a year's final spending; money per
    /// money.</returns>
    public static IReadOnlyList<MeasureValues> Of(
        StakeInputs inputs,
        StakeOptions options,
        ExpertLabels labels,
        string suffix = "",
        int threads = 1,
        CancellationToken cancellation = default
    )
    {
        StakeRow?[] rows = Rows(inputs, options, labels, threads, cancellation);
        return
        [
            new(AtStake + suffix, [.. rows.Select(r => r?.AtStakeShare)]),
            new(Leverage + suffix, [.. rows.Select(r => r?.Status == CutStatus.NoUse ? null : r?.Leverage)]),
        ];
    }

    /// <summary>What is at stake with the flows of compared industries exchanged at random, and with their ratings exchanged.</summary>
    /// <param name="inputs">The economy.</param>
    /// <param name="options">The question; its elasticities are rated anew.</param>
    /// <param name="irreplaceability">The rating of every industry by code, from 0 to 1.</param>
    /// <param name="labels">Which industries are compared.</param>
    /// <param name="guards">Seed, number of permutations, threads.</param>
    /// <param name="suffix">Follows the measure's name, such as <c>-imports</c>.</param>
    /// <param name="cancellation">Stops between products.</param>
    public static IReadOnlyList<PermutedMeasure> Permuted(
        StakeInputs inputs,
        StakeOptions options,
        IReadOnlyDictionary<string, double> irreplaceability,
        ExpertLabels labels,
        GuardOptions guards,
        string suffix = "",
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(irreplaceability);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(guards);
        (string ofFlows, string ofRatings) = ($"{AtStake}{suffix}-flows-permuted", $"{AtStake}{suffix}-ratings-permuted");
        string[] codes = [.. inputs.Table.Sectors.Industries.Select(i => i.Code)];
        var flows = new List<MeasureValues>();
        var ratings = new List<MeasureValues>();
        for (int draw = 0; draw < guards.Permutations; draw++)
        {
            int[] target = Permutations.Of([.. Compared(labels).Select(i => i.Value)], codes.Length, RandomStream.Of(guards.Seed, draw));
            double[] years = new double[codes.Length];
            var exchanged = new Dictionary<string, double>(irreplaceability, StringComparer.Ordinal);
            for (int i = 0; i < codes.Length; i++)
            {
                years[target[i]] = inputs.YearsToReplace[i];
                exchanged[codes[target[i]]] = irreplaceability[codes[i]];
            }

            ElasticitySet Exchanged(ElasticitySet set) => set.Unrated.Rated(exchanged, "permuted");
            HorizonElasticities e = options.Elasticities;
            StakeRow?[] rows = Rows(
                new StakeInputs(inputs.Table, inputs.Support, years, inputs.Depreciation),
                options with
                {
                    Elasticities = new(Exchanged(e.HalfYear), Exchanged(e.ThreeYears), Exchanged(e.TenYears)),
                },
                labels,
                guards.Threads,
                cancellation
            );
            flows.Add(new(ofFlows, [.. target.Select(t => rows[t]?.AtStakeShare)]));
            ratings.Add(new(ofRatings, [.. rows.Select(r => r?.AtStakeShare)]));
        }

        return guards.Permutations == 0 ? [] : [new(ofFlows, flows), new(ofRatings, ratings)];
    }

    private static StakeRow?[] Rows(
        StakeInputs inputs,
        StakeOptions options,
        ExpertLabels labels,
        int threads,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(labels);
        var rows = new StakeRow?[inputs.Table.Size];
        StakeOptions withoutTail = options with { WithTail = false };
        foreach (StakeRow row in StakeRanking.Of(inputs, withoutTail, Compared(labels), threads, progress: null, cancellation).Rows)
        {
            rows[row.Product] = row;
        }

        return rows;
    }

    private static IndustryNumber[] Compared(ExpertLabels labels) =>
        [
            .. Enumerable
                .Range(0, labels.Labels.Count)
                .Where(i => labels.Labels[i] != IndustryLabel.NotCompared)
                .Select(i => new IndustryNumber(i)),
        ];
}
