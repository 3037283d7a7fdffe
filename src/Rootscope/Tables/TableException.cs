namespace Rootscope.Tables;

/// <summary>A fault of the data: which table or file, which line, column or sector, by how much, and how to repair it.</summary>
public sealed class TableException : RootscopeException
{
    /// <summary>Creates the error.</summary>
    /// <param name="place">The table, or the file with line and column.</param>
    /// <param name="message">What was expected, what was found and how to repair it.</param>
    /// <param name="inner">The lower-level error behind it, if any.</param>
    public TableException(string place, string message, Exception? inner = null)
        : base($"{place}: {message}", inner)
    {
        Place = place;
    }

    /// <summary>The table, or the file with line and column.</summary>
    public string Place { get; }
}
