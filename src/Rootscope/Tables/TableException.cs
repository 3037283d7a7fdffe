namespace Rootscope.Tables;

/// <summary>A fault of the data: which table or file, which line, column or sector, by how much, and how to repair it.</summary>
public sealed class TableException : RootscopeException
{
    /// <summary>Creates the error.</summary>
    /// <param name="place">The table, or the file with line and column.</param>
    /// <param name="fault">What was expected, what was found and how to repair it.</param>
    /// <param name="inner">The lower-level error behind it, if any.</param>
    public TableException(string place, FaultText fault, Exception? inner = null)
        : base($"{place}: {fault}", inner)
    {
        Place = place;
        Fault = fault;
    }

    /// <summary>The table, or the file with line and column.</summary>
    public string Place { get; }

    /// <summary>What was expected, what was found and how to repair it, without the place.</summary>
    public FaultText Fault { get; }
}
