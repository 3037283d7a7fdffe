using System.Numerics;
using Rootscope.Tables;

namespace Rootscope.Accounts.Decomposition;

/// <summary>What changed between two tables.</summary>
public enum DecomposedTotal
{
    /// <summary>Gross output by sector, x = L f.</summary>
    Output,

    /// <summary>Value added by sector, v̂ L f.</summary>
    ValueAdded,
}

/// <summary>How a change is shared out among factors that change together.</summary>
public enum DecompositionMethod
{
    /// <summary>The mean over all orders in which the factors may change: exact, and the same for every naming of factors.</summary>
    Shapley,

    /// <summary>The mean of two orders, first to last and last to first.</summary>
    Polar,
}

/// <summary>A change of output or value added between two tables of the same sectors, split into the factors behind it.</summary>
/// <remarks>
/// <para>Factors: value added per unit of output (for value added only), requirements (A, through L), the mix of final demand over
/// products, and its level. The effects of a sector add up to its change. At current prices a change of prices is part of every
/// factor.</para>
/// <para>Unit: the tables' money. Source: Dietzenbacher and Los (1998); Shapley (1953), applied by Albrecht, François and Schoors (2002);
/// Miller and Blair (2009), chapter 13. Cost: four power series; no inverse.
/// Final demand is that of domestic goods, exports included. Immutable.</para>
/// </remarks>
public sealed class StructuralDecomposition
{
    private readonly double[] _before;
    private readonly double[] _after;
    private readonly double[] _effects;

    private StructuralDecomposition(IReadOnlyList<string> factors, double[] before, double[] after, double[] effects)
    {
        Factors = factors;
        _before = before;
        _after = after;
        _effects = effects;
    }

    /// <summary>The names of the factors, in order: value-added, requirements, mix, level.</summary>
    public IReadOnlyList<string> Factors { get; }

    /// <summary>The total in the first table, n. Unit: the tables'.</summary>
    public ReadOnlySpan<double> Before => _before;

    /// <summary>The total in the second table, n. Unit: the tables'.</summary>
    public ReadOnlySpan<double> After => _after;

    /// <summary>The effect of a factor on a sector. Unit: the tables' money.</summary>
    public double Effect(SectorNumber sector, int factor) => _effects[(sector * Factors.Count) + factor];

    /// <summary>Splits the change from one table to another.</summary>
    /// <exception cref="TableException">The tables differ in sectors or unit.</exception>
    /// <exception cref="ModelException">A table is not productive, or its final demand sums to nothing.</exception>
    public static StructuralDecomposition Of(
        FlowTable before,
        FlowTable after,
        DecomposedTotal total = DecomposedTotal.Output,
        DecompositionMethod method = DecompositionMethod.Shapley
    )
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        CheckSame(before, after);
        string[] factors =
            total == DecomposedTotal.Output ? ["requirements", "mix", "level"] : ["value-added", "requirements", "mix", "level"];
        double[][] totals = Totals(before, after, factors.Length);
        double[][] weights = method == DecompositionMethod.Shapley ? ShapleyWeights(factors.Length) : PolarWeights(factors.Length);
        int n = before.Size;
        var effects = new double[n * factors.Length];
        for (int factor = 0; factor < factors.Length; factor++)
        {
            for (int changed = 0; changed < totals.Length; changed++)
            {
                double weight = weights[factor][changed];
                for (int k = 0; k < n && weight != 0; k++)
                {
                    effects[(k * factors.Length) + factor] += weight * (totals[changed | (1 << factor)][k] - totals[changed][k]);
                }
            }
        }

        return new StructuralDecomposition(factors, totals[0], totals[^1], effects);
    }

    /// <summary>The total for every set of factors that have changed, by the bits of its number.</summary>
    private static double[][] Totals(FlowTable before, FlowTable after, int factors)
    {
        FlowTable[] tables = [before, after];
        DirectRequirements[] direct = [.. tables.Select(t => DirectRequirements.Of(t, InputOrigin.Domestic))];
        double[][] demand = [.. direct.Select(d => d.FinalDemand())];
        double[] level = [.. demand.Select((f, t) => LevelOf(tables[t], f))];
        double[][] shares = [.. tables.Select(t => ValueAddedShares.Of(t).Values.ToArray())];
        double[][] outputs = [.. Enumerable.Range(0, 4).Select(c => OutputOf(direct[c & 1], demand[c >> 1], level[c >> 1]))];
        var totals = new double[1 << factors][];
        for (int changed = 0; changed < totals.Length; changed++)
        {
            int bits = factors == 3 ? changed << 1 : changed;
            double scale = level[(bits >> 3) & 1];
            double[] share = shares[bits & 1];
            totals[changed] = [.. outputs[(bits >> 1) & 3].Select((x, k) => x * scale * (factors == 3 ? 1 : share[k]))];
        }

        return totals;
    }

    private static double LevelOf(FlowTable table, double[] demand)
    {
        double level = demand.Sum();
        return level > 0
            ? level
            : throw new ModelException(
                $"table '{table.Metadata.Id}': final demand sums to {level:G6}, so that it has no mix. Check the table's sign and unit."
            );
    }

    private static double[] OutputOf(DirectRequirements direct, double[] demand, double level)
    {
        _ = Multipliers.Output(direct);
        return RequirementsSeries.Sum(direct.Table, direct.Values, [.. demand.Select(f => f / level)], byRow: true);
    }

    /// <summary>|S|! (k − |S| − 1)! / k! for every set S without the factor.</summary>
    private static double[][] ShapleyWeights(int factors)
    {
        double[] factorial = [1, 1, 2, 6, 24];
        return
        [
            .. Enumerable
                .Range(0, factors)
                .Select(f =>
                    Enumerable
                        .Range(0, 1 << factors)
                        .Select(set =>
                        {
                            int size = BitOperations.PopCount((uint)set);
                            return (set >> f & 1) == 1 ? 0 : factorial[size] * factorial[factors - size - 1] / factorial[factors];
                        })
                        .ToArray()
                ),
        ];
    }

    private static double[][] PolarWeights(int factors)
    {
        int all = (1 << factors) - 1;
        return
        [
            .. Enumerable
                .Range(0, factors)
                .Select(f =>
                {
                    var weights = new double[all + 1];
                    weights[(1 << f) - 1] += 0.5;
                    weights[all & ~((1 << (f + 1)) - 1)] += 0.5;
                    return weights;
                }),
        ];
    }

    private static void CheckSame(FlowTable before, FlowTable after)
    {
        string pair = $"tables '{before.Metadata.Id}' and '{after.Metadata.Id}'";
        string[] labels = [.. Enumerable.Range(0, before.Size).Select(k => before.Sectors.LabelOf(new(k)))];
        string[] others = [.. Enumerable.Range(0, after.Size).Select(k => after.Sectors.LabelOf(new(k)))];
        if (!labels.SequenceEqual(others, StringComparer.Ordinal))
        {
            int at = Enumerable
                .Range(0, Math.Min(labels.Length, others.Length))
                .FirstOrDefault(k => labels[k] != others[k], Math.Min(labels.Length, others.Length));
            string first = at < labels.Length ? $"'{labels[at]}'" : "nothing";
            string second = at < others.Length ? $"'{others[at]}'" : "nothing";
            throw new TableException(
                pair,
                $"sector {at + 1} is {first} in the first ({labels.Length} sectors) and {second} in the second ({others.Length}). "
                    + $"Aggregate both to the same sectors first."
            );
        }

        if (!string.Equals(before.Metadata.Unit, after.Metadata.Unit, StringComparison.Ordinal))
        {
            throw new TableException(
                pair,
                $"the first is in {before.Metadata.Unit}, the second in {after.Metadata.Unit}. Bring both to one unit first."
            );
        }
    }
}
