namespace Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

/// <summary>A shock as the few things it changes.</summary>
internal sealed class WorldChange
{
    private WorldChange(
        WorldShock shock,
        IReadOnlyList<ProductivityChange> productivity,
        IReadOnlyList<TradeFlowChange> flows,
        double[] deficits
    )
    {
        Shock = shock;
        Productivity = productivity;
        Flows = flows;
        Deficits = deficits;
    }

    public WorldShock Shock { get; }

    public IReadOnlyList<ProductivityChange> Productivity { get; }

    public IReadOnlyList<TradeFlowChange> Flows { get; }

    /// <summary>Deficit of each region after the shock.</summary>
    public double[] Deficits { get; }

    /// <summary>Buyers to whom the shock leaves no way to have a product that they use.</summary>
    public IReadOnlyList<InfeasibleBuyer> Infeasible { get; private init; } = [];

    /// <summary>Nothing changes.</summary>
    public static WorldChange None(WorldEconomy economy) => new(new WorldShock(), [], [], economy.Deficits);

    /// <summary>Reads a shock.</summary>
    /// <exception cref="ModelException">The shock does not fit the economy; the message names the first place.</exception>
    public static WorldChange Of(WorldModel model, WorldShock shock)
    {
        WorldEconomy economy = model.Economy;
        ShockCheck.Check(economy, shock);
        var productivity = new SortedDictionary<int, double>();
        for (int cell = 0; cell < (shock.Productivity?.Length ?? 0); cell++)
        {
            Add(productivity, cell, Math.Log(shock.Productivity![cell]));
        }

        SortedDictionary<int, double> costs = Costs(economy, shock);
        foreach (WorldCut cut in shock.Cuts)
        {
            if (cut.Supply != SupplyScope.Imported)
            {
                Add(productivity, (cut.Region * model.Products) + cut.Product, Math.Log(1 - cut.Share));
            }

            for (int origin = 0; origin < model.Regions && cut.Supply != SupplyScope.Domestic; origin++)
            {
                if (origin != cut.Region && (cut.Origin is null || cut.Origin == origin))
                {
                    Add(costs, (((cut.Product * model.Regions) + cut.Region) * model.Regions) + origin, -Math.Log(1 - cut.Share));
                }
            }
        }

        List<InfeasibleBuyer> infeasible = Unsupplied(model, shock);
        bool[]? banned = shock.Banned;
        if (infeasible.Count > 0 && shock.OutsideOption is { } outside)
        {
            banned = [.. shock.Banned!];
            foreach (InfeasibleBuyer buyer in infeasible)
            {
                OpenOtherWays(model, shock.Banned!, banned, buyer, Math.Log(outside), costs);
            }

            infeasible = [];
        }

        return new WorldChange(
            shock,
            [.. productivity.Select(p => new ProductivityChange(p.Key, p.Value))],
            Changes(model, shock, costs, banned),
            shock.CloseDeficits ? new double[model.Regions] : economy.Deficits
        )
        {
            Infeasible = infeasible,
        };
    }

    /// <summary>The part of the change that hits one region's makers and purchases, or all but that part.</summary>
    public WorldChange Part(WorldModel model, int region, bool own) =>
        new(
            Shock,
            [.. Productivity.Where(p => (p.Cell / model.Products == region) == own)],
            [.. Flows.Where(f => (f.Buyer == region) == own)],
            Deficits
        );

    /// <summary>The change part of the way.</summary>
    public WorldChange Scaled(WorldEconomy economy, double part) =>
        new(
            Shock,
            [.. Productivity.Select(p => p with { Log = part * p.Log })],
            [.. Flows.Select(f => f.Scaled(part))],
            [.. Deficits.Select((d, region) => economy.Deficits[region] + (part * (d - economy.Deficits[region])))]
        );

    private static SortedDictionary<int, double> Costs(WorldEconomy economy, WorldShock shock)
    {
        var costs = new SortedDictionary<int, double>();
        for (int cell = 0; cell < economy.TradeShares.Length && (shock.Tariffs is not null || shock.TradeCosts is not null); cell++)
        {
            double tariff = shock.Tariffs is null ? 0 : Math.Log((1 + shock.Tariffs[cell]) / (1 + economy.Tariffs[cell]));
            Add(costs, cell, tariff + (shock.TradeCosts is null ? 0 : Math.Log(shock.TradeCosts[cell])));
        }

        return costs;
    }

    private static void Add(SortedDictionary<int, double> changes, int place, double log)
    {
        if (log != 0)
        {
            changes[place] = changes.GetValueOrDefault(place) + log;
        }
    }

    private static List<TradeFlowChange> Changes(WorldModel model, WorldShock shock, SortedDictionary<int, double> costs, bool[]? banned)
    {
        WorldEconomy economy = model.Economy;
        var flows = new List<TradeFlowChange>();
        var touched = new SortedSet<int>(costs.Keys);
        for (int cell = 0; cell < (banned?.Length ?? 0); cell++)
        {
            if (banned![cell])
            {
                touched.Add(cell);
            }
        }

        foreach (int cell in touched.Where(c => economy.TradeShares[c] > 0))
        {
            double share = economy.TradeShares[cell];
            double before = economy.Tariffs[cell];
            double after = shock.Tariffs?[cell] ?? before;
            bool isBanned = banned?[cell] ?? false;
            double log = costs.GetValueOrDefault(cell);

            int product = cell / (model.Regions * model.Regions);
            flows.Add(
                new TradeFlowChange(
                    product,
                    cell / model.Regions % model.Regions,
                    cell % model.Regions,
                    share,
                    isBanned ? 0 : log,
                    before,
                    after,
                    isBanned ? 1 : 0,
                    economy.Elasticities.Origins[product]
                )
            );
        }

        return flows;
    }

    /// <summary>Buyers that use a product of which a ban takes every origin, or one that the others cannot stand in for.</summary>
    private static List<InfeasibleBuyer> Unsupplied(WorldModel model, WorldShock shock)
    {
        WorldEconomy economy = model.Economy;
        var buyers = new List<InfeasibleBuyer>();
        for (int row = 0; row < model.Cells && shock.Banned is not null; row++)
        {
            int product = row / model.Regions;
            int region = row % model.Regions;
            bool lost = false;
            bool left = false;
            for (int cell = row * model.Regions; cell < (row + 1) * model.Regions; cell++)
            {
                lost |= shock.Banned[cell] && economy.TradeShares[cell] > 0;
                left |= !shock.Banned[cell] && economy.TradeShares[cell] > 0;
            }

            bool essential = economy.Elasticities.Origins[product] <= 1;
            if (lost && (!left || essential) && model.BaseSpending[(region * model.Products) + product] > 0)
            {
                buyers.Add(
                    new InfeasibleBuyer(
                        economy.Products[product],
                        economy.Regions[region],
                        left ? InfeasibleReason.EssentialOrigin : InfeasibleReason.NoOrigin
                    )
                    {
                        Place = (product, region),
                    }
                );
            }
        }

        return buyers;
    }

    private static void OpenOtherWays(
        WorldModel model,
        bool[] wished,
        bool[] banned,
        InfeasibleBuyer buyer,
        double log,
        SortedDictionary<int, double> costs
    )
    {
        int row = ((buyer.Place.Product * model.Regions) + buyer.Place.Region) * model.Regions;
        for (int cell = row; cell < row + model.Regions; cell++)
        {
            if (wished[cell])
            {
                banned[cell] = false;
                Add(costs, cell, log);
            }
        }
    }
}
