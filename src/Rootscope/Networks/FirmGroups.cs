namespace Rootscope.Networks;

/// <summary>A code for every firm, such as its sector or its region: each code once, and its number for every firm.</summary>
/// <remarks>
/// Codes are compared exactly and sorted in ordinal order, so that numbers do not depend on the order of the firms. An empty code means
/// that none is known.
/// </remarks>
public sealed class FirmGroups
{
    private readonly int[] _of;
    private readonly Dictionary<string, int> _numbers;

    private FirmGroups(string[] codes, int[] of, Dictionary<string, int> numbers)
    {
        Codes = codes;
        _of = of;
        _numbers = numbers;
    }

    /// <summary>The codes, each once, in ordinal order.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Number of firms.</summary>
    public int Count => _of.Length;

    /// <summary>The number of the code of every firm, in the order of the firms.</summary>
    public ReadOnlySpan<int> Numbers => _of;

    /// <summary>Groups firms by their codes.</summary>
    /// <param name="codes">One code a firm.</param>
    public static FirmGroups Of(IReadOnlyList<string> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var of = new int[codes.Count];
        for (int f = 0; f < of.Length; f++)
        {
            if (!seen.TryGetValue(codes[f], out int number))
            {
                seen.Add(codes[f], number = seen.Count);
            }

            of[f] = number;
        }

        string[] sorted = [.. seen.Keys.Order(StringComparer.Ordinal)];
        var place = new int[sorted.Length];
        for (int c = 0; c < sorted.Length; c++)
        {
            place[seen[sorted[c]]] = c;
        }

        for (int f = 0; f < of.Length; f++)
        {
            of[f] = place[of[f]];
        }

        return new FirmGroups(sorted, of, sorted.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal));
    }

    /// <summary>The code of a firm.</summary>
    public string CodeOf(FirmNumber firm) => Codes[_of[firm]];

    /// <summary>Finds a code.</summary>
    public bool TryFind(string code, out int number) => _numbers.TryGetValue(code, out number);
}
