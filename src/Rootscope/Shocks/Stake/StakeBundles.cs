using System.Runtime.Intrinsics;
using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Stake;

/// <summary>The bundles of inputs of all buyers: their prices, and what is in them. One instance a thread.</summary>
/// <remarks>
/// Σ over items of share · ((P/C)^(1−θ) − 1)/(1 − θ) = 0 defines the price C of a bundle (Hanoch 1975; see
/// <see cref="Lenses.Equilibrium.Nests.ImplicitIndex"/>). Terms are summed by level of elasticity over all buyers at once; then a step of
/// Newton's method for four buyers at a time.
/// </remarks>
internal sealed class StakeBundles
{
    private const int MostSteps = 60;

    /// <summary>From here Newton's method doubles the digits, and steps are shared with the sweeps of prices.</summary>
    private const double Near = 1e-3;

    /// <summary>The longest step, in log points: farther away the slope says little.</summary>
    private const double Longest = 2;

    private readonly InputItems _items;
    private readonly NestsAtMoment _nests;
    private readonly double[] _terms;
    private readonly double[] _sums;
    private readonly double[] _slopes;
    private readonly double[] _use;
    private readonly double[] _bundles;

    public StakeBundles(InputItems items, NestsAtMoment nests)
    {
        _items = items;
        _nests = nests;
        _terms = new double[items.Count];
        _sums = new double[items.LevelCount * items.Stride];
        _slopes = new double[items.Stride];
        _use = new double[items.LevelCount * items.Stride];
        _bundles = new double[items.LevelCount * items.Stride];
        Prices = new double[items.Stride];
    }

    /// <summary>Log price of each buyer's bundle, padded.</summary>
    public double[] Prices { get; }

    /// <summary>Forgets the last prices.</summary>
    public void Reset() => Array.Clear(Prices);

    /// <summary>Sums the terms of items by level.</summary>
    /// <param name="composite">Log price by product, of imported own use at n.</param>
    /// <param name="scarce">The product whose services have a price of their own.</param>
    /// <param name="services">That log price.</param>
    public void SetSums(double[] composite, ScarceProduct scarce, double services)
    {
        int stride = _items.Stride;
        for (int g = 0; g < _items.LevelCount; g++)
        {
            int start = _items.LevelStart[g];
            int count = _items.LevelStart[g + 1] - start;
            double elasticity = _nests.Levels[g];
            for (int r = start; r < start + count; r++)
            {
                _terms[r] = Lenses.Equilibrium.Nests.ImplicitIndex.Term(composite[_items.Product[r]], elasticity);
            }

            WeightedRows.Sum(
                _items.Shares.AsSpan(start * stride, count * stride),
                stride,
                _terms.AsSpan(start, count),
                _sums.AsSpan(g * stride, stride)
            );
        }

        for (int c = 0; c < scarce.CapitalRows.Length; c++)
        {
            int row = _items.RowsOf[scarce.Product][c];
            int g = _items.Level[row];
            double more = Lenses.Equilibrium.Nests.ImplicitIndex.Term(services, _nests.Levels[g]) - _terms[row];
            if (more != 0)
            {
                DenseKernels.AddScaled(_sums.AsSpan(g * stride, stride), more, scarce.CapitalRows[c]);
            }
        }
    }

    /// <summary>Moves prices to those of the sums; returns the last step, whose square they are off by.</summary>
    public double SetPrices()
    {
        double last = double.PositiveInfinity;
        for (int step = 0; step < MostSteps && !(last <= Near); step++)
        {
            last = Step();
        }

        return last;
    }

    /// <summary>The last step, after which quantities fit prices to rounding.</summary>
    public void Settle() => Step();

    /// <summary>What a bundle holds of a level's items at a price of 1, per unit of output, before the item's own price.</summary>
    /// <param name="perOutput">Bundles per unit of output, padded.</param>
    public void Prepare(double[] perOutput)
    {
        for (int g = 0; g < _items.LevelCount; g++)
        {
            Vector256<double> elasticity = Vector256.Create(_nests.Levels[g]);
            int row = g * _items.Stride;
            for (int j = 0; j < _items.Stride; j += LaneExponentials.Width)
            {
                (
                    Vector256.LoadUnsafe(ref perOutput[j])
                    * LaneCes.Exp(elasticity * Vector256.LoadUnsafe(ref Prices[j]))
                    / Vector256.LoadUnsafe(ref _slopes[j])
                ).StoreUnsafe(ref _use[row + j]);
            }
        }
    }

    /// <summary>Takes outputs, and gives the use of every item at a price of 1.</summary>
    public void SetUses(double[] output, Span<double> uses)
    {
        for (int g = 0; g < _items.LevelCount; g++)
        {
            int row = g * _items.Stride;
            for (int j = 0; j < _items.Stride; j += LaneExponentials.Width)
            {
                (Vector256.LoadUnsafe(ref output[j]) * Vector256.LoadUnsafe(ref _use[row + j])).StoreUnsafe(ref _bundles[row + j]);
            }

            int start = _items.LevelStart[g];
            int count = _items.LevelStart[g + 1] - start;
            DenseKernels.Multiply(
                _items.Shares.AsSpan(start * _items.Stride, count * _items.Stride),
                _bundles.AsSpan(row, _items.Stride),
                uses.Slice(start, count)
            );
        }
    }

    /// <summary>Use of services at a price of 1, of the capital shares of an item, at the outputs that were taken last.</summary>
    public double UseOf(int row, double[] capital) =>
        DenseKernels.Dot(capital, _bundles.AsSpan(_items.Level[row] * _items.Stride, _items.Stride));

    private double Step()
    {
        int stride = _items.Stride;
        Vector256<double> largest = Vector256<double>.Zero;
        for (int j = 0; j < stride; j += LaneExponentials.Width)
        {
            Vector256<double> at = Vector256.LoadUnsafe(ref Prices[j]);
            Vector256<double> value = Vector256<double>.Zero;
            Vector256<double> slope = Vector256<double>.Zero;
            for (int g = 0; g < _items.LevelCount; g++)
            {
                Vector256<double> weight = Vector256.LoadUnsafe(ref _items.Weights[(g * stride) + j]);
                Vector256<double> sum = Vector256.LoadUnsafe(ref _sums[(g * stride) + j]);
                double power = 1 - _nests.Levels[g];
                if (power == 0)
                {
                    value += sum - (weight * at);
                    slope += weight;
                    continue;
                }

                Vector256<double> b = Vector256.Create(power);
                Vector256<double> less = LaneExponentials.ExpMinusOne(at * Vector256.Create(-power));
                Vector256<double> more = less + Vector256<double>.One;
                value += (more * sum) + (weight * less / b);
                slope += more * ((b * sum) + weight);
            }

            Vector256<double> step = Vector256.Min(Vector256.Max(value / slope, Vector256.Create(-Longest)), Vector256.Create(Longest));
            largest = Vector256.Max(largest, Vector256.Abs(step));
            slope.StoreUnsafe(ref _slopes[j]);
            (at + step).StoreUnsafe(ref Prices[j]);
        }

        return Math.Max(Math.Max(largest[0], largest[1]), Math.Max(largest[2], largest[3]));
    }
}
