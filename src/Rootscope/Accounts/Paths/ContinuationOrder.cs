using Rootscope.Numerics;

namespace Rootscope.Accounts.Paths;

/// <summary>The continuations of one sector's paths, the one with the highest bound first, sorted only as far as anybody asks.</summary>
/// <remarks>A heap in place; each further continuation costs the logarithm of their number. Equal bounds are in table order.</remarks>
internal sealed class ContinuationOrder
{
    private readonly int[] _cells;
    private readonly double[] _bounds;
    private int _unsorted;

    /// <summary>Builds the heap of a row's cells by |m_ij| q_j.</summary>
    public ContinuationOrder(CompressedRows next, int sector, double[] bounds)
    {
        ReadOnlySpan<int> columns = next.ColumnsOf(sector);
        ReadOnlySpan<double> values = next.ValuesOf(sector);
        _cells = new int[columns.Length];
        _bounds = new double[columns.Length];
        for (int c = 0; c < columns.Length; c++)
        {
            double bound = Math.Abs(values[c]) * bounds[columns[c]];
            if (bound > 0)
            {
                _cells[_unsorted] = c;
                _bounds[_unsorted++] = bound;
            }
        }

        Count = _unsorted;
        for (int at = (Count / 2) - 1; at >= 0; at--)
        {
            Sink(at);
        }
    }

    /// <summary>How many continuations lead anywhere.</summary>
    public int Count { get; }

    /// <summary>The cell of the continuation of a rank, from 0, and its bound per unit of flow.</summary>
    public (int Cell, double Bound) At(int rank)
    {
        while (Count - _unsorted <= rank)
        {
            // The largest goes behind the heap, so that rank r ends at place Count − 1 − r.
            _unsorted--;
            Swap(0, _unsorted);
            Sink(0);
        }

        int place = Count - 1 - rank;
        return (_cells[place], _bounds[place]);
    }

    private void Sink(int at)
    {
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= _unsorted)
            {
                return;
            }

            child += child + 1 < _unsorted && IsBefore(child + 1, child) ? 1 : 0;
            if (!IsBefore(child, at))
            {
                return;
            }

            Swap(at, child);
            at = child;
        }
    }

    private bool IsBefore(int a, int b) => _bounds[a] != _bounds[b] ? _bounds[a] > _bounds[b] : _cells[a] < _cells[b];

    private void Swap(int a, int b)
    {
        (_cells[a], _cells[b]) = (_cells[b], _cells[a]);
        (_bounds[a], _bounds[b]) = (_bounds[b], _bounds[a]);
    }
}
