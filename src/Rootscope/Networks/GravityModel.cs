using Rootscope.Numerics;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Networks;

/// <summary>The chances of links between firms of a table's sectors, and the drawing of them.</summary>
internal sealed class GravityModel
{
    private readonly long _seed;
    private readonly double _fitness;
    private readonly int _n;
    private readonly double[] _flows;
    private readonly double[] _outputs;
    private readonly double[] _inputs;
    private readonly double[] _intermediate;
    private readonly int[] _sector;
    private readonly double[] _share;
    private readonly int[][] _bySize;

    public GravityModel(FlowTable table, FirmList firms, ReconstructionOptions options)
    {
        (_seed, _fitness) = (options.Seed, options.FitnessExponent);
        _n = table.Size;
        _flows = DomesticFlows.Of(table);
        _outputs = table.Output.ToArray();
        (_inputs, _intermediate) = (new double[_n], new double[_n]);
        for (int i = 0; i < _flows.Length; i++)
        {
            _flows[i] = Math.Max(0, _flows[i]);
            _intermediate[i / _n] += _flows[i];
            _inputs[i % _n] += Math.Max(0, table.Flows[i]);
        }

        _sector = [.. Enumerable.Range(0, firms.Count).Select(f => SectorOf(table, firms, f))];
        _share = Shares(firms, _sector, _n);
        _bySize = [.. Enumerable.Range(0, _n).Select(_ => Array.Empty<int>())];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, firms.Count).GroupBy(f => _sector[f]))
        {
            _bySize[group.Key] = [.. group.OrderByDescending(f => _share[f]).ThenBy(f => firms.Ids[f], StringComparer.Ordinal)];
        }
    }

    public int Sectors => _n;

    public int Firms => _sector.Length;

    public int SectorOf(int firm) => _sector[firm];

    /// <summary>What sector g sells to sector l.</summary>
    public double Flow(int g, int l) => _flows[(g * _n) + l];

    /// <summary>The firms of a sector, the largest first.</summary>
    public ReadOnlySpan<int> FirmsOf(int sector) => _bySize[sector];

    /// <summary>What a firm sells to other firms, by its share of its sector.</summary>
    public double SalesOf(int firm) => _share[firm] * _intermediate[_sector[firm]];

    /// <summary>Revenue and total input costs of each firm; NaN where there is none.</summary>
    public (double[] Revenue, double[] Costs) Totals() =>
        ([.. _share.Select((s, f) => Known(s * _outputs[_sector[f]]))], [.. _share.Select((s, f) => Known(s * _inputs[_sector[f]]))]);

    /// <summary>The z at which about so many links are drawn: by bisection on what the drawing itself gives.</summary>
    public double DensityFor(double links, CancellationToken cancellation)
    {
        // At low = 0 nothing is linked; a pair of mean size has an even chance at 1 / a².
        const double Close = 0.005;
        const double Densest = 1e200;
        double mean = Math.Max(double.Epsilon, _intermediate.Sum() / Firms);
        (double low, double high) = (0, links / ((double)Firms * Firms) / (mean * mean / _n));
        while (Count(high, cancellation) < links && high < Densest)
        {
            (low, high) = (high, high * 8);
        }

        const int MostHalvings = 40;
        for (int i = 0; i < MostHalvings; i++)
        {
            double middle = low > 0 ? Math.Sqrt(low * high) : high / 8;
            long count = Count(middle, cancellation);
            if (Math.Abs(count - links) <= Close * links)
            {
                return middle;
            }

            (low, high) = count < links ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>Draws links and what each is worth, and adds one where a cell of the table has none.</summary>
    public GravityLinks Draw(double density, CancellationToken cancellation)
    {
        var links = new GravityLinks();
        Visit(density, (i, j, chance) => links.Add(i, j, _share[i] * _share[j] * Flow(_sector[i], _sector[j]) / chance), cancellation);
        links.FillCells(this);
        return links;
    }

    private static double Known(double value) => value > 0 ? value : double.NaN;

    private static int SectorOf(FlowTable table, FirmList firms, int firm)
    {
        SectorIndex sectors = table.Sectors;
        if (!sectors.TryFindIndustry(firms.Sectors.CodeOf(new(firm)), out IndustryNumber industry))
        {
            throw new TableException(
                $"firm '{firms.Ids[firm]}'",
                $"the sector '{firms.Sectors.CodeOf(new(firm))}' is no industry of table '{table.Metadata.Id}'. Give codes of the table "
                    + $"(see {Repair.Step(RepairStep.ListIndustries, table.Metadata.Id)})."
            );
        }

        var region = new RegionNumber(0);
        if (sectors.Regions.Count > 1 && (firms.Regions is null || !sectors.TryFindRegion(firms.Regions.CodeOf(new(firm)), out region)))
        {
            throw new TableException(
                $"firm '{firms.Ids[firm]}'",
                $"the region '{firms.Regions?.CodeOf(new(firm))}' is none of table '{table.Metadata.Id}'. "
                    + $"A table of many regions needs the "
                    + $"column region with its codes."
            );
        }

        return sectors.SectorOf(region, industry);
    }

    /// <summary>Each firm's share of its sector: by revenue where all firms of the sector have one, equal where none has.</summary>
    private static double[] Shares(FirmList firms, int[] sector, int sectors)
    {
        (double[] sum, int[] known, int[] count) = (new double[sectors], new int[sectors], new int[sectors]);
        for (int f = 0; f < sector.Length; f++)
        {
            count[sector[f]]++;
            known[sector[f]] += firms.RevenueOf(new(f)) is > 0 ? 1 : 0;
            sum[sector[f]] += firms.RevenueOf(new(f)) ?? 0;
        }

        for (int f = 0; f < sector.Length; f++)
        {
            if (known[sector[f]] != 0 && known[sector[f]] != count[sector[f]])
            {
                throw new TableException(
                    "the firms",
                    $"{known[sector[f]]} of {count[sector[f]]} firms of sector '{firms.Sectors.CodeOf(new(f))}' have a revenue. "
                        + $"Give it for "
                        + $"all of them, or for none and they are equal."
                );
            }
        }

        return [.. sector.Select((s, f) => known[s] > 0 ? firms.RevenueOf(new(f))!.Value / sum[s] : 1.0 / count[s])];
    }

    private long Count(double density, CancellationToken cancellation)
    {
        long count = 0;
        Visit(density, (_, _, _) => count++, cancellation);
        return count;
    }

    /// <summary>
    /// Goes through the links that are drawn at a density: for each firm and each sector that buys of its own, customers by size, skipping
    /// those that chance leaves out.
    /// </summary>
    private void Visit(double density, Action<int, int, double> link, CancellationToken cancellation)
    {
        for (int i = 0; i < Firms; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var random = RandomStream.Of(_seed, i);
            int g = _sector[i];
            for (int l = 0; l < _n; l++)
            {
                int[] customers = _bySize[l];
                double scale = density * (_fitness == 1 ? SalesOf(i) * Flow(g, l) : Math.Pow(SalesOf(i) * Flow(g, l), _fitness));
                if (scale <= 0 || customers.Length == 0)
                {
                    continue;
                }

                // Chances fall along the list: a skip drawn at the last chance is made up for by drawing once more at the new one.
                double chance = Chance(scale, customers[0]);
                for (int at = 0; at < customers.Length; at++)
                {
                    if (chance < 1)
                    {
                        double skip = Math.Floor(Math.Log(1 - random.NextDouble()) / AccurateExponentials.LogOnePlus(-chance));
                        if (!(skip < customers.Length - at))
                        {
                            break;
                        }

                        at += (int)skip;
                    }

                    double own = Chance(scale, customers[at]);
                    if (random.NextDouble() < own / chance && customers[at] != i)
                    {
                        link(i, customers[at], own);
                    }

                    chance = own;
                }
            }
        }
    }

    private double Chance(double scale, int customer)
    {
        double a = _fitness == 1 ? scale * _share[customer] : scale * Math.Pow(_share[customer], _fitness);
        return a / (1 + a);
    }
}
