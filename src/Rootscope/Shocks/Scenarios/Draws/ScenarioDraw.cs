using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Scenarios.Draws;

/// <summary>One draw of what a scenario does not know: sizes of shocks, elasticities, days of stock.</summary>
/// <remarks>A shock's changes move together, and so do the elasticities of a nest. The numbers are the same whatever the widths
/// are.</remarks>
internal sealed class ScenarioDraw
{
    private readonly ScenarioWidths _widths;
    private readonly double _stocks;
    private readonly double[] _nests;
    private readonly double[] _shocks;

    private ScenarioDraw(RandomStream random, ScenarioWidths widths, int shocks)
    {
        _widths = widths;
        _stocks = random.NextNormal();
        _nests = [.. Enum.GetValues<Nest>().Where(n => n != Nest.ProductInputs).Select(_ => random.NextNormal())];
        _shocks = [.. Enumerable.Range(0, shocks).Select(_ => random.NextNormal())];
    }

    /// <summary>Draw i of a seed.</summary>
    public static ScenarioDraw Of(ScenarioDrawOptions options, int draw, int shocks) =>
        new(RandomStream.Of(options.Seed, draw), options.Widths, shocks);

    /// <summary>The factor on days of stock.</summary>
    public double Stocks => Math.Exp(_widths.Stocks * _stocks);

    /// <summary>The change of a shock at the size that was drawn for it.</summary>
    public IChange Of(IChange change, int shock) => _widths.Sizes > 0 ? change.Moved(_widths.Sizes * _shocks[shock]) : change;

    /// <summary>Elasticities, those of a nest by one factor; a product's among inputs move with those of the nest.</summary>
    /// <param name="set">The elasticities at their points.</param>
    /// <param name="isWorld">
    /// Whether there are many regions, of which well below 1 among origins there can be several equilibria: what is above
    /// <see cref="ScenarioSweep.LeastAmongOrigins"/> stays there.
    /// </param>
    public ElasticitySet Of(ElasticitySet set, bool isWorld)
    {
        return _widths.Elasticities > 0 ? set.Moved(Drawn) : set;

        double Drawn(Elasticity point)
        {
            Nest nest = point.Nest == Nest.ProductInputs ? Nest.AmongInputs : point.Nest;
            double drawn = point.Value * Math.Exp(_widths.Elasticities * _nests[(int)nest]);
            return isWorld && nest == Nest.DomesticImported
                ? Math.Max(drawn, Math.Min(point.Value, ScenarioSweep.LeastAmongOrigins))
                : drawn;
        }
    }
}
