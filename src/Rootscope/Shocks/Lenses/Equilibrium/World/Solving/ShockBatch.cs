using System.Runtime.Intrinsics;
using Rootscope.Numerics;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

/// <summary>Several shocks solved side by side, a lane each: number i of lane l at [i · lanes + l].</summary>
/// <remarks>
/// The matrices of the base are read once for all lanes. A lane that has settled is frozen, and no sum runs across lanes, so that every
/// outcome has the same bits as if its shock were solved alone. One instance a thread.
/// </remarks>
internal sealed class ShockBatch
{
    /// <summary>Lanes for a single shock: the width of the kernels.</summary>
    public const int Narrow = LaneProducts.Width;

    /// <summary>Lanes for many shocks: what the second-level cache holds of two thousand sectors.</summary>
    public const int Wide = 2 * Narrow;

    public ShockBatch(WorldModel model, int lanes)
    {
        Count = lanes;
        Model = model;
        LogFactor = new double[model.Factors * lanes];
        Changes = [.. Enumerable.Repeat(WorldChange.None(model.Economy), lanes)];
        Active = new bool[lanes];
        Failed = new bool[lanes];
        Tolerance = new double[lanes];
        Work = new int[lanes];
        Prices = new PriceBatch(this);
        Spending = new SpendingBatch(this);
    }

    public WorldModel Model { get; }

    /// <summary>Number of lanes.</summary>
    public int Count { get; }

    /// <summary>Log price of each factor [factor].</summary>
    public double[] LogFactor { get; }

    /// <summary>The shock of each lane.</summary>
    public WorldChange[] Changes { get; }

    /// <summary>Lanes that take part.</summary>
    public bool[] Active { get; }

    /// <summary>Lanes whose prices or spending did not settle.</summary>
    public bool[] Failed { get; }

    /// <summary>To what prices and spending are to be solved, by lane.</summary>
    public double[] Tolerance { get; }

    /// <summary>Sweeps of prices and of spending since the lane took up its shock.</summary>
    public int[] Work { get; }

    public PriceBatch Prices { get; }

    public SpendingBatch Spending { get; }

    /// <summary>Spending of the base in lane 0, at its shares.</summary>
    public bool SolveBase(CancellationToken cancellation)
    {
        Active[0] = true;
        Tolerance[0] = LeastTolerance;
        Solve(cancellation);
        return !Failed[0];
    }

    /// <summary>Prices and spending to rounding: relative to 1, and to world value added.</summary>
    public const double LeastTolerance = 1e-13;

    /// <summary>Solves prices and spending of the active lanes at their factor prices, from where they are.</summary>
    public void Solve(CancellationToken cancellation)
    {
        Prices.Solve(cancellation);
        Spending.Shares.Set();
        Spending.Solve(cancellation);
    }

    /// <summary>Puts a shock into a lane, with the start of its prices.</summary>
    public void Put(int lane, WorldChange change, WorldStart? start)
    {
        Changes[lane] = change;
        Active[lane] = true;
        Failed[lane] = false;
        Work[lane] = 0;
        Set(LogFactor, lane, start?.LogFactor);
        Set(Prices.Price, lane, start?.Price);
        Set(Spending.Spending, lane, start?.Spending ?? Model.BaseSpending);
    }

    public double[] Take(double[] values, int count, int lane)
    {
        var result = new double[count];
        for (int i = 0; i < count; i++)
        {
            result[i] = values[(i * Count) + lane];
        }

        return result;
    }

    /// <summary>
    /// Excess demand for each factor in a lane, ln(paid / earned), into a vector; returns the largest, NaN where one is none.
    /// </summary>
    public double ExcessDemand(int lane, Span<double> excess)
    {
        var paid = new double[excess.Length];
        for (int cell = 0; cell < Model.Cells; cell++)
        {
            int at = (cell * Count) + lane;
            paid[Model.FactorOf(cell)] += Spending.Shares.ValueAdded[at] * Spending.Sales[at];
        }

        double largest = 0;
        for (int f = 0; f < excess.Length; f++)
        {
            double income = Model.FactorIncome[f];
            excess[f] = income > 0 ? Math.Log(paid[f] / income) - LogFactor[(f * Count) + lane] : 0;
            largest = Math.Max(largest, Math.Abs(excess[f]));
        }

        return largest;
    }

    /// <summary>A vector with every bit set in the lanes that are to move.</summary>
    internal static Vector256<double> MaskOf(bool[] moving, int first) =>
        Vector256
            .Create(moving[first] ? -1L : 0, moving[first + 1] ? -1L : 0, moving[first + 2] ? -1L : 0, moving[first + 3] ? -1L : 0)
            .AsDouble();

    /// <summary>Counts a sweep of the lanes that move.</summary>
    internal void CountWork(bool[] moving)
    {
        for (int lane = 0; lane < Count; lane++)
        {
            Work[lane] += moving[lane] ? 1 : 0;
        }
    }

    private void Set(double[] target, int lane, double[]? values)
    {
        for (int i = 0; i < target.Length / Count; i++)
        {
            target[(i * Count) + lane] = values?[i] ?? 0;
        }
    }
}

/// <summary>Where a solve begins: logs of factor prices and prices, and spending; null for the base.</summary>
internal sealed record WorldStart(double[]? LogFactor, double[]? Price, double[]? Spending);
