namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>Where an economy of stocks and orders stands. Everything is a distance from the state before, so that 0 is at rest.</summary>
/// <remarks>Cells are inputs × sectors, row-major; sellers and sectors are numbered as in <see cref="DailyFlows"/>.</remarks>
internal sealed class InventoryState
{
    public InventoryState(DailyFlows flows, InventoryOptions options)
    {
        Cover =
        [
            .. flows.Sectors.Industries.Select(i => options.CoverOf.TryGetValue(i.Code, out double days) ? days : options.CoverDays),
            .. flows.ProductOf.Skip(flows.Products).Select(p => flows.Capital!.DaysOf(p)),
        ];
        int cells = flows.Inputs * flows.Buyers;
        (Stock, Scale, Net) = (new double[cells], new double[cells], new double[cells]);
        int sellers = flows.Sellers;
        (Made, Wanted, Intended) = (new double[sellers], new double[sellers], new double[sellers]);
        (Demand, IndustryOrders, Weight) = (new double[sellers], new double[sellers], new double[sellers]);
        (Served, ServedFinal) = (new double[sellers], new double[sellers]);
        (Rebuilding, Stale, LostShare) = (new double[sellers], new double[sellers], new double[sellers]);
        FinalChange = new double[sellers * flows.Regions];
        Overproduction = new double[sellers];
        Array.Fill(Overproduction, options.QuietCapacity);
        Capacity = [.. Overproduction];
        CapitalMissing = new double[flows.Buyers];
        Investment = new double[flows.Buyers];
    }

    /// <summary>Days of use before that stocks of an input had at the start; infinity for inputs that never run out.</summary>
    public double[] Cover { get; }

    /// <summary>Stocks less those before, a cell. Unit: days of use before.</summary>
    public double[] Stock { get; }

    /// <summary>Factor on orders less 1, a cell: an order is the flow before × this × the seller's weight. Unit: ratio.</summary>
    public double[] Scale { get; }

    /// <summary>What arrived today less what was used, a cell. Unit: days of use before.</summary>
    public double[] Net { get; }

    /// <summary>Output over output before less 1, a seller.</summary>
    public double[] Made { get; }

    /// <summary>What would be made if no input were short, likewise.</summary>
    public double[] Wanted { get; }

    /// <summary>The output that stocks are meant for, likewise.</summary>
    public double[] Intended { get; }

    /// <summary>All that is ordered over output before less 1, a seller.</summary>
    public double[] Demand { get; }

    /// <summary>What sectors order less what they ordered before, a seller. Unit: money a day.</summary>
    public double[] IndustryOrders { get; }

    /// <summary>Weight in the split of orders over origins less 1, a seller.</summary>
    public double[] Weight { get; }

    /// <summary>Share of the orders of sectors that is served, a seller.</summary>
    public double[] Served { get; }

    /// <summary>Share of final orders that is served, a seller.</summary>
    public double[] ServedFinal { get; }

    /// <summary>What is ordered to build capital again, a seller. Unit: money a day.</summary>
    public double[] Rebuilding { get; }

    /// <summary>What the reference program goes on ordering after the last day of building, a seller. Unit: money a day.</summary>
    public double[] Stale { get; }

    /// <summary>Share of capacity that is lost, a seller.</summary>
    public double[] LostShare { get; }

    /// <summary>Change of final orders by demand shocks, sellers × regions. Unit: money a day.</summary>
    public double[] FinalChange { get; }

    /// <summary>Capacity before losses over output before, a seller.</summary>
    public double[] Overproduction { get; }

    /// <summary>Capacity over output before, a seller.</summary>
    public double[] Capacity { get; }

    /// <summary>Capital that is missing, a sector. Unit: the table's money.</summary>
    public double[] CapitalMissing { get; }

    /// <summary>Most that a sector orders of capital goods over before less 1, or least where above 0; 0 where it is free.</summary>
    public double[] Investment { get; }

    /// <summary>What was delivered today over what was before, sellers × sectors; empty unless somebody observes.</summary>
    public double[] Delivered { get; set; } = [];

    /// <summary>What of deliveries is forbidden today.</summary>
    public required LaneFactors Lanes { get; set; }

    /// <summary>What of deliveries is forbidden tomorrow, when today's orders are served.</summary>
    public required LaneFactors NextLanes { get; set; }

    /// <summary>Rationing by size; null for another rule.</summary>
    public LargestOrders? Largest { get; init; }

    /// <summary>Whether stocks are not filled up today; a habit of the reference program.</summary>
    public bool DropsGoals { get; set; }
}
