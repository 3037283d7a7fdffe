using Rootscope.Dependence.Panels;

namespace Rootscope.Dependence.Indicators;

/// <summary>
/// Everything measured about one product in one year, for all buyers at once; measured anew for the next product in the same memory.
/// </summary>
/// <remarks>
/// Two passes over the flows, which stand by exporter and importer: sums run in that order, so that they are the same bits on any number of
/// threads.
/// </remarks>
internal sealed class ProductFigures
{
    private readonly BuyerIndex _buyers;
    private readonly double[] _imports;
    private readonly double[] _internal;
    private readonly double[] _exports;
    private readonly double[] _concentration;
    private readonly double[] _theil;
    private readonly double[] _largestShare;
    private readonly int[] _largestOrigin;
    private readonly int[] _suppliers;
    private readonly double[] _sold;
    private readonly double[] _part;
    private readonly int[] _touched;
    private double _clustering;

    public ProductFigures(BuyerIndex buyers, int economies)
    {
        _buyers = buyers;
        int count = buyers.Count;
        (_imports, _internal, _exports) = (new double[count], new double[count], new double[count]);
        (_concentration, _theil, _largestShare) = (new double[count], new double[count], new double[count]);
        (_largestOrigin, _suppliers) = (new int[count], new int[count]);
        (_sold, _part, _touched) = (new double[economies], new double[count], new int[count]);
    }

    /// <summary>World exports of the product, by economy.</summary>
    public ReadOnlySpan<double> Sold => _sold;

    public double WorldExports { get; private set; }

    public int LargestExporter { get; private set; }

    private double WorldConcentration { get; set; }

    private double WorldTheil { get; set; }

    private double LargestExporterShare { get; set; }

    private double ExporterShareDeviation { get; set; }

    public double ImportsOf(int buyer) => _imports[buyer];

    public int LargestOriginOf(int buyer) => _largestOrigin[buyer];

    public void Measure(ProductFlows flows, bool withTheil, NetworkClustering? network)
    {
        Array.Clear(_imports);
        Array.Clear(_internal);
        Array.Clear(_exports);
        Array.Clear(_sold);
        AddUp(flows);
        Array.Clear(_concentration);
        Array.Clear(_theil);
        Array.Clear(_largestShare);
        Array.Clear(_suppliers);
        Array.Fill(_largestOrigin, -1);
        Concentrate(flows, withTheil);
        MeasureWorld();
        _clustering = network is null || flows.Count == 0 ? double.NaN : network.Mean(flows);
    }

    /// <summary>An indicator of a buyer.</summary>
    /// <param name="indicator">Which one.</param>
    /// <param name="buyer">The buyer; of no matter for indicators of the world.</param>
    /// <param name="production">The buyer's production in the unit of the flows; null where it is not known.</param>
    public IndicatorValue ValueOf(DependenceIndicator indicator, int buyer, double? production)
    {
        if (WorldExports == 0)
        {
            return IndicatorValue.Without(IndicatorStatus.NotTraded);
        }

        double imports = _imports[buyer];
        switch (indicator)
        {
            case DependenceIndicator.Imports:
                return IndicatorValue.Of(imports);
            case DependenceIndicator.Exports:
                return IndicatorValue.Of(_exports[buyer]);
            case DependenceIndicator.WorldExportConcentration:
                return IndicatorValue.Of(WorldConcentration);
            case DependenceIndicator.WorldExportTheil:
                return IndicatorValue.Of(WorldTheil);
            case DependenceIndicator.LargestExporterShare:
                return IndicatorValue.Of(LargestExporterShare);
            case DependenceIndicator.ExporterShareDeviation:
                return IndicatorValue.Of(ExporterShareDeviation);
            case DependenceIndicator.Clustering:
                return double.IsNaN(_clustering) ? IndicatorValue.Without(IndicatorStatus.NotComputed) : IndicatorValue.Of(_clustering);
        }

        if (imports == 0)
        {
            return IndicatorValue.Without(IndicatorStatus.NoImports);
        }

        return indicator switch
        {
            DependenceIndicator.ImportConcentration => IndicatorValue.Of(_concentration[buyer]),
            DependenceIndicator.EffectiveSuppliers => IndicatorValue.Of(1 / _concentration[buyer]),
            DependenceIndicator.Suppliers => IndicatorValue.Of(_suppliers[buyer]),
            DependenceIndicator.ImportTheil => IndicatorValue.Of(Math.Max(0, _theil[buyer])),
            DependenceIndicator.LargestOriginShare => IndicatorValue.Of(_largestShare[buyer]),
            DependenceIndicator.ExternalShare => IndicatorValue.Of(imports / (imports + _internal[buyer])),
            DependenceIndicator.ImportExportRatio => Ratio(imports, production ?? _exports[buyer] + _internal[buyer]),
            DependenceIndicator.ExternalImportExportRatio => Ratio(imports, production ?? _exports[buyer]),
            DependenceIndicator.ImportPenetration => Penetration(imports, _exports[buyer], production),
            _ => throw new ArgumentOutOfRangeException(nameof(indicator), indicator, "There is no such indicator."),
        };
    }

    private void AddUp(ProductFlows flows)
    {
        ReadOnlySpan<double> values = flows.Values;
        int[] buyerOf = _buyers.BuyerOf;
        for (int f = 0; f < values.Length; f++)
        {
            double value = values[f];
            int exporter = flows.Exporter(f);
            int seller = buyerOf[exporter];
            int buyer = buyerOf[flows.Importer(f)];
            _sold[exporter] += value;
            if (seller == buyer)
            {
                if (buyer != BuyerIndex.Nobody)
                {
                    _internal[buyer] += value;
                }

                continue;
            }

            if (buyer != BuyerIndex.Nobody)
            {
                _imports[buyer] += value;
            }

            if (seller != BuyerIndex.Nobody)
            {
                _exports[seller] += value;
            }
        }
    }

    /// <summary>Shares of origins: what one exporter sells to the members of a buyer is added up before it is squared.</summary>
    private void Concentrate(ProductFlows flows, bool withTheil)
    {
        ReadOnlySpan<double> values = flows.Values;
        int[] buyerOf = _buyers.BuyerOf;
        for (int f = 0; f < values.Length; )
        {
            int exporter = flows.Exporter(f);
            int seller = buyerOf[exporter];
            int met = 0;
            for (; f < values.Length && flows.Exporter(f) == exporter; f++)
            {
                int buyer = buyerOf[flows.Importer(f)];
                if (buyer == BuyerIndex.Nobody || buyer == seller)
                {
                    continue;
                }

                if (_part[buyer] == 0)
                {
                    _touched[met++] = buyer;
                }

                _part[buyer] += values[f];
            }

            foreach (int buyer in _touched.AsSpan(0, met))
            {
                Take(buyer, exporter, _part[buyer] / _imports[buyer], withTheil);
                _part[buyer] = 0;
            }
        }
    }

    private void Take(int buyer, int exporter, double share, bool withTheil)
    {
        _concentration[buyer] += share * share;
        _suppliers[buyer]++;
        if (withTheil && share > 0)
        {
            _theil[buyer] += share * Math.Log(share * _buyers.Partners[buyer]);
        }

        if (_largestOrigin[buyer] < 0 || share > _largestShare[buyer])
        {
            (_largestShare[buyer], _largestOrigin[buyer]) = (share, exporter);
        }
    }

    private void MeasureWorld()
    {
        int n = _sold.Length;
        (WorldExports, WorldConcentration, WorldTheil, LargestExporterShare, LargestExporter) = (0, 0, 0, 0, -1);
        foreach (double sold in _sold)
        {
            WorldExports += sold;
        }

        double spread = 0;
        for (int e = 0; e < n && WorldExports > 0; e++)
        {
            double share = _sold[e] / WorldExports;
            WorldConcentration += share * share;
            WorldTheil += share > 0 ? share * Math.Log(share * n) : 0;
            spread += (share - (1.0 / n)) * (share - (1.0 / n));
            if (share > LargestExporterShare)
            {
                (LargestExporterShare, LargestExporter) = (share, e);
            }
        }

        WorldTheil = Math.Max(0, WorldTheil);
        ExporterShareDeviation = Math.Sqrt(spread / n);
    }

    private static IndicatorValue Ratio(double imports, double other) =>
        imports / other is var ratio && double.IsFinite(ratio)
            ? IndicatorValue.Of(ratio)
            : IndicatorValue.Without(IndicatorStatus.Unbounded);

    private static IndicatorValue Penetration(double imports, double exports, double? production)
    {
        if (production is not { } made)
        {
            return IndicatorValue.Without(IndicatorStatus.NoProduction);
        }

        double use = made - exports + imports;
        return use > 0 && imports / use is var share && double.IsFinite(share)
            ? IndicatorValue.Of(share)
            : IndicatorValue.Without(IndicatorStatus.NoUse);
    }
}
