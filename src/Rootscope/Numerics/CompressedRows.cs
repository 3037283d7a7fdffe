using System.Diagnostics;

namespace Rootscope.Numerics;

/// <summary>A square matrix row by row without its zeros: columns and values of what is left, in the order of the columns.</summary>
/// <remarks>Twelve bytes a cell that is not zero. Immutable.</remarks>
internal sealed class CompressedRows
{
    private readonly long[] _start;
    private readonly int[] _columns;
    private readonly double[] _values;

    private CompressedRows(long[] start)
    {
        _start = start;
        _columns = new int[start[^1]];
        _values = new double[start[^1]];
    }

    /// <summary>Number of rows and of columns.</summary>
    public int Size => _start.Length - 1;

    /// <summary>The columns of a row's cells, ascending.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => _columns.AsSpan((int)_start[row], LengthOf(row));

    /// <summary>The values of a row's cells.</summary>
    public ReadOnlySpan<double> ValuesOf(int row) => _values.AsSpan((int)_start[row], LengthOf(row));

    /// <summary>How many cells of a row are not zero.</summary>
    public int LengthOf(int row) => (int)(_start[row + 1] - _start[row]);

    /// <summary>Takes the rows of an n × n row-major matrix.</summary>
    public static CompressedRows Of(ReadOnlySpan<double> matrix, int n)
    {
        Debug.Assert(matrix.Length == n * n);
        var start = new long[n + 1];
        for (int i = 0; i < n; i++)
        {
            start[i + 1] = start[i] + Count(matrix.Slice(i * n, n));
        }

        var rows = new CompressedRows(start);
        int at = 0;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = matrix.Slice(i * n, n);
            for (int j = 0; j < n; j++)
            {
                if (row[j] != 0)
                {
                    rows._columns[at] = j;
                    rows._values[at++] = row[j];
                }
            }
        }

        return rows;
    }

    /// <summary>Takes the columns of an n × n row-major matrix as rows: its transpose.</summary>
    public static CompressedRows OfTransposed(ReadOnlySpan<double> matrix, int n)
    {
        Debug.Assert(matrix.Length == n * n);
        var start = new long[n + 1];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = matrix.Slice(i * n, n);
            for (int j = 0; j < n; j++)
            {
                start[j + 1] += row[j] != 0 ? 1 : 0;
            }
        }

        for (int j = 0; j < n; j++)
        {
            start[j + 1] += start[j];
        }

        var rows = new CompressedRows(start);
        var at = new int[n];
        for (int j = 0; j < n; j++)
        {
            at[j] = (int)start[j];
        }

        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = matrix.Slice(i * n, n);
            for (int j = 0; j < n; j++)
            {
                if (row[j] != 0)
                {
                    rows._columns[at[j]] = i;
                    rows._values[at[j]++] = row[j];
                }
            }
        }

        return rows;
    }

    /// <summary>Two products in one pass: first ← M · a, second ← M · b.</summary>
    public void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> first, Span<double> second)
    {
        for (int i = 0; i < Size; i++)
        {
            ReadOnlySpan<int> columns = ColumnsOf(i);
            ReadOnlySpan<double> values = ValuesOf(i);
            double ofA = 0;
            double ofB = 0;
            for (int c = 0; c < columns.Length; c++)
            {
                int j = columns[c];
                double value = values[c];
                ofA += value * a[j];
                ofB += value * b[j];
            }

            first[i] = ofA;
            second[i] = ofB;
        }
    }

    private static int Count(ReadOnlySpan<double> row)
    {
        int count = 0;
        foreach (double value in row)
        {
            count += value != 0 ? 1 : 0;
        }

        return count;
    }
}
