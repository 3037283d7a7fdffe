using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.Nests;

/// <summary>The bundle of products that is finally used: its price, and what goes into it. One instance a thread.</summary>
internal sealed class FinalBundle(double[] finalShares, NestElasticities elasticities, SharesByLevel? byLevel)
{
    private readonly SharesByLevel? _rated = byLevel;
    private readonly double[] _powers = new double[byLevel?.Levels.Levels.Count ?? 0];
    private readonly double[] _terms = new double[byLevel?.Levels.Levels.Count ?? 0];
    private double _last;
    private double _logSum;

    /// <summary>Forgets the last index, so that the next does not depend on it.</summary>
    public void Reset() => _last = 0;

    /// <summary>The log price index of final use.</summary>
    public double Index(ReadOnlySpan<double> composite)
    {
        double elasticity = elasticities.FinalDemand;
        if (_rated is not null)
        {
            return RatedIndex(composite, _rated, elasticity);
        }

        double sum = 0;
        for (int k = 0; k < composite.Length; k++)
        {
            sum += finalShares[k] == 0 ? 0 : finalShares[k] * Ces.Term(composite[k], elasticity);
        }

        return Ces.Index(sum, elasticity);
    }

    /// <summary>The log of a product's share in real final spending, relative to its base share, at the prices of the last index.</summary>
    public double LogUse(int product, double composite, double index) =>
        _rated is null
            ? elasticities.FinalDemand * (index - composite)
            : ((elasticities.FinalByProduct[product] ?? elasticities.FinalDemand) * (index - composite)) - _logSum;

    private double RatedIndex(ReadOnlySpan<double> composite, SharesByLevel rated, double elasticity)
    {
        for (int g = 0; g < _powers.Length; g++)
        {
            ProductLevel level = rated.Levels.Levels[g];
            double own = level.Elasticity ?? elasticity;
            _powers[g] = 1 - own;
            _terms[g] = 0;
            for (int i = level.Start; i < level.Start + level.Length; i++)
            {
                _terms[g] += rated.Shares[i] == 0 ? 0 : rated.Shares[i] * ImplicitIndex.Term(composite[rated.Levels.Order[i]], own);
            }
        }

        (_last, double sum) = ImplicitIndex.Solve(_powers, _terms, rated.Weights, _last, exactSum: true);
        _logSum = Math.Log(sum);
        return _last;
    }
}
