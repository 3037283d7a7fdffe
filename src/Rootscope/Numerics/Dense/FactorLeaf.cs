using System.Runtime.Intrinsics;

namespace Rootscope.Numerics.Dense;

/// <summary>The factors of a few columns, computed in a copy whose rows lie next to each other.</summary>
/// <remarks>In the matrix each row of a narrow panel would be a page of memory of its own.</remarks>
internal static unsafe class FactorLeaf
{
    /// <summary>The most columns.</summary>
    public const int Columns = 16;

    private const int Lanes = 4;

    /// <summary>Elements of the copy, with one row more for the pivot's.</summary>
    public static int Length(int rows) => (rows + 1) * Columns;

    /// <summary>Factors the panel; pivots_k is the row exchanged with row k at step k.</summary>
    /// <returns>The first column without a pivot, or −1.</returns>
    public static int Factor(MatrixBlock panel, Span<int> pivots, double[] copy)
    {
        int singular = -1;
        fixed (double* start = copy)
        {
            double* pivotRow = start + ((nint)panel.Rows * Columns);
            Load(panel, start);
            for (int k = 0; k < panel.Columns && singular < 0; k++)
            {
                int pivot = PivotRow(start, panel.Rows, k);
                double largest = Math.Abs(start[((nint)pivot * Columns) + k]);
                if (largest == 0 || !double.IsFinite(largest))
                {
                    singular = k;
                    break;
                }

                pivots[k] = pivot;
                Exchange(start + ((nint)k * Columns), start + ((nint)pivot * Columns));
                Eliminate(start, panel.Rows, k, pivotRow);
            }

            Store(start, panel);
        }

        return singular;
    }

    private static void Load(MatrixBlock panel, double* copy)
    {
        for (int i = 0; i < panel.Rows; i++, copy += Columns)
        {
            panel.RowSpan(i).CopyTo(new Span<double>(copy, Columns));
            new Span<double>(copy + panel.Columns, Columns - panel.Columns).Clear();
        }
    }

    private static void Store(double* copy, MatrixBlock panel)
    {
        for (int i = 0; i < panel.Rows; i++, copy += Columns)
        {
            new ReadOnlySpan<double>(copy, panel.Columns).CopyTo(panel.RowSpan(i));
        }
    }

    /// <summary>The first of the largest from row k down; something that is not a number counts as the largest.</summary>
    private static int PivotRow(double* start, int rows, int k)
    {
        int pivot = k;
        double largest = Math.Abs(start[((nint)k * Columns) + k]);
        for (int i = k + 1; i < rows; i++)
        {
            double size = Math.Abs(start[((nint)i * Columns) + k]);
            if (size > largest || double.IsNaN(size))
            {
                pivot = i;
                largest = size;
            }
        }

        return pivot;
    }

    private static void Exchange(double* row, double* other)
    {
        for (int c = 0; row != other && c < Columns; c++)
        {
            (row[c], other[c]) = (other[c], row[c]);
        }
    }

    /// <summary>Whole rows at every step: zeros in the copy of the pivot's row leave alone what is done.</summary>
    private static void Eliminate(double* start, int rows, int k, double* pivotRow)
    {
        double* from = start + ((nint)k * Columns);
        double diagonal = from[k];
        for (int c = 0; c < Columns; c++)
        {
            pivotRow[c] = c > k ? from[c] : 0;
        }

        int first = (k + 1) / Lanes * Lanes;
        for (int i = k + 1; i < rows; i++)
        {
            double* row = start + ((nint)i * Columns);
            double factor = row[k] / diagonal;
            row[k] = factor;
            Vector256<double> f = Vector256.Create(-factor);
            for (int c = first; c < Columns; c += Lanes)
            {
                Vector256.FusedMultiplyAdd(f, Vector256.Load(pivotRow + c), Vector256.Load(row + c)).Store(row + c);
            }
        }
    }
}
