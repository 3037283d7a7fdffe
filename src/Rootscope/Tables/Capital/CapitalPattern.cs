using System.Globalization;
using Rootscope.Tables.Balancing;

namespace Rootscope.Tables.Capital;

/// <summary>What a region is known to form and to wear out.</summary>
/// <param name="Formation">Capital formation by seller; sellers of many regions sell the same products.</param>
/// <param name="Depreciation">Depreciation by industry.</param>
/// <param name="Keeps">Whether columns are scaled to depreciation; otherwise to the pattern's own totals.</param>
internal sealed record CapitalTotals(double[] Formation, double[] Depreciation, bool Keeps)
{
    /// <summary>What is used up of all that is formed.</summary>
    public double Used => Math.Min(Formation.Sum(), Depreciation.Sum());

    /// <summary>What is used up by seller.</summary>
    public double[] RowTargets()
    {
        double share = Keeps ? Used / Formation.Sum() : 1;
        return [.. Formation.Select(g => g * share)];
    }

    /// <summary>What is used up by industry, where that is known.</summary>
    public double[] ColumnTargets()
    {
        double worn = Depreciation.Sum();
        double used = Used;
        return [.. Depreciation.Select(d => d * used / worn)];
    }
}

/// <summary>Capital flows of a region scaled to its capital formation by product and its depreciation by industry.</summary>
internal static class CapitalPattern
{
    private const double Tolerance = 1e-11;

    /// <summary>Rounds for proportions that have to be scaled as they are.</summary>
    private const int LongestRun = 20_000;

    /// <summary>Rounds for proportions that more can be mixed into: those that need longer ask for extreme factors.</summary>
    private const int LongestTry = 1000;

    /// <summary>Shares of the spread by depreciation that are mixed in, one after the other, until the rest can be scaled.</summary>
    private static readonly double[] Mixtures = [0, 0.01, 0.02, 0.05, 0.1, 0.15];

    /// <summary>A product or an industry that the capital flows do not mention is spread as everything is without them.</summary>
    /// <param name="pattern">Products × industries.</param>
    /// <param name="totals">What the region forms and wears out.</param>
    /// <param name="mostMixed">How much of the spread by depreciation may be mixed in.</param>
    /// <param name="place">Where a fault is.</param>
    /// <returns>Capital use, sellers × industries, and the share that was mixed in.</returns>
    public static (double[] Use, double Mixed) Scaled(double[] pattern, CapitalTotals totals, double mostMixed, string place)
    {
        double[] seeds = Seeds(pattern, totals);
        if (!totals.Keeps)
        {
            return (seeds, 0);
        }

        double[] rows = totals.RowTargets();
        double[] columns = totals.ColumnTargets();
        BalancedMatrix? balanced = null;
        foreach (double mixed in Mixtures.Where(m => m == 0 || m <= mostMixed))
        {
            balanced = MatrixBalancing.Balance(
                mixed == 0 ? seeds : Mixed(seeds, totals, mixed),
                rows,
                columns,
                new BalanceOptions
                {
                    Method = BalanceMethod.Ras,
                    Tolerance = Tolerance,
                    LongestRun = mostMixed > 0 ? LongestTry : LongestRun,
                }
            );
            if (balanced.Status == BalanceStatus.Converged)
            {
                return (balanced.Values.ToArray(), mixed);
            }
        }

        return mostMixed > 0
            ? (Spread(totals), 1)
            : throw new TableException(
                place,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"cannot be scaled to capital formation by product and depreciation by industry (rows are off by "
                        + $"{balanced!.RowError:G3} of the largest). "
                )
                    + "Let more industries use the goods of which much is formed, or leave out products and industries that you know "
                    + "nothing of."
            );
    }

    /// <summary>Every product in the same way, by depreciation.</summary>
    public static double[] Spread(CapitalTotals totals)
    {
        double total = totals.Formation.Sum();
        var use = new double[totals.Formation.Length * totals.Depreciation.Length];
        for (int i = 0; i < totals.Formation.Length; i++)
        {
            for (int j = 0; j < totals.Depreciation.Length; j++)
            {
                use[(i * totals.Depreciation.Length) + j] = totals.Formation[i] * totals.Depreciation[j] / total;
            }
        }

        return use;
    }

    private static double[] Seeds(double[] pattern, CapitalTotals totals)
    {
        int n = totals.Depreciation.Length;
        double worn = totals.Depreciation.Sum();
        double[] rows = Sums(pattern, n, byRow: true);
        double[] columns = Sums(pattern, n, byRow: false);
        var cells = new double[totals.Formation.Length * n];
        for (int i = 0; i < totals.Formation.Length; i++)
        {
            double row = rows[i % n];
            for (int j = 0; j < n; j++)
            {
                double even = totals.Depreciation[j] / worn;
                cells[(i * n) + j] =
                    totals.Formation[i] * (row == 0 || (totals.Keeps && columns[j] == 0) ? even : pattern[((i % n) * n) + j] / row);
            }
        }

        return cells;
    }

    private static double[] Mixed(double[] seeds, CapitalTotals totals, double share)
    {
        int n = totals.Depreciation.Length;
        double worn = totals.Depreciation.Sum();
        return [.. seeds.Select((cell, c) => ((1 - share) * cell) + (share * totals.Formation[c / n] * totals.Depreciation[c % n] / worn))];
    }

    private static double[] Sums(double[] pattern, int n, bool byRow)
    {
        var sums = new double[n];
        for (int c = 0; c < pattern.Length; c++)
        {
            sums[byRow ? c / n : c % n] += pattern[c];
        }

        return sums;
    }
}
