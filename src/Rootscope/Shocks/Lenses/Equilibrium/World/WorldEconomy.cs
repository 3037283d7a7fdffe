using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Equilibrium.World;

/// <summary>Many economies that trade, calibrated as nested CES before any shock.</summary>
/// <remarks>
/// <para>R regions, N products, one industry a product and region, one factor a region or one an industry. Every base price is 1.</para>
/// <para>Layouts: trade shares [(j·R + n)·R + i], product j bought by region n from region i, at prices with tariffs; input shares
/// [(n·N + k)·N + j], product j in the inputs of industry k of region n; all other arrays [n·N + j] or [n].</para>
/// <para>Source: Caliendo and Parro (2015), Review of Economic Studies 82(1), with CES nests as in Baqaee and Farhi (2024), Econometrica
/// 92(2).</para>
/// </remarks>
public sealed record WorldEconomy
{
    /// <summary>Names of the regions, R.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>Names of the products, N.</summary>
    public required IReadOnlyList<string> Products { get; init; }

    /// <summary>Share of each origin in what a region spends on a product, tariffs included. Unit: share; sums to 1 over origins.</summary>
    public required double[] TradeShares { get; init; }

    /// <summary>Tariff on each trade flow, in the layout of the trade shares. Unit: share of the value before tariff.</summary>
    public required double[] Tariffs { get; init; }

    /// <summary>Share of each product in the inputs of an industry. Unit: share; sums to 1 or is all zero.</summary>
    public required double[] InputShares { get; init; }

    /// <summary>Value added over cost of each industry. Unit: share.</summary>
    public required double[] ValueAddedShares { get; init; }

    /// <summary>Share of each product in a region's final spending. Unit: share; sums to 1 over products.</summary>
    public required double[] FinalShares { get; init; }

    /// <summary>Value added of each region. Unit: money.</summary>
    public required double[] ValueAdded { get; init; }

    /// <summary>Trade deficit of each region: spending beyond income. Unit: money; sums to 0.</summary>
    public required double[] Deficits { get; init; }

    /// <summary>Elasticities of the nests.</summary>
    public required WorldElasticities Elasticities { get; init; }

    /// <summary>Whether the factor of a region moves between its industries or stays where it is.</summary>
    public FactorMobility Factors { get; init; } = FactorMobility.Mobile;

    internal int RegionCount => Regions.Count;

    internal int ProductCount => Products.Count;

    /// <summary>The number of a region, by its exact name or in any case.</summary>
    /// <exception cref="UnknownNameException">There is no such region; the message has the nearest.</exception>
    public RegionNumber RegionOf(string name) =>
        new(Find("region", name, Regions, $"The economy has {RegionCount} regions: {string.Join(", ", Regions)}."));

    /// <summary>The number of a product, by its exact name or in any case.</summary>
    /// <exception cref="UnknownNameException">There is no such product; the message has the nearest.</exception>
    public IndustryNumber ProductOf(string name) => new(Find("product", name, Products, $"The economy has {ProductCount} products."));

    /// <summary>Checks shapes, that shares are shares and sum to 1, and that elasticities are at least 0.</summary>
    /// <exception cref="ModelException">An array has the wrong length, or a number is out of its range; the message names the first
    /// place.</exception>
    public void Validate()
    {
        int r = RegionCount;
        int n = ProductCount;
        Length("trade shares", TradeShares, n * r * r);
        Length("tariffs", Tariffs, n * r * r);
        Length("input shares", InputShares, r * n * n);
        Length("value-added shares", ValueAddedShares, r * n);
        Length("final shares", FinalShares, r * n);
        Length("value added", ValueAdded, r);
        Length("deficits", Deficits, r);
        Length("elasticities of value added against inputs", Elasticities.ValueAddedInputs, n);
        Length("elasticities among inputs", Elasticities.AmongInputs, n);
        Length("elasticities among origins", Elasticities.Origins, n);
        Range("elasticity of value added against inputs", Elasticities.ValueAddedInputs);
        Range("elasticity among inputs", Elasticities.AmongInputs);
        Range("elasticity among origins", Elasticities.Origins);
        Range("elasticity of final demand", [Elasticities.FinalDemand]);
        for (int c = 0; c < r * n; c++)
        {
            if (!(ValueAddedShares[c] is >= 0 and <= 1))
            {
                throw new ModelException(
                    $"The value-added share of {Products[c % n]} in {Regions[c / n]} is {ValueAddedShares[c]:R}, expected 0 to 1."
                );
            }
        }

        for (int region = 0; region < r; region++)
        {
            if (!(ValueAdded[region] > 0 && double.IsFinite(ValueAdded[region] + Deficits[region])))
            {
                throw new ModelException(
                    $"{Regions[region]} has value added of {ValueAdded[region]:R} and a deficit of {Deficits[region]:R}; "
                        + "value added must be above 0. Leave the region out by aggregation."
                );
            }
        }

        for (int c = 0; c < Tariffs.Length; c++)
        {
            if (!(Tariffs[c] > -1 && double.IsFinite(Tariffs[c])))
            {
                throw new ModelException(
                    $"The tariff on {Products[c / (r * r)]} from {Regions[c % r]} to {Regions[c / r % r]} is {Tariffs[c]:R}, expected "
                        + $"above -1."
                );
            }
        }

        for (int row = 0; row < n * r; row++)
        {
            Sum(TradeShares.AsSpan(row * r, r), $"origins of {Products[row / r]} in {Regions[row % r]}", mayBeZero: false);
        }

        for (int row = 0; row < r * n; row++)
        {
            Sum(InputShares.AsSpan(row * n, n), $"inputs of {Products[row % n]} in {Regions[row / n]}", mayBeZero: true);
        }

        for (int region = 0; region < r; region++)
        {
            Sum(FinalShares.AsSpan(region * n, n), $"final spending of {Regions[region]}", mayBeZero: false);
        }
    }

    private static int Find(string kind, string name, IReadOnlyList<string> names, string hint)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        for (int i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new UnknownNameException(kind, name, NearestNames.Of(name, names), hint);
    }

    private void Range(string what, double[] values)
    {
        for (int k = 0; k < values.Length; k++)
        {
            if (!(values[k] >= 0 && double.IsFinite(values[k])))
            {
                string whose = values.Length == ProductCount && values.Length > 1 ? $" of {Products[k]}" : string.Empty;
                throw new ModelException($"The {what}{whose} is {values[k]:R}; an elasticity of substitution is at least 0.");
            }
        }
    }

    private static void Length(string what, double[] values, int expected)
    {
        if (values.Length != expected)
        {
            throw new ModelException($"The world economy has {values.Length} {what} where its regions and products ask for {expected}.");
        }
    }

    private static void Sum(ReadOnlySpan<double> shares, string what, bool mayBeZero)
    {
        double sum = 0;
        foreach (double share in shares)
        {
            // Inputs may be negative, as by-products are in some published tables; mayBeZero goes with inputs.
            if (!(share >= 0 || (mayBeZero && double.IsFinite(share))))
            {
                throw new ModelException($"A share of the {what} is {share:R}, expected at least 0.");
            }

            sum += share;
        }

        if (!(Math.Abs(sum - 1) <= 1e-9) && !(mayBeZero && sum == 0))
        {
            throw new ModelException($"The shares of the {what} sum to {sum:R}, expected 1. Normalise them.");
        }
    }
}

/// <summary>Elasticities of substitution of a world economy. Unit: none; 0 is Leontief and 1 Cobb-Douglas, both exact.</summary>
/// <param name="ValueAddedInputs">Value added against inputs, by industry, N. Unit: none.</param>
/// <param name="AmongInputs">Among inputs, by industry, N. Unit: none.</param>
/// <param name="Origins">Among origins, by product, N: 1 + the trade elasticity of Caliendo and Parro. Unit: none.</param>
/// <param name="FinalDemand">Among products in final demand. Unit: none.</param>
public sealed record WorldElasticities(double[] ValueAddedInputs, double[] AmongInputs, double[] Origins, double FinalDemand);
