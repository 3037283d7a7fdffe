using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rootscope.Numerics.Dense;

/// <summary>A 4 × 12 tile of a product in 12 registers of four lanes.</summary>
/// <remarks>
/// One statement a register, because a compiler keeps only named values in registers; the rows of the text are those of the tile.
/// </remarks>
internal static unsafe class Tile256
{
    public const int Rows = 4;

    public const int Columns = 12;

    /// <summary>target (or zero) += Σ over k, in order, of packed column k of the left times packed row k of the right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(int depth, double* left, double* right, double* target, nint stride, bool fromZero)
    {
        double* row0 = target;
        double* row1 = target + stride;
        double* row2 = target + (2 * stride);
        double* row3 = target + (3 * stride);
        Vector256<double> c00,
            c01,
            c02;
        Vector256<double> c10,
            c11,
            c12;
        Vector256<double> c20,
            c21,
            c22;
        Vector256<double> c30,
            c31,
            c32;
        if (fromZero)
        {
            c00 = c01 = c02 = Vector256<double>.Zero;
            c10 = c11 = c12 = Vector256<double>.Zero;
            c20 = c21 = c22 = Vector256<double>.Zero;
            c30 = c31 = c32 = Vector256<double>.Zero;
        }
        else
        {
            c00 = Vector256.Load(row0);
            c01 = Vector256.Load(row0 + 4);
            c02 = Vector256.Load(row0 + 8);
            c10 = Vector256.Load(row1);
            c11 = Vector256.Load(row1 + 4);
            c12 = Vector256.Load(row1 + 8);
            c20 = Vector256.Load(row2);
            c21 = Vector256.Load(row2 + 4);
            c22 = Vector256.Load(row2 + 8);
            c30 = Vector256.Load(row3);
            c31 = Vector256.Load(row3 + 4);
            c32 = Vector256.Load(row3 + 8);
        }

        if (Sse.IsSupported)
        {
            // The tile below comes next; its lines arrive while this one is computed.
            double* next = target + (Rows * stride);
            for (int i = 0; i < Rows; i++)
            {
                Sse.Prefetch0(next);
                Sse.Prefetch0(next + 8);
                Sse.Prefetch0(next + 11);
                next += stride;
            }
        }
        for (; depth > 0; depth--)
        {
            Vector256<double> b0 = Vector256.Load(right);
            Vector256<double> b1 = Vector256.Load(right + 4);
            Vector256<double> b2 = Vector256.Load(right + 8);
            Vector256<double> a0 = Vector256.Create(left[0]);
            c00 = Vector256.FusedMultiplyAdd(a0, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(a0, b1, c01);
            c02 = Vector256.FusedMultiplyAdd(a0, b2, c02);
            Vector256<double> a1 = Vector256.Create(left[1]);
            c10 = Vector256.FusedMultiplyAdd(a1, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(a1, b1, c11);
            c12 = Vector256.FusedMultiplyAdd(a1, b2, c12);
            Vector256<double> a2 = Vector256.Create(left[2]);
            c20 = Vector256.FusedMultiplyAdd(a2, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(a2, b1, c21);
            c22 = Vector256.FusedMultiplyAdd(a2, b2, c22);
            Vector256<double> a3 = Vector256.Create(left[3]);
            c30 = Vector256.FusedMultiplyAdd(a3, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(a3, b1, c31);
            c32 = Vector256.FusedMultiplyAdd(a3, b2, c32);
            left += Rows;
            right += Columns;
        }

        c00.Store(row0);
        c01.Store(row0 + 4);
        c02.Store(row0 + 8);
        c10.Store(row1);
        c11.Store(row1 + 4);
        c12.Store(row1 + 8);
        c20.Store(row2);
        c21.Store(row2 + 4);
        c22.Store(row2 + 8);
        c30.Store(row3);
        c31.Store(row3 + 4);
        c32.Store(row3 + 8);
    }
}
