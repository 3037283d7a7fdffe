using Rootscope.Tables.Balancing;

namespace Rootscope.Tables.Capital;

/// <summary>Divides the capital use of whole industries among the parts that they were split into.</summary>
/// <remarks>
/// Every cell of the whole is the sum of its parts', so that adding parts up gives the whole back. First users are divided, each group's
/// parts getting their depreciation where that is known; then products, each part getting its own formation. What parts use and who uses
/// them is seeded with the flows that are known of parts and scaled (RAS); seeds that cannot be scaled get some of the whole's pattern.
/// </remarks>
internal static class CapitalDivision
{
    private const double Tolerance = 1e-12;
    private const int LongestTry = 2000;

    /// <summary>Shares of the whole's pattern that are mixed in, one after the other; with all of it there is nothing to scale.</summary>
    private static readonly double[] Mixtures = [0, 0.001, 0.01, 0.05, 0.1, 0.2, 0.5];

    /// <summary>Divides.</summary>
    /// <param name="whole">Capital use of whole industries, sellers × industries.</param>
    /// <param name="pattern">What is known of parts, products × industries.</param>
    /// <param name="groupOf">The whole industry of each part.</param>
    /// <param name="totals">What parts form and wear out.</param>
    /// <returns>Capital use, sellers × industries.</returns>
    public static double[] Divided(double[] whole, double[] pattern, int[] groupOf, CapitalTotals totals)
    {
        int n = groupOf.Length;
        int m = groupOf.Max() + 1;
        int regions = totals.Formation.Length / n;
        int[][] membersOf = [.. Enumerable.Range(0, m).Select(g => Enumerable.Range(0, n).Where(i => groupOf[i] == g).ToArray())];
        double[] half = Users(whole, pattern, groupOf, membersOf, totals);
        var use = new double[totals.Formation.Length * n];
        for (int seller = 0; seller < regions * m; seller++)
        {
            int[] members = [.. membersOf[seller % m].Select(i => (seller / m * n) + i)];
            Sellers(half.AsSpan(seller * n, n).ToArray(), pattern, members, totals.Formation, use);
        }

        return use;
    }

    private static double[] Users(double[] whole, double[] pattern, int[] groupOf, int[][] membersOf, CapitalTotals totals)
    {
        int n = groupOf.Length;
        int m = membersOf.Length;
        int sellers = whole.Length / m;
        var half = new double[sellers * n];
        var known = new double[m * n];
        for (int c = 0; c < pattern.Length; c++)
        {
            known[(groupOf[c / n] * n) + (c % n)] += pattern[c];
        }

        for (int g = 0; g < m; g++)
        {
            int[] members = membersOf[g];
            double[] rows = [.. Enumerable.Range(0, sellers).Select(s => whole[(s * m) + g])];
            double[] shares = Shares([.. members.Select(j => totals.Depreciation[j])]);
            double[] seeds =
            [
                .. rows.SelectMany(
                    (row, s) =>
                    {
                        double[] own = [.. members.Select(j => known[(s % m * n) + j])];
                        double sum = own.Sum();
                        return own.Select((o, t) => row * (sum > 0 ? o / sum : shares[t]));
                    }
                ),
            ];
            double used = rows.Sum();
            double[] cells = totals.Keeps ? Scaled(seeds, rows, [.. shares.Select(s => s * used)]) : seeds;
            for (int c = 0; c < cells.Length; c++)
            {
                half[(c / members.Length * n) + members[c % members.Length]] = cells[c];
            }
        }

        return half;
    }

    private static void Sellers(double[] half, double[] pattern, int[] members, double[] formation, double[] use)
    {
        int n = half.Length;
        double[] shares = Shares([.. members.Select(i => formation[i])]);
        double used = half.Sum();
        double[] seeds =
        [
            .. members.SelectMany(
                (seller, t) =>
                {
                    double[] own = pattern.AsSpan(seller % n * n, n).ToArray();
                    double sum = own.Sum();
                    return half.Select((cell, j) => shares[t] * (sum > 0 ? used * own[j] / sum : cell));
                }
            ),
        ];
        double[] cells = members.Length == 1 ? half : Scaled(seeds, [.. shares.Select(s => s * used)], half);
        for (int c = 0; c < cells.Length; c++)
        {
            use[(members[c / n] * n) + (c % n)] = cells[c];
        }
    }

    private static double[] Scaled(double[] seeds, double[] rows, double[] columns)
    {
        double total = rows.Sum();
        if (total <= 0 || rows.Length == 1)
        {
            return total <= 0 ? new double[seeds.Length] : columns;
        }

        if (columns.Length == 1)
        {
            return rows;
        }

        var options = new BalanceOptions
        {
            Method = BalanceMethod.Ras,
            Tolerance = Tolerance,
            LongestRun = LongestTry,
        };
        foreach (double mixed in Mixtures)
        {
            double[] start =
            [
                .. seeds.Select(
                    (cell, c) => ((1 - mixed) * cell) + (mixed * rows[c / columns.Length] * columns[c % columns.Length] / total)
                ),
            ];
            BalancedMatrix balanced = MatrixBalancing.Balance(start, rows, columns, options);
            if (balanced.Status == BalanceStatus.Converged)
            {
                return balanced.Values.ToArray();
            }
        }

        return [.. seeds.Select((_, c) => rows[c / columns.Length] * columns[c % columns.Length] / total)];
    }

    private static double[] Shares(double[] sizes)
    {
        double sum = sizes.Sum();
        return [.. sizes.Select(s => sum > 0 ? s / sum : 1.0 / sizes.Length)];
    }
}
