using System.Globalization;
using Rootscope.Numerics;

namespace Rootscope.Networks;

/// <summary>
/// Makes firm networks that look like real ones where it matters for cascades: heavy tails, sectors that buy from few others, strength that
/// grows faster than degree.
/// </summary>
/// <remarks>
/// Sizes are drawn from a Pareto distribution; numbers of links are a power of size with noise. Each sector buys from a list of others. A
/// firm draws its suppliers: a sector from its sector's list and a firm of it by number of links, or a supplier of a supplier it has. An
/// edge is worth a power of both sizes times noise, so that sales follow size. Part of what a firm sells goes to final demand and part of
/// what it buys is imported: revenue and costs say how much. Not any real network.
/// Cost: time and memory of the order of the edges.
/// </remarks>
public static class NetworkGenerator
{
    /// <summary>Makes a network.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static SupplyNetwork Generate(GeneratorOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", options.Faults), nameof(options));
        }

        var firms = SyntheticFirms.Draw(options);
        (List<int> suppliers, List<int> customers, List<double> values) = Edges(options, firms, cancellation);
        int n = options.Firms;
        (double[] sold, double[] bought) = (new double[n], new double[n]);
        for (int e = 0; e < values.Count; e++)
        {
            sold[suppliers[e]] += values[e];
            bought[customers[e]] += values[e];
        }

        var random = RandomStream.Of(options.Seed, SyntheticFirms.TotalsStream);
        for (int f = 0; f < n; f++)
        {
            // What is left to firms of the network: four to eight tenths of sales, and six to nine and a half tenths of inputs.
            // A firm without customers among them sells to final demand alone, at what its size says.
            (double toFirms, double fromFirms) = (0.4 + (0.4 * random.NextDouble()), 0.6 + (0.35 * random.NextDouble()));
            sold[f] = Rounded(
                sold[f] > 0 ? sold[f] / toFirms : Math.Max(firms.Ticket[f] * firms.Ticket[f], bought[f] / fromFirms / toFirms)
            );
            bought[f] = Rounded(bought[f] / fromFirms);
        }

        int digits = (n - 1).ToString(CultureInfo.InvariantCulture).Length;
        var list = new FirmList(
            new FirmListParts
            {
                Ids = [.. Enumerable.Range(0, n).Select(f => "f" + f.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0'))],
                Sectors = [.. firms.Sector.Select(s => options.Sectors[s])],
                Revenue = [.. sold.Select(Known)],
                Costs = [.. bought.Select(Known)],
            }
        );
        return SupplyNetwork.Of(
            list,
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(suppliers),
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(customers),
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values)
        );
    }

    private static (List<int> Suppliers, List<int> Customers, List<double> Values) Edges(
        GeneratorOptions options,
        SyntheticFirms firms,
        CancellationToken cancellation
    )
    {
        int expected = (int)Math.Min(options.Firms * options.MeanDegree * 1.05, Array.MaxLength);
        (List<int> suppliers, List<int> customers, List<double> values) = (
            new List<int>(expected),
            new List<int>(expected),
            new List<double>(expected)
        );
        var first = new int[options.Firms + 1];
        var seen = new int[options.Firms];
        Array.Fill(seen, -1);
        for (int j = 0; j < options.Firms; j++)
        {
            cancellation.ThrowIfCancellationRequested();
            first[j] = suppliers.Count;
            var random = RandomStream.Of(options.Seed, j);
            double aim = firms.Links[j] * options.MeanDegree;
            int wanted = Math.Min((int)(aim + random.NextDouble()), options.Firms / 2);
            seen[j] = j;

            // A small sector may have no firm left to buy from: the number of tries is limited.
            for (int tries = (3 * wanted) + 10; wanted > 0 && tries > 0; tries--)
            {
                int supplier =
                    suppliers.Count > first[j] && random.NextDouble() < options.ShareOfTriangles
                        ? SupplierOfSupplier(suppliers, first, j, random)
                        : firms.DrawSupplier(j, random);
                if (supplier < 0 || seen[supplier] == j)
                {
                    continue;
                }

                seen[supplier] = j;
                wanted--;
                suppliers.Add(supplier);
                customers.Add(j);
                values.Add(Rounded(firms.Ticket[supplier] * firms.Ticket[j] * Noise(random)));
            }
        }

        return (suppliers, customers, values);
    }

    /// <summary>A supplier of a supplier that was drawn before this firm's; -1 where there is none.</summary>
    private static int SupplierOfSupplier(List<int> suppliers, int[] first, int customer, RandomStream random)
    {
        int through = suppliers[first[customer] + random.NextIndex(suppliers.Count - first[customer])];
        int count = through < customer ? first[through + 1] - first[through] : 0;
        return count > 0 ? suppliers[first[through] + random.NextIndex(count)] : -1;
    }

    /// <summary>A factor with median 1 that is as often double as half.</summary>
    private static double Noise(RandomStream random) => Math.Exp(0.7 * random.NextNormal());

    /// <summary>Six significant digits: as many as a ledger's figures are worth, and short in a file.</summary>
    private static double Rounded(double value) =>
        double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static double Known(double value) => value > 0 ? value : double.NaN;
}
