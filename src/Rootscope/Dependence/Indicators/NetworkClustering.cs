using System.Numerics;
using Rootscope.Dependence.Panels;

namespace Rootscope.Dependence.Indicators;

/// <summary>Clustering of the directed, weighted network of one product's trade.</summary>
/// <remarks>
/// Fagiolo (2007), "Clustering in complex directed networks", Physical Review E 76, 026107, eq. 16: with weights over the largest, their
/// cube roots W, S = W + W', d the number of links of a node in both directions and b of those that have a return, c_i = (S³)_ii / (2 (d (d
/// − 1) − 2 b)). A node without two neighbours counts as 0. Only the cube of the sum of W and its transpose is formed, and of it only the
/// diagonal: (S³)_ii = Σ_j (S²)_ij S_ij.
/// </remarks>
internal sealed class NetworkClustering(int economies)
{
    private readonly double[] _weights = new double[economies * economies];
    private readonly double[] _row = new double[economies];
    private readonly int[] _links = new int[economies];
    private readonly int[] _returned = new int[economies];
    private readonly int[] _place = new int[economies];

    /// <summary>The mean over all economies.</summary>
    public double Mean(ProductFlows flows)
    {
        int nodes = Fill(flows);
        double sum = 0;
        for (int i = 0; i < nodes; i++)
        {
            double possible = 2.0 * (((double)_links[i] * (_links[i] - 1)) - (2.0 * _returned[i]));
            sum += possible > 0 ? Triangles(i, nodes) / possible : 0;
        }

        return sum / economies;
    }

    /// <summary>S over the economies that trade the product, with the numbers of links.</summary>
    private int Fill(ProductFlows flows)
    {
        Array.Fill(_place, -1);
        ReadOnlySpan<double> values = flows.Values;
        double largest = 0;
        for (int f = 0; f < values.Length; f++)
        {
            largest = Math.Max(largest, values[f]);
            (_place[flows.Exporter(f)], _place[flows.Importer(f)]) = (0, 0);
        }

        // Places go by the order of economies, so that sums do not depend on who happens to sell first.
        int nodes = 0;
        for (int e = 0; e < economies; e++)
        {
            _place[e] = _place[e] < 0 ? -1 : nodes++;
        }

        Array.Clear(_weights, 0, nodes * nodes);
        Array.Clear(_links);
        Array.Clear(_returned);
        for (int f = 0; f < values.Length; f++)
        {
            (int i, int j) = (_place[flows.Exporter(f)], _place[flows.Importer(f)]);
            double weight = Math.Cbrt(values[f] / largest);
            bool returned = _weights[(i * nodes) + j] > 0;
            _weights[(i * nodes) + j] += weight;
            _weights[(j * nodes) + i] += weight;
            _links[i]++;
            _links[j]++;
            _returned[i] += returned ? 1 : 0;
            _returned[j] += returned ? 1 : 0;
        }

        return nodes;
    }

    private double Triangles(int i, int nodes)
    {
        Span<double> row = _row.AsSpan(0, nodes);
        row.Clear();
        ReadOnlySpan<double> own = _weights.AsSpan(i * nodes, nodes);
        for (int k = 0; k < nodes; k++)
        {
            if (own[k] > 0)
            {
                AddScaled(row, own[k], _weights.AsSpan(k * nodes, nodes));
            }
        }

        double sum = 0;
        for (int j = 0; j < nodes; j++)
        {
            sum += row[j] * own[j];
        }

        return sum;
    }

    /// <summary>Element by element, so that the width of the machine's vectors changes no bit.</summary>
    private static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        int j = 0;
        var factors = new Vector<double>(factor);
        for (; j <= target.Length - Vector<double>.Count; j += Vector<double>.Count)
        {
            (new Vector<double>(target[j..]) + (factors * new Vector<double>(source[j..]))).CopyTo(target[j..]);
        }

        for (; j < target.Length; j++)
        {
            target[j] += factor * source[j];
        }
    }
}
