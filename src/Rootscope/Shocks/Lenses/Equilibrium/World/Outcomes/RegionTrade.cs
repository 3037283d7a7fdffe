namespace Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;

/// <summary>Sums over the trade and the final use of one region, flow by flow.</summary>
internal sealed class RegionTrade
{
    private double _exportPrices;
    private double _importPrices;
    private double _volume;
    private double _before;
    private double _after;
    private double _newAtOldPrices;
    private double _oldAtNewPrices;

    public BeforeAfter Exports { get; private set; }

    public BeforeAfter Imports { get; private set; }

    /// <summary>Σ exports ln ĉ at home − Σ imports ln ĉ abroad, at base values.</summary>
    public double TermsOfTrade => _exportPrices - _importPrices;

    /// <summary>Σ τ M (M̂ / ĉ − 1): base tariffs on the change of the volume of imports.</summary>
    public double VolumeOfTrade => _volume;

    public double? TermsOfTradeIndex =>
        Exports.Before > 0 && Imports.Before > 0 ? Math.Exp((_exportPrices / Exports.Before) - (_importPrices / Imports.Before)) - 1 : null;

    /// <summary>Fisher's quantity index of final use, exports and less imports, less 1.</summary>
    public double? RealGdp
    {
        get
        {
            double product = _newAtOldPrices / _before * (_after / _oldAtNewPrices);
            return _before > 0 && _oldAtNewPrices > 0 && product >= 0 ? Math.Sqrt(product) - 1 : null;
        }
    }

    public void Export(BeforeAfter value, double logPrice)
    {
        Exports = new BeforeAfter(Exports.Before + value.Before, Exports.After + value.After);
        _exportPrices += value.Before * logPrice;
        Count(value, logPrice, 1);
    }

    public void Import(BeforeAfter value, double logPrice, double logMoving, double tariff)
    {
        Imports = new BeforeAfter(Imports.Before + value.Before, Imports.After + value.After);
        _importPrices += value.Before * logPrice;
        _volume += tariff * ((value.After * Math.Exp(-logPrice)) - value.Before);
        Count(value, logPrice + logMoving, -1);
    }

    public void Final(BeforeAfter value, double logPrice) => Count(value, logPrice, 1);

    private void Count(BeforeAfter value, double logPrice, double sign)
    {
        _before += sign * value.Before;
        _after += sign * value.After;
        _newAtOldPrices += sign * value.After * Math.Exp(-logPrice);
        _oldAtNewPrices += sign * value.Before * Math.Exp(logPrice);
    }
}
