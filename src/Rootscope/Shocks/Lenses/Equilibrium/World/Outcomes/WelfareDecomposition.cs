using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;

/// <summary>Splits the change of every region's welfare into direct, supplier, buyer and terms-of-trade parts.</summary>
/// <remarks>
/// ln Ŵ = ln Î − ln P̂, in two steps. At the factor prices of the base: the price index moves by what hits the region itself and by what
/// hits others, each the mean of its effect alone and its effect after the other (Shapley 1953); income moves by what factors are asked for
/// and by tariffs and deficits, over their logarithmic mean, so that the parts are exact. The rest comes with factor prices.
/// </remarks>
internal sealed class WelfareDecomposition
{
    private readonly WorldModel _model;
    private readonly WorldChange _change;
    private readonly WorldSolution _solution;
    private readonly CancellationToken _cancellation;

    private WelfareDecomposition(WorldOutcome outcome, CancellationToken cancellation)
    {
        _model = outcome.Model;
        _change = outcome.Change;
        _solution = outcome.Solution;
        _cancellation = cancellation;
    }

    public static WelfareParts?[] Of(WorldOutcome outcome, CancellationToken cancellation) =>
        new WelfareDecomposition(outcome, cancellation).Parts();

    private WelfareParts?[] Parts()
    {
        var lanes = new ShockBatch(_model, ShockBatch.Narrow);
        lanes.Put(0, _change, start: null);
        lanes.Tolerance[0] = ShockBatch.LeastTolerance;
        lanes.Solve(_cancellation);
        if (lanes.Failed[0])
        {
            return new WelfareParts?[_model.Regions];
        }

        double[] index = lanes.Take(lanes.Spending.Shares.FinalPrice, _model.Regions, 0);
        double[] income = lanes.Take(lanes.Spending.Income, _model.Regions, 0);
        double[] paid = Paid(lanes);
        double[] earned = EarnedByRegion();
        double[]?[] own = OwnAndOthers(index);
        var parts = new WelfareParts?[_model.Regions];
        for (int region = 0; region < _model.Regions; region++)
        {
            double before = _model.BaseIncome[region];
            double first = income[region] - earned[region] + paid[region];
            if (own[region] is not [var alone, var others] || !(first > 0) || !(before > 0))
            {
                continue;
            }

            double mean = LogarithmicMean(before, first);
            double asked = (paid[region] - earned[region]) / mean;
            double revenue = (first - before - (paid[region] - earned[region])) / mean;
            parts[region] = new WelfareParts(
                revenue - ((alone + (index[region] - others)) / 2),
                -((others + (index[region] - alone)) / 2),
                asked,
                Math.Log(_solution.Income[region] / first) - (_solution.FinalPrice[region] - index[region])
            );
        }

        return parts;
    }

    /// <summary>(b − a) / ln(b / a).</summary>
    private static double LogarithmicMean(double a, double b) => a == b ? a : (b - a) / AccurateExponentials.LogOnePlus((b - a) / a);

    private double[] EarnedByRegion()
    {
        var earned = new double[_model.Regions];
        for (int factor = 0; factor < _model.Factors; factor++)
        {
            earned[factor / (_model.Factors / _model.Regions)] += _model.FactorIncome[factor];
        }

        return earned;
    }

    private double[] Paid(ShockBatch lanes)
    {
        var paid = new double[_model.Regions];
        for (int cell = 0; cell < _model.Cells; cell++)
        {
            paid[cell / _model.Products] += lanes.Spending.Shares.ValueAdded[cell * lanes.Count] * lanes.Spending.Sales[cell * lanes.Count];
        }

        return paid;
    }

    /// <summary>
    /// For each region the price index of its final demand after what hits it alone, and after what hits the others alone; null where there
    /// is none.
    /// </summary>
    private double[]?[] OwnAndOthers(double[] all)
    {
        var result = new double[]?[_model.Regions];
        var open = new List<int>();
        for (int region = 0; region < _model.Regions; region++)
        {
            WorldChange own = _change.Part(_model, region, own: true);
            bool hit = own.Productivity.Count + own.Flows.Count > 0;
            bool only = own.Productivity.Count == _change.Productivity.Count && own.Flows.Count == _change.Flows.Count;
            if (hit && !only)
            {
                open.Add(region);
            }
            else
            {
                result[region] = only && hit ? [all[region], 0] : [0, all[region]];
            }
        }

        var lanes = new ShockBatch(_model, ShockBatch.Narrow);
        int pair = lanes.Count / 2;
        for (int first = 0; first < open.Count; first += pair)
        {
            Array.Clear(lanes.Active);
            int many = Math.Min(pair, open.Count - first);
            for (int lane = 0; lane < 2 * many; lane++)
            {
                lanes.Put(lane, _change.Part(_model, open[first + (lane / 2)], own: lane % 2 == 0), start: null);
                lanes.Tolerance[lane] = ShockBatch.LeastTolerance;
            }

            lanes.Prices.Solve(_cancellation);
            lanes.Spending.Shares.Set();
            for (int p = 0; p < many; p++)
            {
                int region = open[first + p];
                double[] values = lanes.Spending.Shares.FinalPrice;
                bool failed = lanes.Failed[2 * p] || lanes.Failed[(2 * p) + 1];
                result[region] = failed ? null : [values[(region * lanes.Count) + (2 * p)], values[(region * lanes.Count) + (2 * p) + 1]];
            }
        }

        return result;
    }
}
