using Rootscope.Tables.Aggregation;

namespace Rootscope.Tables.Splitting;

/// <summary>One table split into the same parts of different sizes: what a split says when its shares are not known.</summary>
/// <remarks>
/// Sizes move in log odds: parts of a parent have the weights θ e^shift, the rest keeps its own, and weights are brought to the sum 1; so
/// every share stays above 0 and below 1. A share of exports that is given moves by the odds of output. Recipes, buyers and all totals of
/// the parent are as in <see cref="TechnologySplit"/>. Safe to use from several threads. Cost: that of one split for each set of sizes; the
/// reference is laid out once.
/// </remarks>
public sealed class SplitFamily
{
    /// <summary>Of sums, relative to the largest: totals are kept to 1e-9, in half the rounds of a split that is kept.</summary>
    private const double Tolerance = 1e-11;

    private readonly FlowTable _table;
    private readonly FlowTable _finer;
    private readonly Concordance _toTable;
    private readonly SplitLayout _layout;
    private readonly SplitReference _reference;
    private readonly double[] _shares;

    private SplitFamily(FlowTable table, IReadOnlyList<SplitPart> parts, FlowTable finer, Concordance toTable)
    {
        _table = table;
        _finer = finer;
        _toTable = toTable;
        SplitLayout layout = SplitLayout.Of(table, parts, finer, toTable);
        _layout = layout;
        var reference = new SplitReference(table, finer, layout);
        _reference = reference;
        Parts = [.. parts];
        _shares = new double[parts.Count];
        for (int p = 0; p < table.Size; p++)
        {
            SplitSizes sizes = SplitSizes.Of(table, layout, p, reference);
            for (int t = 0; t < layout.PartsOf[p].Length; t++)
            {
                int part = NumberOf(layout.Sectors[layout.PartsOf[p][t]].Part);
                if (part >= 0)
                {
                    _shares[part] = sizes.Shares[t];
                }
            }
        }
    }

    /// <summary>The parts, in the order given.</summary>
    public IReadOnlyList<SplitPart> Parts { get; }

    /// <summary>Prepares a table.</summary>
    /// <param name="table">A table of one region.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="reference">The finer table.</param>
    /// <param name="toTable">Sends every code of the reference to one code of the table.</param>
    /// <exception cref="TableException">A part names what is not there, or shares do not sum to 1.</exception>
    public static SplitFamily Of(FlowTable table, IReadOnlyList<SplitPart> parts, FlowTable reference, Concordance toTable)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(toTable);
        return new SplitFamily(table, parts, reference, toTable);
    }

    /// <summary>The same with more parts.</summary>
    /// <remarks>
    /// The table is split anew, from the one that was never split, so that the order in which parts are added does not matter. To split a
    /// table that was split already is another thing: what two split industries sell each other would be balanced first for one and then
    /// for the other, and depend on the order by some percent.
    /// </remarks>
    /// <param name="parts">The parts to add.</param>
    /// <exception cref="TableException">A part names what is not there or is taken, or shares do not sum to 1.</exception>
    public SplitFamily With(IReadOnlyList<SplitPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new SplitFamily(_table, [.. Parts, .. parts], _finer, _toTable);
    }

    /// <summary>The table with all parts in the sizes they were given.</summary>
    /// <exception cref="TableException">No cells of the given signs add up.</exception>
    public FlowTable Split() => TechnologySplit.Of(_table, Parts, _finer, _toTable);

    /// <summary>The table with parts of other sizes.</summary>
    /// <param name="shifts">By how much each part's weight moves, in the order of <see cref="Parts"/>. Unit: log odds; 0 keeps it.</param>
    /// <returns>The split table; null where no home use is left for a part of that size, or nothing adds up.</returns>
    public FlowTable? At(IReadOnlyList<double> shifts)
    {
        ArgumentNullException.ThrowIfNull(shifts);
        if (shifts.Count != Parts.Count)
        {
            throw new ArgumentException($"There are {shifts.Count} shifts for {Parts.Count} parts.", nameof(shifts));
        }

        double[] weights = [.. _shares.Select((s, i) => s * Math.Exp(shifts[i]))];
        var totals = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (IGrouping<string, int> siblings in Enumerable.Range(0, Parts.Count).GroupBy(i => Parts[i].Parent, StringComparer.Ordinal))
        {
            totals[siblings.Key] = 1 - siblings.Sum(i => _shares[i]) + siblings.Sum(i => weights[i]);
        }

        SplitLayout resized = _layout.With(part =>
        {
            int i = NumberOf(part);
            double odds = Math.Exp(shifts[i]);
            return part with
            {
                OutputShare = weights[i] / totals[part.Parent],
                ExportShare = part.ExportShare is { } e ? e * odds / (1 - e + (e * odds)) : null,
            };
        });
        try
        {
            return TechnologySplit.Of(_table, resized, _reference, SplitPattern.Reference, Tolerance);
        }
        catch (TableException)
        {
            return null;
        }
    }

    private int NumberOf(SplitPart? part)
    {
        for (int i = 0; part is not null && i < Parts.Count; i++)
        {
            if (string.Equals(Parts[i].Code, part.Code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
