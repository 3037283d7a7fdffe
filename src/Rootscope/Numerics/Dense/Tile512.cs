using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rootscope.Numerics.Dense;

/// <summary>An 8 × 24 tile of a product in 24 registers of eight lanes.</summary>
/// <remarks>
/// One statement a register, because a compiler keeps only named values in registers; the rows of the text are those of the tile.
/// </remarks>
internal static unsafe class Tile512
{
    public const int Rows = 8;

    public const int Columns = 24;

    /// <summary>target (or zero) += Σ over k, in order, of packed column k of the left times packed row k of the right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(int depth, double* left, double* right, double* target, nint stride, bool fromZero)
    {
        double* row0 = target;
        double* row1 = target + stride;
        double* row2 = target + (2 * stride);
        double* row3 = target + (3 * stride);
        double* row4 = target + (4 * stride);
        double* row5 = target + (5 * stride);
        double* row6 = target + (6 * stride);
        double* row7 = target + (7 * stride);
        Vector512<double> c00,
            c01,
            c02;
        Vector512<double> c10,
            c11,
            c12;
        Vector512<double> c20,
            c21,
            c22;
        Vector512<double> c30,
            c31,
            c32;
        Vector512<double> c40,
            c41,
            c42;
        Vector512<double> c50,
            c51,
            c52;
        Vector512<double> c60,
            c61,
            c62;
        Vector512<double> c70,
            c71,
            c72;
        if (fromZero)
        {
            c00 = c01 = c02 = Vector512<double>.Zero;
            c10 = c11 = c12 = Vector512<double>.Zero;
            c20 = c21 = c22 = Vector512<double>.Zero;
            c30 = c31 = c32 = Vector512<double>.Zero;
            c40 = c41 = c42 = Vector512<double>.Zero;
            c50 = c51 = c52 = Vector512<double>.Zero;
            c60 = c61 = c62 = Vector512<double>.Zero;
            c70 = c71 = c72 = Vector512<double>.Zero;
        }
        else
        {
            c00 = Vector512.Load(row0);
            c01 = Vector512.Load(row0 + 8);
            c02 = Vector512.Load(row0 + 16);
            c10 = Vector512.Load(row1);
            c11 = Vector512.Load(row1 + 8);
            c12 = Vector512.Load(row1 + 16);
            c20 = Vector512.Load(row2);
            c21 = Vector512.Load(row2 + 8);
            c22 = Vector512.Load(row2 + 16);
            c30 = Vector512.Load(row3);
            c31 = Vector512.Load(row3 + 8);
            c32 = Vector512.Load(row3 + 16);
            c40 = Vector512.Load(row4);
            c41 = Vector512.Load(row4 + 8);
            c42 = Vector512.Load(row4 + 16);
            c50 = Vector512.Load(row5);
            c51 = Vector512.Load(row5 + 8);
            c52 = Vector512.Load(row5 + 16);
            c60 = Vector512.Load(row6);
            c61 = Vector512.Load(row6 + 8);
            c62 = Vector512.Load(row6 + 16);
            c70 = Vector512.Load(row7);
            c71 = Vector512.Load(row7 + 8);
            c72 = Vector512.Load(row7 + 16);
        }

        if (Sse.IsSupported)
        {
            // The tile below comes next; its lines arrive while this one is computed.
            double* next = target + (Rows * stride);
            for (int i = 0; i < Rows; i++)
            {
                Sse.Prefetch0(next);
                Sse.Prefetch0(next + 8);
                Sse.Prefetch0(next + 16);
                Sse.Prefetch0(next + 23);
                next += stride;
            }
        }
        for (; depth > 0; depth--)
        {
            Vector512<double> b0 = Vector512.Load(right);
            Vector512<double> b1 = Vector512.Load(right + 8);
            Vector512<double> b2 = Vector512.Load(right + 16);
            Vector512<double> a0 = Vector512.Create(left[0]);
            c00 = Vector512.FusedMultiplyAdd(a0, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(a0, b1, c01);
            c02 = Vector512.FusedMultiplyAdd(a0, b2, c02);
            Vector512<double> a1 = Vector512.Create(left[1]);
            c10 = Vector512.FusedMultiplyAdd(a1, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(a1, b1, c11);
            c12 = Vector512.FusedMultiplyAdd(a1, b2, c12);
            Vector512<double> a2 = Vector512.Create(left[2]);
            c20 = Vector512.FusedMultiplyAdd(a2, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(a2, b1, c21);
            c22 = Vector512.FusedMultiplyAdd(a2, b2, c22);
            Vector512<double> a3 = Vector512.Create(left[3]);
            c30 = Vector512.FusedMultiplyAdd(a3, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(a3, b1, c31);
            c32 = Vector512.FusedMultiplyAdd(a3, b2, c32);
            Vector512<double> a4 = Vector512.Create(left[4]);
            c40 = Vector512.FusedMultiplyAdd(a4, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(a4, b1, c41);
            c42 = Vector512.FusedMultiplyAdd(a4, b2, c42);
            Vector512<double> a5 = Vector512.Create(left[5]);
            c50 = Vector512.FusedMultiplyAdd(a5, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(a5, b1, c51);
            c52 = Vector512.FusedMultiplyAdd(a5, b2, c52);
            Vector512<double> a6 = Vector512.Create(left[6]);
            c60 = Vector512.FusedMultiplyAdd(a6, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(a6, b1, c61);
            c62 = Vector512.FusedMultiplyAdd(a6, b2, c62);
            Vector512<double> a7 = Vector512.Create(left[7]);
            c70 = Vector512.FusedMultiplyAdd(a7, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(a7, b1, c71);
            c72 = Vector512.FusedMultiplyAdd(a7, b2, c72);
            left += Rows;
            right += Columns;
        }

        c00.Store(row0);
        c01.Store(row0 + 8);
        c02.Store(row0 + 16);
        c10.Store(row1);
        c11.Store(row1 + 8);
        c12.Store(row1 + 16);
        c20.Store(row2);
        c21.Store(row2 + 8);
        c22.Store(row2 + 16);
        c30.Store(row3);
        c31.Store(row3 + 8);
        c32.Store(row3 + 16);
        c40.Store(row4);
        c41.Store(row4 + 8);
        c42.Store(row4 + 16);
        c50.Store(row5);
        c51.Store(row5 + 8);
        c52.Store(row5 + 16);
        c60.Store(row6);
        c61.Store(row6 + 8);
        c62.Store(row6 + 16);
        c70.Store(row7);
        c71.Store(row7 + 8);
        c72.Store(row7 + 16);
    }
}
