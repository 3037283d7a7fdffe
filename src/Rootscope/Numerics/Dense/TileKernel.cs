using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rootscope.Numerics.Dense;

/// <summary>The innermost kernel of a product for one width of vector register, with the shape of its tile.</summary>
/// <remarks>All give the same bits: each element takes one fused multiplication and addition a step, in the order of the steps.</remarks>
internal sealed unsafe class TileKernel
{
    private readonly delegate* <int, double*, double*, double*, nint, bool, void> _multiply;

    private TileKernel(string name, int rows, int columns, delegate* <int, double*, double*, double*, nint, bool, void> multiply)
    {
        Name = name;
        Rows = rows;
        Columns = columns;
        _multiply = multiply;
    }

    /// <summary>Registers of two lanes, or none: runs everywhere.</summary>
    public static TileKernel Portable { get; } = new("128 bits", Tile128.Rows, Tile128.Columns, &Tile128.Multiply);

    /// <summary>Registers of four lanes.</summary>
    public static TileKernel Wide { get; } = new("256 bits", Tile256.Rows, Tile256.Columns, &Tile256.Multiply);

    /// <summary>Registers of eight lanes.</summary>
    public static TileKernel Widest { get; } = new("512 bits", Tile512.Rows, Tile512.Columns, &Tile512.Multiply);

    /// <summary>The kernels that this processor runs in hardware, the fastest first.</summary>
    public static IReadOnlyList<TileKernel> Supported { get; } =
    [.. Avx512F.IsSupported ? (TileKernel[])[Widest] : [], .. Fma.IsSupported ? (TileKernel[])[Wide] : [], Portable];

    /// <summary>The fastest kernel of this processor.</summary>
    public static TileKernel Best => Supported[0];

    /// <summary>What the kernel is called in reports: the width of its registers.</summary>
    public string Name { get; }

    /// <summary>Rows of a tile.</summary>
    public int Rows { get; }

    /// <summary>Columns of a tile.</summary>
    public int Columns { get; }

    /// <summary>Adds the product of two packed slivers of a depth to a tile, or stores it there.</summary>
    public void Multiply(int depth, double* left, double* right, double* target, nint stride, bool fromZero) =>
        _multiply(depth, left, right, target, stride, fromZero);
}
