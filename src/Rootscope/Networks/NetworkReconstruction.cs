using System.Globalization;
using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Networks;

/// <summary>Makes a firm network whose sales from sector to sector are those of a table: the stripe-corrected gravity model.</summary>
/// <remarks>
/// <para>Firms i and j are linked with chance z a / (1 + z a), a = s_i s_j^g: what i sells to firms, times what j needs of i's sector g. A
/// link is worth a / (W_g p), so that in expectation every firm's sales and its purchases of each sector are its own; then links are scaled
/// (RAS) so that cells are the table's. Source: Ialongo, de Valk, Marchese, Jansen, Zmarrou, Squartini and Garlaschelli, "Reconstructing
/// firm-level interactions in the Dutch input-output network from production constraints" (Scientific Reports 12, 2022, 11847). Links are
/// drawn by skipping (Miller and Hagberg 2011), in time of the order of links and of firms times sectors.</para>
/// <para>Assumptions: within a sector firms sell and buy in proportion to size; own use of a sector is trade between its firms. Imports are
/// not in the network; they are in the firms' costs.</para>
/// </remarks>
public static class NetworkReconstruction
{
    /// <summary>
    /// Makes so many firms: each sector with output has one, the others are spread by output, and sizes within a sector are drawn from a
    /// Pareto distribution.
    /// </summary>
    /// <exception cref="ModelException">There are fewer firms than sectors with output.</exception>
    public static FirmList Firms(FlowTable table, int count, ReconstructionOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        int[] producing = [.. Enumerable.Range(0, table.Size).Where(s => table.Output[s] > 0)];
        if (count < producing.Length)
        {
            throw new ModelException(
                $"{producing.Length} sectors of table '{table.Metadata.Id}' have output, and each needs a firm: {count} firms are too "
                    + $"few. Ask for at least {producing.Length}, or aggregate the table."
            );
        }

        double[] output = table.Output.ToArray();
        int[] firmsOf = Apportionment.Of([.. producing.Select(s => output[s])], count);
        (List<string> ids, List<string> names, List<string> sectors, List<string> regions, List<double> revenue) = ([], [], [], [], []);
        int digits = count.ToString(CultureInfo.InvariantCulture).Length;
        for (int p = 0; p < producing.Length; p++)
        {
            var random = RandomStream.Of(options.Seed, -1 - p);
            double[] sizes =
            [
                .. Enumerable
                    .Range(0, firmsOf[p])
                    .Select(_ => Math.Exp(-Math.Log(1 - random.NextDouble()) / options.SizeTail))
                    .OrderDescending(),
            ];
            double sum = sizes.Sum();
            for (int rank = 0; rank < sizes.Length; rank++)
            {
                names.Add(NameOf(table, producing[p], rank));
                ids.Add("f" + (ids.Count + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0'));
                sectors.Add(table.Sectors.IndustryOf(new(producing[p])).Code);
                regions.Add(table.Sectors.RegionOf(new(producing[p])).Code);
                revenue.Add(output[producing[p]] * sizes[rank] / sum);
            }
        }

        return new FirmList(
            new FirmListParts
            {
                Ids = ids,
                Names = names,
                Sectors = sectors,
                Regions = regions,
                Revenue = [.. revenue],
            }
        );
    }

    /// <summary>A made firm is known by its sector and its place in it by size.</summary>
    private static string NameOf(FlowTable table, int sector, int rank)
    {
        string region = table.Sectors.Regions.Count > 1 ? $", {table.Sectors.RegionOf(new(sector)).Code}" : string.Empty;
        return FormattableString.Invariant($"{table.Sectors.IndustryOf(new(sector)).Name}{region}, firm {rank + 1}");
    }

    /// <summary>Links firms so that their sales add up to the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="firms">The firms; sectors are codes of the table's industries, and in a table of many regions regions are its codes.
    /// Sizes are revenues.</param>
    /// <param name="options">How many links, and the seed.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="TableException">A firm's sector or region is not in the table, or some firms of a sector have a revenue and others
    /// have none.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static Reconstruction Of(
        FlowTable table,
        FirmList firms,
        ReconstructionOptions options,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(firms);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", options.Faults), nameof(options));
        }

        var gravity = new GravityModel(table, firms, options);
        double density = gravity.DensityFor(options.MeanDegree * firms.Count, cancellation);
        GravityLinks links = gravity.Draw(density, cancellation);
        double misplaced = links.Scale(gravity, cancellation);
        (double[] revenue, double[] costs) = gravity.Totals();
        (int raised, double largest) = Raise(costs, links.Purchases(firms.Count));
        var list = new FirmList(
            new FirmListParts
            {
                Ids = firms.Ids,
                Names = [.. Enumerable.Range(0, firms.Count).Select(k => firms.NameOf(new(k)))],
                Sectors = [.. Enumerable.Range(0, firms.Count).Select(k => firms.Sectors.CodeOf(new(k)))],
                Regions = firms.Regions is { } regions ? [.. Enumerable.Range(0, firms.Count).Select(k => regions.CodeOf(new(k)))] : null,
                Revenue = revenue,
                Costs = costs,
            }
        );
        return new Reconstruction(
            SupplyNetwork.Of(list, [.. links.Suppliers], [.. links.Customers], [.. links.Values]),
            density,
            links.Forced,
            links.LeftOut,
            misplaced
        )
        {
            CostsRaised = raised,
            LargestRaise = largest,
        };
    }

    /// <summary>Nobody pays less than it buys for: costs are at least purchases.</summary>
    private static (int Raised, double Largest) Raise(double[] costs, double[] purchases)
    {
        const double Rounding = 1 + 1e-9;
        (int raised, double largest) = (0, 1);
        for (int f = 0; f < costs.Length; f++)
        {
            if (purchases[f] > costs[f] * Rounding)
            {
                raised++;
                largest = Math.Max(largest, purchases[f] / costs[f]);
                costs[f] = purchases[f];
            }
        }

        return (raised, largest);
    }
}
