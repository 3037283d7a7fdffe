namespace Rootscope.Networks;

/// <summary>Figures by which a network is compared with real ones. Null where a network is too small or too regular to have one.</summary>
/// <remarks>
/// All are computed without any draw. Cost: of the order of the edges; clustering looks at a fixed number of firms evenly spread over the
/// list.
/// </remarks>
public sealed record NetworkFacts
{
    /// <summary>Largest share of firms, by degree, from which a tail exponent is read.</summary>
    private const double TailShare = 0.1;

    private const int FewestInTail = 25;
    private const int ClusteringSample = 2000;

    /// <summary>Number of firms. Unit: firms.</summary>
    public required int Firms { get; init; }

    /// <summary>Number of links. Unit: links.</summary>
    public required int Links { get; init; }

    /// <summary>Mean number of customers. Unit: links a firm.</summary>
    public required double MeanDegree { get; init; }

    /// <summary>
    /// Tail exponent of the number of customers: the share of firms with more than k falls as k to minus this. A number; unit: none
    /// (ratio).
    /// </summary>
    public double? CustomersTail { get; init; }

    /// <summary>The same for the number of suppliers. A number; unit: none (ratio).</summary>
    public double? SuppliersTail { get; init; }

    /// <summary>
    /// Exponent of sales in the number of customers, by least squares on logarithms over firms with customers: above 1, large firms sell
    /// more to each. A number; unit: none (ratio).
    /// </summary>
    public double? StrengthExponent { get; init; }

    /// <summary>Exponent of purchases in the number of suppliers, likewise. A number; unit: none (ratio).</summary>
    public double? PurchasesExponent { get; init; }

    /// <summary>Correlation of the degrees at both ends of a link, customers and suppliers together: a number between -1 and 1.</summary>
    public double? Assortativity { get; init; }

    /// <summary>Share of links that also exist the other way round.</summary>
    public required double Reciprocity { get; init; }

    /// <summary>
    /// Mean share of pairs of a firm's neighbours that are neighbours, whatever the direction; firms with fewer than two left out. Unit:
    /// share.
    /// </summary>
    public double? Clustering { get; init; }

    /// <summary>Share of firms that hang together, whatever the direction, in the largest part.</summary>
    public required double LargestPart { get; init; }

    /// <summary>Measures a network.</summary>
    public static NetworkFacts Of(SupplyNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        int n = network.Count;
        double[] customers = [.. Enumerable.Range(0, n).Select(f => (double)network.CustomersOf(new(f)).Length)];
        double[] suppliers = [.. Enumerable.Range(0, n).Select(f => (double)network.SuppliersOf(new(f)).Length)];
        return new NetworkFacts
        {
            Firms = n,
            Links = network.EdgeCount,
            MeanDegree = (double)network.EdgeCount / n,
            CustomersTail = Tail(customers),
            SuppliersTail = Tail(suppliers),
            StrengthExponent = Exponent(customers, network.Sales),
            PurchasesExponent = Exponent(suppliers, network.Purchases),
            Assortativity = AssortativityOf(network),
            Reciprocity = network.EdgeCount == 0 ? 0 : (double)Reciprocated(network) / network.EdgeCount,
            Clustering = NeighbourClustering.Of(network, ClusteringSample),
            LargestPart = LargestPartOf(network),
        };
    }

    /// <summary>Hill's estimator (1975) over the largest tenth, half a link added because degrees are whole numbers.</summary>
    private static double? Tail(double[] degrees)
    {
        double[] sorted = [.. degrees.Where(d => d > 0).OrderDescending()];
        int count = (int)(sorted.Length * TailShare);
        if (count < FewestInTail)
        {
            return null;
        }

        double least = sorted[count] + 0.5;
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += Math.Log((sorted[i] + 0.5) / least);
        }

        return sum > 0 ? count / sum : null;
    }

    /// <summary>Slope of log strength on log degree by least squares.</summary>
    private static double? Exponent(double[] degrees, ReadOnlySpan<double> strengths)
    {
        (double n, double x, double y, double xx, double xy) = (0, 0, 0, 0, 0);
        for (int f = 0; f < degrees.Length; f++)
        {
            if (degrees[f] > 0)
            {
                (double a, double b) = (Math.Log(degrees[f]), Math.Log(strengths[f]));
                (n, x, y, xx, xy) = (n + 1, x + a, y + b, xx + (a * a), xy + (a * b));
            }
        }

        double spread = (n * xx) - (x * x);
        return n > 2 && spread > 1e-9 * n * xx ? ((n * xy) - (x * y)) / spread : null;
    }

    private static double? AssortativityOf(SupplyNetwork network)
    {
        // A link counts from both ends, so that both means are the same.
        (double product, double sum, double square) = (0, 0, 0);
        for (int f = 0; f < network.Count; f++)
        {
            double own = Degree(network, f);
            foreach (int customer in network.CustomersOf(new(f)))
            {
                double other = Degree(network, customer);
                product += own * other;
                sum += 0.5 * (own + other);
                square += 0.5 * ((own * own) + (other * other));
            }
        }

        double mean = sum / network.EdgeCount;
        double variance = (square / network.EdgeCount) - (mean * mean);
        return network.EdgeCount > 0 && variance > 1e-9 * mean * mean ? ((product / network.EdgeCount) - (mean * mean)) / variance : null;
    }

    private static int Degree(SupplyNetwork network, int firm) =>
        network.CustomersOf(new(firm)).Length + network.SuppliersOf(new(firm)).Length;

    private static int Reciprocated(SupplyNetwork network)
    {
        int count = 0;
        for (int f = 0; f < network.Count; f++)
        {
            foreach (int customer in network.CustomersAt(f))
            {
                count += network.CustomersAt(customer).BinarySearch(f) >= 0 ? 1 : 0;
            }
        }

        return count;
    }

    private static double LargestPartOf(SupplyNetwork network)
    {
        int n = network.Count;
        int[] parent = [.. Enumerable.Range(0, n)];
        int Root(int f)
        {
            while (parent[f] != f)
            {
                f = parent[f] = parent[parent[f]];
            }

            return f;
        }

        for (int f = 0; f < n; f++)
        {
            foreach (int customer in network.CustomersOf(new(f)))
            {
                parent[Root(customer)] = Root(f);
            }
        }

        var size = new int[n];
        for (int f = 0; f < n; f++)
        {
            size[Root(f)]++;
        }

        return (double)size.Max() / n;
    }
}
