namespace Rootscope.Dependence.Indicators;

/// <summary>What a ratio of imports is set against.</summary>
public enum SupplyBasis
{
    /// <summary>Exports, which stand in for production.</summary>
    Exports,

    /// <summary>Production.</summary>
    Production,
}

/// <summary>An economy and its share.</summary>
/// <param name="Economy">Code of the economy.</param>
/// <param name="Share">Its share, from 0 to 1.</param>
public readonly record struct Holder(string Economy, double Share);

/// <summary>All indicators of a buyer and a product in one year.</summary>
public sealed class ProductIndicators
{
    private readonly IndicatorValue[] _values;

    internal ProductIndicators(IndicatorValue[] values, double? production, IReadOnlyList<Holder> origins, IReadOnlyList<Holder> exporters)
    {
        (_values, Production, Origins, Exporters) = (values, production, origins, exporters);
    }

    /// <summary>The value of an indicator, or why there is none.</summary>
    public IndicatorValue this[DependenceIndicator indicator] => _values[(int)indicator];

    /// <summary>Production of the buyer in the unit of the trade; null where it is not known.</summary>
    public double? Production { get; }

    /// <summary>What the ratios of imports are set against.</summary>
    public SupplyBasis Basis => Production is null ? SupplyBasis.Exports : SupplyBasis.Production;

    /// <summary>The largest origins of the imports from outside, by share, ties by code; empty without imports.</summary>
    public IReadOnlyList<Holder> Origins { get; }

    /// <summary>The largest exporters of the product in the world, by share, ties by code.</summary>
    public IReadOnlyList<Holder> Exporters { get; }
}
