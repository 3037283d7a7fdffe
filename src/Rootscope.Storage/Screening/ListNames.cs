using System.Buffers;

namespace Rootscope.Storage.Screening;

/// <summary>Which names a list of the workspace may have.</summary>
/// <remarks>
/// A name stands in files of results before a slash and on the command line where LAYOUT:FILE may stand, and it names a file: so it has
/// letters, digits and a few signs. Words of the command line are allowed, because a list never stands where a command does.
/// </remarks>
public static class ListNames
{
    private const int Longest = 100;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
    );

    /// <summary>What is wrong with a name for a list, as a sentence that says what to do; null where nothing is.</summary>
    /// <param name="name">The name.</param>
    public static string? FaultOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is 0 or > Longest || name.AsSpan().IndexOfAnyExcept(Allowed) >= 0 || !char.IsAsciiLetterOrDigit(name[0])
            ? $"'{name}' cannot be a list's name: use up to {Longest} letters, digits, '-', '_' and '.', a letter or digit first."
            : null;
    }
}
