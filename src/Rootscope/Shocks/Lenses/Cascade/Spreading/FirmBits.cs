using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rootscope.Shocks.Lenses.Cascade.Spreading;

/// <summary>
/// A set of firms, one bit each: marking is cheap, and firms come out in ascending order, so that sums do not depend on how they were
/// found.
/// </summary>
internal sealed class FirmBits(int count)
{
    private readonly ulong[] _words = new ulong[(count + 63) / 64];

    public ReadOnlySpan<ulong> Words => _words;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int firm) => _words[firm >> 6] |= 1UL << firm;

    public void Clear() => Array.Clear(_words);

    /// <summary>Takes one word of the set out of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Take(int word)
    {
        ulong bits = _words[word];
        _words[word] = 0;
        return bits;
    }

    public void AddAll(FirmBits others)
    {
        for (int w = 0; w < _words.Length; w++)
        {
            _words[w] |= others._words[w];
        }
    }

    public int CountAll()
    {
        int sum = 0;
        foreach (ulong word in _words)
        {
            sum += BitOperations.PopCount(word);
        }

        return sum;
    }
}
