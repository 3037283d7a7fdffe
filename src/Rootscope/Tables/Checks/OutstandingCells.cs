namespace Rootscope.Tables.Checks;

/// <summary>A flow that is far larger than what comparable buyers suggest: published so, and a question to whoever relies on it.</summary>
/// <param name="Seller">Number of the selling industry.</param>
/// <param name="Buyer">Number of the buying industry.</param>
/// <param name="Value">The flow. Unit: the table's money.</param>
/// <param name="ShareOfInputs">Its share in what the buyer takes from other industries. Unit: share.</param>
/// <param name="ShareOfSales">Its share in what the seller sells to other industries. Unit: share.</param>
/// <param name="PeersShare">
/// The largest share that the seller's whole group has in what one of the buyer's peers takes from other industries. Unit: share.
/// </param>
/// <param name="Peers">Number of the buyer's peers. Unit: industries.</param>
public sealed record OutstandingCell(
    SectorNumber Seller,
    SectorNumber Buyer,
    double Value,
    double ShareOfInputs,
    double ShareOfSales,
    double PeersShare,
    int Peers
);

/// <summary>Flows that stand out of a table of one region, by one rule.</summary>
/// <remarks>
/// <para>Input shares of industries of one division are alike, and more so when products are summed over a division: what one of them buys
/// of a product is seldom more than what another buys of everything related. The largest of at least three peers is a limit that needs no
/// distribution; a share four times beyond it comes of a rare way to produce or of a rare way to book. The rule cannot tell which.</para>
/// <para>A flow from an industry to itself, or within a group, never stands out; nor do industries with fewer than
/// <see cref="FewestPeers"/> peers. Cost: one pass over the table for each group. Method: docs/methods/roots.md.</para>
/// </remarks>
public static class OutstandingCells
{
    /// <summary>A smaller share of the buyer's inputs or of the seller's sales decides nothing. Unit: share.</summary>
    public const double LeastShare = 0.02;

    /// <summary>How many times the largest peer's share a share has to be. Unit: ratio.</summary>
    public const double LeastRatio = 4;

    /// <summary>Fewer peers set no limit. Unit: industries.</summary>
    public const int FewestPeers = 3;

    /// <summary>The rule in a sentence.</summary>
    public const string Rule =
        "a cell stands out where it is at least 2% of what the buyer takes from other industries and of what the seller sells to them, and "
        + "more than four times the share that any of the buyer's peers, three at least of the same ISIC division, takes of the seller's "
        + "whole division";

    /// <summary>Finds the flows that stand out, the largest first.</summary>
    /// <param name="table">A table of one region.</param>
    /// <param name="groups">The group of each industry, such as its division of ISIC; null where it belongs to none.</param>
    /// <exception cref="ArgumentException">The table has several regions, or there is not one group an industry.</exception>
    public static IReadOnlyList<OutstandingCell> Of(FlowTable table, IReadOnlyList<string?> groups)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(groups);
        int n = table.Size;
        if (groups.Count != n || table.Sectors.Regions.Count != 1)
        {
            throw new ArgumentException(
                $"{table.Metadata.Id}: cells are compared in one region, with one group an industry.",
                nameof(groups)
            );
        }

        double[] inputs = new double[n];
        double[] sales = new double[n];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = table.SalesOf(new(i));
            for (int j = 0; j < n; j++)
            {
                double flow = i == j ? 0 : Math.Max(0, row[j]);
                inputs[j] += flow;
                sales[i] += flow;
            }
        }

        var members = Enumerable
            .Range(0, n)
            .Where(i => groups[i] is not null)
            .GroupBy(i => groups[i]!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        var found = new List<OutstandingCell>();
        foreach (int[] sellers in members.Values)
        {
            double[] fromGroup = SharesOf(table, sellers, inputs);
            foreach (int i in sellers)
            {
                ReadOnlySpan<double> row = table.SalesOf(new(i));
                for (int j = 0; j < n; j++)
                {
                    bool isLarge = row[j] >= LeastShare * inputs[j] && row[j] >= LeastShare * sales[i] && row[j] > 0;
                    if (!isLarge || groups[j] is not { } group || group == groups[i])
                    {
                        continue;
                    }

                    int buyer = j;
                    double[] peers = [.. members[group].Where(q => q != buyer && inputs[q] > 0).Select(q => fromGroup[q])];
                    double share = row[j] / inputs[j];
                    if (peers.Length >= FewestPeers && share > LeastRatio * peers.Max())
                    {
                        found.Add(new OutstandingCell(new(i), new(j), row[j], share, row[j] / sales[i], peers.Max(), peers.Length));
                    }
                }
            }
        }

        return [.. found.OrderByDescending(c => c.Value).ThenBy(c => c.Seller).ThenBy(c => c.Buyer)];
    }

    /// <summary>What each industry takes of the products of a group, as a share of its inputs from other industries.</summary>
    private static double[] SharesOf(FlowTable table, int[] sellers, double[] inputs)
    {
        var shares = new double[inputs.Length];
        foreach (int i in sellers)
        {
            ReadOnlySpan<double> row = table.SalesOf(new(i));
            for (int j = 0; j < shares.Length; j++)
            {
                shares[j] += i == j || inputs[j] <= 0 ? 0 : Math.Max(0, row[j]) / inputs[j];
            }
        }

        return shares;
    }
}
