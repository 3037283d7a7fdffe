using System.Diagnostics;

namespace Rootscope.Numerics.Dense;

/// <summary>A rectangle of a row-major matrix in memory that the caller keeps in its place.</summary>
/// <remarks>A view: it owns nothing. Blocks are handed to threads that write to parts that do not meet.</remarks>
internal readonly unsafe struct MatrixBlock
{
    /// <summary>The first element.</summary>
    public readonly double* Start;

    /// <summary>Number of rows.</summary>
    public readonly int Rows;

    /// <summary>Number of columns.</summary>
    public readonly int Columns;

    /// <summary>Elements from one row to the next.</summary>
    public readonly nint Stride;

    public MatrixBlock(double* start, int rows, int columns, nint stride)
    {
        Debug.Assert(rows >= 0 && columns >= 0 && stride >= columns);
        Start = start;
        Rows = rows;
        Columns = columns;
        Stride = stride;
    }

    /// <summary>The first element of a row.</summary>
    public double* Row(int row) => Start + (row * Stride);

    /// <summary>A rectangle of this one.</summary>
    public MatrixBlock Part(int row, int column, int rows, int columns)
    {
        Debug.Assert(row >= 0 && column >= 0 && row + rows <= Rows && column + columns <= Columns);
        return new MatrixBlock(Row(row) + column, rows, columns, Stride);
    }

    /// <summary>Some of the rows, all columns.</summary>
    public MatrixBlock RowRange(int row, int rows) => Part(row, 0, rows, Columns);

    /// <summary>Some of the columns, all rows.</summary>
    public MatrixBlock ColumnRange(int column, int columns) => Part(0, column, Rows, columns);

    /// <summary>A row as a span.</summary>
    public Span<double> RowSpan(int row) => new(Row(row), Columns);
}
