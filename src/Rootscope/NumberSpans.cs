using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rootscope;

/// <summary>The same memory as numbers of a kind or as integers: what stands in lists of millions is not copied for its type.</summary>
internal static class NumberSpans
{
    /// <summary>Numbers of a kind as the integers that kernels take.</summary>
    public static ReadOnlySpan<int> Integers<TNumber>(this ReadOnlySpan<TNumber> numbers)
        where TNumber : struct
    {
        Debug.Assert(Unsafe.SizeOf<TNumber>() == sizeof(int), "a number is one integer and nothing beside it");
        return MemoryMarshal.Cast<TNumber, int>(numbers);
    }

    /// <summary>Integers as numbers of a kind.</summary>
    public static ReadOnlySpan<TNumber> NumbersOf<TNumber>(this ReadOnlySpan<int> integers)
        where TNumber : struct
    {
        Debug.Assert(Unsafe.SizeOf<TNumber>() == sizeof(int), "a number is one integer and nothing beside it");
        return MemoryMarshal.Cast<int, TNumber>(integers);
    }
}
