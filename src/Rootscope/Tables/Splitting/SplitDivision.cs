using Rootscope.Tables.Balancing;

namespace Rootscope.Tables.Splitting;

/// <summary>Divides the cells of one industry among its parts, so that every part has its size.</summary>
internal static class SplitDivision
{
    /// <summary>How much of the parent's own pattern is mixed into seeds that cannot reach their sums, tried in turn.</summary>
    private static readonly double[] Mixed = [0, 1e-4, 1e-2, 1e-1];

    /// <summary>
    /// Divides totals among parts: in the proportions known, where all are of one sign, otherwise by size; then scaled so that each part
    /// has its sum.
    /// </summary>
    /// <param name="totals">The cells of the industry.</param>
    /// <param name="known">Proportions by cell and part, row-major; 0 throughout a row where nothing is known.</param>
    /// <param name="shares">The size of each part; they sum to 1.</param>
    /// <param name="sums">What the cells of each part sum to.</param>
    /// <param name="place">What is divided, for messages.</param>
    /// <param name="tolerance">Of sums, relative to the largest.</param>
    /// <param name="isSlice">Whether a part takes the same share of every cell, the one that its sum asks for.</param>
    /// <returns>Cells by cell of the industry and part, row-major.</returns>
    public static double[] Divide(
        double[] totals,
        double[] known,
        double[] shares,
        double[] sums,
        string place,
        double tolerance,
        bool[] isSlice
    )
    {
        int m = shares.Length;
        if (m == 1)
        {
            return totals;
        }

        if (isSlice.AsSpan().Contains(true))
        {
            return WithSlices(totals, known, shares, sums, place, tolerance, isSlice);
        }

        var cells = new double[totals.Length * m];
        for (int i = 0; i < totals.Length; i++)
        {
            Span<double> proportions = known.AsSpan(i * m, m);
            double sum = 0;
            bool sameSign = true;
            for (int t = 0; t < m; t++)
            {
                sum += proportions[t];
                sameSign &= proportions[t] >= 0;
            }

            for (int t = 0; t < m; t++)
            {
                cells[(i * m) + t] = totals[i] * (sameSign && sum > 0 ? proportions[t] / sum : shares[t]);
            }
        }

        double scale = totals.Sum() / (sums.Sum() == 0 ? 1 : sums.Sum());
        double[] targets = sums.Sum() == 0 ? sums : [.. sums.Select(s => s * scale)];
        return Balanced(cells, totals, targets, shares, place, tolerance);
    }

    private static double[] WithSlices(
        double[] totals,
        double[] known,
        double[] shares,
        double[] sums,
        string place,
        double tolerance,
        bool[] isSlice
    )
    {
        int m = shares.Length;
        double all = sums.Sum();
        double[] fractions = [.. sums.Select((s, t) => all == 0 ? shares[t] : s / all)];
        int[] others = [.. Enumerable.Range(0, m).Where(t => !isSlice[t])];
        double left = others.Sum(t => fractions[t]);
        double size = others.Sum(t => shares[t]);
        double[] divided =
            others.Length == 0
                ? []
                : Divide(
                    [.. totals.Select(t => t * left)],
                    [.. Enumerable.Range(0, known.Length).Where(c => !isSlice[c % m]).Select(c => known[c])],
                    [.. others.Select(t => shares[t] / size)],
                    [.. others.Select(t => sums[t])],
                    place,
                    tolerance,
                    new bool[others.Length]
                );
        var cells = new double[totals.Length * m];
        for (int i = 0; i < totals.Length; i++)
        {
            for (int t = 0; t < m; t++)
            {
                cells[(i * m) + t] = totals[i] * fractions[t];
            }

            for (int o = 0; o < others.Length; o++)
            {
                cells[(i * m) + others[o]] = divided[(i * others.Length) + o];
            }
        }

        return cells;
    }

    /// <summary>
    /// The same where many cells have the same proportions, such as what an industry buys of one product from every region: those of one
    /// group and sign are divided together, which comes to the same and costs less.
    /// </summary>
    /// <param name="totals">The cells of the industry.</param>
    /// <param name="groupOf">The group of each cell.</param>
    /// <param name="known">Proportions by group and part, row-major.</param>
    /// <param name="shares">The size of each part; they sum to 1.</param>
    /// <param name="sums">What the cells of each part sum to.</param>
    /// <param name="place">What is divided, for messages.</param>
    /// <param name="tolerance">Of sums, relative to the largest.</param>
    /// <param name="isSlice">Whether a part takes the same share of every cell.</param>
    public static double[] DivideByGroup(
        double[] totals,
        int[] groupOf,
        double[] known,
        double[] shares,
        double[] sums,
        string place,
        double tolerance,
        bool[] isSlice
    )
    {
        int m = shares.Length;
        int groups = known.Length / m;
        var together = new double[2 * groups];
        for (int i = 0; i < totals.Length; i++)
        {
            together[Row(i)] += totals[i];
        }

        double[] divided = together.Any(t => t != 0)
            ? Divide(together, [.. known, .. known], shares, sums, place, tolerance, isSlice)
            : new double[together.Length * m];
        var cells = new double[totals.Length * m];
        for (int i = 0; i < totals.Length; i++)
        {
            int row = Row(i);
            for (int t = 0; t < m && totals[i] != 0; t++)
            {
                cells[(i * m) + t] = totals[i] / together[row] * divided[(row * m) + t];
            }
        }

        return cells;

        int Row(int cell) => groupOf[cell] + (totals[cell] < 0 ? groups : 0);
    }

    /// <summary>Seeds that no factors scale to their sums get a little of the parent's pattern, which always can.</summary>
    private static double[] Balanced(double[] cells, double[] totals, double[] sums, double[] shares, string place, double tolerance)
    {
        var options = new BalanceOptions { Tolerance = tolerance, LongestRun = 4000 };
        foreach (double mixed in Mixed)
        {
            double[] seeds =
            [
                .. cells.Select((cell, c) => ((1 - mixed) * cell) + (mixed * totals[c / shares.Length] * shares[c % shares.Length])),
            ];
            BalancedMatrix balanced = MatrixBalancing.Balance(seeds, totals, sums, options);
            double enough = 100 * tolerance;
            if (balanced.Status != BalanceStatus.Unreachable && balanced.RowError < enough && balanced.ColumnError < enough)
            {
                return balanced.Values.ToArray();
            }
        }

        throw new TableException(
            place,
            "cannot be divided so that every part has its size. Correct the output, import and export shares of its parts."
        );
    }
}
