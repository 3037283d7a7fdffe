using Rootscope.Numerics;

namespace Rootscope.Networks;

/// <summary>Sizes, sectors and recipes of made firms, and the drawing of a supplier.</summary>
internal sealed class SyntheticFirms
{
    /// <summary>Streams of their own, apart from those of the firms, which have the numbers of the firms.</summary>
    public const int TotalsStream = -1;

    private const int SizesStream = -2;
    private const int SectorsStream = -3;
    private const int RecipesStream = -4;

    /// <summary>Firms by sector, and the running sum of their numbers of links.</summary>
    private readonly int[] _sectorStart;
    private readonly int[] _inSector;
    private readonly double[] _running;

    /// <summary>The sectors that each sector buys from, and the running sum of their weights.</summary>
    private readonly int[][] _recipe;
    private readonly double[][] _recipeRunning;

    private SyntheticFirms(GeneratorOptions options)
    {
        int n = options.Firms;
        (Links, Ticket) = Sizes(options);
        Sector = SectorsOf(options);
        (_sectorStart, _inSector, _running) = BySector(options.Sectors.Count, Sector, Links, n);
        (_recipe, _recipeRunning) = Recipes(options);
    }

    /// <summary>Relative number of links of each firm, 1 in the mean.</summary>
    public double[] Links { get; }

    /// <summary>A firm's factor in the worth of each of its edges.</summary>
    public double[] Ticket { get; }

    public int[] Sector { get; }

    public static SyntheticFirms Draw(GeneratorOptions options) => new(options);

    /// <summary>A supplier from a sector that the customer's sector buys from; -1 where that sector has no firm.</summary>
    public int DrawSupplier(int customer, RandomStream random)
    {
        double[] weights = _recipeRunning[Sector[customer]];
        int sector = _recipe[Sector[customer]][Place(weights, 0, weights.Length, random.NextDouble() * weights[^1])];
        (int start, int end) = (_sectorStart[sector], _sectorStart[sector + 1]);
        return start == end ? -1 : _inSector[Place(_running, start, end, random.NextDouble() * _running[end - 1])];
    }

    private static (double[] Links, double[] Ticket) Sizes(GeneratorOptions options)
    {
        var random = RandomStream.Of(options.Seed, SizesStream);
        var links = new double[options.Firms];
        var ticket = new double[options.Firms];
        double sum = 0;
        for (int f = 0; f < links.Length; f++)
        {
            double logSize = -Math.Log(1 - random.NextDouble()) / options.SizeTail;
            links[f] = Math.Exp((options.DegreeOfSize * logSize) + (0.4 * random.NextNormal()));
            ticket[f] = Math.Exp((1 - options.DegreeOfSize) * logSize);
            sum += links[f];
        }

        for (int f = 0; f < links.Length; f++)
        {
            links[f] *= links.Length / sum;
        }

        return (links, ticket);
    }

    /// <summary>Sectors differ in size as real ones do: the weights fall as one over rank, in an order that is drawn.</summary>
    private static int[] SectorsOf(GeneratorOptions options)
    {
        const double Flattened = 10;
        var random = RandomStream.Of(options.Seed, SectorsStream);
        int[] order = [.. Enumerable.Range(0, options.Sectors.Count)];
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = random.NextIndex(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        var running = new double[order.Length];
        double sum = 0;
        for (int i = 0; i < order.Length; i++)
        {
            running[i] = sum += 1 / (Flattened + i);
        }

        var sector = new int[options.Firms];
        for (int f = 0; f < sector.Length; f++)
        {
            // Every sector has a firm where there are enough of them.
            sector[f] = order[f < order.Length ? f : Place(running, 0, running.Length, random.NextDouble() * sum)];
        }

        return sector;
    }

    private static (int[] Start, int[] Firms, double[] Running) BySector(int sectors, int[] sector, double[] links, int n)
    {
        var start = new int[sectors + 1];
        foreach (int s in sector)
        {
            start[s + 1]++;
        }

        for (int s = 0; s < sectors; s++)
        {
            start[s + 1] += start[s];
        }

        var next = start.AsSpan(0, sectors).ToArray();
        var firms = new int[n];
        for (int f = 0; f < n; f++)
        {
            firms[next[sector[f]]++] = f;
        }

        var running = new double[n];
        for (int s = 0; s < sectors; s++)
        {
            double sum = 0;
            for (int at = start[s]; at < start[s + 1]; at++)
            {
                running[at] = sum += links[firms[at]];
            }
        }

        return (start, firms, running);
    }

    private (int[][] Recipe, double[][] Running) Recipes(GeneratorOptions options)
    {
        int sectors = options.Sectors.Count;
        var sales = new double[sectors];
        double sum = 0;
        for (int s = 0; s < sectors; s++)
        {
            sales[s] = sum += _sectorStart[s + 1] > _sectorStart[s] ? _running[_sectorStart[s + 1] - 1] : 0;
        }

        var random = RandomStream.Of(options.Seed, RecipesStream);
        var recipe = new int[sectors][];
        var running = new double[sectors][];
        for (int s = 0; s < sectors; s++)
        {
            // Its own sector, and others drawn by size; one that is drawn twice counts twice.
            recipe[s] = new int[options.SectorsBought];
            running[s] = new double[options.SectorsBought];
            double weight = 0;
            for (int i = 0; i < recipe[s].Length; i++)
            {
                recipe[s][i] = i == 0 ? s : Place(sales, 0, sectors, random.NextDouble() * sum);
                running[s][i] = weight += Math.Exp(random.NextNormal());
            }
        }

        return (recipe, running);
    }

    /// <summary>The first place in [start, end) whose running sum is above a value; the last where none is.</summary>
    private static int Place(double[] running, int start, int end, double value)
    {
        int low = start;
        int high = end - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = running[middle] > value ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
