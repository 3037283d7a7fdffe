using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Rootscope.Numerics.Dense;

/// <summary>
/// A 4 × 4 tile of a product in 8 registers of two lanes; without such registers or a fused operation the runtime computes the same numbers
/// one by one.
/// </summary>
/// <remarks>
/// One statement a register, because a compiler keeps only named values in registers; the rows of the text are those of the tile.
/// </remarks>
internal static unsafe class Tile128
{
    public const int Rows = 4;

    public const int Columns = 4;

    /// <summary>target (or zero) += Σ over k, in order, of packed column k of the left times packed row k of the right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(int depth, double* left, double* right, double* target, nint stride, bool fromZero)
    {
        double* row0 = target;
        double* row1 = target + stride;
        double* row2 = target + (2 * stride);
        double* row3 = target + (3 * stride);
        Vector128<double> c00,
            c01;
        Vector128<double> c10,
            c11;
        Vector128<double> c20,
            c21;
        Vector128<double> c30,
            c31;
        if (fromZero)
        {
            c00 = c01 = Vector128<double>.Zero;
            c10 = c11 = Vector128<double>.Zero;
            c20 = c21 = Vector128<double>.Zero;
            c30 = c31 = Vector128<double>.Zero;
        }
        else
        {
            c00 = Vector128.Load(row0);
            c01 = Vector128.Load(row0 + 2);
            c10 = Vector128.Load(row1);
            c11 = Vector128.Load(row1 + 2);
            c20 = Vector128.Load(row2);
            c21 = Vector128.Load(row2 + 2);
            c30 = Vector128.Load(row3);
            c31 = Vector128.Load(row3 + 2);
        }

        for (; depth > 0; depth--)
        {
            Vector128<double> b0 = Vector128.Load(right);
            Vector128<double> b1 = Vector128.Load(right + 2);
            Vector128<double> a0 = Vector128.Create(left[0]);
            c00 = Vector128.FusedMultiplyAdd(a0, b0, c00);
            c01 = Vector128.FusedMultiplyAdd(a0, b1, c01);
            Vector128<double> a1 = Vector128.Create(left[1]);
            c10 = Vector128.FusedMultiplyAdd(a1, b0, c10);
            c11 = Vector128.FusedMultiplyAdd(a1, b1, c11);
            Vector128<double> a2 = Vector128.Create(left[2]);
            c20 = Vector128.FusedMultiplyAdd(a2, b0, c20);
            c21 = Vector128.FusedMultiplyAdd(a2, b1, c21);
            Vector128<double> a3 = Vector128.Create(left[3]);
            c30 = Vector128.FusedMultiplyAdd(a3, b0, c30);
            c31 = Vector128.FusedMultiplyAdd(a3, b1, c31);
            left += Rows;
            right += Columns;
        }

        c00.Store(row0);
        c01.Store(row0 + 2);
        c10.Store(row1);
        c11.Store(row1 + 2);
        c20.Store(row2);
        c21.Store(row2 + 2);
        c30.Store(row3);
        c31.Store(row3 + 2);
    }
}
