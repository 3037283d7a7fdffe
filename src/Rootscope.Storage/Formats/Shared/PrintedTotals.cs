using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Storage.Formats.Shared;

/// <summary>Holds sums against the totals that a source prints.</summary>
internal static class PrintedTotals
{
    /// <summary>Refuses the first sector whose sum misses its total by more than rounding and the tolerance explain.</summary>
    /// <param name="sums">Sums by sector.</param>
    /// <param name="totals">Printed totals by sector.</param>
    /// <param name="cells">Number of cells in a sum.</param>
    /// <param name="halfDigit">Half a unit of the last digit printed, in the table's unit.</param>
    /// <param name="tolerance">Share of the total, or of a ten-thousandth of the mean total where that is more, that a sum may
    /// be off beyond rounding.</param>
    /// <param name="place">Where the total of sector k stands.</param>
    /// <param name="what">What is summed, such as "sector 'AUS_A01': the row sums".</param>
    /// <exception cref="TableException">A sum is off.</exception>
    public static void Check(
        ReadOnlySpan<double> sums,
        ReadOnlySpan<double> totals,
        int cells,
        double halfDigit,
        double tolerance,
        Func<int, string> place,
        Func<int, string> what
    )
    {
        double least = TableBalance.LeastOutput(totals);
        for (int k = 0; k < sums.Length; k++)
        {
            double gap = sums[k] - totals[k];
            double allowed = (halfDigit * cells) + (tolerance * Math.Max(least, Math.Abs(totals[k])));
            if (!(Math.Abs(gap) <= allowed))
            {
                throw new TableException(
                    place(k),
                    $"{what(k)} to {sums[k]:G10} but output is {totals[k]:G10} (gap {gap:G6}, allowed {allowed:G6}: rounding of the "
                        + $"cells and the tolerance). "
                        + $"Compare with the published table, or raise {Repair.Option("tolerance")}."
                );
            }
        }
    }
}
