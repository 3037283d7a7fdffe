using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

/// <summary>A world economy laid out for solving: matrices by product and by region, and its base at no shock.</summary>
/// <remarks>Read-only once made, and shared by all threads.</remarks>
internal sealed class WorldModel
{
    private WorldModel(WorldEconomy economy)
    {
        Economy = economy;
        Regions = economy.RegionCount;
        Products = economy.ProductCount;
        Cells = Regions * Products;
        Factors = economy.Factors == FactorMobility.Fixed ? Cells : Regions;
        SalesWeights = new double[economy.TradeShares.Length];
        bool tariffs = economy.Tariffs.Any(t => t != 0);
        RevenueWeights = tariffs ? new double[economy.TradeShares.Length] : null;
        for (int j = 0; j < Products; j++)
        {
            for (int buyer = 0; buyer < Regions; buyer++)
            {
                for (int origin = 0; origin < Regions; origin++)
                {
                    int cell = (((j * Regions) + buyer) * Regions) + origin;
                    double before = economy.TradeShares[cell] / (1 + economy.Tariffs[cell]);
                    SalesWeights[(((j * Regions) + origin) * Regions) + buyer] = before;
                    if (RevenueWeights is not null)
                    {
                        RevenueWeights[cell] = before * economy.Tariffs[cell];
                    }
                }
            }
        }

        Groups = InputGroup.Of(economy);
    }

    public WorldEconomy Economy { get; }

    public int Regions { get; }

    public int Products { get; }

    /// <summary>Regions times products.</summary>
    public int Cells { get; }

    /// <summary>Number of factors: one a region, or one a cell.</summary>
    public int Factors { get; }

    /// <summary>What a unit of spending brings an origin before tariffs, [j][origin][buyer].</summary>
    public double[] SalesWeights { get; }

    /// <summary>What a unit of spending brings in tariffs, [j][buyer][origin]; null where there are none.</summary>
    public double[]? RevenueWeights { get; }

    /// <summary>Industries that share an elasticity among inputs.</summary>
    public IReadOnlyList<InputGroup> Groups { get; }

    /// <summary>Spending of the base, tariffs included [n·N + j].</summary>
    public double[] BaseSpending { get; private set; } = [];

    /// <summary>Sales of the base, tariffs excluded [n·N + k].</summary>
    public double[] BaseSales { get; private set; } = [];

    /// <summary>Income of the base by region.</summary>
    public double[] BaseIncome { get; private set; } = [];

    /// <summary>What each factor earns in the base.</summary>
    public double[] FactorIncome { get; private set; } = [];

    /// <summary>How wages are to answer to the excess demand for factors, from the base.</summary>
    public FactorResponse Response { get; private set; } = null!;

    public int FactorOf(int cell) => Factors == Regions ? cell / Products : cell;

    /// <summary>Prepares an economy.</summary>
    /// <exception cref="ModelException">The base does not hold together.</exception>
    public static WorldModel Of(WorldEconomy economy, int threads, CancellationToken cancellation)
    {
        economy.Validate();
        var model = new WorldModel(economy);
        model.SolveBase(cancellation);
        model.Response = FactorResponse.Of(model, threads, cancellation);
        return model;
    }

    private void SolveBase(CancellationToken cancellation)
    {
        // Spending before any shock needs the incomes of regions only; what single factors earn follows from it.
        FactorIncome = Factors == Regions ? [.. Economy.ValueAdded] : SpreadEvenly();
        BaseSpending = new double[Cells];
        var lanes = new ShockBatch(this, ShockBatch.Narrow);
        if (!lanes.SolveBase(cancellation))
        {
            throw new ModelException(
                "The world economy has no finite spending before any shock: its input shares leave nothing over. Check value-added shares."
            );
        }

        BaseSpending = lanes.Take(lanes.Spending.Spending, Cells, 0);
        BaseSales = lanes.Take(lanes.Spending.Sales, Cells, 0);
        BaseIncome = lanes.Take(lanes.Spending.Income, Regions, 0);
        if (Factors == Cells)
        {
            SpreadByPay();
        }
    }

    private double[] SpreadEvenly() => [.. Enumerable.Range(0, Cells).Select(cell => Economy.ValueAdded[cell / Products] / Products)];

    /// <summary>Value added of each industry: what it pays its factor in the base, to the region's own total.</summary>
    private void SpreadByPay()
    {
        for (int region = 0; region < Regions; region++)
        {
            double paid = 0;
            for (int cell = region * Products; cell < (region + 1) * Products; cell++)
            {
                FactorIncome[cell] = Economy.ValueAddedShares[cell] * BaseSales[cell];
                paid += FactorIncome[cell];
            }

            for (int cell = region * Products; cell < (region + 1) * Products && paid > 0; cell++)
            {
                FactorIncome[cell] *= Economy.ValueAdded[region] / paid;
            }
        }
    }
}

/// <summary>Industries that share one elasticity among inputs, with their input shares as one matrix a region, both ways round.</summary>
/// <param name="Elasticity">The elasticity.</param>
/// <param name="Industries">The industries.</param>
/// <param name="Rows">[n][industry of the group][j].</param>
/// <param name="Columns">[n][j][industry of the group].</param>
internal sealed record InputGroup(double Elasticity, int[] Industries, double[] Rows, double[] Columns)
{
    public static IReadOnlyList<InputGroup> Of(WorldEconomy economy) =>
        [
            .. Enumerable
                .Range(0, economy.ProductCount)
                .GroupBy(k => economy.Elasticities.AmongInputs[k])
                .OrderBy(g => g.Key)
                .Select(g => Of(economy, g.Key, [.. g])),
        ];

    private static InputGroup Of(WorldEconomy economy, double elasticity, int[] industries)
    {
        int n = economy.ProductCount;
        var rows = new double[economy.RegionCount * industries.Length * n];
        var columns = new double[rows.Length];
        for (int region = 0; region < economy.RegionCount; region++)
        {
            for (int a = 0; a < industries.Length; a++)
            {
                for (int j = 0; j < n; j++)
                {
                    double share = economy.InputShares[(((region * n) + industries[a]) * n) + j];
                    rows[(((region * industries.Length) + a) * n) + j] = share;
                    columns[(((region * n) + j) * industries.Length) + a] = share;
                }
            }
        }

        return new InputGroup(elasticity, industries, rows, columns);
    }
}
