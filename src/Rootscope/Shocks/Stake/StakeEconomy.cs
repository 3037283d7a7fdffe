using Rootscope.Numerics.Dense;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;

namespace Rootscope.Shocks.Stake;

/// <summary>An economy in which one product can be short in two ways: as a current input, and as a capital good.</summary>
/// <remarks>
/// A <see cref="RegionEconomy"/> of the support table, with elasticities by horizon, exports that substitute, and the use of capital goods
/// known apart. Read-only and shared by all threads. Cost: three inverses of its size.
/// </remarks>
internal sealed class StakeEconomy
{
    private readonly double[]? _capital;
    private readonly FirstOrderElasticities _firstOrder;

    private StakeEconomy(RegionEconomy economy, double[]? capital, HorizonElasticities elasticities)
    {
        Region = economy;
        _capital = capital;
        Size = economy.Size;
        Items = InputItems.Of(economy, elasticities);
        Nests = NestsByHorizon.Of(economy.Table, elasticities, Items);
        var workspace = new DenseWorkspace(Size + 2, threads: 1);
        Base = StakeBase.Of(economy, workspace);
        PriceSteps = BaseInverses.OfPrices(economy, workspace);
        QuantitySteps = BaseInverses.OfQuantities(economy, workspace);
        _firstOrder = FirstOrderElasticities.Of(economy);
    }

    /// <summary>The same base under other elasticities: what does not depend on them is shared.</summary>
    private StakeEconomy(StakeEconomy like, HorizonElasticities elasticities, double exportsElasticity)
    {
        Region = like.Region.ForPrices(elasticities.HalfYear, exportsElasticity);
        _capital = like._capital;
        Size = like.Size;
        Items = InputItems.Of(Region, elasticities);
        Nests = NestsByHorizon.Of(Region.Table, elasticities, Items);
        Base = like.Base;
        PriceSteps = like.PriceSteps;
        QuantitySteps = like.QuantitySteps;
        _firstOrder = like._firstOrder;
    }

    /// <summary>Number of products, n.</summary>
    public int Size { get; }

    /// <summary>The economy before anything is short.</summary>
    public RegionEconomy Region { get; }

    public CalibratedShares Shares => Region.Shares;

    public InputItems Items { get; }

    public NestsByHorizon Nests { get; }

    /// <summary>Elasticity of substitution among exports; 0 keeps their composition.</summary>
    public double ExportsElasticity => Region.Options.ExportsElasticity;

    public StakeBase Base { get; }

    /// <summary>How log costs and the price of exports settle after a push, (n + 1)².</summary>
    public double[] PriceSteps { get; }

    /// <summary>How outputs, imports and final spending settle after a push, (n + 2)².</summary>
    public double[] QuantitySteps { get; }

    /// <summary>Calibrates an economy.</summary>
    /// <param name="table">The table without the use of capital goods.</param>
    /// <param name="support">The table with it among the flows; the same table where capital is left aside.</param>
    /// <param name="separate">Whether the use of capital goods is an item of its own; otherwise it is merged with current inputs.</param>
    /// <param name="elasticities">Elasticities by horizon.</param>
    /// <param name="exportsElasticity">Elasticity of substitution among exports.</param>
    /// <exception cref="ModelException">The table is no economy.</exception>
    public static StakeEconomy Of(
        FlowTable table,
        FlowTable support,
        bool separate,
        HorizonElasticities elasticities,
        double exportsElasticity
    )
    {
        var options = new EquilibriumOptions { Elasticities = elasticities.HalfYear, ExportsElasticity = exportsElasticity };
        var economy = RegionEconomy.ForPrices(support, options);
        double[]? capital = separate && !ReferenceEquals(table, support) ? CapitalOf(table, support) : null;
        return new StakeEconomy(economy, capital, elasticities);
    }

    /// <summary>The same base under other elasticities. Cost: no inverse.</summary>
    public StakeEconomy With(HorizonElasticities elasticities, double exportsElasticity) => new(this, elasticities, exportsElasticity);

    /// <summary>Whether anything that is finally used contains the product from this supply.</summary>
    public bool IsUsed(int product, SupplyScope scope) => _firstOrder.ElasticityOf(product, scope) >= EquilibriumCuts.LeastUse;

    /// <summary>Share of a product's use as a capital good in the inputs of each buyer, padded; null where there is none.</summary>
    public double[]? CapitalShares(int product)
    {
        if (_capital is null)
        {
            return null;
        }

        var shares = new double[Items.Stride];
        bool any = false;
        for (int j = 0; j < Size; j++)
        {
            double inputs = Shares.Inputs[j];
            if (j != product && inputs > 0)
            {
                // Clamped flows may leave less than the capital good alone.
                double used = Math.Min(_capital[(product * Size) + j] / inputs, Shares.InputShares[(j * Size) + product]);
                shares[j] = Math.Max(0, used);
                any |= shares[j] > 0;
            }
        }

        return any ? shares : null;
    }

    private static double[] CapitalOf(FlowTable table, FlowTable support)
    {
        var capital = new double[table.Flows.Length];
        for (int c = 0; c < capital.Length; c++)
        {
            capital[c] = support.Flows[c] - table.Flows[c];
        }

        return capital;
    }
}

/// <summary>Quantities of the base, to rounding. Unit: the table's money.</summary>
/// <param name="Output">Output by industry.</param>
/// <param name="Scale">What outputs are measured by: output, or a typical one where there is none.</param>
/// <param name="Factor">The factor of all industries.</param>
/// <param name="TradeBalance">Exports less imports.</param>
internal sealed record StakeBase(double[] Output, double[] Scale, double Factor, double TradeBalance)
{
    public static StakeBase Of(RegionEconomy economy, DenseWorkspace workspace)
    {
        CalibratedShares shares = economy.Shares;
        int n = economy.Size;
        var matrix = new double[n * n];
        var output = new double[n];
        for (int i = 0; i < n; i++)
        {
            double home = 1 - shares.ImportShare[i];
            output[i] = (home * shares.FinalUse[i]) + shares.Exports[i];
            for (int j = 0; j < n; j++)
            {
                matrix[(i * n) + j] = (i == j ? 1 : 0) - (home * (1 - shares.ValueAddedShare[j]) * shares.InputShares[(j * n) + i]);
            }
        }

        BaseInverses.Factored(matrix, n, workspace, economy).Solve(output, 1, workspace);
        double factor = 0;
        double imports = 0;
        for (int j = 0; j < n; j++)
        {
            factor += shares.ValueAddedShare[j] * output[j];
            imports += shares.ImportShare[j] * shares.FinalUse[j];
            double bundles = (1 - shares.ValueAddedShare[j]) * output[j];
            double imported = shares.OwnImportShare[j];
            for (int i = 0; i < n; i++)
            {
                imported += shares.InputShares[(j * n) + i] * shares.ImportShare[i];
            }

            imports += bundles * imported;
        }

        double typical = shares.FinalSpending / n;
        return new StakeBase(output, Array.ConvertAll(output, x => x > 0 ? x : typical), factor, shares.ExportTotal - imports);
    }
}
