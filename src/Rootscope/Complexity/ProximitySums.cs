using System.Diagnostics;
using Rootscope.Numerics;

namespace Rootscope.Complexity;

/// <summary>Sums over products weighted by proximity, for every country and product at once, without the matrix of proximities.</summary>
/// <remarks>
/// With products sorted by ubiquity u, the larger of two ubiquities is that of the later one, so that
/// Σ_q M_cq w_q φ_qp = Σ_k M_kp (A_ck / u_p + B_ck), where k runs over countries, A_ck = Σ_{q ≤ p} w_q M_cq M_kq and B_ck = Σ_{q > p} w_q
/// M_cq M_kq / u_q. Both are kept up to date while p moves, A forwards and B backwards, so that nothing is subtracted. Cost: C² P m, with m
/// the share of ones, instead of C P²; memory C².
/// </remarks>
internal static class ProximitySums
{
    /// <summary>Computes the sums.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="weights">w, one a product; empty for 1.</param>
    /// <param name="held">Receives Σ_q M_cq w_q φ_qp. Shape: products × countries.</param>
    /// <param name="all">Receives Σ_q w_q φ_qp. Shape: products.</param>
    /// <param name="threads">One or more; the bits are the same.</param>
    /// <param name="cancellation">Stops between two products.</param>
    public static void Compute(
        AdvantageMatrix matrix,
        double[] weights,
        double[] held,
        double[] all,
        int threads,
        CancellationToken cancellation
    )
    {
        int products = matrix.Products.Count;
        Debug.Assert(
            held.Length == products * matrix.Countries.Count
                && all.Length == products
                && (weights.Length == 0 || weights.Length == products)
        );
        int[] order = [.. Enumerable.Range(0, products)];
        Array.Sort(
            order,
            (a, b) =>
                matrix.Ubiquity(new(a)) != matrix.Ubiquity(new(b))
                    ? matrix.Ubiquity(new(a)).CompareTo(matrix.Ubiquity(new(b)))
                    : a.CompareTo(b)
        );
        var later = new double[held.Length];
        var allLater = new double[products];
        Action forwards = () => Sweep(matrix, weights, order, forwards: true, held, all, cancellation);
        Action backwards = () => Sweep(matrix, weights, order, forwards: false, later, allLater, cancellation);
        if (threads > 1)
        {
            Parallel.Invoke(
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                forwards,
                backwards
            );
        }
        else
        {
            forwards();
            backwards();
        }

        DenseKernels.AddScaled(held, 1, later);
        DenseKernels.AddScaled(all, 1, allLater);
    }

    private static void Sweep(
        AdvantageMatrix matrix,
        double[] weights,
        int[] order,
        bool forwards,
        double[] held,
        double[] all,
        CancellationToken cancellation
    )
    {
        int countries = matrix.Countries.Count;
        var pairs = new double[countries * countries];
        var sums = new double[countries];
        for (int step = 0; step < order.Length; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            int p = order[forwards ? step : order.Length - 1 - step];
            ReadOnlySpan<int> makers = matrix.CountriesOf(new(p)).Integers();
            double weight = weights.Length == 0 ? 1 : weights[p];
            double over = 1.0 / makers.Length;
            if (forwards)
            {
                Add(makers, weight, pairs, sums, countries);
            }

            // What is counted with p itself is divided by its ubiquity here, what comes later was divided by its own when it was added.
            double factor = forwards ? over : 1;
            Span<double> row = held.AsSpan(p * countries, countries);
            double total = 0;
            foreach (int k in makers)
            {
                DenseKernels.AddScaled(row, factor, pairs.AsSpan(k * countries, countries));
                total += sums[k];
            }

            all[p] = total * factor;
            if (!forwards)
            {
                Add(makers, weight * over, pairs, sums, countries);
            }
        }
    }

    private static void Add(ReadOnlySpan<int> makers, double weight, double[] pairs, double[] sums, int countries)
    {
        foreach (int k in makers)
        {
            sums[k] += weight;
            Span<double> row = pairs.AsSpan(k * countries, countries);
            foreach (int c in makers)
            {
                row[c] += weight;
            }
        }
    }
}
