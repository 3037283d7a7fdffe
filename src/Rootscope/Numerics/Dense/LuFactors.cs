using System.Diagnostics;

namespace Rootscope.Numerics.Dense;

/// <summary>A square matrix as the product of a lower and an upper triangle, rows exchanged for the largest pivot.</summary>
/// <remarks>
/// Keeps the array it was given and writes into it. The same bits on any number of threads and for every tile kernel. Cost: 2n³/3 for the
/// factors, 2n² a right-hand side, 4n³/3 more for the inverse.
/// </remarks>
internal sealed unsafe class LuFactors
{
    private readonly double[] _values;
    private readonly int[] _pivots;
    private readonly int _n;
    private bool _consumed;

    private LuFactors(double[] values, int[] pivots, int singularColumn)
    {
        _values = values;
        _pivots = pivots;
        _n = pivots.Length;
        SingularColumn = singularColumn;
    }

    /// <summary>Whether a pivot was zero or not finite, so that no solution can be had.</summary>
    public bool IsSingular => SingularColumn >= 0;

    /// <summary>The first column that is a sum of multiples of those before it, to rounding; −1 where there is none.</summary>
    public int SingularColumn { get; }

    /// <summary>Factors an n × n row-major matrix; the array is overwritten and kept.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the array holds nothing of use.</exception>
    public static LuFactors Of(
        double[] matrix,
        int n,
        DenseWorkspace workspace,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        Debug.Assert(matrix.LongLength == (long)n * n && n <= workspace.Size);
        var pivots = new int[n];
        int singular;
        fixed (double* start = matrix)
        {
            singular = PivotedFactors.Factor(new MatrixBlock(start, n, n, n), pivots, workspace, progress, cancellation);
        }

        return new LuFactors(matrix, pivots, singular);
    }

    /// <summary>Solves A X = B for m right-hand sides given as an n × m row-major matrix, in place.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the right-hand sides hold nothing of use.</exception>
    public void Solve(Span<double> right, int m, DenseWorkspace workspace, CancellationToken cancellation = default)
    {
        CheckUsable();
        Debug.Assert(right.Length == (long)_n * m && Math.Max(_n, m) <= workspace.Size);
        fixed (
            double* start = _values,
                target = right
        )
        {
            var factors = new MatrixBlock(start, _n, _n, _n);
            var sides = new MatrixBlock(target, _n, m, m);
            workspace.Share(
                m,
                TriangularSolves.Leaf,
                (double)_n * _n * m,
                (buffers, first, count) =>
                {
                    MatrixBlock part = sides.ColumnRange(first, count);
                    PivotedFactors.Exchange(part, _pivots);
                    var solves = new TriangularSolves(workspace.Kernel, buffers, cancellation);
                    solves.LowerUnitFromLeft(factors, part);
                    solves.UpperFromLeft(factors, part);
                },
                cancellation
            );
        }
    }

    /// <summary>Replaces the factors by the inverse, n × n row-major, in the array that was given; the factors are used up.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the array holds nothing of use.</exception>
    public double[] InvertInPlace(DenseWorkspace workspace, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        CheckUsable();
        _consumed = true;
        fixed (double* start = _values)
        {
            InverseInPlace.Of(new MatrixBlock(start, _n, _n, _n), RowOrder(), workspace, progress, cancellation);
        }

        return _values;
    }

    /// <summary>Which row of the matrix stands in each row of the factors.</summary>
    private int[] RowOrder()
    {
        int[] rowOf = [.. Enumerable.Range(0, _n)];
        for (int k = 0; k < _n; k++)
        {
            (rowOf[k], rowOf[_pivots[k]]) = (rowOf[_pivots[k]], rowOf[k]);
        }

        return rowOf;
    }

    private void CheckUsable()
    {
        if (IsSingular || _consumed)
        {
            throw new InvalidOperationException(
                IsSingular ? "The matrix is singular: look at IsSingular first." : "The factors were replaced by the inverse."
            );
        }
    }
}
