namespace Rootscope.Numerics.Dense;

/// <summary>What one thread packs blocks into, aligned to the lines of the cache and kept in its place.</summary>
internal sealed unsafe class ThreadBuffers
{
    /// <summary>
    /// Steps of a product that are packed together: a sliver of the left factor stays in the first cache beside what passes of the right.
    /// </summary>
    public const int Depth = 256;

    /// <summary>Rows of the left factor that are packed together: they stay in the second cache.</summary>
    public const int LeftRows = 192;

    /// <summary>Columns of the right factor that are packed together: they stay in the third cache.</summary>
    public const int RightColumns = 2016;

    // Slivers are filled up to whole tiles; 24 is a multiple of the rows and of most columns of every tile.
    private const int TileRows = 8;
    private const int TileColumns = 24;
    private const int LineOfCache = 8;

    private readonly double[] _memory;

    /// <summary>Takes the memory for products of matrices of at most this many rows and columns.</summary>
    public ThreadBuffers(int size)
    {
        _memory = GC.AllocateUninitializedArray<double>(Length(size), pinned: true);
        fixed (double* start = _memory)
        {
            // Pinned for as long as this object lives, so that the addresses stay true.
            Left = (double*)(((nuint)start + 63) & ~(nuint)63);
        }

        Right = Left + LeftLength(size);
        Tile = Right + RightLength(size);
    }

    /// <summary>Packed rows of the left factor; also room for one row of the matrix.</summary>
    public double* Left { get; }

    /// <summary>Packed columns of the right factor.</summary>
    public double* Right { get; }

    /// <summary>A tile that does not fit into the target whole.</summary>
    public double* Tile { get; }

    /// <summary>Memory that a thread needs, in bytes.</summary>
    public static long Bytes(int size) => Length(size) * (long)sizeof(double);

    private static int LeftLength(int size) => RoundUp(Math.Min(LeftRows, size), TileRows) * RoundUp(Math.Min(Depth, size), LineOfCache);

    private static int RightLength(int size) =>
        RoundUp(Math.Min(RightColumns, size), TileColumns) * RoundUp(Math.Min(Depth, size), LineOfCache);

    private static int Length(int size) => LineOfCache + LeftLength(size) + RightLength(size) + (TileRows * TileColumns);

    private static int RoundUp(int count, int multiple) => (count + multiple - 1) / multiple * multiple;
}
