using System.Numerics;

namespace Rootscope.Numerics;

/// <summary>
/// A stream of random numbers that is fixed by a seed and a stream's number, on every machine and in every order of work.
/// </summary>
/// <remarks>
/// xoshiro256** of Blackman and Vigna, "Scrambled linear pseudorandom number generators" (ACM Transactions on Mathematical Software
/// 47(4), 2021), its state filled by SplitMix64 (Steele, Lea and Flood 2014) from the seed and the stream's number. Not for secrets.
/// </remarks>
internal sealed class RandomStream
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    private RandomStream(ulong state)
    {
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    /// <summary>Stream <paramref name="number"/> of a seed; each pair gives its own stream.</summary>
    public static RandomStream Of(long seed, int number)
    {
        ulong mixed = unchecked((ulong)seed);
        ulong first = SplitMix(ref mixed);
        return new RandomStream(unchecked(first ^ (((ulong)(uint)number + 1) * 0xD1342543DE82EF95UL)));
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
            ulong shifted = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= shifted;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <summary>A number in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A normal number with mean 0 and deviation 1, from two uniform ones (Box and Muller 1958).</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1, each equally likely.</summary>
    /// <remarks>
    /// Lemire, "Fast random integer generation in an interval" (2019): the few values that would favour some are drawn again.
    /// </remarks>
    public int NextIndex(int count)
    {
        ulong range = (ulong)count;
        ulong low = unchecked(0UL - range) % range;
        while (true)
        {
            ulong high = Math.BigMul(NextBits(), range, out ulong rest);
            if (rest >= low)
            {
                return (int)high;
            }
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
