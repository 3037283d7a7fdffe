using Rootscope.Numerics;
using Rootscope.Upgrading;

namespace Rootscope.Planning;

/// <summary>What measures cost and do: one figure of each parameter, central or drawn from its range.</summary>
public sealed class MeasureFigures
{
    private readonly Dictionary<string, double> _values;

    private MeasureFigures(Dictionary<string, double> values) => _values = values;

    /// <summary>A figure by name, in the unit of its parameter.</summary>
    /// <param name="name">Its name in data.</param>
    public double this[string name] => _values[name];

    /// <summary>The central figures.</summary>
    /// <param name="parameters">The parameters.</param>
    public static MeasureFigures Central(IReadOnlyList<UpgradingParameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new MeasureFigures(parameters.ToDictionary(p => p.Name, p => p.Central, StringComparer.Ordinal));
    }

    /// <summary>A draw of all of them.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="draw">The number of the draw.</param>
    public static MeasureFigures Drawn(IReadOnlyList<UpgradingParameter> parameters, long seed, int draw)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var stream = RandomStream.Of(unchecked(seed + 0x5EED), draw);
        return new MeasureFigures(parameters.ToDictionary(p => p.Name, p => p.Draw(stream), StringComparer.Ordinal));
    }
}
