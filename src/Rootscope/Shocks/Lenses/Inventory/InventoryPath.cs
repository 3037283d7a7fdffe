namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>The course of an economy, day by day.</summary>
internal sealed class InventoryPath
{
    private readonly int _days;
    private readonly double[]?[] _lostToOrigins;

    public InventoryPath(DailyFlows flows, int days, IReadOnlyList<int>? investors = null)
    {
        Investors = investors ?? [];
        (CapitalOrders, CapitalLeft) = (new double[days * Investors.Count], new double[days * Investors.Count]);
        (Flows, _days) = (flows, days);
        Production = new double[(long)days * flows.Buyers];
        Unmet = new double[days * flows.Regions];
        LostToOrders = new double[flows.Buyers];
        LostToCapacity = new double[flows.Buyers];
        LostToInput = new double[flows.Inputs * flows.Buyers];
        _lostToOrigins = new double[flows.Inputs * flows.Buyers][];
    }

    /// <summary>The economy.</summary>
    public DailyFlows Flows { get; }

    /// <summary>Number of days.</summary>
    public int Days => _days;

    /// <summary>Output over output before less 1, days × sectors, row-major. Unit: ratio.</summary>
    public double[] Production { get; }

    /// <summary>Final demand that is not served, days × regions. Unit: the table's money a day.</summary>
    public double[] Unmet { get; }

    /// <summary>Numbers of the sectors whose investment changes.</summary>
    public IReadOnlyList<int> Investors { get; }

    /// <summary>What they order of capital goods over what they ordered before less 1, days × investors. Unit: share.</summary>
    public double[] CapitalOrders { get; }

    /// <summary>What is left of their capital over what they had less 1, likewise. Unit: share.</summary>
    public double[] CapitalLeft { get; }

    /// <summary>Output that was not made because less was ordered, by sector, summed over days. Unit: days of output before.</summary>
    public double[] LostToOrders { get; }

    /// <summary>Output that capacity did not allow, by sector. Unit: days of output before.</summary>
    public double[] LostToCapacity { get; }

    /// <summary>Output that the stock of an input did not allow, inputs × sectors. Unit: days of output before.</summary>
    public double[] LostToInput { get; }

    /// <summary>The same by the seller who delivered less than before, for inputs that were binding. Unit: days of output before.</summary>
    public IEnumerable<(int Buyer, int Input, int Origin, double Lost)> LostToOrigin =>
        from cell in Enumerable.Range(0, _lostToOrigins.Length)
        let origins = _lostToOrigins[cell]
        where origins is not null
        from origin in Enumerable.Range(0, origins.Length)
        where origins[origin] > 0
        select (cell % Flows.Buyers, cell / Flows.Buyers, origin, origins[origin]);

    /// <summary>What a sector lost to every origin of an input so far, to be added to. Unit: days of output before.</summary>
    public Span<double> OriginsOf(int input, int buyer) => _lostToOrigins[(input * Flows.Buyers) + buyer] ??= new double[Flows.Origins];

    /// <summary>Output of a sector on a day over output before. Unit: ratio.</summary>
    public double OutputOf(int day, int sector) => 1 + Production[((long)day * Flows.Buyers) + sector];

    /// <summary>Value added that is lost over all days and regions. Unit: share of value added.</summary>
    public double Loss()
    {
        (double lost, double before) = (0, 0);
        for (int sector = 0; sector < Flows.Buyers; sector++)
        {
            lost -= Flows.ValueAdded[sector] * MeanChangeOf(sector);
            before += Flows.ValueAdded[sector];
        }

        return lost / before;
    }

    /// <summary>Mean change of a sector's output over all days. Unit: share.</summary>
    public double MeanChangeOf(int sector)
    {
        double sum = 0;
        for (int day = 0; day < _days; day++)
        {
            sum += Production[((long)day * Flows.Buyers) + sector];
        }

        return sum / _days;
    }

    /// <summary>Value added that a region loses on a day, days × regions, row-major. Unit: share of its value added a day.</summary>
    public double[] LossOfRegions()
    {
        double[] losses = new double[_days * Flows.Regions];
        for (int region = 0; region < Flows.Regions; region++)
        {
            int first = region * Flows.Products;
            double before = Flows.ValueAdded.AsSpan(first, Flows.Products).ToArray().Sum();
            for (int day = 0; day < _days && before > 0; day++)
            {
                double lost = 0;
                for (int sector = first; sector < first + Flows.Products; sector++)
                {
                    lost -= Flows.ValueAdded[sector] * Production[((long)day * Flows.Buyers) + sector];
                }

                losses[(day * Flows.Regions) + region] = lost / before;
            }
        }

        return losses;
    }

    /// <summary>Mean change of output by month, months × sectors, row-major. Unit: share.</summary>
    public double[] OutputByMonth()
    {
        var months = new FollowedMonths(_days);
        double[] means = new double[months.Count * Flows.Buyers];
        for (int month = 0; month < months.Count; month++)
        {
            (int first, int end) = (FollowedMonths.FirstOf(month), months.EndOf(month));
            for (int day = first; day < end; day++)
            {
                for (int sector = 0; sector < Flows.Buyers; sector++)
                {
                    means[(month * Flows.Buyers) + sector] += Production[((long)day * Flows.Buyers) + sector] / (end - first);
                }
            }
        }

        return means;
    }

    /// <summary>Mean by month of one investor's figures. Unit: share.</summary>
    public double[] ByMonth(double[] figures, int investor) =>
        new FollowedMonths(_days).Means(day => figures[(day * Investors.Count) + investor]);

    /// <summary>How often output of all turns by more than a hundredth of its largest distance from before; null for never.</summary>
    public int? Swings()
    {
        const double Noticed = 0.01;
        const int OfAShock = 2;
        double[] total = Total();
        double largest = total.Max(Math.Abs);
        int turns = 0;
        double extreme = 0;
        int direction = 0;
        foreach (double value in total)
        {
            double moved = value - extreme;
            if (Math.Abs(moved) > Noticed * largest && Math.Sign(moved) != direction)
            {
                turns += direction == 0 ? 0 : 1;
                direction = Math.Sign(moved);
            }

            extreme = direction >= 0 ? Math.Max(extreme, value) : Math.Min(extreme, value);
            extreme = Math.Sign(value - extreme) == direction ? value : extreme;
        }

        return turns > OfAShock ? turns : null;
    }

    /// <summary>The day on which most is made, where that is more than before; null where it never is. Unit of the height: share.</summary>
    public (int Day, double Above)? PeakOfOrders()
    {
        const double Noticed = 1e-3;
        double[] total = Total();
        int day = Array.IndexOf(total, total.Max());
        return total[day] > Noticed ? (day, total[day]) : null;
    }

    private double[] Total()
    {
        double all = 0;
        double[] total = new double[_days];
        for (int sector = 0; sector < Flows.Buyers; sector++)
        {
            double output = Flows.Output[Flows.SellerOf(sector)];
            all += output;
            for (int day = 0; day < _days; day++)
            {
                total[day] += output * Production[((long)day * Flows.Buyers) + sector];
            }
        }

        return [.. total.Select(t => t / all)];
    }
}
