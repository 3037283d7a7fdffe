using System.Runtime.Intrinsics;

namespace Rootscope.Numerics.Dense;

/// <summary>Copies blocks into the order in which a tile kernel reads them: slivers as wide as the tile, one step after another.</summary>
internal static unsafe class Packing
{
    /// <summary>
    /// Rows of the left factor in slivers of <paramref name="width"/> rows, each column by column; what is missing of the last sliver is 0.
    /// </summary>
    public static void Left(MatrixBlock source, int width, bool negate, double* target)
    {
        for (int first = 0; first < source.Rows; first += width)
        {
            int rows = Math.Min(width, source.Rows - first);
            for (int i = 0; i < width; i++)
            {
                if (i < rows)
                {
                    Spread(source.Row(first + i), source.Columns, width, negate, target + i);
                }
                else
                {
                    Clear(source.Columns, width, target + i);
                }
            }

            target += (nint)width * source.Columns;
        }
    }

    /// <summary>
    /// Columns of the right factor in slivers of <paramref name="width"/> columns, each row by row; what is missing of the last sliver is
    /// 0.
    /// </summary>
    public static void Right(MatrixBlock source, int width, double* target)
    {
        for (int first = 0; first < source.Columns; first += width)
        {
            int columns = Math.Min(width, source.Columns - first);
            double* from = source.Start + first;
            for (int k = 0; k < source.Rows; k++, from += source.Stride, target += width)
            {
                if (columns == width)
                {
                    for (int c = 0; c < width; c += 4)
                    {
                        Vector256.Load(from + c).Store(target + c);
                    }
                }
                else
                {
                    new ReadOnlySpan<double>(from, columns).CopyTo(new Span<double>(target, columns));
                    new Span<double>(target + columns, width - columns).Clear();
                }
            }
        }
    }

    private static void Spread(double* from, int count, int width, bool negate, double* target)
    {
        if (negate)
        {
            for (int k = 0; k < count; k++, target += width)
            {
                *target = -from[k];
            }
        }
        else
        {
            for (int k = 0; k < count; k++, target += width)
            {
                *target = from[k];
            }
        }
    }

    private static void Clear(int count, int width, double* target)
    {
        for (int k = 0; k < count; k++, target += width)
        {
            *target = 0;
        }
    }
}
