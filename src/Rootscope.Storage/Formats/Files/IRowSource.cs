using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Files;

/// <summary>Named columns and rows of cells, read from front to back, in which every fault has a place.</summary>
internal interface IRowSource : IDisposable
{
    /// <summary>The file, as the user gave it.</summary>
    string Path { get; }

    /// <summary>The names of the columns.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>The number of the current line or row, for messages.</summary>
    int Line { get; }

    /// <summary>Moves to the next row; false at the end.</summary>
    bool Read();

    /// <summary>The text of a cell, trimmed.</summary>
    string Text(int column);

    /// <summary>The same without a copy where there is none; good until the next row.</summary>
    ReadOnlySpan<char> Span(int column);

    /// <summary>The finite number in a cell; an empty cell is zero.</summary>
    double Number(int column);

    /// <summary>An error at a cell of the current row.</summary>
    TableException Fault(int column, FaultText message);

    /// <summary>The column of that name; an error with the nearest where there is none.</summary>
    int Column(string name);
}
