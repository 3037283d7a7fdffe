using System.Globalization;
using Rootscope.Tables.Balancing;

namespace Rootscope.Tables;

/// <summary>Capital flows of a region scaled to its capital formation by product and its depreciation by industry.</summary>
internal static class CapitalPattern
{
    /// <summary>A product or an industry that the capital flows do not mention is spread as everything is without them.</summary>
    /// <param name="pattern">Products × industries.</param>
    /// <param name="formation">Capital formation by seller; sellers of many regions sell the same products.</param>
    /// <param name="depreciation">Depreciation by industry.</param>
    /// <param name="keepsDepreciation">Whether columns are scaled to depreciation; otherwise to the pattern's own totals.</param>
    /// <param name="place">Where a fault is.</param>
    public static double[] Scaled(double[] pattern, double[] formation, double[] depreciation, bool keepsDepreciation, string place)
    {
        int n = depreciation.Length;
        double total = formation.Sum();
        double[] rows = PatternSums(pattern, n, byRow: true);
        double[] columns = PatternSums(pattern, n, byRow: false);
        var cells = new double[formation.Length * n];
        for (int i = 0; i < formation.Length; i++)
        {
            double row = rows[i % n];
            for (int j = 0; j < n; j++)
            {
                double even = depreciation[j] / depreciation.Sum();
                cells[(i * n) + j] =
                    formation[i] * (row == 0 || (keepsDepreciation && columns[j] == 0) ? even : pattern[((i % n) * n) + j] / row);
            }
        }

        double used = Math.Min(total, depreciation.Sum());
        double[] rowTargets = [.. formation.Select(g => g * (keepsDepreciation ? used / total : 1))];
        if (!keepsDepreciation)
        {
            return cells;
        }

        double[] columnTargets = [.. depreciation.Select(d => d * used / depreciation.Sum())];
        BalancedMatrix balanced = MatrixBalancing.Balance(
            cells,
            rowTargets,
            columnTargets,
            new BalanceOptions
            {
                Method = BalanceMethod.Ras,
                Tolerance = 1e-11,
                LongestRun = 20_000,
            }
        );
        return balanced.Status == BalanceStatus.Converged
            ? balanced.Values.ToArray()
            : throw new TableException(
                place,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"cannot be scaled to capital formation by product and depreciation by industry (rows are off by "
                        + $"{balanced.RowError:G3} of the largest). "
                )
                    + "Let more industries use the goods of which much is formed, or leave out products and industries that you know "
                    + "nothing of."
            );
    }

    private static double[] PatternSums(double[] pattern, int n, bool byRow)
    {
        var sums = new double[n];
        for (int c = 0; c < pattern.Length; c++)
        {
            sums[byRow ? c / n : c % n] += pattern[c];
        }

        return sums;
    }
}
