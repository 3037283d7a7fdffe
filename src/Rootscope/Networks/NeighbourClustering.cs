namespace Rootscope.Networks;

/// <summary>How often two neighbours of a firm are neighbours of each other, whatever the direction (Watts and Strogatz 1998).</summary>
internal static class NeighbourClustering
{
    /// <summary>
    /// The mean over firms with at least two neighbours, at most <paramref name="sample"/> of them, evenly spread over the list; null where
    /// there is none.
    /// </summary>
    public static double? Of(SupplyNetwork network, int sample)
    {
        var marked = new int[network.Count];
        var counted = new int[network.Count];
        Array.Fill(marked, -1);
        Array.Fill(counted, -1);
        (double sum, int firms) = (0, 0);
        int step = Math.Max(1, network.Count / sample);
        int pair = 0;
        for (int f = 0; f < network.Count; f += step)
        {
            int degree = Mark(network, f, marked);
            if (degree < 2)
            {
                continue;
            }

            long links = 0;
            foreach (int neighbour in Neighbours(network, f))
            {
                if (marked[neighbour] != f)
                {
                    continue;
                }

                // Taken out once it was looked from, so that a neighbour on both sides is looked from once and each pair is counted once.
                marked[neighbour] = -1;
                foreach (int other in Neighbours(network, neighbour))
                {
                    if (marked[other] == f && counted[other] != pair)
                    {
                        counted[other] = pair;
                        links++;
                    }
                }

                pair++;
            }

            sum += links / (0.5 * degree * (degree - 1));
            firms++;
        }

        return firms == 0 ? null : sum / firms;
    }

    private static int Mark(SupplyNetwork network, int firm, int[] marked)
    {
        int count = 0;
        foreach (int neighbour in Neighbours(network, firm))
        {
            count += marked[neighbour] == firm ? 0 : 1;
            marked[neighbour] = firm;
        }

        return count;
    }

    private static IEnumerable<int> Neighbours(SupplyNetwork network, int firm)
    {
        for (int e = 0; e < network.CustomersOf(new(firm)).Length; e++)
        {
            yield return network.CustomersOf(new(firm))[e];
        }

        for (int e = 0; e < network.SuppliersOf(new(firm)).Length; e++)
        {
            yield return network.SuppliersOf(new(firm))[e];
        }
    }
}
