namespace Rootscope;

/// <summary>What every error that Rootscope raises about its input has in common: what is wrong, and how to repair it.</summary>
/// <remarks>
/// Derived kinds say whose fault it is: <see cref="Tables.TableException"/> for data, <see cref="UnknownNameException"/> for a name
/// that is not there, <see cref="ModelException"/> for a table on which a model has no meaning. A solver that merely did not finish
/// is no exception: it is a status in the result.
/// </remarks>
public abstract class RootscopeException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="text">What is wrong, where, by how much, and what to do about it.</param>
    /// <param name="inner">The lower-level error behind it, if any.</param>
    protected RootscopeException(FaultText text, Exception? inner = null)
        : base(text?.ToString(), inner)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>What the message says, with its repairs: each face puts them into its own words.</summary>
    public FaultText Text { get; }
}

/// <summary>A name that is in no list: the message carries the nearest ones.</summary>
public sealed class UnknownNameException : RootscopeException
{
    /// <summary>Creates the error.</summary>
    /// <param name="kind">What was looked for, such as "industry" or "table".</param>
    /// <param name="name">The name as given; empty where none was, and there is nothing at all.</param>
    /// <param name="nearest">Names that are close to it, best first; may be empty.</param>
    /// <param name="hint">How to list what exists; a whole sentence.</param>
    public UnknownNameException(string kind, string name, IReadOnlyList<string> nearest, FaultText hint)
        : base(Compose(kind, name, nearest, hint))
    {
        Kind = kind;
        Name = name;
        Nearest = nearest;
    }

    /// <summary>What was looked for.</summary>
    public string Kind { get; }

    /// <summary>The name as given.</summary>
    public string Name { get; }

    /// <summary>Names close to it, best first.</summary>
    public IReadOnlyList<string> Nearest { get; }

    private static FaultText Compose(string kind, string name, IReadOnlyList<string> nearest, FaultText hint)
    {
        string near = nearest.Count == 0 ? string.Empty : $" Nearest: {string.Join(", ", nearest)}.";
        return name.Length == 0
            ? FaultText.Of($"There is no {kind}.{near} {hint}")
            : FaultText.Of($"There is no {kind} '{name}'.{near} {hint}");
    }
}

/// <summary>A question that a table cannot answer with the model asked for: the mathematics has no meaningful solution.</summary>
public sealed class ModelException : RootscopeException
{
    /// <summary>Creates the error.</summary>
    /// <param name="text">Which table and sector, which condition fails and by how much, and what to do.</param>
    public ModelException(FaultText text)
        : base(text) { }
}
